"""The languages of the site: all that the code knows of each, in one row.

Which of them a site publishes stands in its settings (`langues`): a new row publishes nothing.

To add a language: one row here, `translations/<tag>.po`, `words/<tag>.txt`, a folder `content/<tag>/`, and, so that a
search knows the forms of its words, `words/search/<tag>.txt`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, eq=False)  # each is one of a kind
class Language:
    """One language.

    tag: BCP 47 tag, used in the address, in `lang` and as the name of its folders.
    locale: the locale that Babel knows, for Babel refuses some tags (Dari is `prs`, Babel has `fa_AF`).
    name: how the language names itself.
    direction: the direction of its script.
    is_spaced: whether its words stand apart (in Chinese they do not): decides how a search cuts a text.
    stands_in: the language in which its readers are shown a page that nobody has translated for them; where it is not
        in that language either, in French.
    """

    tag: str
    locale: str
    name: str
    direction: Literal["ltr", "rtl"]
    is_spaced: bool = True
    stands_in: Literal["fr", "en"] = "fr"

    def __reduce__(self) -> tuple[Callable[[str], "Language"], tuple[str]]:
        """What another process is given of it is the one that it knows."""
        return _known, (self.tag,)


FRENCH = Language("fr", "fr", "Français", "ltr")
ENGLISH = Language("en", "en_GB", "English", "ltr")
ARABIC = Language("ar", "ar", "العربية", "rtl")

LANGUAGES = (FRENCH, ENGLISH, ARABIC)
SOURCE = FRENCH
"""The language in which the content is first written, and which every other falls back to in the end."""

BY_TAG = {language.tag: language for language in LANGUAGES}


def _known(tag: str) -> Language:
    return BY_TAG[tag]


def language_of(path: str) -> Language:
    """The language of an address: its first part decides, and nothing else does.

    path: an address of the site, such as `/ar/numeros/`. Addresses outside a language folder are in French.
    """
    return BY_TAG.get(path.strip("/").split("/", 1)[0], SOURCE)
