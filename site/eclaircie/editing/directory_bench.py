"""What the editor has read of public directories, what somebody has said of it, and what is taken of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ..importing.differences import Changed
from ..importing.plan import Piece, Tried, changed_piece, new_pieces, town_pieces, tried
from ..importing.proposals import Proposals, propose
from ..importing.record import Record
from ..messages.faults import Fault
from ..pages.site import Site
from ..reports.directory_news import Reading
from ..writing.plan import Plan
from .desk import Desk

_KNOWN = "directory"


@dataclass
class Bench:
    """What was read. files: their names. answers: by the key of a record, the path of the file that describes the same
    counter, or nothing where none does. said: what is told once, on the next page."""

    reading: Reading
    files: tuple[str, ...]
    answers: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    is_fault: bool = False

    def proposals(self, site: Site, content: Path) -> Proposals:
        """What the directories propose to the files as they are now. Raises nothing: what cannot be taken is told."""
        reading = self.reading
        found = propose(reading.records, reading.tally.towns, site.library, content, reading.asked)
        if reading.tally.damaged:  # what is missing may only be in the part that cannot be read
            found.gone = []
        for key, path in self.answers.items():
            doubt = next((each for each in found.doubts if each.record.key == key), None)
            if doubt is not None:
                found.settle(doubt, next((each for each in doubt.documents if each.path == path), None))
        return found


def bench_of(desk: Desk) -> Bench | None:
    """What the editor has read last, if anything."""
    found = desk.known.get(_KNOWN)
    return found if isinstance(found, Bench) else None


def keep(desk: Desk, bench: Bench | None) -> None:
    """Keep what was read, or nothing any more."""
    desk.known[_KNOWN] = bench


def reading_of(desk: Desk) -> Reading | None:
    """What was read last, for the list of what there is to do."""
    bench = bench_of(desk)
    return bench.reading if bench else None


@dataclass(frozen=True)
class Chosen:
    """What somebody has ticked. new: keys of records. facts: by the path of a file, the keys of its differences.

    everything: all that may be taken unasked, whatever is ticked.
    """

    new: frozenset[str] = frozenset()
    facts: dict[str, set[str]] = field(default_factory=dict)
    has_days: bool = False
    has_towns: bool = False
    everything: bool = False

    def records(self, proposals: Proposals) -> list[Record]:
        """The new counters that are taken."""
        return [record for record in proposals.new if self.everything or record.key in self.new]

    def keys(self, change: Changed) -> frozenset[str]:
        """The differences of a file that are taken."""
        ticked = self.facts.get(change.document.path, set())
        return frozenset(
            each.key for each in change.differences if (each.by_all if self.everything else each.key in ticked)
        )


@dataclass(frozen=True)
class Taken:
    """What became of it. new, facts, days: how many counters, files with other facts, and files with another day only."""

    result: Tried
    new: int
    facts: int
    days: int


def take(
    proposals: Proposals, chosen: Chosen, site: Site, content: Path, faults_of: Callable[[Plan], list[Fault]]
) -> Taken:
    """Write what is chosen, but what the check would refuse. Raises WritingError where nothing can be written."""
    today, months = site.today, site.settings.review_months
    records = chosen.records(proposals)
    new = new_pieces(records, site.library, content, today, months)
    facts: list[Piece] = [
        changed_piece(change, keys, today, months) for change in proposals.changed if (keys := chosen.keys(change))
    ]
    renewed = proposals.renewed if chosen.everything or chosen.has_days else []
    days = [changed_piece(change, frozenset(), today, months) for change in renewed]
    # Whoever takes counters takes what shows the nearest first.
    towns = (
        town_pieces(proposals.towns_for(records), content) if chosen.everything or chosen.has_towns or records else []
    )
    result = tried((*new, *facts, *days, *towns), content, faults_of)
    result.plan.apply()
    done = {piece.file for piece in result.pieces}
    return Taken(result, *(sum(piece.file in done for piece in some) for some in (new, facts, days)))
