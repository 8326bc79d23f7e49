"""Where a build is made: a fresh folder beside the published one, which takes its place at the end or never."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from . import manifest


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
    if destination.is_dir() and any(destination.iterdir()) and manifest.Manifest.read(destination) is None:
        raise WorkplaceError("not_ours", folder=destination)
    destination.parent.mkdir(parents=True, exist_ok=True)
    with _lock(place.destination.with_name(f".{destination.name}-lock")):
        place.repair()
        place.fresh.mkdir()
        try:
            yield place
        finally:
            shutil.rmtree(place.fresh, ignore_errors=True)


@contextmanager
def _lock(file: Path) -> Iterator[None]:
    """Let in one build at a time. The system frees the lock of a process that dies."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise WorkplaceError("busy", folder=file) from None
        yield
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
