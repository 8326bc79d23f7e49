"""What the page *Annuaire* shows of proposals, in words: new counters by kind, what differs, what is left out."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..content.choices import STRUCTURE_TYPES
from ..content.counters import Counter as CounterEntry
from ..content.document import Document
from ..content.facts import declared
from ..content.labels import label_of
from ..importing.differences import Changed, Difference
from ..importing.proposals import Proposals
from ..importing.record import Record, Tally
from ..messages.sentences import sentence
from ..messages.signs import shown
from ..messages.tongues import Tongue
from ..places import territories
from ..reports.days import in_words as in_days
from ..writing.telling import in_words


class NewKind(NamedTuple):
    """New counters of one kind in a département."""

    place: str
    name: str
    records: list[Record]


class Fact(NamedTuple):
    """One difference. value: what is sent where it is ticked. is_ticked: whether it is taken unless somebody says no."""

    value: str
    label: str
    told: str
    stands: str
    is_identifier: bool
    is_ticked: bool


class Change(NamedTuple):
    """A file that differs. there, here: the days of directory and file. is_older: whether the directory's is the older."""

    name: str
    document: Document
    there: str
    here: str
    is_older: bool
    is_moved: bool
    facts: list[Fact]


@dataclass(frozen=True)
class View:
    """All that the page shows. left: why something is left out, and what, each as a sentence."""

    proposals: Proposals
    new: list[NewKind]
    changes: list[Change]
    left: list[tuple[str, str]]


def view_of(proposals: Proposals, tally: Tally, tongue: Tongue) -> View:
    """The proposals, in words."""
    return View(
        proposals,
        list(_new(proposals.new)),
        [_change(change, tongue) for change in proposals.changed],
        _left(tally, tongue),
    )


def name_of(document: Document) -> str:
    """What a file describes, by its proper name."""
    return str(document.facts.get("nom") or document.entry.title)


def place_named(slug: str) -> str:
    """A département by name and number."""
    return f"{territories()[slug].name} ({territories()[slug].code})"


def _new(records: list[Record]) -> list[NewKind]:
    kinds = list(STRUCTURE_TYPES.labels)
    groups: dict[tuple[str, str], list[Record]] = {}
    for record in sorted(records, key=lambda each: (each.territory, kinds.index(each.type), each.town, each.name)):
        groups.setdefault((record.territory, record.type), []).append(record)
    return [
        NewKind(place_named(territory), STRUCTURE_TYPES.labels[kind], some)
        for (territory, kind), some in groups.items()
    ]


def _change(change: Changed, tongue: Tongue) -> Change:
    none = sentence("directory.no_day", tongue)
    there, here = change.record.date, change.read_on
    facts = [_fact(change, difference, tongue) for difference in change.differences]
    is_older = bool(there and here and there < here)
    return Change(
        name_of(change.document),
        change.document,
        in_days(there, tongue) if there else none,
        in_days(here, tongue) if here else none,
        is_older,
        change.is_moved,
        facts,
    )


def _fact(change: Changed, difference: Difference, tongue: Tongue) -> Fact:
    return Fact(
        f"{change.document.path}|{difference.key}",
        label_of(difference.key),
        _value(difference.key, difference.told, tongue),
        _value(difference.key, difference.stands, tongue),
        difference.is_identifier,
        difference.by_all,
    )


def _value(key: str, value: Any, tongue: Tongue) -> str:
    if value in (None, "", []):
        return sentence("proposing.nothing", tongue)
    return in_words(declared(CounterEntry).get(key), value)


def _left(tally: Tally, tongue: Tongue) -> list[tuple[str, str]]:
    """What was left out: the reason, and the kinds or fields with how many of each."""
    found = []
    for counts in (tally.left, tally.dropped):
        for why in dict.fromkeys(why for _, why in counts):
            named = Counter({name: count for (name, reason), count in counts.items() if reason == why})
            found.append((sentence(f"importing.unread_{why}", tongue), _counted(named)))
    for code, unknown in (("unknown_kinds", tally.unknown_kinds), ("unknown_fields", tally.unknown_fields)):
        if unknown:
            found.append((sentence(f"directory_page.{code}", tongue), _counted(unknown)))
    if tally.broken_count:
        found.append((sentence("directory_page.broken", tongue), str(tally.broken_count)))
    return found


def _counted(counts: Counter[str]) -> str:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{shown(name)} ({count})" for name, count in ordered)
