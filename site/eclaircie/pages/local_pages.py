"""What the local pages see: a département, a network, a structure."""

from ..canonical_json import Inputs
from ..content.choices import NEEDS
from ..content.counters import Counter
from ..content.departments import Department, FurtherContacts, Landmark, Places
from ..content.document import Document
from ..content.local import FOLDER, Network, News, Structure
from ..content.models import Helpline
from ..content.service_areas import holds_in
from ..languages import Language
from ..places import territories
from .cards import Listing, iso, lang_attributes, state
from .counters import POLICE, counter_inputs
from .finder import finder_inputs

FILTER_FROM = 6
"""From how many structures on a page it helps to choose among them by need."""

MOST_TOLD = 40
"""Of up to how many contacts, structures, desks and counters, the page of a département tells more than the number and the hours, folded.
With more of them it would weigh too much to come in one go; what is left out stands on the page of each."""


def local_inputs(document: Document, language: Language, listing: Listing) -> Inputs:
    """What the template of a local page sees beside what every page sees; nothing for other pages."""
    entry = document.entry
    if isinstance(entry, Places):
        return finder_inputs(language, listing)
    if isinstance(entry, Department):
        return _department(document, language, listing)
    if isinstance(entry, FurtherContacts):
        slug = document.territory or ""
        counters = counter_inputs(slug, entry.number, language, listing)
        return {"territory": _territory(slug, language, listing), **counters}
    if isinstance(entry, Network | Structure):
        return _member(document, entry, language, listing)
    return {}


def _department(document: Document, language: Language, listing: Listing) -> Inputs:
    slug = document.territory or ""
    library, territory = listing.library, territories()[slug]
    everyone = library.structures(slug)
    structures = [pair for pair in everyone if not isinstance(pair[1], Counter)]
    offered = {need for _, entry in structures for need in entry.offers}
    needs = [need for need in NEEDS.labels if need in offered]
    types = {entry.type for _, entry in everyone}
    if types & POLICE:
        types.add("iscg")  # whom to ask for there is said above the counters
    networks = [listing.listed(network, language) for network, _ in library.local(slug, Network)]
    listed = [listing.listed(structure, language) for structure, _ in structures]
    return {
        "territory": _territory(slug, language, listing),
        "overseas": territory.is_overseas,
        "networks": networks,
        "structures": listed,
        "tells_more": sum(1 + len(entry.desks) for _, entry in everyone) <= MOST_TOLD,
        **_checked([*networks, *listed]),
        "needs": needs if len(structures) >= FILTER_FROM and len(needs) > 1 else [],
        **counter_inputs(slug, 1, language, listing),
        "news": _news(slug, None, language, listing),
        "landmarks": [
            _landmark(landmark, language)
            for landmark, entry in _landmarks(territory.group, listing)
            if not (_is_general(entry) and entry.type in types)
        ],
        "lines": _lines(territory.group, language, listing),
        "beside": [_territory(other, language, listing) for other in territory.beside],
    }


def _member(document: Document, entry: Network | Structure, language: Language, listing: Listing) -> Inputs:
    """A network or a structure: its own département, and those who work with it."""
    slug, library = document.territory or "", listing.library
    listed = listing.listed(document, language)
    inputs = {
        "territory": _territory(slug, language, listing),
        "summary": listed["summary"],
        "contacts": listed["contacts"],
        "area": listed["area"],
        "desks": listed["desks"],
    }
    if isinstance(entry, Network):
        members = [d for d, other in library.local(slug, Structure) if document.stem in other.networks]
        inputs["news"] = _news(slug, document.stem, language, listing)
    else:
        members = [network for network, _ in library.local(slug, Network) if network.stem in entry.networks]
        inputs["landmarks"] = [
            _landmark(landmark, language)
            for landmark, other in _landmarks(territories()[slug].group, listing)
            if _is_general(other) and other.type == entry.type
        ]
    return {**inputs, "members": [listing.listed(member, language) for member in members]}


def _territory(slug: str, language: Language, listing: Listing) -> Inputs:
    territory = territories()[slug]
    href = listing.href(language, f"{FOLDER}/{slug}")
    return {"code": territory.code, "slug": slug, "name": territory.name, "region": territory.region, "href": href}


def _news(slug: str, network: str | None, language: Language, listing: Listing) -> list[Inputs]:
    """What is still to come in a territory, or in one of its networks."""
    found = []
    for document, entry in listing.library.local(slug, News):
        if entry.last_day < listing.today or (network and network not in entry.networks):
            continue
        words, words_language = document.words(language)
        found.append(
            {
                "title": words.title,
                "body": words.body,
                "start": entry.start.isoformat(),
                "end": iso(entry.end),
                "last_day": entry.last_day.isoformat(),
                "place": entry.place,
                "number": entry.number,
                "contacts": listing.contacts(entry.contacts, language),
                **lang_attributes(words_language),
                **state(document, language),
            }
        )
    return sorted(found, key=lambda item: str(item["start"]))


def _checked(items: list[Inputs]) -> Inputs:
    """The first and the last day on which those of a page were checked, or the only one; and when the first of them is old.

    The day of French facts stands beside no words that are behind them.
    """
    days = sorted({item["facts"]["verifie_le"] for item in items if not item["behind"]} - {None})
    reviews = [item["review_day"] for item in items if item["review_day"] and not item["old"]]
    return {"checked": days[:1] + days[1:][-1:], "first_review": min(reviews, default=None)}


def _landmarks(group: str, listing: Listing) -> list[tuple[Document, Landmark]]:
    """How to find each kind of help in a group of territories."""
    landmarks = listing.library.landmarks
    return [pair for pair in landmarks if not pair[1].territories or holds_in(group, pair[1].territories)]


def _is_general(landmark: Landmark) -> bool:
    """Whether it tells how to find one kind of help anywhere, rather than what there is in one place overseas.

    Where a structure of that kind is known, its page tells it: the page of the département leads to whom one can call.
    """
    return not landmark.territories or "metropole" in landmark.territories


def _landmark(document: Document, language: Language) -> Inputs:
    words, words_language = document.words(language)
    shown = {"title": words.title, "body": words.body, **lang_attributes(words_language)}
    return shown | state(document, language)


def _lines(group: str, language: Language, listing: Listing) -> list[Inputs]:
    """The national lines that are known to answer in a group of territories, those of the home page first."""
    home = getattr(listing.library.home.entry, "lines", ())
    fiches = listing.library.fiches
    found = []
    for name in dict.fromkeys([*home, *listing.library.helplines]):
        entry = fiches[name].entry
        if (
            not isinstance(entry, Helpline)
            or not (entry.number or entry.sms)
            or not (name in home or entry.is_emergency)
        ):
            continue
        if holds_in(group, entry.territories):
            found.append(listing.listed(fiches[name], language))
    return found
