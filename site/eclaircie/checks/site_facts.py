"""What a rule may know of the rest of the site: it asks, and each answer is noted.

A rule is given its document and these facts, never the library. So whatever it finds follows from the files of the
document and from the answers that were noted, and holds for as long as these are the same (see `findings`).
"""

import datetime
import functools
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from ..canonical_json import canonical_json
from ..content.base import Entry
from ..content.document import Document
from ..content.hints import nearest, nearest_page
from ..content.library import Library
from ..content.local import Local, Network, Structure, is_shelter
from ..content.models import Helpline
from ..content.numbers import numbers_of
from ..content.values import digits_of

Question = tuple[str, tuple[str, ...]]
"""Which fact is asked for, and of what."""

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Known:
    """Another document, as its French header tells it: rules see no text but that of their own document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.entry: Entry = document.entry
        self.is_sound = document.is_sound
        self.territory = document.territory

    @property
    def facts(self) -> dict[str, Any]:
        """As `Document.facts`."""
        return self._document.facts

    @property
    def as_data(self) -> list[Any]:
        """All that the above depends on."""
        document = self._document
        return [document.path, document.is_sound, document.is_written, document.parts.data]


def _asked(method: Callable[Concatenate["SiteFacts", _P], _R]) -> Callable[Concatenate["SiteFacts", _P], _R]:
    """Have the answers of a method noted. They are found once: nothing changes while a site is checked."""

    @functools.wraps(method)
    def ask(self: "SiteFacts", *args: _P.args, **kwargs: _P.kwargs) -> _R:
        question: Question = (method.__name__, tuple(map(str, args)))
        if question not in self.answers:
            self.answers[question] = method(self, *args, **kwargs)
        self.noted[question] = None
        answer: _R = self.answers[question]
        return answer

    return ask  # type: ignore[return-value]  # the first argument has no name for the caller


class SiteFacts:
    """The facts of a site that was loaded from `content`. today: the day of the build. review_months: as the settings say."""

    def __init__(self, library: Library, content: Path, today: datetime.date, review_months: int) -> None:
        self._library, self._content = library, content
        self._today, self._review_months = today, review_months
        self.answers: dict[Question, Any] = {}
        self.noted: dict[Question, None] = {}
        self._digests: dict[Question, str] = {}

    @contextmanager
    def noting(self) -> Iterator[dict[Question, None]]:
        """The questions that are asked meanwhile."""
        before, self.noted = self.noted, {}
        try:
            yield self.noted
        finally:
            self.noted = before

    def digest(self, question: Question) -> str:
        """The fingerprint of the answer to a question, asked again if need be."""
        if question not in self._digests:
            name, args = question
            answer = getattr(self, name)(*args)
            self._digests[question] = hashlib.sha256(canonical_json(_plain(answer)).encode()).hexdigest()[:32]
        return self._digests[question]

    def name_of(self, file: Path) -> str:
        """A file of the content as commands name it, from the folder that holds all content: no fact of the site."""
        return str(file.relative_to(self._content.parent))

    @_asked
    def numbers(self) -> frozenset[str]:
        """The digits of the numbers of all lines and local structures that have four digits or more."""
        return known_numbers(self._library)

    @_asked
    def has_page(self, path: str) -> bool:
        """Whether a page has this path; one whose file has faults counts."""
        return self._library.has_page(path)

    @_asked
    def page_hint(self, path: str) -> str:
        """The page that may have been meant by a path which none has."""
        return nearest_page(path, self._library.titles)

    @_asked
    def page(self, path: str) -> Known | None:
        """The page of a path, without faults."""
        document = self._library.pages.get(path)
        return Known(document) if document else None

    @_asked
    def fiche(self, name: str) -> Known | None:
        """The fiche of a name."""
        document = self._library.fiches.get(name)
        return Known(document) if document else None

    @_asked
    def fiche_hint(self, name: str) -> str:
        """The fiche that may have been meant by a name which none has."""
        return nearest(name, sorted(self._library.fiches))

    @_asked
    def line_hint(self, name: str) -> str:
        """The national line that may have been meant by a name."""
        return nearest(name, [known for known, d in self._library.fiches.items() if isinstance(d.entry, Helpline)])

    @_asked
    def networks(self, territory: str) -> tuple[str, ...]:
        """The names of the networks of a territory, and of the files with faults that may be one."""
        known = [network.stem for network, _ in self._library.local(territory, Network)]
        return (*known, *(one.stem for one in self._library.unsound.values() if one.territory == territory))

    @_asked
    def shelters(self, territory: str) -> tuple[str, ...]:
        """The proper names of the shelters of a territory."""
        found = self._library.local(territory, Structure)
        return tuple(entry.name for _, entry in found if is_shelter(entry.type, entry.offers))

    @_asked
    def of_record(self, territory: str, record: str) -> str:
        """The path of the first structure of a territory that is the record of a directory, or nothing."""
        found = (d.path for d, entry in self._library.local(territory, Structure) if entry.record == record)
        return next(found, "")

    @_asked
    def is_local(self, name: str) -> bool:
        """Whether a fiche is a local one."""
        document = self._library.fiches.get(name)
        return document is not None and isinstance(document.entry, Local)

    @_asked
    def has_tab(self, path: str) -> bool:
        """Whether a page gives those below it a short title; one whose file has faults may have it."""
        if path in self._library.unsound:
            return True
        document = self._library.documents.get(path)
        if document is None:
            return False
        return document.entry.tab is not None or (path != "" and self.has_tab(document.section))

    def is_past(self, day: datetime.date) -> bool:
        """Whether a day is before that of the build."""
        return self._is_past(day.isoformat())

    def is_to_come(self, day: datetime.date) -> bool:
        """Whether a day is after that of the build."""
        return self._is_to_come(day.isoformat())

    # Only the yes or no is noted, so that what was found holds on the next day too.

    @_asked
    def _is_past(self, day: str) -> bool:
        return datetime.date.fromisoformat(day) < self._today

    @_asked
    def _is_to_come(self, day: str) -> bool:
        return datetime.date.fromisoformat(day) > self._today

    @_asked
    def review_months(self) -> int:
        """After how many months a fact is old."""
        return self._review_months


def known_numbers(library: Library) -> frozenset[str]:
    """The digits of the numbers of all lines and local structures that have four digits or more."""
    known = (*library.documents.values(), *library.unsound.values())
    numbers = {digits_of(number) for document in known for number in numbers_of(document.entry)}
    return frozenset(number for number in numbers if len(number) >= 4)


def _plain(answer: Any) -> Any:
    """An answer as data that JSON can hold."""
    if isinstance(answer, Known):
        return answer.as_data
    return sorted(answer) if isinstance(answer, frozenset) else answer
