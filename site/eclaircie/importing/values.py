"""Values out of raw records, whatever shape they have there: JSON in a file, JSON texts in a CSV or in an answer."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..content.values import EMAIL, HTTPS_ADDRESS, LONGEST_TEXT
from .record import Unread
from .refusals import personal

Raw = Mapping[str, Any]
"""A record as it stands in a file: keys and values of any shape."""


def text_in(raw: Raw, key: str) -> str:
    """A text on one line; empty where there is none. A number counts as the text that it would be."""
    value = raw.get(key)
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    return " ".join(value.split())[:LONGEST_TEXT] if isinstance(value, str) else ""


def nested(raw: Raw, key: str) -> Any:
    """A value, read where it is a JSON text; None where it is empty. Raises ValueError where it begins like JSON and is none."""
    value = raw.get(key)
    if isinstance(value, str):
        text = value.strip()
        if text[:1] in ("[", "{"):
            try:
                return json.loads(text)
            except RecursionError as error:
                raise ValueError("nested too deeply") from error
        return text or None
    return value


def parts_in(raw: Raw, key: str) -> list[Raw]:
    """A list of parts, each with keys of its own; one part alone counts as a list. Raises ValueError as `nested`."""
    value = nested(raw, key)
    parts = value if isinstance(value, list) else [value]
    return [part for part in parts if isinstance(part, Mapping)]


def texts_in(raw: Raw, key: str) -> list[str]:
    """A list of texts; one text with `;`, `,` or line ends in it counts as several. Raises ValueError as `nested`."""
    value = nested(raw, key)
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[;,\n]", value) if part.strip()]
    found: list[str] = []
    for part in value if isinstance(value, list) else ():
        text = text_in(part, "valeur") if isinstance(part, Mapping) else part
        if isinstance(text, str) and text.strip():
            found.append(text.strip())
    return found


_FRENCH_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})\b")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def date_in(raw: Raw, *keys: str) -> datetime.date | None:
    """The first day that one of some keys holds: `09/08/2023 13:30:19`, `2023-08-09T13:30:19+00:00`."""
    for text in (text_in(raw, key) for key in keys):
        if found := _FRENCH_DAY.match(text):
            day, month, year = map(int, found.groups())
        elif found := _DAY.match(text):
            year, month, day = map(int, found.groups())
        else:
            continue
        try:
            return datetime.date(year, month, day)
        except ValueError:
            continue
    return None


def email_of(given: Iterable[str], field: str) -> tuple[str | None, list[Unread]]:
    """The first e-mail address that is one of a service, and what was not taken."""
    chosen: str | None = None
    unread: list[Unread] = []
    for text in given:
        address = text.strip().removeprefix("mailto:").strip(" <>.")
        if not EMAIL.fits(address):
            unread.append(Unread(field, "" if personal(text) else text[:80], "odd_email"))
        elif personal(address):
            unread.append(Unread(field, "", "personal_email"))
        elif chosen is None:
            chosen = address
        elif address.lower() != chosen.lower():
            unread.append(Unread(field, address, "other_email"))
    return chosen, unread


def website_of(given: Iterable[str], field: str) -> tuple[str | None, list[Unread]]:
    """The first address of a site that nobody between can read, and what was not taken."""
    unread: list[Unread] = []
    for text in given:
        if HTTPS_ADDRESS.fullmatch(text):
            return text, unread
        unread.append(Unread(field, text[:200], "not_https" if text.startswith("http:") else "odd_address"))
    return None, unread


def unknown_keys(raw: Raw, known: frozenset[str]) -> Iterator[str]:
    """The keys of a record that the public description does not have."""
    yield from (str(key)[:60] for key in raw.keys() - known)
