"""What other directories are given: services in the format of Open Referral."""

import datetime
import json
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from eclaircie.content import privacy
from eclaircie.content.numbers import numbers_of
from eclaircie.exports.hsds_identifiers import NAMESPACE
from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.publish.freezer import freeze
from tests.local_site import (
    TRACES_OF_THE_SHELTER,
    exported,
    helper,
    local_content,
    local_site,
    with_careless_shelter,
)
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).parents[1] / "hsds"
FILE = "donnees/hsds.json"

Service = dict[str, Any]


def is_uri(value: object) -> bool:
    """A web address with a scheme and a host."""
    return bool(re.fullmatch(r"https?://[^/\s]+(/\S*)?", str(value)))


def is_date_time(value: object) -> bool:
    """A day and a time with its offset (RFC 3339)."""
    return datetime.datetime.fromisoformat(str(value)).tzinfo is not None


@pytest.fixture(scope="module")
def validator() -> "Draft202012Validator":
    """The schema of a page of services, with those that it names."""
    # Loaded here, where it is needed: it takes two seconds, and every process of a run reads this file.
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    formats = FormatChecker(("uuid", "email"))
    formats.checks("uri")(is_uri)
    formats.checks("date-time", raises=ValueError)(is_date_time)
    schemas = {file.name: json.loads(file.read_text("utf-8")) for file in SCHEMAS.glob("*.json")}
    found = [(name, Resource.from_contents(schema, DRAFT202012)) for name, schema in schemas.items()]
    registry: Registry[Any] = Registry().with_resources(found)
    return Draft202012Validator(schemas["page.json"], registry=registry, format_checker=formats)


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """A small site with those who help in one département."""
    return local_site(tmp_path / "content")


def services(site: Site) -> list[Service]:
    """The services that a site exports."""
    found: list[Service] = json.loads(exported(site)[FILE])["contents"]
    return found


def one(site: Site, name: str) -> Service:
    """The one service of this name."""
    [found] = [service for service in services(site) if service["name"] == name]
    return found


def identifiers(value: Any) -> Iterator[tuple[str, Any]]:
    """Every identifier of some data, with what it identifies."""
    if isinstance(value, dict):
        if "id" in value:
            yield value["id"], value
        for item in value.values():
            yield from identifiers(item)
    elif isinstance(value, list):
        for item in value:
            yield from identifiers(item)


def test_a_wrong_file_is_told(validator: "Draft202012Validator") -> None:
    """The schemas do see faults: a service without a status, an identifier that is none, an address that is none."""
    wrong = {"empty": False, "contents": [{"id": "1", "name": "Aide", "url": "aide", "phones": [{"id": "2"}]}]}

    told = {error.message for error in validator.iter_errors(wrong)}

    assert len(told) == 5


def test_the_small_file_is_as_the_format_wants_it(validator: "Draft202012Validator", small: Site) -> None:
    """Every service of the small site passes the schemas of HSDS 3.1."""
    assert list(validator.iter_errors(json.loads(exported(small)[FILE]))) == []


def test_the_real_file_is_as_the_format_wants_it(validator: "Draft202012Validator", frozen: Path) -> None:
    """Every service of the real site passes the schemas of HSDS 3.1."""
    page = json.loads((frozen / FILE).read_text("utf-8"))

    assert list(validator.iter_errors(page)) == []
    assert page["total_items"] == page["size"] == len(page["contents"]) > 15


def test_all_local_ones_and_all_numbers_are_in_it(small: Site) -> None:
    """Networks and structures come first, then the national lines that can be called or written to."""
    names = [service["name"] for service in services(small)]

    assert names[:4] == ["Réseau du Mâconnais", "Hébergement", "Maison du droit", "Parole"]
    assert set(names[4:]) == {"Police secours", "Urgence", "Écoute", "Droits"}


def test_a_line_that_stands_apart_is_not_in_it(tmp_path: Path) -> None:
    """What is meant for those who do harm is in no list, so in no directory of help either."""
    apart = FILES["fr/numeros/conseils.md"].replace("genre: ligne", "genre: ligne\n        a_part: oui")
    site = local_site(tmp_path / "content", {"fr/numeros/conseils.md": apart})

    assert "Droits" not in [service["name"] for service in services(site)]


def test_an_office_tells_how_it_is_reached(small: Site) -> None:
    """Number, hours, languages, cost and address of a public office are there."""
    office = one(small, "Maison du droit")

    assert [phone["number"] for phone in office["phones"]] == ["03 85 00 00 01"]
    assert [language["code"] for language in office["phones"][0]["languages"]] == ["fr", "ar"]
    assert office["phones"][0]["description"] == "Du lundi au vendredi de 9 h à 17 h 30"
    assert [(row["byday"], row["opens_at"], row["closes_at"]) for row in office["schedules"]] == [
        ("MO,TU,WE,TH,FR", "09:00", "17:30")
    ]
    assert [(cost["option"], cost["amount"]) for cost in office["cost_options"]] == [("Gratuit", 0)]
    [place] = office["service_at_locations"]
    assert (place["location"]["addresses"][0]["address_1"], place["location"]["addresses"][0]["city"]) == (
        "12 rue du Port",
        "Mâcon",
    )
    assert place["location"]["accessibility"][0]["description"] == "fauteuil roulant"
    assert [area["name"] for area in office["service_areas"]] == ["Mâcon"]
    assert office["application_process"] == "Sur rendez-vous."


def test_an_address_without_a_postcode_is_told_as_it_is(tmp_path: Path) -> None:
    """Where the town cannot be told apart, the line stands as a description, and no part is guessed."""
    text = helper("structure", "Mairie", "type: association\nnumero: 03 85 00 00 03\nadresse: Place de la mairie")
    site = local_site(tmp_path / "content", {"fr/reseaux/71/mairie.md": text})

    [place] = one(site, "Mairie")["service_at_locations"]

    assert place["location"]["description"] == "Place de la mairie"
    assert "addresses" not in place["location"]


def test_the_day_of_checking_is_the_one_on_the_page(small: Site) -> None:
    """Each service says when it was last compared with its sources."""
    assert {service["assured_date"] for service in services(small)} == {"2026-11-01"}
    assert {service["last_modified"] for service in services(small)} == {"2026-11-01T00:00:00.000Z"}


def test_what_is_to_be_confirmed_is_said(small: Site) -> None:
    """Doubtful facts are named where a directory shows a notice."""
    assert one(small, "Maison du droit")["alert"] == "À confirmer : courriel, secteur."
    assert "alert" not in one(small, "Parole")


def test_past_the_review_everything_is_to_be_confirmed_but_emergency(tmp_path: Path) -> None:
    """Long after the last check each service says so; nobody is made to hesitate before calling 17."""
    content = local_content(tmp_path / "content")
    late = read_site(BEFORE_REVIEW + datetime.timedelta(days=800), content=content)

    assert "tout est à confirmer" in one(late, "Maison du droit")["alert"]
    assert "alert" not in one(late, "Police secours")


def test_identifiers_never_change(small: Site) -> None:
    """An identifier comes from the address of the page and from one name space that is written down here."""
    assert str(NAMESPACE) == "98fb969c-e8ac-4e20-9ad3-f22099ce93f0"
    assert one(small, "Écoute")["id"] == str(uuid.uuid5(NAMESPACE, "numeros/ecoute"))
    assert one(small, "Maison du droit")["id"] == str(uuid.uuid5(NAMESPACE, "reseaux/71/droit"))


def test_no_two_things_share_an_identifier(frozen: Path) -> None:
    """In the real file, the same identifier always names the same thing."""
    found: dict[str, Any] = {}
    for identifier, thing in identifiers(json.loads((frozen / FILE).read_text("utf-8"))):
        assert found.setdefault(identifier, thing) == thing


def test_a_shelter_is_reached_by_the_national_lines_only(small: Site) -> None:
    """A shelter has no place, number, address, site or name of its own, and serves the whole département."""
    shelter = one(small, "Hébergement")

    assert [contact["name"] for contact in shelter["contacts"]] == ["Écoute"]
    assert [area["name"] for area in shelter["service_areas"]] == ["Saône-et-Loire"]
    assert {"phones", "url", "email", "schedules", "service_at_locations", "alternate_name"} & set(shelter) == set()


def test_a_shelter_that_says_too_much_is_not_given_away(small: Site) -> None:
    """Even where a check had a hole, neither the town nor a number of the shelter gets into the file."""
    text = exported(with_careless_shelter(small))[FILE].decode()

    assert "Hébergement" in text
    assert [trace for trace in TRACES_OF_THE_SHELTER if trace in text] == []


def test_a_support_group_has_no_place(small: Site) -> None:
    """A support group is called; where it meets is told on registration."""
    group = one(small, "Parole")

    assert group["phones"][0]["number"] == "03 85 00 00 02"
    assert "service_at_locations" not in group


def test_a_line_that_is_open_day_and_night_closes_before_midnight(site: Site) -> None:
    """24:00 is no time of day for other programs."""
    times = {row["closes_at"] for service in services(site) for row in service.get("schedules", ())}

    assert "23:59" in times
    assert [time for time in times if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", time)] == []


def test_every_number_is_one_of_the_content(site: Site) -> None:
    """No number is exported that stands in no file."""
    known = {number for document in site.library.fiches.values() for number in numbers_of(document.entry)}
    told = {thing["number"] for _, thing in identifiers(services(site)) if "number" in thing}

    assert told
    assert told <= known


def test_two_builds_write_the_same_bytes(tmp_path: Path) -> None:
    """The file depends on the content alone, not on the day of the build."""
    content = write_small_content(tmp_path / "content")
    for folder, days in (("one", 0), ("two", 1)):
        freeze(read_site(BEFORE_REVIEW + datetime.timedelta(days=days), content=content), tmp_path / folder)

    assert (tmp_path / "one" / FILE).read_bytes() == (tmp_path / "two" / FILE).read_bytes()


def test_whoever_offers_a_bed_is_given_away_as_a_shelter() -> None:
    """Whatever its type: no name, address or town, and national lines only."""
    facts = {
        "genre": "structure",
        "type": "association",
        "propose": ["dormir"],
        "nom": "Le Pont",
        "adresse": "12 rue Haute",
    }
    told = privacy.shared_facts(facts)
    contacts = [{"genre": "ligne", "nom": "Écoute"}, {"genre": "structure", "nom": "CAF"}]

    assert (told["nom"], "adresse" in told) == ("Hébergement", False)
    assert [contact["nom"] for contact in privacy.shared_contacts(told, contacts)] == ["Écoute"]
