"""Where a build is made: a fresh folder beside the published one, which takes its place at the end or never."""

import ctypes
import errno
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from ..pages import downloads
from . import manifest, well_known
from .encodings import ENCODINGS
from .hosts import ROOT_FILE_NAMES


class StagingError(Exception):
    """The folder cannot be used. code: the name of the sentence that says why. values: what it names."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True)
class Staging:
    """The published folder, and its siblings while a build is under way."""

    destination: Path
    name: str = field(default_factory=lambda: secrets.token_hex(4))

    @property
    def fresh(self) -> Path:
        """Where the next build is made, and where the last one is taken apart.

        Each build has its own: what a worker still writes when its build has been killed must not reach the next one.
        """
        return self.unfinished / self.name

    @property
    def unfinished(self) -> Path:
        """Holds the fresh folder. Whatever a stop leaves here is rubbish."""
        return self._sibling("new")

    @property
    def former(self) -> Path:
        """Where the last build waits while it is exchanged by renames. Whatever a stop leaves here is whole."""
        return self._sibling("old")

    @property
    def lock(self) -> Path:
        """Exists while a build is under way."""
        return self._sibling("lock")

    def _sibling(self, name: str) -> Path:
        return self.destination.with_name(f".{self.destination.name}-{name}")

    def exchange(self) -> None:
        """Put the fresh folder in the place of the published one, and throw that one away.

        In one step where the system can: at no moment is there no site. Elsewhere by renames: after a stop between them,
        `repair` puts the last build back.

        Raises StagingError where the folder is one that cannot be moved, OSError where it may not be.
        """
        try:
            if not self.destination.exists():
                self.fresh.rename(self.destination)
            elif not _swap(self.fresh, self.destination):
                self.destination.rename(self.former)
                self.fresh.rename(self.destination)
        except OSError as error:
            if error.errno in (errno.EBUSY, errno.EXDEV):
                raise StagingError("is_mount", folder=self.destination) from None
            raise
        # The site is published. What cannot be removed now must not look like a failure; the next build tries again.
        with suppress(OSError):
            self._throw_away()

    def repair(self) -> None:
        """Undo what an interrupted build left behind. Raises OSError where that cannot be done."""
        if self.former.is_dir() and not self.former.is_symlink() and not self.destination.exists():
            self.former.rename(self.destination)
        self._throw_away()

    def _throw_away(self) -> None:
        for link in (one for one in (self.unfinished, self.former) if one.is_symlink()):
            link.unlink()  # somebody's, and what it leads to is not ours to remove or to publish
        if self.unfinished.exists():
            shutil.rmtree(self.unfinished)
        if self.former.exists():
            # Half removed under its own name, it could be put back as if it were whole.
            self.former.rename(self.unfinished)
            shutil.rmtree(self.unfinished)


def _swap(one: Path, other: Path) -> bool:
    """Exchange two folders in one step. Returns whether that was done: not every system and file system can.

    one, other: absolute paths. Sources: the manuals of renameat2(2) for Linux and renamex_np(2) for macOS.
    """
    exchange = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
    here = -100  # AT_FDCWD, not looked at where paths are absolute
    paths = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "linux":
            return bool(system.renameat2(here, paths[0], here, paths[1], exchange) == 0)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*paths, exchange) == 0)
    except (OSError, AttributeError):  # a C library without that function
        pass
    return False


@contextmanager
def staging(destination: Path) -> Iterator[Staging]:
    """A fresh, empty folder beside `destination`, for one build at a time; removed if it was not exchanged.

    Raises StagingError where the folder holds somebody's own files, cannot be exchanged, or another build is under way;
    OSError where nothing can be written beside it.
    """
    if destination.is_symlink():
        raise StagingError("is_link", folder=destination)
    if destination.exists() and not destination.is_dir():
        raise StagingError("is_file", folder=destination)
    if destination.is_mount():
        # A disk, or a folder that a container was given: it can be filled, but not moved.
        raise StagingError("is_mount", folder=destination)
    destination.parent.mkdir(parents=True, exist_ok=True)
    place = Staging(destination.resolve())
    with _lock(place.lock):
        place.repair()
        if place.destination.exists() and (foreign := _foreign_file(place.destination)):
            raise StagingError("not_ours", folder=destination, file=foreign)
        try:
            place.fresh.mkdir(parents=True)
            yield place
        finally:
            # What made the build fail is what is told; what remains is for the next one.
            with suppress(OSError):
                place.repair()


def put_back(destination: Path) -> None:
    """Put the last build back where a build was killed between two renames, whatever becomes of the next one.

    Raises StagingError where another build is under way, OSError where the folder cannot be renamed.
    """
    place = Staging(destination.resolve())
    if place.former.is_dir():
        with _lock(place.lock):
            place.repair()


def _foreign_file(folder: Path) -> str | None:
    """A file of the folder that no build of ours wrote, and that replacing the folder would lose.

    Raises OSError where a part of the folder cannot be read.
    """
    record = manifest.Manifest.read(folder) or manifest.Manifest()
    known = {manifest.NAME} | LEFT_BY_SYSTEMS
    if "index.html" not in record.files and (folder / manifest.NAME).is_file():
        # A damaged manifest tells nothing; what we write is then still known by its name.
        known |= _WRITTEN_BY_US
    # Ends at the first one: somebody may have named a whole disk.
    to_look_at = [""]
    while to_look_at:
        below = to_look_at.pop()
        with os.scandir(folder / below) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            path = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                to_look_at.append(f"{path}/")
            # A link to a folder leads out of ours, by whatever name.
            elif entry.is_dir() or not (path in record.files or entry.name in known):
                return path
    return None


_PLAIN_NAMES = frozenset({"index.html", "404.html"}) | ROOT_FILE_NAMES | downloads.FILE_NAMES | well_known.FILE_NAMES
_WRITTEN_BY_US = _PLAIN_NAMES | {name + ending for name in _PLAIN_NAMES for ending in ENCODINGS.values()}


LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that systems put into folders by themselves; nobody misses them."""


@contextmanager
def _lock(file: Path) -> Iterator[None]:
    """Let in one build at a time. The system frees the lock of a process that dies.

    Raises StagingError where another build is under way, OSError where the file system knows no locks.
    """
    handle = _locked(file)
    # Another build may have ended, and removed the file, since it was opened: such a lock holds nobody off.
    while not _is(handle, file):
        os.close(handle)
        handle = _locked(file)
    try:
        yield
    finally:
        with suppress(OSError):
            file.unlink()
        os.close(handle)


def _locked(file: Path) -> int:
    handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        _hold(handle)
    except OSError as error:
        os.close(handle)
        if isinstance(error, BlockingIOError) or sys.platform == "win32":
            raise StagingError("busy", folder=file) from None
        raise
    return handle


def _hold(handle: int) -> None:
    """Lock an open file for this process. Raises OSError where another one holds it.

    What each system offers is looked for only here: a check, which locks nothing, runs on all of them.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is(handle: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except OSError:
        return False


def reuse(previous: Path, fresh: Path, path: str, sha256: str) -> bool:
    """Take a file of the previous build into the fresh one, if it is still what was written then.

    A hard link costs no time and no room; where the file system refuses one, the file is written again.
    Returns whether the file was taken; one that is damaged, changed or cannot be read is not.
    Raises OSError where writing fails: what was written by then must not pass for a page.
    """
    # Asked for once a page, so plain text: each path object takes as long as a call of the system.
    source, target = f"{previous}/{path}", f"{fresh}/{path}"
    try:
        # No link, whose other end is not ours, and no pipe, which is read for ever.
        if not stat.S_ISREG(os.lstat(source).st_mode):
            return False
        with open(source, "rb") as file:  # noqa: PTH123
            content = file.read()
    except OSError:
        return False
    if manifest.sha256_of(content) != sha256:
        return False
    os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
    try:
        os.link(source, target)
    except OSError:
        # What is there may be a link already, whose other end is published: it must not be written.
        with suppress(FileNotFoundError):
            os.unlink(target)  # noqa: PTH108
        with open(target, "wb") as file:  # noqa: PTH123
            file.write(content)
    return True
