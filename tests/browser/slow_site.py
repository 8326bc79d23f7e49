"""The frozen site behind a slow line: the first part of a page comes at once, the rest only when it is let through."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .conftest import Visit, running

_LONGEST_WAIT = 60  # seconds; a page that nobody lets through ends there
_LENGTH_OF = ("content-length", "connection", "date", "server")


@dataclass
class SlowSite:
    """A site whose pages stop on the way.

    address: scheme and host. until: the words after which a page stops. rest: set, it lets the rest of all pages through.
    bare: whether it sends no header about policy, as a host does that lets nobody set any.
    removed: words that are cut out of its pages.
    ended: set once a page was sent to its last byte, or as far as the browser took it.
    """

    address: str = ""
    until: str = "</h1>"
    bare: bool = False
    removed: str = ""
    rest: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)


class _Handler(BaseHTTPRequestHandler):
    slow: SlowSite
    visit: Visit

    def do_GET(self) -> None:
        try:
            answer = urllib.request.urlopen(self.visit.address + self.path)
        except urllib.error.HTTPError as unknown:  # the printed entrance, answered with the page for the unknown
            answer = unknown
        with answer:
            page, status, headers = answer.read(), answer.status, answer.headers
        self.send_response(status)
        page = page.replace(self.slow.removed.encode(), b"") if self.slow.removed else page
        for name, value in headers.items():
            if name.lower() not in _LENGTH_OF and (not self.slow.bare or name.lower() == "content-type"):
                self.send_header(name, value)
        self.end_headers()
        first, mark, last = page.partition(self.slow.until.encode())
        try:
            self.wfile.write(first + mark)
            self.slow.rest.wait(_LONGEST_WAIT)
            self.wfile.write(last)
        except OSError:
            pass  # the browser wanted no more
        self.slow.ended.set()

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@contextmanager
def slow_site(visit: Visit) -> Iterator[SlowSite]:
    """The pages of a visit behind a slow line. Whatever still waits at the end is let through."""
    slow = SlowSite()
    service = ThreadingHTTPServer(("127.0.0.1", 0), type("Slow", (_Handler,), {"slow": slow, "visit": visit}))
    service.daemon_threads = True
    with running(service) as port:
        slow.address = f"http://127.0.0.1:{port}"
        yield slow
        slow.rest.set()
