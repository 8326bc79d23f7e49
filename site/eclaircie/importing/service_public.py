"""One raw record of the State's directory as a record of ours, or why it is left out.

Sources of the fields: « Spécifications base de données locales » v1.2 (DILA) and the dataset `api-lannuaire-administration`
of its interface, where the nested fields are JSON texts. `affectation_personne`, where persons are named, is never read.

Taken from `nom`, `pivot`, `code_insee_commune`, `adresse`, `telephone`, `adresse_courriel`, `site_internet`,
`plage_ouverture`, `commentaire_plage_ouverture`, `url_service_public`, `date_modification`, `ancien_identifiant`,
`ancien_code_pivot`, `statut_de_diffusion`, `version_type`. The others say nothing that a visitor needs.
"""

import re
from collections.abc import Iterator

from ..content.folding import plain
from ..content.values import HTTPS_ADDRESS, RECORD
from .hours import Hours, dila_hours
from .kinds import KEPT, LEFT_OUT, TOWN_HALL, Kept
from .localities import Place, address_line, place_of, position_of, territory_of
from .names import proper_name
from .phones import number_for_public
from .record import Record, Unread, Why
from .refusals import Refusal, is_for_those_who_harm, is_house, is_support_group, kept_text, offers_bed, personal
from .values import Raw, date_in, email_of, nested, parts_in, text_in, texts_in, website_of

PRODUCER = "Service-Public.fr (DILA)"
_HOME = "https://lannuaire.service-public.gouv.fr/"
_FORENSIC = re.compile(r"\b(?:unites? )?medico (?:judiciaires?|legales?)\b|\bumj\b|\bmedecine legale\b")
_ON_WHEELS = re.compile(r"\bitineran(?:t|te|ts|tes|ce)\b|\bbus\b|\bcamion\b|\bmobile\b")
"""A counter that comes to a village on some days: who went to its address would find nobody."""
_POSTAL = ("adresse postale", "postale")


def is_one(raw: Raw) -> bool:
    """Whether a record is of this directory."""
    return "pivot" in raw or "itm_identifiant" in raw or "ancien_code_pivot" in raw


def territory_in(raw: Raw) -> str | None:
    """The slug of the territory of a record, as cheaply as can be; None where nothing tells it."""
    return territory_of(_insee(raw)) or territory_of("", next(_postcodes(raw), ""))


def kind_of(raw: Raw) -> str:
    """The directory's own name of what a record is: of several the first that helps; empty where there is none."""
    kinds = [kind for part in parts_in(raw, "pivot") if (kind := text_in(part, "type_service_local"))]
    plain_kind = nested(raw, "pivot")
    if not kinds and isinstance(plain_kind, str):
        kinds = [plain_kind]
    return next((kind for kind in kinds if kind in KEPT), kinds[0] if kinds else "")


def town_hall(raw: Raw) -> tuple[str, tuple[float, float]] | None:
    """The INSEE code and the point of a town hall; None of any other record, or where no point is known."""
    if kind_of(raw) != TOWN_HALL or "délégué" in text_in(raw, "nom").lower():
        return None
    place = place_of(_insee(raw))
    chosen = _address(raw)
    point = place and position_of(chosen.get("latitude", ""), chosen.get("longitude", ""), place.territory)
    return (place.commune.code, point) if place and point else None


def record_of(raw: Raw) -> Record | Refusal:
    """A raw record as ours. Raises ValueError where a field that is read is broken."""
    kind = kind_of(raw)
    kept = KEPT.get(kind)
    if kept is None:
        return Refusal(kind, LEFT_OUT.get(kind, "unknown_kind"))
    if why := _why_not(raw, kept):
        return Refusal(kind, why)
    identifier, given = text_in(raw, "id").lower(), _address(raw)
    if not RECORD.fits(f"service-public:{identifier}") or not text_in(raw, "nom"):
        raise ValueError("nom" if not text_in(raw, "nom") else "id")
    place = place_of(_insee(raw), text_in(given, "code_postal"), text_in(given, "nom_commune"))
    if place is None:
        return Refusal(kind, "no_place")
    phones = [(text_in(part, "valeur"), text_in(part, "description")) for part in parts_in(raw, "telephone")]
    number, unread = number_for_public(phones or [(t, "") for t in texts_in(raw, "telephone")], place.territory)
    email, more = email_of(texts_in(raw, "adresse_courriel"), "adresse_courriel")
    website, others = website_of(texts_in(raw, "site_internet"), "site_internet")
    unread += more + others
    if not (number or email or website):
        return Refusal(kind, "no_way")
    name, is_own = proper_name(text_in(raw, "nom"), place, kept.label)
    unread += [] if is_own else [Unread("nom", "", "person")]
    address, position = _way_there(
        given, place, unread, is_on_wheels=bool(_ON_WHEELS.search(plain(text_in(raw, "nom"))))
    )
    hours = _hours(raw, unread)
    page = text_in(raw, "url_service_public")
    return Record(
        identifier=identifier,
        source="service-public",
        producer=PRODUCER,
        kind=kind,
        type=kept.type,
        name=name,
        territory=place.territory,
        commune=place.commune.code,
        town=place.commune.name,
        address=page if HTTPS_ADDRESS.fullmatch(page) else _HOME,
        date=date_in(raw, "date_modification", "date_modification_datetime", "date_diffusion", "date_creation"),
        offers=kept.offers,
        audience=kept.audience,
        number=number,
        email=email,
        website=website,
        hours=hours.rows,
        hours_note=hours.note,
        street_address=address,
        position=position,
        access=_access(given, unread),
        no_appointment=hours.no_appointment,
        former=tuple(
            dict.fromkeys(filter(None, (*texts_in(raw, "ancien_identifiant"), text_in(raw, "ancien_code_pivot"))))
        ),
        unread=tuple(unread),
    )


def _why_not(raw: Raw, kept: Kept) -> Why | None:
    """Why a record of a kind that helps is left out all the same, or None."""
    shown = text_in(raw, "statut_de_diffusion").lower()
    if raw.get("statut_de_diffusion") is False or shown in ("false", "faux", "non"):
        return "not_published"
    if (version := text_in(raw, "version_type")) and plain(version) not in ("publiable", "publie"):
        return "not_published"
    names = (text_in(raw, "nom"), text_in(raw, "sigle"))
    if offers_bed(*names):
        return "shelter"
    if is_support_group(*names):
        return "support_group"
    if is_for_those_who_harm(*names):
        return "those_who_harm"
    if kept.type == "umj" and not any(_FORENSIC.search(plain(name)) for name in names):
        return "hospital_without_umj"
    return None


def _insee(raw: Raw) -> str:
    """The INSEE code of a record: its own, else that of what it is."""
    if code := text_in(raw, "code_insee_commune"):
        return code
    codes = (code for part in parts_in(raw, "pivot") for code in texts_in(part, "code_insee_commune"))
    return next(codes, "")


def _postcodes(raw: Raw) -> Iterator[str]:
    yield from filter(None, (re.sub(r"\s", "", text_in(part, "code_postal")) for part in parts_in(raw, "adresse")))


def _address(raw: Raw) -> Raw:
    """The address where one goes: the first that is not for letters only; else the first of all."""
    given = parts_in(raw, "adresse")
    going = [part for part in given if plain(text_in(part, "type_adresse")) not in _POSTAL]
    return next(iter((*going, *given)), {})


def _way_there(
    given: Raw, place: Place, unread: list[Unread], *, is_on_wheels: bool
) -> tuple[str | None, tuple[float, float] | None]:
    """The address on one line, and its point on the map."""
    if is_on_wheels:
        unread.append(Unread("adresse", "", "moves_about"))
        return None, None
    lines = [text for key in ("numero_voie", "complement1", "complement2") if (text := text_in(given, key))]
    if is_house(text_in(given, "complement1"), text_in(given, "complement2")):
        unread.append(Unread("adresse", "", "in_shelter"))
        return None, None
    if not lines:
        return None, _point(given, place, unread)
    line = None
    if plain(text_in(given, "type_adresse")) not in _POSTAL:
        line = address_line(lines, text_in(given, "code_postal"), text_in(given, "nom_commune"), place)
    if line is None:
        unread.append(Unread("adresse", kept_text(" ".join(lines)), "post_box"))
        return None, None
    if why := personal(line):
        unread.append(Unread("adresse", "", why))
        return None, None
    return line, _point(given, place, unread)


def _point(given: Raw, place: Place, unread: list[Unread]) -> tuple[float, float] | None:
    latitude, longitude = text_in(given, "latitude"), text_in(given, "longitude")
    if not latitude and not longitude:
        return None
    if (point := position_of(latitude, longitude, place.territory)) is None:
        unread.append(Unread("adresse", f"{latitude}, {longitude}"[:60], "odd_position"))
    return point


_WITH_HELP = re.compile(r"\baccompagn\w*|\baide humaine\b|\baide d un agent\b")
_NOT = re.compile(r"\b(?:pas|non|sans|aucune?)\b")


def _access(given: Raw, unread: list[Unread]) -> tuple[str, ...]:
    """How one comes there with a disability. ACC is « accessible », DEM « sur demande », NAC « non accessible »."""
    found = []
    code, note = text_in(given, "accessibilite").upper(), plain(text_in(given, "note_accessibilite"))
    is_said = not _NOT.search(note)
    if code in ("ACC", "ACCESSIBLE"):
        found.append("fauteuil")
    elif code == "DEM":
        if is_said and _WITH_HELP.search(note):
            found.append("accompagnement")
        else:
            unread.append(Unread("accessibilite", kept_text(text_in(given, "note_accessibilite")) or code, "on_demand"))
    elif code not in ("", "NAC"):
        unread.append(Unread("accessibilite", code[:20], "odd_value"))
    if is_said and re.search(r"\bboucles? (?:a induction |d induction )?magnetiques?\b", note):
        found.append("boucle_magnetique")
    if is_said and re.search(r"\blsf\b|\blangue des signes\b", note):
        found.append("langue_des_signes")
    return tuple(found)


def _hours(raw: Raw, unread: list[Unread]) -> Hours:
    rows, comment = parts_in(raw, "plage_ouverture"), text_in(raw, "commentaire_plage_ouverture")
    hours = dila_hours(rows, comment)
    if (rows or comment) and not hours.rows:
        unread.append(Unread("plage_ouverture", hours.note, "odd_hours"))
    return hours
