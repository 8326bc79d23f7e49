"""Where a build is made: a fresh folder beside the published one, which takes its place at the end or never."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from . import manifest
from .hosts import ROOT_FILE_NAMES


class WorkplaceError(Exception):
    """The folder cannot be used. code: the name of the sentence that says why. values: what it names."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True)
class Workplace:
    """The published folder, and its siblings while a build is under way."""

    destination: Path

    @property
    def fresh(self) -> Path:
        """Where the next build is made."""
        return self._sibling("new")

    @property
    def former(self) -> Path:
        """Where the last build waits during the exchange."""
        return self._sibling("old")

    def _sibling(self, name: str) -> Path:
        return self.destination.with_name(f".{self.destination.name}-{name}")

    def exchange(self) -> None:
        """Put the fresh folder in the place of the published one.

        Two renames: after a stop between them, `repair` puts the last build back.
        """
        if self.destination.exists():
            self.destination.rename(self.former)
        self.fresh.rename(self.destination)
        shutil.rmtree(self.former, ignore_errors=True)

    def repair(self) -> None:
        """Undo what an interrupted build left behind."""
        if self.former.is_dir() and not self.destination.exists():
            self.former.rename(self.destination)
        for leftover in (self.former, self.fresh):
            if leftover.exists():
                shutil.rmtree(leftover)


@contextmanager
def workplace(destination: Path) -> Iterator[Workplace]:
    """A fresh, empty folder beside `destination`, for one build at a time; removed if it was not exchanged.

    Raises WorkplaceError where the folder holds somebody's own files or another build is under way.
    """
    place = Workplace(destination.absolute())
    if destination.is_symlink():
        raise WorkplaceError("is_link", folder=destination)
    if destination.exists() and not destination.is_dir():
        raise WorkplaceError("is_file", folder=destination)
    if destination.is_dir() and (foreign := _foreign_file(destination)):
        raise WorkplaceError("not_ours", folder=destination, file=foreign)
    destination.parent.mkdir(parents=True, exist_ok=True)
    with _lock(place.destination.with_name(f".{destination.name}-lock")):
        place.repair()
        place.fresh.mkdir()
        try:
            yield place
        finally:
            place.repair()


def _foreign_file(folder: Path) -> str | None:
    """A file of the folder that no build of ours wrote, and that replacing the folder would lose."""
    record = manifest.Manifest.read(folder) or manifest.Manifest()
    known = {manifest.NAME}
    if "index.html" not in record.files and (folder / manifest.NAME).is_file():
        # A damaged manifest tells nothing; what we write is then still known by its name.
        known |= _WRITTEN_BY_US
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if not (file.is_dir() or name in record.files or file.name in known | _LEFT_BY_SYSTEMS):
            return name
    return None


_WRITTEN_BY_US = frozenset({"index.html", "404.html"}) | ROOT_FILE_NAMES


_LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that systems put into folders by themselves; nobody misses them."""


@contextmanager
def _lock(file: Path) -> Iterator[None]:
    """Let in one build at a time. The system frees the lock of a process that dies."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise WorkplaceError("busy", folder=file) from None
        # Another build may have ended, and removed the file, since we opened it: then our lock holds nobody off.
        if not file.exists() or not os.path.samestat(os.fstat(handle), file.stat()):
            raise WorkplaceError("busy", folder=file)
        try:
            yield
        finally:
            with suppress(OSError):
                file.unlink()
    finally:
        os.close(handle)


def reuse(previous: Path, fresh: Path, path: str, sha256: str) -> bool:
    """Take a file of the previous build into the fresh one, if it is still what was written then.

    A hard link costs no time and no room; where the file system refuses one, the file is copied.
    Returns whether the file was taken; a damaged or changed file is not.
    """
    source, target = previous / path, fresh / path
    try:
        if source.is_symlink() or manifest.sha256_of(source.read_bytes()) != sha256:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)
    except OSError:
        return False
    return True
