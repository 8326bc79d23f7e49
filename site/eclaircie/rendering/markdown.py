"""Markdown to safe HTML: one renderer, one allow-list.

It shows the tree that the checks have read. They refuse HTML and foreign links before anything is rendered; here both are neutralised once more,
so that a page stays harmless even where a check has a hole.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement  # builds trees, parses none

import nh3
from markupsafe import Markup

from ..content.choices import PICTOGRAMS
from ..content.references import CHOICES_BLOCK, Reference
from ..content.tree import parse, sole_link, typed
from .typography import french, whole_numbers

_BLOCK_MARK = re.compile(r'<hr class="(\d+)">')
"""Stands for a block until the HTML is clean. No text can make one: in a text there is no HTML, so no class."""
_DRAWING_MARK = re.compile(r'<br class="(\w+)">')
"""Stands for a drawing, in the same way: the cleaner lets none through."""

_TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "span", "bdi", "blockquote", "br", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td", "code", "abbr", "details", "summary"),
}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href", "class", "rel", "lang", "dir", "translate"},
    "span": {"class", "lang", "dir", "translate"},
    "bdi": {"dir", "lang"},
    "h2": {"id"},
    "h3": {"id"},
    "th": {"class", "scope"},
    "td": {"class"},
    "ol": {"start"},
    "hr": {"class"},
    "br": {"class"},
    "ul": {"class"},
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
Draw = Callable[[str], str]
"""Gives the HTML of a drawing by its name, one of `PICTOGRAMS`."""


def render(
    text: str,
    resolve: Resolver,
    *,
    is_french: bool,
    is_block: Callable[[Reference], bool] = lambda reference: True,
    draw: Draw = lambda name: "",
) -> Rendered:
    """The parts of a text.

    text: checked Markdown. resolve: says what a link becomes. is_french: whether French typography applies.
    is_block: whether a reference that stands alone can become a block; otherwise it is a link as in a sentence.
    draw: makes the drawings that the text asks for.
    """
    page = _Page(resolve, is_block, french if is_french else whole_numbers)
    root = deepcopy(parse(text).root)
    page.dress(root)
    html = sanitise("".join(_html_within(root)).strip())
    drawn = _DRAWING_MARK.sub(lambda mark: draw(mark[1]), html)
    return Rendered(list(_parts(drawn, page.blocks)), page.headings)


_PIECE = re.compile(r"<(?:p|h[2-4]|[uo]l|blockquote|table)(?=[ >])")


def spoken(html: str, tag: str, direction: str, around: str) -> Markup:
    """The HTML of a part, whose pieces say in which language and direction they are, where the page has another one.

    html: as `render` or a component makes it: clean, and no attribute of a language on these pieces. around: the tag of the page.
    """
    # A plain text: Markup would escape what it is joined with
    marked = html if tag == around else _PIECE.sub(rf'\g<0> lang="{tag}" dir="{direction}"', str(html))
    return Markup(marked)  # noqa: S704  # cleaned by `render`


def _safe_attribute(tag: str, name: str, value: str) -> str | None:
    """An address has one of our schemes, or is one of this site: nothing without a scheme leads to another host.

    And nothing asks to be translated: what may not be says so.
    """
    if name == "translate":
        return value if value == "no" else None
    # Browsers pass over what is not seen before and within an address.
    # Source: https://url.spec.whatwg.org/#concept-basic-url-parser
    seen = "".join(sign for sign in value if sign > " ").lower()
    is_ours = seen.startswith("/") and not seen.startswith(("//", "/\\"))
    return value if name != "href" or is_ours or seen.startswith(_SCHEMES) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    tag_attribute_values={"a": {"target": {"_top"}}},
    attribute_filter=_safe_attribute,
    url_schemes={scheme.partition(":")[0] for scheme in _SCHEMES},
    link_rel=None,
)


def sanitise(html: str) -> str:
    """What may remain of any HTML: the tags, the attributes and the addresses of the lists above."""
    return _CLEANER.clean(html)


def _parts(html: str, blocks: list[Block]) -> Iterator[str | Block]:
    for number, piece in enumerate(_BLOCK_MARK.split(html)):
        if number % 2:
            yield blocks[int(piece)]
        elif piece.strip():
            # In a box of its own, so that a table too wide for the window widens no page; the keyboard scrolls it too.
            yield piece.replace("<table", '<div class="scroll" tabindex="0"><table').replace(
                "</table>", "</table></div>"
            )


@dataclass
class _Page:
    """The text under way: how it is to be rendered, and what was found in it."""

    resolve: Resolver
    is_block: Callable[[Reference], bool]
    typeset: Callable[[str], str]
    blocks: list[Block] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)

    def dress(self, root: Element) -> None:
        """Make the tree of a text that of its page."""
        for mark, listed in pairwise(list(root)):
            self._make_choices(root, mark, listed)
        for paragraph in root.iter("p"):
            self._make_block(paragraph)
        # Before the links in them have their texts
        for heading in root.iter("h2"):
            self._name_heading(heading)
        for link in list(root.iter("a")):
            self._make_link(link)
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = typed(self.typeset(element.text))
            if element.tail:
                element.tail = typed(self.typeset(element.tail))

    def _make_choices(self, root: Element, mark: Element, listed: Element) -> None:
        """Fold each item of a list that has a list within, where a block before it asks for choices."""
        link = sole_link(mark)
        if link is None or listed.tag != "ul":
            return
        reference = _reference(link)
        if (reference.scheme, reference.path) == ("site", CHOICES_BLOCK) and self.is_block(reference):
            root.remove(mark)
            listed.set("class", "choices")
            for item in list(listed.iter("li")):
                _fold(item)

    def _make_block(self, paragraph: Element) -> None:
        link = sole_link(paragraph)
        if link is None:
            return
        reference = _reference(link)
        if reference.makes_block and self.is_block(reference):
            paragraph.clear()
            paragraph.tag = "hr"
            paragraph.set("class", str(len(self.blocks)))
            # A template compares the name of a block of the site.
            target = f"site:{reference.path}" if reference.scheme == "site" else reference.target
            self.blocks.append(Block(target))
        elif reference.scheme == "page":
            paragraph.set("class", "go")

    def _make_link(self, element: Element) -> None:
        reference = _reference(element)
        if reference.scheme == "dessin" and reference.path in PICTOGRAMS.labels:
            tail = element.tail
            element.clear()
            element.tag, element.tail = "br", tail
            element.set("class", reference.path)
            return
        link = self.resolve(reference)
        for name in list(element.attrib):
            del element.attrib[name]
        if not "".join(element.itertext()).strip():
            element.text = link.text
        if link.href is None:
            element.tag = "span"
        else:
            element.set("href", link.href)
        words = "".join(element.itertext())
        # Digits, and an e-mail address, stay as they are where a browser translates the page
        is_address = (link.href or "").startswith("mailto:") and words == link.text
        if is_address or not any(sign.isalpha() for sign in words):
            element.set("translate", "no")
        for name, value in (("class", link.css_class), ("lang", link.lang), ("dir", link.direction)):
            if value:
                element.set(name, value)
        if link.note:
            element.set("rel", "noreferrer")
            # In a frame of another site it takes the window: most sites refuse to be shown in one
            element.set("target", "_top")
            note = SubElement(element, "span")
            note.set("class", "note")
            note.text = f" {link.note}"

    def _name_heading(self, element: Element) -> None:
        # Ids say nothing about the content, for they can end up in an address.
        element.set("id", f"p{len(self.headings) + 1}")
        self.headings.append((element.get("id", ""), self.typeset(typed("".join(element.itertext())))))


def _fold(item: Element) -> None:
    """Put an item that has a list within into a part that opens: its words are what one touches."""
    if len(item) and item[0].tag == "p":  # of a list with empty lines
        item.text, item[:1] = item[0].text, list(item[0])
    within = item.find("ul")
    if within is None:
        return
    folded = Element("details")
    words = SubElement(folded, "summary")
    words.text = item.text
    words.extend(child for child in item if child is not within)
    folded.append(within)
    item.clear()
    item.append(folded)


_BLOCK_TAGS = frozenset(
    {*("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr"), "table", "thead", "tbody"}
    | {"tr", "th", "td", "details", "summary"}
)
_EMPTY_TAGS = frozenset({"br", "hr"})


def _html_within(element: Element) -> Iterator[str]:
    """The HTML of what stands within an element, each block on a line of its own."""
    if element.text:
        yield escape(element.text, quote=False)
    elif len(element) and element[0].tag in _BLOCK_TAGS and element.tag in _BLOCK_TAGS:
        yield "\n"
    for child in element:
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in sorted(child.attrib.items()))
        yield f"<{child.tag}{attributes}>"
        if child.tag not in _EMPTY_TAGS:
            yield from _html_within(child)
            yield f"</{child.tag}>"
        # Nothing stands between a block of the site and what follows it.
        if child.tag == "br" or (child.tag in _BLOCK_TAGS and not (child.tag == "hr" and attributes)):
            yield "\n"
        if child.tail:
            yield escape(child.tail, quote=False)


def _reference(element: Element) -> Reference:
    return Reference(typed("".join(element.itertext())), typed(element.get("href", "")), 1, alone=False)
