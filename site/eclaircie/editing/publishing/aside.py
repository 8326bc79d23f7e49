"""What was undone or replaced is kept aside, and can be taken back: nothing that an editor wrote is ever lost."""

import datetime
import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ...content.raw_text import replace_bytes
from ...files_in_use import is_in_use, patiently, remove_tree
from .changes import read
from .errors import SendingError

Why = Literal["undone", "theirs", "retaken"]
"""Why something was kept: it was undone; somebody else's text was chosen; something older was taken back."""

_NAME = re.compile(r"\d{8}-\d{6}-\d+")
_ABOUT = "about.json"
_MOST_KEPT = 200
"""How many are kept; the oldest go first."""


@dataclass(frozen=True)
class Kept:
    """What was kept at one moment. name: of its folder. paths: the files that it holds; gone: those that were not there."""

    name: str
    why: Why
    paths: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def when(self) -> datetime.datetime:
        """When it was kept, by the clock of this computer."""
        return datetime.datetime.strptime(self.name[:15], "%Y%m%d-%H%M%S")


class Aside:
    """What was kept. folder: where. project: the folder of the project, from which paths count."""

    def __init__(self, folder: Path, project: Path) -> None:
        self._folder = folder
        self._project = project

    def keep(self, files: Mapping[str, bytes | None], why: Why, now: datetime.datetime) -> Kept:
        """Keep files as they are. files: the bytes of each, None for one that is not there. now: local time.

        Raises SendingError where they cannot be kept; whoever was about to replace them does not.
        """
        gone = tuple(path for path, content in files.items() if content is None)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            number = 1
            while (place := self._folder / f"{now:%Y%m%d-%H%M%S}-{number}").exists():
                number += 1
            for path, content in files.items():
                if content is not None:
                    (place / "files" / path).parent.mkdir(parents=True, exist_ok=True)
                    replace_bytes(place / "files" / path, content)
            place.mkdir(exist_ok=True)
            paths = tuple(path for path in files if path not in gone)
            replace_bytes(place / _ABOUT, json.dumps({"why": why, "paths": paths, "gone": gone}).encode())
        except OSError as error:
            raise unwritten(self._folder, error) from error
        self._forget_the_oldest()
        return Kept(place.name, why, paths, gone)

    def all(self) -> list[Kept]:
        """All that was kept, the newest first."""
        try:
            names = sorted(
                (f.name for f in self._folder.iterdir() if _NAME.fullmatch(f.name)), key=_order, reverse=True
            )
        except OSError:
            return []
        return [kept for name in names if (kept := self._read(name))]

    def take_back(self, name: str, now: datetime.datetime, published: Callable[[str], bytes | None]) -> Kept:
        """Put files back as they were kept; what stands in their place is kept in its turn, unless the repository has it.

        published: the plain bytes of a file in the repository. Raises SendingError where there is no such, or it cannot
        be written.
        """
        kept = self._read(name) if _NAME.fullmatch(name) else None
        if kept is None:
            raise SendingError("nothing_kept")
        wanted: dict[str, bytes | None] = dict.fromkeys(kept.gone)
        try:
            wanted |= {path: (self._folder / name / "files" / path).read_bytes() for path in kept.paths}
        except OSError:
            raise SendingError("nothing_kept") from None
        now_there = {path: read(self._project / path) for path in wanted}
        written = {path: b for path, b in now_there.items() if b not in (wanted[path], published(path))}
        if written:
            self.keep(written, "retaken", now)
        write_all(self._project, wanted, now_there)
        remove_tree(self._folder / name)
        return kept

    def _read(self, name: str) -> Kept | None:
        try:
            about = json.loads((self._folder / name / _ABOUT).read_bytes())
            return Kept(name, about["why"], tuple(about["paths"]), tuple(about["gone"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _forget_the_oldest(self) -> None:
        for kept in self.all()[_MOST_KEPT:]:
            shutil.rmtree(self._folder / kept.name, ignore_errors=True)


def _order(name: str) -> tuple[str, int]:
    return name[:15], int(name[16:])


def write_all(project: Path, wanted: Mapping[str, bytes | None], before: Mapping[str, bytes | None]) -> None:
    """Write several files, or none: where one cannot be written, the others get back what they held.

    project: the folder from which paths count. wanted: the bytes of each, None to remove it. before: what they hold.
    Raises SendingError, which names the file.
    """
    done: list[str] = []
    for path, content in wanted.items():
        file = project / path
        try:
            _write(project, file, content)
        except OSError as error:
            for other in done:
                _put_back(project, project / other, before[other])
            raise unwritten(file, error) from error
        done.append(path)


def _put_back(project: Path, file: Path, content: bytes | None) -> None:
    try:
        _write(project, file, content)
    except OSError:
        # What is now there is what was asked for; the next attempt finds it in its place.
        return


def _write(project: Path, file: Path, content: bytes | None) -> None:
    """Write or remove a file. Raises OSError, SendingError where its folder leads out of the project."""
    if not file.parent.resolve().is_relative_to(project.resolve()) or file.is_symlink():
        raise SendingError("outside", file=file)
    if content is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(file, content)
        return
    patiently(lambda: file.unlink(missing_ok=True))
    for folder in file.parents:
        if folder.parent == project or not folder.is_relative_to(project) or any(folder.iterdir()):
            return
        folder.rmdir()


def unwritten(file: Path, error: OSError) -> SendingError:
    """Why a file cannot be written."""
    if is_in_use(error):
        return SendingError("in_use", file=file)
    return SendingError("unwritten", file=file, reason=error.strerror or str(error))
