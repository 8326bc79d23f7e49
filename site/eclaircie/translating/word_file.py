"""The document that goes out: for each page a table, the French on the left, the translation on the right.

Written so that Word, LibreOffice and their like keep all that is needed to read it again: the texts of the cells. What a
row is stands in its first cell, small and grey; nothing is hidden in properties, which they may drop.
"""

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..content.references import LINK
from ..languages import SOURCE, Language
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from .sheet import Line, Sheet

if TYPE_CHECKING:  # with the site alone, the library is not there
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

PAGE_SIGN = "§"
"""What stands in the first cell of the row that says which page a table is of."""

MARKDOWN_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)

_GREY, _DARK_GREY = "BFBFBF", "7F7F7F"
_TO_DO, _OF_NO_CONCERN = "FFF8DC", "F2F2F2"
_WIDTHS = (1.5, 8.2, 8.2)  # centimetres
_KEY_SIZE, _NUMBER_SIZE, _TEXT_SIZE = 6, 9, 11  # points


def document_of(sheets: Sequence[Sheet], language: Language, tongue: Tongue) -> bytes:
    """The file of a document with some pages. tongue: the language of what is said to the translator.

    Raises ImportError where the library that writes such files is missing.
    """
    return _Writer(language, tongue).document(sheets)


class _Writer:
    """Writes one document."""

    def __init__(self, language: Language, tongue: Tongue) -> None:
        import docx
        from docx.enum.text import WD_COLOR_INDEX
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Cm, Pt, RGBColor

        self._new, self._qn = OxmlElement, qn
        self._cm, self._pt, self._colour = Cm, Pt, RGBColor.from_string
        self._highlight = WD_COLOR_INDEX.YELLOW
        self._language, self._tongue = language, tongue
        self._document = docx.Document()

    def document(self, sheets: Sequence[Sheet]) -> bytes:
        """The whole file."""
        section = self._document.sections[0]
        section.page_width, section.page_height = self._cm(21), self._cm(29.7)
        section.left_margin = section.right_margin = self._cm(1.5)
        section.top_margin = section.bottom_margin = self._cm(1.5)
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = "Arial", self._pt(_TEXT_SIZE)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(self._qn("w:cs"), "Arial")  # letters that are not Latin
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = (
            self._say("title", language=self._language.name),
            "",
            "",
        )
        self._document.add_heading(properties.title, 1)
        for code in ("left", "marked", "links", "bold", "lines", "nothing", "save"):
            self._document.add_paragraph(self._say(code), style="List Bullet")
        for sheet in sheets:
            self._page(sheet)
        file = io.BytesIO()
        self._document.save(file)
        return file.getvalue()

    def _say(self, code: str, **values: object) -> str:
        return sentence(f"sheets.{code}", self._tongue, **values)

    def _page(self, sheet: Sheet) -> None:
        self._document.add_heading(sheet.document.entry.title, 2)
        if sheet.document.translations.get(self._language.tag) and not sheet.is_compared and sheet.words:
            self._document.add_paragraph(self._say("not_compared"))
        table = self._document.add_table(rows=0, cols=3)
        table.style = "Table Grid"
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = self._cm(width)
        path, _, known = sheet.known.partition(" ")
        self._cells(table, (PAGE_SIGN, path, known), _OF_NO_CONCERN)
        for line in sheet.lines:
            self._line(table, line)

    def _cells(self, table: Any, texts: tuple[str, str, str], colour: str = "") -> tuple["_Cell", ...]:
        cells = tuple(table.add_row().cells)
        for cell, width, text in zip(cells, _WIDTHS, texts, strict=True):
            cell.width = self._cm(width)
            if text:
                self._small(cell.paragraphs[0].add_run(text))
            if colour:
                self._shade(cell, colour)
        return cells

    def _line(self, table: Any, line: Line) -> None:
        colour = _OF_NO_CONCERN if line.is_fixed else _TO_DO if line.is_new else ""
        key, french, own = self._cells(table, ("", "", ""))
        number, _, rest = line.key.partition(" ")
        self._small(key.paragraphs[0].add_run(number), _NUMBER_SIZE, _DARK_GREY)
        self._small(key.paragraphs[0].add_run(f" {rest}"))
        for cell in (french, own) if line.is_fixed else (own,):
            if colour:
                self._shade(cell, colour)
        place = french.paragraphs[0]
        if not line.french:
            self._small(place.add_run(self._say("added")))
        for piece in line.french:
            for run in self._runs(place, piece.text, SOURCE):
                if piece.kind == "new":
                    run.font.highlight_color = self._highlight
                elif piece.kind == "gone":
                    run.font.strike = True
                    run.font.color.rgb = self._colour(_DARK_GREY)
        for run in self._runs(own.paragraphs[0], line.own, self._language):
            if line.is_fixed:
                run.font.color.rgb = self._colour(_DARK_GREY)
        self._turn(own.paragraphs[0])

    def _runs(self, paragraph: "Paragraph", text: str, language: Language) -> Iterator["Run"]:
        """Add a text to a paragraph: bold as bold, each line on its own, what leads somewhere in grey."""
        for is_bold, part in _bold_parts(text):
            for is_target, words in _targets_apart(part):
                for number, line in enumerate(words.split("\n")):
                    if number:
                        end = paragraph.add_run()
                        end.add_break()
                        end.font.bold = is_bold or None
                    if not line:
                        continue
                    run = paragraph.add_run(line)
                    if is_bold:
                        run.font.bold = run.font.cs_bold = True
                    if is_target:
                        run.font.color.rgb = self._colour(_DARK_GREY)
                    elif language.direction == "rtl":
                        run.font.rtl = True
                    self._speak(run, language)
                    yield run

    def _speak(self, run: "Run", language: Language) -> None:
        """Say in which language some words are, so that spelling is looked at in that one."""
        element = self._new("w:lang")
        key = "w:bidi" if language.direction == "rtl" else "w:val"
        element.set(self._qn(key), {"en": "en-GB", "fr": "fr-FR"}.get(language.tag, language.tag))
        run._r.get_or_add_rPr().append(element)

    def _small(self, run: "Run", size: int = _KEY_SIZE, colour: str = _GREY) -> None:
        run.font.size = self._pt(size)
        run.font.color.rgb = self._colour(colour)
        run.font.no_proof = True

    def _turn(self, paragraph: "Paragraph") -> None:
        """Let what is written in a cell run from right to left, in such a language."""
        if self._language.direction == "rtl":
            properties = paragraph._p.get_or_add_pPr()
            properties.insert_element_before(
                self._new("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"
            )

    def _shade(self, cell: "_Cell", colour: str) -> None:
        shade = self._new("w:shd")
        for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
            shade.set(self._qn(key), value)
        cell._tc.get_or_add_tcPr().append(shade)


def _bold_parts(text: str) -> Iterator[tuple[bool, str]]:
    """A text of Markdown in parts, each with whether it is bold."""
    at = 0
    for found in MARKDOWN_BOLD.finditer(text):
        if found.start() > at:
            yield False, text[at : found.start()]
        yield True, found[1]
        at = found.end()
    if at < len(text):
        yield False, text[at:]


def _targets_apart(text: str) -> Iterator[tuple[bool, str]]:
    """A text in parts, each with whether it is what a link leads to."""
    at = 0
    for link in LINK.finditer(text):
        start = link.end("text") + 1
        yield False, text[at:start]
        yield True, text[start : link.end()]
        at = link.end()
    yield False, text[at:]
