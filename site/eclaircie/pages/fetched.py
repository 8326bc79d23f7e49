"""What a page asks for once a box is touched, and not before: the same files for everybody, whatever is typed.

Their names say nothing, and programs are asked to leave their folder alone.
"""

from ..canonical_json import canonical_json
from ..content.local import FOLDER as PLACES
from ..languages import LANGUAGES
from ..places import territories, towns_of
from . import downloads, search
from .cards import Listing

TOWNS = f"{downloads.FOLDER}/lieux.json"
"""The names of towns, for the finder."""

FILE_NAMES = search.FILE_NAMES | {TOWNS.rpartition("/")[2]}
"""Every name that such a file can have, without its folder."""

SOURCE = "Code officiel géographique (INSEE), @etalab/decoupage-administratif, Licence Ouverte 2.0"


def fetched_files(listing: Listing) -> dict[str, bytes]:
    """The content of each file, by its path below the site."""
    files = {}
    if PLACES in listing.library.pages:
        towns = {"source": SOURCE, "towns": {slug: towns_of(slug) for slug in territories()}}
        files[TOWNS] = canonical_json(towns).encode()
    if search.has_search(listing):
        for language in LANGUAGES:
            files[search.file_of_index(language)] = canonical_json(search.search_index(listing, language)).encode()
    return files
