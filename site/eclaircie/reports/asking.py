"""Asks pages of others whether they still stand: once each, one at a time a host, with pauses, and as their robots.txt allows.

Never done by a build or a check: only where somebody asks for it, or once a month.
"""

import http.client
import re
import threading
import time
import unicodedata
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from ..publish.fetching import Exchange, FetchError, may_lead, opener

TIMEOUT = 20
"""Seconds without a sign from the host."""

LONGEST = 60
"""Seconds for one answer."""

LARGEST = 256 * 1024
"""Bytes that are read of a page: its title stands at its beginning. Of robots.txt, RFC 9309 asks for 500 KiB."""

PAUSE = 2.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""

LONGEST_PAUSE = 30.0
"""What more is asked for is not waited: a run must end."""

REDIRECTIONS = 5

_MOVED = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)


@dataclass(frozen=True)
class Reply:
    """What a page answered in the end.

    address: the last one. for_good: whether each step to it was said to be for good. body: the beginning of it, where it was
    asked for. charset: of the body, where the host tells it. is_challenge: whether a guard asks for a person.
    """

    status: int
    address: str
    for_good: bool
    body: bytes = b""
    charset: str = ""
    is_challenge: bool = False


class ForbiddenError(Exception):
    """The host asks programs not to read this page."""


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    """Follows nowhere by itself: each step has its pause, and its place in what is told."""

    def redirect_request(self, *_: Any) -> None:
        """No request."""


_OPENER = opener(_NoRedirection)


@dataclass
class _Host:
    """What is known of a host. robots: what it allows; None before it was asked. failure: why nothing answers there."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    last: float | None = None
    robots: RobotFileParser | None = None
    pause: float = 0.0
    failure: FetchError | None = None


def agent_of(name: str, address: str | None) -> str:
    """How we name ourselves to others: by the site, and where to read who that is. name: of the site, which is neutral."""
    letters = unicodedata.normalize("NFKD", re.sub(r"[^\w]+", "-", name)).encode("ascii", "ignore").decode()
    product = re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-") or "site"
    return f"{product}/1.0 (+{address})" if address else f"{product}/1.0"


class Asker:
    """Asks pages. agent: how we name ourselves. pause: seconds between two requests to one host."""

    def __init__(self, agent: str, pause: float = PAUSE) -> None:
        self._agent, self._pause = agent, pause
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def ask(self, address: str, *, read: bool = False) -> Reply:
        """What a page answers, redirections followed. read: whether its beginning is wanted.

        Where it is not, only the head of the answer is asked for first; many hosts answer that wrongly, so whatever is not
        a success is asked for again as a browser does.
        Raises FetchError where there is no answer, ForbiddenError where the host does not want to be asked.
        """
        if not read:
            reply = self._follow("HEAD", address)
            if reply.status < 400:
                return reply
        return self._follow("GET", address)

    def _follow(self, method: str, address: str) -> Reply:
        here, for_good = plain_address(address), True
        for _ in range(REDIRECTIONS + 1):
            reply, location = self._in_turn(method, here)
            if reply.status not in _MOVED or not location:
                return Reply(reply.status, here, for_good, reply.body, reply.charset, reply.is_challenge)
            there = plain_address(urljoin(here, location))
            if not may_lead(here, there):
                return Reply(reply.status, there, for_good)
            for_good = for_good and reply.status in _FOR_GOOD
            here = there
        raise FetchError("too_many", str(REDIRECTIONS))

    def _in_turn(self, method: str, address: str) -> tuple[Reply, str]:
        """One request, when its host's turn has come."""
        name = urlsplit(address).netloc
        with self._lock:
            host = self._hosts.setdefault(name, _Host())
        with host.lock:
            if host.failure:
                raise host.failure
            if host.robots is None:
                self._meet(host, address)
            if host.robots and not host.robots.can_fetch(self._agent, address):
                raise ForbiddenError(address)
            return self._request(host, method, address)

    def _meet(self, host: _Host, address: str) -> None:
        """Ask a host what it allows. Without such a file all is allowed; a host in trouble is left in peace.

        Source: https://www.rfc-editor.org/rfc/rfc9309.html#section-2.3.1
        """
        parts = urlsplit(address)
        try:
            reply, location = self._request(
                host, "GET", urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
            )
            if location and may_lead(address, there := plain_address(urljoin(address, location))):
                reply, _ = self._request(host, "GET", there)
            if reply.status >= 500:
                raise FetchError("unreachable", str(reply.status))
        except FetchError as error:
            host.failure = error
            raise
        robots = RobotFileParser()
        robots.parse(reply.body.decode("utf-8", "replace").splitlines() if reply.status == 200 else [])
        host.robots = robots
        asked = robots.crawl_delay(self._agent)
        host.pause = min(float(asked), LONGEST_PAUSE) if asked else 0.0

    def _request(self, host: _Host, method: str, address: str) -> tuple[Reply, str]:
        """One request, after the pause. Returns the answer, and where it leads."""
        if host.last is not None:
            time.sleep(max(0.0, host.last + max(self._pause, host.pause) - time.monotonic()))
        headers = {"User-Agent": self._agent, "Accept": "text/html, */*;q=0.5", "Accept-Encoding": "identity"}
        with Exchange(LONGEST) as exchange:
            try:
                request = urllib.request.Request(address, headers=headers, method=method)  # noqa: S310  # as in `opener`
                return _read(request)
            except urllib.error.URLError as error:
                reason = str(error.reason)
            except (OSError, http.client.HTTPException, ValueError) as error:
                reason = str(error) or type(error).__name__
            finally:
                host.last = time.monotonic()
        raise FetchError("too_long", str(LONGEST)) if exchange.is_over else FetchError("unreachable", reason)


def _read(request: urllib.request.Request) -> tuple[Reply, str]:
    try:
        response = _OPENER.open(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        response = error  # an answer as well
    with response:
        body = bytearray()
        # `read` would wait until all of it is there, however slowly it comes.
        while request.get_method() == "GET" and len(body) < LARGEST and (piece := response.read1(LARGEST - len(body))):
            body += piece
        headers = response.headers
        # Source: https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
        challenge = headers.get("cf-mitigated", "") == "challenge"
        charset = headers.get_content_charset() or ""
        return Reply(response.status, request.full_url, True, bytes(body), charset, challenge), headers.get(
            "Location", ""
        )


def plain_address(address: str) -> str:
    """An address as it is asked for: in the signs that may travel, without the place in the page."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    path, query = (quote(text, safe="%/:=&?~+!$,;'@()*[]") for text in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))
