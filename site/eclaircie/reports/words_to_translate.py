"""How many words a translation lacks: those of the French that its own French text did not have."""

import difflib
import re
from collections.abc import Callable

from ..content.document import Document, Translated, Words
from ..content.references import LINK
from ..languages import SOURCE

Former = Callable[[Document, str], Words | None]
"""The French words of a page as they were when they had a fingerprint, or None where nobody knows."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def words_of(document: Document) -> int:
    """How many French words a page has, in its title, its short title, its summary and its text."""
    return len(_words(document.words(SOURCE)[0]))


def words_to_translate(document: Document, translated: Translated, former: Former | None) -> int:
    """How many French words are new or changed since a translation was made, at least 1; all where nobody knows."""
    known = former(document, translated.header.translated_from or "") if former else None
    if known is None:
        return words_of(document)
    today = _words(document.words(SOURCE)[0])
    matcher = difflib.SequenceMatcher(None, _words(known), today, autojunk=False)
    return max(1, len(today) - sum(block.size for block in matcher.get_matching_blocks()))


def _words(words: Words) -> list[str]:
    return _WORD.findall(LINK.sub(r"\g<text>", "\n".join((words.title, words.tab or "", words.summary, words.body))))
