"""The workflows that publish: what they ask for, and what their commands do on this machine.

The commands of every job are taken from the files and run in a copy of the project, with a small content. Four things
are stood in for: `.ci/run` and `.ci/look`, which would start these tests and a browser, by what make would do; the set-up of
.venv, which would download, by the libraries that run these tests; the host, by a repository in a folder and a server of this machine; the
pauses of the comparison, by a `sleep` that notes how long it should have slept. Actions are GitHub's own and do not run
here: which ones are used, and which version, is checked instead.
"""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tarfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from eclaircie.project import PROJECT_ROOT
from eclaircie.publish.changes import WORDS
from tests.folders import files_in
from tests.serving import serving
from tests.small_site import MIDNIGHT, write_small_content

PUBLISH = ".github/workflows/publish.yml"
MONTHLY = ".github/workflows/monthly.yml"
VERSIONS = ".github/workflows/versions.yml"
GITLAB = ".gitlab-ci.yml"
FORGEJO = ".forgejo/workflows/publish.yml"
ACTIONS_FILES = (PUBLISH, MONTHLY, VERSIONS, FORGEJO)
FILES = (*ACTIONS_FILES, GITLAB)
SCRIPTS = sorted(file for file in (PROJECT_ROOT / ".ci").iterdir() if file.is_file())

KNOWN_ACTIONS = {
    "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
    "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
    "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
    "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
    "./.github/workflows/publish.yml",
}
"""With the whole name of their version: a tag can be moved to other code, a commit cannot."""

CHECK_CODE = ".ci/check-code"
LOOK = ".ci/look"
STAND_INS = {".ci/run": "make --dry-run test", LOOK: "make --dry-run look"}
"""The suite holds these tests, and tests/browser/test_look.py tries the look. make still says what it would run."""

NOBODY = "http://127.0.0.1:1"
"""Where the proxy of a run would be: nothing leaves this machine, so what is published is out of reach."""

COMPARE = ".ci/verify"
"""Not part of the runs of whole jobs, for it asks an address: it has tests of its own."""

UNVALIDATED = {"SBOM_OPTIONS": "--no-validate"}
"""The list of libraries is validated in one of the runs; it takes seconds."""

ANY_TOKEN = {"TOKEN": "x"}

LATER = 1830219200
"""30 December 2027, when the facts of the small site are more than a year old."""

ON_MAIN = "github.ref == 'refs/heads/main'"
ON_SCHEDULE = "always() && github.event_name == 'schedule'"
IF_PUBLISHED = "steps.publication.outputs.published == 'yes'"

CRON = "17 4 2 * *"


def text_of(name: str) -> str:
    """A file of the project."""
    return (PROJECT_ROOT / name).read_text("utf-8")


def read(name: str) -> dict[str, Any]:
    """A workflow as plain data. Every value is text: to YAML, the key `on` would be a yes."""
    data = yaml.load(text_of(name), yaml.BaseLoader)  # noqa: S506  # BaseLoader makes nothing but text, lists and mappings
    assert isinstance(data, dict)
    return data


def commands_of(name: str) -> list[str]:
    """Every command of a workflow."""
    data = read(name)
    if name == GITLAB:
        jobs = [value for key, value in data.items() if isinstance(value, dict)]
        return [line for job in jobs for key in ("before_script", "script") for line in job.get(key, ())]
    return [step["run"] for job in data["jobs"].values() for step in job.get("steps", ()) if "run" in step]


def applies(condition: str | None, event: str) -> bool:
    """Whether a job or step is done at an event. Any condition that is not known here fails the test."""
    known = {None: True, ON_MAIN: event != "pull_request", ON_SCHEDULE: event == "schedule", IF_PUBLISHED: True}
    return known[condition]


@dataclass
class Runner:
    """Runs commands as a host does: in a folder, in the shell of the image, with nothing else in the environment."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the environment of a host: nothing of the one that the tests run in, but where programs are."""
        home = self.folder.with_name(f"{self.folder.name}-home")
        home.mkdir(exist_ok=True)
        self.variables = home / "variables"
        self.outputs = home / "outputs"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "CI": "true",
            "GIT_CONFIG_NOSYSTEM": "1",
            "https_proxy": NOBODY,
            "GITHUB_ENV": str(self.variables),
            "GITHUB_OUTPUT": str(self.outputs),
            "SOURCE_DATE_EPOCH": str(MIDNIGHT + 12345),
            **self.environment,
        }

    def run(self, command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run commands until the first that fails."""
        if (self.folder / "Makefile").exists():
            put_venv(self.folder)
        for line in self.variables.read_text("utf-8").splitlines() if self.variables.exists() else ():
            key, value = line.split("=", 1)
            self.environment[key] = value
        return subprocess.run(
            ["sh", "-e", "-c", command],
            cwd=self.folder,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            timeout=100,
        )

    def must(self, command: str, **environment: str) -> str:
        """Run commands that have to succeed; returns what they said."""
        done = self.run(command, **environment)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout

    def job(self, workflow: str, name: str, event: str) -> dict[str, str]:
        """Run the steps of a job that are commands, but the comparison; returns what each said, by name."""
        said = {}
        for step in steps(workflow, name, event):
            if "run" in step and step["run"] != COMPARE:
                environment = {
                    key: value.replace("${{ github.token }}", "x") for key, value in step.get("env", {}).items()
                }
                said[step["name"]] = self.must(step["run"], **environment)
        return said

    def script(self, name: str) -> str:
        """Run the script of a job of GitLab, which is one shell."""
        data = read(GITLAB)
        return self.must("\n".join([*data["default"]["before_script"], *data[name]["script"]]))


def steps(workflow: str, job: str, event: str) -> list[dict[str, Any]]:
    """The steps of a job that are done at an event."""
    found = read(workflow)["jobs"][job]
    if not applies(found.get("if"), event):
        return []
    return [step for step in found["steps"] if applies(step.get("if"), event)]


def put_venv(folder: Path) -> None:
    """A .venv that counts as set up, with the Python and the libraries of these tests, and the code of the folder."""
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True, exist_ok=True)
    python = programs / "python"
    python.write_text(f'#!/bin/sh\nPYTHONPATH="{folder / "site"}" exec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    for stamp in (".ready", ".ready-dev"):
        (folder / ".venv" / stamp).touch()


def put_project(folder: Path) -> Path:
    """A copy of what the commands need of the project, with a small content that has an address."""
    for name in ("site", "static", "translations", ".ci"):
        shutil.copytree(PROJECT_ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    for name in ("Makefile", "freeze.py", "pyproject.toml", "requirements.txt", "requirements-dev.txt", ".gitignore"):
        shutil.copy2(PROJECT_ROOT / name, folder)
    for name, command in STAND_INS.items():
        (folder / name).write_text(f"#!/bin/sh\n{command}\n", "utf-8")
    content = write_small_content(folder / "content")
    settings = content / "site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}adresse: https://example.org/\n", "utf-8")
    return folder


@dataclass
class Done:
    """What a run at a push left behind. runner: where. said: what each step said, by its name."""

    runner: Runner
    said: dict[str, str]

    @property
    def folder(self) -> Path:
        """The folder of the run."""
        return self.runner.folder


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that stays as it is."""
    return put_project(tmp_path_factory.mktemp("original"))


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    """A copy of the project to work in."""
    return shutil.copytree(original, tmp_path / "project")


@pytest.fixture(scope="module")
def github(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """The run of GitHub's commands at a push to main."""
    runner = Runner(shutil.copytree(original, tmp_path_factory.mktemp("github") / "project"))
    return Done(runner, runner.job(PUBLISH, "build", "push"))


@pytest.fixture(scope="module")
def gitlab(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """The run of GitLab's commands at a push to the default branch."""
    folder = shutil.copytree(original, tmp_path_factory.mktemp("gitlab") / "project")
    runner = Runner(folder, UNVALIDATED)
    return Done(runner, {job: runner.script(job) for job in ("check", "pages")})


@pytest.fixture(scope="module")
def forgejo(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """The run of Forgejo's commands at a push to main, from an empty folder; the forge is a folder beside it."""
    base = tmp_path_factory.mktemp("forgejo")
    bare = base / "forge" / "someone" / "site.git"
    source = Runner(shutil.copytree(original, base / "source"))
    source.must(
        f"git init --quiet --bare {bare} && git init --quiet && git add --all && "
        "git -c user.name=Essai -c user.email=essai@example.org commit --quiet --message Essai && "
        f"git push --quiet {bare} HEAD:refs/heads/main"
    )
    (base / "work").mkdir()
    forge = {
        "GITHUB_SERVER_URL": f"file://{base / 'forge'}",
        "GITHUB_REPOSITORY": "someone/site",
        "GITHUB_SHA": source.must("git rev-parse HEAD").strip(),
    }
    runner = Runner(base / "work", {**UNVALIDATED, **forge})
    return Done(runner, {**runner.job(FORGEJO, "check", "push"), **runner.job(FORGEJO, "publish", "push")})


def published(forgejo: Done) -> str:
    """The commit that a Forgejo shows, or nothing."""
    bare = f"{forgejo.runner.environment['GITHUB_SERVER_URL']}/someone/site.git"
    return forgejo.runner.must(f"git ls-remote {bare} refs/heads/pages").split("\t")[0]


def the_command(start: str) -> str:
    """The command that begins so in the files, and is the same in each of its hosts."""
    [command] = {command for name in FILES for command in commands_of(name) if command.startswith(start)}
    return command


# What the files ask for


@pytest.mark.parametrize("name", FILES)
def test_a_workflow_can_be_read(name: str) -> None:
    """Each file is YAML, and has commands."""
    assert commands_of(name)


@pytest.mark.parametrize("name", FILES)
def test_only_known_actions_are_used(name: str) -> None:
    """Nobody else's code runs, and a version cannot change under its name. GitLab and Forgejo need none at all."""
    used = re.findall(r"^\s*(?:- )?(?:uses|include): *(.*)$", text_of(name), re.MULTILINE)

    assert set(used) <= KNOWN_ACTIONS
    assert name in (PUBLISH, MONTHLY, VERSIONS) or used == []


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
            },
        ),
        (VERSIONS, {"python": {"contents": "read"}, "windows": {"contents": "read"}}),
        (FORGEJO, {"check": {"contents": "read"}, "publish": {"contents": "write"}}),
    ],
)
def test_every_job_has_the_least_permissions(name: str, permissions: dict[str, dict[str, str]]) -> None:
    """Nothing is permitted but what a job says, and only the job that publishes may write."""
    data = read(name)

    assert data["permissions"] in ({}, "")
    assert {key: job.get("permissions") for key, job in data["jobs"].items()} == permissions


def test_what_was_proposed_never_runs_beside_a_right_to_write() -> None:
    """A pull request is anybody's code: it gets no job that may publish, and leaves no token behind."""
    for name in (PUBLISH, FORGEJO):
        for job, data in read(name)["jobs"].items():
            assert "write" not in data["permissions"].values() or not steps(name, job, "pull_request")
    for name in FILES:
        assert "pull_request_target" not in text_of(name)
    checkouts = [
        step
        for name in (PUBLISH, MONTHLY, VERSIONS)
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


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_a_script_can_be_started(script: Path) -> None:
    """Its shell finds no mistake in it."""
    shell = script.read_text("utf-8").splitlines()[0].split("/")[-1].split()[-1]

    assert os.access(script, os.X_OK)
    assert subprocess.run([shell, "-n", script]).returncode == 0


@pytest.mark.parametrize("name", [MONTHLY, FORGEJO])
def test_the_site_is_built_again_each_month(name: str) -> None:
    """Once a month, on a day that every month has."""
    crons = [entry["cron"] for entry in read(name)["on"]["schedule"]]

    assert crons == [CRON]
    minute, hour, day, *every = CRON.split()
    assert int(minute) < 60 and int(hour) < 24 and 1 <= int(day) <= 28 and every == ["*", "*"]


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


# Every version of Python


def test_every_version_of_python_that_is_promised_is_tried() -> None:
    """From the oldest that pyproject.toml allows, for which the libraries are locked, to the newest that make looks for."""
    tried = read(VERSIONS)["jobs"]["python"]["strategy"]["matrix"]["python"]
    [looked_for] = re.findall(r"^PYTHONS = (.*)$", text_of("Makefile"), re.MULTILINE)
    [oldest] = re.findall(r'^requires-python = ">=(.*)"$', text_of("pyproject.toml"), re.MULTILINE)

    assert set(tried) == set(re.findall(r"python(\d+\.\d+)", looked_for))
    assert (tried[0], f"--python-version {oldest} " in text_of("Makefile")) == (oldest, True)


def test_a_version_that_fails_stops_no_other_and_no_publication() -> None:
    """Each one tells its own result, and what publishes waits for none of them."""
    assert read(VERSIONS)["jobs"]["python"]["strategy"]["fail-fast"] == "false"
    assert [name for name in FILES if name != VERSIONS and "versions.yml" in text_of(name)] == []


@pytest.mark.parametrize("event", ["push", "pull_request"])
def test_words_alone_do_not_start_every_version_of_python(event: str) -> None:
    """What the other workflow calls words, and the documents; whatever else was changed does."""
    ignored = read(VERSIONS)["on"][event]["paths-ignore"]

    assert (
        {f"{folder}**" for folder in WORDS} <= set(ignored) <= {*(f"{folder}**" for folder in WORDS), "docs/**", "*.md"}
    )


def test_each_version_is_the_one_that_runs_the_tests(tmp_path: Path) -> None:
    """The command makes .venv with the Python of its name, even where another one is found as well."""
    [step] = [step for step in steps(VERSIONS, "python", "push") if "run" in step]
    programs = tmp_path / "programs"
    programs.mkdir()
    for version in ("3.13", "3.14"):
        program = programs / f"python{version}"
        program.write_text('#!/bin/sh\necho "$0 $*" >>"$CALLS"\nexit 1\n', "utf-8")
        program.chmod(0o755)
    folder = tmp_path / "project"
    folder.mkdir()
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy2(PROJECT_ROOT / name, folder)
    environment = {"PATH": f"{programs}:/usr/bin:/bin", "CALLS": str(tmp_path / "calls"), "VERSION": "3.14"}

    done = subprocess.run(["sh", "-e", "-c", step["run"]], cwd=folder, env=environment, capture_output=True, text=True)

    assert step["env"] == {"VERSION": "${{ matrix.python }}"}
    assert done.returncode != 0 and "essayés : python3.14" in done.stderr
    assert {line.split()[0] for line in (tmp_path / "calls").read_text("utf-8").splitlines()} == {
        f"{programs}/python3.14"
    }


def test_windows_checks_builds_and_tests(tmp_path: Path) -> None:
    """Its script does each in turn with the Python of .venv, into which only locked libraries go, and ends at a failure.

    Before it, the project is set up as the guide says, word for word.
    """
    [job] = [job for job in read(VERSIONS)["jobs"].values() if job["runs-on"].startswith("windows-")]
    set_up, step = (step for step in job["steps"] if "run" in step)
    [guide] = re.findall(r"```bat\n(.*?)```", text_of("docs/windows.md"), re.DOTALL)
    assert set_up["run"] == guide + ".venv\\Scripts\\python -m eclaircie check\n"
    folder = tmp_path / "project"
    shutil.copytree(PROJECT_ROOT / ".ci", folder / ".ci")
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "python").write_text(
        "#!/bin/sh\n"
        'printf "%s\\n" "$@" - >>"$CALLS"\n'
        '[ "$2" != venv ] || { mkdir -p .venv/Scripts; cp "$0" .venv/Scripts/python.exe; }\n',
        "utf-8",
    )
    (programs / "curl").write_text(
        "#!/bin/sh\nuntil grep -q preview \"$CALLS\"; do sleep 0.05; done\necho '<h1>' >page.html\n", "utf-8"
    )
    for program in programs.iterdir():
        program.chmod(0o755)
    calls = tmp_path / "calls"
    environment = {"PATH": f"{programs}:{os.environ['PATH']}", "CALLS": str(calls)}

    subprocess.run([step["shell"], "-e", "-c", step["run"]], cwd=folder, env=environment, check=True)

    said = [call.split("\n") for call in calls.read_text("utf-8").removesuffix("\n-\n").split("\n-\n")]
    said.remove(["-m", "eclaircie", "preview", "--port", "8123"])  # beside the others
    *before, tests = said
    assert before == [
        ["-m", "venv", ".venv"],
        [
            *("-m", "pip", "--disable-pip-version-check", "install", "--quiet"),
            *("--require-hashes", "-r", "requirements-dev.txt"),
        ],
        ["freeze.py", "--check"],
        ["freeze.py"],
        ["freeze.py"],
        ["-m", "eclaircie", "verify", "build"],
    ]
    assert tests[:2] == ["-m", "pytest"] and tests[2:]
    assert [name for name in tests[2:] if not (PROJECT_ROOT / name).is_file()] == []


# What the commands do


def test_github_gets_a_site_and_a_list_of_libraries(github: Done) -> None:
    """The commands of a push leave the files that are kept: the whole site, readable, what it holds, and the libraries."""
    uploads = [step for step in steps(PUBLISH, "build", "push") if "upload-artifact" in step.get("uses", "")]
    assert [(github.folder / step["with"]["path"]).is_file() for step in uploads] == [True, True, True]
    assert "pytest" in github.said["Vérifier le code, s'il a changé"]
    assert "tests.look" in github.said["Regarder le site dans un navigateur"]
    with tarfile.open(github.folder / "artifact.tar") as archive:
        names = {member.name.removeprefix("./") for member in archive.getmembers() if member.isfile()}
    assert names == set(files_in(github.folder / "build"))
    assert {"index.html", "404.html", ".nojekyll"} <= names


def test_the_list_of_libraries_is_cyclonedx(github: Done) -> None:
    """It keeps to the schema, and every locked library stands in it with its version and hashes."""
    # Loaded here, where it is needed: it takes two seconds, and every process of a run reads this file.
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = (github.folder / "sbom.cdx.json").read_text("utf-8")
    data = json.loads(text)
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text_of("requirements.txt"), re.MULTILINE))

    assert JsonStrictValidator(SchemaVersion.from_version(data["specVersion"])).validate_str(text) is None
    assert {component["name"]: component["version"] for component in data["components"]} == locked
    assert [c["name"] for c in data["components"] if not c["externalReferences"][0]["hashes"]] == []
    assert data["metadata"]["component"]["name"] == "eclaircie"
    assert data["metadata"]["timestamp"].startswith("2026-11-21T00:00:00")


def test_the_list_of_libraries_is_not_published(github: Done, gitlab: Done, forgejo: Done) -> None:
    """It names the project, which no site does. The same lock and day give the same list on every host."""
    lists = {
        (github.folder / "sbom.cdx.json").read_text("utf-8"),
        (gitlab.folder / "sbom.cdx.json").read_text("utf-8"),
        (forgejo.folder / "sbom.cdx.json").read_text("utf-8"),
    }

    assert len(lists) == 1
    assert forgejo.said["Lister les bibliothèques"].endswith(lists.pop())
    for folder in (github.folder / "build", gitlab.folder / "public", forgejo.folder / "build"):
        assert [name for name in files_in(folder) if "sbom" in name or "cdx" in name] == []


def test_gitlab_gets_a_site_and_a_report(gitlab: Done) -> None:
    """The commands of the jobs leave what their artifacts name."""
    check = read(GITLAB)["check"]["artifacts"]

    assert json.loads((gitlab.folder / check["reports"]["codequality"]).read_text("utf-8")) == []
    assert [(gitlab.folder / path).is_file() for path in check["paths"]] == [True]
    assert {"index.html", "404.html"} <= set(files_in(gitlab.folder / "public"))


def test_every_host_publishes_the_same_bytes(github: Done, gitlab: Done, forgejo: Done) -> None:
    """The day and the content decide, not the host. Only the manifest names the commit, where there is one."""
    built = files_in(github.folder / "build")
    manifest = built["manifest.json"]

    assert files_in(gitlab.folder / "public") == built
    assert files_in(forgejo.folder / "build") | {"manifest.json": manifest} == built


def test_what_is_published_says_from_which_commit_it_was_made(forgejo: Done) -> None:
    """The commit of the run, in which nothing was changed since."""
    manifest = json.loads((forgejo.folder / "build" / "manifest.json").read_text("utf-8"))

    assert manifest["source"] == {"commit": forgejo.runner.environment["GITHUB_SHA"], "changes": "none"}


def test_forgejo_gets_the_site_in_its_branch(forgejo: Done, tmp_path: Path) -> None:
    """The branch holds the build, and one commit without a past or a name."""
    commit = published(forgejo)
    bare = f"{forgejo.runner.environment['GITHUB_SERVER_URL']}/someone/site.git"
    forgejo.runner.must(f"git clone --quiet --branch pages {bare} {tmp_path}")
    log = forgejo.runner.must(f"git -C {tmp_path} log --format='%H %an %ae %ct'")

    shutil.rmtree(tmp_path / ".git")
    assert forgejo.said["Publier"] == "Publié dans la branche pages.\n"
    assert files_in(tmp_path) == {**files_in(forgejo.folder / "build"), ".domains": b"example.org\n"}
    assert log == f"{commit} site site@localhost {MIDNIGHT}\n"


def test_forgejo_publishes_the_same_bytes_as_the_same_commit(forgejo: Done) -> None:
    """A day has one build: publishing it again changes nothing."""
    before = published(forgejo)

    said = forgejo.runner.must(".ci/push-pages", **ANY_TOKEN)

    assert said == "Publié dans la branche pages.\n"
    assert published(forgejo) == before


def test_forgejo_never_brings_back_what_a_newer_run_replaced(forgejo: Done) -> None:
    """A run of an older state ends without publishing, and says why."""
    before = published(forgejo)

    said = forgejo.runner.must(".ci/push-pages", **ANY_TOKEN, GITHUB_SHA="0" * 40, SOURCE_DATE_EPOCH="0")

    assert said.startswith("La branche main a changé depuis")
    assert published(forgejo) == before


def test_forgejo_compares_only_what_this_run_has_published(forgejo: Done, tmp_path: Path) -> None:
    """The step that compares is told by the one that publishes, and not by a run that left it to a newer one."""
    [step] = [step for step in steps(FORGEJO, "publish", "push") if step.get("id") == "publication"]
    late, in_time = tmp_path / "late", tmp_path / "in_time"

    forgejo.runner.must(step["run"], **ANY_TOKEN, GITHUB_OUTPUT=str(late), GITHUB_SHA="0" * 40)
    forgejo.runner.must(step["run"], **ANY_TOKEN, GITHUB_OUTPUT=str(in_time))

    assert not late.exists()
    assert in_time.read_text("utf-8") == "published=yes\n"


def test_forgejo_that_does_not_answer_is_a_failure(forgejo: Done) -> None:
    """A run that could not publish does not end as if it had."""
    assert forgejo.runner.run(".ci/push-pages", **ANY_TOKEN, GITHUB_REPOSITORY="someone/else").returncode != 0


@pytest.mark.parametrize("name", [FORGEJO, ".ci/push-pages"])
def test_git_gets_the_token_when_the_server_asks(tmp_path: Path, name: str) -> None:
    """The helper in the file answers as git wants it, and the token stands in no argument."""
    [helper] = set(re.findall(r"'(!f\(\).*?; f)'", text_of(name)))
    runner = Runner(tmp_path)
    (tmp_path / "asked").write_text("protocol=https\nhost=example.org\n\n", "utf-8")

    said = runner.must(f"git -c credential.helper='{helper}' credential fill < asked", TOKEN="a b$c")  # noqa: S106

    assert set(said.splitlines()) >= {"username=token", "password=a b$c"}
    assert not re.search(r"\$\{?TOKEN", text_of(name).replace(helper, ""))


def test_a_site_without_an_address_is_not_published(project: Path) -> None:
    """Its links would lead nowhere on most hosts, and nobody has yet decided to publish it."""
    write_small_content(project / "content")

    done = Runner(project).run(the_command("make build"))

    assert done.returncode != 0
    assert "L'adresse du site manque." in done.stderr
    assert not (project / "build").exists()


@pytest.mark.parametrize("name", [PUBLISH, GITLAB])
def test_a_fault_is_shown_at_its_line(project: Path, name: str) -> None:
    """The command of the workflow fails, and says in the form of the host where the fault is; Forgejo's is GitHub's."""
    (project / "content/fr/aider/faute.md").write_text("---\ntitre: A\nresume: A.\nordre: dix\n---\nTexte.\n", "utf-8")
    [check] = [command for command in commands_of(name) if command.startswith("make check")]

    done = Runner(project).run(check)

    sentence = "« dix » n'est pas un nombre entier. Écrivez par exemple : 12."
    assert done.returncode != 0
    assert f"content/fr/aider/faute.md:4  {sentence}\n" in done.stderr
    if name == PUBLISH:
        assert check in commands_of(FORGEJO)
        assert f"::error file=content/fr/aider/faute.md,line=4,title=À corriger::{sentence}\n" in done.stdout
    else:
        report = json.loads((project / read(GITLAB)["check"]["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
        place = {"path": "content/fr/aider/faute.md", "lines": {"begin": 4}}
        assert [(issue["location"], issue["description"]) for issue in report] == [(place, sentence)]


@pytest.mark.parametrize("name", [MONTHLY, GITLAB])
def test_old_facts_fail_the_monthly_run_at_their_lines(project: Path, name: str) -> None:
    """The review succeeds while facts are fresh, and fails a year later with each file and line; Forgejo's is GitHub's."""
    [review] = [command for command in commands_of(name) if command.startswith("make review")]
    line = (project / "content/fr/numeros/conseils.md").read_text("utf-8").splitlines().index(
        "verifie_le: 2026-11-01"
    ) + 1

    fresh = Runner(project).run(review)
    old = Runner(project).run(review, SOURCE_DATE_EPOCH=str(LATER))

    assert fresh.returncode == 0
    assert old.returncode != 0
    assert f"content/fr/numeros/conseils.md:{line}  Vérifié le 2026-11-01 : c'est trop ancien." in old.stderr
    assert "4 fiche(s) dont les faits n'ont pas été revérifiés à temps." in old.stderr
    if name == MONTHLY:
        assert review in commands_of(FORGEJO)
        assert f"::error file=content/fr/numeros/conseils.md,line={line}," in old.stdout
    else:
        report = json.loads(
            (project / read(GITLAB)["review"]["artifacts"]["reports"]["codequality"]).read_text("utf-8")
        )
        assert {"path": "content/fr/numeros/conseils.md", "lines": {"begin": line}} in [i["location"] for i in report]


def test_content_with_old_facts_is_built_all_the_same(project: Path) -> None:
    """A fact past its review keeps no correction from being published."""
    runner = Runner(project)

    said = runner.must('make check CHECK_OPTIONS="--format github"', SOURCE_DATE_EPOCH=str(LATER))
    runner.must(the_command("make build"), SOURCE_DATE_EPOCH=str(LATER))

    assert "::notice file=content/fr/numeros/conseils.md," in said
    assert "::error" not in said
    assert (project / "build" / "index.html").is_file()


def test_the_monthly_run_publishes_whatever_the_age_of_facts() -> None:
    """Facts that are too old say so in the site, so the site is published before, or beside, the failure."""
    monthly = read(MONTHLY)["jobs"]
    assert monthly["publish"]["uses"] == f"./{PUBLISH}"
    assert "needs" not in monthly["review"] and "needs" not in monthly["publish"]
    assert read(GITLAB)["stages"] == ["check", "publish", "verify", "review"]
    assert read(GITLAB)["review"]["needs"] == []
    names = [step.get("run") for step in steps(FORGEJO, "publish", "schedule")]
    assert names[-3:] == [".ci/push-pages", COMPARE, 'make review CHECK_OPTIONS="--format github"']


# What is tested: everything where code was changed since what is published, and in doubt

ONLY_WORDS = "Depuis ce qui est publié, seuls des contenus ou des traductions ont changé"
CODE = "Du code a changé depuis ce qui est publié"
DOUBT = "On ne sait pas ce qui a changé depuis ce qui est publié"

COMMIT = "git add --all && git -c user.name=Essai -c user.email=essai@example.org commit --quiet --message Essai"


@dataclass
class Repository:
    """A project with a past, of which the first commit was published. shown: the published site."""

    runner: Runner
    shown: Path

    def commit(self, *names: str) -> None:
        """Change some files, and put them into one commit."""
        for name in names:
            with (self.runner.folder / name).open("a", encoding="utf-8") as file:
                file.write("\n")
        self.runner.must(COMMIT)

    def publish(self, changes: str = "none", commit: str = "") -> None:
        """Let the site say from which commit it was made: the last one, or another."""
        source = {"commit": commit or self.runner.must("git rev-parse HEAD").strip(), "changes": changes}
        (self.shown / "manifest.json").write_text(json.dumps({"source": source, "files": {}}), "utf-8")

    def check(self) -> str:
        """What the command of the workflows says."""
        with serving(self.shown) as address:
            return self.runner.must(CHECK_CODE, ADDRESS=address)


@pytest.fixture
def repository(project: Path, tmp_path: Path) -> Repository:
    """A project of one commit, from which the published site was made."""
    runner = Runner(project)
    runner.must(f"git init --quiet && {COMMIT}")
    (tmp_path / "shown").mkdir()
    made = Repository(runner, tmp_path / "shown")
    made.publish()
    return made


def test_words_alone_are_published_without_all_tests(repository: Repository) -> None:
    """A change of content or of translations does not wait three quarters of an hour, nor does a month without any."""
    unchanged = repository.check()
    repository.commit("content/fr/aider/index.md", "translations/ar.po")
    words = repository.check()

    for said in (unchanged, words):
        assert said.startswith(ONLY_WORDS)
        assert "pytest" not in said


@pytest.mark.parametrize(
    "name",
    [
        *(
            "static/js/veil.js",
            "site/eclaircie/pages/site.py",
            "freeze.py",
            "requirements.txt",
            ".ci/verify",
            "Makefile",
        ),
        *("site/eclaircie/rendering/templates/base.html", "contents.py", "site/eclaircie/content/models.py"),
    ],
)
def test_code_is_tested_whole(repository: Repository, name: str) -> None:
    """Whatever is not content or a translation counts as code, and is named."""
    repository.commit(name, "content/fr/aider/index.md")

    said = repository.check()

    assert said.startswith(CODE) and f"\n{name}\n" in said
    assert "pytest" in said


def test_code_that_was_not_published_is_tested_with_the_next_words(repository: Repository) -> None:
    """It is what is published that counts: code of an earlier push, whose run failed, does not slip in behind a text."""
    repository.commit("static/js/veil.js")
    repository.commit("content/fr/aider/index.md")

    assert "static/js/veil.js" in repository.check()


def test_code_that_was_moved_away_is_code(repository: Repository) -> None:
    """A file that leaves the code for the content was changed on both sides."""
    repository.runner.must("git mv static/js/veil.js content/veil.md")
    repository.commit()

    assert "static/js/veil.js" in repository.check()


def test_code_that_was_taken_back_is_as_published(repository: Repository) -> None:
    """Two commits that undo each other leave nothing to test."""
    repository.commit("static/js/veil.js")
    repository.runner.must("git -c user.name=Essai -c user.email=essai@example.org revert --no-edit HEAD")

    assert repository.check().startswith(ONLY_WORDS)


@pytest.mark.parametrize(
    "published", ["nothing", "no manifest", "other changes", "unknown changes", "unknown commit", "an option"]
)
def test_in_doubt_everything_is_tested(repository: Repository, published: str) -> None:
    """No answer, or one that does not name a commit of the repository for certain, spares no test."""
    if published == "nothing":
        (repository.shown / "manifest.json").unlink()
    elif published == "no manifest":
        (repository.shown / "manifest.json").write_text("[]", "utf-8")
    elif published == "unknown commit":
        repository.publish(commit="0" * 39 + "1")
    elif published == "an option":
        repository.publish(commit="--output=static/js/veil.js")
    else:
        repository.publish("some" if published.startswith("other") else "unknown")

    said = repository.check()

    assert said.startswith(DOUBT)
    assert "pytest" in said
    assert repository.runner.must("git status --porcelain --untracked-files=no") == ""


def test_a_host_out_of_reach_spares_no_test(repository: Repository) -> None:
    """Nor does a site without an address, which was never published."""
    away = repository.runner.must(CHECK_CODE, ADDRESS="http://127.0.0.1:1/")
    settings = repository.runner.folder / "content" / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("adresse: https://example.org/\n", ""), "utf-8")
    never = repository.runner.must(CHECK_CODE)

    assert away.startswith(DOUBT) and "pytest" in away
    assert "Le site n'a pas encore d'adresse." in never and "pytest" in never


# What is compared, once it is published

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


@pytest.fixture(params=HOSTS)
def comparison(request: pytest.FixtureRequest, project: Path, tmp_path: Path) -> Comparison:
    """A run of each host that has published; what it compares with is where the workflow has put it."""
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


# The day, and the archive


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
