"""What some digits of a text are: a number to dial, or something that is counted, paid, dated or quoted from a law.

It is told by their shape and by the words around them.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

LONG = 8  # digits: a number of a whole country, or of a territory of the Pacific
LONGEST = 15  # digits: no telephone number has more (ITU-T E.164)

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


class Window(NamedTuple):
    """Some groups of digits that follow each other."""

    groups: list[re.Match[str]]
    digits: str
    text: str

    @property
    def begin(self) -> int:
        """Where the first begins in the text."""
        return self.groups[0].start()

    @property
    def end(self) -> int:
        """Where the last ends."""
        return self.groups[-1].end()

    @property
    def sizes(self) -> list[int]:
        """How many digits each has."""
        return [len(group[0]) for group in self.groups]

    @property
    def gaps(self) -> str:
        """What stands between the groups."""
        pairs = zip(self.groups, self.groups[1:], strict=False)
        return "".join(self.text[a.end() : b.start()] for a, b in pairs)


def is_long(text: str, window: Window) -> bool:
    """Whether eight digits or more can be a telephone number; else they are counted, or name something in a register."""
    digits, sizes = window.digits, window.sizes
    before = text[max(0, window.begin - 30) : window.begin]
    if _FRENCH.fullmatch(digits) or (before.rstrip().endswith("+") and len(digits) <= LONGEST):
        return True
    if _REGISTERED.search(before) or (digits[0] != "0" and _is_code(text, window)):
        return False
    if all(_YEAR.fullmatch(group[0]) for group in window.groups) or (_YEAR.fullmatch(digits[:4]) and sizes == [4, 4]):
        return False
    if sizes[0] <= 3 and set(sizes[1:]) == {3} and digits[0] != "0":  # thousands
        return not (_COUNTED.match(text, window.end) or _MANY.match(text, window.end))
    return len(sizes) == 1 or set(sizes) <= {2, 3, 4}


def is_number(text: str, window: Window, known: Collection[str]) -> bool:
    """Whether some digits, fewer than eight, are dialled as they stand there."""
    if _is_code(text, window) or _COUNTED.match(text, window.end):
        return False
    if window.digits in known:
        return not _is_range(text, window)
    return 3 <= len(window.digits) <= 6 and _is_short(text, window)


def _is_code(text: str, window: Window) -> bool:
    """Whether a letter stands right before or behind, as in S7, 1er or 17h."""
    return text[window.begin - 1 : window.begin].isalpha() or text[window.end : window.end + 1].isalpha()


def _is_range(text: str, window: Window) -> bool:
    """Whether digits are from one number to another, or a part of that."""
    if len(window.digits) > 4:
        return False
    around = text[max(0, window.begin - 2) : window.begin], text[window.end : window.end + 2]
    if len(window.groups) == 1 and (_RANGE_BEFORE.fullmatch(around[0]) or _RANGE_BEHIND.fullmatch(around[1])):
        return True
    return not _TIGHT.isdisjoint(window.gaps) and not _is_spoken(text, window)


def _is_part(text: str, window: Window) -> bool:
    """Whether digits belong to a reference of several parts, such as R. 3324-23 or 2006-0509."""
    parts = [_PART_BEFORE.search(text[max(0, window.begin - 6) : window.begin]), _PART_BEHIND.match(text, window.end)]
    return any(part and (len(part[1]) != len(window.digits) or _YEAR.fullmatch(part[1])) for part in parts)


def _is_spoken(text: str, window: Window) -> bool:
    """Whether the words around some digits say that they are a number to dial."""
    before = text[max(0, window.begin - 60) : window.begin]
    return bool(
        _TOLD.search(before)
        or _TOLD_IN_ARABIC.search(before)
        or _NAMED.search(before)
        or _ANSWERS.match(text, window.end)
    )


def _is_short(text: str, window: Window) -> bool:
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
