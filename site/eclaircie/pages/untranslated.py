"""What a page in another language than the reader's leads to: the nearest one in theirs."""

from ..canonical_json import Inputs
from ..content.document import Document
from ..languages import Language
from .cards import Listing


def nearest_translated(document: Document, language: Language, listing: Listing) -> Inputs | None:
    """The first page above one that is in the reader's language, as lists show it; None where the page itself is in it,
    or nothing above it."""
    library = listing.library
    if document.words(language)[1] is language:
        return None
    while document.path:
        document = library.documents.get(document.section, library.home)
        if document.is_page and document.words(language)[1] is language:
            return listing.listed(document, language)
    return None
