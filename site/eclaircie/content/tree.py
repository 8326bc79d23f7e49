"""The one reading of a Markdown text: a tree of elements, from which pages are made and by which texts are judged.

Whatever is a link, a list or a subtitle for a check is one on the page too, for both are given the same tree.
"""

import html
import re
import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element  # builds trees, parses none

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor as InlinePattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import ETX, STX, AtomicString

from .blocks import Problem, blocks_of

_INLINE_SIGN = re.compile(r"[\\`*_\[&]|  \n")
"""What each inline pattern begins with."""
_PATTERN_SIGNS = {"backtick": "`", "escape": "\\", "link": "[", "entity": "&", "em_strong": "*_"}
"""The signs without which an inline pattern finds nothing, by its name; any of them will do."""
_UNKNOWN_MARKUP = (
    *("html", "image_link", "image_reference", "short_image_ref", "autolink", "automail"),
    *("reference", "short_reference"),
)
"""The inline patterns of Python-Markdown that are left out, by its own names."""

_TYPED = re.compile(f"{STX}([0-9]+){ETX}")
WORDS = frozenset({"p", "li", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6"})
"""The elements that hold words."""


@dataclass(frozen=True)
class Tree:
    """A text that was read. root: its elements, to be read only. lines: the line (from 1) on which each block begins.

    Signs that were written with a `\\` or as an entity are in the texts of the tree as `typed` undoes them: they are
    meant as they stand. A text of code is as it was typed.
    """

    root: Element
    lines: dict[Element, int]
    problems: tuple[Problem, ...]


@lru_cache(maxsize=8192)  # a check and each page that shows a text ask for it
def parse(text: str) -> Tree:
    """The tree of a Markdown text."""
    blocks = blocks_of(text.replace(STX, "").replace(ETX, ""))
    _patterns.reader.run(blocks.root, text)
    return Tree(blocks.root, blocks.lines, tuple(blocks.problems))


def typed(text: str) -> str:
    """A text of a tree as it is shown."""
    return _TYPED.sub(lambda sign: chr(int(sign[1])), text) if STX in text else text


def sole_link(paragraph: Element) -> Element | None:
    """The link that is all that a paragraph holds, or None."""
    if paragraph.tag != "p" or len(paragraph) != 1 or paragraph[0].tag != "a":
        return None
    return None if (paragraph.text or "").strip() or (paragraph[0].tail or "").strip() else paragraph[0]


class Link(NamedTuple):
    """A link of a text. text: its words as shown, or nothing. alone: whether it is all that its paragraph holds."""

    text: str
    target: str
    line: int
    alone: bool


class Passage(NamedTuple):
    """Words that are shown together: a paragraph, an item of a list, a cell of a table or a subtitle.

    tag: the element that holds them. line: where they begin. row: for a cell, the number of its row, else 0.
    text: as they are shown, without what a link that has no words will take from what it leads to.
    marked: the same, with `LINK_SIGN` where a link begins, and `HIDDEN` for what stands between backticks or was written
        so as to mean nothing but itself. What looks like markup in there became text.
    """

    tag: str
    line: int
    row: int
    text: str
    marked: str
    links: tuple[Link, ...]


LINK_SIGN, HIDDEN = "\ufff9", "\ufffb"
"""No text holds these: a file that does is refused."""


@lru_cache(maxsize=8192)
def passages(text: str) -> tuple[Passage, ...]:
    """All words of a Markdown text, in order."""
    tree, found, row = parse(text), [], 0
    for element, line in tree.lines.items():
        row += element.tag == "tr"
        if element.tag in WORDS and (element.text or len(element)):
            passage = _Gatherer(element, line).passage(row if element.tag in ("th", "td") else 0)
            if passage.marked.strip():
                found.append(passage)
    return tuple(found)


class _Gatherer:
    """Gathers the words and links of one element. line: that on which it begins."""

    def __init__(self, element: Element, line: int) -> None:
        self._element, self._line = element, line
        self._text: list[str] = []
        self._marked: list[str] = []
        self._links: list[Link] = []
        self._alone = sole_link(element) is not None

    def passage(self, row: int) -> Passage:
        """What was gathered. row: the number of the row of a table, or 0."""
        self._gather(self._element)
        text, marked = "".join(self._text), "".join(self._marked)
        return Passage(self._element.tag, self._line, row, text, marked, tuple(self._links))

    def _gather(self, element: Element) -> None:
        self._add(element.text)
        for child in element:
            if child.tag == "br":
                self._add("\n")
            elif child.tag == "code":
                self._text.append(child.text or "")
                self._marked.append(HIDDEN)
            elif child.tag == "a":
                self._gather_link(child)
            elif child.tag in ("strong", "em"):
                self._gather(child)
            self._add(child.tail)

    def _gather_link(self, element: Element) -> None:
        begin, line = len(self._text), self._line + sum(piece.count("\n") for piece in self._text)
        self._marked.append(LINK_SIGN)
        self._gather(element)
        words = "".join(self._text[begin:]).strip()
        self._links.append(Link(words, typed(element.get("href", "")), line, self._alone))

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(typed(text))
            self._marked.append(_TYPED.sub(HIDDEN, text) if STX in text else text)


class _Code(InlinePattern):
    """What stands between backticks."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802  # the name is Python-Markdown's
        if m[1]:  # backslashes before it
            return m[1].replace("\\\\", f"{STX}92{ETX}"), m.start(), m.end()
        return self._between(data, m.start(), m.end(), m[0])

    def _between(self, data: str, begin: int, start: int, fence: str) -> tuple[Element | None, int | None, int | None]:
        at = start
        while (found := data.find(fence, at)) >= 0:
            end = found + len(fence)
            while data[end : end + 1] == "`":
                end += 1
            if end - found == len(fence):
                code = Element("code")
                code.text = AtomicString(data[start:found].strip())
                return code, begin, end
            at = end
        return None, None, None


class _Escape(InlinePattern):
    """A sign behind a `\\`, which is meant as it stands."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802
        return f"{STX}{ord(m[1])}{ETX}", m.start(), m.end()


class _Entity(InlinePattern):
    """A sign by its name or number in HTML."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802
        meant = html.unescape(m[0])
        if meant == m[0]:
            return None, None, None
        return "".join(sign if sign.isalnum() else f"{STX}{ord(sign)}{ETX}" for sign in meant), m.start(), m.end()


class _Reader:
    """The inline patterns of Python-Markdown, set up once for all texts: that takes as long as a page of text."""

    def __init__(self) -> None:
        markdown = Markdown()
        self._patterns = markdown.inlinePatterns
        for name in _UNKNOWN_MARKUP:
            self._patterns.deregister(name)
        self._patterns.register(_Code(r"(?<!\\)((?:\\{2})+)(?=`)|(?<![\\`])`+"), "backtick", 190)
        self._patterns.register(_Escape(r"\\([\\`*_{}\[\]()>#+.!|~^=:$%&<\"'/,;?@-])"), "escape", 180)
        self._patterns.register(_Entity(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z0-9]{1,31});"), "entity", 80)
        self._signs = {self._patterns[name]: signs for name, signs in _PATTERN_SIGNS.items()}
        self._inline = InlineProcessor(markdown)
        markdown.treeprocessors.register(self._inline, "inline", 20)  # where the patterns look for it

    def run(self, root: Element, text: str) -> None:
        """Put the elements of each text of a tree in its place. text: that from which the tree was made."""
        # A pattern goes through every text that holds any sign: those that would find nothing stay away
        self._inline.inlinePatterns = [  # type: ignore[assignment]  # a list will do, and is faster
            pattern
            for pattern in self._patterns
            if pattern not in self._signs or any(sign in text for sign in self._signs[pattern])
        ]
        for element in root.iter():
            if element.text and not _INLINE_SIGN.search(element.text):
                element.text = AtomicString(element.text)
        self._inline.run(root)


class _Readers(threading.local):
    """One reader a thread, for the preview answers several requests at a time."""

    def __init__(self) -> None:
        self.reader = _Reader()


_patterns = _Readers()
