"""A copy of the project, and what the workflows leave behind at a push: each made once for a whole run of the tests."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.once import made_once

from .workflows import FORGEJO, PUBLISH, UNVALIDATED, Done, Runner, put_project

DONE = "done.json"
"""What is to be known of a run stands in this file of its folder."""


def done_once(factory: pytest.TempPathFactory, name: str, run: Callable[[Path], Done]) -> Done:
    """A run of some commands in a folder of this name, made by the first process that asks for it."""

    def make(folder: Path) -> None:
        folder.mkdir()
        run(folder).write(folder / DONE)

    return Done.read(made_once(factory, name, make) / DONE)


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that stays as it is."""
    return made_once(tmp_path_factory, "original", put_project)


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    """A copy of the project to work in."""
    return shutil.copytree(original, tmp_path / "project")


@pytest.fixture(scope="session")
def github(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """The run of GitHub's commands at a push to main."""

    def run(folder: Path) -> Done:
        runner = Runner(shutil.copytree(original, folder / "project"))
        return Done(runner, runner.job(PUBLISH, "build", "push"))

    return done_once(tmp_path_factory, "github", run)


@pytest.fixture(scope="session")
def gitlab(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """The run of GitLab's commands at a push to the default branch."""

    def run(folder: Path) -> Done:
        runner = Runner(shutil.copytree(original, folder / "project"), UNVALIDATED)
        return Done(runner, {job: runner.script(job) for job in ("check", "pages")})

    return done_once(tmp_path_factory, "gitlab", run)


@pytest.fixture(scope="session")
def forgejo(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """The run of Forgejo's commands at a push to main, from an empty folder; the forge is a folder beside it.

    Whoever publishes again in it publishes the same.
    """

    def run(folder: Path) -> Done:
        bare = folder / "forge" / "someone" / "site.git"
        source = Runner(shutil.copytree(original, folder / "source"))
        source.must(
            f"git init --quiet --bare {bare} && git init --quiet && git add --all && "
            "git -c user.name=Essai -c user.email=essai@example.org commit --quiet --message Essai && "
            f"git push --quiet {bare} HEAD:refs/heads/main"
        )
        (folder / "work").mkdir()
        forge = {
            "GITHUB_SERVER_URL": f"file://{folder / 'forge'}",
            "GITHUB_REPOSITORY": "someone/site",
            "GITHUB_SHA": source.must("git rev-parse HEAD").strip(),
        }
        runner = Runner(folder / "work", {**UNVALIDATED, **forge})
        return Done(runner, {**runner.job(FORGEJO, "check", "push"), **runner.job(FORGEJO, "publish", "push")})

    return done_once(tmp_path_factory, "forgejo", run)
