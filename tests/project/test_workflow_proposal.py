"""The workflows that show what a proposal changes: what they may, and what they do."""

import shutil
from pathlib import Path

import pytest

from eclaircie.publish.changes import WORDS
from eclaircie.reports.comment import MARKER
from eclaircie.reports.proposal import COPY
from tests.github import github

from .workflows import COMMENT, GITLAB, PROPOSAL, Runner, read, steps

GIT = "git -c user.name=Essai -c user.email=essai@example.org"


def test_the_message_follows_the_run_that_looked() -> None:
    """One file names the other, and only what was proposed is told, once it was looked at."""
    job = read(COMMENT)["jobs"]["write"]

    assert read(COMMENT)["on"] == {"workflow_run": {"workflows": [read(PROPOSAL)["name"]], "types": ["completed"]}}
    assert "event == 'pull_request'" in job["if"] and "conclusion == 'success'" in job["if"]


def test_whatever_holds_words_starts_the_comparison() -> None:
    """Code alone changes no text that an association has written."""
    assert read(PROPOSAL)["on"] == {"pull_request": {"paths": [f"{folder}**" for folder in WORDS]}}


def test_what_may_write_runs_no_code_of_a_proposal() -> None:
    """It takes the files of main, one file of the other run as data, and says so to a single command."""
    [checkout, download, write] = read(COMMENT)["jobs"]["write"]["steps"]

    assert checkout["with"] == {"persist-credentials": "false"}
    assert set(download["with"]) == {"name", "path", "run-id", "github-token"}
    assert (write["run"], write["env"]) == (".ci/comment", {"TOKEN": "${{ github.token }}"})


def test_what_runs_a_proposal_may_only_read() -> None:
    """It is given no token, and what it keeps is taken up by the names that it gives."""
    job = read(PROPOSAL)["jobs"]["show"]
    kept = {step["with"]["name"]: step["with"]["path"] for step in job["steps"] if "name" in step.get("with", {})}
    [brought] = [step["with"] for step in read(COMMENT)["jobs"]["write"]["steps"] if "run-id" in step.get("with", {})]

    assert job["permissions"] == {"contents": "read"}
    assert "token" not in str(job)
    assert kept == {
        COPY: f"build-proposal/{COPY}\nbuild-proposal/pages.html\n",
        brought["name"]: "build-proposal/proposal.json",
    }
    assert brought["path"] == "proposal"


def test_a_new_version_takes_the_place_of_one_that_is_looked_at() -> None:
    """Messages of one proposal are written one after the other."""
    assert read(PROPOSAL)["concurrency"]["cancel-in-progress"] == "true"
    concurrency = read(COMMENT)["concurrency"]
    assert concurrency["cancel-in-progress"] == "false"
    assert "head_repository" in concurrency["group"] and "head_branch" in concurrency["group"]


def test_gitlab_links_to_both_and_has_no_token() -> None:
    """For a change of words, and from the version that the proposal starts from."""
    job = read(GITLAB)["proposal"]

    assert job["script"] == [".ci/proposal"]
    assert job["variables"]["BASE"] == "$CI_MERGE_REQUEST_DIFF_BASE_SHA"
    assert job["artifacts"]["paths"] == ["build-proposal/"] and job["artifacts"]["expose_as"]
    assert [rule["if"] for rule in job["rules"]] == ['$CI_PIPELINE_SOURCE == "merge_request_event"']
    assert job["rules"][0]["changes"] == [f"{folder}**/*" for folder in WORDS]


@pytest.fixture
def proposed(project: Path) -> Runner:
    """A project in which a proposal was merged into main, as GitHub checks it out."""
    runner = Runner(project)
    file = project / "content" / "fr" / "traces" / "fenetre.md"
    runner.must(f"git init --quiet && git add --all && {GIT} commit --quiet --message Avant")
    file.write_text(file.read_text("utf-8").replace("Rien.", "Autre chose."), "utf-8")
    runner.must(f"{GIT} commit --quiet --all --message Après")
    return runner


def test_a_proposal_is_looked_at_and_told_in_one_message(proposed: Runner, tmp_path: Path) -> None:
    """The commands of both files leave a copy, a summary on the page of the run, and after three runs one message."""
    summary = tmp_path / "summary"
    for step in steps(PROPOSAL, "show", "pull_request"):
        if "run" in step:
            proposed.must(step["run"], GITHUB_STEP_SUMMARY=str(summary))
    told = proposed.folder / "build-proposal"
    shutil.copytree(told, proposed.folder / "proposal", ignore=shutil.ignore_patterns(f"*{COPY}*", "*.md"))
    [step] = [step for step in read(COMMENT)["jobs"]["write"]["steps"] if "run" in step]

    with github() as forge:
        for _ in range(3):
            proposed.must(step["run"], **forge.environment(tmp_path))

    assert (told / COPY / "index.html").is_file()
    assert f'href="{COPY}/fr/traces/fenetre/index.html"' in (told / "pages.html").read_text("utf-8")
    assert "Autre chose" in summary.read_text("utf-8")
    [message] = forge.comments
    assert message["body"].startswith(MARKER) and "Autre chose" in message["body"]
    assert "/actions/runs/1#artifacts" in message["body"]
