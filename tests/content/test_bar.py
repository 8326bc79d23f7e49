"""The numbers of the bar of a territory, and what its own file may name."""

from pathlib import Path

import pytest

from eclaircie.checks.bar import LONGEST
from eclaircie.messages.faults import Faults
from tests.local_files import check_local, department, library_of, page, structure

LINE = "sources: [{nom: Source, adresse: https://example.org}]\nverifie_le: 2026-11-01\nnom: Ligne\n"


def line(number: str, *territories: str) -> str:
    """The file of a line that answers in the territories named."""
    named = f"territoires: [{', '.join(territories)}]\n" if territories else ""
    return page("ligne", f"{LINE}numero: {number}\n{named}")


def faults_of(folder: Path, bar: str, files: dict[str, str] | None = None) -> list[str]:
    """The faults of a territory in the Pacific whose file names a bar, beside lines of its own."""
    own = department("On vous répond.").replace("Saône-et-Loire", "Nouvelle-Calédonie")
    library = library_of(
        folder,
        {
            "fr/reseaux/988/index.md": own.replace("genre: departement\n", f"genre: departement\nbarre: [{bar}]\n"),
            "fr/numeros/secours.md": line("17", "metropole", "nouvelle_caledonie"),
            "fr/numeros/ailleurs.md": line("39 19", "metropole"),
            "fr/numeros/ici.md": line("15", "nouvelle_caledonie"),
            "fr/numeros/feu.md": line("18"),
            **(files or {}),
        },
    )
    faults = Faults()
    check_local(library, faults)
    return [fault.code for fault in faults.errors]


@pytest.mark.parametrize("bar", ["secours", "secours, ici", "secours, ici, feu"])
def test_lines_that_answer_there_are_accepted(tmp_path: Path, bar: str) -> None:
    """By their own files, or where these say nothing of territories."""
    assert faults_of(tmp_path, bar) == []


@pytest.mark.parametrize(
    ("bar", "code"),
    [
        ("secours, ailleurs", "bar_elsewhere"),
        ("secours, personne", "no_fiche"),
        ("ici", "bar_no_emergency"),
        ("secours, ici, feu, secours", "bar_too_long"),
    ],
)
def test_a_bar_that_would_mislead_is_refused(tmp_path: Path, bar: str, code: str) -> None:
    """A line that may not answer there or does not exist, no number for danger, more than the bar holds."""
    assert LONGEST == 3
    assert faults_of(tmp_path, bar) == [code]


@pytest.mark.parametrize(
    ("header", "folder", "code"),
    [
        ("numero: 45 20 30\n", "988", []),
        ("numero: 45 20 30\na_confirmer: [numero]\n", "988", ["bar_elsewhere"]),
        ("numero: 45 20 30\n", "987", ["bar_elsewhere"]),
        ("", "988", ["bar_no_number"]),
    ],
)
def test_a_local_number_is_of_that_place_and_confirmed(
    tmp_path: Path, header: str, folder: str, code: list[str]
) -> None:
    """A structure of the territory may stand there, if its number is certain."""
    assert faults_of(tmp_path, f"secours, {folder}-a", {f"fr/reseaux/{folder}/a.md": structure(header)}) == code
