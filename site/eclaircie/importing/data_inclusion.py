"""Services of data·inclusion as records of ours, each with what its structure says, or why they are left out.

Source of the fields: data-inclusion-schema 1.0.10 (`v1/services.py`, `v1/structures.py`, `v1/thematiques.py`,
`v1/publics.py`, `v1/reseaux_porteurs.py`), the format of the files and of the interface of data·inclusion.
`contact_nom_prenom`, where a person is named, is never read. Languages stand in no field of the schema.

A service helps here where its theme is violence, or its own words say so. One of a structure where people sleep is left out
whole; of one whose structure also offers beds the address is never taken: nobody can tell the two doors apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..content.folding import plain
from ..content.values import HTTPS_ADDRESS, RECORD
from ..places import territories
from .hours import Hours, osm_hours
from .kinds import (
    AUDIENCES,
    BY_WORDS,
    COSTS,
    NETWORKS,
    OF_ANY,
    OFFERS_BY_THEME,
    SHELTER_NETWORKS,
    SHELTER_THEME,
    VIOLENCE_THEME,
    Kept,
)
from .localities import Place, address_line, place_of, position_of, territory_of
from .names import proper_name
from .phones import number_for_public
from .record import Record, Unread, Why
from .refusals import Refusal, is_for_those_who_harm, is_house, is_support_group, offers_bed, personal
from .values import Raw, date_in, email_of, text_in, texts_in, website_of

_HOME = "https://data.inclusion.gouv.fr/"
_VIOLENCE = re.compile(
    r"\bviolences? (?:conjugales?|familiales?|intra ?familiales?|intrafamiliales?|faites? aux femmes|sexistes?|"
    r"sexuelles?|au sein du couple|dans le couple)\b|\bvictimes? de violences?\b|\bfemmes victimes\b"
)
_BEDS = re.compile(r"\b(?:chrs|huda|cada|cph|siao|mise a l abri|refuge|nuitees?|hebergements?)\b")


def is_service(raw: Raw) -> bool:
    """Whether a record is a service of this directory."""
    return "structure_id" in raw or "thematiques" in raw


def is_structure(raw: Raw) -> bool:
    """Whether a record is a structure of this directory."""
    return not is_service(raw) and "source" in raw and "date_maj" in raw


def kind_of(raw: Raw) -> str:
    """What a service is called when it is counted: its type in the schema."""
    return f"data·inclusion, {text_in(raw, 'type') or 'service'}"


def is_about_violence(raw: Raw) -> bool:
    """Whether a service is for those who live with violence: by its theme, else by its own words."""
    themes = texts_in(raw, "thematiques")
    if VIOLENCE_THEME in themes or any("violence" in theme for theme in themes):
        return True
    return any(_VIOLENCE.search(plain(text_in(raw, key))) for key in ("nom", "publics_precisions"))


def is_bed(raw: Raw) -> bool:
    """Whether what a service offers is a bed, or the way to one."""
    themes, name = texts_in(raw, "thematiques"), text_in(raw, "nom")
    return SHELTER_THEME in themes or offers_bed(name) or bool(_BEDS.search(plain(name)))


_FIRST_WORDS = 200  # characters of a description, within which a house says what it is
_KEPT_OF_STRUCTURES = (
    "nom",
    "telephone",
    "courriel",
    "site_web",
    "lien_source",
    "horaires_accueil",
    "reseaux_porteurs",
    "code_insee",
    "code_postal",
    "commune",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
)


@dataclass
class Services:
    """The services of some files that may become records, and what is needed to tell: held until all was read.

    asked: slugs. found: services about violence in the territories asked. structures: theirs, by identifier.
    houses: identifiers of structures that are shelters. with_beds: those of structures of which some service is a bed.
    """

    asked: frozenset[str]
    found: list[Raw] = field(default_factory=list)
    structures: dict[str, Raw] = field(default_factory=dict)
    houses: set[str] = field(default_factory=set)
    with_beds: set[str] = field(default_factory=set)
    _needed: set[str] = field(default_factory=set)

    def add_structure(self, raw: Raw) -> None:
        """Keep a structure where it is needed; of shelters keep that they are."""
        identifier, name = text_in(raw, "id"), text_in(raw, "nom")
        if (
            SHELTER_NETWORKS.intersection(texts_in(raw, "reseaux_porteurs"))
            or is_bed(raw)
            or is_house(name, text_in(raw, "complement_adresse"), text_in(raw, "description")[:_FIRST_WORDS])
        ):
            self.houses.add(identifier)
            return
        territory = territory_of(text_in(raw, "code_insee"), text_in(raw, "code_postal"))
        if territory in self.asked or identifier in self._needed:
            self.structures[identifier] = {key: raw[key] for key in _KEPT_OF_STRUCTURES if key in raw}

    def add_service(self, raw: Raw) -> Refusal | None:
        """Keep a service that may become a record. Returns why another one is left out; kept ones get None."""
        if is_bed(raw):
            self.with_beds.add(text_in(raw, "structure_id"))
            return Refusal(kind_of(raw), "shelter")
        if not is_about_violence(raw):
            return Refusal(kind_of(raw), "other_theme")
        territory = territory_of(text_in(raw, "code_insee"), text_in(raw, "code_postal"))
        if territory is not None and territory not in self.asked:
            return Refusal(kind_of(raw), "elsewhere")
        self.found.append(raw)
        self._needed.add(text_in(raw, "structure_id"))
        return None

    def records(self) -> Iterator[tuple[Raw, Record | Refusal | ValueError]]:
        """Each service kept, with its record, or why there is none."""
        for raw in self.found:
            identifier = text_in(raw, "structure_id")
            if identifier in self.houses:
                yield raw, Refusal(kind_of(raw), "shelter")
                continue
            structure = self.structures.get(identifier, {})
            try:
                yield raw, _record(raw, structure, has_beds=identifier in self.with_beds)
            except ValueError as error:
                yield raw, error


def _record(raw: Raw, structure: Raw, *, has_beds: bool) -> Record | Refusal:
    kind = kind_of(raw)
    if why := _why_not(raw, structure):
        return Refusal(kind, why)
    given = raw if text_in(raw, "code_insee") or text_in(raw, "code_postal") else structure
    place = place_of(text_in(given, "code_insee"), text_in(given, "code_postal"), text_in(given, "commune"))
    if place is None:
        return Refusal(kind, "no_place")
    identifier, own_name = text_in(raw, "id"), text_in(raw, "nom")
    if not RECORD.fits(f"data-inclusion:{identifier}") or not own_name:
        raise ValueError("nom" if not own_name else "id")
    unread: list[Unread] = []
    number, email, website = _ways(raw, structure, place, unread)
    if not (number or email or website):
        return Refusal(kind, "no_way")
    kept = _kept(raw, structure)
    name, is_own = proper_name(_name(own_name, text_in(structure, "nom")), place, kept.label)
    unread += [] if is_own else [Unread("nom", "", "person")]
    address, position = _way_there(given, place, unread, is_hidden=has_beds or not _is_received(raw))
    hours = _hours(raw, structure, unread)
    themes, audience = texts_in(raw, "thematiques"), texts_in(raw, "publics")
    more = (need for begin, need in OFFERS_BY_THEME if any(theme.startswith(begin) for theme in themes))
    page = next(
        (page for each in (raw, structure) if HTTPS_ADDRESS.fullmatch(page := text_in(each, "lien_source"))), _HOME
    )
    return Record(
        identifier=identifier,
        source="data-inclusion",
        producer=f"{text_in(raw, 'source') or 'data·inclusion'}, par data·inclusion",
        kind=kind,
        type=kept.type,
        name=name,
        territory=place.territory,
        commune=place.commune.code,
        town=place.commune.name,
        address=page,
        date=date_in(raw, "date_maj"),
        offers=tuple(dict.fromkeys((*kept.offers, *more))),
        audience=tuple(dict.fromkeys(AUDIENCES[each] for each in audience if each in AUDIENCES)) or kept.audience,
        number=number,
        email=email,
        website=website,
        hours=hours.rows,
        hours_note=hours.note,
        street_address=address,
        position=position,
        cost=_cost(raw, unread),
        no_appointment=hours.no_appointment,
        communes=tuple(_zone(raw, place, r"(?:\d{2}|2[AB])\d{3}")),
        intercommunalities=tuple(_zone(raw, place, r"\d{9}")),
        unread=tuple(unread),
    )


def _why_not(raw: Raw, structure: Raw) -> Why | None:
    """Why a service is left out all the same, or None."""
    names = (text_in(raw, "nom"), text_in(structure, "nom"))
    if offers_bed(*names) or any(_BEDS.search(plain(name)) for name in names):
        return "shelter"
    if is_house(text_in(raw, "complement_adresse"), text_in(structure, "complement_adresse")):
        return "shelter"
    if is_support_group(text_in(raw, "nom")):
        return "support_group"
    if is_for_those_who_harm(*names):
        return "those_who_harm"
    if texts_in(raw, "mobilisable_par") == ["professionnels"]:
        return "professionals_only"
    return None


def _ways(raw: Raw, structure: Raw, place: Place, unread: list[Unread]) -> tuple[str | None, str | None, str | None]:
    """Number, e-mail address and site: the service's own, else those of its structure."""
    numbers = [(text, "") for each in (raw, structure) if (text := text_in(each, "telephone"))]
    number, more = number_for_public(numbers[:1], place.territory)
    if number is None and len(numbers) > 1:
        number, _ = number_for_public(numbers[1:], place.territory)
    unread += more
    email, more = email_of((t for each in (raw, structure) for t in texts_in(each, "courriel")[:1]), "courriel")
    unread += (each for each in more if each.why != "other_email")
    website, more = website_of(texts_in(structure, "site_web")[:1], "site_web")
    unread += more
    return number, email, website


def _name(service: str, structure: str) -> str:
    """What a service is called: by who offers it, where its own name does not say so."""
    if not structure or plain(structure) in plain(service):
        return service
    return f"{structure}, {service[:1].lower() + service[1:] if not service[:3].isupper() else service}"


def _kept(raw: Raw, structure: Raw) -> Kept:
    """What a service is to us."""
    for network in texts_in(structure, "reseaux_porteurs"):
        if network in NETWORKS:
            return NETWORKS[network]
    words = plain(f"{text_in(raw, 'nom')} {text_in(structure, 'nom')}")
    return next((kept for pattern, kept in BY_WORDS if re.search(rf"\b(?:{pattern})\b", words)), OF_ANY)


def _is_received(raw: Raw) -> bool:
    """Whether one is received somewhere, and not only at a distance."""
    return texts_in(raw, "modes_accueil") != ["a-distance"]


def _way_there(
    given: Raw, place: Place, unread: list[Unread], *, is_hidden: bool
) -> tuple[str | None, tuple[float, float] | None]:
    """The address on one line, and its point on the map."""
    lines = [text_in(given, "adresse"), text_in(given, "complement_adresse")]
    if is_hidden:
        unread += [Unread("adresse", "", "not_received_there")] if any(lines) else []
        return None, None
    line = address_line(lines, text_in(given, "code_postal"), text_in(given, "commune"), place)
    if line and (why := personal(line)):
        unread.append(Unread("adresse", "", why))
        return None, None
    return line, position_of(given.get("latitude", ""), given.get("longitude", ""), place.territory)


def _hours(raw: Raw, structure: Raw, unread: list[Unread]) -> Hours:
    """The service's own hours; the schema says that those of its structure count where it has none."""
    text = text_in(raw, "horaires_accueil") or text_in(structure, "horaires_accueil")
    hours = osm_hours(text)
    if text and not hours.rows:
        unread.append(Unread("horaires_accueil", hours.note, "odd_hours"))
    return hours


def _cost(raw: Raw, unread: list[Unread]) -> str | None:
    """What one pays, as our choices have it."""
    given, words = text_in(raw, "frais"), plain(text_in(raw, "frais_precisions"))
    if given == "payant" and re.search(r"\b(?:revenus?|quotient|ressources)\b", words):
        return "selon_revenus"
    if given and given not in COSTS:
        unread.append(Unread("frais", given[:60], "odd_value"))
    return COSTS.get(given)


def _zone(raw: Raw, place: Place, form: str) -> Iterator[str]:
    """The codes of one kind in the zone of a service, where it is smaller than the département."""
    codes = texts_in(raw, "zone_eligibilite")
    whole = {territories()[place.territory].code, "france", "99100"}
    if not whole.intersection(codes):
        yield from (code for code in codes if re.fullmatch(form, code))
