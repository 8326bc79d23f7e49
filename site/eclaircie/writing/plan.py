"""What is to be changed in the files of content, and the doing: all of it or nothing."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ..files_in_use import patiently, replace
from .writing_error import WritingError


@dataclass(frozen=True)
class Change:
    """What happens to one file. before, after: its bytes; None where there is no such file."""

    file: Path
    before: bytes | None
    after: bytes | None


class _Copied(NamedTuple):
    """A file, and copies beside it of what it shall hold and of what it holds; None where there is no such file."""

    file: Path
    new: Path | None
    old: Path | None


@dataclass
class Plan:
    """What is to be changed. content: the folder of all content; every file lies in it.

    moved: the former file of each that gets another name; it is among the changes as well.
    """

    content: Path
    changes: dict[Path, Change] = field(default_factory=dict)
    moved: dict[Path, Path] = field(default_factory=dict)

    def write(self, file: Path, text: str) -> None:
        """Have a file get a text, with the line ends that it shall have."""
        self._set(file, text.encode("utf-8"))

    def remove(self, file: Path) -> None:
        """Have a file taken away."""
        self._set(file, None)

    def move(self, file: Path, new: Path, after: bytes | None = None) -> None:
        """Have a file get another name. after: what it holds then; None leaves it as it is."""
        self._set(new, _bytes_of(file) if after is None else after)
        self._set(file, None)
        self.moved[new] = file

    def _set(self, file: Path, after: bytes | None) -> None:
        if not file.resolve().is_relative_to(self.content.resolve()):
            raise WritingError("writing.outside", file=file)
        before = self.changes[file].before if file in self.changes else _bytes_of(file)
        if before == after:
            self.changes.pop(file, None)
        else:
            self.changes[file] = Change(file, before, after)

    def name_of(self, file: Path) -> Path:
        """A file as it is told: from the folder that holds all content."""
        return file.relative_to(self.content.parent)

    @property
    def rewritten(self) -> list[Path]:
        """The files that stay where they are and get another text, in order."""
        kept = (c.file for c in self.changes.values() if c.before is not None and c.after is not None)
        return sorted(kept)

    @property
    def removed(self) -> list[Path]:
        """The files that are taken away, and are nowhere afterwards, in order."""
        gone = (c.file for c in self.changes.values() if c.after is None)
        return sorted(set(gone) - set(self.moved.values()))

    def set_aside(self, folder: Path) -> None:
        """Keep a copy of every file as it is now, each under its path below the project. Raises WritingError."""
        for change in self.changes.values():
            if change.before is not None:
                file = folder / self.name_of(change.file)
                try:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(change.before)
                except OSError as error:
                    raise _unwritten(file, error) from error

    def apply(self) -> None:
        """Do it. Whatever stops it, a full disk or Ctrl-C included, leaves every file as it was.

        Raises WritingError where a file was changed by somebody else meanwhile, or cannot be written.
        """
        for change in self.changes.values():
            if _bytes_of(change.file) != change.before:
                raise WritingError("writing.changed_meanwhile", file=self.name_of(change.file))
        made: list[Path] = []
        copies: list[_Copied] = []
        done: list[_Copied] = []
        at = self.content
        try:
            for change in self.changes.values():
                at = change.file
                made += _missing_folders(change.file.parent)
                change.file.parent.mkdir(parents=True, exist_ok=True)
                # Both before anything is replaced: what goes wrong later needs no more room on the disk.
                copies.append(_Copied(change.file, _copy(change.file, change.after), _copy(change.file, change.before)))
            # Last what is taken away: until then nothing is missing.
            for copied in sorted(copies, key=lambda each: each.new is None):
                at = copied.file
                done.append(copied)
                _put(copied.file, copied.new)
        except BaseException as error:
            for copied in reversed(done):
                try:
                    if _bytes_of(copied.file) != self.changes[copied.file].before:
                        _put(copied.file, copied.old)
                except (OSError, WritingError):  # then the copy beside it is all there is of it
                    copies.remove(copied)
            _drop(copies)
            for folder in reversed(made):
                with suppress(OSError):
                    folder.rmdir()
            if isinstance(error, OSError):
                raise _unwritten(self.name_of(at), error) from error
            raise
        _drop(copies)
        self._remove_empty_folders()

    def _remove_empty_folders(self) -> None:
        """Folders in which nothing is left go too; that of a language stays."""
        for change in self.changes.values():
            for folder in _folders_up_to(change.file.parent, self.content) if change.after is None else ():
                with suppress(OSError):  # not empty
                    folder.rmdir()


def _folders_up_to(folder: Path, content: Path) -> Iterator[Path]:
    while folder.parent != content and folder.is_relative_to(content) and folder != content:
        yield folder
        folder = folder.parent


def _missing_folders(folder: Path) -> list[Path]:
    """The folders that have to be made for one to be there, from the outside."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing[::-1]


def _bytes_of(file: Path) -> bytes | None:
    """What a file holds, or None where there is none. Raises WritingError where it cannot be read."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WritingError("writing.unread", file=file, reason=error.strerror or str(error)) from error


def _copy(file: Path, held: bytes | None) -> Path | None:
    """A file beside another one that holds what it shall hold, with its rights; None where there shall be none."""
    if held is None:
        return None
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
    copy = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(held)
            out.flush()
            os.fsync(out.fileno())
        if file.exists():
            shutil.copymode(file, copy)
        else:
            copy.chmod(0o644)  # that of a temporary file is for its owner alone
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


def _drop(copies: list[_Copied]) -> None:
    for copied in copies:
        for copy in filter(None, (copied.new, copied.old)):
            with suppress(OSError):
                copy.unlink(missing_ok=True)


def _put(file: Path, copy: Path | None) -> None:
    """Put a copy in the place of a file, or take the file away."""
    if copy is not None:
        replace(copy, file)
    elif file.exists():
        patiently(file.unlink)


def _unwritten(file: Path, error: OSError) -> WritingError:
    return WritingError("writing.unwritten", file=file, reason=error.strerror or str(error))
