"""The files for professionals: their names, and what a page sees of them."""

from ..canonical_json import Inputs
from ..content.local import FOLDER as PLACES
from ..places import territories
from .cards import Listing

FOLDER = "donnees"
"""The folder of these files below the site."""

BLOCK = "donnees"
"""The block of a text that lists these files."""

SERVICES = f"{FOLDER}/hsds.json"
"""The file of all who help, in the format of Open Referral."""

INCLUSION = (f"{FOLDER}/structures.json", f"{FOLDER}/services.json")
"""The files of the structures that somebody here wrote of, in the schema of data·inclusion."""

FILE_NAMES = frozenset({"hsds.json", "structures.json", "services.json", *(f"{slug}.csv" for slug in territories())})
"""Every name that such a file can have, without its folder."""


def table(slug: str) -> str:
    """The path of the table of a territory. It is named by its number, which says nothing in a list of downloads."""
    return f"{FOLDER}/{slug}.csv"


def tables(listing: Listing) -> list[str]:
    """The slugs of the territories that have a page, and so a table, in official order."""
    return [slug for slug in territories() if f"{PLACES}/{slug}" in listing.library.pages]


def downloads(listing: Listing) -> Inputs:
    """What the block that lists the files sees: the address and the name of each."""
    return {
        "services": _download(listing, SERVICES),
        "inclusion": [_download(listing, path) for path in INCLUSION],
        "tables": [
            {**_download(listing, table(slug)), "territory": territories()[slug].name} for slug in tables(listing)
        ],
    }


def _download(listing: Listing, path: str) -> Inputs:
    return {"href": f"{listing.prefix}/{path}", "file": path.rpartition("/")[2]}
