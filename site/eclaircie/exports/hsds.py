"""Those who help, in the format of Open Referral, so that other directories can take them over.

The file is a page of services as the HSDS 3.1 API answers `GET /services?full=true`, all on one page.
Source: https://docs.openreferral.org/en/latest/hsds/schema_reference.html

Called within a request in French, the language of all words in the file.
"""

import json
import uuid

from ..canonical_json import Inputs
from ..content.choices import ASKED_FOR, STRUCTURE_TYPES
from ..content.facts import Choice
from ..content.models import facts_in
from ..rendering.formats import languages
from .hsds_identifiers import NAMESPACE, identifier
from .hsds_locations import locations
from .records import Record, opening_hours

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def services_file(records: list[Record]) -> bytes:
    """The file of all services, as it is published: one page, in the order given."""
    services = [service(record) for record in records if is_service(record)]
    page = {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": not services,
        "contents": services,
    }
    return (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()


def is_service(record: Record) -> bool:
    """Whether a record is in the file: all local ones, and the national lines that can be called or written to."""
    return record.territory is not None or bool(record.facts.get("numero") or record.facts.get("sms"))


def service(record: Record) -> Inputs:
    """One of those who help, as a service of HSDS. What is not known is left out."""
    facts, path = record.facts, record.path
    checked = facts.get("verifie_le")
    plain = {each.fact.hsds: facts[key] for key, each in facts_in(facts).items() if each.fact.hsds and facts.get(key)}
    made: Inputs = {
        "id": identifier(path),
        "name": record.name,
        "description": _description(record),
        "url": plain.pop("url", None),
        "additional_urls": _chat(record),
        "email": plain.pop("email", None),
        "status": "active",
        "application_process": how_to_come(record),
        "eligibility_description": record.in_words("pour"),
        "assured_date": checked,
        "alert": _alert(record),
        # Nobody notes the hour, and it would be that of the build.
        "last_modified": f"{checked}T00:00:00.000Z" if checked else None,
        "phones": _phones(record),
        "schedules": [*_schedules(record, "horaires"), *_schedules(record, "horaires_messagerie", "Messagerie")],
        "service_areas": [
            {"id": identifier(path, "area", number), "name": area.name, "description": area.kind}
            for number, area in enumerate(record.areas, 1)
        ],
        "service_at_locations": locations(record),
        "languages": _languages(path, "language", record),
        "organization": _organization(record),
        "cost_options": _cost(record),
        "contacts": [
            _contact(identifier(path, "contact", number), contact) for number, contact in enumerate(record.contacts, 1)
        ],
        "attributes": _attributes(record),
        **plain,
    }
    return _known(made)


def _known(made: Inputs) -> Inputs:
    return {key: value for key, value in made.items() if value not in (None, "", [])}


def _description(record: Record) -> str:
    partners = record.facts.get("partenaires")
    return (record.summary or record.type) + (f" Avec : {', '.join(partners)}." if partners else "")


def _organization(record: Record) -> Inputs:
    """Who provides the service: the body that leads it, or else the service itself."""
    leader, in_directory = record.facts.get("porte_par"), str(record.facts.get("annuaire") or "")
    directory, _, own = in_directory.partition(":")
    known = {"id": identifier(record.path, "record"), "identifier_type": directory, "identifier": own}
    return {
        "id": identifier(record.path, "organization"),
        "name": leader or record.name,
        "description": f"Porte : {record.name}." if leader else _description(record),
        **({"organization_identifiers": [known]} if in_directory else {}),
    }


def _phones(record: Record) -> list[Inputs]:
    facts = record.facts
    opening = opening_hours(facts["horaires"]) if facts.get("horaires") else ""
    numbers = (
        ("numero", "voice", opening),
        ("numero_outre_mer", "voice", "Depuis l’outre-mer ou l’étranger"),
        ("sms", "text", opening),
    )
    return [
        _known(
            {
                "id": identifier(record.path, key),
                "number": facts[key],
                "type": kind,
                "description": description,
                "languages": _languages(record.path, f"{key}-language", record),
            }
        )
        for key, kind, description in numbers
        if facts.get(key)
    ] + [
        _known(
            {
                "id": identifier(record.path, "accueils", number),
                "number": desk["numero"],
                "type": "voice",
                "description": _desk(desk),
            }
        )
        for number, desk in enumerate(facts.get("accueils") or (), 1)
        if desk["numero"]
    ]


def _desk(desk: Inputs) -> str:
    """Whose number it is, and whom to ask for."""
    return str(desk["lieu"]) + (f" : demander {ASKED_FOR.labels[desk['demander']]}" if desk["demander"] else "")


def _languages(path: str, step: str, record: Record) -> list[Inputs]:
    """The languages that are spoken. HSDS takes ISO 639 codes: of `zh-Hant`, the first part."""
    note = "Pas à toute heure" if record.facts.get("langues_a_certaines_heures") else None
    return [
        _known(
            {
                "id": identifier(path, step, tag),
                "name": languages([tag]),
                "code": tag.partition("-")[0],
                "note": None if tag == "fr" else note,
            }
        )
        for tag in record.facts.get("langues") or ()
    ]


def _schedules(record: Record, key: str, note: str | None = None) -> list[Inputs]:
    """Opening hours as RFC 5545 rules, in the time of the place. They carry no offset, for it changes with summer."""
    rows = record.facts.get(key) or ()
    if key == "horaires" and (told := record.facts.get("horaires_note")):
        if not rows:
            return [{"id": identifier(record.path, key, "note"), "description": told}]
        note = told
    return [
        _known(
            {
                "id": identifier(record.path, key, number),
                "freq": "WEEKLY",
                "byday": ",".join(_DAYS[day] for day in row["jours"]),
                "description": opening_hours([row]),
                "opens_at": row["de"],
                # 24:00 is no time of day for most who read the file.
                "closes_at": "23:59" if row["a"] == "24:00" else row["a"],
                "notes": note,
            }
        )
        for number, row in enumerate(rows, 1)
    ]


def _chat(record: Record) -> list[Inputs]:
    address = record.facts.get("messagerie")
    return [{"id": identifier(record.path, "messagerie"), "label": "Messagerie", "url": address}] if address else []


def _contact(name: str, contact: Inputs) -> Inputs:
    """A line or a structure through which one is reached: a service, never a person."""
    number = contact.get("numero") or contact.get("sms")
    phone = {
        "id": str(uuid.uuid5(NAMESPACE, f"{name}#phone")),
        "number": number,
        "type": "voice" if contact.get("numero") else "text",
    }
    return _known({"id": name, "name": contact["nom"], "phones": [phone] if number else []})


def how_to_come(record: Record) -> str:
    """How one is received, in words."""
    said = []
    if record.facts.get("sans_rendez_vous") is not None:
        said.append("Sans rendez-vous." if record.facts["sans_rendez_vous"] else "Sur rendez-vous.")
    if record.contacts:
        said.append(f"Joindre par : {', '.join(contact['nom'] for contact in record.contacts)}.")
    return " ".join(said)


def _alert(record: Record) -> str:
    """What is to be confirmed. In the field that directories show to readers, beside the service."""
    if record.is_to_check_again:
        return "Vérifié il y a trop longtemps : tout est à confirmer."
    return f"À confirmer : {', '.join(record.doubtful)}." if record.doubtful else ""


def _cost(record: Record) -> list[Inputs]:
    cost = record.facts.get("cout")
    if not cost:
        return []
    option: Inputs = {
        "id": identifier(record.path, "cout"),
        "option": record.in_words("cout"),
    }
    return [option | ({"amount": 0, "currency": "eur"} if cost == "gratuit" else {})]


def _attributes(record: Record) -> list[Inputs]:
    """The type of the help, the needs it meets, for whom and how accessible it is, as terms of our own lists; its sources."""
    sort = record.facts.get("type") or record.facts["genre"]
    types = STRUCTURE_TYPES.labels
    terms = [("type", "Types", sort, types.get(sort, record.type))]
    for key, each in facts_in(record.facts).items():
        if each.fact.terms and isinstance(each.kind, Choice):
            found = record.facts.get(key) or ()
            terms += [(key, each.fact.terms, value, each.kind.labels[value]) for value in found]
    return [
        {
            "id": identifier(record.path, key, value),
            "link_type": key,
            "link_entity": "service",
            "taxonomy_term": {
                # The same term has the same identifier wherever it is used.
                "id": identifier("", taxonomy, value),
                "code": value,
                "name": name,
                "description": name,
                "taxonomy": taxonomy,
                "language": "fr",
            },
        }
        for key, taxonomy, value, name in terms
    ] + [
        {
            "id": identifier(record.path, "source", number),
            "link_type": "source",
            "link_entity": "service",
            "label": told,
            "value": source["adresse"],
        }
        for number, (source, told) in enumerate(record.licensed_sources, 1)
    ]
