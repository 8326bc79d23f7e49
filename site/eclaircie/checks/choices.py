"""The rules of choices that are touched: each is understood without reading, and none is a dead end.

Whoever cannot read, or has no time to, finds the page or the number by three touches.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element  # builds trees, parses none

from ..content.parts import Parts
from ..content.references import CHOICES_BLOCK
from ..content.tree import Tree, parse, sole_link, typed
from ..messages.faults import Faults

TOUCHES = 3
"""How many there are at most until one has arrived."""


class Choice(NamedTuple):
    """An item of a list of choices. touch: which touch it is, from 1. words: without those of the choices within.

    drawings, targets: those of its own, in order. first: whether it begins with a drawing.
    within: the choices that it opens.
    """

    line: int
    touch: int
    words: str
    first: bool
    drawings: list[str]
    targets: list[str]
    within: list["Choice"]


def check(file: Path, parts: Parts, faults: Faults) -> None:
    """Add the faults of the choices of one file."""
    if f"site:{CHOICES_BLOCK}" not in parts.body.lower():
        return
    first, tree = parts.body_line - 1, parse(parts.body)
    for mark, below in pairwise([*tree.root, Element("end")]):
        if _asks_for_choices(mark):
            if below.tag == "ul":
                for choice in _choices(below, tree, 1):
                    _check_choice(choice, file, first, faults)
            else:
                faults.add("no_choices", file, first + tree.lines[mark])


def choices(text: str) -> list[Choice]:
    """The choices of a text, all lists of them together."""
    tree = parse(text)
    lists = [below for mark, below in pairwise(tree.root) if _asks_for_choices(mark) and below.tag == "ul"]
    return [choice for listed in lists for choice in _choices(listed, tree, 1)]


def _asks_for_choices(paragraph: Element) -> bool:
    link = sole_link(paragraph)
    scheme, _, path = typed(link.get("href", "")).partition(":") if link is not None else ("", "", "")
    return scheme.lower() == "site" and path.strip("/") == CHOICES_BLOCK


def _choices(listed: Element, tree: Tree, touch: int) -> Iterator[Choice]:
    for item in listed.findall("li"):
        # Between empty lines the words are a paragraph
        held = item[0] if len(item) and item[0].tag == "p" else item
        own = [child for child in held if child.tag != "ul"]
        links = [each for child in own for each in child.iter("a")]
        targets = [typed(link.get("href", "")) for link in links]
        drawings = [target for target in targets if target.startswith("dessin:")]
        begins = bool(own) and not (held.text or "").strip() and own[0].get("href", "").startswith("dessin:")
        words = (held.text or "") + "".join("".join(child.itertext()) + (child.tail or "") for child in own)
        within = [choice for each in item.findall("ul") for choice in _choices(each, tree, touch + 1)]
        others = [target for target in targets if target not in drawings]
        yield Choice(tree.lines.get(item, 1), touch, typed(words).strip(), begins, drawings, others, within)


def _check_choice(choice: Choice, file: Path, first: int, faults: Faults) -> None:
    line, value = first + choice.line, choice.words[:40]
    # A number has words of its own
    if not choice.first or not (choice.words or choice.targets):
        faults.add("choice_drawing", file, line, value=value)
    if choice.within and choice.targets:
        faults.add("choice_twice", file, line, value=value)
    elif not choice.within and not choice.targets:
        faults.add("choice_end", file, line, value=value)
    if choice.within and choice.touch == TOUCHES:
        faults.add("choice_late", file, line, value=value)
        return
    for each in choice.within:
        _check_choice(each, file, first, faults)
