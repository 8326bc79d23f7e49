"""The rule of the blocks by which one marks lists: without a list, or without the words of the answer, they would show nothing.

`liste` is for the lists that follow it, the others for those that stand before; `rendering/templates/components/marks.html`.
"""

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element  # builds trees, parses none

from ..content.document import Document
from ..content.references import MARKED_BLOCKS
from ..content.tree import parse, sole_link
from ..messages.faults import Faults
from .site_facts import SiteFacts

_HEADINGS = frozenset({"h2", "h3", "h4"})


def check(document: Document, facts: SiteFacts, faults: Faults) -> None:
    """Add the faults of the blocks of a document and of the lists that are theirs, in every language."""
    for file, parts in document.files():
        if "](site:" in parts.body.replace(" ", ""):
            _check_body(file, parts.body, parts.body_line - 1, faults)


def _check_body(file: Path, body: str, first: int, faults: Faults) -> None:
    tree = parse(body)
    parts = list(tree.root)
    names = [_name(part) for part in parts]
    places = [number for number, name in enumerate(names) if name]
    taken = 0
    for here, after in zip(places, [*places, len(parts)][1:], strict=True):
        name, line = names[here], first + tree.lines[parts[here]]
        theirs = range(here + 1, after) if name == "liste" else range(taken, here)
        taken = theirs.stop
        lists = [number for number in theirs if parts[number].tag == "ul"]
        if not lists:
            faults.add("no_list_after" if name == "liste" else "no_list_before", file, line, value=f"site:{name}")
        elif name != "liste" and not _has_words(parts, here):
            faults.add("no_words_after_block", file, line, value=f"site:{name}")
        if name == "reperes":
            for number in lists:
                if not _has_words(parts, number):
                    faults.add("no_words_after_list", file, first + tree.lines[parts[number]], value=f"site:{name}")


def _name(part: Element) -> str:
    """The name of the block that stands in a part of a text, if it is one of these."""
    link = sole_link(part)
    scheme, _colon, path = link.get("href", "").partition(":") if link is not None else ("", "", "")
    name = path.strip("/")
    return name if scheme.lower() == "site" and name in MARKED_BLOCKS else ""


def _has_words(parts: Sequence[Element], here: int) -> bool:
    """Whether a paragraph stands behind a part, before the next heading, list or block."""
    for part in parts[here + 1 :]:
        if part.tag in _HEADINGS or part.tag == "ul" or _name(part):
            return False
        if part.tag == "p" and sole_link(part) is None:
            return True
    return False
