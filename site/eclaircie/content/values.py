"""The types of the values that a writer may put into a header, each with its own fault."""

import datetime
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticCustomError

from . import opening_hours
from .facts import Kind
from .forms import amount_form, date_form
from .numbering_plan import tariff_of
from .phone_forms import digits_meant, grouped, unseen_sign

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


def _fault(code: str, value: Any, form: str = "") -> PydanticCustomError:
    """A fault of a value. form: how to write it, where that can be told."""
    return PydanticCustomError(code, "{value}", {"value": str(value), "form": form})


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
    text = value.strip()
    if len(text) > 1 and text[0] in _CURLY and text[-1] in _CURLY:
        text = text[1:-1].strip()  # around a text they would be read; here they can mean nothing
    if not text:
        raise _fault("empty_value", value)
    return text


_CURLY = "“”„‟«»‘’"


def _date(value: Any) -> datetime.date:
    text = _of_text(value)
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise _fault("bad_date", text, date_form(text) or "2026-11-21") from None


def _count(value: Any) -> int:
    text = _of_text(value)
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise _fault("bad_count", text)
    return int(text)


def _yes(value: Any) -> bool:
    text = _of_text(value)
    if (answer := _ANSWERS.get(text.lower())) is None:
        raise _fault("bad_yes", text)
    return answer


_ANSWERS = {
    **dict.fromkeys(("oui", "yes", "true", "vrai"), True),
    **dict.fromkeys(("non", "no", "false", "faux"), False),
}
"""What editors of every kind write for yes and no; nothing else means either."""


def _amount(value: Any) -> int:
    text = _of_text(value)
    if not re.fullmatch(r"[0-9]{1,3}([ \u00a0\u202f]?[0-9]{3}){0,2},[0-9]{2}", text):
        raise _fault("bad_amount", text, amount_form(text) or "651,69")
    return int(re.sub(r"[^0-9]", "", text))


def _phone(value: Any) -> str:
    written = _of_text(value)
    if sign := unseen_sign(written):
        raise _fault("unseen_in_phone", sign, _right_form(written))
    text = " ".join(written.split())
    digits = digits_of(text)
    if (tariff := tariff_of(digits)) in ("paid", "operator", "fiction"):
        raise _fault(f"{tariff}_phone", text)
    if not _is_phone(digits):
        form = _right_form(text)
        raise _fault("odd_phone" if form else "bad_phone", text, form)
    return grouped(text)


def _is_phone(digits: str) -> bool:
    # Behind the country's number there is no 0: +33 0 1 … calls nobody.
    return not digits.startswith("+330") and bool(
        digits in SHORT_NUMBERS or _SHORT_NUMBER.fullmatch(digits) or _LONG_NUMBER.fullmatch(digits)
    )


def _right_form(text: str) -> str:
    """The number that a text is meant to be, as it should be written, or nothing where it is none."""
    digits = digits_meant(text)
    right = _is_phone(digits) and tariff_of(digits) not in ("paid", "operator", "fiction")
    return f'"{grouped(digits)}"' if right else ""


def _local_phone(value: Any) -> str:
    text = " ".join(_of_text(value).split())
    return grouped(text) if _ISLAND_NUMBER.fullmatch(digits_of(text)) else _phone(value)


def _time(value: Any) -> str:
    text = _of_text(value)
    if (time := opening_hours.time_of(text)) is None:
        span = opening_hours.span_of(text)
        raise _fault("two_times" if span else "bad_time", text, f"de: {span[0]}, a: {span[1]}" if span else "")
    return time


def _days(value: Any) -> tuple[int, ...]:
    text = _of_text(value).lower()
    if (days := opening_hours.days_of(text)) is None:
        raise _fault("bad_days", text)
    return days


def _rows(value: Any, read_rows: ValidatorFunctionWrapHandler) -> Any:
    """The rows of opening hours; those that are written in one line are taken apart."""
    rows: list[Any] = []
    for row in value if isinstance(value, list) else [value]:
        read = opening_hours.rows_of(row) if isinstance(row, str) else [row]
        if read is None:
            raise _fault("empty_value" if not row.strip() else "odd_hours", row)
        rows.extend(read)
    return read_rows(rows)


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


Text = Annotated[str, BeforeValidator(_text), Kind("text", "un texte, sur une ligne")]
"""One line of words, or a proper name."""
Name = Annotated[str, BeforeValidator(_text), Kind("name", "un nom, comme `ecoute`")]
"""What names another file, a place or a key, and is not shown as it is."""
Date = Annotated[datetime.date, BeforeValidator(_date), Kind("date", "un jour : `2026-11-21`")]
"""A day, written 2026-11-21."""
Count = Annotated[int, BeforeValidator(_count), Kind("count", "un nombre entier")]
"""A whole number."""
Yes = Annotated[bool, BeforeValidator(_yes), Kind("yes", "`oui` ou `non`")]
"""Written oui or non."""
Cents = Annotated[int, BeforeValidator(_amount), Kind("amount", "un montant en euros : `651,69`")]
"""An amount in cents, written in euros with a comma: 651,69."""
Phone = Annotated[str, BeforeValidator(_phone), Kind("phone", "un numéro : `0 800 05 95 95`")]
"""A telephone number, grouped as it is read aloud."""
LocalPhone = Annotated[str, BeforeValidator(_local_phone), Kind("phone", "un numéro : `03 53 01 00 00`")]
"""A telephone number, or one as it is dialled within a Pacific territory; only there it may stand."""
Time = Annotated[str, BeforeValidator(_time), Kind("time", "une heure : `09:00`")]
"""A time of day, from 00:00 to 24:00."""
EndTime = Annotated[Time, AfterValidator(opening_hours.end_of_day)]
"""A time of day at which something ends: midnight is 24:00."""
Rows = WrapValidator(_rows)
"""For a list of opening hours, each in rows of its own or in one line."""
Days = Annotated[tuple[int, ...], BeforeValidator(_days), Kind("days", "`tous`, `lundi-vendredi`, ou `lundi, jeudi`")]
"""Days of the week, Monday being 0."""
LanguageTag = Annotated[str, BeforeValidator(_tag), Kind("tag", "un code de langue : `fr`")]
"""A BCP 47 tag."""
HttpsAddress = Annotated[str, BeforeValidator(_address), Kind("address", "une adresse : `https://…`")]
"""A web address; only https, so that nobody between can read or change the page."""
Email = Annotated[str, BeforeValidator(_email), Kind("email", "un courriel : `contact@…`")]
"""An e-mail address."""


def _not_empty(values: list[Any]) -> list[Any]:
    if not values:
        raise _fault("empty_value", "")
    return values


NotEmpty = AfterValidator(_not_empty)
"""For a list that must hold something where it stands at all."""
