"""What a page asks for once a box is touched, and not before: the same files for everybody, whatever is typed.

Their names say nothing, and programs are asked to leave their folder alone.
"""

from ..canonical_json import canonical_json
from ..content.local import FOLDER as PLACES
from ..kept.store import Store
from ..kept.table import table_of
from ..languages import LANGUAGES
from . import finder, search
from .cards import Listing

FILE_NAMES = search.FILE_NAMES | {finder.FILE.rpartition("/")[2]}
"""Every name that such a file can have, without its folder."""


def fetched_files(listing: Listing, kept: Store | None = None) -> dict[str, bytes]:
    """The content of each file, by its path below the site. kept: what earlier builds have learnt."""
    files = {}
    if PLACES in listing.library.pages:
        files[finder.FILE] = canonical_json(finder.known_places(listing)).encode()
    if search.has_search(listing):
        table = table_of(kept, "search")
        for language in LANGUAGES:
            index = search.search_index(listing, language, table)
            files[search.file_of_index(language)] = canonical_json(index).encode()
        if table:
            table.save()
    return files
