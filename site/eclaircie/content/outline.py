"""The outline of a text: what must be the same in every language, whatever the words are."""

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from .references import Reference, references
from .tree import parse, passages, sole_link


@dataclass
class Section:
    """What stands below one heading, or before the first.

    level: 2 to 4 as in `##` to `####`; 0 before the first. heading, line: its words, and its line from 1 within the text.
    links: how often each link stands there, by target and whether it is a block of its own, such as a card.
    places: the line of the last link to each target.
    tables: rows and columns of each. lists: the items of each. paragraphs: how many, besides links that stand alone.
    """

    level: int = 0
    heading: str = ""
    line: int = 1
    links: Counter[tuple[str, bool]] = field(default_factory=Counter)
    places: dict[str, int] = field(default_factory=dict)
    tables: list[tuple[int, int]] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    paragraphs: int = 0


@lru_cache(maxsize=4096)  # the preview reads everything again after each change
def outline(text: str) -> tuple[Section, ...]:
    """The sections of a Markdown text, in order, at least one. To be read only."""
    tree = parse(text)
    words = {passage.line: passage.text for passage in passages(text) if passage.tag in ("h2", "h3", "h4")}
    sections = [Section(line=min(tree.lines.values(), default=1))]
    for element in tree.root.iter():
        here = sections[-1]
        if element.tag in ("h2", "h3", "h4"):
            line = tree.lines[element]
            sections.append(Section(int(element.tag[1]), " ".join(words.get(line, "").split()), line))
        elif element.tag == "table":
            rows = list(element.iter("tr"))
            here.tables.append((len(rows), max(map(len, rows), default=0)))
        elif element.tag in ("ol", "ul"):
            here.lists.append(len(element))
        elif element.tag == "p" and sole_link(element) is None:
            here.paragraphs += 1
    for reference in references(text):
        target = _target(reference)
        section = next(section for section in reversed(sections) if section.line <= reference.line)
        section.links[target, reference.alone and reference.makes_block] += 1
        section.places[target] = reference.line
    return tuple(sections)


def _target(reference: Reference) -> str:
    """What a link leads to, however it is spelled."""
    known = reference.scheme in ("page", "fiche", "site", "dessin")
    return f"{reference.scheme}:{reference.path}" if known else reference.target
