"""Which words of some paragraphs differ from other ones: what a reader looks for in two texts that are nearly the same."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..writing.word_differences import by_word

_FEWEST_IN_COMMON = 0.3
"""Below this share nothing is marked: of two texts that say something else, single words in common tell nothing."""

_BREAK = "\n"


@dataclass(frozen=True)
class Run:
    """Some words that follow one another. is_other: whether the other text does not have them there."""

    text: str
    is_other: bool


Marked = list[list[Run]]
"""By paragraph, its runs."""


def marked(before: Sequence[str], after: Sequence[str]) -> tuple[Marked, Marked]:
    """The paragraphs of two texts, cut where they differ. A text that stands alone is not marked."""
    if _in_common(before, after) < _FEWEST_IN_COMMON:
        return [[Run(text, False)] for text in before], [[Run(text, False)] for text in after]
    pieces = by_word(_BREAK.join(before), _BREAK.join(after))
    return (
        _cut([(piece.text, piece.kind == "gone") for piece in pieces if piece.kind != "new"]),
        _cut([(piece.text, piece.kind == "new") for piece in pieces if piece.kind != "gone"]),
    )


def _in_common(before: Sequence[str], after: Sequence[str]) -> float:
    """The share of words that two texts have in common, wherever they stand."""
    old, new = (Counter(re.findall(r"\w+", _BREAK.join(texts))) for texts in (before, after))
    return 2 * (old & new).total() / max(1, old.total() + new.total())


def _cut(pieces: list[tuple[str, bool]]) -> Marked:
    """The paragraphs of a text, by the pieces of it and whether the other text lacks them."""
    found: Marked = [[]]
    for piece, is_other in pieces:
        first, *more = piece.split(_BREAK)
        for number, text in enumerate((first, *more)):
            if number:
                found.append([])
            if text:
                found[-1].append(Run(text, is_other))
    return found
