"""Where the town halls of a département stand, in a small table beside its counters: what is nearest is told by it."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..content.counters import COUNTERS, TOWN_HALLS
from ..content.local import FOLDER
from ..languages import SOURCE
from ..places import communes

_HEAD = ("code", "latitude", "longitude")

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""


def file_of(content: Path, territory: str) -> Path:
    """The table of a département. territory: its slug."""
    return content / SOURCE.tag / FOLDER / territory / COUNTERS / TOWN_HALLS


def text_with(content: Path, territory: str, points: Mapping[str, Point]) -> str | None:
    """The table of a département with what a directory says of it; None where it says nothing new.

    points: by the INSEE code of a commune; those of other départements are left out. What the directory does not say
    stays as it is. Two decimals are a kilometre: enough for an order, and no door.
    """
    known = {commune.code for commune in communes(territory)}
    rows = _rows(file_of(content, territory), known)
    fresh = {code: tuple(f"{degrees:.2f}" for degrees in point) for code, point in points.items() if code in known}
    new = {**rows, **fresh}
    return None if new == rows else _text((code, *point) for code, point in sorted(new.items()))


def _rows(file: Path, known: set[str]) -> dict[str, tuple[str, ...]]:
    """What a table says; nothing where it cannot be read, so that it is written anew."""
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            _, *rows = csv.reader(lines, delimiter=";")
    except (OSError, ValueError, csv.Error):
        return {}
    return {row[0]: tuple(row[1:]) for row in rows if len(row) == len(_HEAD) and row[0] in known}


def _text(rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(";".join(row) + "\n" for row in (_HEAD, *rows))
