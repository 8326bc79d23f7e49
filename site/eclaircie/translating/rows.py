"""The rows of a page: what is translated as a whole, and the signs that stand around it in the file."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ..content.lines import HEADING, RULE, Line, begins_item, ends_paragraph, ends_table, is_table, line_of, marker_of
from ..content.references import LINK


class Kind(StrEnum):
    """What a row is. The first four stand in the header, under the keys of these names."""

    TITLE = "titre"
    TAB = "onglet"
    SUMMARY = "resume"
    SEARCH_WORDS = "mots"
    HEADING = "h"
    PARAGRAPH = "p"
    ITEM = "i"
    NUMBERED = "n"
    QUOTE = "q"
    TABLE = "t"
    OTHER = "o"


HEADER = (Kind.TITLE, Kind.TAB, Kind.SUMMARY, Kind.SEARCH_WORDS)


@dataclass(frozen=True)
class Row:
    """A row. Its text is in lines, as they stand in the file, without the signs before them.

    number: of a heading its level, of an item its number. indent: the blanks before it.
    is_apart: whether an empty line stands before it.
    """

    kind: Kind
    text: str
    number: int = 0
    indent: int = 0
    is_apart: bool = True

    @property
    def code(self) -> str:
        """All but the text, in a few signs that no word processor changes: `h2`, `i-`, `n3.2-`."""
        if self.kind in HEADER:
            return self.kind
        indent = f".{self.indent}" if self.indent else ""
        return f"{self.kind}{self.number or ''}{indent}{'' if self.is_apart else '-'}"

    @property
    def is_fixed(self) -> bool:
        """Whether it holds nothing to translate: a card, a block of the site, a line between columns."""
        return not any(sign.isalnum() for sign in LINK.sub(r"\g<text>", self.text))

    def lines(self) -> list[str]:
        """Its lines, as they stand in the file."""
        first, *more = self.text.split("\n")
        mark, further = self._marks()
        return [f"{mark}{first}".rstrip(), *(f"{further}{line}".rstrip() for line in more)]

    def _marks(self) -> tuple[str, str]:
        blanks = " " * self.indent
        if self.kind is Kind.HEADING:
            return f"{blanks}{'#' * self.number} ", blanks
        if self.kind is Kind.QUOTE:
            return f"{blanks}> ", f"{blanks}> "
        if self.kind in (Kind.ITEM, Kind.NUMBERED):
            sign = "- " if self.kind is Kind.ITEM else f"{self.number}. "
            return blanks + sign, blanks + " " * len(sign)
        return blanks, blanks


_CODE = re.compile(r"(?P<kind>[hpinqto])(?P<number>\d*)(?:\.(?P<indent>\d+))?(?P<joined>-?)")


def row_of(code: str, text: str) -> Row | None:
    """The row of a code, as `Row.code` makes it, with a text; None where it is no such code."""
    if code in HEADER:
        return Row(Kind(code), text)
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    number, indent = (int(found[name] or 0) for name in ("number", "indent"))
    return Row(Kind(found["kind"]), text, number, indent, not found["joined"])


def rows_of(body: str) -> list[Row]:
    """The rows of a text below a header."""
    lines = [line_of(number, line.rstrip()) for number, line in enumerate(body.split("\n"), 1)]
    found: list[Row] = []
    at, is_apart = 0, True
    while at < len(lines):
        if not lines[at].text:
            at, is_apart = at + 1, True
            continue
        taken = list(_block(lines, at))
        for number, (row, _) in enumerate(taken):
            found.append(replace(row, is_apart=is_apart and not number))
        at, is_apart = taken[-1][1], False
    return found


def text_of(rows: list[Row]) -> str:
    """The text that some rows make, below a header; it ends with a line end where there is any."""
    lines: list[str] = []
    for row in rows:
        if lines and row.is_apart:
            lines.append("")
        lines += row.lines()
    return "\n".join([*lines, ""]) if lines else ""


def _block(lines: list[Line], at: int) -> Iterator[tuple[Row, int]]:
    """The rows of the block that begins at a line, each with where the next one may begin."""
    line = lines[at]
    if (heading := HEADING.match(line.text)) is not None:
        words = (heading[2] or heading[3] or "").strip()
        yield Row(Kind.HEADING, words, len(heading[1]), line.indent), at + 1
    elif RULE.match(line.text):
        yield Row(Kind.OTHER, line.text, indent=line.indent), at + 1
    elif line.text[0] == ">":
        end = _end(lines, at, lambda other: other.text[0] == ">")
        text = "\n".join(each.text[1:].removeprefix(" ") for each in lines[at:end])
        yield Row(Kind.QUOTE, text, indent=line.indent), end
    elif is_table(lines, at):
        end = at + 2
        while end < len(lines) and lines[end].text and not ends_table(lines, end):
            end += 1
        for number in range(at, end):
            kind = Kind.OTHER if number == at + 1 else Kind.TABLE
            yield Row(kind, lines[number].text, indent=lines[number].indent), number + 1
    elif (marker := marker_of(line)) is not None and begins_item(lines, at, None):
        end = _end(lines, at, lambda other: other.indent > line.indent and marker_of(other) is None)
        is_numbered = marker.tag == "ol"
        number = int(marker.sign[:-1]) if is_numbered else 0
        text = "\n".join([marker.rest, *(each.text for each in lines[at + 1 : end])])
        yield Row(Kind.NUMBERED if is_numbered else Kind.ITEM, text, number, line.indent), end
    else:
        end = at + 1
        while end < len(lines) and lines[end].text and not ends_paragraph(lines, end) and not is_table(lines, end):
            end += 1
        text = "\n".join(each.text for each in lines[at:end])
        yield Row(Kind.PARAGRAPH, text, indent=line.indent), end


def _end(lines: list[Line], at: int, goes_on: Callable[[Line], bool]) -> int:
    """Where the lines end that go on with the block of a line."""
    end = at + 1
    while end < len(lines) and lines[end].text and goes_on(lines[end]):
        end += 1
    return end
