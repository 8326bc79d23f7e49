"""Which row of a translation stands for which row of the French page."""

import hashlib
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..content.alignment import aligned
from ..content.document import Words
from ..content.references import LINK
from .rows import Kind, Row, rows_of

_GAP = 1.0
_NEVER = 3.0
"""What two rows count that are never the same: more than both of them alone."""

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True)
class Pair:
    """A row in French and in the other language; None where it has no counterpart there, or none yet.

    row: that of the two which says how the translation is written.
    """

    french: Row | None
    own: Row | None
    row: Row


def rows_of_words(words: Words, search_words: Sequence[str]) -> list[Row]:
    """All rows of a page, those of its header first. search_words: what people say when they look for it."""
    header = [
        (Kind.TITLE, words.title),
        (Kind.TAB, words.tab or ""),
        (Kind.SUMMARY, words.summary),
        (Kind.SEARCH_WORDS, "\n".join(search_words)),
    ]
    return [*(Row(kind, text) for kind, text in header if text), *rows_of(words.body)]


def paired(french: list[Row], own: list[Row]) -> list[Pair]:
    """The rows of both texts side by side, each in the order in which it stands in its own text."""
    theirs, ours = _sections(french), _sections(own)
    if [section[0].code for section in theirs[1:]] != [section[0].code for section in ours[1:]]:
        theirs, ours = [french], [own]
    return [
        Pair(one, other, row)
        for section, counterpart in zip(theirs, ours, strict=True)
        for one, other in aligned(section, counterpart, _unlike, _GAP)
        if (row := other or one) is not None
    ]


def _sections(rows: list[Row]) -> list[list[Row]]:
    """The rows up to the first heading, and from each heading to the next."""
    sections: list[list[Row]] = [[]]
    for row in rows:
        if row.kind is Kind.HEADING:
            sections.append([])
        sections[-1].append(row)
    return sections


def _unlike(theirs: Row, ours: Row) -> float:
    """How little two rows are alike, from 0; what is of another kind is never the same."""
    if theirs.kind is not ours.kind or theirs.is_fixed != ours.is_fixed or theirs.number != ours.number:
        return _NEVER
    if theirs.is_fixed:
        return 0 if theirs.text == ours.text else _NEVER
    lengths = abs(math.log((len(ours.text) + 10) / (len(theirs.text) + 10)))
    return min(1.9, 0.5 * (targets_of(theirs.text) != targets_of(ours.text)) + 0.6 * lengths)


def targets_of(text: str) -> Counter[str]:
    """How often a text leads to each target."""
    return Counter(link["target"] for link in LINK.finditer(text))


def mark_of(row: Row | None) -> str:
    """A short fingerprint of a French row, by which it is known again; `0000` for none.

    Blanks and what nobody sees count for nothing, for word processors change them.
    """
    if row is None:
        return "0000"
    text = "".join(_UNSEEN.sub("", row.text).split())
    return hashlib.sha256(text.encode()).hexdigest()[:4]
