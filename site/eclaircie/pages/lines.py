"""The lines of a section, as its page lists them: by what one calls them for."""

from ..canonical_json import Inputs
from ..content.choices import LINE_NEEDS
from ..content.document import Document
from ..content.models import Helpline
from ..languages import Language
from .cards import Listing


def line_groups(children: list[Document], language: Language, listing: Listing) -> list[Inputs]:
    """The lines among some pages, in groups: those in most haste first, and last those of which no file says a need.

    Each group has `need`, a key of `besoin` or None, and `lines`.
    """
    lines = [(child, child.entry) for child in children if isinstance(child.entry, Helpline)]
    groups = []
    for need in (*LINE_NEEDS.labels, None):
        of_need = [listing.listed(document, language) for document, entry in lines if entry.need == need]
        if of_need:
            groups.append({"need": need, "lines": of_need})
    return groups
