"""What no record may bring in, whatever its directory says: the rules of hand-written files, asked of raw texts."""

import re
from typing import NamedTuple

from ..checks.dialling import hand_written
from ..checks.disclosure.people import mobile_in, person_in, personal_email_in
from ..checks.disclosure.vocabulary import speaks_of
from ..content.folding import plain
from .record import Why

_LONGEST_KEPT = 300  # characters of a text that a person is to read beside a record

_SUPPORT_GROUP = re.compile(r"\bgroupes? (de )?(parole|soutien|d entraide|entraide)\b")
_NOT_FOR_THEM = re.compile(
    r"\bauteurs? (de|des) violences?\b|\bauteurs? violents?\b|\bpartenaires? violents?\b|\bconjoints? violents?\b"
)
"""What is for those who use violence: another page leads there, and nobody is to meet them at a counter by mistake."""


class Refusal(NamedTuple):
    """Why a record is left out. kind: the directory's own name of what it is."""

    kind: str
    why: Why


def is_house(*texts: str) -> bool:
    """Whether some text says that what it names is a shelter."""
    return any(speaks_of(text, ["house"]) for text in texts if text)


def offers_bed(*texts: str) -> bool:
    """Whether some text speaks of a shelter or of a bed in any way."""
    return any(speaks_of(text) for text in texts if text)


def is_support_group(*texts: str) -> bool:
    """Whether some text names a support group: where it meets is told on registration only."""
    return any(_SUPPORT_GROUP.search(plain(text)) for text in texts if text)


def is_for_those_who_harm(*texts: str) -> bool:
    """Whether some text names a service for those who use violence."""
    return any(_NOT_FOR_THEM.search(plain(text)) for text in texts if text)


def personal(text: str) -> Why | None:
    """What of a person a text tells, as a reason: `person`, `mobile`, `personal_email`; None where it tells nothing."""
    if mobile_in(text):
        return "mobile"
    if personal_email_in(text):
        return "personal_email"
    return "person" if person_in(text) else None


def shown_text(text: str) -> str:
    """A text that a page may show; empty where it may not be kept, or where somebody could dial a number in it."""
    kept = kept_text(text)
    return "" if any(hand_written(kept, ())) else kept


def kept_text(text: str) -> str:
    """A text that a person may read beside a record: on one line, not long; empty where none may keep it."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_KEPT:
        line = line[: _LONGEST_KEPT - 1].rstrip() + "…"
    return "" if personal(line) or offers_bed(line) else line
