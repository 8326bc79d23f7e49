"""The rules of counters: where they lie, where they are, what they may tell."""

from pathlib import Path

import pytest

from eclaircie.checks import suite
from eclaircie.messages.faults import Fault, Faults
from tests.conftest import TODAY
from tests.local_files import check_local, counter, library_of, structure

NAME = "71/annuaire/commissariat-macon.md"
OTHER = "71/annuaire/autre.md"


def found(folder: Path, files: dict[str, str], *rules: str) -> list[Fault]:
    """The faults that some rules find; the rules of local files where none is named."""
    faults = Faults()
    check_local(library_of(folder, files), faults, *rules)
    return list(faults)


def codes(folder: Path, files: dict[str, str], *rules: str) -> list[str]:
    """Their codes."""
    return [fault.code for fault in found(folder, files, *rules)]


def test_a_counter_as_it_is_written_has_no_fault(tmp_path: Path) -> None:
    """Every rule lets it pass, remarks of its age aside."""
    faults = Faults()
    suite.check(library_of(tmp_path, {NAME: counter()}), tmp_path, TODAY, 12, faults)

    assert [fault.code for fault in faults if fault.file.name == Path(NAME).name] == []


@pytest.mark.parametrize("name", ["71/commissariat.md", "71/guichets/a.md", "71/annuaire/macon/a.md"])
def test_a_counter_lies_in_the_folder_of_counters(name: str, tmp_path: Path) -> None:
    """What is wrong with its place is told with the right one."""
    [fault] = found(tmp_path, {name: counter()})

    assert fault.code == "wrong_place"
    assert "content/fr/reseaux/71/annuaire/" in fault.sentence("fr")


def test_a_structure_does_not_lie_among_counters(tmp_path: Path) -> None:
    """It would have a page at an address that nobody expects."""
    assert codes(tmp_path, {OTHER: structure()}) == ["wrong_place"]


@pytest.mark.parametrize("commune", ["01004", "Lyon", "71000"])
def test_a_counter_is_in_a_commune_of_its_departement(commune: str, tmp_path: Path) -> None:
    """Neither elsewhere nor in a postcode."""
    text = counter().replace("commune: 71270", f'commune: "{commune}"')
    [fault] = found(tmp_path, {NAME: text})

    assert (fault.code, fault.line) == (
        "no_commune",
        text.split("commune:")[0].count("\n") + 1,
    )


def test_a_counter_may_name_its_commune(tmp_path: Path) -> None:
    """By its name or by its official code."""
    assert codes(tmp_path, {NAME: counter().replace("commune: 71270", "commune: Mâcon")}) == []


def test_a_counter_has_no_text(tmp_path: Path) -> None:
    """Nothing would show it."""
    assert codes(tmp_path, {NAME: f"{counter()}\nUn texte.\n"}) == ["counter_text"]


def test_a_counter_has_no_translation(tmp_path: Path) -> None:
    """A file that nothing shows is a fault in that very file."""
    english = "---\ntitre: Police\nresume: Police.\n---\n\nPolice.\n"
    [fault] = found(tmp_path, {NAME: counter(), f"en/reseaux/{NAME}": english})

    assert (fault.code, fault.file) == ("counter_text", tmp_path / "en" / "reseaux" / NAME)


def test_a_record_is_one_file(tmp_path: Path) -> None:
    """Whoever finds it twice is told where else it is, be it in a structure written by hand."""
    twice = {
        "71/a.md": structure(f"annuaire: {counter().partition('annuaire: ')[2].partition(chr(10))[0]}"),
        NAME: counter(),
    }
    [fault] = found(tmp_path, twice)

    assert fault.code == "two_records"
    assert fault.sentence("fr").count("reseaux/71/a") + fault.sentence("fr").count("annuaire/commissariat-macon") == 1


def test_a_shelter_names_no_record(tmp_path: Path) -> None:
    """The record tells its address."""
    text = structure("annuaire: data-inclusion:dora--1", kind="hebergement").replace(
        "nom: Un service", "nom: Les Lilas"
    )

    assert "shelter_field" in codes(tmp_path, {"71/a.md": text})


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("numero: 03 85 00 00 01", "numero: 06 12 34 56 78", "mobile"),
        ("courriel: accueil@essai.test", "courriel: jean.dupont@essai.test", "personal_email"),
        ("nom: Commissariat de Mâcon", "nom: Madame Jeanne Dupont", "person"),
        ("nom: Commissariat de Mâcon", "nom: Foyer d'hébergement Les Lilas", "shelter_told"),
        ("horaires_note: Fermé en août", "horaires_note: Demander Madame Jeanne Dupont", "person"),
    ],
)
def test_a_counter_tells_nothing_that_a_structure_may_not(old: str, new: str, code: str, tmp_path: Path) -> None:
    """A directory may hold what nobody should publish."""
    assert old in counter()
    assert code in codes(tmp_path, {NAME: counter().replace(old, new)})


def test_the_identifier_of_a_record_is_no_mobile_number(tmp_path: Path) -> None:
    """It is made of letters and figures that mean nothing."""
    text = (
        counter().replace("annuaire: ", "annuaire: data-inclusion:dora--0612345678\n#").replace("#service", "# service")
    )

    assert codes(tmp_path, {NAME: text}) == []


def test_an_old_counter_is_no_remark(tmp_path: Path) -> None:
    """Its page says that it is to be confirmed; the list of what there is to do says it once for its département."""
    text = counter().replace("verifie_le: 2026-11-01", "verifie_le: 2021-11-01")

    faults = found(tmp_path, {NAME: text}, "entry")

    assert [fault.code for fault in faults if fault.file.name == Path(NAME).name] == []
