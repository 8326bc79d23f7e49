"""Where a record is: its commune of today and its territory, its address on one line, its point on the map.

Source of the codes: Code officiel géographique of INSEE. Paris, Lyon and Marseille have codes for their arrondissements,
which are no communes.
"""

import re
from functools import cache
from typing import NamedTuple

from ..content.folding import plain
from ..content.service_areas import commune_names
from ..places import Commune, by_rule, communes, straddling, territories

_CITIES = (("751", "75056", 20), ("6938", "69123", 9), ("132", "13055", 16))
"""The first digits of the codes of arrondissements, the city, and how many it has."""

_BOX = re.compile(
    r"\b(?:b\.?\s?p\.?|c\.?\s?s\.?|t\.?s\.?a\.?|boîte postale|boite postale)\s*n?°?\s*\d+[\d ]*", re.IGNORECASE
)
_CEDEX = re.compile(r"\s*\bcedex\b(?:\s*\d+)?", re.IGNORECASE)
_ARRONDISSEMENT = re.compile(r"\s+(?:\d{1,2}(?:er|e|ème|eme)?(?:\s+arrondissement)?)$", re.IGNORECASE)
_ON_MAINLAND = (41.0, 51.5, -5.5, 10.0)
"""Latitudes and longitudes of metropolitan France, with a margin."""


class Place(NamedTuple):
    """A territory (its slug) and a commune of today in it. postcode: of the arrondissement, where a code told it."""

    territory: str
    commune: Commune
    postcode: str | None = None


@cache
def arrondissement(code: str) -> tuple[str, str] | None:
    """The city of an arrondissement and the postcode of that, or None where a code is of none: 69383 is Lyon, 69003."""
    for begin, city, count in _CITIES:
        number = code.removeprefix(begin)
        if code.startswith(begin) and len(code) == 5 and number.isdecimal() and 1 <= int(number) <= count:
            return city, f"{code[:2]}0{int(number):02}"
    return None


def territory_of(insee: str, postcode: str = "") -> str | None:
    """The slug of the territory of an INSEE code; of a postcode, CEDEX or not, where there is no such code.

    None where neither tells, or where a postcode belongs to several territories.
    """
    code = insee.strip().upper()
    if re.fullmatch(r"(?:\d{2}|2[AB])\d{3}", code):
        slug = code[: 3 if code.startswith(("97", "98")) else 2].lower()
        if slug in territories():
            return slug
    several = straddling().get(postcode)
    if several:
        return several[0] if len(several) == 1 else None
    return by_rule(postcode)


def place_of(insee: str, postcode: str = "", town: str = "") -> Place | None:
    """The commune of a record. insee, postcode, town: as a directory has them, empty where it has none.

    A code that is of no commune of today (merged, or mistyped) is passed over. Then the name counts, in the territory
    that code or postcode tell; then a postcode that only one commune has.
    """
    code = insee.strip().upper()
    in_city = arrondissement(code)
    territory = territory_of(code, postcode)
    if territory is None:
        return None
    known = commune_names(territory)
    commune = known.get((in_city[0] if in_city else code).lower()) if code else None
    if commune is None and town:
        commune = known.get(plain(_bare_town(town)))
    if commune is None and postcode:
        same = [each for each in communes(territory) if postcode in each.postcodes]
        commune = same[0] if len(same) == 1 else None
    return Place(territory, commune, in_city[1] if in_city else None) if commune else None


def _bare_town(town: str) -> str:
    """A town without CEDEX and without the number of its arrondissement."""
    return _ARRONDISSEMENT.sub("", _CEDEX.sub("", " ".join(town.split()))).strip(" ,-")


def address_line(lines: list[str], postcode: str, town: str, place: Place) -> str | None:
    """An address on one line, `12 rue du Port, 71000 Mâcon`, or None where no line says where to go.

    lines: of an address, the likeliest street first: it is the first that is more than a post box. A postcode of CEDEX
    brings mail and nobody: it becomes that of the commune where this has only one, else it is left out.
    """
    street = next(filter(None, map(_street, lines)), None)
    if street is None:
        return None
    postcode = re.sub(r"\s", "", postcode)
    commune = place.commune
    if place.postcode and postcode not in commune.postcodes:
        postcode = place.postcode
    elif postcode not in commune.postcodes:
        postcode = commune.postcodes[0] if len(commune.postcodes) == 1 else ""
    name = _bare_town(town)
    if not name or name.isupper() or plain(name) == plain(commune.name):
        name = commune.name
    return f"{street}, {' '.join(filter(None, (postcode, name)))}"


def _street(text: str) -> str | None:
    """A line of an address without post box; None where nothing is left."""
    parts = (_CEDEX.sub("", _BOX.sub("", part)).strip(" ,;-") for part in re.split(r"[\r\n]+|\s;\s", text))
    line = ", ".join(" ".join(part.split()) for part in parts if part)
    return line or None


def position_of(latitude: object, longitude: object, territory: str) -> tuple[float, float] | None:
    """A point with three decimals (some hundred metres), or None where it is none or cannot lie in the territory."""
    try:
        where = tuple(float(str(each).strip().replace(",", ".")) for each in (latitude, longitude))
    except ValueError:
        return None
    north, east = where
    if not (-90 <= north <= 90 and -180 <= east <= 180) or (north, east) == (0, 0):
        return None
    low, high, west, far = _ON_MAINLAND
    is_on_mainland = low <= north <= high and west <= east <= far
    if is_on_mainland is territories()[territory].is_overseas:
        return None
    return round(north, 3), round(east, 3)


# Names


def of_town(name: str) -> str:
    """« de » with a town behind it: `de Mâcon`, `d'Autun`, `du Creusot`, `des Mureaux`, `de La Clayette`."""
    for article, joined in (("Le ", "du "), ("Les ", "des ")):
        if name.startswith(article):
            return joined + name.removeprefix(article)
    return f"d'{name}" if re.match(r"[aeiou]|y[^aeiou]", plain(name)) else f"de {name}"


def same_town(text: str, place: Place) -> bool:
    """Whether a text is the name of the place's commune, with or without its arrondissement."""
    return plain(_bare_town(text)) == plain(place.commune.name)
