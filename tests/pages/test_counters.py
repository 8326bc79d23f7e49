"""What the page of a département is given of counters, and what its box knows of communes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from eclaircie.canonical_json import Inputs
from eclaircie.content.counter_groups import CONTACT, FIRST_PAGE
from eclaircie.loading import read_site
from eclaircie.pages.counters import MOST_PRINTED
from eclaircie.pages.fetched import FILE_NAMES, fetched_files
from eclaircie.pages.nearness import file_of_communes
from eclaircie.pages.site import Site
from eclaircie.places import communes
from eclaircie.publish.portable import copy_of
from eclaircie.rendering.application import create_app
from tests.local_files import PLACES, counter, counters, landmark, write
from tests.small_site import BEFORE_REVIEW, write_small_content

LOCAL = "/fr/reseaux/71/"
NAME = "71/annuaire/commissariat-0.md"


def site_of(folder: Path, files: dict[str, str]) -> Site:
    """The small site with a page of places, and the files given."""
    content = write_small_content(folder / "content")
    write(content, {"fr/reseaux/index.md": PLACES, **files})
    return read_site(BEFORE_REVIEW, content=content)


def rows(inputs: Inputs) -> list[dict[str, Any]]:
    """The counters of a page, as it shows them."""
    return [row for group in inputs["counters"] for kind in group["kinds"] for row in kind["rows"]]


def row_of(folder: Path, text: str) -> dict[str, Any]:
    """The row of a single counter."""
    [row] = rows(site_of(folder, {NAME: text}).inputs(LOCAL))
    return row


def test_counters_are_grouped_by_need_and_by_kind(tmp_path: Path) -> None:
    """Each group says how many it has; they are no structures of the page."""
    found = site_of(tmp_path, counters({"commissariat": 2, "gendarmerie": 1, "caf": 1})).inputs(LOCAL)
    groups = [(each["need"], each["count"], [kind["type"] for kind in each["kinds"]]) for each in found["counters"]]

    assert groups == [("police", 3, ["commissariat", "gendarmerie"]), ("quotidien", 1, ["caf"])]
    assert found["structures"] == []


def test_a_row_is_the_commune_and_the_number(tmp_path: Path) -> None:
    """Its kind is said above; the address goes without the town, which the row begins with."""
    row = row_of(tmp_path, counter())

    assert (row["place"], row["name"], row["numero"], row["address"]) == (
        "Mâcon",
        None,
        "03 85 00 00 01",
        "36 rue de Lyon",
    )


def test_a_row_opens_to_what_else_is_known(tmp_path: Path) -> None:
    """The address first, then whatever there is, with a sign between: what it costs, whom it is for, without an appointment."""
    more = "pour: [femmes]\nsans_rendez_vous: oui\ncout: gratuit\nverifie_le"
    text = counter("cidff").replace("adresse: 36 rue de Lyon, 71000 Mâcon\n", "").replace("verifie_le", more)
    site = site_of(tmp_path, {NAME: text})
    html = create_app(site).test_client().get(LOCAL).text
    [opened] = re.findall(r"</summary><p>(<bdi lang=\"fr\">.*?)</p></details>", html)

    assert (
        re.sub("<[^>]*>", "", opened) == "Fermé en août · Gratuit · femmes · On peut venir sans rendez-vous · Courriel"
    )


def test_two_of_a_kind_in_one_commune_are_told_apart(tmp_path: Path) -> None:
    """By their proper names."""
    found = site_of(tmp_path, counters({"commissariat": 2})).inputs(LOCAL)

    assert [row["name"] for row in rows(found)] == ["Commissariat de Mâcon"] * 2


def test_an_address_elsewhere_is_told_whole(tmp_path: Path) -> None:
    """The town of a letter may be another one than the commune."""
    assert row_of(tmp_path, counter().replace("71270", "71105"))["address"] == "36 rue de Lyon, 71000 Mâcon"


def test_a_city_of_many_postcodes_tells_which(tmp_path: Path) -> None:
    """Of all counters of Paris one could not tell which is near."""
    text = counter().replace("71270", "75056").replace("71000 Mâcon", "75011 Paris").replace("71/", "75/")
    found = site_of(tmp_path, {"fr/reseaux/75/annuaire/commissariat-paris.md": text}).inputs("/fr/reseaux/75/")

    assert [row["place"] for row in rows(found)] == ["Paris · 75011"]


@pytest.mark.parametrize(
    ("kind", "number", "told"),
    [
        ("commissariat", True, None),
        ("commissariat", False, "accueil@essai.test"),
        ("cidff", True, "accueil@essai.test"),
    ],
)
def test_a_letter_is_offered_to_those_who_help_or_cannot_be_called(
    tmp_path: Path, kind: str, number: bool, told: str | None
) -> None:
    """It stays in a mailbox that others may read."""
    text = counter(kind) if number else counter(kind).replace("numero: 03 85 00 00 01\n", "")

    assert row_of(tmp_path, text)["email"] == told


@pytest.mark.parametrize("doubtful", [1, 2])
def test_a_doubt_about_all_is_said_once(tmp_path: Path, doubtful: int) -> None:
    """About one of them it is said beside that one."""
    files = counters({"commissariat": 2})
    for number in range(doubtful):
        name = f"71/annuaire/commissariat-{number}.md"
        files[name] = files[name].replace("verifie_le", "a_confirmer: [numero]\nverifie_le")
    [group] = site_of(tmp_path, files).inputs(LOCAL)["counters"]
    said = [row["doubt"] for row in group["kinds"][0]["rows"]]

    assert (group["doubt"], said) == ((True, [False, False]) if doubtful == 2 else (False, [True, False]))


def test_directories_are_named_once_with_the_last_day(tmp_path: Path) -> None:
    """The licence of public data asks for the name of who made them, and for when."""
    files = counters({"commissariat": 2})
    files[NAME] = files[NAME].replace("    date: 2026-11-01", "    date: 2026-11-03")
    read = site_of(tmp_path, files).inputs(LOCAL)["read"]

    assert read["directories"] == [{"name": "Annuaire de l'administration", "day": "2026-11-03"}]
    assert read["checked"] == ["2026-11-01"]


def test_what_a_counter_offers_needs_no_advice_on_how_to_find_it(tmp_path: Path) -> None:
    """A landmark of its kind is left out."""
    files = {"trouver/a.md": landmark(title="Trouver la CAF")}

    assert site_of(tmp_path / "a", files).inputs(LOCAL)["landmarks"] != []
    assert site_of(tmp_path / "b", {**files, **counters({"caf": 1})}).inputs(LOCAL)["landmarks"] == []


def test_the_sheet_has_ten_of_as_many_kinds_as_it_can(tmp_path: Path) -> None:
    """One of each kind before a second one, and those of larger towns before others."""
    files = counters({"commissariat": 9, "gendarmerie": 9, "caf": 1})
    in_town = files["71/annuaire/gendarmerie-7.md"]
    for name, text in files.items():
        files[name] = text.replace("71270", "Anzy-le-Duc")
    files["71/annuaire/gendarmerie-7.md"] = in_town
    found = site_of(tmp_path, files).inputs(LOCAL)
    printed = {
        kind["type"]: [row["place"] for row in kind["rows"] if row.get("printed")]
        for group in found["counters"]
        for kind in group["kinds"]
    }

    assert {kind: len(places) for kind, places in printed.items()} == {"commissariat": 5, "gendarmerie": 4, "caf": 1}
    assert sum(map(len, printed.values())) == MOST_PRINTED
    assert "Mâcon" in printed["gendarmerie"]


FULL = {"commissariat": FIRST_PAGE // CONTACT - 1, "tribunal": 1, "caf": 1}
"""One counter more than the page of a département carries."""


def test_pages_lead_to_each_other(tmp_path: Path) -> None:
    """By what one comes for; the further page has its languages and its address at the host, as any page."""
    site = site_of(tmp_path, counters(FULL))
    first, second = site.inputs(LOCAL), site.inputs(f"{LOCAL}autres/")

    assert first["further"] == [{"href": f"{LOCAL}autres/", "needs": ["quotidien"]}]
    assert (second["further"], len(rows(second))) == ([], 1)
    assert f"{LOCAL}autres/" in site.addresses()
    assert {each["href"] for each in second["languages"]} >= {f"{LOCAL}autres/", "/ar/reseaux/71/autres/"}
    assert [each["href"] for each in second["trail"]][-1] == LOCAL


def test_whom_to_ask_for_at_a_police_station_is_said_once(tmp_path: Path) -> None:
    """Above the counters; the advice on how to find that person is left out then."""
    files = {"trouver/a.md": landmark(title="L'intervenante sociale").replace("type: caf", "type: iscg")}

    assert site_of(tmp_path / "a", {**files, **counters({"gendarmerie": 1})}).inputs(LOCAL)["landmarks"] == []
    assert site_of(tmp_path / "b", {**files, **counters({"caf": 1})}).inputs(LOCAL)["landmarks"] != []


def test_the_tab_of_a_further_page_says_nothing(tmp_path: Path) -> None:
    """Other contacts, and where."""
    tab = site_of(tmp_path, counters(FULL)).inputs(f"{LOCAL}autres/")["local_tab"]

    assert tab == {"kind": "autres", "place": "Saône-et-Loire", "number": 0}


# What the box knows


def known(site: Site) -> dict[str, list[Any]]:
    """The communes of the file of Saône-et-Loire, by name."""
    file = json.loads(fetched_files(site.listing)[file_of_communes("71")])
    return {commune[0]: commune for commune in file["communes"]}


def test_there_is_a_file_of_communes_where_there_are_counters(tmp_path: Path) -> None:
    """It names all of them with their postcodes; elsewhere there is none."""
    site = site_of(tmp_path, counters({"caf": 1}))
    files = [name for name in fetched_files(site.listing) if "lieux-" in name]

    assert files == ["donnees/lieux-71.json"]
    assert files[0].rpartition("/")[2] in FILE_NAMES
    assert len(known(site)) == len(communes("71"))
    assert known(site)["Cluny"][1] == "71250"
    assert site.inputs(LOCAL)["communes"] == "/donnees/lieux-71.json"
    assert site.inputs("/fr/reseaux/01/")["communes"] is None


def test_a_copy_that_is_opened_from_files_has_no_box(tmp_path: Path) -> None:
    """It could ask for nothing; its rows are there."""
    site = site_of(tmp_path, counters({"caf": 1}))
    shown, copied = (create_app(each).test_client().get(LOCAL).text for each in (site, copy_of(site)))

    assert ('class="near' in shown, 'class="near' in copied) == (True, False)
    assert "03 85 00 00 01" in copied


def test_a_commune_is_where_its_town_hall_or_its_counters_are(tmp_path: Path) -> None:
    """The file beside the counters says it; else they do; of others only the intercommunality is known."""
    files = counters({"commissariat": 1})
    halls = "\ufeffcode;latitude;longitude\n71137;46.43;4.66\nrien\n71270;x;y\n"
    found = known(site_of(tmp_path, {**files, "71/annuaire/communes.csv": halls}))

    broken = site_of(tmp_path / "broken", files)
    (tmp_path / "broken/content/fr/reseaux/71/annuaire/communes.csv").write_bytes(b"code;latitude\x00\xff;")

    assert known(broken)["Cluny"][3:] == []
    assert found["Cluny"][3:] == [46.43, 4.66]
    assert found["Mâcon"][3:] == [46.31, 4.83]
    assert found["Tournus"][3:] == []
    assert found["Charnay-lès-Mâcon"][2] == found["Mâcon"][2] != found["Cluny"][2]
