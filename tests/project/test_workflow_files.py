"""What the workflows ask for: actions, permissions, events, order and time."""

import os
import re

import pytest

from eclaircie.project import PROJECT_ROOT

from .workflows import (
    CHECK_CODE,
    COMMENT,
    FILES,
    FORGEJO,
    GITHUB_FILES,
    GITLAB,
    LOOK,
    MONTHLY,
    PROPOSAL,
    PUBLISH,
    SCRIPTS,
    VERSIONS,
    commands_of,
    read,
    steps,
    text_of,
    the_command,
)

KNOWN_ACTIONS = {
    "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
    "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
    "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
    "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
    "./.github/workflows/publish.yml",
}
"""With the whole name of their version: a tag can be moved to other code, a commit cannot."""
CRON = "17 4 2 * *"


@pytest.mark.parametrize("name", FILES)
def test_a_workflow_can_be_read(name: str) -> None:
    """Each file is YAML, and has commands."""
    assert commands_of(name)


@pytest.mark.parametrize("name", FILES)
def test_only_known_actions_are_used(name: str) -> None:
    """Nobody else's code runs, and a version cannot change under its name. GitLab and Forgejo need none at all."""
    used = re.findall(r"^\s*(?:- )?(?:uses|include): *(.*)$", text_of(name), re.MULTILINE)

    assert set(used) <= KNOWN_ACTIONS
    assert name in GITHUB_FILES or used == []


def test_no_known_action_is_left_over() -> None:
    """The list holds nothing that is no longer used."""
    assert {
        action for action in KNOWN_ACTIONS if not any(f"uses: {action}\n" in text_of(name) for name in FILES)
    } == set()


@pytest.mark.parametrize(
    ("name", "permissions"),
    [
        (
            PUBLISH,
            {
                "build": {"contents": "read"},
                "publish": {"pages": "write", "id-token": "write"},
                "verify": {"contents": "read"},
            },
        ),
        (
            MONTHLY,
            {
                # What the called file gives its jobs, which can have no more than their caller.
                "publish": {"contents": "read", "pages": "write", "id-token": "write"},
                "review": {"contents": "read"},
                # Writes the issue of the month.
                "list": {"contents": "read", "issues": "write"},
                # Writes the branch and the proposal with what public directories have changed.
                "directories": {"contents": "write", "pull-requests": "write"},
            },
        ),
        (PROPOSAL, {"show": {"contents": "read"}}),
        # Writes on a proposal, and reads what the run that looked at it has kept.
        (COMMENT, {"write": {"actions": "read", "contents": "read", "pull-requests": "write"}}),
        (VERSIONS, {"python": {"contents": "read"}, "windows": {"contents": "read"}}),
        (FORGEJO, {"check": {"contents": "read"}, "publish": {"contents": "write"}}),
    ],
)
def test_every_job_has_the_least_permissions(name: str, permissions: dict[str, dict[str, str]]) -> None:
    """Nothing is permitted but what a job says, and only the jobs that publish or write a message may write."""
    data = read(name)

    assert data["permissions"] in ({}, "")
    assert {key: job.get("permissions") for key, job in data["jobs"].items()} == permissions


def test_what_was_proposed_never_runs_beside_a_right_to_write() -> None:
    """A pull request is anybody's code: it gets no job that may publish, and leaves no token behind."""
    for name in (PUBLISH, PROPOSAL, FORGEJO):
        for job, data in read(name)["jobs"].items():
            assert "write" not in data["permissions"].values() or not steps(name, job, "pull_request")
    for name in FILES:
        assert "pull_request_target" not in text_of(name)
    checkouts = [
        step
        for name in GITHUB_FILES
        for job in read(name)["jobs"].values()
        for step in job.get("steps", ())
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert {step["with"].get("persist-credentials") for step in checkouts} == {"false"}
    assert {key for step in checkouts for key in step["with"]} == {"persist-credentials", "fetch-depth"}


@pytest.mark.parametrize("name", FILES)
def test_no_secret_is_needed_but_the_token_of_the_run(name: str) -> None:
    """An association has no password to make, and none to lose; no command holds what somebody else could write."""
    expressions = set(re.findall(r"\$\{\{ *(.*?) *\}\}", text_of(name)))

    assert expressions <= {
        "github.event.workflow_run.head_branch",
        "github.event.workflow_run.head_repository.full_name",
        "github.event.workflow_run.id",
        "github.ref",
        "github.token",
        "matrix.python",
        "needs.publish.outputs.address",
        "steps.deployment.outputs.page_url",
    }
    assert [command for command in commands_of(name) if "${{" in command] == []


@pytest.mark.parametrize("name", [*FILES, *(f".ci/{file.name}" for file in SCRIPTS if file.name != "run"), "Makefile"])
def test_no_address_of_a_host_is_written_down(name: str) -> None:
    """Everything comes from where the host or the machine is set to take it."""
    lines = [line for line in text_of(name).splitlines() if not line.lstrip().startswith("#")]

    assert [line for line in lines if "://" in line] == []
    images = set(re.findall(r"^\s*(?:image|container): *([^#\n]+)", text_of(name), re.MULTILINE))
    assert images <= {"python:${{ matrix.python }}"} if name == VERSIONS else images <= {"python:3.13"}


@pytest.mark.parametrize("name", FILES)
def test_every_target_and_script_that_is_named_exists(name: str) -> None:
    """No workflow asks for what the project does not have."""
    text = "\n".join(commands_of(name))
    known = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))

    assert set(re.findall(r"\bmake ([a-z]+)", text)) - known == set()
    assert [
        script for script in re.findall(r"\.ci/[\w-]+", text) if not os.access(PROJECT_ROOT / script, os.X_OK)
    ] == []


@pytest.mark.parametrize("name", [MONTHLY, FORGEJO])
def test_the_site_is_built_again_each_month(name: str) -> None:
    """Once a month, on a day that every month has."""
    crons = [entry["cron"] for entry in read(name)["on"]["schedule"]]

    assert crons == [CRON]
    minute, hour, day, *every = CRON.split()
    assert int(minute) < 60 and int(hour) < 24 and 1 <= int(day) <= 28 and every == ["*", "*"]


def test_the_list_of_the_month_is_written_after_others_pages_were_read() -> None:
    """Only the last step, which asks no other site, is given the token; and only that job may write issues."""
    *before, last = read(MONTHLY)["jobs"]["list"]["steps"]

    assert [step.get("run") for step in before][-1:] == [".ci/ask"]
    assert (last["run"], last["env"]) == (".ci/remind", {"TOKEN": "${{ github.token }}"})
    assert not any("env" in step or "GITHUB_TOKEN" in str(step) for step in before)
    assert [name for name in FILES if "issues: write" in text_of(name)] == [MONTHLY]
    assert "needs" not in read(MONTHLY)["jobs"]["list"]


def test_directories_are_read_before_anything_may_be_written() -> None:
    """What was fetched is anybody's: only the last step, which reads none of it, is given the token."""
    *before, last = read(MONTHLY)["jobs"]["directories"]["steps"]

    assert [step.get("run") for step in before][-1:] == [".ci/directories"]
    assert (last["run"], last["env"]) == (".ci/propose", {"TOKEN": "${{ github.token }}"})
    assert not any("env" in step or "GITHUB_TOKEN" in str(step) for step in before)
    assert "needs" not in read(MONTHLY)["jobs"]["directories"]


def test_the_schedule_of_gitlab_is_told_since_it_cannot_be_written() -> None:
    """GitLab keeps schedules in its settings: the file and the guide say which one to make."""
    assert CRON in text_of(GITLAB)
    assert f"`{CRON}`" in text_of("docs/publier/gitlab.md")
    assert [rule["if"] for rule in read(GITLAB)["review"]["rules"]] == ['$CI_PIPELINE_SOURCE == "schedule"']


def test_the_file_that_publishes_on_github_has_no_schedule() -> None:
    """GitHub would switch it off, pushes included, after 60 days without a commit."""
    assert "schedule" not in read(PUBLISH)["on"]


@pytest.mark.parametrize("name", [PUBLISH, FORGEJO])
def test_main_is_published_and_proposals_are_looked_at(name: str) -> None:
    """The branch and the events are those that the guide promises."""
    assert read(name)["on"]["push"] == {"branches": ["main"]}
    assert "pull_request" in read(name)["on"]


def test_gitlab_publishes_its_default_branch_and_looks_at_proposals() -> None:
    """A pipeline is made for merge requests and for the default branch, and only the latter has the job `pages`."""
    data = read(GITLAB)
    main = "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"

    assert [rule["if"] for rule in data["workflow"]["rules"]] == ['$CI_PIPELINE_SOURCE == "merge_request_event"', main]
    assert data["pages"]["rules"] == [{"if": main}]
    assert data["pages"]["artifacts"] == {"paths": ["public"]}
    assert "rules" not in data["check"]


@pytest.mark.parametrize("name", [PUBLISH, FORGEJO])
def test_a_proposal_is_checked_and_tested_only(name: str) -> None:
    """Nothing is built, archived or pushed for a pull request."""
    done = [step["run"] for job in read(name)["jobs"] for step in steps(name, job, "pull_request") if "run" in step]

    assert [command for command in done if "git init" not in command] == [
        '.ci/day >> "$GITHUB_ENV"',
        'make check CHECK_OPTIONS="--format github"',
        CHECK_CODE,
    ]


@pytest.mark.parametrize("name", [PUBLISH, GITLAB, FORGEJO])
def test_code_is_checked_and_the_site_looked_at_before_it_is_published(name: str) -> None:
    """In each file once, and in that order: the code, the build, a browser's look at what was built, publication."""
    if name == GITLAB:
        data = read(GITLAB)
        order = [line for job in ("check", "pages") for line in data[job]["script"]]
        last = "mv build public"
        assert data["stages"].index(data["check"]["stage"]) < data["stages"].index(data["pages"]["stage"])
    else:
        order = [step["run"] for job in read(name)["jobs"] for step in steps(name, job, "push") if "run" in step]
        last = ".ci/archive" if name == PUBLISH else ".ci/push-pages"
        jobs = read(name)["jobs"]
        assert jobs["publish"]["needs"] == ("build" if name == PUBLISH else "check")
    wanted = [CHECK_CODE, the_command("make build"), LOOK, last]

    assert [command for command in order if command in wanted] == wanted


@pytest.mark.parametrize("name", [PUBLISH, GITLAB, FORGEJO])
def test_a_run_has_time_for_all_tests(name: str) -> None:
    """They take three quarters of an hour on two processors: the job that runs them may take twice as long."""
    data = read(name)
    job = data["check"] if name == GITLAB else data["jobs"]["build" if name == PUBLISH else "check"]
    limit = job["timeout"] if name == GITLAB else f"{int(job['timeout-minutes']) // 60} hours"

    assert CHECK_CODE in str(job)
    assert int(limit.removesuffix(" hours")) >= 2


@pytest.mark.parametrize("name", [PUBLISH, GITLAB, FORGEJO])
def test_the_run_that_asks_what_was_changed_has_the_whole_past(name: str) -> None:
    """What is published can be many commits old; a run that had only the last would test everything each time."""
    data = read(name)
    if name == GITLAB:
        assert data["check"]["variables"] == {"GIT_DEPTH": "0"}
        return
    job = data["jobs"]["build" if name == PUBLISH else "check"]
    [checkout] = [step for step in job["steps"] if step["name"] == "Prendre les fichiers"]
    assert checkout["with"]["fetch-depth"] == "0" if name == PUBLISH else "--depth" not in checkout["run"]
