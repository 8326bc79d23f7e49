"""Where something holds: the communes that a local network or structure serves, the territories that a line names."""

import re
from functools import cache

from ..places import Commune, communes, intercommunalities, territories
from .folding import plain
from .local import Desk, Local

_KIND = re.compile(
    r"^(la )?((ca|cc|cu|metropole|communaute (de |d )?(communes|agglomeration|urbaine)) )?((du|des|de|d|la|les|le|l) )*"
)
"""What may stand before the proper name of an intercommunality, in plain letters."""

_OVERSEAS_DEPARTMENTS = frozenset({"guadeloupe", "martinique", "guyane", "reunion", "mayotte"})


@cache
def holds_in(group: str, named: tuple[str, ...]) -> bool:
    """Whether something that names territories holds in a group of them; what names none is known for the mainland."""
    if not named:
        return group == "metropole"
    return group in named or ("outre_mer" in named and group in _OVERSEAS_DEPARTMENTS)


def territory_named(text: str) -> str | None:
    """The slug of the territory that somebody means, by its number or its name."""
    meant = plain(text)
    return next((slug for slug, one in territories().items() if meant in (slug, plain(one.name))), None)


@cache
def commune_names(territory: str) -> dict[str, Commune]:
    """The communes of a territory by their INSEE code and by their plain name."""
    found = {plain(commune.name): commune for commune in communes(territory)}
    return found | {commune.code.lower(): commune for commune in communes(territory)}


@cache
def intercommunality_names(territory: str) -> dict[str, str]:
    """The SIREN of each intercommunality that has a commune in a territory, by SIREN and by plain proper name."""
    sirens = sorted({commune.intercommunality for commune in communes(territory)} - {""})
    return {siren: siren for siren in sirens} | {proper_name(intercommunalities()[siren]): siren for siren in sirens}


def proper_name(name: str) -> str:
    """The plain name of an intercommunality without its kind and without what stands in brackets."""
    return _KIND.sub("", plain(re.sub(r"\([^)]*\)", "", name)))


def find_commune(territory: str, text: str) -> Commune | None:
    """The commune that a writer means, by name or INSEE code."""
    return commune_names(territory).get(plain(text))


def find_intercommunality(territory: str, text: str) -> str | None:
    """The SIREN of the intercommunality that a writer means, by name (with or without its kind) or SIREN."""
    return intercommunality_names(territory).get(proper_name(text))


def named_communes(entry: Local | Desk, territory: str) -> list[Commune]:
    """The communes of a territory that an entry names itself, in the official order."""
    if not entry.communes:
        return []
    # Codes are hashed once, a commune each time that it is asked for.
    named = {commune.code for text in entry.communes if (commune := find_commune(territory, text))}
    return [commune for commune in communes(territory) if commune.code in named]


def named_intercommunalities(entry: Local | Desk, territory: str) -> list[str]:
    """The SIREN of each intercommunality of a territory that an entry names, as it orders them."""
    sirens = (find_intercommunality(territory, text) for text in entry.intercommunalities)
    return [siren for siren in sirens if siren]


def served_communes(entry: Local | Desk, territory: str) -> list[Commune]:
    """The communes of a territory that an entry names, itself or by their intercommunality, in the official order."""
    named = {commune.code for commune in named_communes(entry, territory)}
    sirens = set(named_intercommunalities(entry, territory))
    return [commune for commune in communes(territory) if commune.code in named or commune.intercommunality in sirens]
