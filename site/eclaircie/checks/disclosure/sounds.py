"""Names of places compared by their sound, so that one is known again in another script: « Mâcon » in « ماكون ».

A French name and a word in another script are both told in a few signs: consonants in capitals (those that scripts
mix up share one, such as p and b) and kinds of vowels in small letters. Names whose consonants agree are then
compared vowel by vowel. To add a script: its table in `SCRIPTS`.
"""

import itertools
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .vocabulary import clues, word_list

_VOWELS = re.compile("[a-z]+")
_CONSONANT = re.compile("[A-Z]")
_LONGEST = 40
"""How many letters of a word are listened to: no name of a commune written as one word has more."""


@dataclass(frozen=True)
class Script:
    """How one script writes the sounds of a French name.

    letters: what each letter, or sign of a syllable, sounds like: consonants in capitals, vowels as `a`, `o`, `i`.
    prefixes: what may be written in one with a name, such as « in »; those that tell a place come with True.
    place_words: words behind which the name of a place is to be expected.
    common: ordinary words of the language that sound like a French name, and are hardly ever meant as one.
    article: what ordinary words begin with when they stand with an article; no French name is written with it.
    bearer: the letter that only carries a vowel at the beginning of a word; empty where there is none.
    A word with a letter that is not in `letters` is no French name.
    """

    letters: dict[str, str]
    prefixes: tuple[tuple[str, bool], ...]
    place_words: frozenset[str]
    common: frozenset[str]
    article: str = ""
    bearer: str = ""

    def may_be_name(self, words: list[str], is_placed: bool) -> bool:
        """Whether some words in a row may be a French name. is_placed: whether they stand where a place is expected."""
        letters = "".join(words)
        if words[0] in self.place_words:
            return False
        if self.article and any(word.startswith(self.article) for word in words):
            return False
        return len(letters) >= (3 if is_placed else 5)

    def sound(self, word: str) -> str | None:
        """What a word sounds like, or None where it is no French name in this script."""
        word = word[:_LONGEST]
        if self.bearer and word.startswith(self.bearer) and self.letters.get(word[1:2], "") in ("o", "i"):
            word = word[1:]
        sounds = [self.letters.get(letter) for letter in word]
        return None if None in sounds else _joined("".join(sound or "" for sound in sounds))


ARABIC = Script(
    # Not listed are the letters that no French name is written with.
    letters={
        **dict.fromkeys("بپ", "B"),
        **dict.fromkeys("تط", "T"),
        **dict.fromkeys("جغگ", "G"),
        **dict.fromkeys("قك", "K"),
        **dict.fromkeys("سز", "S"),
        **dict.fromkeys("فڤ", "F"),
        **{"د": "D", "ر": "R", "ش": "X", "ل": "L", "م": "M", "ن": "N"},
        **{"ا": "a", "و": "o", "ي": "i", "ه": ""},
    },
    prefixes=(("", False), ("ب", True), ("ل", True), ("و", False)),
    place_words=clues("arabic-place"),
    common=frozenset(word for line in word_list("ordinary-arabic.txt") for word in line.split()),
    article="ال",
    bearer="ا",
)
SCRIPTS = {"ARABIC": ARABIC}
"""By the first word of the Unicode name of its letters."""


@lru_cache(maxsize=4096)
def script_of(letter: str) -> Script | None:
    """The script of a letter, where it has a table."""
    return SCRIPTS.get(unicodedata.name(letter, "").split(" ", 1)[0])


# A French name

_SPELLINGS = {
    "eaux?|au[xdt]?s?(?![a-z])|aul[tx]s?(?![a-z])|au": "o",
    "[ae]i(?:ll?(?=e?s?(?![a-z]))|ll)": "eiL?",
    "(?:eu|ue|ou)i(?:ll?(?=e?s?(?![a-z]))|ll)": "oiL?",
    "ill": "iL?",
    "oyes?(?![a-z])": "oa",
    "oy(?=[aeiou])": "oi",
    "oi|oy": "oa",
    "ou|oeu|eu": "o",
    "sch|ch": "X",
    "ph": "F",
    "gn": "Ni",
    "gu(?=[eiy])": "G",
    "ge(?=[ao])": "G",
    "qu|ck": "K",
    "th": "T",
    "x(?![a-z])": "K?S?",
    "x": "KS",
    "sc(?=[eiy])|c(?=[eiy])": "S",
    "tz(?![a-z])": "T?S?",
    "(?<=n)t(?=[bcdfgjklmnpqsvz])": "T?",
    "(?:ain|ein|aim|in|im|yn|ym)(?![aeiouyhnm])": "yN",
    "(?:ien)(?![aeiouyhnm])": "iyN",
    "(?:an|am|en|em|aen|aon)(?![aeiouyhnm])": "uN",
    "(?:on|om)(?![aeiouyhnm])": "oN",
    "(?:un|um)(?![aeiouyhnm])": "uN",
    "ai|ei|ay(?![aeiou])|ey": "e",
    "er(?=s?(?![a-z]))": "eR?",
    "e(?=s?(?![a-z]))": "",
    "[tdspz](?![a-z])|[tdp](?=s(?![a-z]))": "*?",
    "g(?=s?(?![a-z]))": "G?",
    **{"[bp]": "B", "[td]": "*", "[fvw]": "F", "[cqk]": "K", "[sz]": "S"},
    **{"g|j": "G", "l": "L", "m": "M", "n": "N", "r": "R", "h": ""},
    **{"e": "e", "[iy]": "i", "u": "o", "a": "a", "o": "o"},
}
"""How French spellings sound; of those that fit, the first counts. `*`: the letter itself. `?`: is said or not.

Nasal vowels are `u` (an, un) and `y` (in), for other scripts write them as they please; `e` is any e."""
_SPELLING = re.compile("|".join(f"({spelling})" for spelling in _SPELLINGS))
_SOUNDS = tuple(_SPELLINGS.values())
_HEARD_AS = {"a": "a", "o": "o", "i": "i", "e": "ia", "u": "ao", "y": "ai"}
"""The vowels that another script may write for each of ours."""


def sounds_of(name: str) -> tuple[str, ...]:
    """What a French name, or one word of it, may sound like. name: in small letters without accents."""
    if name.startswith("le "):  # other scripts write its vowel, or do not
        return (*sounds_of(f"l {name[3:]}"), *sounds_of(f"lo {name[3:]}"))
    heard = _SPELLING.sub(_sound, name)
    pieces = re.split(r"([A-Z])\?", heard)
    choices = [(piece,) if at % 2 == 0 else (piece, "") for at, piece in enumerate(pieces[:7])]
    return tuple({_joined("".join(choice)): None for choice in itertools.product(*choices)})


def _sound(found: re.Match[str]) -> str:
    sound = _SOUNDS[(found.lastindex or 1) - 1]
    return sound.replace("*", {"z": "S", "p": "B"}.get(found[0], found[0].upper()))


def _joined(sounds: str) -> str:
    """The same sound twice is heard once; before a labial, m and n are the same."""
    return re.sub("M(?=[BF])", "N", re.sub(r"(\w)\1+", r"\1", sounds.replace(" ", "")))


@lru_cache(maxsize=4096)
def skeleton(sound: str) -> str:
    """The consonants of a sound, in order."""
    return _VOWELS.sub("", sound)


def agree(french: str, other: str) -> bool:
    """Whether two sounds with the same consonants are those of one name.

    Other scripts leave vowels out, and write some that we do not hear. One such difference is let through in a name of
    four consonants or more, and « a » or « ia » at the end of any: « Marseille » is « Marsilia » in Arabic.
    """
    consonants = len(skeleton(french))
    if consonants < 2:
        return False
    most = 1 if consonants > 3 else 0
    ours, theirs = _CONSONANT.split(french), _CONSONANT.split(other)
    if not ours[-1] and theirs[-1] in ("a", "ia"):
        theirs[-1] = ""
    return sum(map(_differences, ours, theirs)) <= most


@lru_cache(maxsize=4096)
def _differences(ours: str, theirs: str) -> int:
    """How many vowels must be left out on one side or the other until both agree."""
    if not ours or not theirs:
        return len(theirs) + sum(vowel != "e" for vowel in ours)
    left_out = (ours[0] != "e") + _differences(ours[1:], theirs)
    if theirs[0] in _HEARD_AS[ours[0]]:
        return min(left_out, _differences(ours[1:], theirs[1:].lstrip(theirs[0])))
    return min(left_out, 1 + _differences(ours, theirs[1:]))
