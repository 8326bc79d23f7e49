"""The same input gives the same bytes: on another machine, at another hour, with another Python."""

import calendar
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eclaircie.project import PROJECT_ROOT
from tests.conftest import TODAY
from tests.folders import files_in
from tests.local_site import local_content
from tests.small_site import WITH_CONTACT

EPOCH = calendar.timegm(TODAY.timetuple())
"""Midnight UTC of the day on which the newest fact was checked: no fact may be of a later day than the build."""

BUILD = """\
import pathlib, sys
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/site"]
import freeze
from eclaircie.cli.invocation import Folders
options = ["--quiet", "--base-url", "https://example.org/", "--destination", sys.argv[3]]
sys.exit(freeze.main(options, Folders(content=pathlib.Path(sys.argv[2]))))
"""
"""`freeze.py` with a content of our own: the folder of the project, of the content, of the site."""

VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def build(
    destination: Path,
    content: Path,
    environment: dict[str, str] | None = None,
    *,
    python: str = sys.executable,
    project: Path = PROJECT_ROOT,
) -> dict[str, bytes]:
    """Build a site in a process of its own, with nothing in its environment but what is given. Returns its files."""
    result = subprocess.run(
        [python, "-c", BUILD, str(project), str(content), str(destination)],
        env={"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": str(EPOCH), **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    return files_in(destination)


def copy_of_project(folder: Path) -> Path:
    """The code and the content as they are now, in a folder of their own and in no repository."""
    for name in ("site", "static", "translations", "content"):
        shutil.copytree(PROJECT_ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    shutil.copy(PROJECT_ROOT / "freeze.py", folder)
    return folder


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that are not the same in two builds."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of a small site, with those who help in a département."""
    return local_content(tmp_path_factory.mktemp("reproducible") / "content", WITH_CONTACT)


@pytest.fixture(scope="module")
def first(content: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a build."""
    return build(tmp_path_factory.mktemp("first") / "build", content)


def test_there_is_something_to_compare(first: dict[str, bytes]) -> None:
    """Pages, what hosts and programs read, and the manifest."""
    assert {"fr/index.html", "_headers", ".well-known/security.txt", "sitemap.xml", "manifest.json"} <= set(first)


ONE_BY_ONE = [
    {"PYTHONHASHSEED": "1"},
    {"PYTHONHASHSEED": "2"},
    {"TZ": "Pacific/Kiritimati"},
    {"TZ": "Pacific/Pago_Pago"},
    {"LC_ALL": "C"},
    {"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "ar", "LANG": "tr_TR.UTF-8"},
    {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii:backslashreplace", "LC_ALL": "POSIX"},
    {"PYTHONOPTIMIZE": "2"},
    {"HOME": "/nowhere", "USER": "somebody", "HOSTNAME": "elsewhere"},
    {"SOURCE_DATE_EPOCH": str(EPOCH + 86_399)},
]
"""What differs from one machine to another."""

MACHINES = [{**ONE_BY_ONE[0], **ONE_BY_ONE[2], **ONE_BY_ONE[6], **ONE_BY_ONE[8]}]
MACHINES += [{**ONE_BY_ONE[1], **ONE_BY_ONE[3], **ONE_BY_ONE[5], **ONE_BY_ONE[7], **ONE_BY_ONE[9]}]
"""Two machines on which all of it differs. Each thing by itself, where tests are exhaustive, says which one it is."""


@pytest.mark.parametrize(
    "environment",
    [*MACHINES, *(pytest.param(environment, marks=pytest.mark.exhaustive) for environment in ONE_BY_ONE)],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_the_machine_changes_no_byte(
    content: Path, first: dict[str, bytes], tmp_path: Path, environment: dict[str, str]
) -> None:
    """Neither its order of things in memory, nor its place, its language, its user or the hour."""
    assert differing(build(tmp_path / "build", content, environment), first) == []


def test_the_order_of_files_on_the_disk_changes_no_byte(content: Path, first: dict[str, bytes], tmp_path: Path) -> None:
    """Files that were written in another order, at another time and with other rights give the same site."""
    copy = tmp_path / "content with a space"
    for file in sorted((file for file in content.rglob("*") if file.is_file()), reverse=True):
        target = copy / file.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        os.utime(target, (0, 0))
        target.chmod(0o600)

    assert differing(build(tmp_path / "build", copy), first) == []


def test_the_place_of_the_project_changes_no_byte(content: Path, first: dict[str, bytes], tmp_path: Path) -> None:
    """A copy of the code elsewhere makes the same site. It is in no repository, so its manifest names no commit."""
    made = build(tmp_path / "build", content, project=copy_of_project(tmp_path / "projet é"))

    assert differing(made, first) in ([], ["manifest.json"])
    assert made["manifest.json"].partition(b' "files"')[2] == first["manifest.json"].partition(b' "files"')[2]


def test_a_second_build_over_the_first_changes_no_byte(content: Path, first: dict[str, bytes], tmp_path: Path) -> None:
    """What is taken from the last build is what would be made."""
    build(tmp_path / "build", content)

    assert differing(build(tmp_path / "build", content), first) == []


def pythons() -> dict[str, str]:
    """Each Python of this machine that we support and that runs, by its version."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    kept = [str(file) for file in sorted(root.glob("versions/*/bin/python"))]
    named = [found for version in VERSIONS if (found := shutil.which(f"python{version}"))]
    # Programs such as pyenv's stand-ins are found and yet fail: each one must really run.
    question = "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2])"
    answers: dict[str, str] = {}
    for python in (sys.executable, *named, *kept):
        answer = subprocess.run([python, "-c", question], capture_output=True, text=True, check=False).stdout.strip()
        if answer in VERSIONS:
            answers.setdefault(answer, python)
    return answers


@pytest.mark.exhaustive
@pytest.mark.timeout(1800)  # a set-up and the whole site, for each of them
def test_another_python_changes_no_byte(tmp_path: Path) -> None:
    """The real site, made by each Python there is, with the locked libraries as they install themselves there."""
    found = pythons()
    if len(found) < 2:
        pytest.skip(f"only Python {', '.join(found)}: install another one of {', '.join(VERSIONS)}")
    project = copy_of_project(tmp_path / "project")  # somebody may be writing in the other one
    builds = {}
    for version, python in found.items():
        place = tmp_path / f"venv-{version}"
        subprocess.run([python, "-m", "venv", str(place)], check=True, capture_output=True)
        own = str(place / "bin" / "python")
        pip = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes", "-r"]
        result = subprocess.run(
            [own, *pip, str(PROJECT_ROOT / "requirements.txt")], capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stderr
        builds[version] = build(tmp_path / version, project / "content", python=own, project=project)

    first, *others = builds
    assert [(other, differing(builds[other], builds[first])) for other in others] == [(other, []) for other in others]
