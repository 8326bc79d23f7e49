"""A frozen site on this machine, answered as a CDN would: the headers of the policy, and 404.html for the unknown."""

import functools
import sys
from collections.abc import Sequence
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ..rendering.assets import Assets
from ..rendering.policy import headers
from .encodings import ENCODINGS, compressed
from .hosts.media_types import TYPES


class FrozenSiteHandler(SimpleHTTPRequestHandler):
    """Answers from one folder, published under one prefix."""

    protocol_version = "HTTP/1.1"
    server_version = sys_version = ""

    def __init__(self, *arguments: Any, folder: Path, prefix: str, policy: dict[str, str], **options: Any) -> None:
        self.folder = folder
        self.prefix = prefix
        self.policy = policy
        super().__init__(*arguments, directory=str(folder), **options)

    def do_GET(self) -> None:
        """Answer a request."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer a request without its body."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        try:
            path = unquote(urlsplit(self.path).path)
        except ValueError:  # the host of a whole address, such as `http://[::1/`
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        file = self._file(path)
        status = HTTPStatus.OK if file else HTTPStatus.NOT_FOUND
        file = file or self.folder / "404.html"
        beside = compressed(file, self.headers.get("Accept-Encoding", ""))
        try:
            # Of what is no file, such as a pipe, reading has no end.
            content = (beside[0] if beside else file).read_bytes() if file.is_file() else b""
        except OSError:
            content, status = b"", HTTPStatus.NOT_FOUND
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        if beside:
            self.send_header("Content-Encoding", beside[1])
        if compressed(file, ", ".join(ENCODINGS)):
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(content)))
        for name, value in self.policy.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(content)

    def _file(self, path: str) -> Path | None:
        """The file of the address asked for, never outside the folder."""
        # On Windows, `\` and `:` lead to other disks and machines; no file of ours has them in its name.
        if not path.startswith(f"{self.prefix}/") or "\\" in path or ":" in path:
            return None
        try:
            file = (self.folder / path.removeprefix(self.prefix).lstrip("/")).resolve()
            if file.is_dir() and path.endswith("/"):
                file = (file / "index.html").resolve()
            return file if file.is_file() and file.is_relative_to(self.folder.resolve()) else None
        except (OSError, ValueError):  # no file can have that name
            return None

    def log_message(self, format: str, *arguments: Any) -> None:  # the name is the library's
        """Say nothing: a log of who read what has no place here."""


class FrozenSiteServer(ThreadingHTTPServer):
    """Says nothing of a browser that leaves before it has the whole answer: a traceback would frighten writers."""

    allow_reuse_address = sys.platform != "win32"  # where it lets two programs share a port

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over what the browser did; tell what we did."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def server(
    folder: Path, assets: Assets, port: int, prefix: str = "", frames: Sequence[str] = ()
) -> ThreadingHTTPServer:
    """A server for a frozen site, on this machine only.

    port: 0 takes any free one. frames: as for `policy.headers`. Raises OSError where the port is taken.
    """
    handler = functools.partial(FrozenSiteHandler, folder=folder, prefix=prefix, policy=headers(assets, frames=frames))
    return FrozenSiteServer(("127.0.0.1", port), handler)
