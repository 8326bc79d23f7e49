"""Services of data·inclusion as records of ours."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from eclaircie.importing.files import values_of
from eclaircie.importing.record import Record
from tests.importing.made import SERVICE, STRUCTURE, read_all, read_services

VIOLENCE = "famille--surmonter-conflits-separation-violence"
BED = "logement-hebergement--rechercher-une-solution-dhebergement-temporaire"


def one(tmp_path: Path, structure: dict[str, Any] | None = None, **changes: Any) -> Record:
    """The record of one service. structure: what its structure has of its own."""
    (record,), _ = read_services(tmp_path, [SERVICE | changes], [STRUCTURE | (structure or {})])
    return record


def why(tmp_path: Path, structure: dict[str, Any] | None = None, **changes: Any) -> list[str]:
    """Why a service is left out: its reasons."""
    records, tally = read_services(tmp_path, [SERVICE | changes], [STRUCTURE | (structure or {})])
    assert records == []
    return [reason for _, reason in tally.left]


def test_a_service_about_violence_is_a_record(tmp_path: Path) -> None:
    """Its own number, hours, cost and public; its structure's name and site; the producer's name."""
    record = one(tmp_path)

    assert record.key == "data-inclusion:dora--1042"
    assert record.name == "Association du Port, accompagnement des femmes"
    assert (record.type, record.offers, record.audience, record.cost) == ("ecoute", ("parler",), ("femmes",), "gratuit")
    assert (record.number, record.email, record.website) == (
        "03 85 00 00 01",
        "accueil@exemple.fr",
        "https://exemple.fr/",
    )
    assert (record.commune, record.street_address, record.position) == (
        "71270",
        "3 rue du Port, 71000 Mâcon",
        (46.306, 4.83),
    )
    assert record.hours == ({"jours": "lundi-vendredi", "de": "08:30", "a": "12:30"},)
    assert (record.producer, record.date) == ("dora, par data·inclusion", datetime.date(2026, 3, 2))
    assert record.address == "https://dora.inclusion.gouv.fr/services/accompagnement"


def test_nobody_is_named(tmp_path: Path) -> None:
    """The person to ask for is never read."""
    assert "Untel" not in repr(one(tmp_path))


def test_what_a_service_does_not_say_its_structure_does(tmp_path: Path) -> None:
    """Number, hours and place are the structure's where the service has none."""
    hours = {"horaires_accueil": "Tu 14:00-17:00"}
    record = one(
        tmp_path, hours, **dict.fromkeys(("telephone", "horaires_accueil", "code_insee", "code_postal", "adresse"))
    )

    assert record.number == "03 85 00 00 02"
    assert record.hours == ({"jours": "mardi", "de": "14:00", "a": "17:00"},)
    assert record.street_address == "3 rue du Port, 71000 Mâcon"


def test_a_service_is_read_without_its_structure(tmp_path: Path) -> None:
    """One file alone gives what it has."""
    (tmp_path / "services.json").write_text(json.dumps({"items": [SERVICE], "total": 1}), "utf-8")
    (record,), _ = read_all(tmp_path / "services.json")

    assert record.name == "Accompagnement des femmes"


def test_a_table_with_lists_is_read(tmp_path: Path) -> None:
    """In a table lists are JSON texts."""
    row = {key: json.dumps(value) if isinstance(value, list) else str(value) for key, value in SERVICE.items()}
    cells = ['"' + value.replace('"', '""') + '"' for value in row.values()]
    (tmp_path / "services.csv").write_text(",".join(row) + "\n" + ",".join(cells) + "\n", "utf-8")
    (record,), tally = read_all(tmp_path / "services.csv")

    assert (record.audience, record.position, tally.unknown_fields) == (("femmes",), (46.306, 4.83), {})


@pytest.mark.parametrize(
    ("structure", "changes", "kind"),
    [
        ({"reseaux_porteurs": ["cidff"]}, {}, "cidff"),
        ({"reseaux_porteurs": ["departements"]}, {}, "service_social"),
        ({}, {"nom": "Permanence du CIDFF"}, "cidff"),
        ({"nom": "France Victimes 71"}, {}, "france_victimes"),
        ({}, {"nom": "Accueil de jour pour les femmes"}, "accueil_de_jour"),
        ({"nom": "Maison des femmes"}, {}, "maison_des_femmes"),
    ],
)
def test_a_service_is_of_a_kind(tmp_path: Path, structure: dict[str, Any], changes: dict[str, Any], kind: str) -> None:
    """By the network of its structure, else by the words of both names."""
    assert one(tmp_path, structure, **changes).type == kind


def test_other_themes_say_what_else_is_offered(tmp_path: Path) -> None:
    """A theme of health, of money or of rights is a need of ours."""
    record = one(
        tmp_path,
        thematiques=[VIOLENCE, "sante--sante-mentale", "difficultes-financieres--acquerir-une-autonomie-budgetaire"],
    )

    assert record.offers == ("parler", "sante", "argent")


def test_words_tell_what_no_theme_tells(tmp_path: Path) -> None:
    """A service whose name says violence helps, whatever its themes."""
    assert one(tmp_path, thematiques=[], nom="Écoute des femmes victimes de violences").type == "ecoute"
    assert why(tmp_path, thematiques=[]) == ["other_theme"]


def test_what_one_pays_is_told(tmp_path: Path) -> None:
    """By income where the details say so."""
    assert one(tmp_path, frais="payant").cost == "payant"
    assert one(tmp_path, frais="payant", frais_precisions="Selon les revenus").cost == "selon_revenus"
    assert one(tmp_path, frais=None).cost is None


def test_a_zone_smaller_than_the_departement_is_kept(tmp_path: Path) -> None:
    """Communes and intercommunalities by their codes; a whole département is no zone."""
    record = one(tmp_path, zone_eligibilite=["71270", "200070308"])

    assert (record.communes, record.intercommunalities) == (("71270",), ("200070308",))
    assert one(tmp_path, zone_eligibilite=["71"]).communes == ()


def test_the_file_of_a_record_says_whom_it_serves(tmp_path: Path) -> None:
    """Communes and intercommunalities, and nothing where it is the whole département."""
    part = values_of(one(tmp_path, zone_eligibilite=["71270", "200070308"]))

    assert (part["communes"], part["intercommunalites"]) == (["71270"], ["200070308"])
    assert "communes" not in values_of(one(tmp_path, zone_eligibilite=["71"]))


# What is left out


@pytest.mark.parametrize(
    ("structure", "changes", "reason"),
    [
        ({}, {"thematiques": [VIOLENCE, BED]}, "shelter"),
        ({}, {"nom": "Hébergement des femmes victimes de violences"}, "shelter"),
        ({}, {"nom": "Mise à l'abri"}, "shelter"),
        ({}, {"nom": "SIAO femmes victimes"}, "shelter"),
        ({"nom": "CHRS Les Lilas"}, {}, "shelter"),
        ({"nom": "Foyer Les Lilas"}, {}, "shelter"),
        ({"reseaux_porteurs": ["chrs"]}, {}, "shelter"),
        ({"description": "Centre d'hébergement pour femmes."}, {}, "shelter"),
        ({}, {"complement_adresse": "Résidence sociale Les Lilas"}, "shelter"),
        ({}, {"nom": "Groupe de parole"}, "support_group"),
        ({}, {"nom": "Suivi des auteurs de violences conjugales"}, "those_who_harm"),
        ({}, {"mobilisable_par": ["professionnels"]}, "professionals_only"),
    ],
)
def test_a_service_is_left_out_with_its_reason(
    tmp_path: Path, structure: dict[str, Any], changes: dict[str, Any], reason: str
) -> None:
    """Shelters in any of their words, support groups, what is not for those who look for help."""
    assert why(tmp_path, structure, **changes) == [reason]


def test_nothing_of_a_shelter_is_kept(tmp_path: Path) -> None:
    """Of a shelter the tally has its kind and nothing else, whichever file says that it is one."""
    for structure, changes in (({"nom": "Foyer Les Lilas"}, {}), ({}, {"nom": "Hébergement Les Lilas"})):
        records, tally = read_services(tmp_path, [SERVICE | changes], [STRUCTURE | structure])
        assert records == []
        assert "Lilas" not in repr(tally)
        assert "Port" not in repr(tally)


def test_where_beds_are_offered_too_no_address_is_told(tmp_path: Path) -> None:
    """Nobody can tell the door of the office from that of the shelter."""
    bed = SERVICE | {"id": "dora--2", "thematiques": [BED]}
    (record,), tally = read_services(tmp_path, [SERVICE, bed], [STRUCTURE])

    assert (record.number, record.street_address, record.position) == ("03 85 00 00 01", None, None)
    assert list(tally.left) == [("data·inclusion, accompagnement", "shelter")]


def test_where_nobody_is_received_no_address_is_told(tmp_path: Path) -> None:
    """A service at a distance is no place to go to."""
    assert one(tmp_path, modes_accueil=["a-distance"]).street_address is None


def test_structures_may_stand_first(tmp_path: Path) -> None:
    """In an archive or in the order given, structures before services are read once services are known."""
    (tmp_path / "s.json").write_text(json.dumps([STRUCTURE | {"code_insee": "34172", "code_postal": "34000"}]), "utf-8")
    (tmp_path / "t.json").write_text(json.dumps([SERVICE | {"telephone": None}]), "utf-8")
    (record,), tally = read_all(tmp_path / "s.json", tmp_path / "t.json")

    assert record.number == "03 85 00 00 02"
    assert (tally.seen, tally.structures) == (2, 1)
