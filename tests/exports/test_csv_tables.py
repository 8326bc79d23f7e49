"""What professionals open in a spreadsheet: one table a territory."""

import csv
import datetime
import io
import json
from pathlib import Path

import pytest

from eclaircie.exports.csv_tables import COLUMNS, harmless
from eclaircie.loading import read_site
from eclaircie.pages.downloads import FILE_NAMES
from eclaircie.pages.fetched import FILE_NAMES as FOR_BOXES
from eclaircie.pages.site import Site
from eclaircie.places import territories
from eclaircie.publish.freezer import freeze
from eclaircie.publish.manifest import sha256_of
from tests.local_site import (
    TRACES_OF_THE_SHELTER,
    exported,
    helper,
    local_content,
    local_site,
    with_careless_shelter,
)
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content

Row = dict[str, str]


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """A small site with those who help in one département."""
    return local_site(tmp_path / "content")


def rows(site: Site, slug: str = "71") -> list[Row]:
    """The rows of a table, as a spreadsheet that knows its form reads them."""
    text = exported(site)[f"donnees/{slug}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def one(site: Site, name: str, slug: str = "71") -> Row:
    """The row of this name."""
    [found] = [row for row in rows(site, slug) if row["nom"] == name]
    return found


def test_there_is_a_table_for_each_territory(small: Site) -> None:
    """Whatever the département, somebody can open its table."""
    tables = {name for name in exported(small) if name.endswith(".csv")}

    assert tables == {f"donnees/{slug}.csv" for slug in territories()}


def test_a_french_spreadsheet_opens_it_right(small: Site) -> None:
    """A mark says that it is UTF-8, cells are parted by semicolons, rows end as Windows ends them."""
    content = exported(small)["donnees/71.csv"]

    assert content.startswith(b"\xef\xbb\xbfnom;type;num\xc3\xa9ro;")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_the_columns_have_french_names(small: Site) -> None:
    """The first row says what each column holds."""
    assert list(rows(small)[0]) == list(COLUMNS)


def test_the_local_ones_come_first(small: Site) -> None:
    """Networks, then structures, then the national lines that answer there."""
    types = [row["type"] for row in rows(small)]

    assert types[0] == "Réseau local"
    assert types.index("Ligne nationale") == 4
    assert set(types[4:]) == {"Ligne nationale"}


def test_an_office_fills_its_row(small: Site) -> None:
    """What is known of an office stands in its columns, in words."""
    office = one(small, "Maison du droit")

    assert office["numéro"] == "03 85 00 00 01"
    assert office["adresse"] == "12 rue du Port, 71000 Mâcon"
    assert office["horaires"] == "Du lundi au vendredi de 9 h à 17 h 30"
    assert office["secteur"] == "Mâcon"
    assert office["ce qui est proposé"] == "Parler, Plainte et droits"
    assert (office["pour qui"], office["langues"]) == ("femmes", "français, arabe")
    assert (office["sans rendez-vous"], office["coût"]) == ("non", "Gratuit")
    assert office["vérifié le"] == "2026-11-01"
    assert office["à confirmer"] == "courriel, secteur"
    assert office["sources"] == "Essai"


def test_a_number_keeps_its_first_zero(small: Site) -> None:
    """A number is written with its spaces, so a spreadsheet takes it for a text."""
    assert one(small, "Droits")["numéro"] == "0 800 00 00 01"


def test_a_line_known_for_the_mainland_is_in_no_table_overseas(tmp_path: Path) -> None:
    """In La Réunion stand only the lines that are known to answer there, with the number that answers."""
    there = FILES["fr/numeros/conseils.md"].replace(
        'numero: "0 800 00 00 01"',
        'numero: "0 800 00 00 01"\n        numero_outre_mer: "+33 1 80 00 00 01"\n        territoires: [metropole, outre_mer]',
    )
    site = local_site(tmp_path / "content", {"fr/numeros/conseils.md": there})

    assert [(row["nom"], row["numéro"]) for row in rows(site, "974")] == [("Droits", "+33 1 80 00 00 01")]
    assert one(site, "Droits", "71")["numéro"] == "0 800 00 00 01"


def test_past_the_review_everything_is_to_be_confirmed_but_emergency(tmp_path: Path) -> None:
    """Long after the last check each row says so, but those of 17 and 114."""
    content = local_content(tmp_path / "content")
    late = read_site(BEFORE_REVIEW + datetime.timedelta(days=800), content=content)

    assert one(late, "Maison du droit")["à confirmer"] == "tout"
    assert one(late, "Police secours")["à confirmer"] == ""


@pytest.mark.parametrize("sign", [*"=+-@", *"\uff1d\uff0b\uff0d\uff20", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(sign: str) -> None:
    """What a spreadsheet would compute is a text with an apostrophe before it."""
    assert harmless(f"{sign}HYPERLINK(A1)") == f"'{sign}HYPERLINK(A1)"


@pytest.mark.parametrize("number", ["+33 1 80 52 33 76", "+262262000000"])
def test_an_international_number_stays_as_it_is_dialled(number: str) -> None:
    """A plus and digits compute nothing."""
    assert harmless(number) == number


@pytest.mark.parametrize("cell", ["+33 1+cmd", "+33;x", "+", "+ 33", "+33\n=1"])
def test_only_a_number_may_begin_with_a_plus(cell: str) -> None:
    """What merely looks like a number at first is made harmless too."""
    assert harmless(cell) == f"'{cell}"


def test_a_name_that_looks_like_a_formula_is_harmless_in_the_table(tmp_path: Path) -> None:
    """The rule reaches the file itself, also for cells with semicolons and quotation marks in them."""
    text = helper("structure", "\"=1+1; 'le lien'\"", "type: association\nnumero: 03 85 00 00 03")
    site = local_site(tmp_path / "content", {"fr/reseaux/71/lien.md": text})

    assert "'=1+1; 'le lien'" in [row["nom"] for row in rows(site)]


def test_a_shelter_is_reached_by_the_national_lines_only(small: Site) -> None:
    """The row of a shelter holds no place, number, name or source, and the whole département for its area."""
    shelter = one(small, "Hébergement")

    assert {name: cell for name, cell in shelter.items() if cell} == {
        "nom": "Hébergement",
        "type": shelter["type"],
        "secteur": "Saône-et-Loire",
        "joindre par": "Écoute (39 19)",
        "vérifié le": "2026-11-01",
    }


def test_a_shelter_that_says_too_much_is_not_given_away(small: Site) -> None:
    """Even where a check had a hole, neither the town nor a number of the shelter gets into any table."""
    tables = b"".join(exported(with_careless_shelter(small)).values()).decode()

    assert "Hébergement" in tables
    assert [trace for trace in TRACES_OF_THE_SHELTER if trace in tables] == []


def test_the_tables_of_a_build_are_in_its_manifest(frozen: Path) -> None:
    """Each file is written with the hash that says what was published."""
    files = json.loads((frozen / "manifest.json").read_text("utf-8"))["files"]
    written = {
        f"donnees/{file.name}": file.read_bytes()
        for file in (frozen / "donnees").iterdir()
        if file.name not in FOR_BOXES
    }

    assert len(written) == len(territories()) + 3
    assert {name: files[name] for name in written} == {
        name: {"sha256": sha256_of(content)} for name, content in written.items()
    }


def test_every_file_for_professionals_is_known_by_name(small: Site) -> None:
    """What a build can write there is what the next build may replace."""
    assert {name.removeprefix("donnees/") for name in exported(small)} == FILE_NAMES


def test_a_damaged_manifest_does_not_make_the_files_somebody_elses(tmp_path: Path) -> None:
    """Where the manifest is lost, the files are still known by their names."""
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content"))
    freeze(site, tmp_path / "build")
    (tmp_path / "build" / "manifest.json").write_text("{}", "utf-8")
    (tmp_path / "build" / "donnees" / "71.csv").write_text("old", "utf-8")

    freeze(site, tmp_path / "build")

    assert sorted(file.name for file in (tmp_path / "build" / "donnees").iterdir()) == [
        *("hsds.json", "services.json", "structures.json")
    ]


def test_two_builds_write_the_same_bytes(tmp_path: Path) -> None:
    """The tables depend on the content alone, not on the day of the build."""
    content = local_content(tmp_path / "content")
    one_day, another = (
        exported(read_site(BEFORE_REVIEW + datetime.timedelta(days=days), content=content)) for days in (0, 1)
    )

    assert one_day == another
