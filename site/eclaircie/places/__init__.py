"""The départements and communes of France: official names, codes and postcodes, read from `data/`.

Source of names, codes and postcodes: the package @etalab/decoupage-administratif 6.0.0 of March 2026 (Code officiel
géographique 2026 of INSEE, postcodes of La Poste, intercommunalities of the DGCL), under the Licence Ouverte 2.0.
Outlines and neighbours have a source of their own, see `update`. Nothing is fetched, and only what is asked for is read.

A territory is a département or an overseas collectivity where people live. Here it is always named by its slug, the
official code in lower case as it stands in an address: `71`, `2a`, `974`.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Territory:
    """One département, or one overseas collectivity.

    code: official code, in upper case (`2A`).
    name: official name.
    region: name of its region; an overseas collectivity is in no region, and has its own name here.
    group: `metropole`, or overseas the place itself (`guadeloupe`, `saint_pierre_et_miquelon`, …).
    beside: slugs of the territories that share a border with it by land.
    label: where its code is written on the map (x, y), in the units of `outline`.
    """

    code: str
    name: str
    region: str
    group: str
    beside: tuple[str, ...]
    label: tuple[int, int]

    @property
    def slug(self) -> str:
        """The code as it stands in an address."""
        return self.code.lower()

    @property
    def is_overseas(self) -> bool:
        """Whether it lies overseas."""
        return self.group != "metropole"


@dataclass(frozen=True)
class Commune:
    """One commune of today.

    code: official code (`71270`), never a postcode.
    name: official name.
    postcodes: all its postcodes, in order.
    intercommunality: SIREN number of its intercommunality, empty where it is in none.
    """

    code: str
    name: str
    postcodes: tuple[str, ...]
    intercommunality: str


@cache
def territories() -> dict[str, Territory]:
    """Every territory by its slug, in official order: metropolitan France by code, then overseas by code."""
    found = (
        Territory(
            code=row["code"],
            name=row["name"],
            region=row["region"],
            group=row["group"],
            beside=tuple(row["beside"].lower().split()),
            label=_point(row["label"]),
        )
        for row in _rows(DATA / "territories.csv")
    )
    return {territory.slug: territory for territory in found}


@cache
def outline() -> str:
    """The outline of the country on the map, as SVG path data."""
    return "".join(row["line"] for row in _rows(DATA / "outline.csv"))


@cache
def communes(slug: str) -> tuple[Commune, ...]:
    """The communes of one territory, by code. Raises KeyError where there is no such territory."""
    return tuple(
        Commune(row["code"], row["name"], tuple(row["postcodes"].split()), row["intercommunality"])
        for row in _rows(DATA / "communes" / f"{territories()[slug].code}.csv")
    )


@cache
def intercommunalities() -> dict[str, str]:
    """The name of every intercommunality with its own taxes, by its SIREN number."""
    return {row["siren"]: row["name"] for row in _rows(DATA / "intercommunalities.csv")}


@cache
def towns() -> frozenset[str]:
    """The names of the communes that have many inhabitants, so that people elsewhere know them."""
    return frozenset(row["name"] for row in _rows(DATA / "towns.csv"))


def towns_of(slug: str) -> list[str]:
    """The names of the larger towns of a territory, its capital among them, in the order of the alphabet."""
    return _towns_by_code()[territories()[slug].code]


@cache
def _towns_by_code() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {territory.code: [] for territory in territories().values()}
    for row in _rows(DATA / "towns.csv"):
        code = row["code"]
        found[code[: 3 if code.startswith(("97", "98")) else 2]].append(row["name"])
    return {code: sorted(names) for code, names in found.items()}


@cache
def commune_names() -> frozenset[str]:
    """The names of all communes. Quicker than `communes` of each territory, of which this reads nothing else."""
    return frozenset(line.split(";", 2)[1] for line in _commune_lines())


@cache
def postcodes() -> frozenset[str]:
    """All postcodes of communes."""
    return frozenset(code for line in _commune_lines() for code in line.split(";", 3)[2].split())


def _commune_lines() -> Iterator[str]:
    for file in sorted((DATA / "communes").glob("*.csv")):
        yield from file.read_text("utf-8").splitlines()[1:]


@cache
def straddling() -> dict[str, tuple[str, ...]]:
    """The postcodes for which `by_rule` is wrong or incomplete: each with the slugs of all its territories."""
    return {row["postcode"]: tuple(row["codes"].lower().split()) for row in _rows(DATA / "straddling.csv")}


def by_rule(postcode: str) -> str | None:
    """The slug that the first digits of a postcode tell, or None where they tell none.

    Two digits, three overseas. In Corsica three: 200 and 201 are the south, 202 and 206 the north. Look into
    `straddling` first; the postcode itself need not exist.
    """
    if len(postcode) != 5 or not (postcode.isascii() and postcode.isdigit()):
        return None
    if postcode.startswith("20"):
        return CORSICA.get(postcode[:3])
    slug = postcode[: 3 if postcode.startswith(("97", "98")) else 2]
    return slug if slug in territories() else None


CORSICA = {"200": "2a", "201": "2a", "202": "2b", "206": "2b"}
"""First digits of a postcode in Corsica. Others under 20 belong to the mail of companies, on both sides."""


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")


def _point(text: str) -> tuple[int, int]:
    x, y = text.split(",") if text else ("0", "0")
    return int(x), int(y)
