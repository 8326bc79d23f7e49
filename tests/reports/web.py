"""Pages of others, on this machine: a server that answers as it is told, and notes what it was asked."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.serving import running


@dataclass(frozen=True)
class Page:
    """What is answered at a path. head: to HEAD, where that differs."""

    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    head: int = 0


@dataclass
class Web:
    """A server. address: of its root. asked: each request, as `GET /path`. agents: how those who asked named themselves."""

    address: str
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    @property
    def other(self) -> str:
        """The same server under the name of another host."""
        return self.address.replace("127.0.0.1", "localhost")


@contextmanager
def web(pages: Mapping[str, Page]) -> Iterator[Web]:
    """The server while it runs. What is no page is 404."""
    noted = Web("")

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            noted.asked.append(f"{self.command} {self.path}")
            noted.agents.add(self.headers["User-Agent"])
            page = pages.get(self.path, Page(404))
            body = page.body.encode()
            self.send_response(page.head if self.command == "HEAD" and page.head else page.status)
            self.send_header("Content-Length", str(len(body)))
            for name, value in page.headers.items():
                self.send_header(name, value.replace("OTHER", noted.other))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        do_GET = do_HEAD = answer  # noqa: N815  # the names that the library looks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as address:
        noted.address = address
        yield noted
