"""A GitHub of this machine, as far as the one comment on a proposal goes.

It answers as the documentation of its interface says: https://docs.github.com/en/rest/issues/comments and
https://docs.github.com/en/rest/pulls/pulls
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.serving import running

TOKEN = "token-of-the-run"  # noqa: S105  # of a test
REPOSITORY = "asso/site"
HEAD, BRANCH, COMMIT = "quelqu-un", "corriger/un+mot&d-été", "c" * 40
NUMBER = 7
BOT = "github-actions[bot]"


@dataclass
class State:
    """What it holds. address: of its interface. comments: on the proposal. head: the last commit of what was proposed.

    asked: each question, as method and path.
    """

    address: str = ""
    comments: list[dict[str, Any]] = field(default_factory=list)
    head: str = COMMIT
    asked: list[str] = field(default_factory=list)
    status: int = 0

    def add(self, author: str, body: str) -> dict[str, Any]:
        """Add a comment."""
        made = {"id": 1000 + len(self.comments), "user": {"login": author}, "body": body}
        self.comments.append(made)
        return made

    def environment(self, folder: Path) -> dict[str, str]:
        """What a run is told. folder: where its event may be written."""
        run = {
            "head_repository": {"owner": {"login": HEAD}},
            "head_branch": BRANCH,
            "head_sha": COMMIT,
            "html_url": f"https://forge.example/{REPOSITORY}/actions/runs/1",
            "pull_requests": [],  # as it is for what comes from a fork
        }
        event = folder / "event.json"
        event.write_text(json.dumps({"workflow_run": run}), "utf-8")
        return {
            "GITHUB_API_URL": self.address,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_EVENT_PATH": str(event),
            "TOKEN": TOKEN,
        }

    def answer(self, method: str, path: str, data: Any) -> tuple[int, Any]:
        """The status and what is answered."""
        url = urlsplit(path)
        asked = {key: values[0] for key, values in parse_qs(url.query).items()}
        here = f"/repos/{REPOSITORY}"
        if self.status:
            return self.status, {"message": "…"}
        if (method, url.path) == ("GET", f"{here}/pulls"):
            is_ours = asked["head"] == f"{HEAD}:{BRANCH}" and asked["state"] == "open"
            return 200, [{"number": NUMBER, "head": {"sha": self.head}}] if is_ours else []
        if (method, url.path) == ("GET", f"{here}/issues/{NUMBER}/comments"):
            size, page = int(asked["per_page"]), int(asked["page"])
            return 200, self.comments[(page - 1) * size : page * size]
        if (method, url.path) == ("POST", f"{here}/issues/{NUMBER}/comments"):
            return 201, self.add(BOT, data["body"])
        if method == "PATCH":
            [found] = [c for c in self.comments if url.path == f"{here}/issues/comments/{c['id']}"]
            found["body"] = data["body"]
            return 200, found
        return 404, {"message": "Not Found"}


@contextmanager
def github() -> Iterator[State]:
    """A GitHub, while it runs."""
    state = State()

    class Handler(BaseHTTPRequestHandler):
        def do(self) -> None:
            data = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or "null")
            state.asked.append(f"{self.command} {self.path}")
            known = self.headers["Authorization"] == f"Bearer {TOKEN}"
            status, told = state.answer(self.command, self.path, data) if known else (401, {})
            text = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = do_PATCH = do  # noqa: N815  # the library's own names

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with running(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as address:
        state.address = address
        yield state
