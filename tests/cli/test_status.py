"""`status`: what there is to do, as a text, a page, or data."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from eclaircie.cli.invocation import Folders
from tests.command_line import Result, run
from tests.importing.conftest import FILES
from tests.importing.made import counter
from tests.local_site import local_content
from tests.small_site import MIDNIGHT, write_small_content

OVERDUE = "suivi_par: M. D.\nvalable_jusqu_au: 2026-11-01\n"


@pytest.fixture
def status(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Asks for the list of a small site in which a page of M. D. is overdue, and doubts in Saône-et-Loire are nobody's."""
    page = f"---\ntitre: Un délai\nresume: Une phrase.\n{OVERDUE}---\nUn texte.\n"
    local_content(tmp_path / "content", {"fr/aider/delai.md": page})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    folders = Folders(root=tmp_path, content=tmp_path / "content")
    return lambda *words: run("status", *words, folders=folders)


def test_the_counts_come_first(status: Callable[..., Result]) -> None:
    """Then each group, with the file and the line of each task."""
    lines = status().stdout.splitlines()

    assert lines[0] == "À faire · Liste du 21 novembre 2026."
    assert lines[2].split() == ["1", "En", "retard", ":", "la", "page", "dit", "«", "à", "confirmer", "»"]
    start = lines.index("En retard : la page dit « à confirmer » (1)")
    assert lines[start + 1] == "  content/fr/aider/delai.md:5  Un délai"
    assert lines[-1] == "العربية : 1 pages sur 21 traduites, 0 relues, 0 en retard."


def test_english_on_demand(status: Callable[..., Result]) -> None:
    """Every sentence has its English."""
    assert "Overdue: the page says “to be confirmed” (1)" in status("--lang", "en").stdout


def test_the_list_of_one_departement(status: Callable[..., Result]) -> None:
    """Its own files alone."""
    said = status("--departement", "71").stdout

    assert "fr/reseaux/71/droit.md" in said
    assert "aider/delai.md" not in said


def test_the_list_by_person(status: Callable[..., Result]) -> None:
    """Those who are named first, then what nobody cares for."""
    lines = [line for line in status("--par-personne").stdout.splitlines() if line.startswith("==")]

    assert lines[0] == "== M. D. (1)"
    assert lines[1].startswith("== Sans personne désignée")


def test_the_list_as_data(status: Callable[..., Result]) -> None:
    """For other programs."""
    data = json.loads(status("--json").stdout)

    assert data["counts"]["overdue"] == 1
    assert data["tasks"][0] | {"told": []} == data["tasks"][0] | {"file": "content/fr/aider/delai.md", "told": []}


def test_the_list_as_a_page(status: Callable[..., Result], tmp_path: Path) -> None:
    """In the file that was asked for."""
    result = status("--html", tmp_path / "liste.html")

    assert result.exit_code == 0
    assert "content/fr/aider/delai.md" in (tmp_path / "liste.html").read_text("utf-8")


def test_the_page_is_never_in_the_site(status: Callable[..., Result], tmp_path: Path) -> None:
    """It names who cares for what, and would be published."""
    result = status("--html", tmp_path / "build" / "liste.html")

    assert result.exit_code == 2
    assert "serait publié avec le site" in result.stderr
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--departement", "macon"), "« macon » n'est pas un département"),
        (("--jours", "demain"), "« demain » n'est pas un nombre de jours"),
        (("--jours", "0"), "Écrivez un nombre de 1 à 3650"),
        (("--html", "a.html", "--json"), "--html ne va pas avec --json"),
        (("--html", "/proc/liste.html"), "n'a pas pu être écrit"),
    ],
)
def test_what_cannot_be_is_said(status: Callable[..., Result], words: tuple[str, ...], said: str) -> None:
    """In a sentence with its remedy."""
    result = status(*words)

    assert result.exit_code
    assert said in result.stderr


def test_what_a_newer_directory_says_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each contact that it has looked at since, with both days and what differs; and those that are gone."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    content = write_small_content(tmp_path / "content", FILES)
    folders = Folders(root=tmp_path, content=content)
    file = tmp_path / "base.json"
    gone = counter(id="f", nom="Brigade de gendarmerie - Tournus")
    file.write_text(json.dumps({"service": [counter(), gone]}), "utf-8")
    assert run("annuaire", file, "--departement", "71", "--tout", folders=folders).exit_code == 0
    newer = counter(
        date_modification="02/10/2026 08:00:00", telephone=[{"valeur": "03 85 00 10 09", "description": ""}]
    )
    file.write_text(json.dumps({"service": [newer]}), "utf-8")

    said = run("status", "--annuaire", file, "--departement", "71", folders=folders).stdout

    assert "L'annuaire a du nouveau (1)" in said
    assert (
        f"Annuaire : 2 octobre 2026. Votre fiche : 9 août 2023 (service-public:{newer['id']}). Diffère : Numéro."
        in said
    )
    assert "N'est plus dans l'annuaire (1)" in said and f"service-public:{gone['id']} n'y est plus" in said
    data = json.loads(run("status", "--annuaire", file, "--json", folders=folders).stdout)
    assert (data["counts"]["newer"], data["counts"]["gone"]) == (1, 1)
    assert {task["territory"] for task in data["tasks"] if task["kind"] in ("newer", "gone")} == {"71"}
    assert "annuaire a du nouveau" not in run("status", folders=folders).stdout


def test_a_file_that_is_no_directory_is_named(status: Callable[..., Result], tmp_path: Path) -> None:
    """In a sentence."""
    (tmp_path / "a.json").write_text("bonjour", "utf-8")

    result = status("--annuaire", tmp_path / "a.json")

    assert result.exit_code == 1
    assert "ce n'est pas le fichier d'un annuaire" in result.stderr
