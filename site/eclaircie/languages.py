"""The languages of the site: all that the code knows of each, in one row.

To add a language: one row here, `translations/<tag>.po`, and a folder `content/<tag>/`.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, eq=False)  # each is one of a kind; comparing all its words would take long
class Language:
    """One language.

    tag: BCP 47 tag, used in the address, in `lang` and as the name of its folders.
    locale: the locale that Babel knows, for Babel refuses some tags (Dari is `prs`, Babel has `fa_AF`).
    name: how the language names itself.
    direction: the direction of its script.
    revealing: words that may stand in no title or address, written without accents.
        `violen*` matches any word that begins so, `*عنف*` any word that holds it.
    """

    tag: str
    locale: str
    name: str
    direction: Literal["ltr", "rtl"]
    revealing: tuple[str, ...]


FRENCH = Language(
    "fr",
    "fr",
    "Français",
    "ltr",
    (
        *(
            "*violen*",
            "victim*",
            "viol",
            "viols",
            "violeur*",
            "plainte*",
            "protection*",
            "refuge*",
            "preuve*",
        ),
        *(
            "police",
            "policier*",
            "gendarme*",
            "avocat*",
            "partir",
            "fuir",
            "fuite",
            "danger*",
            "menace*",
            "agress*",
        ),
        *(
            "harcel*",
            "feminicid*",
            "conjugal*",
            "conjoint*",
            "couple*",
            "divorc*",
            "separ*",
            "emprise",
            "abus",
            "maltrait*",
        ),
        *("frapp*", "battu*", "coups", "etrangl*", "mort", "tuer", "arme", "armes", "secret*", "cache*"),
        *(
            "detresse",
            "sos",
            "solidaritefemmes",
            "3919",
            "39 19",
            "17",
            "112",
            "114",
            "115",
            "119",
            "116006",
            "116 006",
        ),
        *("3018", "3114", "3133", "3977", "lgbt*", "grossesse", "enceinte", "mariage*"),
    ),
)
ENGLISH = Language(
    "en",
    "en_GB",
    "English",
    "ltr",
    (
        *(
            "*violen*",
            "victim*",
            "rape*",
            "rapist*",
            "abus*",
            "assault*",
            "domestic",
            "refuge*",
            "shelter*",
            "police*",
        ),
        *(
            "lawyer*",
            "complain*",
            "evidence",
            "proof*",
            "protection*",
            "leaving",
            "escape*",
            "flee*",
            "danger*",
            "threat*",
        ),
        *(
            "partner*",
            "husband*",
            "divorc*",
            "separat*",
            "helpline*",
            "hotline*",
            "safety",
            "emergency",
            "secret*",
            "hide",
        ),
        *("strangl*", "weapon*", "kill*", "lgbt*", "pregnan*", "forced", "stalk*", "harass*"),
    ),
)
ARABIC = Language(
    "ar",
    "ar",
    "العربية",
    "rtl",
    (
        *(
            "*عنف*",
            "*ضحي*",
            "*ضحايا*",
            "*اغتصاب*",
            "*شرطة*",
            "*درك*",
            "*محامي*",
            "*محامية*",
            "*شكوى*",
            "*حماية*",
        ),
        *(
            "*ملجا*",
            "*دليل*",
            "*اثبات*",
            "*خطر*",
            "*تهديد*",
            "*اعتداء*",
            "*طلاق*",
            "*هروب*",
            "*هرب*",
            "*مغادرة*",
        ),
        *("*زوج*", "*شريك*", "*طوارئ*", "*سلاح*", "*قتل*", "*خنق*", "*حامل*", "*اكراه*"),
    ),
)

LANGUAGES = (FRENCH, ENGLISH, ARABIC)
SOURCE = FRENCH
"""The language in which the content is first written, and which every other falls back to."""

BY_TAG = {language.tag: language for language in LANGUAGES}


def language_of(path: str) -> Language:
    """The language of an address: its first part decides, and nothing else does.

    path: an address of the site, such as `/ar/numeros/`. Addresses outside a language folder are in French.
    """
    return BY_TAG.get(path.strip("/").split("/", 1)[0], SOURCE)
