"""The workflows that publish, as this machine can run them: their commands, in a copy of the project with a small content.

Four things are stood in for: `.ci/run` and `.ci/look`, which would start these tests and a browser, by what make would do; the set-up of
.venv, which would download, by the libraries that run these tests; the host, by a repository in a folder and a server of this machine; the
pauses of the comparison, by a `sleep` that notes how long it should have slept. Actions are GitHub's own and do not run
here: which ones are used, and which version, is checked instead.
"""

import compileall
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import yaml

from eclaircie.project import PROJECT_ROOT
from tests.small_site import MIDNIGHT, write_small_content

PUBLISH = ".github/workflows/publish.yml"
MONTHLY = ".github/workflows/monthly.yml"
VERSIONS = ".github/workflows/versions.yml"
PROPOSAL = ".github/workflows/proposal.yml"
COMMENT = ".github/workflows/comment.yml"
GITLAB = ".gitlab-ci.yml"
FORGEJO = ".forgejo/workflows/publish.yml"
GITHUB_FILES = (PUBLISH, MONTHLY, VERSIONS, PROPOSAL, COMMENT)
ACTIONS_FILES = (*GITHUB_FILES, FORGEJO)
FILES = (*ACTIONS_FILES, GITLAB)
SCRIPTS = sorted(file for file in (PROJECT_ROOT / ".ci").iterdir() if file.is_file())

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

ON_MAIN = "github.ref == 'refs/heads/main'"
ON_SCHEDULE = "always() && github.event_name == 'schedule'"
IF_PUBLISHED = "steps.publication.outputs.published == 'yes'"


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
    if not python.exists():  # another process of the tests may be running it
        python.write_text(f'#!/bin/sh\nPYTHONPATH="{folder / "site"}" exec "{sys.executable}" "$@"\n', "utf-8")
        python.chmod(0o755)
    for stamp in (".ready", ".ready-dev"):
        (folder / ".venv" / stamp).touch()


def put_project(folder: Path) -> Path:
    """A copy of what the commands need of the project, with a small content that has an address.

    Its code is compiled: each process that is started in it, or in a copy of it, would do that anew.
    """
    for name in ("site", "static", "translations", ".ci"):
        shutil.copytree(PROJECT_ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    compileall.compile_dir(folder / "site", quiet=1)
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

    def write(self, file: Path) -> None:
        """Leave to other processes what they must know of the run."""
        known = {"folder": str(self.folder), "environment": self.runner.environment, "said": self.said}
        file.write_text(json.dumps(known), "utf-8")

    @classmethod
    def read(cls, file: Path) -> Self:
        """A run of which another process, or this one, has written what is to be known."""
        known = json.loads(file.read_text("utf-8"))
        return cls(Runner(Path(known["folder"]), known["environment"]), known["said"])


def the_command(start: str) -> str:
    """The command that begins so in the files, and is the same in each of its hosts."""
    [command] = {command for name in FILES for command in commands_of(name) if command.startswith(start)}
    return command
