"""The lines of a Markdown text: what each may begin, by its first signs and by the lines around it."""

import re
from typing import NamedTuple


class Line(NamedTuple):
    """A line of a text: its number in the text (from 1), how many blanks it begins with, and the rest of it."""

    number: int
    indent: int
    text: str


HEADING = re.compile(r"(#{1,6})(?:\s+(.*)|(?<=##)([^#].*)|)$")
RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
UNDERLINE = re.compile(r"(?:=+|-+)$")
FENCE = re.compile(r"(?:```|~~~)")
_DELIMITERS = re.compile(r"\|?(?:\s*+:?-+:?\s*+\|)*+(?:\s*+:?-+:?\s*+)?$")
_CELL_END = re.compile(r"(?<!\\)\|")
_MARKER = re.compile(
    r"(?:(?P<hard>[-*+]|\d{1,3}[.)]|[·‣])(?=\s|$)"
    # Word's own, which nobody writes for anything else; the last two stand in its font for symbols
    r"|(?P<bullet>[•◦▪●■□➢➤\uf0b7\uf0a7])"
    # These may begin a sentence as well
    r"|(?P<soft>[-–—‐‑−](?=\s*+[^\W\d])|o(?=\s)|\d{1,2}[.)](?=[^\W\d])))"
)


_RUN_ON = re.compile(
    r"(?:[A-Za-z0-9]{1,2}\s?[.)°/](?!\d)|[ivx]{1,4}[.)]|[→►▶✓✔✗☐☑✅➔➜⇒*+-]|->|=>|>>|--)\s*+\S", re.IGNORECASE
)


class Marker(NamedTuple):
    """The sign that an item of a list begins with. is_soft: whether a sentence may begin so. rest: what stands behind."""

    sign: str
    is_soft: bool
    rest: str

    @property
    def tag(self) -> str:
        """The element of its list."""
        return "ol" if self.sign[0].isdigit() else "ul"


_BLANK = re.compile(r"[\s\u200b\u2060\ufeff]*")
"""Any kind of blank, and what nobody sees."""


def line_of(number: int, text: str) -> Line:
    """A line of a text. number: from 1."""
    if text[:1].isspace() or text[:1] in ("\u200b", "\u2060", "\ufeff"):
        words = _BLANK.sub("", text, count=1)
        return Line(number, len(text[: len(text) - len(words)].expandtabs(4)), words)
    return Line(number, 0, text)


def marker_of(line: Line) -> Marker | None:
    """The sign of an item at the start of a line, if it can be one."""
    found = _MARKER.match(line.text)
    if found is None:
        return None
    return Marker(found[0], found["soft"] is not None, line.text[found.end() :].lstrip())


def is_table(lines: list[Line], at: int) -> bool:
    """Whether the first row of a table stands here: below it the signs that part its columns."""
    if at + 1 >= len(lines) or "|" not in lines[at].text:
        return False
    below = lines[at + 1].text.rstrip()
    return "-" in below and bool(_DELIMITERS.match(below)) and ("|" in below or lines[at].text.startswith("|"))


def begins_item(lines: list[Line], at: int, below: Marker | None, *, above: str = "") -> bool:
    """Whether an item of a list begins at a line.

    below: the first item of the list under way. above: the line of words that this one would otherwise go on.
    """
    line = lines[at]
    marker = marker_of(line)
    if marker is None or RULE.match(line.text):
        return False
    if not marker.is_soft:
        return True
    # Word's second level is an « o ».
    if below is not None and (marker.sign == "o" or marker.sign[-1] == below.sign[-1]):
        return True
    if above.rstrip().endswith(":"):
        return True
    following = next((other for other in lines[at + 1 : at + 3] if other.text), None)
    after = marker_of(following) if following else None
    return after is not None and after.is_soft and after.sign[-1] == marker.sign[-1]


def ends_paragraph(lines: list[Line], at: int) -> bool:
    """Whether a block of another kind begins at a line that stands below words."""
    text = lines[at].text
    if text[0] == ">" or HEADING.match(text) or RULE.match(text) or FENCE.match(text):
        return True
    marker = marker_of(lines[at])
    if marker is None or not marker.rest:
        return False
    above = lines[at - 1].text
    # « Appelez le⏎17. » is no list.
    if marker.tag == "ol" and marker.sign[:-1] != "1":
        return False
    return begins_item(lines, at, None, above=above)


def ends_table(lines: list[Line], at: int) -> bool:
    text = lines[at].text
    return "|" not in text and (text[0] == ">" or bool(HEADING.match(text)) or begins_item(lines, at, below=None))


def continues_list(lines: list[Line], at: int, base: int, first: Marker) -> bool:
    """Whether a line begins a further item of a list. base: the blanks before its items."""
    marker = marker_of(lines[at]) if begins_item(lines, at, below=first) else None
    return marker is not None and marker.tag == first.tag and lines[at].indent < base + 2


def _is_second_level(line: Line, first: Marker) -> bool:
    """Word marks the second level by its sign alone."""
    return line.text[0] == "o" and first.sign != "o" and first.tag == "ul"


def _as_item(line: Line) -> str:
    """A line that begins an item, with a sign that can mean nothing else."""
    marker = marker_of(line)
    if marker is None or not marker.is_soft:
        return line.text
    return f"{marker.sign if marker.tag == 'ol' else '-'} {marker.rest}"


def take_item(lines: list[Line], at: int, base: int, first: Marker, inner: list[Line]) -> int:
    """Take the lines that go on with an item, in `inner`, moved to the left. Returns where the next block begins."""
    while at < len(lines):
        line = lines[at]
        if not line.text:
            following = next((n for n in range(at + 1, len(lines)) if lines[n].text), None)
            if following is None or lines[following].indent < base + 2:
                if following is not None and continues_list(lines, following, base, first):
                    inner.append(line)
                    at = following
                return at
            inner.extend(lines[at:following])
            at = following
            continue
        is_item = begins_item(lines, at, below=first)
        if line.indent < base + 2:
            nested = is_item and _is_second_level(line, first)
            if not nested and (is_item or ends_paragraph(lines, at) or is_table(lines, at)):
                return at
        inner.append(Line(line.number, max(line.indent - base - 2, 0), _as_item(line) if is_item else line.text))
        at += 1
    return at


def run_on(words: list[str]) -> int | None:
    """Where two lines that follow each other look like items of a list that nobody can tell apart once they run on."""
    looks = [_RUN_ON.match(line) is not None for line in words]
    return next((at for at in range(1, len(looks)) if looks[at] and looks[at - 1]), None)


def cells_of(row: str) -> list[str]:
    """The texts of the cells of a row."""
    row = row.strip()
    row = row[1:] if row.startswith("|") else row
    cells = _CELL_END.split(row)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [cell.strip().replace("\\|", "|") for cell in cells]


def joined(lines: list[str]) -> str:
    """The lines of a paragraph; where one ends with two blanks or a `\\`, the next one begins below it."""
    return "\n".join([*map(_with_break, lines[:-1]), lines[-1].rstrip().removesuffix("\\")])


def _with_break(line: str) -> str:
    words = line.rstrip()
    if len(line[len(words) :].expandtabs(2)) >= 2:
        return words + "  "
    slashes = len(words) - len(words.rstrip("\\"))
    return words[:-1].rstrip() + "  " if slashes % 2 else words
