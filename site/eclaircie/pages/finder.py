"""What the page sees on which one finds one's département, and what it asks for once its box is touched."""

from ..canonical_json import Inputs
from ..content.local import FOLDER, Network
from ..content.service_areas import served_communes
from ..languages import Language
from ..places import CORSICA, outline, straddling, territories, towns_of
from . import downloads
from .cards import Listing, folder

FILE = f"{downloads.FOLDER}/lieux.json"
"""What the box knows of places, the same in every language."""

SOURCE = "Code officiel géographique (INSEE), @etalab/decoupage-administratif, Licence Ouverte 2.0"


def finder_inputs(language: Language, listing: Listing) -> Inputs:
    """What the template sees. known: what a copy holds that is opened from files, where nothing can be asked for."""
    return {
        "territories": [
            {
                "code": territory.code,
                "name": territory.name,
                "href": listing.href(language, f"{FOLDER}/{slug}"),
                "label": territory.label,
            }
            for slug, territory in territories().items()
        ],
        "outline": outline(),
        "known": None,
        "known_address": f"{listing.prefix}/{FILE}",
    }


def known_places(listing: Listing) -> Inputs:
    """What `static/js/finder.js` knows beside the names and codes on the page.

    towns: the larger ones of each territory. straddling: all territories of a postcode, or of what it begins with, for which
    its first digits are not enough.
    networks: of each territory, those that say which communes they serve.
    """
    networks = {slug: _networks(slug, listing) for slug in territories()}
    return {
        "source": SOURCE,
        "towns": {slug: towns_of(slug) for slug in territories()},
        "straddling": {**_corsica(), **straddling()},
        "networks": {slug: found for slug, found in networks.items() if found},
    }


def _corsica() -> dict[str, tuple[str, ...]]:
    """The territories of all that begins with 20, by its first digits: the only ones that no name of a territory begins with."""
    starts = ["20", *(f"20{digit}" for digit in range(10))]
    return {start: (CORSICA[start],) if start in CORSICA else ("2a", "2b") for start in starts}


def _networks(slug: str, listing: Listing) -> list[Inputs]:
    """The networks of a territory: of each its folder, its postcodes, and in each language its title and what that is in."""
    found = []
    for document, entry in listing.library.local(slug, Network):
        if postcodes := {code for commune in served_communes(entry, slug) for code in commune.postcodes}:
            words = {language.tag: document.words(language) for language in listing.languages}
            titles = {tag: [told.title, said_in.tag] for tag, (told, said_in) in words.items()}
            found.append({"folder": folder(document.stem), "postcodes": sorted(postcodes), "titles": titles})
    return found
