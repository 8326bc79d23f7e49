"""What a host answers at an address, read with limits: in time, in size, and in where it may lead."""

import hashlib
import http.client
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from typing import IO
from urllib.parse import urlsplit

TIMEOUT = 20
"""Seconds without a sign from the host."""

LONGEST = 180
"""Seconds for one file: a host that sends a byte now and then would otherwise be listened to for ever."""

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
        if not _same_place(req.full_url, newurl):
            fp.close()
            raise FetchError("elsewhere", newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # HTTPMessage is one


def _same_place(one: str, other: str) -> bool:
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


def _opener() -> urllib.request.OpenerDirector:
    """Opens http and https, and nothing else: the library's own list also holds files and FTP."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPErrorProcessor,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.UnknownHandler,
        _SameHost,
    ):
        opener.add_handler(handler())
    return opener


_OPENER = _opener()


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
    end = time.monotonic() + LONGEST
    try:
        request = urllib.request.Request(address, headers=headers)  # noqa: S310  # the opener knows http and https only
        try:
            response = _OPENER.open(request, timeout=TIMEOUT)
        except urllib.error.HTTPError as error:
            response = error  # an answer as well: it has a status, headers and a body
        with response:
            return _read(response, end, keep=keep)
    except urllib.error.URLError as error:
        raise FetchError("unreachable", str(error.reason)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchError("unreachable", str(error) or type(error).__name__) from None


def _read(response: http.client.HTTPResponse, end: float, *, keep: bool) -> Answer:
    digest, size, kept = hashlib.sha256(), 0, bytearray()
    # `read` would wait until a whole piece is there, however slowly it comes.
    while piece := response.read1(_PIECE):
        size += len(piece)
        if size > LARGEST:
            raise FetchError("too_big", str(LARGEST))
        if time.monotonic() > end:
            raise FetchError("too_long", str(LONGEST))
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
