"""The names of the towns of France, in each form by which people call them."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ...content.service_areas import proper_name
from ...places import commune_names, communes, intercommunalities, territories, towns
from .text import plain
from .vocabulary import clues, word_list

_ARTICLES = {"le": {"le", "du", "au"}, "la": {"la"}, "les": {"les", "des", "aux"}, "l": {"l"}}
_FIRST_WORDS = clues("first-word")
"""Words with which many names begin, so that they are no short form of any."""
NO_NAMES = frozenset(("saint", "sainte"))
_LINKING = re.compile(r" (?:sur|sous|en|les?|la|l|de|du|des|d|aux?|et|lez|pres) ")
SHORTEST = 4
_SPACES = str.maketrans("-'()", "    ")


class Span(NamedTuple):
    """The words of a sentence that name a town: from the first up to `end`."""

    start: int
    end: int


class Names(NamedTuple):
    """Names by which towns are found, in small letters without accents, hyphens and apostrophes.

    whole: names without an article. articled: the articles of those that have one, by the rest of the name.
    """

    whole: frozenset[str]
    articled: dict[str, set[str]]


def spell(names: Iterable[str]) -> list[str]:
    """Names in small letters, without accents, hyphens and apostrophes."""
    spelled = plain("\n".join(names)).lower().translate(_SPACES)
    return [" ".join(name.split()) if "  " in name else name for name in spelled.split("\n")]


@cache
def ordinary() -> frozenset[str]:
    """The names that are ordinary words as well."""
    return frozenset(word for line in word_list("ordinary.txt") for word in line.split())


@cache
def well_known() -> frozenset[str]:
    """The names of the towns that people elsewhere know."""
    return frozenset(spell(towns()))


@cache
def well_known_short() -> frozenset[str]:
    """Their short forms."""
    return frozenset(map(short_form, well_known()))


@cache
def _communes() -> list[str]:
    return spell(commune_names())


@cache
def all_names() -> Names:
    """Every commune and intercommunality. Read once a process, and only where a text speaks of a shelter."""
    whole, articled = {proper_name(name) for name in intercommunalities().values()}, dict[str, set[str]]()
    for name in _communes():
        article, _, rest = name.partition(" ")
        if article in _ARTICLES and rest:
            articled.setdefault(rest, set()).update(_ARTICLES[article])
        else:
            whole.add(name)
    return Names(frozenset(whole), articled)


def short_form(name: str) -> str:
    """« chalon » for « chalon sur saone », without an article."""
    article, _, rest = name.partition(" ")
    short = _LINKING.split(rest if rest and article in _ARTICLES else name, maxsplit=1)[0]
    first, _, second = short.partition(" ")
    return first if second and len(first) > SHORTEST and first not in _FIRST_WORDS else short


@cache
def short_names() -> frozenset[str]:
    """The short forms of all names that have one."""
    return frozenset(short for name in _communes() if " " in name and (short := short_form(name)) != name) - NO_NAMES


@cache
def near_names(territory: str | None) -> frozenset[str]:
    """The names, short forms included, of a territory and of those beside it: people there know them all."""
    near = (territory, *territories()[territory].beside) if territory else ()
    names = spell(commune.name for slug in near for commune in communes(slug)) if near else []
    return frozenset((*names, *map(short_form, names))) - NO_NAMES


@cache
def departments() -> dict[str, bool]:
    """The names of territories and regions; True for those of one word, which may be those of towns too."""
    names = {name for territory in territories().values() for name in (territory.name, territory.region)}
    return {name: " " not in name for name in spell(names)}
