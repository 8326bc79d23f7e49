"""The workflow that tries every version of Python, and Windows."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from eclaircie.project import PROJECT_ROOT
from eclaircie.publish.changes import WORDS

from .workflows import FILES, VERSIONS, read, steps, text_of


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
