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

DEEPEST = 6
"""Lists in lists and quotes in quotes; below, lines are plain words."""


class Line(NamedTuple):
    """A line of a text: its number in the text (from 1), how many blanks it begins with, and the rest of it."""

    number: int
    indent: int
    text: str


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


_HEADING = re.compile(r"(#{1,6})(?:\s+(.*)|(?<=##)([^#].*)|)$")
_CLOSING = re.compile(r"(?:^|[ \t])#+$")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r"(?:=+|-+)$")
_FENCE = re.compile(r"(?:```|~~~)")
_DELIMITERS = re.compile(r"\|?(?:\s*+:?-+:?\s*+\|)*+(?:\s*+:?-+:?\s*+)?$")
_CELL_END = re.compile(r"(?<!\\)\|")
_MARKER = re.compile(
    r"(?:(?P<hard>[-*+]|\d{1,3}[.)]|[·‣])(?=\s|$)"
    # Word's own, which nobody writes for anything else; the last two stand in its font for symbols
    r"|(?P<bullet>[•◦▪●■□➢➤\uf0b7\uf0a7])"
    # These may begin a sentence as well
    r"|(?P<soft>[-–—‐‑−](?=\s*+[^\W\d])|o(?=\s)|\d{1,2}[.)](?=[^\W\d])))"
)


class _Marker(NamedTuple):
    """The sign that an item of a list begins with. kind: one for all numbers, one for each sign."""

    sign: str
    is_soft: bool
    rest: str

    @property
    def tag(self) -> str:
        return "ol" if self.sign[0].isdigit() else "ul"


def blocks_of(text: str) -> Blocks:
    """The blocks of a text without its header."""
    found = Blocks()
    _Reader(found).read([_line(number, line) for number, line in enumerate(text.split("\n"), 1)], found.root, 0)
    return found


def _line(number: int, text: str) -> Line:
    if text[:1].isspace():  # any kind of blank
        words = text.lstrip()
        return Line(number, len(text[: len(text) - len(words)].expandtabs(4)), words)
    return Line(number, 0, text)


def _marker(line: Line) -> _Marker | None:
    found = _MARKER.match(line.text)
    if found is None:
        return None
    return _Marker(found[0], found["soft"] is not None, line.text[found.end() :].lstrip())


def _is_table(lines: list[Line], at: int) -> bool:
    """Whether the first row of a table stands here: below it the signs that part its columns."""
    if at + 1 >= len(lines) or "|" not in lines[at].text:
        return False
    below = lines[at + 1].text.rstrip()
    return "-" in below and bool(_DELIMITERS.match(below)) and ("|" in below or lines[at].text.startswith("|"))


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
            if (heading := _HEADING.match(line.text)) is not None:
                self._heading(heading, line, parent)
                return at + 1
            if _RULE.match(line.text):
                self._element(parent, "hr", line)
                return at + 1
            if _FENCE.match(line.text):
                self._problem("lost_code", line, line.text[:20])
                signs = line.text[:3]
                end = next((n for n in range(at + 1, len(lines)) if lines[n].text.startswith(signs)), len(lines))
                self.read(lines[at + 1 : end], parent, depth)  # its words are shown, without its signs
                return end + 1
            above = next((other.text for other in reversed(lines[max(0, at - 2) : at]) if other.text), "")
            if line.text[0] == ">" or _begins_item(lines, at, below=None, above=above):
                if depth < DEEPEST:
                    return (
                        self._quote(lines, at, parent, depth)
                        if line.text[0] == ">"
                        else self._list(lines, at, parent, depth)
                    )
                self._problem("too_deep", line, "")
        if _is_table(lines, at):
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
                inner.append(_line(line.number, line.text[1:]))
            elif inner[-1].text and not _ends_paragraph(lines, at):
                inner.append(line)
            else:
                break
            at += 1
        self.read(inner, quoted, depth + 1)
        return at

    def _list(self, lines: list[Line], at: int, parent: Element, depth: int) -> int:
        first = _marker(lines[at])
        if first is None:  # never: the caller has seen it
            return at + 1
        listed, base, is_loose = self._element(parent, first.tag, lines[at]), lines[at].indent, False
        if first.tag == "ol" and (start := int(first.sign[:-1])) != 1:
            listed.set("start", str(start))
        items: list[tuple[Element, bool]] = []
        while at < len(lines):
            marker = _marker(lines[at]) if _begins_item(lines, at, below=first) else None
            if marker is None or marker.tag != first.tag or (items and lines[at].indent > base + 1):
                break
            item, start_at = self._element(listed, "li", lines[at]), at
            inner = [Line(lines[at].number, 0, marker.rest)]
            at = _take_item(lines, at + 1, base, first, inner)
            was_empty = not inner[-1].text
            while inner and not inner[-1].text:
                inner.pop()
            if inner and (box := _BOX.match(inner[0].text)):
                self._problem("lost_box", lines[start_at], box[0].strip())
            items.append((item, self.read(inner, item, depth + 1)))
            is_loose = is_loose or items[-1][1]
            if was_empty and at < len(lines) and _continues(lines, at, base, first):
                is_loose = True
        if not is_loose:
            for item, _ in items:
                _tighten(item, self._found.lines)
        return at

    def _table(self, lines: list[Line], at: int, parent: Element) -> int:
        header, marks = _cells(lines[at].text), _cells(lines[at + 1].text)
        if len(header) != len(marks):
            self._problem("lost_table", lines[at], f"{len(header)} / {len(marks)}")
        table = self._element(parent, "table", lines[at])
        self._row(SubElement(table, "thead"), "th", header, marks, lines[at])
        body, at = SubElement(table, "tbody"), at + 2
        while at < len(lines) and lines[at].text and not (at + 1 < len(lines) and _ends_table(lines, at)):
            cells = _cells(lines[at].text)
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
                if _UNDERLINE.match(line.text.rstrip()):
                    return self._underlined(words, first, line, parent, at + 1)
                if _ends_paragraph(lines, at):
                    break
            if _is_table(lines, at):
                break
            words.append(line.text)
            at += 1
        if len(words) > 1 and (run_on := _run_on(words)) is not None:
            self._problem("lost_list", Line(first.number + run_on, 0, ""), words[run_on][:40])
        self._element(parent, "p", first).text = _joined(words)
        return at

    def _underlined(self, words: list[str], first: Line, line: Line, parent: Element, at: int) -> int:
        """A line of signs below a text makes a subtitle of it, where it is one line of text and more than one sign."""
        if line.text[0] == "=":
            self._problem("title_in_text", line, "")
        elif len(words) > 1 or len(line.text.rstrip()) == 1:
            self._problem("lost_rule", line, line.text[:20])
        self._element(parent, "h1" if line.text[0] == "=" else "h2", first).text = _joined(words)
        return at


_BOX = re.compile(r"\[[ xX]?\](?:\s|$)")
_RUN_ON = re.compile(
    r"(?:[A-Za-z0-9]{1,2}\s?[.)°/](?!\d)|[ivx]{1,4}[.)]|[→►▶✓✔✗☐☑✅➔➜⇒*+-]|->|=>|>>|--)\s*+\S", re.IGNORECASE
)


def _run_on(words: list[str]) -> int | None:
    """Where two lines that follow each other look like items of a list that nobody can tell apart once they run on."""
    looks = [_RUN_ON.match(line) is not None for line in words]
    return next((at for at in range(1, len(looks)) if looks[at] and looks[at - 1]), None)


def _ends_table(lines: list[Line], at: int) -> bool:
    text = lines[at].text
    return "|" not in text and (text[0] == ">" or bool(_HEADING.match(text)) or _begins_item(lines, at, below=None))


def _begins_item(lines: list[Line], at: int, below: _Marker | None, *, above: str = "") -> bool:
    """Whether an item of a list begins at a line.

    below: the first item of the list under way. above: the line of words that this one would otherwise go on.
    """
    line = lines[at]
    marker = _marker(line)
    if marker is None or _RULE.match(line.text):
        return False
    if not marker.is_soft:
        return True
    # Word's second level is an « o ».
    if below is not None and (marker.sign == "o" or marker.sign[-1] == below.sign[-1]):
        return True
    if above.rstrip().endswith(":"):
        return True
    following = next((other for other in lines[at + 1 : at + 3] if other.text), None)
    after = _marker(following) if following else None
    return after is not None and after.is_soft and after.sign[-1] == marker.sign[-1]


def _ends_paragraph(lines: list[Line], at: int) -> bool:
    """Whether a block of another kind begins at a line that stands below words."""
    text = lines[at].text
    if text[0] == ">" or _HEADING.match(text) or _RULE.match(text) or _FENCE.match(text):
        return True
    marker = _marker(lines[at])
    if marker is None or not marker.rest:
        return False
    above = lines[at - 1].text
    # « Appelez le⏎17. » is no list.
    if marker.tag == "ol" and marker.sign[:-1] != "1":
        return False
    return _begins_item(lines, at, None, above=above)


def _take_item(lines: list[Line], at: int, base: int, first: _Marker, inner: list[Line]) -> int:
    """Take the lines that go on with an item, in `inner`, moved to the left. Returns where the next block begins."""
    while at < len(lines):
        line = lines[at]
        if not line.text:
            following = next((n for n in range(at + 1, len(lines)) if lines[n].text), None)
            if following is None or lines[following].indent < base + 2:
                if following is not None and _continues(lines, following, base, first):
                    inner.append(line)
                    at = following
                return at
            inner.extend(lines[at:following])
            at = following
            continue
        is_item = _begins_item(lines, at, below=first)
        if line.indent < base + 2:
            nested = is_item and _is_second_level(line, first)
            if not nested and (is_item or _ends_paragraph(lines, at) or _is_table(lines, at)):
                return at
        inner.append(Line(line.number, max(line.indent - base - 2, 0), _as_item(line) if is_item else line.text))
        at += 1
    return at


def _as_item(line: Line) -> str:
    """A line that begins an item, with a sign that can mean nothing else."""
    marker = _marker(line)
    if marker is None or not marker.is_soft:
        return line.text
    return f"{marker.sign if marker.tag == 'ol' else '-'} {marker.rest}"


def _is_second_level(line: Line, first: _Marker) -> bool:
    """Word marks the second level by its sign alone."""
    return line.text[0] == "o" and first.sign != "o" and first.tag == "ul"


def _continues(lines: list[Line], at: int, base: int, first: _Marker) -> bool:
    marker = _marker(lines[at]) if _begins_item(lines, at, below=first) else None
    return marker is not None and marker.tag == first.tag and lines[at].indent < base + 2


def _tighten(item: Element, lines: dict[Element, int]) -> None:
    """Take the paragraph of an item away, and leave its words."""
    if len(item) and item[0].tag == "p":
        item.text = item[0].text
        lines[item] = lines.pop(item[0])
        item.remove(item[0])


def _cells(row: str) -> list[str]:
    row = row.strip()
    row = row[1:] if row.startswith("|") else row
    cells = _CELL_END.split(row)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [cell.strip().replace("\\|", "|") for cell in cells]


def _joined(lines: list[str]) -> str:
    """The lines of a paragraph; where one ends with two blanks or a `\\`, the next one begins below it."""
    return "\n".join([*map(_with_break, lines[:-1]), lines[-1].rstrip().removesuffix("\\")])


def _with_break(line: str) -> str:
    words = line.rstrip()
    if len(line[len(words) :].expandtabs(2)) >= 2:
        return words + "  "
    slashes = len(words) - len(words.rstrip("\\"))
    return words[:-1].rstrip() + "  " if slashes % 2 else words
