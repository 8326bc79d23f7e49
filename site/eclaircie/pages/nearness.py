"""Where the communes of a département are: what its box knows once it is touched, the same for everybody."""

import contextlib
import csv
from collections import defaultdict
from pathlib import Path
from statistics import fmean

from ..canonical_json import Inputs
from ..content.counter_groups import Member
from ..content.counters import TOWN_HALLS
from ..content.library import Library
from ..content.service_areas import find_commune
from ..places import communes, territories
from . import downloads

SOURCE = "Code officiel géographique (INSEE), @etalab/decoupage-administratif ; annuaire de l’administration (DILA)"

_Point = tuple[float, float]

FILE_NAMES = frozenset(f"lieux-{slug}.json" for slug in territories())
"""Every name that such a file can have, without its folder."""


def file_of_communes(slug: str) -> str:
    """The path of the file of a département, below the site."""
    return f"{downloads.FOLDER}/lieux-{slug}.json"


def with_counters(library: Library) -> list[str]:
    """The slugs of the territories whose pages show counters, in official order."""
    return [slug for slug in territories() if any(library.counter_pages(slug))]


def known_communes(slug: str, library: Library) -> Inputs:
    """What `static/js/nearest.js` reads: of each commune its name, its postcodes, a number for its intercommunality, 0 for
    none, and, where one is known, its latitude and longitude.

    A town hall is where the file beside the counters says; else a commune is where its counters are.
    """
    members = [member for page in library.counter_pages(slug) for member in page]
    points = _of_counters(slug, members) | (_of_town_halls(members[0][0].file.parent / TOWN_HALLS) if members else {})
    groups = {
        siren: number for number, siren in enumerate(dict.fromkeys(["", *(c.intercommunality for c in communes(slug))]))
    }
    return {
        "source": SOURCE,
        "communes": [
            [commune.name, " ".join(commune.postcodes), groups[commune.intercommunality], *points.get(commune.code, ())]
            for commune in communes(slug)
        ],
    }


def _of_counters(slug: str, members: list[Member]) -> dict[str, _Point]:
    found = defaultdict(list)
    for _, entry in members:
        commune = find_commune(slug, entry.commune)
        if commune and entry.position:
            south, east = map(float, entry.position.split(","))
            found[commune.code].append((south, east))
    return {
        code: (round(fmean(point[0] for point in points), 2), round(fmean(point[1] for point in points), 2))
        for code, points in found.items()
    }


def _of_town_halls(file: Path) -> dict[str, _Point]:
    """By INSEE code. What says nothing of the kind is passed over, be it the whole file: it only costs distances."""
    found = {}
    with contextlib.suppress(OSError, ValueError, csv.Error), file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines, delimiter=";"):
            with contextlib.suppress(KeyError, TypeError, ValueError):
                found[row["code"]] = round(float(row["latitude"]), 2), round(float(row["longitude"]), 2)
    return found
