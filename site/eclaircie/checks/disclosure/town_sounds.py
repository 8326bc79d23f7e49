"""The names of towns in another script: they are found by what they sound like."""

from collections.abc import Iterable
from functools import cache, lru_cache

from ...places import communes, towns
from . import sounds
from .text import Sentence
from .town_names import NO_NAMES, Span, short_form, spell

_MOST_HEARD = 4


@cache
def _by_sound(territory: str | None) -> dict[str, set[str]]:
    """What names sound like, by their consonants: those of a territory, and of the towns that people elsewhere know."""
    if territory is None:
        return _heard_names(towns())
    found = {consonants: set(names) for consonants, names in _by_sound(None).items()}
    for consonants, names in _heard_nearby(territory).items():
        found.setdefault(consonants, set()).update(names)
    return found


@cache
def _heard_nearby(territory: str) -> dict[str, set[str]]:
    return _heard_names(commune.name for commune in communes(territory))


def _heard_names(names: Iterable[str]) -> dict[str, set[str]]:
    spelled = spell(name.replace("ç", "ss") for name in names)
    found: dict[str, set[str]] = {}
    for name in {*spelled, *map(short_form, spelled)} - NO_NAMES:
        for sound in sounds.sounds_of(name):
            found.setdefault(sounds.skeleton(sound), set()).add(sound)
    return found


@lru_cache(maxsize=16384)  # the same words come up in many texts
def _is_sound_of_a_town(sound: str, territory: str | None) -> bool:
    return any(sounds.agree(name, sound) for name in _by_sound(territory).get(sounds.skeleton(sound), ()))


@lru_cache(maxsize=16384)
def _is_sound_nearby(sound: str, territory: str | None) -> bool:
    names = _heard_nearby(territory) if territory else {}
    return any(sounds.agree(name, sound) for name in names.get(sounds.skeleton(sound), ()))


def heard(words: Sentence, at: int, territory: str | None) -> Span | None:
    """The name of a town that begins here, written in another script."""
    script, low = sounds.script_of(words[at].low[0]), words[at].low
    for prefix, tells in script.prefixes if script else ():
        if script is None or not low.startswith(prefix):
            continue
        is_placed = tells or (at > 0 and words[at - 1].low in script.place_words) or "(" in words[at].gap
        for end in range(min(len(words), at + _MOST_HEARD), at, -1):
            parts = [low.removeprefix(prefix), *(word.low for word in words[at + 1 : end])]
            sound = script.sound("".join(parts)) if script.may_be_name(parts, is_placed) else None
            if sound is None:
                continue
            # Where a place is expected, people mean the towns around them, whatever else the word means.
            is_common = len(parts) == 1 and parts[0] in script.common
            if not is_common and _is_sound_of_a_town(sound, territory):
                return Span(at, end)
            if is_common and is_placed and len(sounds.skeleton(sound)) > 2 and _is_sound_nearby(sound, territory):
                return Span(at, end)
    return None
