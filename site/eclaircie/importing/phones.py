"""Of the telephone numbers of a record, the one for the public."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..checks.disclosure.people import mobile_in
from ..content.folding import plain
from ..content.national_lines import NATIONAL_LINES, NUMBER_KEYS
from ..content.numbering_plan import tariff_of
from ..content.phone_forms import digits_meant, grouped
from ..content.values import PHONE, digits_of
from .record import Unread, Why
from .refusals import kept_text

_PINNED = frozenset(
    digits_of(number) for line in NATIONAL_LINES.values() for key, number in line.facts.items() if key in NUMBER_KEYS
)
"""National lines: each has a page of its own, and a counter must not look like it."""

_PACIFIC = {"986": ("681", 6), "987": ("689", 8), "988": ("687", 6)}
"""The country's number and how many digits one dials, in each Pacific territory (ITU-T E.164 national plans)."""
_PACIFIC_MOBILE = {"986": "8", "987": "8", "988": "789"}
"""The first digits of mobiles there."""
_OVERSEAS = re.compile(r"(?:\+|00)(262|508|590|594|596)(?:\(0\)|0)?(\d{6,9})")
_SEVERAL = re.compile(r"\s(?:ou|et|puis)\s|[;|\n]|\s[/-]\s|(?<=\d{2})/(?=0\d)", re.IGNORECASE)

_LABEL = re.compile(r"^\s*(?:t[ée]l[ée]?\w*|fixe|standard|accueil)\s*[.:\s]*", re.IGNORECASE)

_NOTES: tuple[tuple[str, str], ...] = (
    ("fax", r"fax|telecopie\w*"),
    ("personal", r"personnels?|prive|portables?|mobiles?|gsm|domicile"),
    ("mobile_text", r"sms|textos?"),
    (
        "others",
        r"professionnels?|partenaires?|magistrats?|presse|recrutement|comptabilite|fournisseurs?|elus?|employeurs?"
        r"|entreprises?|agents?|maires?|avocats uniquement|travaux|technique|astreinte",
    ),
    (
        "public",
        r"victimes?|accueil|public|renseignements?|rendez vous|rdv|secretariat|usagers?|allocataires?|famille\w*",
    ),
    ("switchboard", r"standard|central telephonique"),
)
"""What the note of a number tells of it, in plain letters; the first that fits."""
_REASONS: dict[str, Why] = {"fax": "fax", "personal": "mobile", "mobile_text": "mobile", "others": "not_for_public"}
_ORDER = {"public": 0, "": 1, "switchboard": 3}


class _Number(NamedTuple):
    """A number that may be shown, and its rank: the lower, the better for the public."""

    rank: int
    number: str
    note: str


def number_for_public(
    given: Iterable[tuple[str, str]], territory: str, field: str = "telephone"
) -> tuple[str | None, list[Unread]]:
    """The number for the public as our headers have it, or None; and what was not taken, each with its reason.

    given: numbers as written, each with its note. territory: slug. field: the directory's name of the field.

    Left out: mobiles and numbers that a note calls personal, faxes, numbers for professionals, numbers that are paid,
    national lines that have a page, and what is no number in France. Of the others the first whose note names victims,
    the reception or the public; else the first without a note; else the first with another note; a switchboard last.
    """
    found: list[_Number] = []
    unread: list[Unread] = []
    for value, note in ((part, note) for text, note in given for part in _each(text, territory)):
        number, why = _read(value, note, territory)
        if number is None and why is not None:
            kept = "" if why == "mobile" else kept_text(f"{value} ({note})" if note else value)
            unread.append(Unread(field, kept, why))
        elif number is not None and all(number != other.number for other in found):
            found.append(_Number(_ORDER.get(_meaning(note), 2), number, note))
    if not found:
        return None, unread
    chosen = min(found, key=lambda each: each.rank)
    for other in found:
        if other is not chosen:
            unread.append(
                Unread(
                    field, kept_text(f"{other.number} ({other.note})" if other.note else other.number), "other_number"
                )
            )
    if _meaning(chosen.note) == "switchboard":
        unread.append(Unread(field, kept_text(chosen.note), "switchboard"))
    return chosen.number, unread


def _each(text: str, territory: str) -> Iterator[str]:
    """The numbers that one value holds: some have two in a field."""
    if not text.strip():
        return
    parts = [part for part in _SEVERAL.split(text) if part.strip()]
    if len(parts) > 1 and all(_right(part, territory) for part in parts):
        yield from parts
    else:
        yield text


def _meaning(note: str) -> str:
    words = plain(note)
    if not words:
        return ""
    return next((name for name, pattern in _NOTES if re.search(rf"\b(?:{pattern})\b", words)), "other")


def _read(value: str, note: str, territory: str) -> tuple[str | None, Why | None]:
    """A number as headers have it, or None and why not."""
    number = _right(value, territory)
    digits = digits_of(number or digits_meant(value))
    if mobile_in(value) or mobile_in(digits) or _is_mobile_there(digits, territory):
        return None, "mobile"
    if reason := _REASONS.get(_meaning(note)):
        return None, reason
    if digits in _PINNED:
        return None, "national_number"
    tariff = tariff_of(digits)
    if tariff == "paid":
        return None, "paid_number"
    if number is None or tariff in ("operator", "fiction", "abroad"):
        return None, "odd_number"
    return number, None


def _is_mobile_there(digits: str, territory: str) -> bool:
    _, length = _PACIFIC.get(territory, ("", 0))
    return length > 0 and len(digits) == length and digits[0] in _PACIFIC_MOBILE[territory]


def _right(value: str, territory: str) -> str | None:
    """A number as it is dialled where its counter is, in groups, or None where the text is none."""
    digits = digits_meant(_LABEL.sub("", value)).replace("(0)", "").replace("(", "").replace(")", "")
    if territory in _PACIFIC:
        code, length = _PACIFIC[territory]
        local = re.sub(rf"^(?:\+|00)?{code}(?=\d{{{length}}}$)", "", digits)
        if re.fullmatch(rf"\d{{{length}}}", local):
            return grouped(local)
    if found := _OVERSEAS.fullmatch(digits):
        code, rest = found.groups()
        # Behind +262 stand nine digits that begin with 262, or, as many write it, the six that follow.
        digits = f"0{rest}" if len(rest) == 9 else f"0{code}{rest}" if len(rest) == 6 else digits
    return grouped(digits) if PHONE.fits(digits) else None
