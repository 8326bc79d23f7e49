"""French typography: the spaces that may not break.

Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
U+00A0 everywhere, for not every font has the thin U+202F.
"""

import re

NBSP = "\u00a0"

_RULES = (
    (re.compile(r"[ \u202f]?(?<=[\w»)%€*\"'’ ])([?!;])(?=\s|$|[»)])"), NBSP + r"\1"),
    (re.compile(r" (:|»|€|%)"), NBSP + r"\1"),
    (re.compile(r"« ?"), "«" + NBSP),
    (re.compile(r"(\d) (?=(?:h|heures?|jours?|mois|ans?|minutes?|euros?)\b)"), r"\1" + NBSP),
    (re.compile(r"(\d) (?=\d)"), r"\1" + NBSP),
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
)


def french(text: str) -> str:
    """The text with unbreakable spaces and curly apostrophes where French wants them."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def typo(text: str, tag: str) -> str:
    """The text as its language wants it. tag: the language of the text."""
    return french(text) if tag == "fr" else text
