"""The rules of local files: where they lie, what they name, where one meets. What none may tell: `disclosure`."""

from ..content.base import Entry
from ..content.counters import COUNTERS, Counter
from ..content.departments import Department, Landmark, Places
from ..content.document import Document
from ..content.hints import nearest
from ..content.local import FOLDER, SUPPORT_GROUP, Desk, Local, News, Structure
from ..content.models import Helpline
from ..content.numbers import numbers_by_keys
from ..content.parts import Keys
from ..content.readable import readables
from ..content.service_areas import find_commune, find_intercommunality, intercommunality_names
from ..content.values import is_island_number
from ..messages.faults import Faults
from ..places import communes, intercommunalities, territories
from . import bar, disclosure
from .disclosure.where import street_in
from .site_facts import SiteFacts

_PACIFIC = ("986", "987", "988")
"""Where numbers have six or eight digits."""


def check(document: Document, facts: SiteFacts, faults: Faults) -> None:
    """Add the faults of a local file; other files have none here."""
    entry = document.entry
    if not lies_where_it_belongs(document):
        kind = document.parts.line("genre")
        faults.add("wrong_place", document.file, kind, value=entry.kind, expected=_right_place(entry))
        return
    if isinstance(entry, Department):
        _check_name(document, faults)
        bar.check(document, entry, facts, faults)
    if isinstance(entry, Local):
        _check_local(document, entry, facts, faults)
    if isinstance(entry, Counter):
        _check_counter(document, entry, faults)
    if isinstance(entry, Structure) and entry.record:
        _check_record(document, entry.record, facts, faults)
    if isinstance(entry, News):
        _check_news(document, entry, facts, faults)
    if isinstance(entry, Structure | News) and entry.type == SUPPORT_GROUP:
        _check_support_group(document, faults)


def check_disclosure(document: Document, facts: SiteFacts, faults: Faults) -> None:
    """Add what a file tells that none may tell, once it lies where it belongs."""
    if lies_where_it_belongs(document):
        disclosure.check(document, facts, faults)


def lies_where_it_belongs(document: Document) -> bool:
    """Whether a file of a place lies in the folder of that place; any other file does."""
    if not isinstance(document.entry, Places | Department | Local | News | Landmark):
        return True
    steps = document.path.split("/")
    if isinstance(document.entry, Places):
        return document.path == FOLDER
    if isinstance(document.entry, Landmark):
        return steps[0] == FOLDER and len(steps) == 3 and document.territory is None
    if isinstance(document.entry, Counter):
        return document.territory is not None and len(steps) == 4 and steps[2] == COUNTERS
    return document.territory is not None and len(steps) == (2 if isinstance(document.entry, Department) else 3)


def _right_place(entry: Entry) -> str:
    if isinstance(entry, Places):
        return f"{FOLDER}/index.md"
    if isinstance(entry, Landmark):
        return f"{FOLDER}/trouver/"
    if isinstance(entry, Counter):
        return f"{FOLDER}/71/{COUNTERS}/"
    return f"{FOLDER}/71/index.md" if isinstance(entry, Department) else f"{FOLDER}/71/"


def _check_name(document: Document, faults: Faults) -> None:
    name = territories()[document.territory or ""].name
    if document.entry.title != name:
        line = document.parts.line("titre")
        faults.add("wrong_name", document.file, line, value=document.entry.title, expected=name)


def _check_local(document: Document, entry: Local, facts: SiteFacts, faults: Faults) -> None:
    _check_area(document, entry, (), faults)
    if isinstance(entry, Structure):
        _check_networks(document, entry.networks, facts, faults)
        ways = (entry.number, entry.email, entry.website, entry.contacts, entry.desks)
        if not disclosure.is_shelter(entry) and not any(ways):
            faults.add("no_way", document.file, 1)
    _check_contacts(document, entry.contacts, facts, faults)
    _check_numbers(document, entry, faults)
    for number, desk in enumerate(entry.desks):
        _check_area(document, desk, ("accueils", number), faults)


def _check_area(document: Document, entry: Local | Desk, keys: Keys, faults: Faults) -> None:
    """Add a fault for each name of an area that is on no official list. keys: those that lead to the entry."""
    file, parts, territory = document.file, document.parts, document.territory or ""
    for number, name in enumerate(entry.communes):
        if find_commune(territory, name) is None:
            _tell_no_commune(document, name, (*keys, "communes", number), faults)
    for number, name in enumerate(entry.intercommunalities):
        if find_intercommunality(territory, name) is None:
            hint = nearest(name, [intercommunalities()[siren] for siren in intercommunality_names(territory).values()])
            line = parts.line(*keys, "intercommunalites", number)
            faults.add("no_intercommunality", file, line, value=name, territory=territory, hint=hint)


def _check_counter(document: Document, entry: Counter, faults: Faults) -> None:
    """Where it is must be in its département; words below the header, or in another language, would be shown nowhere."""
    if find_commune(document.territory or "", entry.commune) is None:
        _tell_no_commune(document, entry.commune, ("commune",), faults)
    for file, parts in document.files():
        if file != document.file or parts.body.strip():
            faults.add("counter_text", file, parts.body_line)


def _check_record(document: Document, record: str, facts: SiteFacts, faults: Faults) -> None:
    """One record of a directory is one file."""
    first = facts.of_record(document.territory or "", record)
    if first and first != document.path:
        faults.add("two_records", document.file, document.parts.line("annuaire"), value=record, other=first)


def _tell_no_commune(document: Document, name: str, keys: Keys, faults: Faults) -> None:
    territory = document.territory or ""
    hint = nearest(name, [commune.name for commune in communes(territory)])
    line = document.parts.line(*keys)
    faults.add("no_commune", document.file, line, value=name, territory=territory, hint=hint)


def _check_numbers(document: Document, entry: Entry, faults: Faults) -> None:
    for keys, number in numbers_by_keys(entry).items():
        if is_island_number(number) and document.territory not in _PACIFIC:
            faults.add("bad_phone", document.file, document.parts.line(*keys), value=number)


def _check_networks(document: Document, names: tuple[str, ...], facts: SiteFacts, faults: Faults) -> None:
    known = facts.networks(document.territory or "")
    for number, name in enumerate(names):
        if name not in known:
            hint = nearest(name, known)
            faults.add("no_network", document.file, document.parts.line("reseaux", number), value=name, hint=hint)


def _check_contacts(document: Document, names: tuple[str, ...], facts: SiteFacts, faults: Faults) -> None:
    for number, name in enumerate(names):
        line = document.parts.line("contacts", number)
        fiche = facts.fiche(name)
        if fiche is None or (fiche.is_sound and not isinstance(fiche.entry, Helpline | Local)):
            hint = facts.fiche_hint(name)
            faults.add("no_fiche", document.file, line, value=name, hint=hint)
        elif disclosure.is_shelter(fiche.entry):
            faults.add("shelter_contact", document.file, line, value=name)


def _check_news(document: Document, entry: News, facts: SiteFacts, faults: Faults) -> None:
    file, parts = document.file, document.parts
    for key, value in (("sources", entry.sources), ("verifie_le", entry.checked_on)):
        if not value:
            faults.add("no_source", file, 1, key=key)
    _check_networks(document, entry.networks, facts, faults)
    _check_contacts(document, entry.contacts, facts, faults)
    _check_numbers(document, entry, faults)
    if facts.is_past(entry.last_day):
        faults.add("past", file, parts.line("fin" if entry.end else "debut"), value=entry.last_day.isoformat())


def _check_support_group(document: Document, faults: Faults) -> None:
    """Whoever is told where a group meets has registered first."""
    for key in ("adresse", "lieu"):
        if key in document.parts.data:
            faults.add("group_place", document.file, document.parts.line(key), key=key)
    for told in readables(document, but=("adresse", "lieu")):
        if street := street_in(told.text):
            faults.add("group_place", told.file, told.line, key=street)
