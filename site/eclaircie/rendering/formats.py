"""Facts in words: hours, amounts, days and numbers as a reader of the page's language expects them.

Digits are always the ones on a telephone's keys, in every language.
"""

import datetime
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names
from babel.numbers import format_currency
from flask import request
from flask_babel import get_locale, gettext

from ..content.choices import ASKED_FOR, COUNTER_NEEDS, LINE_NEEDS, NEEDS, STRUCTURE_TYPES, TAB_KINDS
from ..content.facts import Choice
from ..content.opening_hours import neighbours
from ..content.values import digits_of
from ..languages import SOURCE, language_of

_BABEL_TAGS = {"prs": "fa_AF", "zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant"}
"""Languages that Babel's lists of names know by another name."""


def _(message: str, **values: object) -> str:
    return str(gettext(message, **values))


def _locale() -> Locale:
    locale: Locale = get_locale()
    return locale


def phone(number: str) -> str:
    """A telephone number as it is read, its groups never on two lines."""
    return number.replace(" ", "\u00a0")


def tel(number: str) -> str:
    """The address that calls a number."""
    return f"tel:{digits_of(number)}"


def sms(number: str) -> str:
    """The address that opens an empty message to a number."""
    return f"sms:{digits_of(number)}"


def day(date: str) -> str:
    """An ISO date in words."""
    return format_date(datetime.date.fromisoformat(date), format="long", locale=_locale())


def amount(cents: int) -> str:
    """An amount of euros, given in cents."""
    return format_currency(cents / 100, "EUR", locale=_locale())


def clock(time: str) -> str:
    """A time of day; French writes 9 h 30, the others 9:30."""
    hours, minutes = time.split(":")
    if language_of(request.path) is not SOURCE:
        return f"{int(hours)}:{minutes}"
    return f"{int(hours)}\u00a0h" + (f"\u00a0{minutes}" if minutes != "00" else "")


def days(numbers: list[int]) -> str:
    """Days of the week (Monday being 0) in words, neighbours drawn together."""
    if len(numbers) == 7:
        return _("tous les jours")
    names = get_day_names("wide", context="format", locale=_locale())
    words = []
    for run in neighbours(numbers):
        if len(run) > 2:
            words.append(_("du %(first)s au %(last)s", first=names[run[0]], last=names[run[-1]]))
        else:
            words.extend(names[number] for number in run)
    return _(", ").join(words)


def hours(rows: list[dict[str, Any]]) -> str:
    """Opening hours in one line."""
    if _is_always(rows):
        return _("Jour et nuit, tous les jours")
    told: dict[str, list[str]] = {}
    for row in rows:
        times = _("de %(start)s à %(end)s", start=clock(row["de"]), end=clock(row["a"]))
        told.setdefault(days(row["jours"]), []).append(times)
    text = " · ".join(f"{when} {_(', ').join(times)}" for when, times in told.items())
    return text[:1].upper() + text[1:]


def short_hours(rows: list[dict[str, Any]]) -> str:
    """Opening hours as a row of many has them: days by their short names, spans by a dash."""
    if _is_always(rows):
        return hours(rows)
    names = get_day_names("abbreviated", context="format", locale=_locale())
    told: dict[str, list[str]] = {}
    for row in rows:
        runs = neighbours(row["jours"])
        when = _(", ").join("–".join(names[day] for day in dict.fromkeys((run[0], run[-1]))) for run in runs)
        told.setdefault(when, []).append(f"{clock(row['de'])}–{clock(row['a'])}")
    return " · ".join(f"{when} {_(', ').join(times)}" for when, times in told.items())


def _is_always(rows: list[dict[str, Any]]) -> bool:
    return len(rows) == 1 and len(rows[0]["jours"]) == 7 and (rows[0]["de"], rows[0]["a"]) == ("00:00", "24:00")


def languages(tags: list[str]) -> str:
    """Languages by their names in the page's language."""
    return _(", ").join(_language_name(tag) for tag in tags)


def _language_name(tag: str) -> str:
    names = _locale().languages
    key = _BABEL_TAGS.get(tag, tag.replace("-", "_"))
    if key in names:
        return str(names[key])
    try:
        return str(Locale.parse(key).get_display_name(_locale()) or tag)
    except (UnknownLocaleError, ValueError):
        return tag


def labels(values: list[str], choice: Choice) -> str:
    """The values of a fact that is a choice, in words."""
    return _(", ").join(label(value, choice) for value in values)


def label(value: str, choice: Choice) -> str:
    """One value of a fact that is a choice, in words."""
    return _(choice.labels[value])


def need(value: str) -> str:
    """What one may look for, in words."""
    return label(value, NEEDS)


def line_need(value: str) -> str:
    """What one calls a line for, in words."""
    return label(value, LINE_NEEDS)


def counter_need(value: str) -> str:
    """What one goes to a counter for, in words."""
    return label(value, COUNTER_NEEDS)


def structure_type(value: str) -> str:
    """What a structure is, in words."""
    return label(value, STRUCTURE_TYPES)


def tab_kind(value: str) -> str:
    """What a tab calls a local page, in words."""
    return label(value, TAB_KINDS)


def asked_for(value: str) -> str:
    """Whom to ask for at a desk, in words."""
    return label(value, ASKED_FOR)


def host(address: str) -> str:
    """The name of a site, as it is said aloud."""
    return address.removeprefix("https://").split("/", 1)[0].removeprefix("www.")


FILTERS = {
    "phone": phone,
    "tel": tel,
    "sms": sms,
    "day": day,
    "amount": amount,
    "hours": hours,
    "short_hours": short_hours,
    "languages": languages,
    "need": need,
    "line_need": line_need,
    "tab_kind": tab_kind,
    "counter_need": counter_need,
    "structure_type": structure_type,
    "asked_for": asked_for,
    "host": host,
}
