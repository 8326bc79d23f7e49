"""What a counter is called: the directory's name, as our pages write names."""

import re

from ..content.folding import plain
from ..content.service_areas import find_commune
from ..places import territories
from .localities import Place, of_town, same_town
from .refusals import personal

_DASH = re.compile(r"\s+[-–—]\s+")
_HEADS: tuple[tuple[str, str], ...] = (
    (
        r"(?:brigade (?:territoriale )?(?:autonome |de proximite )*(?:de |de la )?)?gendarmerie(?: nationale)?",
        "Gendarmerie",
    ),
    (r"gendarmerie brigade|brigade", "Gendarmerie"),
    (r"(?:commissariat(?: de police)?|hotel de police|police nationale)", "Commissariat"),
)
"""How directories begin the names of police and gendarmerie, in plain letters, and what pages call them."""
_BRIGADE = re.compile(
    r"(?:brigade|bta|cob)(?:\s+(?:territoriale|autonome|de\s+proximité|de\s+gendarmerie))*\s+(?:de\s+la\s+|des\s+|du\s+|de\s+|d['’])?",
    re.IGNORECASE,
)
_ARTICLE_BEHIND = re.compile(r"(.+?)\s+\((L[ae]s?|L['’])\)", re.IGNORECASE)
"""A town as lists sort it: « Clayette (La) »."""


def proper_name(name: str, place: Place, label: str) -> tuple[str, bool]:
    """The name of a counter, and whether it is the directory's.

    name: « Commissariat de police - Mâcon ». label: what its kind is called, « Commissariat »: it makes the name with the
    town where the directory's tells of a person (many houses bear the name of one, which cannot be told apart).
    """
    parts = [part.strip(" .,") for part in _DASH.split(" ".join(name.split())) if part.strip(" .,")]
    parts = [_recased(part, place) for part in parts]
    made = _of_police(parts, place) if label in ("Commissariat", "Gendarmerie") else _joined(parts, place)
    if made and personal(made) is None:
        return made, True
    return f"{label} {of_town(place.commune.name)}", False


def _recased(part: str, place: Place) -> str:
    """A part in capitals only, in those that a sentence has; the town as it is officially written."""
    if same_town(part, place) and not re.search(r"\d", part):
        return place.commune.name
    if part.isupper() and " " in part:
        return part.capitalize()
    return part


def _of_police(parts: list[str], place: Place) -> str:
    """« Gendarmerie de Cluny », whatever order and words the directory has: what is left of the name follows the town."""
    label, rest = "", list[str]()
    for part in parts:
        words = plain(part)
        head = next((called for pattern, called in _HEADS if re.fullmatch(pattern, words)), None)
        if head and not label:
            label = head
        elif not head:
            rest.append(part)
    if not label:
        return _joined(parts, place)
    town, others = "", list[str]()
    for part in rest:
        named = _town(part, place)
        if named and not town:
            town = named
        elif named is None:
            others.append(part)
    return ", ".join((f"{label} {of_town(town or place.commune.name)}", *others))


def _town(part: str, place: Place) -> str | None:
    """The town that a part of a name is, as it stands there or as it is officially written; None where it is none."""
    text = _BRIGADE.sub("", part, count=1)
    if found := _ARTICLE_BEHIND.fullmatch(text):
        text = f"{found[2].capitalize()} {found[1]}"
    if same_town(text, place):
        return text if re.search(r"\d", text) else place.commune.name  # Paris 11e
    if known := find_commune(place.territory, text):
        return known.name
    # A town that has become a part of another keeps its name on the house: Louhans, of Louhans-Châteaurenaud.
    is_part = f"{plain(place.commune.name)} ".startswith(f"{plain(text)} ")
    return text.title() if is_part and text.isupper() else text if is_part else None


def _joined(parts: list[str], place: Place) -> str:
    """« Maison de justice et du droit de Chalon-sur-Saône »: a town behind a dash follows « de », the rest a comma."""
    if not parts:
        return ""
    made, *rest = parts
    for number, part in enumerate(rest):
        if number == 0 and part == place.commune.name:
            made += f" {of_town(part)}"
        elif plain(part) == plain(territories()[place.territory].name) and part.isupper():
            made += f", {territories()[place.territory].name}"
        else:
            made += f", {part}"
    return made
