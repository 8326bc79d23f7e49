"""`exits`, `sources` and `remind`: what became of others' pages, and the list of the month."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eclaircie.cli.invocation import Folders
from eclaircie.publish.fetching import FetchError
from eclaircie.reports.asking import Asker, Reply
from eclaircie.reports.outside import FOUND, Found
from tests.command_line import Result, run
from tests.small_site import MIDNIGHT, write_small_content

Run = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a small site, whose sources are silent and whose exits answer; nobody is really asked."""

    def ask(_self: Asker, address: str, *, read: bool = False) -> Reply:
        if not read:
            raise FetchError("unreachable", "timed out")
        return Reply(200, address, for_good=True, body=b"<title>Le jardin</title>")

    monkeypatch.setattr(Asker, "ask", ask)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    for name in ("GITHUB_API_URL", "GITHUB_REPOSITORY", "TOKEN"):
        monkeypatch.delenv(name, raising=False)
    folders = Folders(root=tmp_path, content=write_small_content(tmp_path / "content"))
    return lambda *words: run(*words, folders=folders)


def test_exits_are_told_with_their_titles(here: Run, tmp_path: Path) -> None:
    """Each with where it stands in the settings, and for the list of the month as data."""
    result = here("exits", "--json", tmp_path / "exits.json")

    assert result.exit_code == 0
    assert "https://exit.example.net/fr\n  Titre : Le jardin\n  content/site.yaml (sortie: fr)\n" in result.stdout
    found = FOUND.validate_json((tmp_path / "exits.json").read_bytes())
    assert {each.state for each in found} == {"stands"}


def test_a_source_that_is_silent_is_no_failure(here: Run) -> None:
    """A site that is down this evening stops nothing; each address is asked for once, however many files name it."""
    result = here("sources")

    assert result.exit_code == 0
    assert result.stdout.startswith("1 pages à ouvrir")
    assert "https://essai.test/\n  Ne répond pas (timed out).\n  content/fr/numeros/" in result.stdout
    assert "1 pages demandées, 0 répondent, 0 pas demandées faute de temps." in result.stdout


def test_the_list_of_the_month_can_be_seen_without_a_host(here: Run, tmp_path: Path) -> None:
    """With what others' pages answered."""
    gone = Found(address="https://perdu.essai.test/", state="gone", status=404)
    (tmp_path / "sources.json").write_bytes(FOUND.dump_json((gone,)))

    result = here("remind", "--check", "--sources", tmp_path / "sources.json")

    assert result.exit_code == 0
    assert "N&#x27;existe plus (réponse 404)." in result.stdout


@pytest.mark.parametrize("text", ["", "[{}]", "{", '[{"address": "a", "state": "autre"}]'])
def test_data_of_another_kind_are_refused(here: Run, tmp_path: Path, text: str) -> None:
    """In a sentence that names the file."""
    (tmp_path / "sources.json").write_text(text, "utf-8")

    result = here("remind", "--check", "--sources", tmp_path / "sources.json")

    assert result.exit_code == 1
    assert "sources.json n'est pas ce qu'écrivent « exits --json » ou « sources --json »" in result.stderr


def test_without_a_host_of_the_code_nothing_is_written(here: Run) -> None:
    """And what is missing is named."""
    result = here("remind")

    assert result.exit_code == 2
    assert "GITHUB_API_URL" in result.stderr
