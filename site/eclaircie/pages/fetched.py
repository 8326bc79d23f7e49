"""What a page asks for once a box is touched, and not before: the same files for everybody, whatever is typed.

Their names say nothing, and programs are asked to leave their folder alone.
"""

from ..canonical_json import canonical_json
from ..content.local import FOLDER as PLACES
from ..content.local import Network
from ..kept.store import Store
from ..kept.table import Table, table_of
from ..places import territories
from . import finder, nearness, search
from .cards import Listing

FILE_NAMES = search.FILE_NAMES | nearness.FILE_NAMES | {finder.FILE.rpartition("/")[2]}
"""Every name that such a file can have, without its folder."""


def fetched_files(listing: Listing, kept: Store | None = None) -> dict[str, bytes]:
    """The content of each file, by its path below the site. kept: what earlier builds have learnt."""
    files = {}
    if PLACES in listing.library.pages:
        files[finder.FILE] = _places(listing, table_of(kept, "places")).encode()
    for slug in nearness.with_counters(listing.library):
        known = nearness.known_communes(slug, listing.library)
        files[nearness.file_of_communes(slug)] = canonical_json(known).encode()
    if search.has_search(listing):
        table = table_of(kept, "search")
        for language in listing.languages:
            index = search.search_index(listing, language, table)
            files[search.file_of_index(language)] = canonical_json(index).encode()
        if table:
            table.save()
    return files


def _places(listing: Listing, table: Table | None) -> str:
    """What the box knows of places: it follows from the code, the languages and the files of the networks."""
    networks = [document for slug in territories() for document, _ in listing.library.local(slug, Network)]
    digests = [[document.path, *(parts.digest for _, parts in document.files())] for document in networks]
    tags = [language.tag for language in listing.languages]
    key = canonical_json([tags, digests]) if all(map(all, digests)) else ""
    known: str | None = table.get(key) if table and key else None
    if known is None:
        known = canonical_json(finder.known_places(listing))
        if table and key:
            table.put(key, known)
            table.save()
    return known
