"""Changes are undone: files become again what was last sent or received, and what they held is kept aside."""

import datetime
from collections.abc import Collection

from .aside import Aside, Kept, write_all
from .changes import changes, plain
from .receiving import not_at_work
from .repository import WORDS, Repository


def undo(repository: Repository, paths: Collection[str], now: datetime.datetime) -> Kept | None:
    """Undo the changes of some files, or of all where none is named. now: local time.

    Returns what was kept, or None where nothing differed. Raises SendingError; no file is then another.
    """
    chosen = [change for change in changes(repository) if not paths or change.path in paths]
    if not chosen:
        return None
    not_at_work(repository)
    published = repository.files(repository.base(), *WORDS)
    wanted: dict[str, bytes | None] = {}
    there: dict[str, bytes | None] = {}
    for change in chosen:
        for path in change.paths:
            wanted[path] = repository.content(published[path].sha) if path in published else None
            there[path] = change.after if path == change.path else None
    kept = aside_of(repository).keep(there, "undone", now)
    write_all(repository.project, wanted, there)
    return kept


def take_back(repository: Repository, name: str, now: datetime.datetime) -> Kept:
    """Put back what was kept under a name. now: local time. Raises SendingError; no file is then another."""
    files = repository.files(repository.base(), *WORDS)

    def published(path: str) -> bytes | None:
        return plain(repository.content(files[path].sha)) if path in files else None

    return aside_of(repository).take_back(name, now, published)


def aside_of(repository: Repository) -> Aside:
    """What was kept aside in a project."""
    return Aside(repository.own_folder / "aside", repository.project)
