"""From which commit a build was made."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from eclaircie.loading import read_site
from eclaircie.publish.freezer import freeze
from eclaircie.publish.manifest import Manifest
from eclaircie.publish.provenance import Provenance, provenance
from tests.small_site import BEFORE_REVIEW, write_small_content

COMMIT = "0123456789abcdef0123456789abcdef01234567"

WITHOUT_GIT = {"PATH": "/nowhere"}

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="no git: apt-get install git")


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody without any settings of their own."""
    return subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=Essai", "-c", "user.email=essai@example.org", *arguments],
        check=True,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"},
    ).stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a repository, with one commit."""
    folder = tmp_path / "project with a space"
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "index.md").write_text("un\n", "utf-8")
    (folder / "README.md").write_text("un\n", "utf-8")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "un")
    return folder


@pytest.fixture
def plain() -> dict[str, str]:
    """An environment that tells nothing but where programs are."""
    return {"PATH": os.environ["PATH"]}


def write(file: Path, text: str) -> None:
    """Write a file and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


@needs_git
def test_a_clean_project_is_its_commit(project: Path, plain: dict[str, str]) -> None:
    """The commit that git names, and no change."""
    assert provenance(project, plain) == Provenance(git(project, "rev-parse", "HEAD"), "none")


@needs_git
@pytest.mark.parametrize("name", ["content/index.md", "content/new.md", "static/new.css", "freeze.py"])
def test_a_change_of_what_makes_the_site_is_said(project: Path, plain: dict[str, str], name: str) -> None:
    """What was changed, or added and not committed, is not what the commit holds."""
    write(project / name, "deux\n")

    assert provenance(project, plain) == Provenance(git(project, "rev-parse", "HEAD"), "some")


@needs_git
@pytest.mark.parametrize("name", ["README.md", "docs/new.md"])
def test_a_change_of_something_else_does_not_matter(project: Path, plain: dict[str, str], name: str) -> None:
    """The site is made of other files."""
    write(project / name, "deux\n")

    assert provenance(project, plain) == Provenance(git(project, "rev-parse", "HEAD"), "none")


@needs_git
def test_another_repository_that_git_is_told_of_is_not_asked(
    project: Path, plain: dict[str, str], tmp_path: Path
) -> None:
    """In the hook of another repository, git would otherwise look there."""
    elsewhere = plain | {"GIT_DIR": str(tmp_path / "elsewhere"), "GIT_INDEX_FILE": str(tmp_path / "index")}

    assert provenance(project, elsewhere) == provenance(project, plain)


@needs_git
def test_looking_changes_nothing(project: Path, plain: dict[str, str]) -> None:
    """The repository stays as it was, its index included."""
    os.utime(project / "content" / "index.md")
    before = (project / ".git" / "index").read_bytes()

    provenance(project, plain)

    assert (project / ".git" / "index").read_bytes() == before


@needs_git
@pytest.mark.parametrize("state", ["loose", "packed", "detached", "worktree", "packed worktree"])
def test_without_git_the_repository_is_read(project: Path, tmp_path: Path, state: str) -> None:
    """Wherever git keeps the name of the commit. Whether anything was changed is then unknown."""
    folder = project
    if "worktree" in state:
        folder = tmp_path / "worktree"
        git(project, "worktree", "add", "--quiet", str(folder))
    if "packed" in state:
        git(project, "pack-refs", "--all")
    if state == "detached":
        git(project, "checkout", "--quiet", "--detach")

    assert provenance(folder, WITHOUT_GIT) == Provenance(git(project, "rev-parse", "HEAD"), "unknown")


@pytest.mark.parametrize("name", ["GITHUB_SHA", "CI_COMMIT_SHA"])
def test_without_a_repository_the_host_is_believed(tmp_path: Path, name: str) -> None:
    """Hosts of code say from which commit a run was started."""
    assert provenance(tmp_path, {name: COMMIT}) == Provenance(COMMIT, "unknown")


@needs_git
def test_the_repository_comes_before_the_host(project: Path, plain: dict[str, str]) -> None:
    """What is there is what the site is made of."""
    assert provenance(project, plain | {"GITHUB_SHA": COMMIT}) == provenance(project, plain)


@pytest.mark.parametrize("value", ["", "main", "0123", f"{COMMIT}\n", COMMIT.upper(), "<script>"])
def test_what_is_no_commit_is_not_taken_for_one(tmp_path: Path, value: str) -> None:
    """Nothing but the name of a commit gets into the manifest."""
    assert provenance(tmp_path, {"GITHUB_SHA": value}) is None


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"HEAD": ""},
        {"HEAD": "ref: refs/heads/main\n"},
        {"HEAD": "ref: refs/heads/main\n", "refs/heads/main": "x"},
        {"HEAD": "ref: refs/heads/main\n", "packed-refs": "# pack-refs\n\nx refs/heads/main\n"},
    ],
)
def test_a_damaged_repository_tells_nothing(tmp_path: Path, files: dict[str, str]) -> None:
    """A site can still be built, and nothing is made up."""
    (tmp_path / ".git").mkdir()
    for name, text in files.items():
        write(tmp_path / ".git" / name, text)

    assert provenance(tmp_path, WITHOUT_GIT) is None


@pytest.mark.parametrize("text", ["", "gitdir: nowhere\n", "\x00", "gitdir: .git\n"])
def test_a_repository_that_is_elsewhere_and_not_there_tells_nothing(tmp_path: Path, text: str) -> None:
    """A worktree that was moved is no reason to fail."""
    (tmp_path / ".git").write_text(text, "utf-8")

    assert provenance(tmp_path, WITHOUT_GIT) is None


def test_a_repository_further_up_is_not_ours(tmp_path: Path) -> None:
    """Unpacked in somebody's folder, the project is not made from their commits."""
    write(tmp_path / ".git" / "HEAD", f"{COMMIT}\n")
    (tmp_path / "project").mkdir()

    assert provenance(tmp_path / "project", WITHOUT_GIT) is None


def test_the_manifest_says_from_which_commit(tmp_path: Path) -> None:
    """Whoever holds the published files can say from what they were made."""
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content"))

    freeze(site, tmp_path / "build", provenance=Provenance(COMMIT, "some"))

    record = Manifest.read(tmp_path / "build")
    assert record is not None
    assert record.provenance == Provenance(COMMIT, "some")


def test_without_a_commit_the_manifest_says_nothing_of_it(tmp_path: Path) -> None:
    """Nothing rather than an empty word."""
    freeze(read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content")), tmp_path / "build")

    assert "source" not in (tmp_path / "build" / "manifest.json").read_text("utf-8").partition('"files"')[0]


def test_another_commit_makes_no_page_again(tmp_path: Path) -> None:
    """The pages of a build do not depend on the name of the commit."""
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content"))
    freeze(site, tmp_path / "build", provenance=Provenance(COMMIT, "none"))

    result = freeze(site, tmp_path / "build", provenance=Provenance(COMMIT[::-1], "none"))

    assert result.made == 0
