"""What became of the pages that the site relies on: those named as sources, and those to which *Quitter* leads."""

import html
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from ..checks.discretion import revealing_in_address, revealing_in_any
from ..checks.exits import host_of
from ..content.library import Library
from ..content.settings import Settings
from ..publish.fetching import FetchError
from .asking import Asker, ForbiddenError, Reply, plain_address

State = Literal["stands", "moved", "gone", "silent", "person", "unasked", "elsewhere", "reveals", "wall"]
"""What became of a page. silent: nothing answered, which may be over tomorrow. person: programs are refused. unasked:
there was no time left. The last three are of exits: they lead elsewhere, tell something, or ask something first."""

SOUND = frozenset({"stands", "unasked"})
"""The states of which nothing is told."""

WORKERS = 4
"""So many hosts are asked at a time."""

LONGEST_RUN = 20 * 60
"""Seconds for all of them."""

_WALL = re.compile(r"consent|cookie|gdpr|rgpd|log-?in|sign-?in|connexion|captcha|/auth\b", re.IGNORECASE)
"""What stands in the address of a page that asks something before it shows what was wanted."""


class Found(BaseModel):
    """What became of one page. status: of HTTP, or 0. to: where it leads now. told: a title, a word or a reason, which others
    have written. files: where the address stands, as `file:line`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: Annotated[str, Field(max_length=2000)]
    state: State
    status: int = 0
    to: Annotated[str, Field(max_length=2000)] = ""
    told: Annotated[str, Field(max_length=300)] = ""
    files: tuple[Annotated[str, Field(max_length=300)], ...] = ()


FOUND = TypeAdapter(tuple[Found, ...])
"""Reads and writes what was found, as one file of JSON."""

Judge = Callable[[str, Reply], Found]


def sources_of(library: Library, name_of: Callable[[Path], str]) -> dict[str, list[str]]:
    """The addresses of all sources, each with where it stands. name_of: a file as it is told."""
    found: dict[str, list[str]] = {}
    for document in library.documents.values():
        for number, source in enumerate(document.entry.sources or ()):
            line = document.parts.line("sources", number)
            found.setdefault(source.address, []).append(f"{name_of(document.file)}:{line}")
    return found


def exits_of(settings: Settings, file: str) -> dict[str, list[str]]:
    """The addresses of all exits, each with where it stands. file: that of the settings, as it is told."""
    tables = (("sortie", settings.exits), ("sortie_de_secours", settings.second_exits))
    found: dict[str, list[str]] = {}
    for key, table in tables:
        for tag, address in table.items():
            found.setdefault(address, []).append(f"{file} ({key}: {tag})")
    return found


def found_at(
    places: Mapping[str, list[str]], asker: Asker, judge: Judge, *, read: bool = False, seconds: float = LONGEST_RUN
) -> Iterator[Found]:
    """What became of each page, as answers come.

    places: where each address stands. judge: what an answer means. read: whether the beginning of pages is wanted.
    seconds: what is not asked by then is not asked at all.
    """
    by_host: dict[str, list[str]] = {}
    for address in places:
        by_host.setdefault(urlsplit(address).netloc, []).append(address)
    end = time.monotonic() + seconds

    def ask(addresses: Iterable[str]) -> list[Found]:
        found = []
        for address in addresses:
            is_late = time.monotonic() >= end
            found.append(Found(address=address, state="unasked") if is_late else _found(address, asker, judge, read))
        return found

    with ThreadPoolExecutor(WORKERS) as pool:
        for done in as_completed([pool.submit(ask, addresses) for addresses in by_host.values()]):
            for found in done.result():
                yield found.model_copy(update={"files": tuple(name[:300] for name in places[found.address])})


def _found(address: str, asker: Asker, judge: Judge, read: bool) -> Found:
    try:
        return judge(address, asker.ask(address, read=read))
    except ForbiddenError:
        return Found(address=address, state="person", told="robots.txt")
    except FetchError as error:
        return Found(address=address, state="silent", told=(error.detail or error.code)[:300])


def source(address: str, reply: Reply) -> Found:
    """What became of a source."""
    status, to = reply.status, reply.address[:2000]
    if state := _trouble(reply):
        return Found(address=address, state=state, status=status)
    former, new = _place(plain_address(address)), _place(to)
    # From a page to the first page of the site: many sites answer so for what they no longer have.
    is_home = new[1] == "" != former[1]
    if former != new and (reply.for_good or is_home):
        return Found(address=address, state="moved", status=status, to=to)
    return Found(address=address, state="stands", status=status)


def exit_page(address: str, reply: Reply) -> Found:
    """What became of a page to which *Quitter* leads."""
    status, to, title = reply.status, reply.address[:2000], title_of(reply)
    if state := _trouble(reply):
        return Found(address=address, state=state, status=status)
    if word := revealing_in_any(title) or revealing_in_address(to):
        return Found(address=address, state="reveals", status=status, to=to, told=f"{word} : {title}"[:300])
    if host_of(to) != host_of(address):
        return Found(address=address, state="elsewhere", status=status, to=to, told=title)
    if _WALL.search(urlsplit(to).path) and not _WALL.search(address):
        return Found(address=address, state="wall", status=status, to=to, told=title)
    return Found(address=address, state="stands", status=status, told=title)


def _trouble(reply: Reply) -> State | None:
    """What is wrong with an answer by its status alone."""
    if reply.status in (404, 410):
        return "gone"
    if reply.is_challenge or 300 <= reply.status < 500:
        return "person"
    return "silent" if reply.status >= 500 else None


def _place(address: str) -> tuple[str, str, str]:
    """An address as it compares: neither http or https, nor `www.`, nor a last slash makes another one."""
    parts = urlsplit(address)
    return host_of(address), parts.path.rstrip("/").lower(), parts.query


def title_of(reply: Reply) -> str:
    """The title of a page, on one line."""
    charset = reply.charset or (
        found[1].decode() if (found := re.search(rb"charset=[\"']?([\w-]+)", reply.body)) else ""
    )
    try:
        text = reply.body.decode(charset or "utf-8", "replace")
    except LookupError:
        text = reply.body.decode("utf-8", "replace")
    match = re.search(r"<title\b[^>]*>(.*?)</title", text, re.IGNORECASE | re.DOTALL)
    return " ".join(html.unescape(match[1]).split())[:300] if match else ""
