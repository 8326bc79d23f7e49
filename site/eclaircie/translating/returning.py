"""A page that came back becomes the text of its file, where nothing is wrong with it."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..content import frontmatter
from ..content.document import Document, Translated
from ..content.library import Library
from ..content.parts import Keys, Parts, values
from ..content.tidying import tidied
from ..languages import BY_TAG, SOURCE
from ..messages.faults import Fault, Faults
from ..writing.texts import FileText
from ..writing.translating import file_of_translation, without_french
from .checking import Trouble, troubles
from .mending import mended, signs_of
from .pairing import mark_of, rows_of_words, targets_of
from .rows import HEADER, Kind, Row, text_of
from .sheet import NOTHING, TO_LOOK_AT, fingerprint_of
from .word_reading import Returned, ReturnedPage

_EMPTY_LINE = re.compile(r"\n\s*\n")
_NO_MARK = mark_of(None)


@dataclass
class Outcome:
    """What became of a page. title: by which it is told. troubles: what keeps it from being written. faults: what the check
    has against it, each with the number of its row, or 0.

    file, text: what its file shall hold; no text where that is what it holds already.
    has_moved: whether the French has changed since the page went out. is_begun: whether anything was translated. starts: the line in the text of each row.
    """

    title: str
    troubles: list[Trouble] = field(default_factory=list)
    file: Path | None = None
    text: str | None = None
    has_moved: bool = False
    is_begun: bool = True
    starts: dict[int, int] = field(default_factory=dict)
    faults: list[tuple[int, Fault]] = field(default_factory=list)

    def add_faults(self, faults: Sequence[Fault]) -> None:
        """Note what the check has against the page. With any of it, nothing is written."""
        self.faults += [(self.row_at(fault.line), fault) for fault in faults]
        if faults:
            self.text = None

    def row_at(self, line: int) -> int:
        """The number of the row that made a line of the text, or 0."""
        return max((row for row, start in self.starts.items() if start <= line), key=self.starts.__getitem__, default=0)


def outcomes_of(pages: Sequence[ReturnedPage], library: Library, content: Path) -> list[Outcome]:
    """What becomes of each page. content: the folder of all content. Nothing is written."""
    signs = {tag: _signs(library, tag) for tag in {page.tag for page in pages}}
    outcomes = [_outcome_of(page, library, content, signs[page.tag]) for page in pages]
    seen: set[Path | None] = {None}
    for outcome in outcomes:
        if outcome.file in seen and outcome.file:
            outcome.troubles.append(Trouble("page_twice", 0, {}))
            outcome.text = None
        seen.add(outcome.file)
    return outcomes


def _outcome_of(page: ReturnedPage, library: Library, content: Path, signs: Counter[str]) -> Outcome:
    document = library.documents.get(page.path)
    if page.tag not in BY_TAG or page.tag == SOURCE.tag:
        return Outcome(page.path, [Trouble("no_language", 0, {"value": page.tag})])
    if document is None or not document.is_written:
        return Outcome(page.path, [Trouble("page_gone", 0, {"value": page.path})])
    outcome = Outcome(document.entry.title, has_moved=document.fingerprint != page.fingerprint)
    translated = document.translations.get(page.tag)
    known = _french_of(page, document, outcome)
    page = _mended(page, known, signs)
    before = rows_of_words(translated.words, translated.header.search_words) if translated else []
    untouched = {row.text for row in before}
    outcome.is_begun = _is_begun(page, known, untouched)
    if not outcome.is_begun:
        outcome.troubles.clear()
        return outcome
    outcome.troubles += troubles(page, known, untouched)
    if outcome.troubles:
        return outcome
    outcome.file = file_of_translation(document, page.tag, content)
    text = _text(outcome, page, translated)
    if translated and _says_the_same(text, translated):
        return outcome
    if fingerprint_of(translated) != page.own:
        outcome.troubles.append(Trouble("changed_meanwhile", 0, {}))
    else:
        outcome.text = text
    return outcome


def _is_begun(page: ReturnedPage, known: dict[int, str], untouched: Set[str]) -> bool:
    """Whether the translator has written anything, or has nothing left to write or to look at."""
    texts = {returned.number: returned.row.text for returned in page.rows}
    is_waiting = any(not text or text.startswith(TO_LOOK_AT) for number, text in texts.items() if number in known)
    as_sent = {"", NOTHING, *untouched}
    is_touched = any(
        text.removeprefix(TO_LOOK_AT).lstrip() not in as_sent and text != known.get(number)
        for number, text in texts.items()
    )
    return is_touched or not is_waiting


def _says_the_same(text: str, translated: Translated) -> bool:
    """Whether a text says what the file of a translation says, in whatever form."""
    parts = frontmatter.parts_of(text, translated.file, Faults())
    return parts is not None and _told(parts) == _told(translated.parts)


def _told(parts: Parts) -> tuple[dict[Keys, str], str]:
    """The values and the text of a file; of values, all kinds of blanks are one."""
    return {keys: " ".join(value.split()) for keys, value in values(parts.data)}, parts.body.strip()


def _french_of(page: ReturnedPage, document: Document, outcome: Outcome) -> dict[int, str]:
    """The French of each row: as it came back where it is what went out, else as it is today, where it is that."""
    today = {mark_of(row): row.text for row in rows_of_words(document.words(SOURCE)[0], document.entry.search_words)}
    known = {}
    for returned in page.rows:
        if returned.mark == _NO_MARK:
            continue
        if mark_of(replace(returned.row, text=returned.french)) == returned.mark:
            known[returned.number] = returned.french
        elif returned.mark in today:
            known[returned.number] = today[returned.mark]
        else:
            outcome.troubles.append(Trouble("left_changed", returned.number, {}))
    return known


def _signs(library: Library, tag: str) -> Counter[str]:
    """The signs with which the other translations into a language are written."""
    own = (document.translations[tag].words for document in library.documents.values() if tag in document.translations)
    return signs_of(f"{words.title} {words.summary} {words.body}" for words in own)


def _mended(page: ReturnedPage, known: dict[int, str], signs: Counter[str]) -> ReturnedPage:
    """A page without what word processors did to it. What nobody translates is what it is in French."""
    targets = [*sum((targets_of(text) for text in known.values()), Counter[str]())]

    def row_of(returned: Returned) -> Returned:
        french = known.get(returned.number)
        is_fixed = french is not None and replace(returned.row, text=french).is_fixed
        text = french if french is not None and is_fixed else mended(returned.row.text, signs, targets)
        return replace(returned, row=replace(returned.row, text=text))

    return replace(page, rows=sorted(map(row_of, page.rows), key=lambda returned: returned.number))


def _text(outcome: Outcome, page: ReturnedPage, translated: Translated | None) -> str:
    """What the file of a page shall hold."""
    header: dict[str, Any] = {"titre": None, "onglet": None, "resume": None, "mots": None}
    numbered: list[tuple[int, Row]] = []
    for returned in page.rows:
        row = returned.row
        if row.kind is Kind.SEARCH_WORDS:
            header[row.kind] = [line for line in row.text.split("\n") if line.strip(" -")] or None
        elif row.text in ("", NOTHING):
            continue
        elif row.kind in HEADER:
            header[row.kind] = " ".join(row.text.split("\n"))
        else:
            numbered += [(returned.number, part) for part in _parts(row)]
    header["traduit_de"] = page.fingerprint
    file = outcome.file or Path()
    text = without_french(FileText.read(file)) if translated else FileText(file, "---\ntitre: x\n---\n")
    body = text_of([row for _, row in numbered])
    made = text.with_values(header).with_body(f"\n{body}").text
    made = tidied(made, file, Faults()) or made
    outcome.starts = _starts(numbered, made[: len(made) - len(body)].count("\n") + 1)
    return made


def _parts(row: Row) -> list[Row]:
    """A row as it is written: on one line where it must be, or as several rows where an empty line stands in it."""
    if row.kind in (Kind.HEADING, Kind.TABLE):
        return [replace(row, text=" ".join(row.text.split("\n")))]
    is_item = row.kind in (Kind.ITEM, Kind.NUMBERED)
    # Whoever types the sign of a list means the one that the row has already.
    sign = rf"^(?:[-–—•*]|{row.number}[.)])\s+(?=\S)"
    parts = [part.strip() for part in _EMPTY_LINE.split(row.text)]
    first, *more = (re.sub(sign, "", part) for part in parts) if is_item else parts
    return [replace(row, text=first), *(replace(row, text=part, is_apart=not is_item) for part in more)]


def _starts(numbered: Sequence[tuple[int, Row]], line: int) -> dict[int, int]:
    """The line on which each row begins. line: of the first."""
    starts: dict[int, int] = {}
    for place, (number, row) in enumerate(numbered):
        line += row.is_apart and place > 0
        starts.setdefault(number, line)
        line += len(row.lines())
    return starts
