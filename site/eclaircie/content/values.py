"""The types of the values that a writer may put into a header, each with its own fault."""

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from .numbering_plan import tariff_of

SHORT_NUMBERS = frozenset({"15", "17", "18", "112", "114", "115", "119", "116000", "116006", "116117"})
"""Emergency and harmonised European numbers. Numbers of four digits that begin with 3 are French short numbers."""

_LONG_NUMBER = re.compile(r"0[1-9][0-9]{8}|\+[0-9]{8,15}")
_SHORT_NUMBER = re.compile(r"3[0-9]{3}")
_ISLAND_NUMBER = re.compile(r"[0-9]{6}|[0-9]{8}")
"""As it is dialled within Nouvelle-Calédonie and Wallis-et-Futuna (six digits) or Polynésie française (eight)."""
_SPACES = re.compile(r"[ .\u00a0\u202f-]")

HTTPS_ADDRESS = re.compile(r"https://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:[0-9]+)?(/[^\s<>\"'\\^`{|}]*)?")
"""Without a name or a password before the host, and without a sign that could end an attribute."""

LONGEST_TEXT = 1_000  # characters: three times the longest summary, and soon read by every check

WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def _fault(code: str, value: Any) -> PydanticCustomError:
    return PydanticCustomError(code, "{value}", {"value": str(value)})


def is_island_number(number: str) -> bool:
    """Whether a number can be dialled only within a Pacific territory."""
    return bool(_ISLAND_NUMBER.fullmatch(digits_of(number)))


def digits_of(number: str) -> str:
    """A telephone number without its spaces, as a `tel:` link wants it."""
    return _SPACES.sub("", number)


def _text(value: Any) -> Any:
    if isinstance(value, str):
        value = " ".join(value.split())
        if not value:
            raise _fault("empty_value", value)
        if len(value) > LONGEST_TEXT:
            raise _fault("long_value", len(value))
    return value


def _of_text(value: Any) -> str:
    if not isinstance(value, str):
        raise _fault("wrong_text", value)
    if not value.strip():
        raise _fault("empty_value", value)
    return value.strip()


def _date(value: Any) -> datetime.date:
    text = _of_text(value)
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise _fault("bad_date", text) from None


def _count(value: Any) -> int:
    text = _of_text(value)
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise _fault("bad_count", text)
    return int(text)


def _yes(value: Any) -> bool:
    text = _of_text(value)
    if text not in ("oui", "non"):
        raise _fault("bad_yes", text)
    return text == "oui"


def _amount(value: Any) -> int:
    text = _of_text(value)
    if not re.fullmatch(r"[0-9]{1,3}([ \u00a0\u202f]?[0-9]{3}){0,2},[0-9]{2}", text):
        raise _fault("bad_amount", text)
    return int(re.sub(r"[^0-9]", "", text))


def _phone(value: Any) -> str:
    text = " ".join(_of_text(value).split())
    digits = digits_of(text)
    if (tariff := tariff_of(digits)) in ("paid", "operator", "fiction"):
        raise _fault(f"{tariff}_phone", text)
    if not (digits in SHORT_NUMBERS or _SHORT_NUMBER.fullmatch(digits) or _LONG_NUMBER.fullmatch(digits)):
        raise _fault("bad_phone", text)
    return text


def _local_phone(value: Any) -> str:
    text = " ".join(_of_text(value).split())
    return text if _ISLAND_NUMBER.fullmatch(digits_of(text)) else _phone(value)


def _time(value: Any) -> str:
    text = _of_text(value)
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00", text):
        raise _fault("bad_time", text)
    return text


def _days(value: Any) -> tuple[int, ...]:
    text = _of_text(value).lower()
    days: list[int] = []
    try:
        if text == "tous":
            return tuple(range(7))
        for part in text.split(","):
            first, dash, last = (name.strip() for name in part.partition("-"))
            start = WEEK.index(first)
            end = WEEK.index(last) if dash else start
            if end < start:
                raise ValueError
            days.extend(range(start, end + 1))
    except ValueError:
        raise _fault("bad_days", text) from None
    if len(set(days)) != len(days):
        raise _fault("bad_days", text)
    return tuple(sorted(days))


def _tag(value: Any) -> str:
    text = _of_text(value)
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?", text):
        raise _fault("bad_tag", text)
    return text


def _address(value: Any) -> str:
    text = _of_text(value)
    if not HTTPS_ADDRESS.fullmatch(text):
        raise _fault("bad_address", text)
    return text


def _email(value: Any) -> str:
    text = _of_text(value)
    if not re.fullmatch(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}", text):
        raise _fault("bad_email", text)
    return text


Territory = Literal[
    "metropole",
    "outre_mer",
    "guadeloupe",
    "martinique",
    "guyane",
    "reunion",
    "mayotte",
    "saint_pierre_et_miquelon",
    "saint_barthelemy",
    "saint_martin",
    "wallis_et_futuna",
    "polynesie",
    "nouvelle_caledonie",
]
"""Where a line or a text holds. `outre_mer`: the five overseas départements together."""
Text = Annotated[str, BeforeValidator(_text)]
"""One line of words, or a proper name."""
Date = Annotated[datetime.date, BeforeValidator(_date)]
"""A day, written 2026-11-21."""
Count = Annotated[int, BeforeValidator(_count)]
"""A whole number."""
Yes = Annotated[bool, BeforeValidator(_yes)]
"""Written oui or non."""
Cents = Annotated[int, BeforeValidator(_amount)]
"""An amount in cents, written in euros with a comma: 651,69."""
Phone = Annotated[str, BeforeValidator(_phone)]
"""A telephone number, grouped as it is read aloud."""
LocalPhone = Annotated[str, BeforeValidator(_local_phone)]
"""A telephone number, or one as it is dialled within a Pacific territory; only there it may stand."""
Time = Annotated[str, BeforeValidator(_time)]
"""A time of day, from 00:00 to 24:00."""
Days = Annotated[tuple[int, ...], BeforeValidator(_days)]
"""Days of the week, Monday being 0."""
LanguageTag = Annotated[str, BeforeValidator(_tag)]
"""A BCP 47 tag."""
HttpsAddress = Annotated[str, BeforeValidator(_address)]
"""A web address; only https, so that nobody between can read or change the page."""
Email = Annotated[str, BeforeValidator(_email)]
"""An e-mail address."""


def _not_empty(values: list[Any]) -> list[Any]:
    if not values:
        raise _fault("empty_value", "")
    return values


NotEmpty = AfterValidator(_not_empty)
"""For a list that must hold something where it stands at all."""
