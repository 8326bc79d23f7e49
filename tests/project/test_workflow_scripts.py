"""The scripts of the workflows: they can be started, and those of the day and of the archive."""

import os
import shutil
import stat
import subprocess
import tarfile
from pathlib import Path

import pytest

from eclaircie.project import PROJECT_ROOT
from tests.small_site import MIDNIGHT

from .workflows import SCRIPTS, Runner


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_a_script_can_be_started(script: Path) -> None:
    """Its shell finds no mistake in it."""
    shell = script.read_text("utf-8").splitlines()[0].split("/")[-1].split()[-1]

    assert os.access(script, os.X_OK)
    assert subprocess.run([shell, "-n", script]).returncode == 0


@pytest.mark.parametrize("now", [0, MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + 1, MIDNIGHT + 86399])
def test_the_day_of_a_build_is_a_whole_day(now: int) -> None:
    """All jobs of a day get the same number, as a line for an environment."""
    environment = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": str(now)}

    said = subprocess.run(
        [PROJECT_ROOT / ".ci/day"], env=environment, capture_output=True, text=True, check=True
    ).stdout

    assert said == f"SOURCE_DATE_EPOCH={now - now % 86400}\n"


def test_without_a_day_given_a_build_is_of_today() -> None:
    """The clock of the machine is taken, cut to a day."""
    said = subprocess.check_output([PROJECT_ROOT / ".ci/day"], env={"PATH": os.environ["PATH"]}, text=True)

    assert int(said.removeprefix("SOURCE_DATE_EPOCH=")) % 86400 == 0


def test_the_archive_is_readable_whatever_the_machine_allows(tmp_path: Path) -> None:
    """GitHub Pages refuses files that others may not read."""
    folder = tmp_path / "project"
    shutil.copytree(PROJECT_ROOT / ".ci", folder / ".ci")
    (folder / "build" / "fr").mkdir(parents=True)
    (folder / "build" / "fr" / "index.html").write_text("Bonjour", "utf-8")
    (folder / "build" / "index.html").hardlink_to(folder / "build" / "fr" / "index.html")
    (folder / "build" / "fr" / "index.html").chmod(0o600)
    (folder / "build" / "fr").chmod(0o700)

    Runner(folder).must(".ci/archive")

    with tarfile.open(folder / "artifact.tar") as archive:
        modes = {member.name: (member.isfile(), stat.S_IMODE(member.mode)) for member in archive.getmembers()}
    assert modes == {
        ".": (False, 0o755),
        "./fr": (False, 0o755),
        "./fr/index.html": (True, 0o644),
        "./index.html": (True, 0o644),
    }


def test_directories_are_left_alone_unless_the_association_allows_it(project: Path) -> None:
    """Nothing is fetched, nothing is proposed, and the run of the month is none the worse for it."""
    runner = Runner(project)

    assert "ne permet pas" in runner.must(".ci/directories")
    assert runner.must(".ci/propose", TOKEN="x") == ""  # noqa: S106  # of a test
    assert not (project / ".annuaires").exists()


def test_a_directory_that_cannot_be_fetched_fails_the_step(project: Path) -> None:
    """The host tells it; the site was published by another job."""
    settings = project / "content" / "site.yaml"
    allowed = "annuaire: {telecharger: oui, departements: [71], fichiers: [https://essai.test/a.json]}\n"
    settings.write_text(f"{settings.read_text('utf-8')}{allowed}", "utf-8")

    done = Runner(project).run(".ci/directories")

    assert done.returncode == 1
    assert "https://essai.test/a.json ne répond pas" in done.stderr
