"""How the proposals of a public directory are told at a terminal: what is new, what differs, what is left out."""

from collections import Counter
from pathlib import Path
from typing import Any

from ..content.choices import STRUCTURE_TYPES
from ..content.counters import Counter as CounterEntry
from ..content.document import Document
from ..content.facts import declared
from ..content.labels import label_of
from ..importing.differences import Changed, Difference
from ..importing.matching import Doubt
from ..importing.proposals import Proposals
from ..importing.record import Record, Tally
from ..messages.signs import shown
from ..places import territories
from ..writing.telling import in_words
from .asking import Terminal
from .changing import command_for

_MOST_TOWNS = 12
"""Towns of one kind that are named; the others are counted."""


class Telling:
    """Tells proposals. content: the folder of all content."""

    def __init__(self, terminal: Terminal, content: Path) -> None:
        self._terminal, self._content = terminal, content

    def file(self, document: Document) -> Path:
        """A file as it is told: from the folder that holds all content."""
        return document.file.relative_to(self._content.parent)

    def all(self, proposals: Proposals) -> None:
        """Tell all that may be taken, fact by fact."""
        self.doubts(proposals.doubts)
        self.new(proposals.new)
        if proposals.changed:
            self._title("changed", count=len(proposals.changed))
        for change in proposals.changed:
            self.change(change)
            for difference in change.differences:
                self.difference(difference)
        self.kept_up(proposals)

    def kept_up(self, proposals: Proposals) -> None:
        """Tell what is brought up to date without changing a fact."""
        if proposals.renewed:
            self._title("renewed", count=len(proposals.renewed))
        if places := proposals.towns_for():
            self._title("towns", places=places_named(places))

    def new(self, records: list[Record]) -> None:
        """Tell new counters by département, kind and town."""
        if not records:
            return
        self._title("new", count=len(records))
        for territory in dict.fromkeys(record.territory for record in records):
            self._terminal.line(f"  {places_named([territory])}", bold=True)
            for kind, some in by_kind(record for record in records if record.territory == territory).items():
                self._say("new_kind", kind=kind_named(kind), count=len(some), towns=_towns(some))

    def change(self, change: Changed) -> None:
        """Tell which file differs, and both days."""
        self._terminal.title(shown(f"{name_of(change.document)}  ({self.file(change.document)})"))
        none = self._terminal.voice.sentence("directory.no_day")
        there, here = change.record.date, change.read_on
        self._say("days", there=str(there or none), here=str(here or none))
        if there and here and there < here:
            self._say("yours_is_newer")
        if change.is_moved:
            self._say("moved")

    def difference(self, difference: Difference) -> None:
        """Tell what directory and file say of one fact."""
        if difference.is_identifier:
            self._say("found" if difference.stands is None else "renumbered")
            return
        self._terminal.line(f"  {label_of(difference.key)}")
        self._say("told", value=self._value(difference.key, difference.told))
        self._say("stands", value=self._value(difference.key, difference.stands))

    def doubts(self, doubts: list[Doubt]) -> None:
        """Tell which records a file may describe already."""
        if doubts:
            self._title("doubts", count=len(doubts))
        for doubt in doubts:
            files = " / ".join(str(self.file(document)) for document in doubt.documents)
            self._say("doubt", name=doubt.record.name, town=doubt.record.town, files=files)

    def doubt(self, doubt: Doubt, document: Document) -> None:
        """Tell a record and a file that may be one, side by side."""
        record, facts = doubt.record, document.facts
        self._terminal.title(shown(f"{record.name}, {record.town}"))
        told = (record.name, record.street_address, record.number)
        stands = (name_of(document), facts.get("adresse"), facts.get("numero"), str(self.file(document)))
        self._say("told", value=" · ".join(filter(None, told)))
        self._say("stands", value=" · ".join(filter(None, stands)))

    def only_told(self, proposals: Proposals) -> None:
        """Tell what a person has to look at and no command changes: what has gone, is one now, or cannot be taken."""
        for document in proposals.gone:
            self._say("gone", name=name_of(document), file=self.file(document), command=self._removal(document))
        for document, other in proposals.merged:
            file, command = self.file(document), self._removal(document)
            self._say("merged", name=name_of(document), file=file, other=self.file(other), command=command)
        for record, name in proposals.twice:
            self._say("twice", name=record.name, town=record.town, other=name)
        for record in proposals.unfit:
            self._say("unfit", name=record.name, town=record.town, address=record.address)

    def left_out(self, tally: Tally) -> None:
        """Tell what was left out of all that was read for these départements, by reason and kind."""
        for name, _ in tally.damaged:
            self._terminal.voice.fail("directory.damaged_part", file=name)
        for name in tally.passed_over:
            self._say("passed_over", file=name)
        if tally.left or tally.unknown_kinds or tally.broken_count:
            self._title("left_title")
        for why in dict.fromkeys(why for _, why in tally.left):
            kinds = Counter({kind: count for (kind, reason), count in tally.left.items() if reason == why})
            self._say("left", why=self._why(why), kinds=self._counted(kinds))
        if tally.unknown_kinds:
            self._say("unknown_kinds", kinds=self._counted(tally.unknown_kinds))
        for broken in tally.broken:
            self._say("broken", position=broken.position, why=self._why(broken.why), detail=broken.detail)
        if more := tally.broken_count - len(tally.broken):
            self._say("broken_more", count=more)
        if tally.dropped or tally.unknown_fields:
            self._title("dropped_title")
        for why in dict.fromkeys(why for _, why in tally.dropped):
            fields = Counter({name: count for (name, reason), count in tally.dropped.items() if reason == why})
            self._say("left", why=self._why(why), kinds=self._counted(fields))
        if tally.unknown_fields:
            self._say("unknown_fields", fields=self._counted(tally.unknown_fields))

    def _removal(self, document: Document) -> str:
        return command_for(self._terminal.voice, "retirer", "remove", document.path)

    def _why(self, why: str) -> str:
        return self._terminal.voice.sentence(f"importing.unread_{why}")

    @staticmethod
    def _counted(counts: Counter[str]) -> str:
        ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return ", ".join(f"{shown(name)} ({count})" for name, count in ordered)

    def _value(self, key: str, value: Any) -> str:
        if value in (None, "", []):
            return self._terminal.voice.sentence("proposing.nothing")
        return in_words(declared(CounterEntry).get(key), value)

    def _title(self, code: str, **values: object) -> None:
        self._terminal.title(self._terminal.voice.sentence(f"directory.{code}", **values))

    def _say(self, code: str, **values: object) -> None:
        self._terminal.line(self._terminal.voice.sentence(f"directory.{code}", **values))


def name_of(document: Document) -> str:
    """What a file describes, by its proper name."""
    return str(document.facts.get("nom") or document.entry.title)


def by_kind(records: Any) -> dict[str, list[Record]]:
    """Records by our type, in the order in which pages list them."""
    found: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda record: list(STRUCTURE_TYPES.labels).index(record.type)):
        found.setdefault(record.type, []).append(record)
    return found


def kind_named(kind: str) -> str:
    """What a type is called."""
    return STRUCTURE_TYPES.labels[kind]


def places_named(slugs: Any) -> str:
    """Départements by name and number."""
    return ", ".join(f"{territories()[slug].name} ({territories()[slug].code})" for slug in slugs)


def _towns(records: list[Record]) -> str:
    towns = sorted(dict.fromkeys(record.town for record in records))
    more = len(towns) - _MOST_TOWNS
    return ", ".join(towns[:_MOST_TOWNS]) + (f"… (+ {more})" if more > 0 else "")
