"""A date or an amount in the form that headers have, where what was written has but one meaning."""

import datetime
import re

from .folding import plain

_MONTHS = ("janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec")


def date_form(text: str) -> str:
    """The day that a text means, as 2026-11-21, or nothing where it is not clear. French days come before months."""
    words = plain(text).split()
    if len(words) == 4 and not words[0].isdigit():
        words = words[1:]  # the day of the week
    if len(words) != 3:
        return ""
    if len(words[0]) == 4:
        words.reverse()
    day, month, year = words[0].removesuffix("er"), words[1], words[2]
    if not month.isdigit():
        month = next((str(number) for number, name in enumerate(_MONTHS, 1) if month.startswith(name)), "")
    try:
        return datetime.date(int(year) + 2000 * (len(year) == 2), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def amount_form(text: str) -> str:
    """The amount that a text means, as 651,69, or nothing where it is not clear."""
    bare = re.sub(r"\s*(€|euros?|eur)\s*", "", text.lower())
    match = re.fullmatch(r"([0-9]{1,3}(?:[.'\s][0-9]{3})+|[0-9]{1,9})(?:[,.]([0-9]{1,2}))?", bare)
    if match is None:
        return ""
    return f"{re.sub(r'[^0-9]', '', match[1])},{(match[2] or '').ljust(2, '0')}"
