"""The files of public directories as the editor takes them: brought by the browser, or found among what was downloaded."""

import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

FOLDER = ".editor-annuaire"
"""Where what the browser brings lies until it is read: beside the content, and git does not see it."""

LARGEST = 2 * 1024**3
"""Bytes of one file; the largest that is known of has 350 MB, and some 600 unpacked."""

SHOWN = 12
"""So many downloaded files are offered, the newest first."""

_PIECE = 1024 * 1024
_ENDS = (".json", ".jsonl", ".ndjson", ".csv", ".zip", ".bz2", ".gz", ".xz", ".tar")
_DOWNLOADS = ("Téléchargements", "Downloads")


class CutShortError(Exception):
    """Not all of a file has come."""


def receive(stream: IO[bytes], length: int, folder: Path, name: str) -> str:
    """Write a file that comes into a folder, and return its name there. length: how many bytes it has.

    Raises CutShortError where the browser has stopped before the end, OSError where the disk does not take it.
    """
    folder.mkdir(exist_ok=True)
    number = sum(1 for _ in folder.iterdir()) + 1
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.")[-80:] or "annuaire"
    file = folder / f"{number}-{plain}"
    try:
        came = 0
        with file.open("wb") as opened:
            while piece := stream.read(_PIECE):
                came += len(piece)
                opened.write(piece)
        if came != length:
            raise CutShortError
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return file.name


def clear(folder: Path) -> None:
    """Take away what the browser has brought."""
    shutil.rmtree(folder, ignore_errors=True)


def brought(folder: Path, names: list[str]) -> list[Path]:
    """The files that the browser has brought, of those that are named."""
    return [file for file in _files(folder) if file.name in names]


def plain_name(file: Path) -> str:
    """The name of a file as people know it: without the number of one that the browser has brought."""
    return file.name.partition("-")[2] if file.parent.name == FOLDER else file.name


def downloaded() -> list[Path]:
    """The files of the folder of downloads that may be a directory's, the newest first."""
    found = []
    for folder in _folders():
        for file in _files(folder):
            with suppress(OSError):
                if file.name.lower().endswith(_ENDS):
                    found.append((file.stat().st_mtime, file))
    return [file for _, file in sorted(found, reverse=True)[:SHOWN]]


def _folders() -> list[Path]:
    home = Path.home()
    names = [home / name for name in _DOWNLOADS]
    if sys.platform.startswith("linux"):
        # Source: https://www.freedesktop.org/wiki/Software/xdg-user-dirs/
        with suppress(OSError):
            text = (home / ".config" / "user-dirs.dirs").read_text("utf-8", "replace")
            if told := re.search(r'^XDG_DOWNLOAD_DIR="\$HOME/([^"]+)"', text, re.MULTILINE):
                names.insert(0, home / told[1])
    return list(dict.fromkeys(folder for folder in names if folder.is_dir()))


def _files(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(file for file in folder.iterdir() if file.is_file())
    return []
