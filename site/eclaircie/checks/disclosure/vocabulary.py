"""The words that speak of a shelter, read from the one list of them, `words/disclosure/shelters.txt`."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from .text import flat

WORDS = Path(__file__).resolve().parents[2] / "words" / "disclosure"
Kind = Literal["house", "bed", "other"]


class Mention(NamedTuple):
    """A word for a shelter in a flat text: where it begins and ends, and what kind of word it is."""

    start: int
    end: int
    kind: Kind


def word_list(name: str) -> list[str]:
    """The lines of a list of words that say something."""
    lines = (WORDS / name).read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def _clues() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in word_list("clues.txt"):
        kind, _, words = line.partition(":")
        found[kind] = found.get(kind, frozenset()) | frozenset(words.split())
    return found


def clues(kind: str) -> frozenset[str]:
    """The words of a kind in `words/disclosure/clues.txt`."""
    return _clues()[kind]


@cache
def _pattern() -> re.Pattern[str]:
    kinds: dict[str, list[str]] = {kind: ["(?!)"] for kind in get_args(Kind)}
    for line in word_list("shelters.txt"):
        kind, phrase = line.split(" ", 1)
        kinds[kind].append(_phrase(phrase))
    # Where two fit, what is no shelter counts, then the house.
    groups = (f"(?P<{kind}>{'|'.join(kinds[kind])})" for kind in ("other", "house", "bed"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)")


def _phrase(phrase: str) -> str:
    words = ("|".join(map(_word, choice.split("/"))) for choice in phrase.split())
    return "[ -]".join(f"(?:{word})" for word in words)


def _word(word: str) -> str:
    return r"\w*".join(re.escape(part) for part in word.split("*"))


@cache
def _parts() -> tuple[str, ...]:
    """Letters of which every text that the pattern finds holds some, so that most texts need not be searched."""
    phrases = (line.split(" ")[1:] for line in word_list("shelters.txt"))
    return tuple({part for words in phrases for part in max(map(_fragments, words), key=lambda f: min(map(len, f)))})


def _fragments(word: str) -> list[str]:
    """The longest letters in a row of each choice of a word."""
    return [max(choice.split("*"), key=len) for choice in word.split("/")]


def parts_in(text: str) -> tuple[str, ...]:
    """Letters of which each word for a shelter in a text holds some: quick to find. None: it speaks of no shelter.

    text: any text, or many in lines of their own, for no word goes from one line to the next.
    """
    read = flat(text).lower()
    return tuple(part for part in _parts() if part in read)


@lru_cache(maxsize=16384)  # what stands above some texts is asked about with each of them
def mentions(text: str) -> tuple[Mention, ...]:
    """Every word for a shelter in a text, in order."""
    if not parts_in(text):
        return ()
    read = flat(text).lower()
    found = ((match, match.lastgroup) for match in _pattern().finditer(read))
    return tuple(
        Mention(m.start(), m.end(), "house" if kind == "house" else "bed") for m, kind in found if kind != "other"
    )


def speaks_of(text: str, kinds: Iterable[Kind] = ("house", "bed")) -> bool:
    """Whether a text speaks of a shelter; of the house itself, where `kinds` says only `house`."""
    return any(mention.kind in kinds for mention in mentions(text))
