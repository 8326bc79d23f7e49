"""What a directory says of a counter, beside what its file says: fact by fact, with both days."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..content.counters import Counter
from ..content.document import Document
from ..content.folding import plain
from ..content.values import digits_of
from .files import CAN_AGE, facts_of_values, values_of, with_doubts
from .matching import Match, identifier_of
from .record import Record

_OF_ANY_FILE = ("numero", "courriel", "site", "adresse", "horaires", "acces_handicap", "sans_rendez_vous", "cout")
"""The facts that are compared in a file which a person wrote: its words, its area and its needs are the person's own."""

_OF_COUNTERS = ("type", "nom", *_OF_ANY_FILE, "propose", "pour", "langues")
"""Those that are compared in a file which was made from a record."""

_TOGETHER = (("adresse", "commune", "position"), ("horaires", "horaires_note"))
"""Facts of a counter of which none is taken without the others."""

IDENTIFIER = "annuaire"

_HOURS_NOTE = "Horaires, selon l'annuaire : "


@dataclass(frozen=True)
class Difference:
    """One fact of which directory and file say something else. key: of the header.

    told: what the directory says, as a header has it; None where it says nothing any more. stands: what the file says.
    by_all: whether it is taken where everything is taken unasked. It is not where a person has looked at the file since
    the directory did: theirs may be the right one.
    """

    key: str
    told: Any
    stands: Any
    by_all: bool

    @property
    def is_identifier(self) -> bool:
        """Whether it only notes which record describes the same counter."""
        return self.key == IDENTIFIER


@dataclass(frozen=True)
class Changed:
    """A file that differs from its record. has_newer: whether the directory has looked at the record since.

    is_moved: whether the counter is in another town now.
    """

    match: Match
    differences: tuple[Difference, ...]
    has_newer: bool
    is_moved: bool = False

    @property
    def record(self) -> Record:
        """What the directory says."""
        return self.match.record

    @property
    def document(self) -> Document:
        """What stands."""
        return self.match.document

    @property
    def read_on(self) -> datetime.date | None:
        """The day on which the file was last compared with its sources."""
        return self.document.entry.checked_on


def is_counter(document: Document) -> bool:
    """Whether a file was made from a record, and is not one that a person began."""
    return isinstance(document.entry, Counter)


def was_touched(document: Document) -> bool:
    """Whether a person wrote the file, or has compared it with its sources since it was made from a record."""
    return not is_counter(document) or source_day(document) != document.entry.checked_on


def source_day(document: Document) -> datetime.date | None:
    """The day of the record from which a file was made."""
    return next((source.date for source in document.entry.sources or () if source.date), None)


def changed(match: Match) -> Changed | None:
    """What differs between a record and its file; None where nothing does.

    Raises ValueError where a value of the record is not as a header must have it.
    """
    record, document = match.record, match.document
    told = values_of(record)
    facts = facts_of_values(told)
    if facts is None:
        raise ValueError
    read_on = document.entry.checked_on
    found = tuple(_differences(match, told, facts))
    newer = is_counter(document) and record.date is not None and (read_on is None or record.date > read_on)
    if not found and not newer:
        return None
    moved = is_counter(document) and document.facts.get("commune") != facts.get("commune")
    return Changed(match, found, newer, moved)


def _differences(match: Match, told: dict[str, Any], facts: dict[str, Any]) -> Iterator[Difference]:
    record, document = match.record, match.document
    counter, here, data = is_counter(document), document.facts, document.parts.data
    read_on = document.entry.checked_on
    is_newer = record.date is not None and (read_on is None or record.date > read_on)
    if identifier_of(document) != record.key:
        yield Difference(IDENTIFIER, record.key, data.get(IDENTIFIER), by_all=True)
    if counter and source_day(document) == record.date:
        return  # the record has not changed: whatever differs was corrected here, or the check refused it
    for key in _OF_COUNTERS if counter else _OF_ANY_FILE:
        differing = [each for each in _group(key, counter) if not _same(each, facts.get(each), here.get(each))]
        if not differing or (_is_empty(facts.get(key)) and not counter):
            continue
        first = differing[0]
        by_all = is_newer or (not counter and _is_empty(here.get(first)))
        yield Difference(first, told.get(first), data.get(first), by_all)


def _group(key: str, counter: bool) -> tuple[str, ...]:
    """A fact, and those that are taken with it. counter: whether the file was made from a record."""
    return next((keys for keys in _TOGETHER if counter and key in keys), (key,))


def _same(key: str, one: Any, other: Any) -> bool:
    """Whether two facts say the same, however it is written."""
    if _is_empty(one) or _is_empty(other):
        return _is_empty(one) and _is_empty(other)
    form = _FORMS.get(key, _as_it_is)
    return bool(form(one) == form(other))


def _is_empty(value: Any) -> bool:
    """Whether a fact says nothing; a no says something."""
    return value is None or value in ("", [], ())


def _as_it_is(value: Any) -> Any:
    return sorted(value, key=str) if isinstance(value, list) else value


def _hours(rows: Any) -> Any:
    return sorted((day, row["de"], row["a"]) for row in rows for day in row["jours"])


def _site(address: Any) -> Any:
    return str(address).lower().removeprefix("https://").removeprefix("www.").rstrip("/")


_FORMS: dict[str, Callable[[Any], Any]] = {
    "numero": digits_of,
    "courriel": str.lower,
    "site": _site,
    "adresse": plain,
    "nom": plain,
    "horaires": _hours,
}


def values_taken(change: Changed, keys: frozenset[str], today: datetime.date, months: int) -> dict[str, Any]:
    """The values that a header gets where some differences are taken, by key; None takes a key away.

    keys: of the differences. today, months: the day of the build, and after how many months a fact is old.
    In a file that was made from a record, its day follows once nothing is left that differs. In any other one, the
    record is named among the sources of what was taken from it.
    """
    told, document = with_doubts(values_of(change.record), today, months), change.document
    counter = is_counter(document)
    taken = {each.key: each.told for each in change.differences if each.key in keys}
    facts = set(taken) - {IDENTIFIER}
    taken |= {each: told.get(each) for key in facts for each in _group(key, counter)}
    follows = counter and len(keys) == len(change.differences) and (change.has_newer or not was_touched(document))
    if follows:
        taken["verifie_le"] = told.get("verifie_le")
    if follows or facts:
        taken["sources"] = _sources_with(change, told["sources"][0], has_day=follows or not counter)
        taken["a_confirmer"] = _doubts(document, told, set(CAN_AGE) if follows else facts)
    if "horaires" in facts and not counter:
        taken["a_verifier"] = _notes(document, told.get("horaires_note"))
    return taken


def _sources_with(change: Changed, source: dict[str, str], *, has_day: bool) -> list[Any]:
    """The sources of a file, and the record: its page stands once, with its newest day, in the place of former ones."""
    former = (*change.record.former, change.record.identifier)
    new, placed = list[Any](), False
    for each in change.document.parts.data.get("sources") or []:
        if not (each.get("adresse") == source["adresse"] or any(name in each.get("adresse", "") for name in former)):
            new.append(each)
        elif not placed:
            placed = True
            new.append(
                {**each, **source} if has_day else {**source, **({"date": each["date"]} if "date" in each else {})}
            )
    return new if placed else [*new, source]


def _doubts(document: Document, told: dict[str, Any], keys: set[str]) -> list[str] | None:
    """The facts to be confirmed, where the directory's were taken for some: theirs as old as the record is."""
    kept = [key for key in document.parts.data.get("a_confirmer") or [] if key not in keys]
    return [*kept, *(key for key in told.get("a_confirmer", ()) if key in keys)] or None


def _notes(document: Document, hours: str | None) -> list[str] | None:
    """The sentences for the team, with what no row of the hours that were taken can say."""
    kept = [text for text in document.parts.data.get("a_verifier") or [] if not text.startswith(_HOURS_NOTE)]
    return [*kept, *([f"{_HOURS_NOTE}{hours}"] if hours else [])] or None
