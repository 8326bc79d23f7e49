"""Which words of a sentence name a town: any commune or intercommunality of France, as people write it.

Thousands of communes are called like an ordinary word. Such a name counts where it has a capital and stands behind a
word such as « à »; any other counts with a capital wherever it stands, and without one behind « à ».
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ...content.service_areas import proper_name
from ...places import commune_names, communes, intercommunalities, territories, towns
from . import sounds
from .text import Sentence, plain
from .vocabulary import clues, word_list

_ARTICLES = {"le": {"le", "du", "au"}, "la": {"la"}, "les": {"les", "des", "aux"}, "l": {"l"}}
_FIRST_WORDS = clues("first-word")
"""Words with which many names begin, so that they are no short form of any."""
_NO_NAMES = frozenset(("saint", "sainte"))
_CONTRACTED = frozenset(["du", "au", "des", "aux"])
_LINKING = re.compile(r" (?:sur|sous|en|les?|la|l|de|du|des|d|aux?|et|lez|pres) ")
_SHORTENED = {"st": "saint", "ste": "sainte", "s": "sur", "ss": "sous"}
_PLACE = clues("place") | clues("arabic-place")
"""Words behind which the name of a place may stand."""
_SURE_PLACE = clues("sure-place") | clues("arabic-place")
"""Those behind which a name counts without its capital."""
_SHORTEST = 4
_MOST_WORDS = 9
_MOST_HEARD = 4
_BETWEEN = frozenset((" ", "-", "'", " - ", "/", ". ", "."))


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


def _spelled(names: Iterable[str]) -> list[str]:
    spelled = plain("\n".join(names)).lower().translate(_SPACES)
    return [" ".join(name.split()) if "  " in name else name for name in spelled.split("\n")]


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for line in word_list("ordinary.txt") for word in line.split())


@cache
def _well_known() -> frozenset[str]:
    return frozenset(_spelled(towns()))


@cache
def _well_known_short() -> frozenset[str]:
    return frozenset(map(_short, _well_known()))


@cache
def _communes() -> list[str]:
    return _spelled(commune_names())


@cache
def _all_names() -> Names:
    """Every commune and intercommunality. Read once a process, and only where a text speaks of a shelter."""
    whole, articled = {proper_name(name) for name in intercommunalities().values()}, dict[str, set[str]]()
    for name in _communes():
        article, _, rest = name.partition(" ")
        if article in _ARTICLES and rest:
            articled.setdefault(rest, set()).update(_ARTICLES[article])
        else:
            whole.add(name)
    return Names(frozenset(whole), articled)


def _short(name: str) -> str:
    """« chalon » for « chalon sur saone », without an article."""
    article, _, rest = name.partition(" ")
    short = _LINKING.split(rest if rest and article in _ARTICLES else name, maxsplit=1)[0]
    first, _, second = short.partition(" ")
    return first if second and len(first) > _SHORTEST and first not in _FIRST_WORDS else short


@cache
def _short_names() -> frozenset[str]:
    """The short forms of all names that have one."""
    return frozenset(short for name in _communes() if " " in name and (short := _short(name)) != name) - _NO_NAMES


@cache
def _near_names(territory: str | None) -> frozenset[str]:
    """The names, short forms included, of a territory and of those beside it: people there know them all."""
    near = (territory, *territories()[territory].beside) if territory else ()
    names = _spelled(commune.name for slug in near for commune in communes(slug)) if near else []
    return frozenset((*names, *map(_short, names))) - _NO_NAMES


@cache
def _departments() -> dict[str, bool]:
    """The names of territories and regions; True for those of one word, which may be those of towns too."""
    names = {name for territory in territories().values() for name in (territory.name, territory.region)}
    return {name: " " not in name for name in _spelled(names)}


def find(sentence: Sentence, territory: str | None, own: frozenset[str] = frozenset()) -> list[Span]:
    """The towns that a sentence names.

    territory: in whose folder the text lies; its own name and that of its region are no town.
    own: slugs of other territories of which the text is written.
    """
    names = _Sentence(sentence, territory, own)
    found, at = [], 0
    while at < len(sentence):
        territory_span, town = names.territory_at(at), names.town_at(at)
        if town and (territory_span is None or town.end > territory_span.end):
            found.append(town)
        at = max(span.end if span else at + 1 for span in (territory_span, town))
    return found


def find_in_address(text: str, territory: str | None) -> str | None:
    """The first town in an address or the name of a file, where all letters are small and nothing stands before."""
    words = plain(text).lower().replace("_", "-").replace("-", " ").split()
    known, near = _all_names(), _near_names(territory)
    for start, end in ((s, e) for s in range(len(words)) for e in range(min(len(words), s + _MOST_WORDS), s, -1)):
        name = " ".join(words[start:end])
        articled = start > 0 and words[start - 1] in known.articled.get(name, ())
        short = name in near and len(name) > _SHORTEST
        is_ordinary = name in _ordinary() and not (name in near and name in _well_known_short())
        if articled or ((name in known.whole or short) and len(name) >= _SHORTEST and not is_ordinary):
            return name
    return None


class _Sentence:
    """One sentence in which towns are looked for."""

    def __init__(self, words: Sentence, territory: str | None, own: frozenset[str]) -> None:
        self.words = words
        self.lows = [_SHORTENED.get(w.low, w.low) if self._joins(i + 1) else w.low for i, w in enumerate(words)]
        shouted = len(words) > 1 and all(word.shown.isupper() or not word.low.isalpha() for word in words)
        self.capitals = [word.is_capital and not shouted for word in words]
        self.territory, self.near = territory, _near_names(territory)
        slugs = (*own, territory) if territory else own
        self.own = {n for s in slugs for n in _spelled((territories()[s].name, territories()[s].region))}

    def _is_ordinary(self, name: str) -> bool:
        """Whether a name is a word as well; that of a large town nearby is one that people mean."""
        return name in _ordinary() and not (name in self.near and name in _well_known_short())

    def _joins(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].gap in _BETWEEN

    def _runs(self, at: int) -> Iterator[tuple[int, str]]:
        """The end and the text of each run of words from here that may be one name, the longest first."""
        end = at + 1
        while end < min(len(self.words), at + _MOST_WORDS) and self._joins(end):
            end += 1
        while end > at:
            yield end, " ".join(self.lows[at:end])
            end -= 1

    def territory_at(self, at: int) -> Span | None:
        """The name of a territory or a region that begins here and is not meant as that of a town."""
        before = self.lows[at - 1] if at else ""
        for end, name in self._runs(at):
            is_one_word = _departments().get(name)
            if is_one_word is None:
                continue
            in_it = before in ("la", "le", "l", "les", "en", "dans", "du")
            if name in self.own or (in_it if is_one_word else name not in _all_names().whole):
                return Span(at, end)
        return None

    def town_at(self, at: int) -> Span | None:
        """The name of a town that begins here."""
        word = self.words[at]
        if not word.shown[0].isalpha():
            return None
        if not word.low.isascii():
            return _heard(self.words, at, self.territory)
        for end, name in self._runs(at):
            if self._is_whole(at, end, name) or self._is_short(at, end, name):
                return Span(at, end)
        return None

    def _placed(self, at: int, words: frozenset[str]) -> bool:
        gap = self.words[at].gap
        return at > 0 and self.lows[at - 1] in words and gap in (" ", "'", "' ", ' "', " (") and gap != ""

    def _set_apart(self, at: int, end: int) -> bool:
        """Whether a name stands alone: « (Mâcon) », « Mâcon : », « Mâcon, »."""
        behind = self.words[end].gap.strip() if end < len(self.words) else "."
        opened = self.words[at].gap.strip()
        return (at == 0 or opened[-1:] in ("(", ",", ":")) and behind[:1] in (":", ")", ",", ".", "(")

    def _is_whole(self, at: int, end: int, name: str) -> bool:
        known = _all_names()
        if at and self.lows[at - 1] in known.articled.get(name, ()) and self.words[at].gap in (" ", "'"):
            return self._is_articled(at, end, name)
        if name not in known.whole:
            return False
        placed, capital = self._placed(at, _PLACE), self.capitals[at]
        if end - at > 1:
            return capital or end - at > 2 or self._placed(at, _SURE_PLACE)
        if not capital:
            sure = self._placed(at, _SURE_PLACE) or (self.lows[max(0, at - 2) : at] == ["pres", "de"])
            return sure and len(name) >= _SHORTEST and not self._is_ordinary(name)
        if name not in _ordinary():
            return placed or len(name) >= _SHORTEST
        return placed or (name in _well_known() and (at > 0 or self._set_apart(at, end)))

    def _is_articled(self, at: int, end: int, name: str) -> bool:
        """« Le Creusot », « au Creusot »; « aux Lilas », but not « le foyer Les Lilas »."""
        if not self._is_ordinary(name):
            return self.capitals[at] or end - at > 1
        is_placed = self.lows[at - 1] in _CONTRACTED or self._placed(at - 1, _PLACE)
        return self.capitals[at] and is_placed

    def _is_short(self, at: int, end: int, name: str) -> bool:
        near = name in self.near
        if not near and name not in _short_names():
            return False
        capital, ordinary = self.capitals[at], self._is_ordinary(name)
        if capital and near:
            return self._placed(at, _PLACE) or (not ordinary and len(name) > _SHORTEST and self._set_apart(at, end))
        if len(name) <= _SHORTEST or ordinary:
            return False
        if capital and name in _well_known_short():
            return self._placed(at, _PLACE)
        return self._placed(at, _SURE_PLACE) and (capital or near)


# In another script


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
    spelled = _spelled(name.replace("ç", "ss") for name in names)
    found: dict[str, set[str]] = {}
    for name in {*spelled, *map(_short, spelled)} - _NO_NAMES:
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


def _heard(words: Sentence, at: int, territory: str | None) -> Span | None:
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
