"""What directories of social services are given: the association's own structures in the schema of data·inclusion."""

import json
from typing import Any

import pytest
from data_inclusion.schema import v1

from eclaircie.content.choices import NEEDS
from eclaircie.content.facts import Choice, declared
from eclaircie.content.local import Structure
from eclaircie.exports.inclusion import osm_hours
from eclaircie.importing.hours import osm_hours as read_osm_hours
from eclaircie.pages.site import Site
from tests.local_files import counter
from tests.local_site import (
    TRACES_OF_THE_SHELTER,
    exported,
    helper,
    local_site,
    with_careless_shelter,
)

STRUCTURES, SERVICES = "donnees/structures.json", "donnees/services.json"
FROM_THERE = helper(
    "structure", "Venue de là", "type: association\ncontacts: [ecoute]\nannuaire: data-inclusion:dora--1"
)
Item = dict[str, Any]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small site: a shelter, an office and a support group of ours, a counter, and a structure that is there already."""
    files = {"fr/reseaux/71/annuaire/commissariat-macon.md": counter(), "fr/reseaux/71/venue.md": FROM_THERE}
    return local_site(tmp_path_factory.mktemp("inclusion") / "content", files)


@pytest.fixture(scope="module")
def files(small: Site) -> dict[str, list[Item]]:
    """The two files, read."""
    made = exported(small)
    return {name: json.loads(made[name]) for name in (STRUCTURES, SERVICES)}


def one(items: list[Item], name: str) -> Item:
    """The one of this name."""
    [found] = [item for item in items if item["nom"] == name]
    return found


def test_every_structure_and_service_fits_the_schema(files: dict[str, list[Item]]) -> None:
    """The package of data·inclusion itself reads them, without a remark."""
    for item in files[STRUCTURES]:
        v1.Structure.model_validate_json(json.dumps(item))
    for item in files[SERVICES]:
        v1.Service.model_validate_json(json.dumps(item))


def test_what_came_from_a_directory_does_not_go_back_there(files: dict[str, list[Item]]) -> None:
    """Neither counters nor what data·inclusion has already: only what somebody here wrote."""
    names = [item["nom"] for item in files[STRUCTURES]]

    assert sorted(names) == ["Hébergement", "Maison du droit", "Parole"]
    assert [item["nom"] for item in files[SERVICES]] == names


def test_each_service_has_its_structure(files: dict[str, list[Item]]) -> None:
    """By an identifier that no other has, behind the name of the source."""
    known = [item["id"] for item in files[STRUCTURES]]

    assert [item["structure_id"] for item in files[SERVICES]] == known
    assert len(set(known)) == len(known)
    assert all(item["id"].startswith(f"{item['source']}--") for item in files[STRUCTURES])


def test_an_office_is_told_whole(files: dict[str, list[Item]]) -> None:
    """Number, hours, place, area, cost and public in the words of the schema; what is to be confirmed is left out."""
    service = one(files[SERVICES], "Maison du droit")

    assert service["telephone"] == "+33385000001"
    assert service["horaires_accueil"] == "Mo-Fr 09:00-17:30"
    assert (service["adresse"], service["code_postal"], service["commune"]) == ("12 rue du Port", "71000", "Mâcon")
    assert (service["code_insee"], service["zone_eligibilite"]) == ("71270", ["71270"])
    assert (service["frais"], service["publics"]) == ("gratuit", ["femmes"])
    assert service["modes_accueil"] == ["en-presentiel"]
    assert service["modes_mobilisation"] == ["telephoner"]
    assert "courriel" not in service


def test_every_service_is_about_violence(files: dict[str, list[Item]]) -> None:
    """Whatever else it offers: by that theme other directories find it."""
    assert all("famille--surmonter-conflits-separation-violence" in item["thematiques"] for item in files[SERVICES])


def test_of_a_shelter_nothing_leads_to_its_door(files: dict[str, list[Item]]) -> None:
    """Neither name nor place: it is in the whole département, and one goes through a national line."""
    service = one(files[SERVICES], "Hébergement")

    assert set(service) == {
        *("source", "nom", "date_maj", "id", "structure_id", "description", "zone_eligibilite"),
        *("mobilisation_precisions", "thematiques"),
    }
    assert service["zone_eligibilite"] == ["71"]
    assert "nom" in one(files[STRUCTURES], "Hébergement")


def test_a_shelter_that_no_check_has_seen_is_not_told_either(small: Site) -> None:
    """The files go through the one list of what may be told."""
    made = exported(with_careless_shelter(small))

    for name in (STRUCTURES, SERVICES):
        text = made[name].decode()
        assert [trace for trace in TRACES_OF_THE_SHELTER if trace in text] == []


def test_a_support_group_has_no_place(files: dict[str, list[Item]]) -> None:
    """It is told on registration."""
    assert not {"adresse", "code_postal", "commune", "modes_accueil"} & set(one(files[SERVICES], "Parole"))


def test_there_is_no_mark_of_quality(files: dict[str, list[Item]]) -> None:
    """data·inclusion counts it itself."""
    assert not [key for item in (*files[STRUCTURES], *files[SERVICES]) for key in item if "score" in key]


def test_the_words_of_the_schema_are_words_of_the_schema() -> None:
    """Every choice says, where it says one, a word that the schema has."""
    known = {
        "thematiques": {each.value for each in v1.Thematique},
        "publics": {each.value for each in v1.Public},
        "frais": {each.value for each in v1.Frais},
    }
    kinds = [(each.fact.inclusion, each.kind) for each in declared(Structure).values() if each.fact.inclusion]

    assert {name for name, _ in kinds} == set(known)
    for name, kind in kinds:
        assert isinstance(kind, Choice)
        assert {word for words in kind.inclusion.values() for word in words} <= known[name]
        assert set(kind.inclusion) <= set(kind.labels)
    assert set(NEEDS.labels) - set(NEEDS.inclusion) == {"parler"}


@pytest.mark.parametrize(
    ("rows", "written"),
    [
        ([([0, 1, 2, 3, 4], "09:00", "12:00"), ([0, 1, 2, 3, 4], "14:00", "17:30")], "Mo-Fr 09:00-12:00,14:00-17:30"),
        ([([0, 2], "09:00", "12:00"), ([5], "10:00", "12:00")], "Mo,We 09:00-12:00; Sa 10:00-12:00"),
        ([([0], "09:00", "12:00"), ([0, 1], "14:00", "16:00")], "Mo 09:00-12:00,14:00-16:00; Tu 14:00-16:00"),
        ([([0, 1, 2, 3, 4, 5, 6], "00:00", "24:00")], "24/7"),
        ([([4, 5], "22:00", "24:00")], "Fr-Sa 22:00-24:00"),
        ([], ""),
    ],
)
def test_hours_are_those_of_openstreetmap(rows: list[tuple[list[int], str, str]], written: str) -> None:
    """All hours of a day stand in one rule, for a later one would take its place; read back, they are the same."""
    facts = [{"jours": days, "de": start, "a": end} for days, start, end in rows]

    assert osm_hours(facts) == written
    if written:
        assert read_osm_hours(written).note == ""


def test_a_counter_stands_in_the_other_files_with_its_source(small: Site) -> None:
    """The table and the file of Open Referral have it, its point on the map, and what its licence wants to be said."""
    made = exported(small)
    [row] = [
        line for line in made["donnees/71.csv"].decode("utf-8-sig").split("\r\n") if "Commissariat de Mâcon" in line
    ]
    services = json.loads(made["donnees/hsds.json"])["contents"]
    [service] = [each for each in services if each["name"] == "Commissariat de Mâcon"]
    location = service["service_at_locations"][0]["location"]

    licence = "Annuaire de l'administration (2026-11-01), Licence Ouverte 2.0"
    assert licence in row
    assert licence in [each.get("label") for each in service["attributes"]]
    assert (location["latitude"], location["longitude"]) == (46.306, 4.832)
    assert service["organization"]["organization_identifiers"][0]["identifier_type"] == "service-public"
    assert "service_areas" not in service
    assert service["schedules"][0]["notes"] == "Fermé en août"
