"""A file of a public directory, fetched whole from where the association says: over https alone, within limits.

Never done by a build, a check or a preview: only where somebody asks for it, or once a month.
"""

import http.client
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from ..publish.fetching import Exchange, FetchError, may_lead, opener

TIMEOUT = 60
"""Seconds without a sign from the host."""

LONGEST = 60 * 60
"""Seconds for one file: the directory of the State has some 350 MB, which a slow line takes half an hour for."""

LARGEST = 2 * 1024**3
"""Bytes of one file. Whatever is larger is no file that is known of, and would fill the disk."""

SCHEME = "https"
"""How a file travels, so that nobody between can change it. Redirections keep to it too."""

_PIECE = 256 * 1024


class _Redirections(urllib.request.HTTPRedirectHandler):
    """Follows from the address that an association names to the server of the file, and nowhere else."""

    max_redirections = 5

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        """The request that follows. Raises FetchError where nobody may be asked so."""
        if urlsplit(newurl).scheme != SCHEME or not may_lead(req.full_url, newurl):
            fp.close()
            raise FetchError("elsewhere", newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # HTTPMessage is one


_OPENER = opener(_Redirections)


def name_of(address: str) -> str:
    """A name for the file at an address, in plain signs."""
    last = urlsplit(address).path.rstrip("/").rpartition("/")[2]
    return re.sub(r"[^A-Za-z0-9._-]+", "-", last).strip("-.")[-80:] or "annuaire"


def fetch_file(address: str, file: Path, agent: str) -> int:
    """Fetch what is at an address into a file, and return its size in bytes. agent: how we name ourselves.

    The file is there when all of it has come, and is begun anew each time. Raises FetchError with the codes `refused`,
    `cut_short`, or those of `publish.fetching`; OSError where the disk does not take it.
    """
    if urlsplit(address).scheme != SCHEME:
        raise FetchError("elsewhere", address)
    part = file.with_name(f"{file.name}.part")
    headers = {"User-Agent": agent, "Accept-Encoding": "identity"}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310  # the scheme is known
    try:
        size = 0
        with Exchange(LONGEST) as exchange, part.open("wb") as opened:
            for piece in _pieces(request, exchange):
                size += len(piece)
                if size > LARGEST:
                    raise FetchError("too_big", str(LARGEST))
                opened.write(piece)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return size


def _pieces(request: urllib.request.Request, exchange: Exchange) -> Iterator[bytes]:
    """What comes, as it comes. Raises FetchError where it does not all come."""
    try:
        with _OPENER.open(request, timeout=TIMEOUT) as response:
            length, came = response.length, 0
            # `read` would wait until a whole piece is there, however slowly it comes.
            while piece := response.read1(_PIECE):
                came += len(piece)
                yield piece
            is_short = length is not None and came < length
    except urllib.error.HTTPError as error:
        error.close()
        raise FetchError("refused", str(error.code)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = str(getattr(error, "reason", "") or error) or type(error).__name__
        raise _late(exchange) or FetchError("unreachable", reason) from None
    # A connection that was cut can look like one that has ended.
    if late := _late(exchange):
        raise late
    if is_short:
        raise FetchError("cut_short")


def _late(exchange: Exchange) -> FetchError | None:
    return FetchError("too_long", str(LONGEST // 60)) if exchange.is_over else None
