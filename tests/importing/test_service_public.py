"""Records of the State's directory as records of ours."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from eclaircie.content.choices import STRUCTURE_TYPES
from eclaircie.importing.kinds import KEPT, LEFT_OUT
from tests.importing.made import counter, one, read_records


def why(tmp_path: Path, **changes: Any) -> list[str]:
    """Why a record is left out: its reasons."""
    records, tally = read_records(tmp_path, counter(**changes))
    assert records == []
    return [reason for _, reason in tally.left]


def test_a_record_keeps_where_it_is_from(tmp_path: Path) -> None:
    """Identifier, former ones, producer, page and day of the directory stay with it."""
    record = one(tmp_path, ancien_identifiant=["ancien-1"])

    assert record.key == "service-public:0a1b2c3d-1111-2222-3333-444455556666"
    assert record.former_keys == ("service-public:ancien-1", "service-public:gendarmerie-71137-01")
    assert record.producer == "Service-Public.fr (DILA)"
    assert record.address.startswith("https://lannuaire.service-public.gouv.fr/bourgogne")
    assert record.date == datetime.date(2023, 8, 9)


def test_nobody_is_named(tmp_path: Path) -> None:
    """Who works there is never read."""
    assert "Untel" not in repr(one(tmp_path))


@pytest.mark.parametrize("written", ["2024-02-29T10:00:00+00:00", "29/02/2024", "29/02/2024 08:00:00"])
def test_a_day_is_read_in_both_forms(tmp_path: Path, written: str) -> None:
    """The file writes days as France does, the interface as ISO 8601."""
    assert one(tmp_path, date_modification=written).date == datetime.date(2024, 2, 29)


@pytest.mark.parametrize("written", ["", None, "31/02/2024", "hier"])
def test_a_day_that_is_none_is_not_known(tmp_path: Path, written: str | None) -> None:
    """No day is invented."""
    assert one(tmp_path, date_modification=written).date is None


# Names


@pytest.mark.parametrize(
    ("kind", "written", "name"),
    [
        ("gendarmerie", "Gendarmerie - Brigade de Cluny", "Gendarmerie de Cluny"),
        ("gendarmerie", "Brigade de gendarmerie - Cluny", "Gendarmerie de Cluny"),
        ("gendarmerie", "BRIGADE DE GENDARMERIE - CLUNY", "Gendarmerie de Cluny"),
        ("gendarmerie", "Gendarmerie - Brigade territoriale autonome de Cluny", "Gendarmerie de Cluny"),
        ("gendarmerie", "Gendarmerie nationale - Cluny", "Gendarmerie de Cluny"),
        ("commissariat_police", "Commissariat de police - Cluny", "Commissariat de Cluny"),
        ("commissariat_police", "Hôtel de police - Cluny - annexe", "Commissariat de Cluny, annexe"),
        ("mjd", "Maison de justice et du droit - Cluny", "Maison de justice et du droit de Cluny"),
        (
            "caf",
            "Caisse d'allocations familiales (CAF) - Saône-et-Loire - accueil de Cluny",
            "Caisse d'allocations familiales (CAF), Saône-et-Loire, accueil de Cluny",
        ),
        ("tgi", "Tribunal judiciaire - CLUNY", "Tribunal judiciaire de Cluny"),
        ("pmi", "Centre de PMI Simone Veil", "Centre de PMI Simone Veil"),
        ("permanence_juridique", "Me Sophie Untel", "Point-justice de Cluny"),
    ],
)
def test_a_name_is_written_as_pages_write_it(tmp_path: Path, kind: str, written: str, name: str) -> None:
    """The town follows the name, capitals are a sentence's, and a name that tells of a person is made anew."""
    assert one(tmp_path, kind=kind, nom=written).name == name


@pytest.mark.parametrize(
    ("code", "town", "name"),
    [
        ("71014", "Autun", "Gendarmerie d'Autun"),
        ("71153", "Le Creusot", "Gendarmerie du Creusot"),
        ("71133", "La Clayette", "Gendarmerie de La Clayette"),
        ("71133", "Clayette (La)", "Gendarmerie de La Clayette"),
        ("71263", "Louhans", "Gendarmerie de Louhans"),
        ("71263", "LOUHANS", "Gendarmerie de Louhans"),
        ("71263", "Cluny", "Gendarmerie de Cluny"),
    ],
)
def test_a_town_is_joined_as_french_does(tmp_path: Path, code: str, town: str, name: str) -> None:
    """De, du, des or d', whatever the town begins with."""
    assert one(tmp_path, code_insee_commune=code, nom=f"Brigade de gendarmerie - {town}").name == name


# Where


@pytest.mark.parametrize(
    ("code", "given", "territory", "commune", "line"),
    [
        ("75111", {"code_postal": "75011", "nom_commune": "Paris 11e Arrondissement"}, "75", "75056", "75011 Paris"),
        ("69383", {"code_postal": "69003", "nom_commune": "Lyon 3e"}, "69", "69123", "69003 Lyon"),
        ("69383", {"code_postal": "69423", "nom_commune": "LYON CEDEX 03"}, "69", "69123", "69003 Lyon"),
        ("13201", {"code_postal": "13001", "nom_commune": "Marseille 1"}, "13", "13055", "13001 Marseille"),
        ("13216", {"code_postal": "13016", "nom_commune": "Marseille"}, "13", "13055", "13016 Marseille"),
        ("71270", {"code_postal": "71011", "nom_commune": "Mâcon CEDEX 9"}, "71", "71270", "71000 Mâcon"),
        ("2A004", {"code_postal": "20187", "nom_commune": "Ajaccio CEDEX 1"}, "2a", "2A004", "Ajaccio"),
        ("2B033", {"code_postal": "20200", "nom_commune": "Bastia"}, "2b", "2B033", "20200 Bastia"),
        ("97411", {"code_postal": "97400", "nom_commune": "SAINT-DENIS"}, "974", "97411", "97400 Saint-Denis"),
        ("98735", {"code_postal": "98713", "nom_commune": "Papeete"}, "987", "98735", "98714 Papeete"),
        ("", {"code_postal": "71250", "nom_commune": "CLUNY"}, "71", "71137", "71250 Cluny"),
        ("", {"code_postal": "71000", "nom_commune": "Mâcon CEDEX"}, "71", "71270", "71000 Mâcon"),
        ("71999", {"code_postal": "71250", "nom_commune": "Cluny"}, "71", "71137", "71250 Cluny"),
    ],
)
def test_a_place_is_found(
    tmp_path: Path, code: str, given: dict[str, str], territory: str, commune: str, line: str
) -> None:
    """By its INSEE code, arrondissements as their city; without a code by postcode and name; CEDEX is no place."""
    kinds = [{"type_service_local": "gendarmerie", "code_insee_commune": [code] if code else []}]
    point = {"latitude": "", "longitude": ""}
    changes = {"code_insee_commune": code, "pivot": kinds, "telephone": [], "adresse_courriel": ["accueil@exemple.fr"]}
    record = one(tmp_path, of=(territory,), adresse=given | point, **changes)

    assert (record.territory, record.commune) == (territory, commune)
    assert record.street_address == f"12 rue de la Levée, {line}"


def test_the_code_of_the_kind_counts_where_the_record_has_none(tmp_path: Path) -> None:
    """`pivot` names the commune too."""
    assert one(tmp_path, code_insee_commune=None, adresse={"code_postal": ""}).town == "Cluny"


def test_a_place_that_nobody_can_tell_is_none(tmp_path: Path) -> None:
    """A postcode of many communes, without a name, is no place."""
    records, tally = read_records(
        tmp_path,
        counter(
            code_insee_commune="",
            pivot=[{"type_service_local": "gendarmerie"}],
            adresse={"code_postal": "71460", "nom_commune": "Ailleurs"},
        ),
    )

    assert records == []
    assert list(tally.left) == [("gendarmerie", "no_place")]


def test_one_goes_to_the_address_and_not_to_the_one_for_letters(tmp_path: Path) -> None:
    """Of two addresses the one where one is received is taken, whichever stands first."""
    going = counter()["adresse"][0]
    letters = going | {"type_adresse": "Adresse postale", "numero_voie": "BP 12", "code_postal": "71011"}

    assert one(tmp_path, adresse=[letters, going]).street_address == "12 rue de la Levée, 71250 Cluny"
    record = one(tmp_path, adresse=[letters])
    assert record.street_address is None
    assert ("adresse", "post_box") in [(each.field, each.why) for each in record.unread]


@pytest.mark.parametrize(
    ("given", "street"),
    [
        ({"numero_voie": "12 rue de la Levée BP 40"}, "12 rue de la Levée"),
        ({"numero_voie": "12 rue de la Levée\nCS 20017"}, "12 rue de la Levée"),
        ({"numero_voie": "", "complement1": "Place du Marché"}, "Place du Marché"),
        ({"numero_voie": "CS 70 001", "complement1": "Quai des Marins"}, "Quai des Marins"),
    ],
)
def test_a_post_box_is_left_out_of_an_address(tmp_path: Path, given: dict[str, str], street: str) -> None:
    """What only brings letters is left out; the complement counts where there is no street."""
    assert one(tmp_path, adresse=given).street_address == f"{street}, 71250 Cluny"


@pytest.mark.parametrize(
    ("latitude", "longitude", "position"),
    [
        ("46.43291", "4.65712", (46.433, 4.657)),
        ("46,43291", "4,65712", (46.433, 4.657)),
        ("4.65712", "46.43291", None),
        ("0", "0", None),
        ("nord", "est", None),
        ("", "", None),
    ],
)
def test_a_point_is_one_of_the_country(tmp_path: Path, latitude: str, longitude: str, position: Any) -> None:
    """Three decimals at most; what lies elsewhere, or was turned round, is no point."""
    assert one(tmp_path, adresse={"latitude": latitude, "longitude": longitude}).position == position


def test_where_town_halls_stand_is_kept(tmp_path: Path) -> None:
    """Of town halls nothing else is taken."""
    records, tally = read_records(tmp_path, counter(kind="mairie", nom="Mairie - Cluny"))

    assert records == []
    assert tally.towns == {"71137": (46.433, 4.657)}


# Ways


def test_an_email_is_that_of_the_service(tmp_path: Path) -> None:
    """The first that is nobody's own; of a person's not even the address is kept."""
    record = one(tmp_path, adresse_courriel=["sophie.untel@exemple.fr", "bta.cluny@gendarmerie.interieur.gouv.fr", "x"])

    assert record.email == "bta.cluny@gendarmerie.interieur.gouv.fr"
    assert "sophie" not in repr(record)


def test_a_site_that_others_can_read_on_the_way_is_left_out(tmp_path: Path) -> None:
    """Only https is shown; the other is named."""
    sites = [{"libelle": "", "valeur": "http://www.exemple.fr"}, {"libelle": "", "valeur": "https://exemple.fr/a"}]

    assert one(tmp_path, site_internet=sites).website == "https://exemple.fr/a"
    assert [each.why for each in one(tmp_path, site_internet=sites[:1]).unread] == ["not_https"]


def test_nobody_is_told_of_a_counter_that_cannot_be_reached(tmp_path: Path) -> None:
    """Without number, e-mail or site a record is left out."""
    assert why(tmp_path, telephone=[]) == ["no_way"]


@pytest.mark.parametrize(
    ("code", "note", "access"),
    [
        ("ACC", "", ("fauteuil",)),
        ("ACC", "Rampe, boucle magnétique à l'accueil", ("fauteuil", "boucle_magnetique")),
        ("ACC", "Pas de boucle magnétique", ("fauteuil",)),
        ("DEM", "Rampe amovible", ()),
        ("DEM", "Un agent vous accompagne depuis l'entrée", ("accompagnement",)),
        ("NAC", "", ()),
        ("", "", ()),
        ("", "Accueil en LSF le mardi", ("langue_des_signes",)),
    ],
)
def test_access_says_what_the_directory_says(tmp_path: Path, code: str, note: str, access: tuple[str, ...]) -> None:
    """ACC is a wheelchair's way in; DEM is someone's help only where the note says so."""
    assert one(tmp_path, adresse={"accessibilite": code, "note_accessibilite": note}).access == access


# What is left out


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": "gendarmerie_moto"}, "no_counter"),
        ({"kind": "ccas"}, "every_commune"),
        ({"kind": "prudhommes"}, "other_justice"),
        ({"kind": "maison_arret"}, "prison"),
        ({"kind": "cadastre"}, "no_help"),
        ({"kind": "chu", "nom": "Centre hospitalier universitaire"}, "hospital_without_umj"),
        ({"statut_de_diffusion": "false"}, "not_published"),
        ({"version_type": "Archivé"}, "not_published"),
        ({"kind": "aav", "nom": "Foyer Les Lilas"}, "shelter"),
        ({"kind": "aav", "nom": "Centre d'hébergement du Pont"}, "shelter"),
        ({"kind": "aav", "nom": "Groupe de parole de Cluny"}, "support_group"),
        ({"kind": "aav", "nom": "Suivi des auteurs de violences"}, "those_who_harm"),
    ],
)
def test_a_record_is_left_out_with_its_reason(tmp_path: Path, changes: dict[str, Any], reason: str) -> None:
    """Kinds that do not help, shelters, support groups, what is not published: counted, never taken."""
    assert why(tmp_path, **changes) == [reason]


def test_nothing_of_a_shelter_is_kept(tmp_path: Path) -> None:
    """Of a shelter the tally has its kind and nothing else."""
    _, tally = read_records(tmp_path, counter(kind="aav", nom="Foyer Les Lilas"))

    assert "Lilas" not in repr(tally)
    assert "Levée" not in repr(tally)


def test_a_counter_in_a_shelter_has_no_address(tmp_path: Path) -> None:
    """A legal aid desk held in a shelter is shown without where it is."""
    record = one(tmp_path, kind="permanence_juridique", nom="Point-justice", adresse={"complement1": "Foyer Les Lilas"})

    assert (record.street_address, record.position) == (None, None)
    assert "Lilas" not in repr(record)


@pytest.mark.parametrize("name", ["France Services - Cluny (Itinérant)", "Bus France Services du Clunisois"])
def test_a_counter_on_wheels_has_no_address(tmp_path: Path, name: str) -> None:
    """Where it stands depends on the day: who went there would find nobody."""
    record = one(tmp_path, kind="msap", nom=name)

    assert (record.street_address, record.position) == (None, None)


@pytest.mark.parametrize("identifier", ["", None, 12, "pas un identifiant"])
def test_a_record_without_its_identifier_is_broken(tmp_path: Path, identifier: Any) -> None:
    """Without it nobody could find the record again."""
    records, tally = read_records(tmp_path, counter() | {"id": identifier})

    assert records == []
    assert [each.detail for each in tally.broken] == ["id"]


def test_a_hospital_helps_where_it_has_forensic_doctors(tmp_path: Path) -> None:
    """Only what says so in its name."""
    assert one(tmp_path, kind="chu", nom="CHU - Unité médico-judiciaire").type == "umj"


def test_an_unknown_kind_is_named(tmp_path: Path) -> None:
    """What no table knows is counted by its name."""
    _, tally = read_records(tmp_path, counter(kind="maison_nouvelle"))

    assert tally.unknown_kinds == {"maison_nouvelle": 1}


def test_every_kind_stands_in_one_table() -> None:
    """No kind is kept and left out, and each kept one is of a type of ours."""
    assert not KEPT.keys() & LEFT_OUT.keys()
    assert {kept.type for kept in KEPT.values()} <= STRUCTURE_TYPES.labels.keys()
