"""Days in words, as people are told them at a terminal and on the pages of the team."""

import datetime

from babel.dates import format_date

from ..messages.tongues import Tongue


def in_words(day: datetime.date, tongue: Tongue) -> str:
    """A day in words: `1er mars 2027`, `1 March 2027`."""
    words = str(format_date(day, "d MMMM y", locale=tongue))
    return f"1er{words[1:]}" if tongue == "fr" and day.day == 1 else words
