"""What is compared, once it is published."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.chosen import chosen
from tests.serving import serving

from .workflows import COMPARE, FORGEJO, GITLAB, PUBLISH, Done, Runner, read, steps

HOSTS = {"github": PUBLISH, "gitlab": GITLAB, "forgejo": FORGEJO}

PAGES = ("fr/aider/index.html", "en/traces/index.html")


@dataclass
class Comparison:
    """A run that has published, and compares. workflow: its file. runner: where it compares. shown: what its host shows."""

    workflow: str
    runner: Runner
    shown: Path

    def run(self, address: str) -> "subprocess.CompletedProcess[str]":
        """Run what the workflow compares with, the site being at an address of this machine."""
        if self.workflow == GITLAB:
            data = read(GITLAB)
            script = "\n".join([*data["default"]["before_script"], *data["verify"]["script"]])
        else:
            [step] = the_comparison(self.workflow)
            script = step["run"]
        # As GitHub tells it; GitLab and Forgejo tell none, but that of content/site.yaml is https, which this one is not.
        return self.runner.run(script, ADDRESS=address)

    def let_sleep(self, more: str = ":") -> None:
        """Have `sleep` take no time, note how long it should have taken, and run some commands more."""
        programs = self.shown.with_name("programs")
        programs.mkdir(exist_ok=True)
        sleep = programs / "sleep"
        sleep.write_text(f'#!/bin/sh\necho "$1" >>"{self.shown.with_name("slept")}"\n{more}\n', "utf-8")
        sleep.chmod(0o755)
        self.runner.environment["PATH"] = f"{programs}:{self.runner.environment['PATH']}"

    @property
    def slept(self) -> list[int]:
        """The pauses that were made, in seconds."""
        return [int(line) for line in self.shown.with_name("slept").read_text("utf-8").split()]


def the_comparison(name: str) -> list[dict[str, Any]]:
    """The steps of a workflow of GitHub or Forgejo that compare."""
    jobs = read(name)["jobs"]
    return [step for job in jobs for step in steps(name, job, "push") if step.get("run") == COMPARE]


@pytest.fixture(
    params=[pytest.param("github", marks=pytest.mark.exhaustive), *chosen(["gitlab", "forgejo"], 1, "hosts")]
)
def comparison(request: pytest.FixtureRequest, project: Path, tmp_path: Path) -> Comparison:
    """A run of a host that has published; what it compares with is where the workflow has put it.

    One of two each time; GitHub's each time in what names it below.
    """
    done: Done = request.getfixturevalue(request.param)
    built = done.folder / ("public" if request.param == "gitlab" else "build")
    if request.param == "github":
        # Another job: it has the files of the repository, and what the action brings.
        [brought] = [
            step["with"] for step in steps(PUBLISH, "verify", "push") if "download-artifact" in step.get("uses", "")
        ]
        (project / brought["path"]).mkdir()
        shutil.copy2(built / "manifest.json", project / brought["path"])
    else:
        shutil.copytree(built, project / built.name)
    made = Comparison(HOSTS[request.param], Runner(project), shutil.copytree(built, tmp_path / "shown"))
    made.let_sleep()
    return made


def test_an_exact_copy_ends_the_run_well(comparison: Comparison) -> None:
    """One look is enough, and how many files were compared is said."""
    with serving(comparison.shown) as address:
        done = comparison.run(address)

    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^[0-9]+ fichiers comparés : la copie est exacte\.$", done.stdout, re.MULTILINE)
    assert "Nouvel essai" not in done.stdout


@pytest.mark.parametrize(
    "comparison",
    ["github", *(pytest.param(host, marks=pytest.mark.exhaustive) for host in ("gitlab", "forgejo"))],
    indirect=True,
)
def test_a_host_that_alters_pages_fails_the_run(comparison: Comparison) -> None:
    """A script that was added and an address that was rewritten are named; five looks in a quarter of an hour."""
    scripted, rewritten = (comparison.shown / page for page in PAGES)
    scripted.write_bytes(scripted.read_bytes() + b"<script>count()</script>")
    changed = rewritten.read_bytes().replace(b'href="/', b'href="https://relay.example/', 1)
    assert changed != rewritten.read_bytes()
    rewritten.write_bytes(changed)

    with serving(comparison.shown) as address:
        done = comparison.run(address)

    assert done.returncode == 1
    assert [line.partition(" : changé.")[0] for line in done.stdout.splitlines() if " : changé. " in line] == sorted(
        PAGES
    )
    assert comparison.slept == [60, 120, 240, 480]


@pytest.mark.parametrize("comparison", ["github"], indirect=True)
def test_a_host_has_time_to_show_the_new_site(comparison: Comparison) -> None:
    """A copy that is exact at the third look is as good as one that was at the first, and the waits are told."""
    late = comparison.shown / PAGES[0]
    new = late.rename(comparison.shown.with_name("new.html"))
    late.write_text("<!doctype html><title>Avant</title>", "utf-8")
    comparison.let_sleep(f'[ "$1" = 60 ] || cp "{new}" "{late}"')

    with serving(comparison.shown) as address:
        done = comparison.run(address)

    assert done.returncode == 0
    assert comparison.slept == [60, 120]
    assert "Nouvel essai dans 60 s.\n" in done.stdout
    assert " : changé." not in done.stdout
    assert "la copie est exacte" in done.stdout


@pytest.mark.exhaustive
@pytest.mark.parametrize("comparison", ["gitlab"], indirect=True)
def test_without_an_address_of_the_host_that_of_the_site_is_compared(comparison: Comparison) -> None:
    """It is the one that people open: GitLab and Forgejo do not tell another."""
    settings = comparison.runner.folder / "content" / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("example.org/\n", "example.org/aide/\n"), "utf-8")
    comparison.runner.environment["https_proxy"] = "http://127.0.0.1:1"  # nobody: nothing leaves this machine

    done = comparison.run("")

    assert done.returncode == 2
    assert done.stdout.splitlines()[-1].startswith("https://example.org/aide/ : l'hébergeur ne répond pas")


def test_github_compares_what_was_built_with_the_address_it_published_at() -> None:
    """The manifest is kept by the job that builds and taken up by the one that compares; the address is the action's."""
    kept = [step["with"] for step in steps(PUBLISH, "build", "push") if step.get("with", {}).get("name") == "manifest"]
    [brought] = [
        step["with"] for step in steps(PUBLISH, "verify", "push") if "download-artifact" in step.get("uses", "")
    ]
    [step] = the_comparison(PUBLISH)

    assert [f"{brought['path']}/manifest.json"] == [upload["path"] for upload in kept]
    assert brought["name"] == "manifest"
    assert read(PUBLISH)["jobs"]["publish"]["outputs"] == {"address": "${{ steps.deployment.outputs.page_url }}"}
    assert step["env"] == {"ADDRESS": "${{ needs.publish.outputs.address }}"}


def test_what_is_published_is_compared_afterwards() -> None:
    """The comparison comes after publication, and nothing comes after it that would take the site down."""
    jobs = read(PUBLISH)["jobs"]
    assert jobs["verify"]["needs"] == "publish"
    assert [name for name, job in jobs.items() if "verify" in job.get("needs", "")] == []
    stages = read(GITLAB)["stages"]
    assert stages.index(read(GITLAB)["pages"]["stage"]) < stages.index(read(GITLAB)["verify"]["stage"])
    names = [step.get("run") for step in steps(FORGEJO, "publish", "push")]
    assert names[-2:] == [".ci/push-pages", COMPARE]
