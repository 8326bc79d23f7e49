"""Which facts are printed. Paper is never mended: a fact that is doubtful, or was last checked too long ago, is left out.

The numbers of the bar alone stand as on every page: those of the country are compared with `content.national_lines` by
each check. Facts come as the exports have them: what may not leave the site as data is on no paper either.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..canonical_json import Inputs
from ..content.bar import answers_in, bar_of
from ..content.counter_groups import OWN_NAMES, need_of
from ..content.counters import Counter
from ..content.local import FOLDER, SUPPORT_GROUP
from ..content.national_lines import EMERGENCY_LINE, LISTENING_LINE, MESSAGE_LINE
from ..exports.records import Record, known_in, local_records, national_records
from ..pages.site import Site
from ..places import territories
from .words import NEUTRAL_LINES

SHOWN_LINES = ("enfance", "toit", "droits")
"""The lines of a leaflet beside those of every page."""

_ASKED = (LISTENING_LINE, "droits")
"""The lines that put one through to those who help nearby."""

_ORDER = ("ecoute", "france_victimes", "cidff", "maison_des_femmes", "accueil_de_jour", "leao", "iscg", "reseau", "umj")
"""The types of those of whom paper tells first. What is not here comes after them."""


@dataclass(frozen=True)
class Entry:
    """Somebody to call. path: that of the page. name: the proper name. number: as it is read.

    is_message: whether one writes to it. hours: as the header has them, or none that is sure.
    is_line: whether it is a national line, through which one of those who help is reached.
    """

    path: str
    name: str
    number: str
    is_message: bool = False
    hours: tuple[Inputs, ...] = ()
    is_line: bool = False


@dataclass(frozen=True)
class Printed:
    """What may be printed for a place.

    bar: the three of every page, or those that are known to answer there. neutral: those of a neutral sheet.
    lines: further national ones. local: those who help there. left_out: the names of those whose number is doubtful.
    sources: what the licence of a public directory wants to be said.
    """

    bar: dict[str, Entry]
    neutral: dict[str, Entry]
    lines: dict[str, Entry]
    local: tuple[Entry, ...]
    left_out: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def strip(self) -> Entry:
        """The one number of a strip: to talk, or else for help."""
        return self.bar.get(LISTENING_LINE) or self.bar[EMERGENCY_LINE]


def printed(site: Site, slug: str | None) -> Printed:
    """What may be printed. slug: that of a territory; None for everywhere. Called within a request in French."""
    everywhere = national_records(site)
    territory = territories()[slug] if slug else None
    answering = known_in(everywhere, territory) if territory else everywhere
    overseas = bool(territory and territory.is_overseas)
    known = {_stem(record): _entry(record, overseas) for record in answering if _is_sure(record, overseas)}
    bar = {name: _line(site, name) for name in _bar(site, slug)}
    locals_ = _in_order(site, slug) if slug else []
    numbers = {known[name].name: known[name].number for name in _ASKED if name in known}
    entries = [(record, _local(record, numbers)) for record in locals_]
    return Printed(
        bar=bar,
        neutral={name: known[name] for name in NEUTRAL_LINES if name in known},
        lines={name: known[name] for name in SHOWN_LINES if name in known},
        local=tuple(entry for _, entry in entries if entry),
        left_out=tuple(
            record.name for record in locals_ if record.facts.get("numero") and not _is_sure(record, overseas)
        ),
        sources=tuple(dict.fromkeys(told for record, entry in entries if entry for _, told in record.licensed_sources)),
    )


def _bar(site: Site, slug: str | None) -> list[str]:
    """The names of the lines of the bar; a site without a page for a place has what is known to answer there."""
    library = site.library
    page = library.documents.get(f"{FOLDER}/{slug}")
    names = bar_of(page or library.home, library)
    return [name for name in names if page or not slug or answers_in(library.fiches[name].entry, slug)]


def _stem(record: Record) -> str:
    return record.path.rpartition("/")[2]


def _line(site: Site, name: str) -> Entry:
    """A line of the bar: its number as every page shows it, its hours only where nobody doubts them."""
    document = site.library.fiches[name]
    facts = document.facts
    doubts = () if facts.get("secours") else facts.get("a_confirmer") or ()
    is_aged = not facts.get("secours") and site.listing.age(document)["old"]
    return Entry(
        path=name,
        name=facts["nom"],
        number=facts["sms" if name == MESSAGE_LINE else "numero"],
        is_message=name == MESSAGE_LINE,
        hours=() if is_aged or "horaires" in doubts else tuple(facts.get("horaires") or ()),
        is_line=True,
    )


def _number_key(record: Record, overseas: bool) -> str | None:
    keys = ("numero_outre_mer", "numero", "sms") if overseas else ("numero", "sms")
    return next((key for key in keys if record.facts.get(key)), None)


def _is_sure(record: Record, overseas: bool = False) -> bool:
    """Whether it has a number that nobody doubts."""
    key = _number_key(record, overseas)
    doubtful = () if record.is_sure else record.facts.get("a_confirmer") or ()
    return key is not None and key not in doubtful and not record.is_to_check_again


def _entry(record: Record, overseas: bool = False) -> Entry:
    key = _number_key(record, overseas) or "numero"
    is_doubtful = "horaires" in (record.facts.get("a_confirmer") or ()) and not record.is_sure
    return Entry(
        path=record.path,
        name=record.name,
        number=record.facts[key],
        is_message=key == "sms",
        hours=() if is_doubtful else tuple(record.facts.get("horaires") or ()),
    )


def _local(record: Record, numbers: dict[str, str]) -> Entry | None:
    """One of those who help in a place: by their own number, or by the national line through which they are reached.

    numbers: those of the lines that answer there, by name.
    """
    if _is_sure(record):
        return _entry(record)
    doubtful = record.facts.get("a_confirmer") or ()
    if record.facts.get("numero") or "contacts" in doubtful or record.is_to_check_again:
        return None
    through = [numbers[line["nom"]] for line in record.contacts if line["genre"] == "ligne" and line["nom"] in numbers]
    return Entry(record.path, record.name, through[0], is_line=True) if through else None


def _in_order(site: Site, slug: str) -> list[Record]:
    """Those who help in a place, whoever has a number first, and then whoever is there for the whole of it."""

    def place(record: Record) -> tuple[bool, int]:
        kind = record.facts.get("type", "reseau")
        return not _is_sure(record), _ORDER.index(kind) if kind in _ORDER else len(_ORDER)

    return sorted(_local_records(site, slug), key=place)


def _local_records(site: Site, slug: str) -> Iterator[Record]:
    """Those for whom one looks, and not what stands in every telephone directory. No shelter: one gets there by a line."""
    for record in local_records(site, slug):
        entry = site.library.documents[record.path].entry
        if record.is_shelter or record.facts.get("type") == SUPPORT_GROUP:
            continue
        if not (isinstance(entry, Counter) and need_of(entry) != OWN_NAMES):
            yield record
