"""The blocks of a Markdown text: paragraphs, subtitles, lists, tables, quotes. Each knows the line it begins on.

What GitHub, Word, Obsidian, pandoc and the common editors write with one clear meaning is read so: a list or a table may
begin below a sentence, a list nests by two blanks or four, any kind of blank counts. What is indented is never code.
Each line is looked at a fixed number of times, so the time that a text takes grows with its length.

Source: https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement  # builds trees, parses none

from .lines import (
    FENCE,
    HEADING,
    RULE,
    UNDERLINE,
    Line,
    begins_item,
    cells_of,
    continues_list,
    ends_paragraph,
    ends_table,
    is_table,
    joined,
    line_of,
    marker_of,
    run_on,
    take_item,
)

DEEPEST = 6
"""Lists in lists and quotes in quotes; below, lines are plain words."""


class Problem(NamedTuple):
    """Something that cannot be shown as it was meant. code: that of its fault."""

    code: str
    line: int
    value: str


@dataclass
class Blocks:
    """A text in blocks. root: their elements, whose texts are still Markdown. lines: that on which each begins."""

    root: Element = field(default_factory=lambda: Element("div"))
    lines: dict[Element, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


_CLOSING = re.compile(r"(?:^|[ \t])#+$")
_BOX = re.compile(r"\[[ xX]?\](?:\s|$)")


def blocks_of(text: str) -> Blocks:
    """The blocks of a text without its header."""
    found = Blocks()
    _Reader(found).read([line_of(number, line) for number, line in enumerate(text.split("\n"), 1)], found.root, 0)
    return found


class _Reader:
    """Reads lines into the blocks that they make."""

    def __init__(self, found: Blocks) -> None:
        self._found = found

    def read(self, lines: list[Line], parent: Element, depth: int) -> bool:
        """Add the blocks of some lines to `parent`. Returns whether an empty line stands between two of them."""
        at, is_loose, was_empty = 0, False, False
        while at < len(lines):
            if not lines[at].text:
                at, was_empty = at + 1, True
                continue
            is_loose = is_loose or (was_empty and len(parent) > 0)
            was_empty = False
            at = self._block(lines, at, parent, depth)
        return is_loose

    def _block(self, lines: list[Line], at: int, parent: Element, depth: int) -> int:
        """Add the block that begins at a line. Returns where the next one may begin."""
        line = lines[at]
        # Most lines begin with a letter.
        if not line.text[0].isalpha() or line.text[0] == "o":
            if (heading := HEADING.match(line.text)) is not None:
                self._heading(heading, line, parent)
                return at + 1
            if RULE.match(line.text):
                self._element(parent, "hr", line)
                return at + 1
            if FENCE.match(line.text):
                self._problem("lost_code", line, line.text[:20])
                signs = line.text[:3]
                end = next((n for n in range(at + 1, len(lines)) if lines[n].text.startswith(signs)), len(lines))
                self.read(lines[at + 1 : end], parent, depth)  # its words are shown, without its signs
                return end + 1
            above = next((other.text for other in reversed(lines[max(0, at - 2) : at]) if other.text), "")
            if line.text[0] == ">" or begins_item(lines, at, below=None, above=above):
                if depth < DEEPEST:
                    return (
                        self._quote(lines, at, parent, depth)
                        if line.text[0] == ">"
                        else self._list(lines, at, parent, depth)
                    )
                self._problem("too_deep", line, "")
        if is_table(lines, at):
            return self._table(lines, at, parent)
        return self._paragraph(lines, at, parent)

    def _element(self, parent: Element, tag: str, line: Line) -> Element:
        element = SubElement(parent, tag)
        self._found.lines[element] = line.number
        return element

    def _problem(self, code: str, line: Line, value: str) -> None:
        self._found.problems.append(Problem(code, line.number, value))

    def _heading(self, found: re.Match[str], line: Line, parent: Element) -> None:
        level = len(found[1])
        if level == 1:
            self._problem("title_in_text", line, "")
        elif level > 4:
            self._problem("small_title", line, found[1])
        words = (found[2] or found[3] or "").strip()
        self._element(parent, f"h{level}", line).text = _CLOSING.sub("", words).strip()

    def _quote(self, lines: list[Line], at: int, parent: Element, depth: int) -> int:
        quoted = self._element(parent, "blockquote", lines[at])
        inner: list[Line] = []
        while at < len(lines) and lines[at].text:
            line = lines[at]
            if line.text[0] == ">":
                inner.append(line_of(line.number, line.text[1:]))
            elif inner[-1].text and not ends_paragraph(lines, at):
                inner.append(line)
            else:
                break
            at += 1
        self.read(inner, quoted, depth + 1)
        return at

    def _list(self, lines: list[Line], at: int, parent: Element, depth: int) -> int:
        first = marker_of(lines[at])
        if first is None:  # never: the caller has seen it
            return at + 1
        listed, base, is_loose = self._element(parent, first.tag, lines[at]), lines[at].indent, False
        if first.tag == "ol" and (start := int(first.sign[:-1])) != 1:
            listed.set("start", str(start))
        items: list[tuple[Element, bool]] = []
        while at < len(lines):
            marker = marker_of(lines[at]) if begins_item(lines, at, below=first) else None
            if marker is None or marker.tag != first.tag or (items and lines[at].indent > base + 1):
                break
            item, start_at = self._element(listed, "li", lines[at]), at
            inner = [Line(lines[at].number, 0, marker.rest)]
            at = take_item(lines, at + 1, base, first, inner)
            was_empty = not inner[-1].text
            while inner and not inner[-1].text:
                inner.pop()
            if inner and (box := _BOX.match(inner[0].text)):
                self._problem("lost_box", lines[start_at], box[0].strip())
            items.append((item, self.read(inner, item, depth + 1)))
            is_loose = is_loose or items[-1][1]
            if was_empty and at < len(lines) and continues_list(lines, at, base, first):
                is_loose = True
        if not is_loose:
            for item, _ in items:
                _tighten(item, self._found.lines)
        return at

    def _table(self, lines: list[Line], at: int, parent: Element) -> int:
        header, marks = cells_of(lines[at].text), cells_of(lines[at + 1].text)
        if len(header) != len(marks):
            self._problem("lost_table", lines[at], f"{len(header)} / {len(marks)}")
        table = self._element(parent, "table", lines[at])
        self._row(SubElement(table, "thead"), "th", header, marks, lines[at])
        body, at = SubElement(table, "tbody"), at + 2
        while at < len(lines) and lines[at].text and not (at + 1 < len(lines) and ends_table(lines, at)):
            cells = cells_of(lines[at].text)
            if len(cells) > len(header):
                self._problem("lost_table", lines[at], f"{len(header)} / {len(cells)}")
            self._row(body, "td", [*cells, *[""] * len(header)][: max(len(header), len(cells))], marks, lines[at])
            at += 1
        return at

    def _row(self, parent: Element, tag: str, cells: list[str], marks: list[str], line: Line) -> None:
        row = self._element(parent, "tr", line)
        for number, words in enumerate(cells):
            cell = self._element(row, tag, line)
            cell.text = words
            if number < len(marks) and marks[number].endswith(":") and not marks[number].startswith(":"):
                cell.set("class", "end")
            if tag == "th":
                cell.set("scope", "col")

    def _paragraph(self, lines: list[Line], at: int, parent: Element) -> int:
        first, words = lines[at], [lines[at].text]
        at += 1
        while at < len(lines) and lines[at].text:
            line = lines[at]
            # The first letter tells of most lines that they go on
            if not line.text[0].isalnum() or line.text[0] == "o" or line.text[0].isdigit():
                if UNDERLINE.match(line.text.rstrip()):
                    return self._underlined(words, first, line, parent, at + 1)
                if ends_paragraph(lines, at):
                    break
            if is_table(lines, at):
                break
            words.append(line.text)
            at += 1
        if len(words) > 1 and (where := run_on(words)) is not None:
            self._problem("lost_list", Line(first.number + where, 0, ""), words[where][:40])
        self._element(parent, "p", first).text = joined(words)
        return at

    def _underlined(self, words: list[str], first: Line, line: Line, parent: Element, at: int) -> int:
        """A line of signs below a text makes a subtitle of it, where it is one line of text and more than one sign."""
        if line.text[0] == "=":
            self._problem("title_in_text", line, "")
        elif len(words) > 1 or len(line.text.rstrip()) == 1:
            self._problem("lost_rule", line, line.text[:20])
        self._element(parent, "h1" if line.text[0] == "=" else "h2", first).text = joined(words)
        return at


def _tighten(item: Element, lines: dict[Element, int]) -> None:
    """Take the paragraph of an item away, and leave its words."""
    if len(item) and item[0].tag == "p":
        item.text = item[0].text
        lines[item] = lines.pop(item[0])
        item.remove(item[0])
