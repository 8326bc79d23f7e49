"""What programs read of a page: schema.org data, which says no more than the page."""

import json
import re
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]  # it carries no types
import pytest

from eclaircie.canonical_json import Inputs
from eclaircie.languages import SOURCE
from eclaircie.pages.site import Site
from eclaircie.rendering.application import create_app
from eclaircie.rendering.structured_data import international, script_text, structured_data
from tests.local_site import TRACES_OF_THE_SHELTER, local_site, with_careless_shelter

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """A small site with those who help in one département."""
    return local_site(tmp_path / "content")


def line(**facts: Any) -> Inputs:
    """The inputs of the page of a line."""
    return {
        "kind": "ligne",
        "facts": {"genre": "ligne", "nom": "Écoute", "secours": False, **facts},
        "old": False,
        "review_day": "2027-11-01",
    }


def data_of(site: Site, address: str) -> dict[str, Any]:
    """The structured data in a page, as it is published."""
    html = create_app(site).test_client().get(address).text
    [text] = SCRIPT.findall(html)
    found: dict[str, Any] = json.loads(text)
    return found


def test_a_line_tells_whom_to_call_and_when() -> None:
    """Number, cost, languages, hours and where it answers."""
    data = structured_data(
        line(
            numero="0 800 05 95 95",
            cout="gratuit",
            langues=["fr", "prs"],
            acces_sourds=["visio_lsf"],
            horaires=[{"jours": [0, 4], "de": "10:00", "a": "19:00"}],
            territoires=["metropole", "reunion"],
            site="https://example.org",
        )
    )

    assert data == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "Écoute",
        "url": "https://example.org",
        "areaServed": ["FR", "RE"],
        "contactPoint": {
            "@type": "ContactPoint",
            "telephone": "+33800059595",
            "availableLanguage": ["fr", "prs"],
            "contactOption": ["TollFree", "HearingImpairedSupported"],
            "hoursAvailable": {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["Monday", "Friday"],
                "opens": "10:00",
                "closes": "19:00",
                "validThrough": "2027-11-01",
            },
        },
    }


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        *(("39 19", "3919"), ("17", "17"), ("116 006", "116006")),
        *(
            ("01 40 47 06 06", "+33140470606"),
            ("0 800 05 95 95", "+33800059595"),
            ("+33 1 80 52 33 76", "+33180523376"),
        ),
        *(("0262 12 34 56", "+262262123456"), ("0590 12 34 56", "+590590123456"), ("0696 12 34 56", "+596696123456")),
    ],
)
def test_long_numbers_are_written_as_one_dials_them_from_anywhere(number: str, expected: str) -> None:
    """Short numbers exist in France only and stay short; overseas numbers have country codes of their own."""
    assert international(number) == expected


def test_a_public_service_is_called_one(small: Site) -> None:
    """17 is a service of the State, written to or called; 39 19 is an association's."""
    police, message = data_of(small, "/fr/numeros/secours/"), data_of(small, "/fr/numeros/sms/")

    assert police["@type"] == message["@type"] == "GovernmentService"
    assert police["availableChannel"]["servicePhone"]["telephone"] == "17"
    assert message["availableChannel"]["serviceSmsNumber"]["telephone"] == "114"
    assert data_of(small, "/fr/numeros/ecoute/")["@type"] == "Organization"


def test_what_is_to_be_confirmed_is_left_out() -> None:
    """There is no word for doubt, so what is doubtful is not said."""
    data = structured_data(
        line(
            numero="39 19",
            courriel="a@example.org",
            horaires=[{"jours": [0], "de": "10:00", "a": "19:00"}],
            a_confirmer=["horaires", "courriel"],
        )
    )

    assert data is not None
    assert data["contactPoint"] == {"@type": "ContactPoint", "telephone": "3919"}


def test_past_their_review_hours_are_left_out_but_those_of_emergency() -> None:
    """Hours that nobody has checked for long could send somebody to a closed door."""
    facts = {"numero": "17", "horaires": [{"jours": [0], "de": "00:00", "a": "24:00"}]}
    old, emergency = ({**line(**facts, secours=sure), "old": True} for sure in (False, True))

    assert "hoursAvailable" not in json.dumps(structured_data(old))
    assert '"closes": "23:59"' in json.dumps(structured_data(emergency))


def test_an_office_tells_its_public_address(small: Site) -> None:
    """A public office has an address, its number, and what it serves."""
    data = data_of(small, "/en/reseaux/71/droit/")

    assert data["@type"] == "NGO"
    assert data["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "12 rue du Port",
        "postalCode": "71000",
        "addressLocality": "Mâcon",
        "addressCountry": "FR",
    }
    assert data["contactPoint"]["telephone"] == "+33385000001"
    assert "email" not in data["contactPoint"]  # it is to be confirmed
    assert data["areaServed"] == "Saône-et-Loire"  # so is the area, so the whole département is said


def test_a_network_and_a_territory_tell_where_they_are(small: Site) -> None:
    """A network says which towns it serves; the page of a département is about that département."""
    assert data_of(small, "/fr/reseaux/71/maconnais/")["areaServed"] == "Mâcon"
    assert data_of(small, "/fr/reseaux/71/") == {
        "@context": "https://schema.org",
        "@type": "AdministrativeArea",
        "name": "Saône-et-Loire",
        "identifier": "71",
    }


def test_a_shelter_has_only_its_public_lines(small: Site) -> None:
    """The page of a shelter says whom to call, and nothing of where or what it is called."""
    assert data_of(small, "/fr/reseaux/71/cedre/") == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "Hébergement",
        "areaServed": "Saône-et-Loire",
        "contactPoint": {"@type": "ContactPoint", "telephone": "3919", "name": "Écoute"},
    }


def test_a_shelter_that_says_too_much_is_not_given_away(small: Site) -> None:
    """Even where a check had a hole, the data hold neither the town nor a number of the shelter."""
    data = structured_data(with_careless_shelter(small).inputs("/fr/reseaux/71/cedre/"))

    assert data is not None
    assert data["contactPoint"]["telephone"] == "3919"
    assert [trace for trace in TRACES_OF_THE_SHELTER if trace in json.dumps(data, ensure_ascii=False)] == []


def test_nobody_is_reached_by_the_number_of_a_shelter(small: Site) -> None:
    """Another structure that names a shelter as its contact does not give its number away either."""
    site = with_careless_shelter(small)
    inputs = site.inputs("/fr/reseaux/71/droit/")
    inputs["contacts"] = site.listing.contacts(("71-cedre", "conseils"), SOURCE)

    data = structured_data(inputs)

    assert data is not None
    assert [point.get("name") for point in data["contactPoint"]] == [None, "Droits"]


def test_a_support_group_has_no_address(small: Site) -> None:
    """Where a support group meets is told on registration, even if somebody wrote it down."""
    inputs = small.inputs("/fr/reseaux/71/parole/")
    inputs["facts"]["adresse"] = "1 rue des Tilleuls, 71000 Mâcon"

    assert "Tilleuls" not in json.dumps(structured_data(inputs))


@pytest.mark.parametrize("address", ["/", "/404.html", "/fr/", "/fr/aider/", "/fr/apropos/", "/fr/numeros/"])
def test_a_page_that_has_nothing_to_tell_has_no_data(small: Site, address: str) -> None:
    """Pages of words carry no structured data."""
    assert SCRIPT.findall(create_app(small).test_client().get(address).text) == []


@pytest.mark.parametrize("text", ["</script>", "<!--", "a & b", "]]>", "\u2028", "\u2029", "<script"])
def test_no_text_can_end_the_script(text: str) -> None:
    """Whatever stands in a name, it is data and never a tag."""
    written = script_text({"name": text})

    assert re.findall("[<>&\u2028\u2029]", written) == []
    assert json.loads(written) == {"name": text}


def test_a_preview_of_a_link_finds_no_description(frozen: Path) -> None:
    """The data of no page hold what messaging services show of a link: a headline, a description or a picture."""
    told = {
        key
        for file in frozen.rglob("*.html")
        for text in SCRIPT.findall(file.read_text("utf-8"))
        for key in re.findall(r'"(\w+)":', text)
    }

    assert "telephone" in told
    assert told & {"headline", "description", "image", "logo", "author", "publisher", "mainEntityOfPage"} == set()


def test_the_data_stay_light(frozen: Path) -> None:
    """On no page do the data add more than 600 bytes to what travels."""
    pages = [file.read_text("utf-8") for file in frozen.rglob("*.html")]
    heaviest = sorted((page for page in pages if SCRIPT.search(page)), key=lambda page: len(SCRIPT.findall(page)[0]))[
        -5:
    ]
    added = [
        len(brotli.compress(page.encode())) - len(brotli.compress(SCRIPT.sub("", page).encode())) for page in heaviest
    ]

    assert max(added) <= 600
