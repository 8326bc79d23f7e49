"""Numbers that a reader might dial, wherever they are written: a mistyped one calls nobody, or somebody else.

A number comes from a fact, so that it is right everywhere once it is right there. These rules find those that a writer
has typed, however they are spaced, whatever signs stand between the digits, in the digits of any script. What is counted,
paid, dated or quoted from a law is told by its shape and by the words around it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..content.national_lines import NATIONAL_LINES, NUMBER_KEYS
from ..content.values import digits_of
from .number_shapes import LONG, LONGEST, Window, is_long, is_number

NAMED_FREELY = frozenset(
    digits_of(number)
    for line in NATIONAL_LINES.values()
    for key, number in line.facts.items()
    if line.is_emergency and key in NUMBER_KEYS
)
"""Numbers that a text may name: they are known to all and do not change."""

_ANY_DIGIT = re.compile(r"[\d\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]")


class _Seen(dict[int, str | None]):
    """What each sign is read as, by its number; found out once for each."""

    def __missing__(self, number: int) -> str | None:
        sign = chr(number)
        self[number] = seen = None if unicodedata.category(sign) in ("Mn", "Me", "Cf") else sign
        if sign.isdigit():
            self[number] = seen = str(unicodedata.digit(sign))
        return seen


_SEEN = _Seen(dict.fromkeys(map(ord, "\u115f\u1160\u2800\u3164\uffa0"), " "))  # letters that show nothing
_LETTERS = re.compile(r"(?<![^\W\d_])[Oo](?=\d)|(?<=\d)[OoIl](?=\d)|(?<=\d)[Oo](?![^\W\d_])")
_AS_DIGITS = str.maketrans("OoIl", "0011")

_MOST_GROUPS = 60
"""So many numbers without a word between them can hide any other."""

_BETWEEN = r"(?:[\s.\-\u2010-\u2015\u2212/\u00b7\u2022_'*|~]{1,4}|\)\s?|\s?\(0\)\s?|[,:](?=\d))"
_RUN = re.compile(rf"(?:\+\s?|\()?\d+(?:{_BETWEEN}\d+)*")
_GROUP = re.compile(r"\d+")
_LONGEST_SHOWN = 40  # characters
_DATE = re.compile(
    r"(?<![\d/.-])(?:(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d(?!\s?\d))(?![/.-]?\d)"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![-\d]))"
)
_TIME = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![:\d])")
_AMOUNT = re.compile(r"(?<!\d)(?<!\d[\s.,])(?!0[\s\d])\d{1,3}(?:[\s.]?\d{3})*(?:,\d{1,2})?\s?(?:€|euros?\b|eur\b)")


class Dialled(NamedTuple):
    """A number in a text. value: as it is written. digits: what it would dial. line: from 0 within the text."""

    value: str
    digits: str
    line: int


@lru_cache(maxsize=16384)  # the preview reads everything again after each change
def _plain(text: str) -> str:
    """A text in lower case, with one kind of digit and without what nobody sees. Lines stay as they are."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_SEEN)
    return _LETTERS.sub(lambda found: found[0].translate(_AS_DIGITS), text).lower()


def hand_written(text: str, known: Collection[str], allowed: Collection[str] = NAMED_FREELY) -> Iterator[Dialled]:
    """The numbers of a text that somebody could dial.

    text: as it is shown. known: the digits of the numbers of all lines. allowed: those that the text may name.
    """
    if _ANY_DIGIT.search(text):
        yield from _in(_plain(text), known, allowed)


def named(text: str) -> Iterator[Dialled]:
    """The numbers in the words of a link that a text may name."""
    if _ANY_DIGIT.search(text):
        yield from (number for number in _in(_plain(text), NAMED_FREELY, ()) if number.digits in NAMED_FREELY)


def _in(text: str, known: Collection[str], allowed: Collection[str]) -> Iterator[Dialled]:
    for pattern in (_AMOUNT, _DATE, _TIME):
        text = pattern.sub(lambda found: "x" * len(found[0]), text)
    line = at = 0
    for run in _RUN.finditer(text):
        for number in _in_run(text, run, known, allowed):
            line += text.count("\n", at, number.begin)
            at = number.begin
            value = " ".join(text[number.begin : number.end].split())[:_LONGEST_SHOWN]
            yield Dialled(value, number.digits, line)


def _in_run(text: str, run: re.Match[str], known: Collection[str], allowed: Collection[str]) -> Iterator[Window]:
    """The numbers among digits that stand together."""
    groups = list(_GROUP.finditer(text, run.start(), run.end()))
    first = 0
    if allowed and _are_all(groups, allowed):
        return
    if len(groups) > _MOST_GROUPS:
        yield Window(groups, "".join(group[0] for group in groups[:LONGEST]), text)
        return
    while first < len(groups):
        windows = list(_windows(groups, first))
        numbers = [w for w in windows if len(w.digits) >= LONG and is_long(text, w)]
        if not numbers and any(w.digits in allowed for w in windows):
            first += max(len(w.groups) for w in windows if w.digits in allowed)
            continue
        numbers = numbers or [w for w in windows if len(w.digits) < LONG and is_number(text, w, known)]
        if not numbers:
            first += 1
            continue
        number = numbers[-1]
        first += len(number.groups)
        if number.digits not in allowed:
            yield number


def _windows(groups: list[re.Match[str]], first: int) -> Iterator[Window]:
    digits = ""
    for last in range(first, len(groups)):
        digits += groups[last][0]
        if len(digits) > LONGEST:
            return
        yield Window(groups[first : last + 1], digits, groups[last].string)


def _are_all(groups: list[re.Match[str]], allowed: Collection[str]) -> bool:
    """Whether some groups of digits are numbers that may be named, one after the other."""
    digits = ""
    for group in groups:
        digits += group[0]
        if len(digits) > LONGEST:
            return False
        if digits in allowed:
            digits = ""
    return not digits
