"""What no file may tell: where a shelter is, how many it takes in, who works where. Each rule reads one document."""

import re
from collections.abc import Iterator
from pathlib import Path

from ...content import local
from ...content.departments import Landmark
from ...content.document import Document
from ...content.facts import declared
from ...content.local import FOLDER, Local, News, Structure
from ...content.readable import Readable, in_header, readables
from ...content.tree import passages
from ...messages.faults import Faults
from ...places import territories
from ..site_facts import SiteFacts
from . import nearness, people, sizes, towns, where
from .nearness import Place
from .text import flat, sentences, shown
from .vocabulary import mentions, parts_in, speaks_of

FIELDS_OF_A_PLACE = tuple(key for key, each in declared(Structure).items() if each.fact.shelters == "refused")
"""What a shelter may not have: each of them leads to its door, or nobody has said yet that it does not."""
_OF_A_PAGE = ("titre", "onglet", "resume")
_NAMES = ("titre", "nom")
_PLACES = ("adresse", "lieu")
_FIRST_WORDS = 3
"""Within how many words of a name « foyer » says what is named."""
_OVERSEAS = "outre_mer"


def is_shelter(entry: object) -> bool:
    """Whether one sleeps there, whatever its type: all that is said of shelters holds for it."""
    return isinstance(entry, Structure) and local.is_shelter(entry.type, entry.offers)


def check(document: Document, facts: SiteFacts, faults: Faults) -> None:
    """Add what a document tells that none may tell."""
    texts = list(readables(document))
    # Most files name nobody and speak of no shelter: one look at a whole file spares a look at each text.
    whole = "\n".join(told.text for told in texts)
    _check_people(document, texts, people.signs_in(whole), faults)
    if is_shelter(document.entry):
        _check_shelter(document, texts, facts, faults)
        return
    _check_addresses(document, faults)
    names = facts.shelters(document.territory or "")
    if parts_in(whole) or _names_one(whole, names):
        _check_mentions(document, texts, names, faults)


# Who works there


def _check_people(document: Document, texts: list[Readable], signs: frozenset[str], faults: Faults) -> None:
    """No name, mobile or e-mail address of a person, wherever it is written."""
    for told in texts:
        is_citation = told.key == "sources" and not document.territory
        may_name = signs and any(sign in flat(told.text) for sign in signs)
        if may_name and (person := people.person_in(told.text, is_citation)):
            faults.add("person", told.file, told.line, value=person)
        if "@" in told.text and (email := people.personal_email_in(told.text)):
            faults.add("personal_email", told.file, told.line, value=email)
    # In words that are translated no number may be written at all.
    for told in (told for told in texts if told.keys and told.key not in _OF_A_PAGE):
        if mobile := people.mobile_in(told.text):
            faults.add("mobile", told.file, told.line, value=mobile)


# A shelter's own file


def _check_shelter(document: Document, texts: list[Readable], facts: SiteFacts, faults: Faults) -> None:
    """No field, no word, no address may lead to a shelter's door: not even its town or its size."""
    entry, place = document.entry, _place(document)
    for key in FIELDS_OF_A_PLACE:
        if key in document.parts.data:
            faults.add("shelter_field", document.file, document.parts.line(key), key=key)
    contacts = entry.contacts if isinstance(entry, Structure) else ()
    if not contacts:
        faults.add("shelter_contact", document.file, 1, value="")
    if town := towns.find_in_address(document.stem, document.territory):
        faults.add("shelter_told", document.file, 1, value=town)
    for told in (told for told in texts if told.key not in FIELDS_OF_A_PLACE):
        found = where.street_in(told.text) or sizes.size_in(told.text) or where.way_in(told.text)
        if found := found or where.surroundings_in(told.text) or nearness.town_in(told.text, place):
            faults.add("shelter_told", told.file, told.line, value=found)
    for file, line, target in _links(document):
        scheme, _, path = target.partition(":")
        name = path.partition("/")[0]
        if scheme == "https":
            faults.add("shelter_told", file, line, value=target[:60])
        elif scheme == "fiche" and name not in contacts and facts.is_local(name):
            faults.add("shelter_link", file, line, value=name)


def _links(document: Document) -> Iterator[tuple[Path, int, str]]:
    """The file, the line of the passage, and the target of each link of the texts of a document."""
    for file, parts in document.files():
        for passage in passages(parts.body) if "](" in parts.body else ():
            for link in passage.links:
                yield file, parts.body_line + passage.line - 1, link.target


# Other files that speak of a shelter


def _check_mentions(document: Document, texts: list[Readable], names: tuple[str, ...], faults: Faults) -> None:
    """Other files may speak of shelters, but not of where they are or how many they take in."""
    place = _place(document)
    is_about_one = isinstance(document.entry, Local | News | Landmark) and any(
        speaks_of(told.text, ["house"]) for told in texts if told.key in _NAMES
    )
    is_told_of_one = is_about_one or any(speaks_of(told.text, ["house"]) for told in texts if told.key == "resume")
    _check_fields(document, is_told_of_one, faults)
    maps = {(file, line): on_map for file, line, target in _links(document) if (on_map := where.on_map(target))}
    for told in (told for told in texts if not told.keys or told.keys[-1] not in _PLACES):
        is_named = _names_one(told.text, names)
        is_below = is_about_one or (told.above != "" and speaks_of(told.above, ["house"]))
        if not (is_named or is_below or mentions(told.text)):
            continue
        is_meant = is_named or is_below or speaks_of(told.text, ["house"])
        found = _place_or_size(told, is_meant, document.path.startswith(f"{FOLDER}/"))
        found = found or (maps.get((told.file, told.line)) if is_meant else None)
        town = nearness.town_in(told.text, place) if is_named else None
        if found := found or town or nearness.town_beside_shelter(told.text, place, is_below):
            faults.add("shelter_told", told.file, told.line, value=found)


def _place_or_size(told: Readable, is_meant: bool, is_local: bool) -> str | None:
    """What a text tells of a shelter that none may tell, but for its town. is_meant: whether the house itself is."""
    # A page for the whole country may explain how many flats one may refuse while in emergency housing.
    if (is_meant or is_local) and (found := where.street_in(told.text) or sizes.size_in(told.text)):
        return found
    return where.surroundings_in(told.text) if is_meant else _surroundings_beside(told.text)


def _surroundings_beside(text: str) -> str | None:
    """What stands near a door, in a sentence that speaks of a shelter."""
    for words in sentences(text):
        sentence = shown(text, words, 0, len(words))
        if mentions(sentence) and (found := where.surroundings_in(sentence)):
            return found
    return None


def _check_fields(document: Document, is_told_of_one: bool, faults: Faults) -> None:
    """A house that was given another type, or an event in it, has no address."""
    data, parts = document.parts.data, document.parts
    for told in in_header(document.file, parts):
        if told.keys[-1] in _PLACES and (is_told_of_one or speaks_of(told.text, ["house"])):
            faults.add("shelter_told", told.file, told.line, value=told.text)
    if isinstance(document.entry, Structure) and any(_is_name_of_a_house(data.get(key) or "") for key in _NAMES):
        for key in (key for key in FIELDS_OF_A_PLACE if key in data and key != "adresse"):
            faults.add("shelter_field", document.file, parts.line(key), key=key)


def _is_name_of_a_house(name: str) -> bool:
    """« Le foyer Les Lilas », « Centre d'hébergement du Pont »; not « Qui aide à entrer dans un foyer »."""
    found = next((mention for mention in mentions(name) if mention.kind == "house"), None)
    return found is not None and len(flat(name)[: found.start].split()) < _FIRST_WORDS


def _check_addresses(document: Document, faults: Faults) -> None:
    """Neither the name of a file, nor a web or e-mail address, tells the town of a house."""
    steps = document.path.split("/")
    path = " ".join(steps[2:] if document.territory else steps).replace("-", " ")
    addresses = [(1, path)]
    addresses += [
        (document.parts.line(key), re.sub(r"[\W_]+", " ", value))
        for key in ("site", "courriel", "messagerie")
        if isinstance(value := document.parts.data.get(key), str)
    ]
    for line, words in addresses:
        if speaks_of(words, ["house"]) and (town := towns.find_in_address(words, document.territory)):
            faults.add("shelter_told", document.file, line, value=town)


def _names_one(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text holds one of some proper names, as words of their own."""
    read = flat(text)
    return any(re.search(rf"(?<!\w){re.escape(flat(name))}(?!\w)", read) for name in names)


def _place(document: Document) -> Place:
    """Where a document stands: a landmark is written of the territories that it names."""
    groups = document.entry.territories if isinstance(document.entry, Landmark) else ()
    slugs = (slug for slug, t in territories().items() if t.group in groups or (_OVERSEAS in groups and t.is_overseas))
    return Place(document.territory, frozenset(slugs))
