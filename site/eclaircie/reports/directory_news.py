"""What a newer file of a public directory says of the contacts that came from it: for the list of what there is to do."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ..content.document import Document
from ..content.library import Library
from ..importing.freshness import Fresher, fresher
from ..importing.matching import identifier_of, matched
from ..importing.reading import read
from ..importing.record import Record, Tally
from ..places import territories


class Reading(NamedTuple):
    """What was read of files. asked: the slugs of the départements of which all records were read."""

    records: tuple[Record, ...]
    tally: Tally
    asked: tuple[str, ...]


class DirectoryNews(NamedTuple):
    """newer: files whose record is newer. gone: files whose record is not in the directory any more."""

    newer: list[Fresher]
    gone: list[Document]


def read_directories(files: Iterable[Path], asked: Iterable[str]) -> Reading:
    """Read files. asked: slugs of the départements. Raises ReadingError where a file is none of a directory."""
    tally, slugs = Tally(), tuple(asked)
    return Reading(tuple(read(files, slugs, tally)), tally, slugs)


def places_of_directories(library: Library) -> tuple[str, ...]:
    """The slugs of the départements of which some file names its record, in official order."""
    found = {document.territory for document in library.documents.values() if identifier_of(document)}
    return tuple(slug for slug in territories() if slug in found)


def news_of(reading: Reading, library: Library) -> DirectoryNews:
    """What was read, beside the files as they are."""
    newer = fresher(reading.records, library, reading.asked)
    # In a file that was cut short, what is missing may only stand in the part that cannot be read.
    gone = [] if reading.tally.damaged else matched(reading.records, library, reading.asked).gone
    return DirectoryNews(newer, gone)
