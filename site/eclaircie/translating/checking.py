"""What is wrong with a page that came back, in the words of whoever filled it in: the page, and the row."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from typing import Any

from ..content.references import LINK
from .pairing import targets_of
from .rows import HEADER
from .sheet import NOTHING, TO_LOOK_AT
from .word_reading import Returned, ReturnedPage

_FIGURES = re.compile(r"\d+")
_WITHIN_NUMBERS = re.compile(r"(?<=\d)[ .,\u00a0\u202f](?=\d{2})")
_TELLING = 3
"""Figures from which on a number is one in every language; `13 h` may well become `1 pm`, and `1 an` a word."""

_TOO_SHORT = 40
"""Letters of a French row, of which a translation has more than a few."""


@dataclass(frozen=True)
class Trouble:
    """Something that keeps a page from being written. code: in the sentences of the table `sheets`. row: its number, or 0."""

    code: str
    row: int
    values: dict[str, Any]


def troubles(page: ReturnedPage, known: dict[int, str], untouched: Set[str]) -> Iterator[Trouble]:
    """What is wrong with the rows of a page, in order.

    known: the French of each row by its number, as far as it has any. untouched: what the translation said before: that
    is not judged here.
    """
    numbers = [returned.number for returned in page.rows]
    for text in page.unread:
        yield Trouble("no_key", 0, {"value": text})
    for number, count in sorted(Counter(numbers).items()):
        if count > 1:
            yield Trouble("twice", number, {})
    for number in range(1, page.count + 1):
        if number not in numbers:
            yield Trouble("row_missing", number, {"value": _shown(known.get(number, ""))})
    for returned in page.rows:
        french, own = known.get(returned.number, ""), returned.row.text
        if french and not replace(returned.row, text=french).is_fixed and own not in untouched:
            yield from _of_row(returned, french, own)
    yield from _of_links(page, known)


def _of_row(returned: Returned, french: str, own: str) -> Iterator[Trouble]:
    number = returned.number
    if own.startswith(TO_LOOK_AT):
        yield Trouble("not_looked_at", number, {})
    elif not own or (own == NOTHING and returned.row.kind in HEADER):
        yield Trouble("empty", number, {"value": _shown(french)})
    elif own != NOTHING:
        if lost := [figures for figures in _numbers(french) if len(figures) >= _TELLING and figures not in _run(own)]:
            yield Trouble("number_lost", number, {"value": ", ".join(lost)})
        if own.count("**") % 2:
            yield Trouble("stars", number, {})


def _of_links(page: ReturnedPage, known: dict[int, str]) -> Iterator[Trouble]:
    """Links that the page has no longer, or has not in French. One may stand in another row, for sentences change places."""
    rows = {returned.number: returned.row.text for returned in page.rows}
    theirs = sum((targets_of(text) for text in known.values()), Counter[str]())
    ours = sum((targets_of(text) for text in rows.values()), Counter[str]())
    for target in theirs - ours:
        places = [number for number, text in known.items() if target in targets_of(text)]
        lost = [number for number in places if target not in targets_of(rows.get(number, ""))]
        yield Trouble("link_lost", (lost or places)[0], {"value": target})
    for target in ours - theirs:
        number = next(number for number, text in rows.items() if target in targets_of(text))
        yield Trouble("link_added", number, {"value": target})


def _numbers(text: str) -> list[str]:
    return _FIGURES.findall(_run(LINK.sub(r"\g<text>", text)))


def _run(text: str) -> str:
    """A text in which the figures of a number stand together, all of them of one kind."""
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text)
    return _WITHIN_NUMBERS.sub("", re.sub("[\u200e\u200f]", "", plain))


def _shown(text: str) -> str:
    """The beginning of a text, by which a row is found in the document."""
    line = " ".join(text.replace("**", "").split())
    return line if len(line) <= _TOO_SHORT else line[:_TOO_SHORT].rsplit(" ", 1)[0] + "…"
