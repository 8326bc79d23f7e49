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
_LONG = 8  # digits: a number of a whole country, or of a territory of the Pacific
_LONGEST = 15  # digits: no telephone number has more (ITU-T E.164)

_FRENCH = re.compile(r"0[1-9]\d{8}|(?:00)?330?[1-9]\d{8}|00[1-9]\d{7,12}")
_EUROPEAN = ("116", "118")
"""How the numbers of six digits begin."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUARTER = re.compile(r"(?:[01]\d|2[0-4])(?:00|15|30|45)")
"""A time of day, as English writes it: 10.30."""
_TIGHT = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212/:,'")
"""What stands in ranges, days and articles of law as well."""
_RANGE_BEFORE, _RANGE_BEHIND = re.compile(r"\d[-\u2010-\u2015/,:.]"), re.compile(r"[-\u2010-\u2015/,:.]\d")
_PART_BEFORE, _PART_BEHIND = re.compile(r"(\d+)[-\u2010-\u2015/]$"), re.compile(r"[-\u2010-\u2015/](\d{1,6})(?!\d)")

_MONTHS = (
    "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
    "|يناير|فبراير|مارس|ابريل|أبريل|مايو|يونيو|يوليو|اغسطس|أغسطس|سبتمبر|اكتوبر|أكتوبر|نوفمبر|ديسمبر"
)
_UNITS = (
    "€|euros?|eur|centimes?|%|‰|°|ans?|mois|jours?|heures?|h|minutes?|min|secondes?|semaines?|annees?|metres?|m|m2|km|kg|g"
    "|personnes?|femmes?|hommes?|enfants?|familles?|habitants?|places?|pages?|signes?|mots?|fois|points?|cas|dossiers?"
    "|communes?|departements?|associations?|exemplaires?|octets?|lignes?|appels?|rue|ruelle|avenue|av|boulevard|bd|place"
    "|chemin|impasse|allee|quai|route|square|cours|bis|ter"
    "|days?|hours?|minutes|months?|weeks?|years?|women|men|people|children|families|pages|times|met(?:re|er)s?|street|road"
    "|pounds?|يوما?|ايام|أيام|ساعة|ساعات|سنة|سنوات|شهرا?|اشهر|أشهر|دقيقة|دقائق|امرأة|شخصا?|يورو|اورو|أورو|صفحة|مرة"
)
_COUNTED = re.compile(rf"[\s-]?(?:{_UNITS}|{_MONTHS})(?![^\W\d_])", re.IGNORECASE)
_MANY = re.compile(
    r"\s(?!vous|nous|dans|sans|puis|plus|vers|sous|mais|alors|toujours|aussi|tous|always)[^\W\d_]{3,}[sx]\b"
)
"""A word in the plural, such as stands behind a count."""

_BEFORE = r"(?:^|[^\w])"
_TOLD = re.compile(
    rf"{_BEFORE}(?:(?:r?appel|compos|telephon|contact|joi[gn]|envo[iy]|tap|fai[ts])\w*|ecri(?:s|t|re|vez|vons)\b|tel|sms|textos?|ligne|numeros?"
    r"|call|dial|ring|phone|telephone|text|write|number|hotline|helpline|line)"
    r"(?:[\s.:«\"'(]+[^\W\d]+){0,4}[\s.:«\"'(]*$",
)
"""What is said before a number that is to be dialled."""
_TOLD_IN_ARABIC = re.compile(
    "(?:اتصل\\w*|رقم|هاتف|أرسل\\w*|ارسل\\w*|اكتب\\w*)(?:\\s+(?:على|إلى|الى|ب|الرقم))*[\\s:«(]*$"
)
_NAMED = re.compile(rf"{_BEFORE}(?:le|au|du)\s$")
_ANSWERS = re.compile(
    r"\s(?:repond|ecoute|aide|oriente|est (?:gratuit|ouvert|joignable)|answers|listens|helps|is (?:free|open)|يرد|يجيب|مجاني)"
)
_LAW = re.compile(
    r"(?:articles?|art\.|loi|decret|directive|reglement|circulaire|arrete)\s+(?:n[°o]\s?)?(?:[lrda]\W{0,2})?$"
)
_REGISTERED = re.compile(r"(?:siren|siret|rna|iban|ape|naf|cerfa|dossier)\W+(?:n[°o]\s?)?$")
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


def _in_run(text: str, run: re.Match[str], known: Collection[str], allowed: Collection[str]) -> Iterator["_Window"]:
    """The numbers among digits that stand together."""
    groups = list(_GROUP.finditer(text, run.start(), run.end()))
    first = 0
    if allowed and _are_all(groups, allowed):
        return
    if len(groups) > _MOST_GROUPS:
        yield _Window(groups, "".join(group[0] for group in groups[:_LONGEST]), text)
        return
    while first < len(groups):
        windows = list(_windows(groups, first))
        numbers = [w for w in windows if len(w.digits) >= _LONG and _is_long(text, w)]
        if not numbers and any(w.digits in allowed for w in windows):
            first += max(len(w.groups) for w in windows if w.digits in allowed)
            continue
        numbers = numbers or [w for w in windows if len(w.digits) < _LONG and _is_number(text, w, known)]
        if not numbers:
            first += 1
            continue
        number = numbers[-1]
        first += len(number.groups)
        if number.digits not in allowed:
            yield number


class _Window(NamedTuple):
    """Some groups of digits that follow each other."""

    groups: list[re.Match[str]]
    digits: str
    text: str

    @property
    def begin(self) -> int:
        return self.groups[0].start()

    @property
    def end(self) -> int:
        return self.groups[-1].end()

    @property
    def sizes(self) -> list[int]:
        return [len(group[0]) for group in self.groups]

    @property
    def gaps(self) -> str:
        """What stands between the groups."""
        pairs = zip(self.groups, self.groups[1:], strict=False)
        return "".join(self.text[a.end() : b.start()] for a, b in pairs)


def _windows(groups: list[re.Match[str]], first: int) -> Iterator[_Window]:
    digits = ""
    for last in range(first, len(groups)):
        digits += groups[last][0]
        if len(digits) > _LONGEST:
            return
        yield _Window(groups[first : last + 1], digits, groups[last].string)


def _are_all(groups: list[re.Match[str]], allowed: Collection[str]) -> bool:
    """Whether some groups of digits are numbers that may be named, one after the other."""
    digits = ""
    for group in groups:
        digits += group[0]
        if len(digits) > _LONGEST:
            return False
        if digits in allowed:
            digits = ""
    return not digits


def _is_long(text: str, window: _Window) -> bool:
    """Whether eight digits or more can be a telephone number; else they are counted, or name something in a register."""
    digits, sizes = window.digits, window.sizes
    before = text[max(0, window.begin - 30) : window.begin]
    if _FRENCH.fullmatch(digits) or (before.rstrip().endswith("+") and len(digits) <= _LONGEST):
        return True
    if _REGISTERED.search(before) or (digits[0] != "0" and _is_code(text, window)):
        return False
    if all(_YEAR.fullmatch(group[0]) for group in window.groups) or (_YEAR.fullmatch(digits[:4]) and sizes == [4, 4]):
        return False
    if sizes[0] <= 3 and set(sizes[1:]) == {3} and digits[0] != "0":  # thousands
        return not (_COUNTED.match(text, window.end) or _MANY.match(text, window.end))
    return len(sizes) == 1 or set(sizes) <= {2, 3, 4}


def _is_number(text: str, window: _Window, known: Collection[str]) -> bool:
    """Whether some digits, fewer than eight, are dialled as they stand there."""
    if _is_code(text, window) or _COUNTED.match(text, window.end):
        return False
    if window.digits in known:
        return not _is_range(text, window)
    return 3 <= len(window.digits) <= 6 and _is_short(text, window)


def _is_code(text: str, window: _Window) -> bool:
    """Whether a letter stands right before or behind, as in S7, 1er or 17h."""
    return text[window.begin - 1 : window.begin].isalpha() or text[window.end : window.end + 1].isalpha()


def _is_range(text: str, window: _Window) -> bool:
    """Whether digits are from one number to another, or a part of that."""
    if len(window.digits) > 4:
        return False
    around = text[max(0, window.begin - 2) : window.begin], text[window.end : window.end + 2]
    if len(window.groups) == 1 and (_RANGE_BEFORE.fullmatch(around[0]) or _RANGE_BEHIND.fullmatch(around[1])):
        return True
    return not _TIGHT.isdisjoint(window.gaps) and not _is_spoken(text, window)


def _is_part(text: str, window: _Window) -> bool:
    """Whether digits belong to a reference of several parts, such as R. 3324-23 or 2006-0509."""
    parts = [_PART_BEFORE.search(text[max(0, window.begin - 6) : window.begin]), _PART_BEHIND.match(text, window.end)]
    return any(part and (len(part[1]) != len(window.digits) or _YEAR.fullmatch(part[1])) for part in parts)


def _is_spoken(text: str, window: _Window) -> bool:
    """Whether the words around some digits say that they are a number to dial."""
    before = text[max(0, window.begin - 60) : window.begin]
    return bool(
        _TOLD.search(before)
        or _TOLD_IN_ARABIC.search(before)
        or _NAMED.search(before)
        or _ANSWERS.match(text, window.end)
    )


def _is_short(text: str, window: _Window) -> bool:
    """Whether three to six digits that are no known number look like one."""
    digits, sizes, gaps = window.digits, window.sizes, window.gaps
    before = text[max(0, window.begin - 60) : window.begin]
    if _LAW.search(before) or _REGISTERED.search(before):
        return False
    if len(sizes) == 1 and _is_part(text, window):
        return False
    is_many = bool(_MANY.match(text, window.end))
    if not _TIGHT.isdisjoint(gaps):
        if sizes == [2, 2]:
            return _is_spoken(text, window) and not _is_day(digits)
        return sizes == [3, 3] and (digits.startswith(_EUROPEAN) or _is_spoken(text, window))
    if len(sizes) > 1 and set(sizes) == {2}:
        return not ("." in gaps and _QUARTER.fullmatch(digits) and not _is_spoken(text, window))
    if len(sizes) > 3 and set(sizes) == {1}:
        return True
    if (len(digits) == 6 and digits.startswith(_EUROPEAN)) or (sizes == [4] and digits[0] in "03"):
        return not is_many or _is_spoken(text, window)
    if is_many or (sizes == [4] and _YEAR.fullmatch(digits)):
        return False
    if len(digits) == 5 or (len(sizes) > 1 and sizes[1:] != [3]):
        return bool(_TOLD.search(before))
    return not (sizes == [3] and digits[:2] in ("97", "98")) and _is_spoken(text, window)


def _is_day(digits: str) -> bool:
    """Whether four digits may be a day and a month."""
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:]) <= 12
