"""The files of the content as the form reads and writes them: pages below content/ and nothing else, one step at a time.

A file that somebody else has changed since it was read is not written over, moved or removed.
"""

import hashlib
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ..content.files import is_left_by_programs, suits_every_system
from ..content.raw_text import read_text, replace_text
from ..content.symlinks import leads_out
from ..content.tidying import tidied
from ..files_in_use import rename
from ..languages import BY_TAG, SOURCE
from ..messages.faults import Faults
from .copied_facts import without_copied_facts

ROOT = "content"
"""What the names of all files begin with, wherever the folder lies."""

_NEVER = frozenset('\\:*?"<>|') | {chr(number) for number in range(32)}
"""Signs that lead elsewhere on some system, or that none of our names has."""


class RefusedError(Exception):
    """Nothing was done. code, values: the sentence that says why, as for `sentence`. status: of HTTP."""

    def __init__(self, code: str, status: int, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.values = values


@dataclass(frozen=True)
class Text:
    """What a file holds. text: without byte order mark, with `\\n` line ends. version: tells it from any other content."""

    text: str
    version: str


@dataclass(frozen=True)
class ContentFiles:
    """The files below a content folder. A name is that of a file from the project's folder: content/fr/aides/bail.md."""

    content: Path
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def texts(self) -> dict[str, Text]:
        """Every page that can be read as text, by name. Those of other programs, and links that lead out, are left out."""
        found = {}
        for file in sorted(self.content.rglob("*.md")):
            steps = file.relative_to(self.content).parts
            if len(steps) > 1 and steps[0] in BY_TAG and not any(map(is_left_by_programs, steps)):
                with suppress(RefusedError):
                    found["/".join((ROOT, *steps))] = self.read("/".join((ROOT, *steps)))
        return found

    def read(self, name: str) -> Text:
        """What a file holds. Raises RefusedError where it is no page of ours or cannot be read."""
        file = self.file(name)
        text = read_text(file, Faults())
        if text is None:
            raise RefusedError("editing.unreadable", 404, file=name)
        return Text(text, _version(file))

    def write(self, name: str, text: str, version: str | None) -> Text:
        """Write a file in its one form; where that changes nothing, nothing is written.

        version: that which was read, None for a new file. Returns what the file holds now. Raises RefusedError.
        """
        file = self.file(name)
        if not suits_every_system(_below_language(name)) and not file.is_file():
            raise RefusedError("editing.bad_name", 400, file=name)
        with self._lock:
            self._expect(file, name, version)
            # A header that cannot be read is kept as it was typed: the check tells what is wrong with it.
            text = text.replace("\r\n", "\n")
            french = self.content.joinpath(SOURCE.tag, *file.relative_to(self.content).parts[1:])
            text = text if file == french else without_copied_facts(text, file, french)
            text = tidied(text, file, Faults()) or text
            if version is None or read_text(file, Faults()) != text:
                _told(name, lambda: _write(file, text))
            return Text(text, _version(file))

    def move(self, name: str, new: str, version: str) -> Text:
        """Give a file another name that none has yet. version: that which was read. Raises RefusedError."""
        file, target = self.file(name), self.file(new)
        if not suits_every_system(_below_language(new)):
            raise RefusedError("editing.bad_name", 400, file=new)
        with self._lock:
            self._expect(file, name, version)
            self._expect(target, new, None)
            _told(new, lambda: _move(file, target))
            self._remove_empty(file.parent)
            return Text(read_text(target, Faults()) or "", _version(target))

    def delete(self, name: str, version: str) -> None:
        """Remove a file, and the folders that hold nothing any more. version: that which was read. Raises RefusedError."""
        file = self.file(name)
        with self._lock:
            self._expect(file, name, version)
            _told(name, file.unlink)
            self._remove_empty(file.parent)

    def file(self, name: str) -> Path:
        """The path of a page of the content, there or not. Raises RefusedError where the name leads anywhere else."""
        steps = name.split("/")
        is_ours = len(steps) > 2 and steps[0] == ROOT and steps[1] in BY_TAG and steps[-1].endswith(".md")
        if not is_ours or any(step in ("", ".", "..") or set(step) & _NEVER for step in steps):
            raise RefusedError("editing.not_content", 403, file=name)
        file = self.content.joinpath(*steps[1:])
        below = [path for path in (file, *file.parents) if path != self.content and path.is_relative_to(self.content)]
        if any(path.is_symlink() for path in below) or leads_out(file, self.content):
            raise RefusedError("editing.not_content", 403, file=name)
        return file

    def _expect(self, file: Path, name: str, version: str | None) -> None:
        """Raises RefusedError where a file is not what it was when it was read. version: None for no file at all."""
        if version is None and file.exists():
            raise RefusedError("editing.there_already", 412, file=name)
        if version is not None and not file.is_file():
            raise RefusedError("editing.gone", 412, file=name)
        if version is not None and _version(file) != version:
            raise RefusedError("editing.changed_meanwhile", 412, file=name)

    def _remove_empty(self, folder: Path) -> None:
        """Remove a folder and those above it, as long as they are empty and below that of a language."""
        while len(folder.relative_to(self.content).parts) > 1:
            try:
                folder.rmdir()
            except OSError:
                return
            folder = folder.parent


def _below_language(name: str) -> list[str]:
    """The steps of a name below the folder of its language, the file without its ending."""
    return name.removesuffix(".md").split("/")[2:]


def _version(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_text(file, text)


def _move(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    rename(file, target)


def _told(name: str, act: Callable[[], None]) -> None:
    """Do something with a file. Raises RefusedError where the system does not let us."""
    try:
        act()
    except OSError as error:
        raise RefusedError("editing.unwritten", 500, file=name, reason=error.strerror or str(error)) from error
