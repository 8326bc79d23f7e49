"""How words are brought down to one another, so that a search finds a page whose words are near those that were typed.

The rules of each language stand in `words/search/<tag>.txt`, which a translator can read and extend. They travel with the
index that pages search in: `static/js/search.js` reads a text as this module does. A language without rules is searched
by the beginnings of words.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from ..languages import Language

RULES = Path(__file__).resolve().parents[1] / "words" / "search"
"""The folder of the rules."""

_ARROW = " →"
_LETTERS = {"œ": "oe", "æ": "ae"}


@dataclass(frozen=True)
class WordForms:
    """The rules of one language. rules: pattern and replacement, as JavaScript writes them, in their order.

    is_spaced: whether words stand apart; where they do not, as in Chinese, texts are cut into pieces of two signs.
    """

    rules: tuple[tuple[str, str], ...] = ()
    is_spaced: bool = True

    def stems(self, text: str) -> list[str]:
        """The stems of the words of a text, in order; words that say nothing are left out."""
        words = re.findall(r"[^\W_]+", _folded(text))
        if not self.is_spaced:
            words = [word[at : at + 2] for word in words for at in range(max(len(word) - 1, 1))]
        return [stem for word in words if (stem := _stem(self, word))]

    @cached_property
    def patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The rules as Python reads them."""
        return tuple((re.compile(pattern), new.replace("$", "\\")) for pattern, new in self.rules)


@cache
def word_forms(language: Language) -> WordForms:
    """The rules of a language; none where it has no file."""
    file = RULES / f"{language.tag}.txt"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    rules = (line.partition(_ARROW) for line in lines if line.strip() and not line.startswith("#"))
    return WordForms(tuple((pattern, new.strip()) for pattern, _, new in rules), language.is_spaced)


class _Plain(dict[int, str]):
    """What each small letter is read as; found out once a sign, not once a time it is written."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        letters = unicodedata.normalize("NFKD", _LETTERS.get(sign, sign))
        kept = (letter for letter in letters if not unicodedata.category(letter).startswith("M"))
        self[code] = "".join(str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in kept)
        return self[code]


_PLAIN = _Plain()
_SPACED_DIGITS = re.compile(r"(\d)[\s.-]+(?=\d)")


def _folded(text: str) -> str:
    """A text in lower case without accents, its digits European and joined as a number is read: `39 19` is `3919`."""
    return _SPACED_DIGITS.sub(r"\1", text.lower().translate(_PLAIN))


@lru_cache(maxsize=65_536)  # a site says the same words over and over
def _stem(forms: WordForms, word: str) -> str:
    for pattern, new in forms.patterns:
        word = pattern.sub(new, word)
    return word
