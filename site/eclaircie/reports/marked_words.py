"""Which words of a text differ from another one's: what a reader looks for in two paragraphs that are nearly the same."""

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

_LONGEST = 3000
"""Words and signs; two longer texts are not compared word by word, for the time it takes grows with their product."""

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
    old, new = _signs(before), _signs(after)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    if max(len(old), len(new)) > _LONGEST or _in_common(before, after) < _FEWEST_IN_COMMON:
        return _plain(before), _plain(after)
    same = matcher.get_matching_blocks()
    return (
        _cut(old, {i for block in same for i in range(block.a, block.a + block.size)}),
        _cut(new, {i for block in same for i in range(block.b, block.b + block.size)}),
    )


def _in_common(before: Sequence[str], after: Sequence[str]) -> float:
    """The share of words that two texts have in common, wherever they stand."""
    old, new = (Counter(re.findall(r"\w+", _BREAK.join(texts))) for texts in (before, after))
    return 2 * (old & new).total() / max(1, old.total() + new.total())


def _signs(paragraphs: Sequence[str]) -> list[str]:
    """Words, spaces and signs, one after the other, and a break between two paragraphs."""
    return re.findall(r"\w+|\s|[^\w\s]", _BREAK.join(paragraphs))


def _plain(paragraphs: Sequence[str]) -> Marked:
    return [[Run(text, False)] for text in paragraphs]


def _cut(signs: list[str], same: set[int]) -> Marked:
    """The paragraphs of a text. same: the places of the signs that the other text has."""
    found: Marked = [[]]
    for is_same, places in groupby(range(len(signs)), same.__contains__):
        first, *more = "".join(signs[place] for place in places).split(_BREAK)
        for number, text in enumerate((first, *more)):
            if number:
                found.append([])
            if text:
                found[-1].append(Run(text, not is_same))
    return found
