"""What a host answers at an address, read with limits: in time, in size, and in where it may lead."""

import contextlib
import hashlib
import http.client
import re
import socket
import ssl
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from types import TracebackType
from typing import IO, Self
from urllib.parse import urlsplit

TIMEOUT = 20
"""Seconds without a sign from the host."""

LONGEST = 180
"""Seconds for one file, from the first byte of the headers to the last of the trailers: a host that sends a byte now
and then would otherwise be listened to for ever."""

LARGEST = 64 * 1024 * 1024
"""Bytes of one file; the largest that a build may write is a sitemap of 50 MiB."""

_PIECE = 64 * 1024


@dataclass(frozen=True)
class Answer:
    """What a host answered. sha256: of the body as sent. kind: its Content-Type without parameters, in lower case.
    encoding: its Content-Encoding, or nothing. body: only where it was asked for."""

    status: int
    sha256: str
    kind: str
    encoding: str
    body: bytes


class FetchError(Exception):
    """There is no answer to look at. code: `unreachable`, `elsewhere`, `too_long` or `too_big`. detail: the reason or address."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirection within a host, as those that lead to `/fr/` from `/fr/index.html`, and no other."""

    max_redirections = 5

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        """The request that follows. Raises FetchError where it would leave the host."""
        if not is_same_host(req.full_url, newurl):
            fp.close()
            raise FetchError("elsewhere", newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # HTTPMessage is one


def is_same_host(one: str, other: str) -> bool:
    """Whether an address may lead to another: the same host and port, or from http to https on the usual ports."""
    try:
        first, second = urlsplit(one), urlsplit(other)
        if first.hostname != second.hostname:
            return False
        usual = {"http": 80, "https": 443}
        ports = tuple(url.port or usual.get(url.scheme) for url in (first, second))
        return (first.scheme, ports[0]) == (second.scheme, ports[1]) or (
            (first.scheme, second.scheme) == ("http", "https") and ports == (80, 443)
        )
    except ValueError:  # a port that is no number
        return False


def may_lead(here: str, there: str) -> bool:
    """Whether a redirection is followed: to the web, and never from there into the network of whoever asks."""
    parts = urlsplit(there)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return False
    return _is_named(parts.hostname) or not _is_named(urlsplit(here).hostname or "")


def _is_named(host: str) -> bool:
    """Whether a host has a name of the web, and is no number, nor a name of one network."""
    return "." in host and not re.fullmatch(r"[0-9.]+|.*:.*", host) and not host.endswith((".local", ".internal"))


class Exchange:
    """The time that one file may take. When it is over, the connection is cut, whatever is being read just then."""

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._lock = threading.Lock()
        self._connections: list[socket.socket] = []
        self._alarm = threading.Timer(seconds, self._end)
        self._alarm.daemon = True

    def __enter__(self) -> Self:
        _UNDER_WAY.exchange = self
        self._alarm.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._alarm.cancel()
        _UNDER_WAY.exchange = None
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()

    def watch(self, connection: socket.socket) -> None:
        """Have a connection cut with the others."""
        with self._lock:
            # A second handle: encryption takes the first one over while it greets the host.
            self._connections.append(connection.dup())
        if self.is_over:
            self._end()

    def _end(self) -> None:
        self.is_over = True
        with self._lock:
            for connection in self._connections:
                with contextlib.suppress(OSError):  # it has ended by itself
                    connection.shutdown(socket.SHUT_RDWR)


_UNDER_WAY = threading.local()


class _Connection(http.client.HTTPConnection):
    """A connection that is cut when the time of its exchange is over."""

    def connect(self) -> None:
        """Connect, and be watched."""
        super().connect()
        _UNDER_WAY.exchange.watch(self.sock)


class _EncryptedConnection(http.client.HTTPSConnection, _Connection):
    """The same over TLS, whose greeting is watched too."""


class _Http(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """The answer to a request."""
        return self.do_open(_Connection, req)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """The answer to a request."""
        return self.do_open(_EncryptedConnection, req, context=ssl.create_default_context())


def opener(redirection: type[urllib.request.HTTPRedirectHandler]) -> urllib.request.OpenerDirector:
    """Opens http and https, and nothing else: the library's own list also holds files and FTP.

    redirection: what follows a redirection. Whoever opens an address does so within an `Exchange`.
    """
    made = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        _Http,
        _Https,
        urllib.request.HTTPErrorProcessor,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.UnknownHandler,
        redirection,
    ):
        made.add_handler(handler())
    return made


_OPENER = opener(_SameHost)


def fetch(address: str, accept_encoding: str = "identity", *, keep: bool = False) -> Answer:
    """What a host answers at an address, redirections within the host followed, whatever its status.

    accept_encoding: which compression the host is told we can read. keep: whether the body is wanted, not only its hash.
    Raises FetchError where there is no answer, or one beyond the limits.
    """
    headers = {
        "Accept-Encoding": accept_encoding,
        # Some hosts refuse the library's own name; the project's would stand in the host's log.
        "User-Agent": "Mozilla/5.0 (compatible)",
    }
    with Exchange(LONGEST) as exchange:
        try:
            answer = _answer(urllib.request.Request(address, headers=headers), keep=keep)  # noqa: S310  # as in _opener
        except urllib.error.URLError as error:
            failure = FetchError("unreachable", str(error.reason))
        except (OSError, http.client.HTTPException, ValueError) as error:
            failure = FetchError("unreachable", str(error) or type(error).__name__)
        except FetchError as error:
            failure = error
        else:
            # A connection that was cut can look like one that has ended.
            if not exchange.is_over:
                return answer
            failure = FetchError("too_long")
    raise FetchError("too_long", str(LONGEST)) if exchange.is_over else failure


def _answer(request: urllib.request.Request, *, keep: bool) -> Answer:
    try:
        response = _OPENER.open(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        response = error  # an answer as well: it has a status, headers and a body
    with response:
        return _read(response, keep=keep)


def _read(response: http.client.HTTPResponse, *, keep: bool) -> Answer:
    digest, size, kept = hashlib.sha256(), 0, bytearray()
    # `read` would wait until a whole piece is there, however slowly it comes.
    while piece := response.read1(_PIECE):
        size += len(piece)
        if size > LARGEST:
            raise FetchError("too_big", str(LARGEST))
        digest.update(piece)
        if keep:
            kept += piece
    headers = response.headers
    encoding = headers.get("Content-Encoding", "").strip().lower()
    return Answer(
        response.status,
        digest.hexdigest(),
        headers.get_content_type(),
        "" if encoding == "identity" else encoding,
        bytes(kept),
    )
