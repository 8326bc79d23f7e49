"""When facts are to be compared with their sources again: on which day they count as old, and when to begin."""

import datetime
import hashlib

from .base import Entry

WEEKS_OF_REMINDERS = 40
"""Over how many weeks before the last day the reminders are spread, in a review period of a year. Most files of a new
site were checked in one week, and would all fall due in one: nobody checks two hundred files in a week."""


def is_old(entry: Entry, today: datetime.date, months: int) -> bool:
    """Whether the facts of an entry are past their own end, or past the review period of `months`."""
    return (end := review_day(entry, months)) is not None and end < today


def review_day(entry: Entry, months: int) -> datetime.date | None:
    """The last day on which the facts of an entry count as checked, or None where no day is known."""
    if entry.valid_until:
        return entry.valid_until
    if entry.checked_on is None:
        return None
    month = entry.checked_on.month - 1 + months
    year, month = entry.checked_on.year + month // 12, month % 12 + 1
    return datetime.date(min(year, datetime.MAXYEAR), month, min(entry.checked_on.day, 28))


def reminder_day(entry: Entry, path: str, months: int) -> datetime.date | None:
    """The day from which the team is reminded to check an entry again, or None where no day is known.

    path: the address of its page. It decides the week, so each file keeps its own place in the year. Facts with an end
    of their own are due on that day alone.
    """
    last = review_day(entry, months)
    if last is None or entry.valid_until or entry.checked_on is None:
        return last
    weeks = WEEKS_OF_REMINDERS * months // 12
    place = int.from_bytes(hashlib.sha256(path.encode()).digest()[:8])
    return max(entry.checked_on, last - datetime.timedelta(weeks=place % weeks if weeks else 0))
