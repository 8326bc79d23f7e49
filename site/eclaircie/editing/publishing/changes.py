"""What differs from what was last sent or received: files added, changed, moved, removed."""

import difflib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ...content.files import is_left_by_programs
from ...content.raw_text import LARGEST_FILE
from .errors import SendingError
from .repository import WORDS, Repository

if TYPE_CHECKING:
    from dulwich.objects import ObjectID

Kind = Literal["added", "changed", "moved", "removed"]

_MARK = b"\xef\xbb\xbf"  # what some programs of Windows put at the start of a text
_ALIKE = 0.6
"""From how much in common a file that is gone and one that is new are the same, moved (git's own rule takes half)."""
_MOST_PAIRS = 400  # compared at most, each by all its lines


@dataclass(frozen=True)
class Change:
    """A file that differs. path: as it is now, or was. before, after: its bytes; None where there was or is none.

    moved_from: its path before, where that was another.
    """

    path: str
    before: bytes | None
    after: bytes | None
    moved_from: str | None = None

    @property
    def kind(self) -> Kind:
        """What happened to it."""
        if self.moved_from:
            return "moved"
        return "added" if self.before is None else "removed" if self.after is None else "changed"

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path that it concerns."""
        return (self.path, self.moved_from) if self.moved_from else (self.path,)


def plain(content: bytes) -> bytes:
    """A text as the repository holds it: whatever program saved it, lines end in one way and no mark stands before it."""
    if b"\0" in content:
        return content
    return content.removeprefix(_MARK).replace(b"\r\n", b"\n")


def files_on_disk(project: Path) -> dict[str, Path]:
    """The files that an editor can have changed, by path below the project; links, and what programs leave behind, are not among them."""
    found = {}
    for folder in WORDS:
        for directory, names, files in os.walk(project / folder):
            names[:] = sorted(name for name in names if not is_left_by_programs(name))
            for name in sorted(files):
                file = Path(directory, name)
                if not is_left_by_programs(name) and not name.endswith(".mo") and not file.is_symlink():
                    found[file.relative_to(project).as_posix()] = file
    return found


def read(file: Path) -> bytes | None:
    """The plain bytes of a file, or None where there is none. Raises SendingError where it cannot be read."""
    try:
        return plain(file.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, MemoryError) as error:
        raise SendingError("unreadable", file=file, reason=getattr(error, "strerror", None) or str(error)) from error


def changes(repository: Repository, since: "ObjectID | None" = None) -> list[Change]:
    """All changes of an editor, by path. since: the commit they are told from; None for what was last sent or received.

    Raises SendingError where files or repository cannot be read.
    """
    was = repository.files(since or repository.base(), *WORDS)
    there = files_on_disk(repository.project)
    found = []
    for path in sorted(was.keys() | there.keys()):
        after = read(there[path]) if path in there else None
        blob = was.get(path)
        if blob and (not blob.is_file or (after is not None and blob.holds(after))):
            continue
        before = plain(repository.content(blob.sha)) if blob else None
        if before != after:
            found.append(Change(path, before, after))
    return list(_with_moves(found))


def _with_moves(found: list[Change]) -> Iterator[Change]:
    """The same changes, a file that is gone and one that is new as one where they are alike."""
    gone = {change.path: change for change in found if change.after is None}
    new = [change for change in found if change.before is None]
    moved: dict[str, Change] = {}
    if len(gone) * len(new) <= _MOST_PAIRS:
        for change in new:
            alike = [(_likeness(one.before or b"", change.after or b""), path) for path, one in gone.items()]
            best, path = max(alike, default=(0.0, ""))
            if best >= _ALIKE:
                moved[change.path] = Change(change.path, gone.pop(path).before, change.after, path)
    for change in found:
        if change.path in moved:
            yield moved[change.path]
        elif change.after is not None or change.path in gone:
            yield change


def _likeness(one: bytes, other: bytes) -> float:
    if one == other:
        return 1.0
    if max(len(one), len(other)) > LARGEST_FILE:
        return 0.0
    return difflib.SequenceMatcher(None, one.splitlines(), other.splitlines(), autojunk=False).ratio()
