"""A forge of this machine: git's own server over HTTP, with a key asked for as forges do, and what can go wrong with it."""

import base64
import json
import os
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.serving import running

KEY = "clef-secrete-123"


@dataclass
class Forge:
    """A forge with one project. folder: of the bare repository. url: where it is cloned from.

    breaks_after: how many bytes of an answer are sent before the connection is cut; None for all.
    deaf_to: services to which it does not listen to the end. answers: what its interface answers to calls, by path.
    """

    folder: Path
    url: str = ""
    asks_for_key: bool = True
    key: str = KEY
    breaks_after: int | None = None
    breaks: str = ""
    status: int | None = None
    answers: dict[str, tuple[int, Any]] = field(default_factory=dict)
    calls: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)
    keys_seen: list[str] = field(default_factory=list)

    def git(self, *words: str) -> str:
        """What git answers to a command in the bare repository."""
        return git(self.folder, *words)

    def text(self, path: str, branch: str = "main") -> str:
        """A file as the forge has it."""
        return self.git("show", f"{branch}:{path}")


def git(folder: Path, *words: str) -> str:
    """What git answers to a command. Fails where it does."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}
    who = ("-c", "user.name=Autre", "-c", "user.email=autre@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *who, "-C", str(folder), *words], capture_output=True, text=True, env=plain | settings, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def forge_of(folder: Path, certificate: Path | None = None) -> Iterator[Forge]:
    """A forge that serves a bare repository, while it runs; by https where it has a certificate, with its key."""
    forge = Forge(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(forge))
    if certificate:
        secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        secure.load_cert_chain(certificate)
        server.socket = secure.wrap_socket(server.socket, server_side=True)
    with running(server) as address:
        forge.url = f"{address}/equipe/{folder.name}"
        if certificate:
            forge.url = forge.url.replace("http:", "https:")
        yield forge


def _handler(forge: Forge) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing."""

        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            if self.headers.get("Transfer-Encoding") == "chunked":
                body = b""
                while size := int(self.rfile.readline(), 16):
                    body += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
            else:
                body = self.rfile.read(int(self.headers["Content-Length"]))
            self._answer(body)

        def _answer(self, body: bytes) -> None:
            if self.path.startswith("/api/"):
                return self._interface(body)
            service = "receive" if "receive-pack" in self.path else "upload"
            if forge.status:
                return self._say(forge.status, b"")
            if forge.asks_for_key:
                given = self.headers.get("Authorization", "")
                key = base64.b64decode(given.removeprefix("Basic ")).decode().partition(":")[2] if given else ""
                forge.keys_seen.append(key)
                if key != forge.key:
                    return self._say(401, b"", ("WWW-Authenticate", 'Basic realm="forge"'))
            status, kind, answer = self._from_git(body)
            if forge.breaks == service and (self.command == "POST" or forge.breaks_after == 0):
                cut = answer[: forge.breaks_after]
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(answer) + 1))
                self.end_headers()
                self.wfile.write(cut)
                self.close_connection = True
                return None
            return self._say(status, answer, ("Content-Type", kind))

        def _from_git(self, body: bytes) -> tuple[int, str, bytes]:
            path, _, query = self.path.partition("?")
            environment = {
                "PATH": os.environ["PATH"],
                "GIT_PROJECT_ROOT": str(forge.folder.parent),
                "GIT_HTTP_EXPORT_ALL": "1",
                "GIT_CONFIG_GLOBAL": os.devnull,
                "PATH_INFO": path.removeprefix("/equipe"),
                "QUERY_STRING": query,
                "REQUEST_METHOD": self.command,
                "REMOTE_USER": "somebody",
                "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                "CONTENT_LENGTH": str(len(body)),
                "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            }
            done = subprocess.run(
                ["git", "http-backend"], input=body, capture_output=True, env=environment, check=False
            )
            head, _, answer = done.stdout.partition(b"\r\n\r\n")
            headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
            return int(headers.get("Status", "200").split()[0]), headers["Content-Type"], answer

        def _interface(self, body: bytes) -> None:
            forge.calls.append((self.path, dict(self.headers), json.loads(body)))
            status, data = forge.answers.get(self.path, (404, {"message": "Not Found"}))
            self._say(status, json.dumps(data).encode(), ("Content-Type", "application/json"))

        def _say(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler
