"""`proposal`: what one's own files change, told in a file, beside a copy of the site as it would be."""

import json
from pathlib import Path

import pytest

from eclaircie.cli.invocation import Folders
from eclaircie.project import TRANSLATIONS
from tests.command_line import Result, run
from tests.reports.test_new_remarks import git
from tests.small_site import FILES, MIDNIGHT, write_small_content


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """A project of a small content that was committed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    write_small_content(tmp_path / "content")
    (tmp_path / "translations").symlink_to(TRANSLATIONS)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "content")
    git(tmp_path, "commit", "-qm", "a")
    return Folders(tmp_path, tmp_path / "content", tmp_path / "translations")


def ask(folders: Folders, *words: object) -> Result:
    """What the command answers."""
    return run("proposal", *words, folders=folders)


def test_what_was_changed_is_told_beside_a_copy(project: Folders) -> None:
    """Compared with the last version that git has, unless another one is named."""
    name = "fr/traces/fenetre.md"
    (project.content / name).write_text(FILES[name].replace("Rien.", "Autre chose."), "utf-8")

    result = ask(project)

    told = (project.proposal / "proposal.md").read_text("utf-8")
    data = json.loads((project.proposal / "proposal.json").read_text("utf-8"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Autre chose" in told and "/fr/traces/fenetre/" in told
    assert (data["files"], "code" in data) == (1, False)
    assert (project.proposal / "copie" / "index.html").is_file()


def test_faults_leave_no_copy_of_an_earlier_version(project: Folders) -> None:
    """Whoever opened it would take it for this one."""
    copy = project.proposal / "copie"
    copy.mkdir(parents=True)
    (copy / "index.html").write_text("", "utf-8")
    (copy / "manifest.json").write_text('{"files": {"index.html": {"sha256": "0"}}}', "utf-8")
    (project.content / "fr/aider/index.md").write_text("---\ntitre: A\n---\nTexte.\n", "utf-8")

    result = ask(project)

    assert (result.exit_code, copy.exists()) == (0, False)
    assert "Il n'y a pas de copie" in result.stdout
    assert "À corriger avant de publier" in (project.proposal / "proposal.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("base", "said"), [("nulle-part", "ni un dossier"), ("--output=x", "ni un dossier"), (".", "content")]
)
def test_a_version_that_nobody_knows_is_said(
    project: Folders, base: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what one can write instead; nothing is written."""
    monkeypatch.chdir(project.root.parent)

    result = ask(project, "--base", base)

    assert result.exit_code == 2 and said in result.stderr
    assert not project.proposal.exists()
