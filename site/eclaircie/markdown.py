"""Markdown to safe HTML: one renderer, one allow-list.

The checks refuse HTML and foreign links before anything is rendered; here they are neutralised once more,
so that a page stays harmless even where a check has a hole.
"""

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from xml.etree import ElementTree  # builds trees, parses none

import nh3
from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor, Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString

from .content.references import BLOCK_FACTS, Reference
from .typography import french, whole_numbers

_BLOCK_MARK = re.compile(r'<hr class="(\d+)">')
"""Stands for a block until the HTML is clean. No text can make one: in a text there is no HTML, so no class."""

_INLINE_SIGN = re.compile(r"[\\`*_\[\]<&!]|  \n")
"""What each inline pattern of Python-Markdown begins with."""

_PATTERN_SIGNS = {"backtick": "`", "escape": "\\", "link": "[", "entity": "&", "em_strong": "*_"}
"""The signs without which an inline pattern of Python-Markdown finds nothing, by its own names; any of them will do."""

_TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "span", "bdi", "blockquote", "br", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td", "code", "abbr"),
}
_ATTRIBUTES = {
    "a": {"href", "class", "rel", "lang", "dir"},
    "span": {"class", "lang", "dir"},
    "bdi": {"dir", "lang"},
    "h2": {"id"},
    "h3": {"id"},
    "th": {"class", "scope"},
    "td": {"class"},
    "ol": {"start"},
    "hr": {"class"},
    "p": {"class"},
}


_SCHEMES = ("https://", "tel:", "sms:", "mailto:")


@dataclass(frozen=True)
class Link:
    """What a reference becomes in the middle of a sentence. href: None for a fact that is only told."""

    text: str
    href: str | None = None
    css_class: str = ""
    note: str = ""
    lang: str = ""
    direction: str = ""


@dataclass(frozen=True)
class Block:
    """A reference that stands alone and becomes a component of its own."""

    target: str


@dataclass(frozen=True)
class Rendered:
    """parts: HTML and blocks, in order. headings: the id and the text of each subtitle."""

    parts: list[str | Block]
    headings: list[tuple[str, str]]


Resolver = Callable[[Reference], Link]


def render(
    text: str, resolve: Resolver, *, is_french: bool, is_block: Callable[[Reference], bool] = lambda reference: True
) -> Rendered:
    """The parts of a text.

    text: checked Markdown. resolve: says what a link becomes. is_french: whether French typography applies.
    is_block: whether a reference that stands alone can become a block; otherwise it is a link as in a sentence.
    """
    page = _Page(resolve, is_block, french if is_french else whole_numbers)
    html = _converters.converter.convert(text, page)
    return Rendered(list(_parts(_CLEANER.clean(html), page.blocks)), page.headings)


def _safe_attribute(tag: str, name: str, value: str) -> str | None:
    """An address has one of our schemes, or is one of this site: nothing without a scheme leads to another host."""
    # Browsers pass over what is not seen before and within an address.
    # Source: https://url.spec.whatwg.org/#concept-basic-url-parser
    seen = "".join(sign for sign in value if sign > " ").lower()
    is_ours = seen.startswith("/") and not seen.startswith(("//", "/\\"))
    return value if name != "href" or is_ours or seen.startswith(_SCHEMES) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_safe_attribute,
    url_schemes={scheme.partition(":")[0] for scheme in _SCHEMES},
    link_rel=None,
)


def _parts(html: str, blocks: list[Block]) -> Iterator[str | Block]:
    for number, piece in enumerate(_BLOCK_MARK.split(html)):
        if number % 2:
            yield blocks[int(piece)]
        elif piece.strip():
            yield piece


_UNKNOWN_MARKUP = (
    *("html", "image_link", "image_reference", "short_image_ref", "autolink", "automail"),
    *("reference", "short_reference"),
)
"""The inline patterns of Python-Markdown that are left out, by its own names."""


@dataclass
class _Page:
    """The text under way: how it is to be rendered, and what was found in it."""

    resolve: Resolver
    is_block: Callable[[Reference], bool]
    typeset: Callable[[str], str]
    blocks: list[Block] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)


class _Converter:
    """Python-Markdown, set up once for all texts: that takes as long as a page of text."""

    def __init__(self) -> None:
        self._extension = _PageExtension()
        self._markdown = Markdown(extensions=["tables", "sane_lists", self._extension], tab_length=2)
        self._signs = {self._markdown.inlinePatterns[name]: signs for name, signs in _PATTERN_SIGNS.items()}

    def convert(self, text: str, page: _Page) -> str:
        """The HTML of a text; what is found on the way is added to `page`."""
        self._markdown.reset()
        self._extension.tree.page = page
        # A pattern goes through every text that holds any sign: those that would find nothing stay away
        self._extension.inline.inlinePatterns = [  # type: ignore[assignment]  # a list will do, and is faster
            pattern
            for pattern in self._markdown.inlinePatterns
            if pattern not in self._signs or any(sign in text for sign in self._signs[pattern])
        ]
        return self._markdown.convert(text)


class _Converters(threading.local):
    """One converter a thread, for the preview answers several requests at a time."""

    def __init__(self) -> None:
        self.converter = _Converter()


class _PageExtension(Extension):
    """The Markdown of Éclaircie: no HTML, no image, links by reference."""

    inline: InlineProcessor
    tree: "_PageTree"

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Python-Markdown's
        # Each element is looked up here, several times
        md.block_level_elements = frozenset(md.block_level_elements)  # type: ignore[assignment]
        md.preprocessors.deregister("html_block")
        # An address stands in its link, where the checks see it.
        md.parser.blockprocessors.deregister("reference")
        for name in _UNKNOWN_MARKUP:
            md.inlinePatterns.deregister(name)
        # After empty blocks (100), before all others
        md.parser.blockprocessors.register(_PlainParagraph(md.parser), "plain", 95)
        md.treeprocessors.register(_PlainText(md), "plain", 25)
        # These two stand for Python-Markdown's own, under its names
        self.inline = InlineProcessor(md)
        md.treeprocessors.register(self.inline, "inline", 20)
        self.tree = _PageTree(md)
        md.treeprocessors.register(self.tree, "unescape", 0)


class _PlainParagraph(ParagraphProcessor):
    """Takes at once a block of which each line begins with a letter: any other kind of block has a sign or a digit there."""

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return all(line[:1].isalpha() for line in block.split("\n"))


class _PlainText(Treeprocessor):
    """Keeps the inline patterns from going through text that holds none of their signs: most paragraphs hold none."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.text and not _INLINE_SIGN.search(element.text):
                element.text = AtomicString(element.text)


class _PageTree(UnescapeTreeprocessor):
    """Makes the tree ours, then undoes escapes, as the one that it stands for does."""

    page: _Page

    def run(self, root: ElementTree.Element) -> None:
        for paragraph in root.iter("p"):
            self._make_block(paragraph)
        # Before the links in them have their texts
        for heading in root.iter("h2"):
            self._name_heading(heading)
        for link in list(root.iter("a")):
            self._make_link(link)
        for tag in ("th", "td"):
            for cell in root.iter(tag):
                self._align(cell)
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = self._as_written(element.text)
            if element.tail:
                element.tail = self._as_written(element.tail)

    def _as_written(self, text: str) -> str:
        text = self.page.typeset(text)
        return self.unescape(text) if STX in text else text

    def _make_block(self, paragraph: ElementTree.Element) -> None:
        children = list(paragraph)
        if (
            len(children) != 1
            or children[0].tag != "a"
            or (paragraph.text or "").strip()
            or (children[0].tail or "").strip()
        ):
            return
        reference = _reference(children[0])
        makes_block = reference.scheme == "site" or (
            reference.scheme == "fiche" and (not reference.fact or reference.fact in BLOCK_FACTS)
        )
        if makes_block and self.page.is_block(reference):
            paragraph.clear()
            paragraph.tag = "hr"
            paragraph.set("class", str(len(self.page.blocks)))
            # A template compares the name of a block of the site.
            target = f"site:{reference.path}" if reference.scheme == "site" else reference.target
            self.page.blocks.append(Block(target))
        elif reference.scheme == "page":
            paragraph.set("class", "go")

    def _make_link(self, element: ElementTree.Element) -> None:
        link = self.page.resolve(_reference(element))
        for name in list(element.attrib):
            del element.attrib[name]
        if not "".join(element.itertext()).strip():
            element.text = link.text
        if link.href is None:
            element.tag = "span"
        else:
            element.set("href", link.href)
        for name, value in (("class", link.css_class), ("lang", link.lang), ("dir", link.direction)):
            if value:
                element.set(name, value)
        if link.note:
            element.set("rel", "noreferrer")
            note = ElementTree.SubElement(element, "span")
            note.set("class", "note")
            note.text = f" {link.note}"

    def _name_heading(self, element: ElementTree.Element) -> None:
        # Ids say nothing about the content, for they can end up in an address.
        element.set("id", f"p{len(self.page.headings) + 1}")
        text = self._as_shown("".join(element.itertext()))
        self.page.headings.append((element.get("id", ""), self.page.typeset(text)))

    def _as_shown(self, text: str) -> str:
        """A text of the tree, in which Python-Markdown has put signs of its own for escapes and entities."""
        for postprocessor in self.md.postprocessors:
            text = postprocessor.run(text)
        return unescape(self.unescape(text))

    def _align(self, element: ElementTree.Element) -> None:
        style = element.attrib.pop("style", "")
        if "right" in style:
            element.set("class", "end")
        if element.tag == "th":
            element.set("scope", "col")


_converters = _Converters()


def _reference(element: ElementTree.Element) -> Reference:
    return Reference("".join(element.itertext()), element.get("href", ""), 1, alone=False)
