"""Which remarks are new since the content was last published."""

import subprocess
from pathlib import Path

import pytest

from eclaircie.loading import read_site
from eclaircie.messages.faults import Fault
from eclaircie.project import TRANSLATIONS
from eclaircie.publish.manifest import Manifest
from eclaircie.publish.provenance import Provenance
from eclaircie.reports.new_remarks import new_remarks
from tests.small_site import BEFORE_REVIEW, write_small_content


def git(project: Path, *words: str) -> str:
    """What git answers."""
    identity = ("-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", project, *identity, *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Content that was committed, with the messages that it is checked with."""
    folder = write_small_content(tmp_path / "content")
    (tmp_path / "translations").symlink_to(TRANSLATIONS)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "content")
    git(tmp_path, "commit", "-qm", "a")
    return folder


def news(content: Path, build: str = "build") -> list[Fault] | None:
    """The remarks that are new."""
    remarks = read_site(BEFORE_REVIEW, content=content).remarks.remarks
    found = new_remarks(remarks, content, content.parent / build, BEFORE_REVIEW)
    return found.remarks if found else None


def doubt(content: Path, text: str = "Un doute", name: str = "fr/aider/index.md") -> None:
    """Add something to be confirmed, on a line of its own."""
    file = content / name
    file.write_text(file.read_text("utf-8").replace("resume:", f'a_verifier: ["{text}"]\nresume:', 1), "utf-8")


def test_nothing_is_new_where_nothing_changed(content: Path) -> None:
    """The remarks of the settings are as old as these."""
    assert news(content) == []


def test_a_remark_that_was_added_is_new_and_the_others_are_not(content: Path) -> None:
    """The file is named, whatever lines moved."""
    doubt(content)

    found = news(content)

    assert found is not None
    assert [(fault.code, fault.file.name) for fault in found] == [("to_verify", "index.md")]


def test_a_remark_whose_line_moved_is_not_new(content: Path) -> None:
    """An edit above it makes no news of it."""
    doubt(content)
    git(content.parent, "commit", "-qam", "b")
    file = content / "fr/aider/index.md"
    file.write_text(file.read_text("utf-8").replace("titre:", "ordre: 7\ntitre:", 1), "utf-8")

    assert news(content) == []


def test_the_same_remark_once_more_is_new(content: Path) -> None:
    """Two of a kind in a file are two."""
    doubt(content)
    git(content.parent, "commit", "-qam", "b")
    file = content / "fr/aider/index.md"
    file.write_text(file.read_text("utf-8").replace('["Un doute"]', '["Un doute",\n  "Un doute"]'), "utf-8")

    found = news(content)

    assert found is not None
    assert len(found) == 1


def test_a_file_that_git_does_not_know_yet_is_new(content: Path) -> None:
    """A page that was just written counts."""
    page = '---\ntitre: a\nresume: b\na_verifier: ["Tout"]\n---\nUn texte.\n'
    (content / "fr/aider/nouveau.md").write_text(page, "utf-8")

    found = news(content)

    assert found is not None
    assert [fault.file.name for fault in found] == ["nouveau.md"]


def test_the_commit_is_that_of_the_last_build(content: Path, tmp_path: Path) -> None:
    """What was committed since is new, for nobody has published it."""
    commit = git(tmp_path, "rev-parse", "HEAD").strip()
    (tmp_path / "build").mkdir()
    Manifest(provenance=Provenance(commit, "none")).write(tmp_path / "build")
    doubt(content)
    git(tmp_path, "commit", "-qam", "b")

    assert [len(news(content, build) or ()) for build in ("build", "none")] == [1, 0]


def test_a_build_of_a_commit_that_is_gone_is_passed_over(content: Path, tmp_path: Path) -> None:
    """A shallow copy of the repository does not hold it: the commit that is checked out is taken."""
    (tmp_path / "build").mkdir()
    Manifest(provenance=Provenance("f" * 40, "none")).write(tmp_path / "build")
    doubt(content)

    assert len(news(content) or ()) == 1


def test_published_content_with_a_fault_can_be_compared(content: Path) -> None:
    """Nothing that stands in an earlier commit can stop the check of today's."""
    file = content / "fr/aider/voisin.md"
    sound = file.read_text("utf-8")
    file.write_text("rien", "utf-8")
    git(content.parent, "commit", "-qam", "b")
    file.write_text(sound, "utf-8")
    doubt(content)

    assert len(news(content) or ()) == 1


def test_without_git_nobody_knows(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither without the program, nor without a repository, is anything called new or old."""
    monkeypatch.setenv("PATH", "")
    without_program = news(content)
    monkeypatch.undo()
    (content.parent / ".git").rename(content.parent / "git")

    assert (without_program, news(content)) == (None, None)
