"""Words that lead to a door: streets, postcodes, points on a map, what stands nearby, the bus that stops there."""

import re
from collections.abc import Callable

from ...places import postcodes
from .text import Sentence, flat, sentences, shown
from .vocabulary import clues

_STREETS = clues("street")
_SHORTENED = frozenset(("r", "av", "ave", "bd", "pl", "ch", "imp", "all", "rte", "sq"))
"""Those that need a point behind them."""
_NUMBER_FIRST, _OR_WORD = clues("street-number-first"), clues("street-or-word")
_ENGLISH_STREETS, _ARABIC_STREETS = clues("street-english"), clues("street-arabic")
_OF = clues("of")
_REPEATED = frozenset(("bis", "ter", "quater", "a", "b", "c", "d"))
_DE = frozenset(("de", "du", "des", "d"))

_MAP = re.compile(
    r"\bmaps?\.\w|/maps?\b|\bgoo\.gl|openstreetmap|\bosm\.|\bwaze\.|what3words|///\w+\.\w+", re.IGNORECASE
)
_POINT = re.compile(
    r"-?\b\d{1,2}[.,]\d{4,}|\b\d{1,3} ?°|\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)"
)
"""Coordinates, and the codes that maps give to places."""
_WAY_IN = re.compile(r"https?:|www\.|(?<![\w.+-])[\w.+-]++@[\w-]", re.IGNORECASE)
_MAPS = clues("map")

_NEAR, _NEAR_OF = clues("near"), clues("near-of")
_NEAR_BEHIND = {"pas": ("deux", "quelques", "cent"), "apres": ("juste",), "avant": ("juste",)}
"""Words for nearness that count behind some others only: « à deux pas de »."""
_LANDMARKS, _ARABIC_LANDMARKS = clues("landmark"), clues("landmark-arabic")
_ARABIC_ARTICLE = re.compile("(?:و?[بل]?ال|لل)")
_MOST_BETWEEN = 3
"""How many words may stand between « près » and « la gare »."""
_RIDES, _STOPS = clues("ride"), clues("stop")

_Rule = Callable[[Sentence, int], int]


def _is_inner(gap: str) -> bool:
    """Whether what stands between two words keeps them together."""
    return len(gap) <= 3 and not any(sign in gap for sign in ".:!?()")


def _has_number(words: Sentence, at: int) -> bool:
    """Whether the number of a house stands before a word: « 12 », « 12 bis, », « au 12 de la »."""
    for back in range(at - 1, max(-1, at - 5), -1):
        if not _is_inner(words[back + 1].gap):
            return False
        word = words[back]
        if re.fullmatch(r"\d{1,4}[a-d]?|\d{1,4}(?:bis|ter)", word.low):
            return True
        if word.low not in _OF and word.low not in _REPEATED:
            return False
    return False


def _proper_name(words: Sentence, at: int) -> int:
    """The end of the proper name that stands behind a word, with or without « de la » between; 0 where none does."""
    end = at + 1
    while end < len(words) and _is_inner(words[end].gap) and end < at + 5:
        if words[end].is_capital:
            return end + 1
        if words[end].low not in _OF:
            return 0
        end += 1
    return 0


def _street(words: Sentence, at: int) -> int:
    """The end of a street whose kind stands here, or 0."""
    word = words[at]
    behind = words[at + 1] if at + 1 < len(words) else None
    is_short = word.low in _SHORTENED and behind is not None and behind.gap.startswith(".")
    if word.low in _ARABIC_STREETS:
        return at + 2 if behind else 0
    if word.low == "lieu" and behind and behind.low in ("dit", "dits"):
        return at + 2
    is_numbered = _has_number(words, at)
    if word.low in _STREETS or is_short:
        if is_numbered:
            return at + 1
        if is_short and behind and behind.is_capital:
            return at + 2
        return 0 if word.low in _NUMBER_FIRST else _proper_name(words, at)
    if word.low == "r" and is_numbered and behind and behind.low in _OF:
        return at + 2
    if word.low == "place":
        return _square(words, at, is_numbered)
    if word.low in _OR_WORD and (is_numbered or word.low == "residence"):
        return _proper_name(words, at)
    return 0


def _square(words: Sentence, at: int, is_numbered: bool) -> int:
    """« 3 place de la mairie », « place Carnot »; « à la place de la CAF » is none."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or not _is_inner(behind.gap):
        return 0
    if is_numbered and (behind.is_capital or behind.low in ("de", "du", "des", "d")):
        return at + 2
    end = _proper_name(words, at)
    is_acronym = end > 0 and words[end - 1].shown.isupper()
    return 0 if is_acronym or (at > 0 and words[at - 1].low in ("la", "votre", "sur", "une")) else end


def _english_street(words: Sentence, at: int) -> int:
    """« 12 Lilac Street »: the end of a street whose number stands here, or 0."""
    if not re.fullmatch(r"\d{1,4}", words[at].low):
        return 0
    for end in range(at + 1, min(len(words), at + 6)):
        if end > at + 1 and words[end].low in _ENGLISH_STREETS:
            return end + 1
        if not words[end].is_capital or not _is_inner(words[end].gap):
            return 0
    return 0


def _postcode(words: Sentence, at: int) -> int:
    """« 71000 Mâcon », « 71 000 Mâcon », a postcode alone, « BP 12 », « cedex »: the end, or 0."""
    word = words[at]
    behind = words[at + 1] if at + 1 < len(words) else None
    if word.low == "cedex":
        return at + 1
    if word.low in ("bp", "cs", "tsa") and behind and re.fullmatch(r"\d{2,}", behind.low):
        return at + 2
    if re.fullmatch(r"(?:bp|cs|tsa)\d{2,}", word.low):
        return at + 1
    digits, end = word.low, at + 1
    if re.fullmatch(r"\d{2}", digits) and behind and behind.gap == " " and re.fullmatch(r"\d{3}", behind.low):
        digits, end = digits + behind.low, at + 2
    if not re.fullmatch(r"\d{5}", digits):
        return 0
    follows = words[end] if end < len(words) else None
    if follows and follows.gap in (" ", ", ", " - ") and follows.is_capital:
        return end + 1
    is_counted = follows is not None and follows.gap == " " and follows.low.isalpha()
    return end if end == at + 1 and not is_counted and digits in postcodes() else 0


def _landmark(words: Sentence, at: int) -> int:
    """« derrière la gare », « à dix minutes du stade »: the end, where a word for nearness stands here, or 0."""
    if not _is_nearness(words, at):
        return 0
    for end in range(at + 1, min(len(words), at + 2 + _MOST_BETWEEN)):
        if not _is_inner(words[end].gap) or "," in words[end].gap:
            return 0
        if _is_landmark(words[end].low):
            return end + 1
    return 0


def _is_landmark(word: str) -> bool:
    return word in _LANDMARKS or _ARABIC_ARTICLE.sub("", word, count=1) in _ARABIC_LANDMARKS


def _is_nearness(words: Sentence, at: int) -> bool:
    low = words[at].low
    if low in _NEAR_OF:
        return at + 1 < len(words) and words[at + 1].low in _DE
    return low in _NEAR or (at > 0 and words[at - 1].low in _NEAR_BEHIND.get(low, ()))


def _ride(words: Sentence, at: int) -> int:
    """« bus 4 », « ligne de tram B », « arrêt République », « station Hôtel-de-Ville »: the end, or 0."""
    low = words[at].low
    if low not in _RIDES and low not in _STOPS:
        return 0
    for end in range(at + 1, min(len(words), at + 4)):
        word = words[end]
        if len(word.gap) > 3:
            return 0
        if word.is_number or (word.is_capital and (low in _STOPS or len(word.low) <= 2)):
            return end + 1
        if low in _STOPS and (word.low in _RIDES or (at + 1 == end and word.low in ("de", "du"))):
            continue
        if word.low not in ("ligne", "n", "numero", "no", "le", "la", "de", "du", "line", "number"):
            return 0
    return 0


def _maps(words: Sentence, at: int) -> int:
    return at + 1 if words[at].low in _MAPS else 0


def way_in(text: str) -> str | None:
    """The address of a web page or of an e-mail box."""
    found = _WAY_IN.search(text)
    return found[0] if found else None


def on_map(text: str) -> str | None:
    """What shows that a text, or the address of a page, leads to a map."""
    found = _MAP.search(text)
    return found[0] if found else None


def street_in(text: str) -> str | None:
    """A street, a postcode with its town, a point on a map, or a link to a map."""
    if found := on_map(text) or _POINT.search(flat(text)):
        return found if isinstance(found, str) else found[0]
    return _first(text, _street, _english_street, _postcode, _maps)


def surroundings_in(text: str) -> str | None:
    """What stands near a door, or which bus stops there."""
    return _first(text, _landmark, _ride)


def _first(text: str, *rules: _Rule) -> str | None:
    for words in sentences(text):
        for at in range(len(words)):
            for rule in rules:
                if end := rule(words, at):
                    return shown(text, words, max(0, at - 1) if rule in (_street, _ride) else at, end)
    return None
