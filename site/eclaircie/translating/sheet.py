"""A page as it goes out to a translator: its rows in two columns, and what must be known when it comes back."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ..content.document import Document, Translated, Words
from ..content.library import Library
from ..content.translation import is_behind
from ..languages import SOURCE, Language
from ..writing.translating import french_before
from ..writing.word_differences import Piece
from .changed_rows import changes_of
from .pairing import mark_of, paired, rows_of_words
from .rows import Kind, Row

HOME = "/"
"""The path of the home page, as the first line of its table has it."""

TO_LOOK_AT = "(?)"
"""What stands before words whose French has changed, until somebody has looked at them and takes it away."""

NOTHING = "-"
"""What stands in the cell of a row that says nothing in the other language, for it is said elsewhere."""


@dataclass(frozen=True)
class Line:
    """One line of the table. key: by which it is known when it comes back. french: in pieces; none where the
    translation says more than the French. own: the words there are, or nothing.
    is_fixed: whether nothing in it is to be translated. is_new: whether it has to be looked at: nothing was translated
    yet, or the French has changed.
    """

    key: str
    french: list[Piece]
    own: str
    is_fixed: bool
    is_new: bool


@dataclass(frozen=True)
class Sheet:
    """One page in two languages. known: what the first line of its table says of it, for when it comes back.

    is_compared: whether git knew the French that was translated, so that what has changed is marked.
    """

    document: Document
    language: Language
    lines: list[Line]
    known: str
    is_compared: bool

    @property
    def words(self) -> int:
        """The French words that are to be translated or looked at."""
        new = (line for line in self.lines if line.is_new and not line.is_fixed)
        return sum(len(piece.text.split()) for line in new for piece in line.french if piece.kind != "gone")


def to_translate(library: Library, language: Language) -> list[Document]:
    """The pages that have no translation, or one that is behind the French, in order."""
    return [
        document
        for _, document in sorted(library.documents.items())
        if document.is_written
        and document.is_sound
        and document.has_words
        and (language.tag not in document.translations or is_behind(document, language))
    ]


def sheet_of(document: Document, language: Language, content: Path) -> Sheet:
    """The page as it goes out. content: the folder of all content, of whose history git is asked."""
    translated = document.translations.get(language.tag)
    behind = is_behind(document, language)
    french = rows_of_words(document.words(SOURCE)[0], document.entry.search_words)
    own = rows_of_words(translated.words, translated.header.search_words) if translated else []
    digest = translated.header.translated_from if translated and behind else None
    former = french_before(document, digest, content) if digest else None
    told = _told(french, former)
    pieces = iter(told)
    lines: list[Line] = []
    for number, pair in enumerate(paired(french, own), 1):
        here = next(pieces) if pair.french else []
        text = pair.own.text if pair.own else ""
        if pair.french and not pair.own:
            text = pair.french.text if pair.french.is_fixed else NOTHING if translated and not behind else ""
        changed = any(piece.kind != "same" for piece in here)
        row = pair.row
        is_new = not row.is_fixed and (changed or not text or (behind and former is None))
        # Where nobody knows what has changed, one mark stands for the whole page.
        if pair.own and not row.is_fixed and (changed or (behind and former is None and not lines)):
            text = f"{TO_LOOK_AT} {text}"
        lines.append(Line(f"{number} {row.code} {mark_of(pair.french)}", here, text, row.is_fixed, is_new))
    digests = (document.fingerprint, fingerprint_of(translated))
    known = " ".join((document.path or HOME, language.tag, *digests, str(len(lines))))
    return Sheet(document, language, lines, known, former is not None)


def _told(french: list[Row], former: Words | None) -> list[list[Piece]]:
    """The French rows in pieces: what has changed since the former words is told apart, where these are known."""
    if former is None:
        return [[Piece("same", row.text)] for row in french]
    compared = [row for row in french if row.kind is not Kind.SEARCH_WORDS]
    pieces = iter(changes_of(rows_of_words(former, ()), compared))
    return [next(pieces) if row.kind is not Kind.SEARCH_WORDS else [Piece("same", row.text)] for row in french]


def fingerprint_of(translated: Translated | None) -> str:
    """A short fingerprint of all that a file of a translation says, by which a change by somebody else is seen."""
    if translated is None:
        return NOTHING
    text = repr((sorted(translated.parts.data.items()), translated.parts.body.strip()))
    return hashlib.sha256(text.encode()).hexdigest()[:12]
