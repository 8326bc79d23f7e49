"""A text as the rules read it: plain letters, cut into sentences and words."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


class _Plain(dict[int, str]):
    """What each sign is read as; found out once a sign, so that no text takes longer than its length."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        same = next((to for signs, to in _SAME.items() if sign in signs), None)
        letters = unicodedata.normalize("NFKD", sign) if same is None else same
        plain = "".join(str(unicodedata.digit(letter, letter)) for letter in letters if not _UNSEEN.match(letter))
        self[code] = plain
        return plain


_SAME = {"’‘ʼ´": "'", "‐‑‒–—−": "-", "|>#_": " ", "*`~\\": "", "œ": "oe", "Œ": "Oe", "ı": "i"}
"""Markup still stands in headers, which are shown as they are written."""
_UNSEEN = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
"""Accents and vowel marks; hyphens and spaces that are not seen; directions."""
_PLAIN = _Plain()


def plain(text: str) -> str:
    """A text without accents and invisible signs, with one kind of hyphen, of apostrophe and of digit."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=8192)  # the rules ask for the same texts
def flat(text: str) -> str:
    """A text as it is compared: plain, one space at a time."""
    return " ".join(plain(text).split())


class Word(NamedTuple):
    """One word of a flat text: as shown, in small letters, where it begins, and what stands between it and the last one."""

    shown: str
    low: str
    start: int
    gap: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.shown[0].isupper()

    @property
    def is_number(self) -> bool:
        """Whether it is made of digits."""
        return self.low.isdecimal()


Sentence = tuple[Word, ...]

_MOST_WORDS = 120
"""Nobody writes a sentence of more words; where words are compared with each other, it bounds the time that takes."""
_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[.!?؟…](?=[\s\"»)]|$)|[;؛]")
_NO_END = frozenset(
    [
        "r",
        "av",
        "bd",
        "pl",
        "ch",
        "imp",
        "all",
        "rte",
        "sq",
        "st",
        "ste",
        "m",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "dr",
        "dre",
        "pr",
        "me",
        "mr",
        "mrs",
        "ms",
        "n",
        "no",
        "tel",
        "cf",
        "bat",
    ]
)
"""Shortened words: the point behind them ends no sentence."""


def _is_shortened(word: str) -> bool:
    return word in _NO_END or (len(word) == 1 and word.isalpha())


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, each as its words."""
    read = flat(text)
    found: list[Sentence] = []
    words: list[Word] = []
    end = 0
    for match in _WORD.finditer(read):
        gap = read[end : match.start()]
        is_end = _ENDS.search(gap) and words and not (gap.startswith(".") and _is_shortened(words[-1].low))
        if is_end or len(words) == _MOST_WORDS:
            found.append(tuple(words))
            words = []
        words.append(Word(match[0], match[0].lower(), match.start(), gap))
        end = match.end()
    return (*found, tuple(words)) if words else tuple(found)


def shown(text: str, words: Sentence, start: int, end: int) -> str:
    """What stands in a text from one word of a sentence up to another, the latter left out."""
    return flat(text)[words[start].start : words[end - 1].start + len(words[end - 1].shown)]
