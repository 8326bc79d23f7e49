"""The association's own structures in the schema of data·inclusion, which Dora, Soliguide and others read.

Two files, each an array: the structures, and what each offers as a service. Only what somebody here wrote is in them:
what came from that directory, or from that of the State, is there already. What is to be confirmed is left out, for the
schema has no word for doubt, and so is its mark of quality, which data·inclusion counts itself.
Source: the package data-inclusion-schema 1.0.10 (`v1/structures.py`, `v1/services.py`), which the tests hold the files
against.

Called within a request in French, the language of all words in the files.
"""

import json
from collections.abc import Iterable

from ..canonical_json import Inputs
from ..content.facts import Choice
from ..content.models import facts_in
from ..content.opening_hours import neighbours
from ..content.privacy import parts_of_address
from ..content.service_areas import find_commune
from ..rendering.structured_data import international
from .hsds import how_to_come
from .hsds_identifiers import identifier
from .records import Record

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_LONGEST_NAME = 150  # characters, by the schema
VIOLENCE = "famille--surmonter-conflits-separation-violence"
"""The theme of all who are on this site."""
FROM_THERE = "data-inclusion:"
"""How the identifier of a record of that directory begins."""


def inclusion_files(records: Iterable[Record], source: str) -> tuple[bytes, bytes]:
    """The file of structures and that of services, in the order given. source: how the association is called there."""
    own = [record for record in records if _is_own(record)]
    return _file([_structure(record, source) for record in own]), _file([_service(record, source) for record in own])


def _file(items: list[Inputs]) -> bytes:
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def _is_own(record: Record) -> bool:
    """Whether somebody here wrote of a structure, and said when it was compared with its sources."""
    facts = record.facts
    is_written_here = facts["genre"] == "structure" and not str(facts.get("annuaire") or "").startswith(FROM_THERE)
    return is_written_here and bool(facts.get("verifie_le"))


def _structure(record: Record, source: str) -> Inputs:
    return _known(
        {
            **_common(record, source),
            "id": _id(record, source),
            "description": record.summary or record.type,
        }
    )


def _service(record: Record, source: str) -> Inputs:
    facts = _sure(record)
    made = {
        **_common(record, source),
        "id": _id(record, source),
        "structure_id": _id(record, source),
        "description": record.summary or record.type,
        **_in_their_words(facts),
        "publics_precisions": record.in_words("pour") if "pour" in facts else "",
        "frais_precisions": record.in_words("cout") if facts.get("cout") not in (None, "gratuit") else "",
        "zone_eligibilite": [area.code for area in record.areas if area.code],
        "mobilisation_precisions": how_to_come(record),
    }
    made["thematiques"] = sorted({VIOLENCE, *made.get("thematiques", ())})
    if made.get("adresse"):
        made["modes_accueil"] = ["en-presentiel"]
    ways = {
        "telephoner": made.get("telephone"),
        "envoyer-un-courriel": made.get("courriel"),
        "se-presenter": made.get("adresse") and facts.get("sans_rendez_vous"),
    }
    made["modes_mobilisation"] = [way for way, is_there in ways.items() if is_there]
    return _known(made)


def _common(record: Record, source: str) -> Inputs:
    """What a structure and its service have alike."""
    facts = _sure(record)
    number = facts.get("numero")
    return {
        "source": source,
        "nom": record.name[:_LONGEST_NAME].rstrip(". "),
        "date_maj": record.facts["verifie_le"],
        "telephone": international(number) if number else None,
        "courriel": facts.get("courriel"),
        "site_web": facts.get("site"),
        "horaires_accueil": osm_hours(facts.get("horaires") or ()),
        **_place(record, facts),
    }


def _id(record: Record, source: str) -> str:
    """The same identifier as in the file of Open Referral, behind the name of the source."""
    return f"{source}--{identifier(record.path)}"


def _sure(record: Record) -> Inputs:
    """The facts that are not to be confirmed. Past their review, hours are the first to be wrong."""
    doubtful = {*(record.facts.get("a_confirmer") or ()), *(("horaires",) if record.is_to_check_again else ())}
    return {key: value for key, value in record.facts.items() if key not in doubtful and value not in (None, [], "")}


def _place(record: Record, facts: Inputs) -> Inputs:
    """A public address in its parts; nothing of a shelter, whatever its facts say."""
    parts = parts_of_address(str(facts.get("adresse") or ""))
    if parts is None or record.is_shelter or record.territory is None:
        return {}
    commune = find_commune(record.territory.slug, parts.town)
    return {
        "adresse": parts.street,
        "code_postal": parts.postcode,
        "commune": parts.town,
        "code_insee": commune.code if commune else None,
    }


def _in_their_words(facts: Inputs) -> Inputs:
    """Each choice by the words that the schema has for it, where it has some: see `Choice.inclusion`."""
    found: Inputs = {}
    for key, each in facts_in(facts).items():
        if each.fact.inclusion and isinstance(each.kind, Choice) and key in facts:
            chosen = facts[key] if each.is_list else [facts[key]]
            words = [word for own in chosen for word in each.kind.inclusion.get(own, ())]
            if EVERYBODY in words:
                words = [EVERYBODY]  # which stands alone
            if words:
                found[each.fact.inclusion] = sorted(set(words)) if each.is_list else words[0]
    return found


EVERYBODY = "tous-publics"


def osm_hours(rows: Iterable[Inputs]) -> str:
    """Opening hours as OpenStreetMap writes them. rows: as `facts_of` gives them.

    The days of a rule take the place of those of the rules before it, so all hours of a day stand in one.
    Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
    """
    week: dict[int, set[str]] = {}
    for row in rows:
        for day in row["jours"]:
            week.setdefault(day, set()).add(f"{row['de']}-{row['a']}")
    if len(week) == len(_DAYS) and all(spans == {"00:00-24:00"} for spans in week.values()):
        return "24/7"
    alike: dict[str, list[int]] = {}
    for day in sorted(week):
        alike.setdefault(",".join(sorted(week[day])), []).append(day)
    return "; ".join(f"{_days(days)} {spans}" for spans, days in alike.items())


def _days(days: list[int]) -> str:
    runs = neighbours(days)
    return ",".join(_DAYS[run[0]] if len(run) == 1 else f"{_DAYS[run[0]]}-{_DAYS[run[-1]]}" for run in runs)


def _known(made: Inputs) -> Inputs:
    return {key: value for key, value in made.items() if value not in (None, "", [])}
