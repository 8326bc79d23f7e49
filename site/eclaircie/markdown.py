"""Markdown to safe HTML: one renderer, one allow-list.

The checks refuse HTML and foreign links before anything is rendered; here they are neutralised once more,
so that a page stays harmless even where a check has a hole.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree  # builds trees, parses none

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from .content.references import BLOCK_FACTS, Reference
from .typography import french, whole_numbers

_BLOCK_MARK = re.compile(r'<hr class="(\d+)">')
"""Stands for a block until the HTML is clean. No text can make one: in a text there is no HTML, so no class."""

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


def render(text: str, resolve: Resolver, *, is_french: bool, blocks: bool = True) -> Rendered:
    """The parts of a text.

    text: checked Markdown. resolve: says what a link becomes. is_french: whether French typography applies.
    blocks: whether a reference that stands alone becomes a block.
    """
    page = _PageExtension(resolve, is_french, makes_blocks=blocks)
    html = Markdown(extensions=["tables", "sane_lists", page], tab_length=2).convert(text)
    return Rendered(list(_parts(_clean(html), page.blocks)), page.headings)


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_safe_attribute,
        url_schemes={"https", "tel", "sms", "mailto"},
        link_rel=None,
    )


def _safe_attribute(tag: str, name: str, value: str) -> str | None:
    """No address without its scheme may lead to another host (`//host`)."""
    return None if name == "href" and value.lstrip().startswith(("//", "\\", "/\\")) else value


def _parts(html: str, blocks: list[Block]) -> Iterator[str | Block]:
    for number, piece in enumerate(_BLOCK_MARK.split(html)):
        if number % 2:
            yield blocks[int(piece)]
        elif piece.strip():
            yield piece


class _PageExtension(Extension):
    """The Markdown of Éclaircie: no HTML, no image, links by reference."""

    def __init__(self, resolve: Resolver, is_french: bool, *, makes_blocks: bool) -> None:
        super().__init__()
        self.makes_blocks = makes_blocks
        self.resolve = resolve
        self.typeset = french if is_french else whole_numbers
        self.blocks: list[Block] = []
        self.headings: list[tuple[str, str]] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Python-Markdown's
        md.preprocessors.deregister("html_block")
        for name in ("html", "image_link", "image_reference", "short_image_ref", "autolink", "automail"):
            md.inlinePatterns.deregister(name)
        # After the inline patterns (20), before escapes are undone (0)
        md.treeprocessors.register(_PageTree(md, self), "page", 5)


class _PageTree(Treeprocessor):
    def __init__(self, md: Markdown, page: _PageExtension) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: ElementTree.Element) -> None:
        for paragraph in root.iter("p") if self.page.makes_blocks else ():
            self._make_block(paragraph)
        for element in list(root.iter()):
            if element.tag == "a":
                self._make_link(element)
            elif element.tag in ("h2", "h3"):
                self._name_heading(element)
            elif element.tag in ("th", "td"):
                self._align(element)
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = self.page.typeset(element.text)
            element.tail = self.page.typeset(element.tail) if element.tail else element.tail

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
        if reference.scheme == "site" or (
            reference.scheme == "fiche" and (not reference.fact or reference.fact in BLOCK_FACTS)
        ):
            paragraph.clear()
            paragraph.tag = "hr"
            paragraph.set("class", str(len(self.page.blocks)))
            self.page.blocks.append(Block(reference.target))
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
        if element.tag == "h2":
            element.set("id", f"p{len(self.page.headings) + 1}")
            text = "".join(element.itertext())
            self.page.headings.append((element.get("id", ""), self.page.typeset(text)))

    def _align(self, element: ElementTree.Element) -> None:
        style = element.attrib.pop("style", "")
        if "right" in style:
            element.set("class", "end")
        if element.tag == "th":
            element.set("scope", "col")


def _reference(element: ElementTree.Element) -> Reference:
    return Reference("".join(element.itertext()), element.get("href", ""), 1, alone=False)
