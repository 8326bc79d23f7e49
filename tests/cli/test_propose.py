"""`propose`: what directories changed in a folder of git becomes one proposal; where nothing changed nobody is asked."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from eclaircie.cli.invocation import Folders
from tests.command_line import Result, run
from tests.reports.test_directory_proposal import Forge, github
from tests.small_site import write_small_content

Run = Callable[..., Result]
NEW = "content/fr/reseaux/71/annuaire/services-etat-macon.md"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a repository of one commit."""
    content = write_small_content(tmp_path / "content")
    who = ("-c", "user.name=Essai", "-c", "user.email=essai@example.org")
    for words in (("init", "--quiet"), ("add", "."), (*who, "commit", "--quiet", "-m", "Essai")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    for name in ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_REF_NAME", "TOKEN"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "annuaire.txt").write_text("Nouvelles fiches : 1\n", "utf-8")
    folders = Folders(root=tmp_path, content=content)
    return lambda: run("propose", "--text", tmp_path / "annuaire.txt", folders=folders)


def change(folder: Path) -> None:
    """Write what a directory would."""
    (folder / NEW).parent.mkdir(parents=True)
    (folder / NEW).write_text("---\ngenre: guichet\n---\n", "utf-8")


def allow(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Tell the command what a run of GitHub is told."""
    for name, value in {
        "GITHUB_API_URL": address,
        "GITHUB_REPOSITORY": "asso/site",
        "GITHUB_REF_NAME": "main",
        "TOKEN": "x",
    }.items():
        monkeypatch.setenv(name, value)


class AnyCommit(Forge):
    """A forge that knows the commit of the run, whatever it is called."""

    def _told(self, path: str) -> tuple[int, object]:
        return super()._told("/git/commits/abc" if path.startswith("/git/commits/") else path)


def test_what_a_directory_changed_is_proposed(here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the new file, on the commit that was read, and with what the reading has said."""
    change(tmp_path)
    forge = AnyCommit()
    with github(forge) as proposals:
        allow(monkeypatch, proposals.api)
        result = here()

    assert (result.exit_code, result.stdout) == (0, "La proposition 5 est ouverte.\n")
    assert [each["path"] for each in forge.of("POST", "/git/trees")[0]["tree"]] == [NEW]
    assert "Nouvelles fiches" in forge.of("POST", "/pulls")[0]["body"]


def test_where_nothing_changed_nobody_is_asked(here: Run) -> None:
    """No token is needed, and the run goes on."""
    result = here()

    assert (result.exit_code, result.stdout) == (0, "Les annuaires n'ont rien changé : il n'y a rien à proposer.\n")


def test_where_runs_may_open_no_proposal_the_setting_is_named(
    here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run fails, so that somebody hears of it."""
    change(tmp_path)
    forge = AnyCommit()
    forge.may_open = False
    with github(forge) as proposals:
        allow(monkeypatch, proposals.api)
        result = here()

    assert result.exit_code == 1
    assert "Allow GitHub Actions to create and approve pull requests" in result.stderr


def test_away_from_github_the_command_says_what_is_missing(here: Run, tmp_path: Path) -> None:
    """Nothing is written anywhere."""
    change(tmp_path)

    result = here()
    assert result.exit_code == 2
    assert "GITHUB_API_URL" in result.stderr
