"""What differs between two texts, word by word, as far as somebody has to read it."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

_WORD = re.compile(r"\s+|[^\W\d_]+|\d+|.", re.DOTALL)
_MANY = 60_000
"""Pairs of the same word in two texts. With more of them the words are not compared one by one: that would take minutes, as
of a word that stands a thousand times in both."""


class Piece(NamedTuple):
    """Some words. kind: whether they stand in both texts, only in the former, or only in the new one."""

    kind: Literal["same", "gone", "new"]
    text: str


def differences(before: str, after: str) -> Iterator[list[Piece]]:
    """The lines that differ, each with its words in order; what is the same in both texts is left out."""
    old, new = before.strip().split("\n"), after.strip().split("\n")
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, added = "\n".join(old[a:b]).strip(), "\n".join(new[c:d]).strip()
        if kind != "equal" and (gone or added):
            yield by_word(gone, added)


def by_word(before: str, after: str) -> list[Piece]:
    """Two texts in order, cut where they differ: whole where that would take too long."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    counts = Counter(word for word in new if not word.isspace())
    if sum(counts[word] for word in old) > _MANY:
        return [Piece("gone", before)] * bool(before) + [Piece("new", after)] * bool(after)
    pieces: list[Piece] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        pieces += [Piece("gone", "".join(old[a:b]))] * (a < b) + [Piece("new", "".join(new[c:d]))] * (c < d)
    return pieces


def as_text(pieces: list[Piece]) -> str:
    """The same where there are no colours: `[-former words-]{+new words+}`."""
    signs = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces)
