"""Which file describes the counter of a record: by its identifier, else by kind, name and town; doubt stays a question."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from ..content.document import Document
from ..content.folding import plain
from ..content.library import Library
from ..content.local import Structure, is_shelter
from ..content.privacy import parts_of_address
from ..content.values import digits_of
from ..places import territories
from .record import Record

How = Literal["identifier", "former", "name"]
"""By what a file was found: the identifier that it holds, one that the record had before, or kind, name and town."""


@dataclass(frozen=True)
class Match:
    """A record and the file that describes its counter."""

    record: Record
    document: Document
    how: How


@dataclass(frozen=True)
class Doubt:
    """A record, and the files that may describe its counter, the likeliest first: a person knows."""

    record: Record
    documents: tuple[Document, ...]


@dataclass
class Matched:
    """What became of all records of some files, and of the files of the content that came from a directory.

    new: no file describes them. twice: told already by a file that another directory answers for, or by a record of it.
    gone: files whose record is not in the directory's file any more. merged: files whose record has become one with that
    of another file, each with that other one.
    """

    found: list[Match] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    new: list[Record] = field(default_factory=list)
    twice: list[tuple[Record, str]] = field(default_factory=list)
    gone: list[Document] = field(default_factory=list)
    merged: list[tuple[Document, Document]] = field(default_factory=list)


def identifier_of(document: Document) -> str | None:
    """The record of a directory from which a file came, or which describes the same: `service-public:<uuid>`."""
    held: str | None = document.facts.get("annuaire")
    return held


def structures_in(library: Library, territory: str) -> list[Document]:
    """The files of a département to which a record may belong. A shelter is none: no question is asked about it."""
    found = library.local(territory, Structure)
    return [document for document, entry in found if not is_shelter(entry.type, entry.offers)]


def matched(records: Iterable[Record], library: Library, asked: Iterable[str]) -> Matched:
    """Find the file of each record. asked: the slugs of the départements of which all records were read.

    A record that is there more than once counts as it was last changed.
    """
    documents = [document for territory in asked for document in structures_in(library, territory)]
    result, left = Matched(), _each_once(records)
    read = {record.source for record in left}
    left = _by_identifier(left, documents, result)
    taken = {match.document.path for match in result.found} | {document.path for document, _ in result.merged}
    result.gone = [d for d in documents if d.path not in taken and _source_of(d) in read]
    left = _told_already(left, documents, result)
    _by_name(left, [d for d in documents if identifier_of(d) is None], result)
    return result


def _each_once(records: Iterable[Record]) -> list[Record]:
    """The records in the order of their places, those of the State first: it says the most of each."""
    newest: dict[str, Record] = {}
    for record in records:
        other = newest.get(record.key)
        if other is None or (record.date and (other.date is None or other.date < record.date)):
            newest[record.key] = record
    order = list(territories())
    return sorted(
        newest.values(),
        key=lambda r: (r.source != "service-public", order.index(r.territory), r.type, plain(r.town), r.name, r.key),
    )


def _source_of(document: Document) -> str | None:
    held = identifier_of(document)
    return held.partition(":")[0] if held else None


def _by_identifier(records: list[Record], documents: list[Document], result: Matched) -> list[Record]:
    """Match what a file names. Returns the records that none does."""
    held: dict[str, list[Document]] = {}
    for document in documents:
        if key := identifier_of(document):
            held.setdefault(key, []).append(document)
    left = []
    for record in records:
        same = [document for key in (record.key, *record.former_keys) for document in held.get(key, ())]
        if not same:
            left.append(record)
            continue
        first, *others = {document.path: document for document in same}.values()
        result.found.append(Match(record, first, "identifier" if identifier_of(first) == record.key else "former"))
        result.merged += [(other, first) for other in others]
    return left


def _told_already(records: list[Record], documents: list[Document], result: Matched) -> list[Record]:
    """Leave out what another directory tells of the same counter. Returns the others."""
    told: list[tuple[str, _Likeness]] = [
        (str(_source_of(document)), _likeness(document)) for document in documents if identifier_of(document)
    ]
    left = []
    for record in records:
        likeness = _likeness_of(record)
        name = next((one.name for source, one in told if source != record.source and one.is_same(likeness)), None)
        if name is not None:
            result.twice.append((record, name))
            continue
        told.append((record.source, likeness))
        left.append(record)
    return left


def _by_name(records: list[Record], documents: list[Document], result: Matched) -> None:
    """Match by kind, name and town what is alike in all of them and has no rival; where something differs it is a doubt."""
    likenesses = {document.path: _likeness(document) for document in documents}
    sure: dict[str, list[Document]] = {}
    rivals: dict[str, int] = {}
    for record in records:
        mine = _likeness_of(record)
        sure[record.key] = [d for d in documents if likenesses[d.path].is_same(mine)]
        for document in sure[record.key]:
            rivals[document.path] = rivals.get(document.path, 0) + 1
    taken = set()
    for record in records:
        same = sure[record.key]
        if len(same) == 1 and rivals[same[0].path] == 1:
            result.found.append(Match(record, same[0], "name"))
            taken.add(same[0].path)
            sure.pop(record.key)
    for record in records:
        if record.key not in sure:
            continue
        mine = _likeness_of(record)
        close = [(likenesses[d.path].closeness(mine), d) for d in documents if d.path not in taken]
        likely = sorted(((rank, d) for rank, d in close if rank), key=lambda pair: (-pair[0], pair[1].path))
        if likely:
            result.doubts.append(Doubt(record, tuple(document for _, document in likely)))
        else:
            result.new.append(record)


@dataclass(frozen=True)
class _Likeness:
    """By what two descriptions of a counter are alike.

    words: those of the name that say something, without the town and the département. places: the names of towns that it
    may be in, plain; empty where nothing tells. named: all plain words of its name and title.
    """

    name: str
    type: str
    territory: str
    words: frozenset[str]
    places: frozenset[str]
    named: str
    number: str

    def is_same(self, other: "_Likeness") -> bool:
        """Whether kind, name and town are the same."""
        return (
            (self.type, self.territory) == (other.type, other.territory)
            and self._same_town(other) is True
            and (self._words_beside(other) == other._words_beside(self) or self._same_number(other))
        )

    def closeness(self, other: "_Likeness") -> int:
        """How likely it is that both are one; 0 where nobody would think so."""
        if (self.type, self.territory) != (other.type, other.territory):
            return 0
        town = self._same_town(other)
        if town is False:
            return 0
        words = bool(self.words & other.words or _initials(self.words, other) or _initials(other.words, self))
        return 4 * self._same_number(other) + 2 * bool(town) + words

    def _same_number(self, other: "_Likeness") -> bool:
        return self.number != "" and self.number == other.number

    def _words_beside(self, other: "_Likeness") -> frozenset[str]:
        """The words that say something where the town of the other is known."""
        return self.words - {word for place in other.places for word in place.split()}

    def _same_town(self, other: "_Likeness") -> bool | None:
        """Whether both are in one town; None where one of them does not say where it is."""
        for one, another in ((self, other), (other, self)):
            if any(f" {place} " in f" {another.named} " for place in one.places):
                return True
        return bool(self.places & other.places) if self.places and other.places else None


_LINKS = frozenset(["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur"])
_SMALL = _LINKS | frozenset(
    [
        "antenne",
        "accueil",
        "bureau",
        "centre",
        "espace",
        "maison",
        "permanence",
        "point",
        "service",
        "site",
        "siege",
        "unite",
    ]
)
"""Words that say nothing of which service it is: each has several."""


def _likeness_of(record: Record) -> _Likeness:
    number = digits_of(record.number or "")
    places = frozenset([plain(record.town)])
    words = _words(record.name, record.territory, places)
    return _Likeness(record.name, record.type, record.territory, words, places, plain(record.name), number)


def _likeness(document: Document) -> _Likeness:
    facts, territory = document.facts, document.territory or ""
    places = frozenset(_places(facts))
    name = str(facts.get("nom") or document.entry.title)
    return _Likeness(
        name,
        str(facts["type"]),
        territory,
        _words(name, territory, places),
        places,
        plain(f"{name} {document.entry.title}"),
        digits_of(facts.get("numero") or ""),
    )


def _places(facts: dict[str, Any]) -> Iterator[str]:
    """The towns that a file names as its own."""
    address = parts_of_address(facts.get("adresse") or "")
    if address:
        town = plain(address.town).split()
        yield " ".join(town[: town.index("cedex")] if "cedex" in town else town)


def _words(name: str, territory: str, places: frozenset[str]) -> frozenset[str]:
    left_out = set(plain(territories()[territory].name).split()) | {word for place in places for word in place.split()}
    return frozenset(plain(name).split()) - _SMALL - left_out


def _initials(words: frozenset[str], other: _Likeness) -> bool:
    """Whether one of some words is made of the first letters of another's name: `caf`."""
    letters = "".join(word[0] for word in other.named.split() if word not in _LINKS)
    return any(len(word) > 2 and word in letters for word in words)
