"""What a translation says of itself: which French words it follows, and who has read it.

A translation is behind once the French words are no longer those that it was made from. A review holds for the very
words that were read, in both languages; any later change of either ends it.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..languages import LANGUAGES, SOURCE, Language
from .document import Document, Translated, Words
from .library import Library


def fingerprint_of_review(french: Words, own: Words) -> str:
    """A short fingerprint of what a reviewer reads: the words of a translation beside the French words.

    Each text is told from the next by JSON, so that no word can pass from one to the other unseen.
    """
    texts = [_texts(words) for words in (french, own)]
    return hashlib.sha256(json.dumps(texts, ensure_ascii=False).encode()).hexdigest()[:16]


def review_of(document: Document, translated: Translated) -> str:
    """What `relu_de` says where the words of a page were read as they are."""
    return fingerprint_of_review(document.words(SOURCE)[0], translated.words)


def _texts(words: Words) -> list[str | None]:
    return [words.title, words.tab, words.summary, words.body.strip()]


def is_behind(document: Document, language: Language) -> bool:
    """Whether a page is shown in words of `language` that follow other French words than today's."""
    translated = document.translations.get(language.tag)
    return translated is not None and translated.header.translated_from != document.fingerprint


def is_reviewed(document: Document, language: Language) -> bool:
    """Whether someone whose language it is has read the very words that are shown, beside today's French words."""
    translated = document.translations.get(language.tag)
    if translated is None or is_behind(document, language):
        return False
    header = translated.header
    told = header.reviewed_by is not None and header.reviewed_on is not None
    return told and header.review_of == review_of(document, translated)


@dataclass
class Progress:
    """How far the translations into one language are. behind, unreviewed: those that need somebody, in order."""

    language: Language
    done: int
    reviewed: int = 0
    behind: list[Translated] = field(default_factory=list)
    unreviewed: list[Translated] = field(default_factory=list)


def progress(library: Library) -> Iterator[Progress]:
    """How far each language is that has a translation. One that is behind is to be brought up to date before it is read."""
    documents = [document for _, document in sorted(library.documents.items())]
    for language in LANGUAGES:
        done = [document for document in documents if language.tag in document.translations]
        found = Progress(language, len(done))
        for document in done:
            translated = document.translations[language.tag]
            if is_behind(document, language):
                found.behind.append(translated)
            elif is_reviewed(document, language):
                found.reviewed += 1
            else:
                found.unreviewed.append(translated)
        if done:
            yield found
