"""What a page asks for once a box is touched, and not before: the same files for everybody, whatever is typed.

Their names say nothing, and programs are asked to leave their folder alone.
"""

from ..canonical_json import canonical_json
from ..content.local import FOLDER as PLACES
from ..kept.store import Store
from ..kept.table import table_of
from ..languages import LANGUAGES
from ..places import territories, towns_of
from . import downloads, search
from .cards import Listing

TOWNS = f"{downloads.FOLDER}/lieux.json"
"""The names of towns, for the finder."""

FILE_NAMES = search.FILE_NAMES | {TOWNS.rpartition("/")[2]}
"""Every name that such a file can have, without its folder."""

SOURCE = "Code officiel géographique (INSEE), @etalab/decoupage-administratif, Licence Ouverte 2.0"


def fetched_files(listing: Listing, kept: Store | None = None) -> dict[str, bytes]:
    """The content of each file, by its path below the site. kept: what earlier builds have learnt."""
    files = {}
    if PLACES in listing.library.pages:
        files[TOWNS] = _towns(kept or Store())
    if search.has_search(listing):
        table = table_of(kept, "search")
        for language in LANGUAGES:
            index = search.search_index(listing, language, table)
            files[search.file_of_index(language)] = canonical_json(index).encode()
        if table:
            table.save()
    return files


def _towns(kept: Store) -> bytes:
    """The names of all towns. They are part of the code, so that they change with it alone."""
    made = kept.read("towns")
    if made is None:
        towns = {"source": SOURCE, "towns": {slug: towns_of(slug) for slug in territories()}}
        made = canonical_json(towns).encode()
        kept.write("towns", made)
    return made
