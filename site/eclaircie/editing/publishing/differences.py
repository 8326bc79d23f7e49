"""How two texts differ, to be read by a person: line by line, and in a line that was changed the words."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_AROUND = 1  # lines shown before and after a change
_RELATED = 0.35
"""From how much in common two lines are one that was changed; below, marking words would be a riddle."""


@dataclass(frozen=True)
class Piece:
    """Some signs of a line. is_marked: whether the other text has not got them."""

    text: str
    is_marked: bool


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Row:
    """What stands side by side. kind: the same in both, gone, new, changed, or lines left out. before, after: None for none."""

    kind: Literal["same", "removed", "added", "changed", "left_out"]
    before: Line | None = None
    after: Line | None = None


def rows(before: str, after: str) -> list[Row]:
    """The lines of two texts that differ, each with what stands around it."""
    old, new = before.splitlines(), after.splitlines()
    found: list[Row] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    last = 0
    for group in matcher.get_grouped_opcodes(_AROUND):
        if group[0][1] > last:
            found.append(Row("left_out"))
        for tag, i1, i2, j1, j2 in group:
            found += _same(old[i1:i2]) if tag == "equal" else _replaced(old[i1:i2], new[j1:j2])
        last = group[-1][2]
    if found and last < len(old):
        found.append(Row("left_out"))
    return found


def _same(lines: Sequence[str]) -> Iterator[Row]:
    for line in lines:
        if line.strip() in ("", "---"):  # of no help to know where one is
            continue
        whole = (Piece(line, is_marked=False),)
        yield Row("same", whole, whole)


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """Lines in the place of others: those of the same rank as one that was changed, where they have enough in common."""
    for one, other in zip_longest(old, new):
        if one is not None and other is not None and (pair := _changed(one, other)):
            yield pair
            continue
        if one is not None:
            yield Row("removed", before=(Piece(one, is_marked=True),))
        if other is not None:
            yield Row("added", after=(Piece(other, is_marked=True),))


def _changed(one: str, other: str) -> Row | None:
    old, new = _WORDS.findall(one), _WORDS.findall(other)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _RELATED:
        return None
    before: list[Piece] = []
    after: list[Piece] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        for line, words in ((before, old[i1:i2]), (after, new[j1:j2])):
            if words:
                line.append(Piece("".join(words), tag != "equal"))
    return Row("changed", tuple(before), tuple(after))
