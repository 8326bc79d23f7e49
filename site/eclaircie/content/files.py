"""The files of a language's folder: those that are pages, those that programs leave behind, and those to be renamed."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..messages.faults import Faults
from .counters import COUNTERS, TOWN_HALLS
from .facts import Shape
from .folding import plain
from .symlinks import leads_out

PLAIN_NAME = Shape(r"[a-z0-9]+(-[a-z0-9]+)*", "path_not_plain")
"""What a file or folder may be called, for its name is part of an address."""
_LEFT_BY_PROGRAMS = re.compile(
    r"""\. | ~\$ | \#.*\# | .*~ | @eadir | __macosx | __pycache__ | node_modules | lost\+found | \$recycle\.bin
    | system\ volume\ information | thumbs\.db | ehthumbs\.db | desktop\.ini | icon\r
    | .*\.(tmp|temp|bak|backup|old|orig|rej|sw[a-p]|part|crdownload|lock)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What editors, systems and synchronised folders put there: hidden folders (.obsidian), locks, backups, previews."""
_NOT_ON_WINDOWS = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
"""Names that no file or folder can have there, whatever its ending: neither can a copy of the site be opened there, nor
the repository be fetched. Source: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
"""
_COPY = re.compile(
    r"(?P<name>.+?)[ _]?(\(\d+\)|\([^()]*confli[^()]*\)|[-–]? ?(copie|copy)( ?\(?\d+\)?)?|\.sync-conflict-.*)",
    re.IGNORECASE,
)
"""How systems name the copy of a file: `a (1)`, `a - Copie`, `a copy 2`, `a (conflicted copy)`."""
_TEXT_ENDINGS = (".txt", ".text", ".markdown", ".mdown", ".mkd", ".mdx", ".md")

_ATTACHED = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".heic", ".svg", ".bmp", ".tif", ".tiff"),
    *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods", ".csv"),
    *(".zip", ".mp3", ".mp4", ".mov", ".webm"),
)
"""What people put beside a page to go with it."""


class Misnamed(NamedTuple):
    """A file that is no page for its name alone. path: of the page that it seems to be meant for."""

    path: str
    file: Path


def is_left_by_programs(name: str) -> bool:
    """Whether a file or folder of this name is nobody's content: it is passed over."""
    match = _LEFT_BY_PROGRAMS.match(name)
    return match is not None and (match.end() == len(name) or name.startswith((".", "~$")))


def suits_every_system(steps: Iterable[str]) -> bool:
    """Whether folders and a file can have these names, without its ending, on every system and in an address."""
    return all(PLAIN_NAME.fits(step) and step not in _NOT_ON_WINDOWS for step in steps)


def pages_below(folder: Path, faults: Faults, misnamed: list[Misnamed]) -> Iterator[tuple[str, Path]]:
    """The path and the file of each page below the folder of a language, in order; names that suit no address are faults.

    misnamed: gets the files that are no page for their name alone.
    """
    if folder.is_symlink():
        faults.add("outside", folder, 1)
        return
    for directory, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not is_left_by_programs(name))
        here = Path(directory)
        for link in (here / name for name in names if (here / name).is_symlink()):
            faults.add("outside", link, 1)
        above = here.relative_to(folder).parts
        for name in sorted(files):
            if is_left_by_programs(name) or (name == TOWN_HALLS and here.name == COUNTERS):
                continue
            file, steps = here / name, [*above, name.removesuffix(".md")]
            if file.is_symlink() and leads_out(file, folder):
                faults.add("outside", file, 1)
            elif file.suffix == ".md" and all(PLAIN_NAME.fits(step) for step in steps):
                if reserved := next((step for step in steps if step in _NOT_ON_WINDOWS), None):
                    faults.add("windows_name", file, 1, name=reserved)
                yield _path(steps), file
            elif found := _misnamed(file, above, files, faults):
                misnamed.append(found)


def fault_of_path(path: str) -> tuple[str, dict[str, str]] | None:
    """What is wrong with the names in the path of a page, as a fault's code and values, or None."""
    for step in path.split("/"):
        if not PLAIN_NAME.fits(step):
            return "path_not_plain", {"name": step, "hint": _hint("-".join(plain(step).split()))}
        if step in _NOT_ON_WINDOWS:
            return "windows_name", {"name": step}
    return None


def _path(steps: list[str]) -> str:
    return "/".join(steps[:-1] if steps[-1] == "index" else steps)


def _misnamed(file: Path, above: tuple[str, ...], files: list[str], faults: Faults) -> Misnamed | None:
    """Say what is wrong with the name of a file. Returns it where one can tell which page was meant."""
    name = file.name
    is_text = name.lower().endswith(_TEXT_ENDINGS)
    while name.lower().endswith(_TEXT_ENDINGS):
        name = name[: name.rindex(".")]
    copy = _COPY.fullmatch(name)
    if is_text and copy and f"{copy['name']}.md" in files:
        faults.add("copy_of_file", file, 1, expected=f"{copy['name']}.md")
        return None
    meant = "-".join(plain(copy["name"] if copy else name).split())
    wrong = next((step for step in (*above, file.name.removesuffix(".md")) if not PLAIN_NAME.fits(step)), "")
    plain_step = meant if wrong == file.name.removesuffix(".md") else "-".join(plain(wrong).split())
    if file.name.lower().endswith(_ATTACHED):
        faults.add("attached_file", file, 1, name=file.name)
    elif file.suffix != ".md":
        faults.add("not_markdown", file, 1, hint=_hint(f"{meant}.md" if is_text and meant else ""))
    else:
        faults.add("path_not_plain", file, 1, name=wrong, hint=_hint(plain_step))
    if not (is_text and meant):
        return None
    return Misnamed(_path([*("-".join(plain(step).split()) for step in above), meant]), file)


def _hint(name: str) -> str:
    return f" → « {name} »" if name else ""
