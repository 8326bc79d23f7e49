"""The document that comes back: its tables, row by row, as text.

Whatever a word processor puts around words is looked through: links of its own, fields, marks of revision. What was taken
away under revision is gone, what was added is there.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .rows import Row, row_of
from .sheet import HOME
from .sheet_error import SheetError
from .word_file import PAGE_SIGN

LARGEST = 30_000_000
"""Bytes of a document, unpacked: a hundred times the largest that goes out."""

_DIGEST = re.compile("[0-9a-f]{12}")
_KEY = re.compile(r"(?P<number>\d+) (?P<code>\S+) (?P<mark>[0-9a-f]{4})")


@dataclass(frozen=True)
class Returned:
    """A row that came back. number: its place in the table that went out. mark: as `mark_of` makes it.

    row: what it is, with the words of the translation; nothing stands in it where nothing shall. french: its French.
    """

    number: int
    mark: str
    row: Row
    french: str


@dataclass
class ReturnedPage:
    """A page that came back. path: its address below the language. tag: the language. fingerprint: of the French that
    went out. own: of the translation that went out. count: of the rows that went out. unread: what stands in first cells that are not what went out.
    """

    path: str
    tag: str
    fingerprint: str
    own: str
    count: int
    rows: list[Returned] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def returned_pages(file: Path) -> list[ReturnedPage]:
    """The pages of a document, in its order.

    Raises SheetError where it is no document of ours, and ImportError where the library that reads it is missing.
    """
    pages: list[ReturnedPage] = []
    for cells in _rows_of(_body_of(file)):
        first, *others = cells
        key = " ".join(_plain(first).split())
        if key == PAGE_SIGN and len(others) == 2:
            pages.append(_page(_plain(others[0]), _plain(others[1]), file))
        elif pages:
            found = _KEY.fullmatch(key)
            row = row_of(found["code"], _markdown(others[1])) if found and len(others) == 2 else None
            if found and row:
                french = _markdown(others[0], without_struck=True)
                pages[-1].rows.append(Returned(int(found["number"]), found["mark"], row, french))
            elif any(_plain(cell).strip() for cell in cells):
                pages[-1].unread.append(key or _plain(cells[-1])[:40])
    if not pages:
        raise SheetError("sheets.not_ours", file=file)
    return pages


def _page(path: str, known: str, file: Path) -> ReturnedPage:
    told = known.split()
    if len(told) != 4 or not _DIGEST.fullmatch(told[1]) or not told[3].isdecimal():
        raise SheetError("sheets.no_page", file=file, value=f"{path} {known}".strip())
    tag, fingerprint, own, count = told
    return ReturnedPage("" if path.strip() == HOME else path.strip(), tag, fingerprint, own, int(count))


def _body_of(file: Path) -> Any:
    """What a document holds, as elements. Raises SheetError where it cannot be read."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with zipfile.ZipFile(file) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST:
                raise SheetError("sheets.too_big", file=file)
        return docx.Document(str(file)).element.body
    except SheetError:
        raise
    except PermissionError as error:
        raise SheetError("sheets.unread", file=file, reason=error.strerror) from error
    except (zipfile.BadZipFile, PackageNotFoundError, OSError) as error:
        raise SheetError("sheets.no_document", file=file) from error
    except Exception as error:  # what is no document of Word fails in as many ways as there are formats
        raise SheetError("sheets.no_document", file=file) from error


def _rows_of(body: Any) -> Iterator[list[Any]]:
    """The cells of each row of each table, in order."""
    for row in body.iter(_name("tr")):
        cells = [cell for cell in row.iter(_name("tc")) if next(cell.iterancestors(_name("tr"))) is row]
        if cells:
            yield cells


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_GONE = ("del", "moveFrom", "delText", "instrText")


def _name(tag: str) -> str:
    return f"{{{_WORD}}}{tag}"


@dataclass(frozen=True)
class _Bit:
    """Some words, and whether they are bold."""

    text: str
    is_bold: bool


def _plain(cell: Any) -> str:
    return "".join(bit.text for bit in _bits(cell, without_struck=False)).strip()


def _markdown(cell: Any, *, without_struck: bool = False) -> str:
    """The words of a cell as Markdown: bold between asterisks."""
    merged: list[_Bit] = []
    for bit in _bits(cell, without_struck):
        # A blank is neither, and a break is what its run says: bold may go on from one line to the next.
        is_bold = bool(merged and merged[-1].is_bold) if bit.text.isspace() and bit.text != "\n" else bit.is_bold
        if merged and merged[-1].is_bold == is_bold:
            merged[-1] = _Bit(merged[-1].text + bit.text, is_bold)
        else:
            merged.append(_Bit(bit.text, is_bold))
    text = "".join(_starred(bit.text) if bit.is_bold and bit.text.strip() else bit.text for bit in merged)
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def _starred(text: str) -> str:
    """Bold words between asterisks. Blanks at their ends stand outside of these, or they would mean nothing."""
    words = text.strip()
    before, _, after = text.partition(words)
    return f"{before}**{words}**{after}"


def _bits(cell: Any, without_struck: bool) -> Iterator[_Bit]:
    """The words of a cell, each paragraph on a line of its own."""
    for number, paragraph in enumerate(cell.iter(_name("p"))):
        if number:
            yield _Bit("\n", False)
        for run in paragraph.iter(_name("r")):
            if any(above.tag in map(_name, _GONE) for above in run.iterancestors()):
                continue
            properties = run.find(_name("rPr"))
            if without_struck and _is_on(properties, "strike"):
                continue
            text = "".join(_text_of(part) for part in run)
            if text:
                yield _Bit(text, _is_on(properties, "b") or _is_on(properties, "bCs"))


_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}


def _text_of(part: Any) -> str:
    tag = part.tag.removeprefix(f"{{{_WORD}}}") if isinstance(part.tag, str) else ""
    return part.text or "" if tag == "t" else _SIGNS.get(tag, "")


def _is_on(properties: Any, name: str) -> bool:
    """Whether a run has a property that is on or off."""
    found = properties.find(_name(name)) if properties is not None else None
    return found is not None and found.get(_name("val"), "1") not in ("0", "false", "off", "none")
