"""What a writer may have meant by a name that does not exist. Nothing is proposed where the meaning is not near."""

import re
from collections.abc import Iterable, Mapping

from .folding import plain

_NUMBER = re.compile(r"\d+[ab]?\b", re.IGNORECASE)
"""The numbers in a name: those of two départements are never near, however alike the names look."""
_SHORTEST_WORD = 4
"""Letters; shorter words say little of what a page is about."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name nearest to `word`, as a hint to put behind a sentence, or nothing."""
    found = [(distance, name) for name in known if (distance := _slip(word, name)) is not None]
    return _hint(min(found)[1]) if found else ""


def nearest_page(path: str, titles: Mapping[str, str]) -> str:
    """The page that is meant by a path that no page has, as a hint to put behind a sentence, or nothing.

    titles: the title of each page, by path. A file that was moved has its own last part elsewhere; one that was renamed
    has a last part spelt nearly so, or of the same words, or a title that says them. The folder alone says nothing.
    """
    folder, _, last = path.rpartition("/")
    found = []
    for other, title in titles.items():
        other_folder, _, other_last = other.rpartition("/")
        if not other_last or other == path or _numbers(path) != _numbers(other):
            continue
        elsewhere = folder != other_folder
        slip = _slip(last, other_last)
        if slip is not None:
            found.append((slip if slip == 0 else slip + elsewhere, elsewhere, other))
        elif _says(other_last, last) or _says(last, other_last):
            found.append((4, elsewhere, other))
        elif _says(title, last) and (not elsewhere or len(_words(last)) > 1):
            found.append((5, elsewhere, other))
    if not found:
        return ""
    best = min(found)
    equals = sorted(other for *rank, other in found if rank == list(best[:2]))
    return _hint(*equals[:2]) if len(equals) <= 2 else ""


def _hint(*names: str) -> str:
    return f" → « {' » / « '.join(names)} » ?"


def _numbers(name: str) -> list[str]:
    return [number.lower() for number in _NUMBER.findall(name)]


def _slip(word: str, name: str) -> int | None:
    """How many slips of the finger lie between two names, or None where they are too many for one to be the other."""
    one, other = plain(word), plain(name)
    if one == other and one:
        return 0
    if _numbers(word) != _numbers(name):
        return None
    shorter = min(len(one), len(other))
    most = 0 if shorter < _SHORTEST_WORD else 1 if shorter < 9 else 2
    if abs(len(one) - len(other)) > most or not most:
        return None
    distance = _distance(one, other)
    return distance if distance <= most else None


def _distance(one: str, other: str) -> int:
    """How many letters were added, left out, mistaken or exchanged with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        two_before, before, row = before, row, [i]
        for j, sign in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != sign))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == sign:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _words(text: str) -> list[str]:
    return [word for word in plain(text).split() if len(word) >= _SHORTEST_WORD]


def _says(text: str, name: str) -> bool:
    """Whether a text has all the words of a name, in any of their forms."""
    words, said = _words(name), _words(text)
    return bool(words) and all(any(_alike(word, other) for other in said) for word in words)


def _alike(word: str, other: str) -> bool:
    """Whether two words are one, or forms of one: préparer, préparation."""
    if word == other:
        return True
    shared = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return shared >= 5 and shared >= min(len(word), len(other)) - 2
