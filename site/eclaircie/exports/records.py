"""Those who help, as the files for professionals tell of them: one record each, with only what may leave the site."""

from dataclasses import dataclass
from functools import cached_property

from ..canonical_json import Inputs
from ..content import privacy
from ..content.choices import TERRITORIES
from ..content.counters import LICENCE, Counter
from ..content.document import Document
from ..content.local import Local, Network
from ..content.models import Helpline, facts_in
from ..content.service_areas import holds_in, named_communes, named_intercommunalities
from ..pages.site import Site
from ..places import Territory, intercommunalities, territories
from ..rendering.facts import in_words
from ..rendering.formats import hours
from ..rendering.typography import NBSP


@dataclass(frozen=True)
class Area:
    """Where somebody helps. sort: what sort of place it is. code: its official code, where it has one."""

    name: str
    sort: str
    code: str = ""

    @property
    def kind(self) -> str:
        """What sort of place it is, with its code."""
        if not self.code:
            return self.sort
        return f"{self.sort}, {'SIREN' if self.sort == INTERCOMMUNALITY else 'code'} {self.code}"


INTERCOMMUNALITY = "Intercommunalité"


@dataclass(frozen=True)
class Record:
    """One of those who help.

    path: that of the page. facts: by French key, those that may be shared. summary: what is offered, in one sentence;
        empty for a shelter, whose free words are not exported.
    contacts: facts of the lines and structures through which one is reached. territory: None for a national line.
    is_old: whether the facts are past their review on the day of the build.
    """

    path: str
    facts: Inputs
    summary: str
    areas: tuple[Area, ...]
    contacts: tuple[Inputs, ...]
    territory: Territory | None
    is_old: bool

    @property
    def name(self) -> str:
        """The proper name."""
        return str(self.facts["nom"])

    @property
    def is_shelter(self) -> bool:
        """Whether its place must stay unknown."""
        return privacy.is_shelter(self.facts)

    @property
    def type(self) -> str:
        """What sort of help it is, in words."""
        if "type" not in self.facts:
            return "Réseau local" if self.territory else "Ligne nationale"
        within = self.facts.get("dans")
        return self.in_words("type") + (f" · {self.in_words('dans')}" if within else "")

    @property
    def is_sure(self) -> bool:
        """Whether nothing may be doubted. Nobody should hesitate to call an emergency line."""
        return bool(self.facts.get("secours"))

    @cached_property
    def doubtful(self) -> tuple[str, ...]:
        """The names of the facts that are to be confirmed."""
        keys = () if self.is_sure else self.facts.get("a_confirmer") or ()
        return tuple(dict.fromkeys(self._name_of(key) for key in keys))

    @cached_property
    def licensed_sources(self) -> tuple[tuple[Inputs, str], ...]:
        """The directories from which a counter was taken, each with what its licence wants to be said; none of others."""
        if self.facts["genre"] != "guichet":
            return ()
        return tuple((each, f"{source_in_words(each)}, {LICENCE}") for each in self.facts.get("sources") or ())

    def in_words(self, key: str) -> str:
        """A fact in words, or nothing where it is not known."""
        known = self.facts.get(key) not in (None, [], "")
        return in_words(facts_in(self.facts)[key], self.facts[key]) if known else ""

    def _name_of(self, key: str) -> str:
        """How a fact is called where it is to be confirmed."""
        known = facts_in(self.facts).get(key)
        return (known.fact.name or known.fact.column if known else "") or key

    @property
    def is_to_check_again(self) -> bool:
        """Whether all facts are to be confirmed, for they were last checked too long ago."""
        return self.is_old and not self.is_sure


def source_in_words(source: Inputs) -> str:
    """Who says it, and of which day that is."""
    return f"{source['nom']} ({source['date']})" if source.get("date") else str(source["nom"])


def opening_hours(rows: list[Inputs]) -> str:
    """Opening hours in words, with ordinary spaces: other programs search and compare them."""
    return hours(rows).replace(NBSP, " ")


def local_records(site: Site, slug: str) -> list[Record]:
    """The networks, then the structures of a territory, in the order of its page."""
    library = site.library
    found: list[tuple[Document, Local]] = [*library.local(slug, Network), *library.structures(slug)]
    return [_local_record(site, document, entry) for document, entry in found if not entry.stands_apart]


def national_records(site: Site) -> list[Record]:
    """The national lines, in the order of their section. What stands apart is in no list."""
    found = sorted(site.library.fiches.values(), key=lambda document: (document.entry.order, document.path))
    return [
        _record(site, document, document.entry, tuple(_holds(document.entry)), None)
        for document in found
        if isinstance(document.entry, Helpline) and not document.entry.stands_apart
    ]


def known_in(records: list[Record], territory: Territory) -> list[Record]:
    """Of the national lines, those that are known to answer in a territory."""
    return [r for r in records if holds_in(territory.group, tuple(r.facts.get("territoires") or ()))]


def _local_record(site: Site, document: Document, entry: Local) -> Record:
    slug = document.territory or ""
    whole = Area(territories()[slug].name, "Département", territories()[slug].code)
    areas = () if privacy.is_shelter(document.facts) else tuple(_served(entry, slug))
    if not areas and not isinstance(entry, Counter):  # of which a directory seldom tells whom it serves
        areas = (whole,)
    return _record(site, document, entry, areas, territories()[slug])


def _record(
    site: Site, document: Document, entry: Local | Helpline, areas: tuple[Area, ...], territory: Territory | None
) -> Record:
    facts = privacy.shared_facts(document.facts)
    fiches = site.library.fiches
    names = entry.contacts if isinstance(entry, Local) else ()
    contacts = [fiches[name].facts for name in names]
    return Record(
        path=document.path,
        facts=facts,
        summary="" if privacy.is_shelter(facts) else entry.summary,
        areas=areas,
        contacts=tuple(privacy.shared_contacts(facts, contacts)),
        territory=territory,
        is_old=site.listing.age(document)["old"],
    )


def _served(entry: Local, slug: str) -> list[Area]:
    """The communes and intercommunalities that an entry names, as the official list has them."""
    sirens = named_intercommunalities(entry, slug)
    return [
        *(Area(commune.name, "Commune", commune.code) for commune in named_communes(entry, slug)),
        *(Area(intercommunalities()[siren], INTERCOMMUNALITY, siren) for siren in sirens),
    ]


def _holds(entry: Helpline) -> list[Area]:
    """Where a line is known to answer; one that names no territory is known for the mainland."""
    return [Area(TERRITORIES.labels[name], "Territoire") for name in entry.territories or ("metropole",)]
