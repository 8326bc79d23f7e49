"""Records and files as the public descriptions of the two directories have them, made for tests."""

import copy
import json
from pathlib import Path
from typing import Any

from eclaircie.importing.reading import read
from eclaircie.importing.record import Record, Tally

COUNTER: dict[str, Any] = {
    "plage_ouverture": [],
    "site_internet": [],
    "copyright": "Direction de l'information légale et administrative (Premier ministre)",
    "ancien_code_pivot": "gendarmerie-71137-01",
    "telecopie": ["03 85 59 00 00"],
    "nom": "Brigade de gendarmerie - Cluny",
    "itm_identifiant": "389008",
    "affectation_personne": [{"personne": {"nom": "Untel", "prenom": "Sophie", "civilite": "Mme", "grade": "Major"}}],
    "date_modification": "09/08/2023 13:30:19",
    "adresse_courriel": [],
    "pivot": [{"type_service_local": "gendarmerie", "code_insee_commune": ["71137"]}],
    "id": "0a1b2c3d-1111-2222-3333-444455556666",
    "ancien_identifiant": [],
    "commentaire_plage_ouverture": "",
    "categorie": "SL",
    "telephone": [{"valeur": "03 85 59 06 32", "description": ""}],
    "version_type": "Publiable",
    "code_insee_commune": "71137",
    "statut_de_diffusion": "true",
    "adresse": [
        {
            "type_adresse": "Adresse",
            "complement1": "",
            "complement2": "",
            "numero_voie": "12 rue de la Levée",
            "service_distribution": "",
            "code_postal": "71250",
            "nom_commune": "Cluny",
            "pays": "France",
            "continent": "Europe",
            "longitude": "4.65712",
            "latitude": "46.43291",
            "accessibilite": "",
            "note_accessibilite": "",
        }
    ],
    "url_service_public": "https://lannuaire.service-public.gouv.fr/bourgogne-franche-comte/saone-et-loire/0a1b2c3d",
}
"""A brigade, in the form of the file (« Spécifications base de données locales » v1.2)."""

SERVICE: dict[str, Any] = {
    "source": "dora",
    "structure_id": "dora--42",
    "id": "dora--1042",
    "nom": "Accompagnement des femmes",
    "description": "Un accompagnement, seule ou avec ses enfants.",
    "lien_source": "https://dora.inclusion.gouv.fr/services/accompagnement",
    "date_maj": "2026-03-02",
    "type": "accompagnement",
    "thematiques": ["famille--surmonter-conflits-separation-violence"],
    "frais": "gratuit",
    "publics": ["femmes"],
    "commune": "Mâcon",
    "code_postal": "71000",
    "code_insee": "71270",
    "adresse": "3 rue du Port",
    "longitude": 4.83,
    "latitude": 46.306,
    "telephone": "+33385000001",
    "courriel": "accueil@exemple.fr",
    "modes_accueil": ["en-presentiel"],
    "contact_nom_prenom": "Sophie Untel",
    "horaires_accueil": "Mo-Fr 08:30-12:30; PH off",
}
STRUCTURE: dict[str, Any] = {
    "source": "dora",
    "id": "dora--42",
    "nom": "Association du Port",
    "date_maj": "2026-03-02",
    "commune": "Mâcon",
    "code_postal": "71000",
    "code_insee": "71270",
    "adresse": "3 rue du Port",
    "telephone": "+33385000002",
    "site_web": "https://exemple.fr/",
}
"""A service and its structure (data-inclusion-schema 1.0.10)."""


def counter(**changes: Any) -> dict[str, Any]:
    """A record of the State's directory with some fields of its own. `adresse`: parts of it; `kind`; `id`: whole, or its first digits."""
    record = copy.deepcopy(COUNTER)
    for key, value in changes.items():
        if key == "adresse" and isinstance(value, dict):
            record["adresse"][0].update(value)
        elif key == "id" and value and "-" not in value:
            record["id"] = f"{value:0>8}-0000-4000-8000-000000000000"
        elif key == "kind":
            record["pivot"][0]["type_service_local"] = value
        else:
            record[key] = value
    return record


def as_answer(record: dict[str, Any]) -> dict[str, Any]:
    """A record as the interface gives it: nested fields as JSON texts, what is empty as null."""
    return {
        key: (json.dumps(value, ensure_ascii=False) if value else None) if isinstance(value, list) else (value or None)
        for key, value in record.items()
    } | {"adresse_courriel": "; ".join(record["adresse_courriel"]) or None}


def read_all(*files: Path, of: tuple[str, ...] = ("71",)) -> tuple[list[Record], Tally]:
    """The records of some files, and the tally."""
    tally = Tally()
    return list(read(files, of, tally)), tally


def read_records(tmp_path: Path, *records: Any, of: tuple[str, ...] = ("71",)) -> tuple[list[Record], Tally]:
    """The records that raw records of the State's directory give, out of a file of its form."""
    file = tmp_path / "base.json"
    file.write_text(json.dumps({"service": list(records)}, ensure_ascii=False), "utf-8")
    return read_all(file, of=of)


def one(tmp_path: Path, of: tuple[str, ...] = ("71",), **changes: Any) -> Record:
    """The record that one raw record of the State's directory gives."""
    (record,), _ = read_records(tmp_path, counter(**changes), of=of)
    return record


def read_services(tmp_path: Path, services: list[Any], structures: list[Any]) -> tuple[list[Record], Tally]:
    """The records that services and structures of data·inclusion give, out of two files."""
    for name, some in (("services.json", services), ("structures.json", structures)):
        (tmp_path / name).write_text(json.dumps(some, ensure_ascii=False), "utf-8")
    return read_all(tmp_path / "structures.json", tmp_path / "services.json")
