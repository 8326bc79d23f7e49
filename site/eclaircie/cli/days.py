"""A day that somebody types: one that was, in the form 2026-11-30."""

import datetime

from .command_error import CommandError


def past_day(text: str | None, today: datetime.date) -> datetime.date:
    """The day of something that was done; today where none is typed. Raises CommandError where it is none, or to come."""
    try:
        day = datetime.date.fromisoformat(text) if text else today
    except ValueError as error:
        raise CommandError("translating.no_day", value=text, today=today) from error
    if day > today:
        raise CommandError("translating.future_day", day=day)
    return day
