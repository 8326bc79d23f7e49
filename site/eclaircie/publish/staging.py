"""Where a build is made: beside the published folder, whose place it takes at the end or never.

Two folders take turns: a build brings the former one up to date, so that only what changed since is written, and the two
are exchanged. What is not sure of it, such as after a stop, is made of links to the published files.
"""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ..files_in_use import patiently, remove_tree, rename
from ..kept.store import Store
from . import manifest
from .exchange import swap
from .foreign import foreign_file
from .lock import lock
from .manifest import Entry, Manifest, sha256_of
from .staging_error import StagingError
from .stamps import Stamps


@dataclass(frozen=True)
class Staging:
    """The published folder, and its siblings while a build is under way.

    previous: what the fresh folder held before this build: it is the build before the published one, brought up to date.
    published: what the published folder holds. stamps: tells what files hold.
    """

    destination: Path
    name: str = field(default_factory=lambda: secrets.token_hex(4))
    previous: Manifest = field(default_factory=Manifest)
    published: Manifest = field(default_factory=Manifest)
    stamps: Stamps = field(default_factory=Stamps)

    @cached_property
    def fresh(self) -> Path:
        """Where the next build is made.

        Each build has its own: what a process still writes when its build has been killed must not reach the next one.
        """
        return self.unfinished / self.name

    @cached_property
    def unfinished(self) -> Path:
        """Holds the fresh folder. Whatever a stop leaves here is rubbish."""
        return self._sibling("new")

    @cached_property
    def former(self) -> Path:
        """The build before the published one, until the next build takes it up."""
        return self._sibling("former")

    @cached_property
    def waiting(self) -> Path:
        """Where the published folder waits while it is exchanged by renames. Whatever a stop leaves here is whole."""
        return self._sibling("old")

    @cached_property
    def lock(self) -> Path:
        """Exists while a build is under way."""
        return self._sibling("lock")

    def _sibling(self, name: str) -> Path:
        return self.destination.with_name(f".{self.destination.name}-{name}")

    def keeps(self, path: str, sha256: str) -> bool:
        """Whether a file of the fresh folder is what was written by an earlier build; one that cannot be read is not.

        path: below the folder. sha256: of what was written.
        """
        # Asked for once a page, so plain text: each path object takes as long as a call of the system.
        file = f"{self.fresh}/{path}"
        try:
            return self.stamps.sha256(file) == sha256
        except OSError:
            return False

    def take(self, path: str, inputs: str | None) -> Entry | None:
        """The entry of a file that an earlier build made of the same inputs and that is in its place, or None.

        One that only the published folder has is linked from there: of two folders in turn, each lacks what the last build
        made in the other. inputs: as in the manifest.
        """
        known = self.previous.files.get(path)
        if known and known.inputs == inputs and self.keeps(path, known.sha256):
            return known
        known = self.published.files.get(path)
        if known is None or known.inputs != inputs:
            return None
        self.discard(path)
        _link(f"{self.destination}/{path}", f"{self.fresh}/{path}")
        if not self.keeps(path, known.sha256):
            self.discard(path)
            return None
        self.previous.files[path] = known
        return known

    def discard(self, path: str) -> None:
        """Remove a file of the fresh folder that is to be written anew.

        It may be a link to the published one, which must not change before it is exchanged.
        """
        with suppress(FileNotFoundError):
            patiently(os.unlink, f"{self.fresh}/{path}")

    def write(self, path: str, content: bytes) -> str:
        """Write a file of the fresh folder, unless it holds that already. Returns its SHA-256."""
        sha256 = sha256_of(content)
        if not self.keeps(path, sha256):
            self.discard(path)
            file = self.fresh / path
            file.parent.mkdir(parents=True, exist_ok=True)
            patiently(file.write_bytes, content)
        return sha256

    def prune(self, record: Manifest) -> None:
        """Remove the files that the earlier build had and the next one has not, and folders that hold nothing then."""
        for path in self.previous.files.keys() - record.files.keys():
            self.discard(path)
            for folder in (self.fresh / path).parents:
                if folder == self.fresh:
                    break
                with suppress(OSError):  # what still holds something stays
                    folder.rmdir()

    def exchange(self) -> None:
        """Put the fresh folder in the place of the published one, which becomes the former one.

        In one step where the system can: at no moment is there no site. Elsewhere by renames: after a stop between them,
        `repair` puts the last build back.

        Raises StagingError where the folder is one that cannot be moved, OSError where it may not be.
        """
        replaced = self.fresh
        try:
            if not self.destination.exists():
                rename(self.fresh, self.destination)
            elif not swap(self.fresh, self.destination):
                rename(self.destination, self.waiting)
                rename(self.fresh, self.destination)
                replaced = self.waiting
        except OSError as error:
            if error.errno in (errno.EBUSY, errno.EXDEV):
                raise StagingError("is_mount", folder=self.destination) from None
            raise
        # The site is published. What fails now must not look like a failure; the next build tries again.
        with suppress(OSError):
            if replaced.is_dir():
                rename(replaced, self.former)
            self._throw_away()

    def repair(self) -> None:
        """Undo what an interrupted build left behind. Raises OSError where that cannot be done."""
        if self.waiting.is_dir() and not self.waiting.is_symlink() and not self.destination.exists():
            rename(self.waiting, self.destination)
        self._throw_away()

    def _throw_away(self) -> None:
        """Remove what nobody needs: an unfinished build, and one that was exchanged by renames."""
        for link in (one for one in (self.unfinished, self.waiting, self.former) if one.is_symlink()):
            link.unlink()  # somebody's, and what it leads to is not ours to remove or to publish
        if self.unfinished.exists():
            remove_tree(self.unfinished)
        if self.waiting.exists():
            # Half removed under its own name, it could be put back as if it were whole.
            rename(self.waiting, self.unfinished)
            remove_tree(self.unfinished)

    def take_up(self, published: Manifest, kept: Store | None = None) -> "Staging":
        """Make the fresh folder: of the former build, or else of links to the published one. Returns it with what it holds.

        Its manifest is gone until the next one is written: after a stop nobody takes it for a whole build.
        published: what the published folder holds. kept: what earlier builds have learnt of its files.
        """
        self.unfinished.mkdir(parents=True)
        # The time of the file system, which may be that of another machine
        began = self.unfinished.stat().st_mtime_ns
        previous = Manifest.read(self.former)
        if previous:
            rename(self.former, self.fresh)
            self.discard(manifest.NAME)
        else:
            self._link_published(published)
            previous = Manifest(dict(published.files))
        _sweep(self.fresh, previous)
        return replace(self, previous=previous, published=published, stamps=Stamps(kept, began))

    def _link_published(self, published: Manifest) -> None:
        """Fill the fresh folder with links to the published files, which cost no time and no room."""
        if self.former.is_dir():
            remove_tree(self.former)
        self.fresh.mkdir()
        for path in published.files:
            _link(f"{self.destination}/{path}", f"{self.fresh}/{path}")


def _link(source: str, target: str) -> None:
    """Link a file, or copy it where the file system knows no links. One that cannot be read is left out, and made again."""
    try:
        if not stat.S_ISREG(os.lstat(source).st_mode):
            return
    except OSError:
        return
    os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _sweep(folder: Path, record: Manifest) -> None:
    """Remove whatever a folder holds that is no file of a build, and the folders in which nothing is left."""
    for parent, folders, files in os.walk(folder, topdown=False):
        below = parent[len(str(folder)) :].replace(os.sep, "/").removeprefix("/")
        below = f"{below}/" if below else ""
        for name in files:
            if f"{below}{name}" not in record.files:
                patiently(os.unlink, f"{parent}/{name}")
        for name in folders:
            path = f"{parent}/{name}"
            if os.path.islink(path):  # noqa: PTH114  # asked for once a folder
                os.unlink(path)  # noqa: PTH108
            elif f"{below}{name}" in record.files:
                remove_tree(Path(path))
            else:
                with suppress(OSError):  # what still holds something stays
                    os.rmdir(path)  # noqa: PTH106


@contextmanager
def staging(destination: Path, kept: Store | None = None) -> Iterator[Staging]:
    """A fresh folder beside `destination`, for one build at a time; removed if it was not exchanged.

    kept: what earlier builds have learnt; None has every file read.

    Raises StagingError where the folder holds somebody's own files, cannot be exchanged, or another build is under way;
    OSError where nothing can be written beside it.
    """
    if destination.is_symlink():
        raise StagingError("is_link", folder=destination)
    if destination.exists() and not destination.is_dir():
        raise StagingError("is_file", folder=destination)
    if os.path.ismount(destination):  # which Path.is_mount cannot tell on Windows before Python 3.12
        # A disk, or a folder that a container was given: it can be filled, but not moved.
        raise StagingError("is_mount", folder=destination)
    destination.parent.mkdir(parents=True, exist_ok=True)
    place = Staging(destination.resolve())
    with lock(place.lock):
        place.repair()
        published = Manifest.read(place.destination) or Manifest()
        if place.destination.exists() and (foreign := foreign_file(place.destination, published)):
            raise StagingError("not_ours", folder=destination, file=foreign)
        try:
            yield place.take_up(published, kept)
        finally:
            # What made the build fail is what is told; what remains is for the next one.
            with suppress(OSError):
                place.repair()


def put_back(destination: Path) -> None:
    """Put the last build back where a build was killed between two renames, whatever becomes of the next one.

    Raises StagingError where another build is under way, OSError where the folder cannot be renamed.
    """
    place = Staging(destination.resolve())
    if place.waiting.is_dir():
        with lock(place.lock):
            place.repair()
