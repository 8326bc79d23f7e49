"""Which files of the content a directory has looked at since: told, and nothing asked."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from ..content.document import Document
from ..content.library import Library
from .differences import IDENTIFIER, changed
from .matching import matched
from .record import Record


class Fresher(NamedTuple):
    """A file whose record is newer. identifier: as its `annuaire` has it. here, there: the days of file and record.

    keys: the facts that differ; none where the directory has only looked at it again.
    """

    document: Document
    identifier: str
    here: datetime.date | None
    there: datetime.date
    keys: tuple[str, ...]


def fresher(records: Iterable[Record], library: Library, asked: Iterable[str]) -> list[Fresher]:
    """The files that name a record which is newer than they are, in the order of their paths.

    records: as read of a directory. asked: the slugs of the départements that were read.
    """
    found = []
    for match in matched(records, library, asked).found:
        here, there = match.document.entry.checked_on, match.record.date
        if match.how == "name" or there is None or (here is not None and there <= here):
            continue
        try:
            change = changed(match)
        except ValueError:  # a value that no header may have: the command says which
            continue
        keys = tuple(each.key for each in change.differences if each.key != IDENTIFIER) if change else ()
        found.append(Fresher(match.document, match.record.key, here, there, keys))
    return sorted(found, key=lambda each: each.document.path)
