"""`telecharger`: fetches where the settings allow it, says why where nothing came, and never writes into the site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eclaircie.cli import telecharger
from eclaircie.cli.invocation import Folders
from eclaircie.publish.fetching import FetchError
from tests.command_line import Result, run
from tests.small_site import write_small_content

Run = Callable[..., Result]

ALLOWED = "annuaire:\n  telecharger: oui\n  departements: [71]\n  fichiers:\n    - https://essai.test/v4/tout.json\n"
TWO = f"{ALLOWED}    - https://essai.test/v5/tout.json\n"


@pytest.fixture
def here(tmp_path: Path) -> Run:
    """Runs a command on a small site."""
    folders = Folders(root=tmp_path, content=write_small_content(tmp_path / "content"))
    return lambda *words: run(*words, folders=folders)


def allow(folder: Path, settings_too: str = ALLOWED) -> None:
    """Have the settings of a small site allow it."""
    settings = folder / "content" / "site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}{settings_too}", "utf-8")


def nobody(_address: str, _file: Path, _agent: str) -> int:
    """No network."""
    raise FetchError("unreachable", "Name or service not known")


def test_without_a_word_of_the_association_nothing_is_fetched(
    here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is asked, and the run goes on."""
    monkeypatch.setattr(telecharger, "fetch_file", nobody)

    result = here("telecharger", tmp_path / "ici")

    assert result.exit_code == 0
    assert "ne permet pas" in result.stdout
    assert not (tmp_path / "ici").exists()


def test_what_the_settings_name_is_fetched(here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file under a name of its own, in the name of the site."""
    asked = []

    def fetch(address: str, file: Path, agent: str) -> int:
        asked.append((address, file.name, agent.split("/")[0]))
        return 340_000_001

    monkeypatch.setattr(telecharger, "fetch_file", fetch)
    allow(tmp_path, TWO)

    result = here("telecharger", tmp_path / "ici")

    assert result.exit_code == 0
    assert [(address, name) for address, name, _ in asked] == [
        ("https://essai.test/v4/tout.json", "tout.json"),
        ("https://essai.test/v5/tout.json", "2-tout.json"),
    ]
    assert all(agent and "eclaircie" not in agent.lower() for _, _, agent in asked)
    assert "341 Mo" in result.stdout


def test_without_a_network_a_sentence_says_so(here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the address, and what to do instead."""
    monkeypatch.setattr(telecharger, "fetch_file", nobody)
    allow(tmp_path)

    result = here("telecharger", tmp_path / "ici")

    assert result.exit_code == 1
    assert "https://essai.test/v4/tout.json ne répond pas (Name or service not known)" in result.stderr


@pytest.mark.parametrize("place", ["content/fr", "build"])
def test_nothing_is_fetched_into_the_site(here: Run, tmp_path: Path, place: str) -> None:
    """It would be published, or taken for content."""
    allow(tmp_path)

    assert here("telecharger", tmp_path / place / "annuaires").exit_code == 2
