"""The rules of local files: where they lie, what they name, and what may never be told of a shelter."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ..places import communes, intercommunalities, territories
from . import telling
from .entry import Entry
from .faults import Faults
from .frontmatter import Keys, Parts
from .hints import nearest
from .library import Document, Library
from .local import FOLDER, SHELTER, SUPPORT_GROUP, Department, Desk, Landmark, Local, Network, News, Places, Structure
from .models import Helpline
from .served import find_commune, find_intercommunality, intercommunality_names
from .values import is_island_number

_FIELDS_OF_A_PLACE = (
    *("numero", "courriel", "site", "adresse", "accueils"),
    *("communes", "intercommunalites", "reseaux"),
)
"""What a shelter may not have: each of them leads to its door."""
_PACIFIC = ("986", "987", "988")
"""Where numbers have six or eight digits."""


class Told(NamedTuple):
    """One text of a document: a value of a header, a paragraph, an item of a list.

    above: the last text before it in the body that announces others, such as a heading.
    """

    file: Path
    line: int
    text: str
    above: str = ""


def check(library: Library, today: datetime.date, faults: Faults) -> None:
    """Add the faults of all local files of a library. today: the day of the build."""
    for document in library.documents.values():
        entry = document.entry
        if not document.is_written:
            continue
        if isinstance(entry, Places | Department | Local | News | Landmark):
            if not _lies_where_it_belongs(document):
                kind = document.parts.line("genre")
                faults.add("wrong_place", document.file, kind, value=entry.kind, expected=_right_place(entry))
                continue
            _check_people(document, faults)
        if isinstance(entry, Department):
            _check_name(document, faults)
        if isinstance(entry, Local):
            _check_local(document, entry, library, faults)
        if isinstance(entry, News):
            _check_news(document, entry, library, today, faults)
        if isinstance(entry, Structure | News) and entry.type == SUPPORT_GROUP:
            _check_support_group(document, faults)
        if isinstance(entry, Structure) and entry.type == SHELTER:
            _check_shelter(document, entry, faults)
        else:
            _check_mentions(document, _shelter_names(library, document.territory), faults)


def _lies_where_it_belongs(document: Document) -> bool:
    steps = document.path.split("/")
    if isinstance(document.entry, Places):
        return document.path == FOLDER
    if isinstance(document.entry, Landmark):
        return steps[0] == FOLDER and len(steps) == 3 and document.territory is None
    return document.territory is not None and len(steps) == (2 if isinstance(document.entry, Department) else 3)


def _right_place(entry: Entry) -> str:
    if isinstance(entry, Places):
        return f"{FOLDER}/index.md"
    if isinstance(entry, Landmark):
        return f"{FOLDER}/trouver/"
    return f"{FOLDER}/71/index.md" if isinstance(entry, Department) else f"{FOLDER}/71/"


def _check_name(document: Document, faults: Faults) -> None:
    name = territories()[document.territory or ""].name
    if document.entry.title != name:
        line = document.parts.line("titre")
        faults.add("wrong_name", document.file, line, value=document.entry.title, expected=name)


def _check_local(document: Document, entry: Local, library: Library, faults: Faults) -> None:
    _check_area(document, entry, (), faults)
    if isinstance(entry, Structure):
        _check_networks(document, entry.networks, library, faults)
        ways = (entry.number, entry.email, entry.website, entry.contacts, entry.desks)
        if entry.type != SHELTER and not any(ways):
            faults.add("no_way", document.file, 1)
    _check_contacts(document, entry.contacts, library, faults)
    _check_number(document, entry.number, ("numero",), faults)
    for number, desk in enumerate(entry.desks):
        _check_area(document, desk, ("accueils", number), faults)
        _check_number(document, desk.number, ("accueils", number, "numero"), faults)


def _check_area(document: Document, entry: Local | Desk, keys: Keys, faults: Faults) -> None:
    """Add a fault for each name of an area that is on no official list. keys: those that lead to the entry."""
    file, parts, territory = document.file, document.parts, document.territory or ""
    for number, name in enumerate(entry.communes):
        if find_commune(territory, name) is None:
            hint = nearest(name, [commune.name for commune in communes(territory)])
            line = parts.line(*keys, "communes", number)
            faults.add("no_commune", file, line, value=name, territory=territory, hint=hint)
    for number, name in enumerate(entry.intercommunalities):
        if find_intercommunality(territory, name) is None:
            hint = nearest(name, [intercommunalities()[siren] for siren in intercommunality_names(territory).values()])
            line = parts.line(*keys, "intercommunalites", number)
            faults.add("no_intercommunality", file, line, value=name, territory=territory, hint=hint)


def _check_number(document: Document, number: str | None, keys: Keys, faults: Faults) -> None:
    if number and is_island_number(number) and document.territory not in _PACIFIC:
        faults.add("bad_phone", document.file, document.parts.line(*keys), value=number)


def _check_networks(document: Document, names: tuple[str, ...], library: Library, faults: Faults) -> None:
    known = [network.stem for network, _ in library.local(document.territory or "", Network)]
    known += [other.stem for other in library.unsound.values() if other.territory == document.territory]
    for number, name in enumerate(names):
        if name not in known:
            hint = nearest(name, known)
            faults.add("no_network", document.file, document.parts.line("reseaux", number), value=name, hint=hint)


def _check_contacts(document: Document, names: tuple[str, ...], library: Library, faults: Faults) -> None:
    for number, name in enumerate(names):
        line = document.parts.line("contacts", number)
        fiche = library.fiches.get(name)
        if fiche is None or (fiche.is_sound and not isinstance(fiche.entry, Helpline | Local)):
            hint = nearest(name, sorted(library.fiches))
            faults.add("no_fiche", document.file, line, value=name, hint=hint)
        elif isinstance(fiche.entry, Structure) and fiche.entry.type == SHELTER:
            faults.add("shelter_contact", document.file, line, value=name)


def _check_news(document: Document, entry: News, library: Library, today: datetime.date, faults: Faults) -> None:
    file, parts = document.file, document.parts
    for key, value in (("sources", entry.sources), ("verifie_le", entry.checked_on)):
        if not value:
            faults.add("no_source", file, 1, key=key)
    _check_networks(document, entry.networks, library, faults)
    _check_contacts(document, entry.contacts, library, faults)
    _check_number(document, entry.number, ("numero",), faults)
    if entry.last_day < today:
        faults.add("past", file, parts.line("fin" if entry.end else "debut"), value=entry.last_day.isoformat())


def _check_support_group(document: Document, faults: Faults) -> None:
    """Whoever is told where a group meets has registered first."""
    for key in ("adresse", "lieu"):
        if key in document.parts.data:
            faults.add("group_place", document.file, document.parts.line(key), key=key)
    for told in _texts(document, but=("adresse", "lieu")):
        if street := telling.street_in(told.text):
            faults.add("group_place", told.file, told.line, key=street)


def _check_shelter(document: Document, entry: Structure, faults: Faults) -> None:
    """No field, no word, no address may lead to a shelter's door: not even its town or its size."""
    for key in _FIELDS_OF_A_PLACE:
        if key in document.parts.data:
            faults.add("shelter_field", document.file, document.parts.line(key), key=key)
    if not entry.contacts:
        faults.add("shelter_contact", document.file, 1, value="")
    words = document.stem.title().split("-")
    path = ". ".join(f"à {' '.join(words[start:])}" for start in range(len(words)))
    if town := telling.town_in(path, document.territory):
        faults.add("shelter_told", document.file, 1, value=town)
    for told in _texts(document, but=_FIELDS_OF_A_PLACE):
        found = telling.street_in(told.text) or telling.size_in(told.text) or telling.way_in(told.text)
        if found := found or telling.town_in(told.text, document.territory):
            faults.add("shelter_told", told.file, told.line, value=found)


def _check_mentions(document: Document, names: list[str], faults: Faults) -> None:
    """Other files may speak of shelters, but not of where they are or how many they take in."""
    data = document.parts.data
    for key in ("adresse", "lieu"):
        value = data.get(key)
        if value and any(telling.house_in(data.get(text, "")) for text in ("titre", "nom", "resume", key)):
            faults.add("shelter_told", document.file, document.parts.line(key), value=value)
    # A page for the whole country may explain how many flats one may refuse while in emergency housing.
    speaks_in = telling.shelter_in if document.path.startswith(f"{FOLDER}/") else telling.house_in
    files = [(document.file, document.parts), *((t.file, t.parts) for t in document.translations.values())]
    # To cut up a file takes long, and few speak of shelters.
    files = [(file, parts) for file, parts in files if names or _may_speak_of_shelter(parts)]
    for told in (told for file, parts in files for told in _texts_of(file, parts, but=("adresse", "lieu"))):
        named = telling.name_in(told.text, names)
        if not (named or speaks_in(told.text) or telling.house_in(told.above)):
            continue
        town_in = telling.town_in if named else telling.sheltered_town_in
        found = telling.street_in(told.text) or telling.size_in(told.text) or town_in(told.text, document.territory)
        if found:
            faults.add("shelter_told", told.file, told.line, value=found)


def _may_speak_of_shelter(parts: Parts) -> bool:
    header = "\n".join(value for _, value in _values(parts.data))
    return telling.may_speak_of_shelter(parts.body) or telling.may_speak_of_shelter(header)


def _shelter_names(library: Library, territory: str | None) -> list[str]:
    """The proper names of the shelters of a territory."""
    shelters = library.local(territory, Structure) if territory else []
    return [entry.name for _, entry in shelters if entry.type == SHELTER]


def _check_people(document: Document, faults: Faults) -> None:
    """No name, mobile or e-mail address of someone who works there, wherever it is written."""
    for told in _texts(document):
        if person := telling.person_in(told.text):
            faults.add("person", told.file, told.line, value=person)
        if email := telling.personal_email_in(told.text):
            faults.add("personal_email", told.file, told.line, value=email)
    # In words that are translated no number may be written at all.
    for told in _in_header(document.file, document.parts, ("titre", "onglet", "resume")):
        if mobile := telling.mobile_in(told.text):
            faults.add("mobile", told.file, told.line, value=mobile)


_NOT_SHOWN = ("relu_par", "traduit_de")
_BEGINS = re.compile(r"(?:[-*+]|\d+[.)])\s|\||#")
"""How an item of a list, a row of a table or a heading begins: another text."""


def _texts(document: Document, but: tuple[str, ...] = ()) -> Iterator[Told]:
    """Every text of a document in each language, notes for the team included; without the keys of `but`."""
    yield from _texts_of(document.file, document.parts, but)
    for translated in document.translations.values():
        yield from _texts_of(translated.file, translated.parts, but)


def _texts_of(file: Path, parts: Parts, but: tuple[str, ...]) -> Iterator[Told]:
    yield from _in_header(file, parts, but)
    text, start, above = "", parts.body_line, ""
    for number, line in enumerate([*parts.body.split("\n"), ""], parts.body_line):
        if text and (not line.strip() or _BEGINS.match(line)):
            yield Told(file, start, text, above)
            above = above if text.rstrip("*_ ").endswith((".", "!", "?", ";", "…", ")")) else text
            text = ""
        if line.strip():
            text, start = (f"{text} {line}", start) if text else (line, number)


def _in_header(file: Path, parts: Parts, but: tuple[str, ...]) -> Iterator[Told]:
    for keys, value in _values(parts.data):
        if keys[0] not in (*but, *_NOT_SHOWN) and (keys[0], keys[-1]) != ("sources", "adresse"):
            yield Told(file, parts.line(*keys), value)


def _values(data: Any, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Every text of a header, and the keys that lead to it."""
    if isinstance(data, str):
        yield keys, data
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _values(value, (*keys, key))
