"""What a directory has to propose: new counters, what differs, what it has looked at again, what has gone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..content.document import Document
from ..content.library import Library
from . import towns
from .differences import Changed, changed, is_counter
from .files import is_fit
from .matching import Doubt, Match, Matched, matched, structures_in
from .record import Record


@dataclass
class Proposals:
    """What may be taken. Nothing of it is written yet.

    new: counters that no file describes. doubts: those of which a person must say whether one does.
    changed: files that say something else than their record. renewed: files that say the same, and that the directory
    has looked at since. towns: by slug, the new text of a table of town halls, see `towns_for`. standing: the slugs of the
    départements that have counters.
    unfit: records of which a value is not as a header must have it, or that have no day. confirmed: how many files say
    what their record says. The others are as in `Matched`.
    """

    new: list[Record] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    renewed: list[Changed] = field(default_factory=list)
    towns: dict[str, str] = field(default_factory=dict)
    twice: list[tuple[Record, str]] = field(default_factory=list)
    gone: list[Document] = field(default_factory=list)
    merged: list[tuple[Document, Document]] = field(default_factory=list)
    unfit: list[Record] = field(default_factory=list)
    standing: frozenset[str] = frozenset()
    confirmed: int = 0

    def towns_for(self, records: Iterable[Record] = ()) -> dict[str, str]:
        """The tables of town halls of the départements that have counters, or will have some records as counters."""
        places = self.standing | {record.territory for record in records}
        return {slug: text for slug, text in self.towns.items() if slug in places}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take."""
        return not (self.new or self.doubts or self.changed or self.renewed or self.towns_for())

    def settle(self, doubt: Doubt, document: Document | None) -> None:
        """Note what a person says of a doubt. document: the file that describes the counter, or None."""
        self.doubts = [each for each in self.doubts if each is not doubt]
        if document is None:
            self.new.append(doubt.record)
            return
        self._compare(Match(doubt.record, document, "name"))
        # A file describes one counter: of that one nobody is asked again.
        asked, self.doubts = self.doubts, []
        for other in asked:
            if left := tuple(each for each in other.documents if each is not document):
                self.doubts.append(Doubt(other.record, left))
            else:
                self.new.append(other.record)

    def _compare(self, match: Match) -> None:
        change = changed(match)
        if change is None:
            self.confirmed += 1
        elif change.differences:
            self.changed.append(change)
        else:
            self.renewed.append(change)


def propose(
    records: Iterable[Record],
    points: Mapping[str, towns.Point],
    library: Library,
    content: Path,
    asked: Iterable[str],
) -> Proposals:
    """Compare what was read of a directory with the files.

    points: of town halls, by INSEE code. library, content: what stands. asked: slugs of the départements that were read.
    """
    asked = tuple(asked)
    fit, unfit = list[Record](), list[Record]()
    for record in records:
        (fit if is_fit(record) else unfit).append(record)
    found: Matched = matched([*fit, *unfit], library, asked)
    known_unfit = {record.key for record in unfit}
    proposals = Proposals(twice=found.twice, gone=found.gone, merged=found.merged, unfit=unfit)
    proposals.new = [record for record in found.new if record.key not in known_unfit]
    proposals.doubts = [doubt for doubt in found.doubts if doubt.record.key not in known_unfit]
    for match in found.found:
        if match.record.key not in known_unfit:
            proposals._compare(match)
    proposals.standing = frozenset(slug for slug in asked if any(map(is_counter, structures_in(library, slug))))
    texts = {territory: towns.text_with(content, territory, points) for territory in asked}
    proposals.towns = {territory: text for territory, text in texts.items() if text is not None}
    return proposals
