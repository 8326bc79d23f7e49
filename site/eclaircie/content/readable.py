"""Every text of a file that somebody may read: on a page, in an export for professionals, or in the file itself.

The rules on what may be told are given these texts, and so judge what is shown, not how it was written.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .document import Document
from .parts import Keys, Parts, values
from .tree import Passage, passages

_SENTENCE_ENDS = (".", "!", "?", ";", "…", ")", "؟", "؛")
_NOT_SHOWN = ("relu_par", "relu_de", "traduit_de", "annuaire")


class Readable(NamedTuple):
    """One text: a value of a header, a paragraph, an item of a list, a subtitle or a row of a table.

    text: as it is shown, without markup; invisible signs are still in it. Cells of a row are parted by ` | `.
    above: the last text before it in the body that announces others, such as a subtitle.
    keys: those that lead to a value of the header; empty in the body.
    """

    file: Path
    line: int
    text: str
    above: str = ""
    keys: Keys = ()

    @property
    def key(self) -> str:
        """The first key that leads to a value of the header, or nothing in the body."""
        return str(self.keys[0]) if self.keys else ""


def readables(document: Document, but: tuple[str, ...] = ()) -> Iterator[Readable]:
    """Every text of a document in each language, notes for the team included; without the keys of `but`."""
    for file, parts in document.files():
        yield from readables_of(file, parts, but)


def readables_of(file: Path, parts: Parts, but: tuple[str, ...] = ()) -> Iterator[Readable]:
    """Every text of one file."""
    yield from in_header(file, parts, but)
    yield from in_body(file, parts)


def in_header(file: Path, parts: Parts, but: tuple[str, ...] = ()) -> Iterator[Readable]:
    """Every value of a header, but the addresses of sources and what says where a translation or a record comes from."""
    for keys, value in values(parts.data):
        if keys[0] not in (*but, *_NOT_SHOWN) and (keys[0], keys[-1]) != ("sources", "adresse"):
            yield Readable(file, parts.line(*keys), value, keys=keys)


def in_body(file: Path, parts: Parts) -> Iterator[Readable]:
    """Every text of a body, in order."""
    above = ""
    for line, text in _rows(passages(parts.body)):
        yield Readable(file, parts.body_line + line - 1, text, above)
        above = above if text.rstrip().endswith(_SENTENCE_ENDS) else text


def _rows(found: tuple[Passage, ...]) -> Iterator[tuple[int, str]]:
    """The line and the text of each passage; the cells of a row are one text."""
    cells: list[str] = []
    for number, passage in enumerate(found):
        if not passage.row:
            yield passage.line, passage.text
            continue
        cells.append(passage.text)
        if number + 1 == len(found) or found[number + 1].row != passage.row:
            yield passage.line, " | ".join(cells)
            cells = []
