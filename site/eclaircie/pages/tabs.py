"""The title that a tab and the history show for the page of a place: what it is, in neutral words, and where."""

from ..canonical_json import Inputs
from ..checks.discretion import revealing_in_any
from ..content.departments import FURTHER, Department, FurtherContacts
from ..content.document import Document
from ..content.library import Library
from ..content.local import SUPPORT_GROUP, Network, Structure, is_shelter
from ..content.privacy import parts_of_address
from ..places import territories
from .cards import area

NETWORK = "reseau"
"""The kind of a network, among those of `choices.TAB_KINDS`; that of a structure is its type."""


def local_tab(document: Document, library: Library) -> Inputs | None:
    """The title of a local page without words of its own for it, or None for other pages.

    Has `kind`, a key of `choices.TAB_KINDS` or None, `place`, and `number`: of those that are alike in a département, the
    first has none, and the others count from 2, for no two pages have the same title.
    """
    entry, slug = document.entry, document.territory or ""
    if isinstance(entry, Department):
        return {"kind": None, "place": _with_code(slug), "number": 0}
    if isinstance(entry, FurtherContacts):
        return {
            "kind": FURTHER,
            "place": territories()[slug].name,
            "number": entry.number - 1 if entry.number > 2 else 0,
        }
    if not isinstance(entry, Network | Structure):
        return None
    own = _kind_and_place(entry, slug)
    others: list[tuple[Document, Network | Structure]] = [
        *library.local(slug, Network),
        *library.local(slug, Structure),
    ]
    alike = sorted(other.path for other, its in others if other.is_page and _kind_and_place(its, slug) == own)
    number = alike.index(document.path) + 1 if document.path in alike else 1
    return {"kind": own[0], "place": own[1], "number": number if number > 1 else 0}


def _with_code(slug: str) -> str:
    """The name of a département and its number, except for one of those that everybody knows from the telephone."""
    territory = territories()[slug]
    named = f"{territory.name} ({territory.code})"
    return territory.name if revealing_in_any(named) else named


def _kind_and_place(entry: Network | Structure, slug: str) -> tuple[str, str]:
    """What it is, and its town, or the first part of the département that it serves; of what stays hidden, neither."""
    if isinstance(entry, Network):
        return NETWORK, next(iter(area(entry, slug)), territories()[slug].name)
    if is_shelter(entry.type, entry.offers) or entry.type == SUPPORT_GROUP:
        return entry.type, territories()[slug].name
    parts = parts_of_address(entry.street_address) if entry.street_address else None
    return entry.type, parts.town if parts else next(iter(area(entry, slug)), territories()[slug].name)
