"""How many a shelter takes in: places, beds, rooms, people."""

from .text import Sentence, sentences, shown
from .vocabulary import clues

_NUMBERS = clues("number")
_BEDS = clues("bed")
_PAIRS = clues("pair")
_PEOPLE = clues("resident")
_WELCOMES = (
    *("accueill", "heberg", "recev", "recoi", "abrit", "log"),
    *("hous", "host", "shelter", "accommodat", "welcom", "take"),
    *("تستقبل", "يستقبل", "تووي", "يووي", "تستوعب", "يستوعب"),
)
"""How a verb of welcome begins."""
_CAPACITY = ("capacit", "سعة", "السعة", "سعته", "سعتها")
_BETWEEN = 4
"""How many words may stand between « accueille » and « douze femmes »."""


def size_in(text: str) -> str | None:
    """How many places, beds or rooms there are, or how many people are taken in."""
    for words in sentences(text):
        for at in range(len(words)):
            if end := _beds(words, at) or _listed(words, at) or _people(words, at):
                return shown(text, words, at, end)
    return None


def _is_number(words: Sentence, at: int) -> bool:
    return at < len(words) and (words[at].is_number or words[at].low in _NUMBERS)


def _beds(words: Sentence, at: int) -> int:
    """« douze places », « une dizaine de petits lits », « a 12-bed house »: the end, where the number stands here, or 0."""
    if words[at].low in _PAIRS:
        return at + 1
    if not _is_number(words, at):
        return 0
    for end in range(at + 1, min(len(words), at + 4)):
        word = words[end]
        if word.low in _BEDS and word.gap in (" ", ") ", " (", "-"):
            return end + 1
        if word.low in ("bed", "room", "place", "person") and word.gap == "-":
            return end + 1
        describes = word.low in ("de", "d") or word.low.startswith(
            ("petit", "grand", "nouve", "autre", "vrai", "bon", "bel")
        )
        if word.gap not in (" ", ") ", " (", "'") or not (describes or _is_number(words, end)):
            return 0
    return 0


def _listed(words: Sentence, at: int) -> int:
    """« places : 12 », « une capacité de 12 personnes »: the end, where the places stand here, or 0."""
    is_capacity = words[at].low.startswith(_CAPACITY)
    if not is_capacity and words[at].low not in _BEDS:
        return 0
    if is_capacity:
        most = range(at + 1, min(len(words), at + 2 + _BETWEEN))
        return next((end + 1 for end in most if _is_number(words, end)), 0)
    behind = at + 1
    is_told = _is_number(words, behind) and any(sign in words[behind].gap for sign in ":=(")
    return behind + 1 if is_told else 0


def _people(words: Sentence, at: int) -> int:
    """« accueille jusqu'à douze femmes »: the end, where the verb stands here, or 0."""
    if not words[at].low.startswith(_WELCOMES):
        return 0
    for number in range(at + 1, min(len(words), at + 2 + _BETWEEN)):
        if any(sign in words[number].gap for sign in ":.;"):
            return 0
        if _is_number(words, number):
            behind = range(number + 1, min(len(words), number + 3))
            return next((end + 1 for end in behind if words[end].low in _PEOPLE), 0)
    return 0
