"""Which words of a sentence name a town: any commune or intercommunality of France, as people write it.

Thousands of communes are called like an ordinary word. Such a name counts where it has a capital and stands behind a
word such as « à »; any other counts with a capital wherever it stands, and without one behind « à ».
"""

from collections.abc import Iterator

from ...places import territories
from .text import Sentence, plain
from .town_names import (
    SHORTEST,
    Span,
    all_names,
    departments,
    near_names,
    ordinary,
    short_names,
    spell,
    well_known,
    well_known_short,
)
from .town_sounds import heard
from .vocabulary import clues

_CONTRACTED = frozenset(["du", "au", "des", "aux"])
_SHORTENED = {"st": "saint", "ste": "sainte", "s": "sur", "ss": "sous"}
_PLACE = clues("place") | clues("arabic-place")
"""Words behind which the name of a place may stand."""
_SURE_PLACE = clues("sure-place") | clues("arabic-place")
"""Those behind which a name counts without its capital."""
_MOST_WORDS = 9
_BETWEEN = frozenset((" ", "-", "'", " - ", "/", ". ", "."))


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
    known, near = all_names(), near_names(territory)
    for start, end in ((s, e) for s in range(len(words)) for e in range(min(len(words), s + _MOST_WORDS), s, -1)):
        name = " ".join(words[start:end])
        articled = start > 0 and words[start - 1] in known.articled.get(name, ())
        short = name in near and len(name) > SHORTEST
        is_ordinary = name in ordinary() and not (name in near and name in well_known_short())
        if articled or ((name in known.whole or short) and len(name) >= SHORTEST and not is_ordinary):
            return name
    return None


class _Sentence:
    """One sentence in which towns are looked for."""

    def __init__(self, words: Sentence, territory: str | None, own: frozenset[str]) -> None:
        self.words = words
        self.lows = [_SHORTENED.get(w.low, w.low) if self._joins(i + 1) else w.low for i, w in enumerate(words)]
        shouted = len(words) > 1 and all(word.shown.isupper() or not word.low.isalpha() for word in words)
        self.capitals = [word.is_capital and not shouted for word in words]
        self.territory, self.near = territory, near_names(territory)
        slugs = (*own, territory) if territory else own
        self.own = {n for s in slugs for n in spell((territories()[s].name, territories()[s].region))}

    def _is_ordinary(self, name: str) -> bool:
        """Whether a name is a word as well; that of a large town nearby is one that people mean."""
        return name in ordinary() and not (name in self.near and name in well_known_short())

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
            is_one_word = departments().get(name)
            if is_one_word is None:
                continue
            in_it = before in ("la", "le", "l", "les", "en", "dans", "du")
            if name in self.own or (in_it if is_one_word else name not in all_names().whole):
                return Span(at, end)
        return None

    def town_at(self, at: int) -> Span | None:
        """The name of a town that begins here."""
        word = self.words[at]
        if not word.shown[0].isalpha():
            return None
        if not word.low.isascii():
            return heard(self.words, at, self.territory)
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
        known = all_names()
        if at and self.lows[at - 1] in known.articled.get(name, ()) and self.words[at].gap in (" ", "'"):
            return self._is_articled(at, end, name)
        if name not in known.whole:
            return False
        placed, capital = self._placed(at, _PLACE), self.capitals[at]
        if end - at > 1:
            return capital or end - at > 2 or self._placed(at, _SURE_PLACE)
        if not capital:
            sure = self._placed(at, _SURE_PLACE) or (self.lows[max(0, at - 2) : at] == ["pres", "de"])
            return sure and len(name) >= SHORTEST and not self._is_ordinary(name)
        if name not in ordinary():
            return placed or len(name) >= SHORTEST
        return placed or (name in well_known() and (at > 0 or self._set_apart(at, end)))

    def _is_articled(self, at: int, end: int, name: str) -> bool:
        """« Le Creusot », « au Creusot »; « aux Lilas », but not « le foyer Les Lilas »."""
        if not self._is_ordinary(name):
            return self.capitals[at] or end - at > 1
        is_placed = self.lows[at - 1] in _CONTRACTED or self._placed(at - 1, _PLACE)
        return self.capitals[at] and is_placed

    def _is_short(self, at: int, end: int, name: str) -> bool:
        near = name in self.near
        if not near and name not in short_names():
            return False
        capital, ordinary = self.capitals[at], self._is_ordinary(name)
        if capital and near:
            return self._placed(at, _PLACE) or (not ordinary and len(name) > SHORTEST and self._set_apart(at, end))
        if len(name) <= SHORTEST or ordinary:
            return False
        if capital and name in well_known_short():
            return self._placed(at, _PLACE)
        return self._placed(at, _SURE_PLACE) and (capital or near)
