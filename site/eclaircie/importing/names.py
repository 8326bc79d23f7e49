"""What a counter is called: the directory's name, as our pages write names."""

import re

from ..content.folding import plain
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
    r"(?:brigade|bta|cob)(?: (?:territoriale|autonome|de proximite|de gendarmerie))* (?:de la |des |du |de |d |l )?"
)


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
    town, others = place.commune.name, list[str]()
    for part in rest:
        words = _BRIGADE.sub("", plain(part), count=1)
        if words == plain(town):
            continue
        if same_town(part, place) and re.search(r"\d", part):
            town = part  # Paris 11e
        else:
            others.append(part)
    return ", ".join((f"{label} {of_town(town)}", *others))


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
