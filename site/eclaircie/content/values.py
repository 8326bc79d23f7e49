"""The types of the values that a writer may put into a header, each with its own fault."""

import datetime
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticCustomError

from . import opening_hours
from .facts import Kind, Shape
from .forms import amount_form, date_form
from .numbering_plan import tariff_of
from .phone_forms import digits_meant, grouped, unseen_sign

SHORT_NUMBERS = frozenset({"15", "17", "18", "112", "114", "115", "119", "116000", "116006", "116117"})
"""Emergency and harmonised European numbers. Numbers of four digits that begin with 3 are French short numbers."""

_SPACE = r"[ .\u00a0\u202f-]"
_SPACES = re.compile(_SPACE)
_DIGIT = rf"[0-9]{_SPACE}*"
_NUMBER = "|".join(
    (
        rf"0{_SPACE}*[1-9]{_SPACE}*(?:{_DIGIT}){{8}}",
        # Behind the country's number there is no 0: +33 0 1 … calls nobody.
        rf"\+{_SPACE}*(?!3{_SPACE}*3{_SPACE}*0)(?:{_DIGIT}){{8,15}}",
        rf"3{_SPACE}*(?:{_DIGIT}){{3}}",
        *(rf"{_SPACE}*".join(number) for number in sorted(SHORT_NUMBERS)),
    )
)
_ISLAND_NUMBER = rf"(?:{_DIGIT}){{6}}|(?:{_DIGIT}){{8}}"
"""As it is dialled within Nouvelle-Calédonie and Wallis-et-Futuna (six digits) or Polynésie française (eight)."""

HTTPS_ADDRESS = re.compile(r"https://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:[0-9]+)?(/[^\s<>\"'\\^`{|}]*)?")
"""Without a name or a password before the host, and without a sign that could end an attribute."""

TIME = Shape(opening_hours.TIME, "bad_time", any_case=True)
DAYS = Shape(opening_hours.DAYS, "bad_days", any_case=True)
PHONE = Shape(_NUMBER, "bad_phone")
ISLAND_PHONE = Shape(_ISLAND_NUMBER, "bad_phone")
LOCAL_PHONE = Shape(f"{_NUMBER}|{_ISLAND_NUMBER}", "bad_phone")
DATE = Shape(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "bad_date", "2026-11-21")
COUNT = Shape(r"[0-9]{1,6}", "bad_count")
AMOUNT = Shape(r"[0-9]{1,3}([ \u00a0\u202f]?[0-9]{3}){0,2},[0-9]{2}", "bad_amount", "651,69")
TAG = Shape(r"[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?", "bad_tag")
ADDRESS = Shape(HTTPS_ADDRESS.pattern, "bad_address")
ORIGIN = Shape(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?", "bad_frame", "https://www.mairie.fr")
"""No sign of it means something in the files of one host or another."""
POSITION = Shape(r"-?[0-9]{1,2}(\.[0-9]{1,3})?, ?-?[0-9]{1,3}(\.[0-9]{1,3})?", "bad_position", "46.306, 4.832")
"""A building is some hundred metres: the third decimal. More of them would tell a door."""
RECORD = Shape(
    r"service-public:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|data-inclusion:[A-Za-z0-9_-]+--\S+",
    "bad_record",
)
EMAIL = Shape(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}", "bad_email")

LONGEST_TEXT = 1_000  # characters: three times the longest summary, and soon read by every check


def _fault(code: str, value: Any, form: str = "") -> PydanticCustomError:
    """A fault of a value. form: how to write it, where that can be told."""
    return PydanticCustomError(code, "{value}", {"value": str(value), "form": form})


def is_island_number(number: str) -> bool:
    """Whether a number can be dialled only within a Pacific territory."""
    return ISLAND_PHONE.fits(number)


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
        if not DATE.fits(text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise _fault(DATE.fault, text, date_form(text) or DATE.example) from None


def _count(value: Any) -> int:
    text = _of_text(value)
    if not COUNT.fits(text):
        raise _fault(COUNT.fault, text)
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
    if not AMOUNT.fits(text):
        raise _fault(AMOUNT.fault, text, amount_form(text) or AMOUNT.example)
    return int(re.sub(r"[^0-9]", "", text))


def _phone(value: Any) -> str:
    written = _of_text(value)
    if sign := unseen_sign(written):
        raise _fault("unseen_in_phone", sign, _right_form(written))
    text = " ".join(written.split())
    digits = digits_of(text)
    if (tariff := tariff_of(digits)) in ("paid", "operator", "fiction"):
        raise _fault(f"{tariff}_phone", text)
    if not PHONE.fits(digits):
        form = _right_form(text)
        raise _fault("odd_phone" if form else PHONE.fault, text, form)
    return grouped(text)


def _right_form(text: str) -> str:
    """The number that a text is meant to be, as it should be written, or nothing where it is none."""
    digits = digits_meant(text)
    right = PHONE.fits(digits) and tariff_of(digits) not in ("paid", "operator", "fiction")
    return f'"{grouped(digits)}"' if right else ""


def _local_phone(value: Any) -> str:
    text = " ".join(_of_text(value).split())
    return grouped(text) if is_island_number(text) else _phone(value)


def _time(value: Any) -> str:
    text = _of_text(value)
    if (time := opening_hours.time_of(text)) is None:
        span = opening_hours.span_of(text)
        raise _fault("two_times" if span else TIME.fault, text, f"de: {span[0]}, a: {span[1]}" if span else "")
    return time


def _days(value: Any) -> tuple[int, ...]:
    text = _of_text(value).lower()
    if (days := opening_hours.days_of(text)) is None:
        raise _fault(DAYS.fault, text)
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
    if not TAG.fits(text):
        raise _fault(TAG.fault, text)
    return text


def _address(value: Any) -> str:
    text = _of_text(value)
    if not ADDRESS.fits(text):
        raise _fault(ADDRESS.fault, text)
    return text


def _origin(value: Any) -> str:
    text = _of_text(value)
    if not ORIGIN.fits(text):
        # Not by urlsplit, which raises for a bracket
        meant = "https://" + re.split("[/?#]", re.sub("^.*?//", "", text), maxsplit=1)[0].lower()
        raise _fault(ORIGIN.fault, text, meant if ORIGIN.fits(meant) else ORIGIN.example)
    return text


def _email(value: Any) -> str:
    text = _of_text(value)
    if not EMAIL.fits(text):
        raise _fault(EMAIL.fault, text)
    return text


def _position(value: Any) -> str:
    text = _of_text(value)
    if not POSITION.fits(text):
        longer = re.fullmatch(r"(-?[0-9]{1,2}\.[0-9]+)[ ,;]+(-?[0-9]{1,3}\.[0-9]+)", text)
        form = f"{float(longer[1]):.3f}, {float(longer[2]):.3f}" if longer else POSITION.example
        raise _fault(POSITION.fault, text, form)
    return re.sub(", ?", ", ", text)


def _record(value: Any) -> str:
    text = _of_text(value)
    if not RECORD.fits(text):
        raise _fault(RECORD.fault, text)
    return text


Text = Annotated[str, BeforeValidator(_text), Kind("text", "un texte, sur une ligne")]
"""One line of words, or a proper name."""
Name = Annotated[str, BeforeValidator(_text), Kind("name", "un nom, comme `ecoute`")]
"""What names another file, a place or a key, and is not shown as it is."""

PageName = Annotated[str, BeforeValidator(_text), Kind("name", "un chemin, comme `aides/urgence`", names="pages")]
"""The path of a page."""
LineName = Annotated[str, BeforeValidator(_text), Kind("name", "un nom, comme `ecoute`", names="lines")]
"""The name of a line's file."""
ContactName = Annotated[str, BeforeValidator(_text), Kind("name", "un nom, comme `ecoute`", names="contacts")]
"""The name of the file of a line, a structure or a network."""
NetworkName = Annotated[str, BeforeValidator(_text), Kind("name", "un nom, comme `clunisois`", names="networks")]
"""The name of a network's file."""
KeyName = Annotated[str, BeforeValidator(_text), Kind("name", "un nom, comme `horaires`", names="keys")]
"""A key of the same header."""
CommuneName = Annotated[str, BeforeValidator(_text), Kind("name", "un code INSEE ou un nom : `71270`")]
"""A commune, by its INSEE code or by its name."""
RecordName = Annotated[
    str, BeforeValidator(_record), Kind("name", "un identifiant : `service-public:…` ou `data-inclusion:…`", RECORD)
]
"""The identifier of a record in a public directory, behind the name of the directory."""
Position = Annotated[str, BeforeValidator(_position), Kind("name", "un point : `46.306, 4.832`", POSITION)]
"""A point on the map, in degrees, to the hundred metres: latitude, longitude."""
Date = Annotated[datetime.date, BeforeValidator(_date), Kind("date", "un jour : `2026-11-21`", DATE)]
"""A day, written 2026-11-21."""
Count = Annotated[int, BeforeValidator(_count), Kind("count", "un nombre entier", COUNT)]
"""A whole number."""
Yes = Annotated[bool, BeforeValidator(_yes), Kind("yes", "`oui` ou `non`")]
"""Written oui or non."""
Cents = Annotated[int, BeforeValidator(_amount), Kind("amount", "un montant en euros : `651,69`", AMOUNT)]
"""An amount in cents, written in euros with a comma: 651,69."""
Phone = Annotated[str, BeforeValidator(_phone), Kind("phone", "un numéro : `0 800 05 95 95`", PHONE)]
"""A telephone number, grouped as it is read aloud."""
LocalPhone = Annotated[str, BeforeValidator(_local_phone), Kind("phone", "un numéro : `03 53 01 00 00`", LOCAL_PHONE)]
"""A telephone number, or one as it is dialled within a Pacific territory; only there it may stand."""
Time = Annotated[str, BeforeValidator(_time), Kind("time", "une heure : `09:00`", TIME)]
"""A time of day, from 00:00 to 24:00."""
EndTime = Annotated[Time, AfterValidator(opening_hours.end_of_day)]
"""A time of day at which something ends: midnight is 24:00."""
Rows = WrapValidator(_rows)
"""For a list of opening hours, each in rows of its own or in one line."""
Days = Annotated[
    tuple[int, ...], BeforeValidator(_days), Kind("days", "`tous`, `lundi-vendredi`, ou `lundi, jeudi`", DAYS)
]
"""Days of the week, Monday being 0."""
LanguageTag = Annotated[str, BeforeValidator(_tag), Kind("tag", "un code de langue : `fr`", TAG)]
"""A BCP 47 tag."""
HttpsAddress = Annotated[str, BeforeValidator(_address), Kind("address", "une adresse : `https://…`", ADDRESS)]
"""A web address; only https, so that nobody between can read or change the page."""
Origin = Annotated[str, BeforeValidator(_origin), Kind("address", "le nom d'un site : `https://www.mairie.fr`", ORIGIN)]
"""The origin of a site, as a policy names it: scheme and host, no path."""
Email = Annotated[str, BeforeValidator(_email), Kind("email", "un courriel : `contact@…`", EMAIL)]
"""An e-mail address."""


def _not_empty(values: list[Any]) -> list[Any]:
    if not values:
        raise _fault("empty_value", "")
    return values


NotEmpty = AfterValidator(_not_empty)
"""For a list that must hold something where it stands at all."""
