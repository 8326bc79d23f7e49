"""Which town a text puts beside a shelter: « un hébergement à Mâcon », « Mâcon : un foyer ».

A town in the sentence of a shelter tells where it is, but for two cases: an office that bears the town's name (« la
mairie de Mâcon cherche un hébergement »), and a place where one asks (« à Mâcon, on vous parle d'un hébergement »).
"""

from collections import deque
from typing import NamedTuple

from . import towns
from .text import Sentence, sentences, shown
from .town_names import Span
from .vocabulary import Mention, clues, mentions


class Place(NamedTuple):
    """Where a text stands. territory: in whose folder it lies. own: of which other territories it is written."""

    territory: str | None
    own: frozenset[str] = frozenset()


_OFFICES = clues("office")
"""Those whose town is no secret: « la mairie de Mâcon »."""
_LINKS = frozenset(
    ["de", "du", "d", "des", "la", "le", "l", "les", "a", "au", "aux", "en", "of", "in", "at", "and", "في"]
)
_SEEKS = (
    *("cherch", "recherch", "demand", "parl", "orient", "sollicit", "appel", "adress", "contact", "renseign", "inform"),
    *("ask", "call", "look", "search", "speak", "talk", "find", "تبحث", "يبحث", "ابحث", "البحث", "طلب", "اطلب", "تطلب"),
    *("يطلب", "اتصل", "تتصل", "ايجاد"),
)
_SEEKS_EXACTLY = frozenset(("trouver", "obtenir", "joindre"))
"""« On trouve un hébergement à Mâcon » tells that there is one."""
_ITSELF = frozenset(("se", "s"))
_GOES_ON = clues("goes-on")
"""How a sentence begins that goes on about the shelter of the one before."""
_SEEK_BEFORE, _SEEK_BEHIND = 7, 4
"""How many words there are at most from « cherche » to the shelter, and from the shelter to « se demande »."""


def town_in(text: str, place: Place) -> str | None:
    """The first town that a text names."""
    for words in sentences(text):
        for span in towns.find(words, *place):
            return shown(text, words, *span)
    return None


def town_beside_shelter(text: str, place: Place, is_about_one: bool = False) -> str | None:
    """The first town that a text puts beside a shelter.

    is_about_one: whether what stands above says already that a shelter is meant.
    """
    left = deque(mentions(text))
    went_before = is_about_one
    for words in sentences(text) if left or is_about_one else ():
        end = words[-1].start + len(words[-1].shown)
        here = []
        while left and left[0].start < end:
            here.append(left.popleft())
        goes_on = is_about_one or (went_before and (words[0].low in _GOES_ON or "?" in words[0].gap))
        for span in towns.find(words, *place) if here or goes_on else ():
            if _tells(words, span, here, goes_on):
                return shown(text, words, *span)
        went_before = bool(here) or goes_on
    return None


def _tells(words: Sentence, span: Span, here: list[Mention], goes_on: bool) -> bool:
    is_of_office = _is_of_office(words, span.start)
    if goes_on and not is_of_office:
        return True
    return any(not _is_let_through(words, span, mention, is_of_office) for mention in here)


def _is_of_office(words: Sentence, at: int) -> bool:
    """Whether an office stands right before a town: « la mairie de », « l'intervenante sociale de »."""
    back = at - 1
    while back >= 0 and back >= at - 3 and words[back].low in _LINKS:
        back -= 1
    return back >= 0 and words[back].low in _OFFICES


def _is_let_through(words: Sentence, span: Span, mention: Mention, is_of_office: bool) -> bool:
    first = next(i for i, word in enumerate(words) if word.start + len(word.shown) > mention.start)
    last = next((i for i in range(first, len(words)) if words[i].start + len(words[i].shown) >= mention.end), first)
    seeks = [i for i, word in enumerate(words) if word.low.startswith(_SEEKS) or word.low in _SEEKS_EXACTLY]
    if is_of_office:
        before = span.end <= first and (mention.kind == "bed" or any(span.end <= i < first for i in seeks))
        return before or any(last < i < span.start for i in seeks)
    if mention.kind == "house" or span.end > first:
        return False
    if any(max(span.end, first - _SEEK_BEFORE) <= i < first for i in seeks):
        return True
    return any(last < i <= last + _SEEK_BEHIND and words[i - 1].low in _ITSELF for i in seeks)
