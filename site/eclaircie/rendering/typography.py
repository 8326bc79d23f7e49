"""The spaces that may not break: French ones, and in every language those within a number.

Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
U+00A0 everywhere, for not every font has the thin U+202F.
"""

import re
from functools import lru_cache

NBSP = "\u00a0"

# Each pattern begins with a sign and looks back from there: one that began by looking back would do so at each letter.
_RULES = (
    (re.compile(r" (?=[?!;](?:[\s»)?!]|$))"), NBSP),
    (re.compile(r"(?=[?!;])(?<=[\w»)%€*\"'’])(?=.(?:[\s»)?!]|$))"), NBSP),
    (re.compile(r"[ \u202f](?=[:»€%])"), NBSP),
    (re.compile(r"«[ \u00a0\u202f]?"), "«" + NBSP),
    (re.compile(r" (?<=\d )(?=(?:h|heures?|jours?|mois|ans?|minutes?|euros?)\b)"), NBSP),
    (re.compile(r"'(?<=\w')(?=\w)"), "’"),
)


_WITHIN_A_NUMBER = re.compile(r" (?<=\d )(?=\d)")


def whole_numbers(text: str) -> str:
    """The text with its numbers held together.

    From right to left, `39 19` with an ordinary space would be shown as 19 39. With an unbreakable one it is a
    single number (Unicode Bidirectional Algorithm, rule W4).
    """
    return _WITHIN_A_NUMBER.sub(NBSP, text)


def french(text: str) -> str:
    """The text with unbreakable spaces and curly apostrophes where French wants them."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return whole_numbers(text)


@lru_cache(maxsize=4096)  # what other pages list is set again on each of them
def typo(text: str, tag: str) -> str:
    """The text as its language wants it. tag: the language of the text."""
    return french(text) if tag == "fr" else whole_numbers(text)
