"""The words that tell what the site is about: they stand in no title of a tab, no address, no name.

Each language has its list in `words/<tag>.txt`, which a translator can read and extend.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..languages import LANGUAGES, Language
from ..messages.faults import Faults

WORDS = Path(__file__).resolve().parents[1] / "words"
"""The folder of the lists."""

_ONLY_IN_TITLES = "titre:"

_LOOK_ALIKES = str.maketrans(
    # Cyrillic, Greek, Armenian, and Latin letters of other languages
    "авеіјкмнорстухһѕԁӏԛԝүɡαβγεηικνορτυχωϲօոսհցյıȷɑʟɩø",
    "abeijkmhopctyxhsdlqwygabyenikvoptuxwconuhgjijalio",
)
_ONE_LETTER = str.maketrans(
    {"\u0640": "", "ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ے": "ي", "ß": "ss", "œ": "oe", "æ": "ae"}
)
"""Letters that have two forms, as the Persian and the Arabic yeh; the stroke that stretches an Arabic word is none."""

_INDIC = range(0x0900, 0x0E00)
"""The scripts of India and its neighbours, from Devanagari to Sinhala."""

_MARKS = "".join(sign for sign in map(chr, _INDIC) if unicodedata.category(sign) in ("Mc", "Mn"))
"""Their vowels, and the stroke that takes one away: signs of their own, which belong to words as letters do."""

_SIGN = rf"(?:[^\W_]|[{_MARKS}])"
"""A sign of a word."""

_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Those of which one letter can be taken for another's."""


@dataclass(frozen=True)
class _Words:
    """The words of one language, ready to be looked for: in titles and names, and in the addresses of pages."""

    in_titles: re.Pattern[str]
    in_paths: re.Pattern[str]


def fold(text: str) -> str:
    """A text in lower case without accents, so that words compare as people read them."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.lower())
    # Neither accents nor what is not seen at all, such as a hyphen that shows only at the end of a line
    return "".join(sign for sign in letters if unicodedata.category(sign) not in ("Mn", "Me", "Cf") or _is_vowel(sign))


def _is_vowel(sign: str) -> bool:
    """Whether a mark is a vowel, or takes one away, and no accent or dot (those are of other combining classes)."""
    return ord(sign) in _INDIC and unicodedata.combining(sign) in (0, 9)


def revealing_word(text: str, language: Language, *, is_path: bool = False) -> str | None:
    """The first words of a text that tell what the site is about, by the list of a language, or None.

    is_path: whether the text is the address of a page, for which some words of the list do not count.
    """
    words = _words_of(language, WORDS)
    found = (words.in_paths if is_path else words.in_titles).search(_readings(text))
    return found[1] if found else None


def revealing_in_any(text: str, *, is_path: bool = False) -> str | None:
    """The same by the lists of all languages: who looks over a shoulder may read another one than the page's."""
    return next((word for one in LANGUAGES if (word := revealing_word(text, one, is_path=is_path))), None)


def revealing_in_address(address: str) -> str | None:
    """The same for an address: a host is one long word, so that the longer words of the lists are looked for within it."""
    parts = urlsplit(address)
    try:
        host = (parts.hostname or "").encode("ascii").decode("idna")
    except UnicodeError:
        host = parts.hostname or ""
    if word := revealing_in_any(f"{host} {unquote(parts.path)} {unquote(parts.query)}") or mixed_word(host):
        return word
    return revealing_inside(host)


def revealing_inside(text: str) -> str | None:
    """The first of the longer words of all lists that stands within a text written without spaces, or None."""
    letters = re.sub(rf"[^\w{_MARKS}]|_", "", _plain(text))
    return next((word for word in _long_words() if word in letters), None)


@cache
def _long_words() -> tuple[str, ...]:
    """The words of all lists that are long enough not to stand in another word by chance."""
    found = set()
    for entry in (_tokens(word) for language in LANGUAGES for word in revealing_words(language)):
        word = "".join(token.strip("*") for token in entry)
        # What is only the beginning of a word is rarely the middle of another.
        if len(word) > 5 or (len(word) > 4 and entry[-1].endswith("*")) or (len(word) > 3 and word.isdecimal()):
            found.add(word)
    return tuple(sorted(found))


def mixed_word(text: str) -> str | None:
    """The first word that mixes letters of two alphabets which look the same, or None: no such word is honest."""
    for word in re.findall(r"\w+", text):
        if not word.isascii() and len({alphabet for letter in word if (alphabet := _alphabet(letter))}) > 1:
            return str(word)
    return None


def _alphabet(letter: str) -> str | None:
    name = unicodedata.name(letter, "")
    return next((alphabet for alphabet in _ALPHABETS if name.startswith(alphabet)), None)


def words_file(language: Language) -> Path:
    """The list of a language."""
    return WORDS / f"{language.tag}.txt"


def revealing_words(language: Language) -> list[str]:
    """The words of a language as its list has them, in order. Empty where the list cannot be read."""
    return [word for _, word, _ in _entries(words_file(language))]


def check(faults: Faults) -> None:
    """Add a fault for each list that is missing, is empty or has an entry that would match nearly any word."""
    for language in LANGUAGES:
        file = words_file(language)
        entries = _entries(file)
        if not entries:
            faults.add("not_utf8" if _is_no_text(file) else "no_words", file, 1, name=language.name)
        for line, word, _ in entries:
            parts = [token.strip("*") for token in _tokens(word)]
            if len("".join(parts)) < 2 or "" in parts:
                faults.add("wide_word", file, line, value=word)


def _is_no_text(file: Path) -> bool:
    try:
        if file.is_file():
            file.read_text("utf-8")
    except UnicodeDecodeError:
        return True
    except OSError:
        pass
    return False


def _entries(file: Path) -> list[tuple[int, str, bool]]:
    """The entries of a list: line, words, and whether they count in addresses too."""
    try:
        if not file.is_file():  # such as a pipe, which may have no end
            return []
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    found = []
    for number, line in enumerate(lines, 1):
        text = line.partition("#")[0].strip()
        everywhere = not text.lower().startswith(_ONLY_IN_TITLES)
        word = text if everywhere else text[len(_ONLY_IN_TITLES) :].strip()
        if word:
            found.append((number, word, everywhere))
    return found


@cache
def _words_of(language: Language, folder: Path) -> _Words:
    entries = _entries(folder / f"{language.tag}.txt")
    return _Words(_pattern([word for _, word, _ in entries]), _pattern([word for _, word, here in entries if here]))


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Finds any of the words in what `_readings` gives, where each word stands between spaces."""
    phrases = [" ".join(re.escape(token).replace(r"\*", "[^ ]*") for token in _tokens(word)) for word in words]
    return re.compile(f" ({'|'.join(filter(None, phrases)) or '(?!)'})(?= )")


def _tokens(text: str) -> list[str]:
    """The words of an entry as they compare, `*` kept."""
    return re.findall(rf"(?:{_SIGN}|\*)+", _plain(text))


def _plain(text: str) -> str:
    """A text in the letters and figures that it seems to be written in."""
    if text.isascii():
        return text.lower()
    figures = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text)
    return fold(fold(figures).translate(_ONE_LETTER).translate(_LOOK_ALIKES))


_WORD = re.compile(f"{_SIGN}+")
_JOINED = re.compile(rf"(?<=[\w{_MARKS}])['’._·-]+(?=[\w{_MARKS}])")
_SPELT = re.compile(rf"(?<=(?<![\w{_MARKS}])\w) (?=\w(?![\w{_MARKS}]))")


@lru_cache(maxsize=4096)  # the same text is looked at for each language
def _readings(text: str) -> str:
    """The words of a text, each between spaces; two spaces stand between one way of reading it and the next.

    `MonMari` is also read as two words, `vio-lence` as one, `v i o l` as one.
    """
    apart = re.sub(r"(?<=[^\W\d_])(?=[A-Z][^\W\d_A-Z])", " ", text)
    ways = [_plain(text)]
    if apart != text:
        ways.append(_plain(apart))
    ways += [_JOINED.sub("", way) for way in ways if _JOINED.search(way)]
    ways += [_SPELT.sub("", way) for way in ways if _SPELT.search(way)]
    readings = dict.fromkeys(" ".join(_WORD.findall(way)) for way in ways)
    return f" {'  '.join(readings)} "
