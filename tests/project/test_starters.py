"""What a double click starts, `ecrire/`: tried on Linux; on macOS and Windows as far as their files can be read here."""

import ast
import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eclaircie.project import PROJECT_ROOT

STARTERS = PROJECT_ROOT / "ecrire"
LIKE_WINDOWS = PROJECT_ROOT / "tests" / "like_windows"

needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")


def fresh(folder: Path) -> Path:
    """A copy of the project in which nothing was set up; in the place of the editor, what says that it was called."""
    shutil.copytree(STARTERS, folder / "ecrire")
    shutil.copytree(PROJECT_ROOT / "site/eclaircie/messages", folder / "site/eclaircie/messages")
    (folder / "site/eclaircie/__init__.py").touch()
    (folder / "site/eclaircie/__main__.py").write_text("import sys\nprint('called', *sys.argv[1:], flush=True)\n")
    # No library: this machine may have no way to a registry.
    (folder / "requirements-edit.txt").touch()
    return folder


def start(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """What a starter says and how it ends."""
    plain = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(
        words, capture_output=True, text=True, env=plain | environment, stdin=subprocess.DEVNULL, check=False
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh copy, in a folder with a space and an accent, as people have them."""
    return fresh(tmp_path_factory.mktemp("starters") / "Mon édition")


@pytest.mark.exhaustive  # a .venv takes some seconds
@needs_sh
def test_a_double_click_sets_up_what_is_missing_and_opens_the_editor(project: Path) -> None:
    """On Linux: it says what it does, makes .venv, and calls the editor; the next time it sets up nothing."""
    first = start("sh", str(project / "ecrire" / "start.sh"))
    again = start("sh", str(project / "ecrire" / "start.sh"))

    assert first.returncode == 0, first.stderr
    assert [line.split(" ")[0] for line in first.stdout.splitlines()] == [
        *("Préparation,", "Téléchargement", "Ouverture", "called")
    ]
    assert first.stdout.splitlines()[-1] == "called edit"
    assert [line.split(" ")[0] for line in again.stdout.splitlines()] == ["Ouverture", "called"]


@pytest.mark.exhaustive  # a .venv takes some seconds
@needs_sh
def test_new_libraries_are_fetched(project: Path) -> None:
    """Where the lock has changed since, they are installed again, and nothing else."""
    start("sh", str(project / "ecrire" / "start.sh"))
    stamp = (project / ".venv" / ".ready-edit").stat().st_mtime
    os.utime(project / "requirements-edit.txt", (stamp + 10, stamp + 10))

    said = start("sh", str(project / "ecrire" / "start.sh")).stdout
    assert [line.split(" ")[0] for line in said.splitlines()] == ["Téléchargement", "Ouverture", "called"]


@pytest.mark.exhaustive  # a .venv takes some seconds
@needs_sh
def test_libraries_that_cannot_be_fetched_are_told(project: Path) -> None:
    """Without a network, or with a library that is not the one locked: a sentence, and the editor does not open."""
    start("sh", str(project / "ecrire" / "start.sh"))
    lock = project / "requirements-edit.txt"
    lock.write_text("./not-there.whl --hash=sha256:" + "0" * 64 + "\n")
    stamp = (project / ".venv" / ".ready-edit").stat().st_mtime
    os.utime(lock, (stamp + 10, stamp + 10))
    try:
        done = start("sh", str(project / "ecrire" / "start.sh"))
        assert done.returncode == 1
        assert "n'ont pas pu être installées" in done.stdout
        assert "called" not in done.stdout
    finally:
        lock.write_text("")


@pytest.mark.exhaustive  # a .venv takes some seconds
@needs_sh
def test_the_starter_of_linux_opens_as_a_desktop_opens_it(project: Path) -> None:
    """Its command, read as https://specifications.freedesktop.org/desktop-entry-spec/ says, with its own path for %k."""
    start("sh", str(project / "ecrire" / "start.sh"))
    file = project / "ecrire" / "linux.desktop"
    entry = configparser.RawConfigParser()
    entry.read(file, "utf-8")
    command = shlex.split(entry["Desktop Entry"]["Exec"].replace("\\\\", "\\"))
    done = start(*(str(file) if word == "%k" else word.replace("\\$", "$") for word in command))

    assert entry["Desktop Entry"]["Terminal"] == "true"
    assert done.stdout.splitlines()[-1] == "called edit", done.stderr


@pytest.mark.exhaustive  # a .venv takes some seconds
@needs_sh
@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells which files a process has open")
def test_the_work_itself_needs_nothing_that_windows_lacks(project: Path) -> None:
    """What Windows has not is missing, what it refuses is refused: start.py opens the editor all the same."""
    start("sh", str(project / "ecrire" / "start.sh"))
    # What it calls is Python's own, pip among it, which looks at the name of the system.
    alone = "import os, runpy, sys; del os.environ['PYTHONPATH'], sys.argv[0]; "
    alone += "runpy.run_path(sys.argv[0], run_name='__main__')"
    file = str(project / "ecrire" / "start.py")
    done = start(sys.executable, "-c", alone, file, PYTHONPATH=str(LIKE_WINDOWS), PYTHONUTF8="1")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "called edit"), done.stderr


@needs_sh
def test_without_a_python_the_window_says_where_to_get_one(tmp_path: Path) -> None:
    """A machine that has none, or only old ones."""
    folder = fresh(tmp_path / "project")
    for program in ("sh", "dirname", "uname"):
        found = shutil.which(program)
        assert found
        (tmp_path / program).symlink_to(found)
    text = (folder / "ecrire" / "start.sh").read_text().replace("PATH=$PATH:/usr/local/bin:/opt/homebrew/bin\n", "")
    (folder / "ecrire" / "alone.sh").write_text(text)
    done = start("sh", str(folder / "ecrire" / "alone.sh"), PATH=str(tmp_path))
    assert done.returncode == 1
    assert "www.python.org/downloads" in done.stdout


def test_an_old_python_says_that_it_is_too_old() -> None:
    """Any Python since 3.7 can read start.py, and what is too old is told before anything newer is read."""
    source = (STARTERS / "start.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 7))
    program = "import sys, runpy; sys.version_info = (3, 9, 1); runpy.run_path(sys.argv[1], run_name='__main__')"
    done = start(sys.executable, "-c", program, str(STARTERS / "start.py"), PYTHONUTF8="1")

    assert done.returncode == 1
    assert (
        done.stdout
        == "Il faut Python 3.11 ou plus récent. Installez-le : www.python.org/downloads, puis recommencez.\n"
    )


def test_the_starter_of_windows_can_be_read_by_windows() -> None:
    """Its lines end as Windows wants it, every block is closed, and what it hands over to is there."""
    raw = (STARTERS / "windows.bat").read_bytes()
    text = raw.decode("utf-8")
    [called] = re.findall(r"%with% (\S+)", text)

    assert raw.count(b"\r\n") == raw.count(b"\n") > 5
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert text.count("(") == text.count(")")
    assert (PROJECT_ROOT / called.replace("\\", "/")).is_file()
    assert text.index("chcp 65001") < next(place for place, sign in enumerate(text) if not sign.isascii())


def test_what_is_double_clicked_may_be_run() -> None:
    """Without that right, macOS and Linux show the text instead of running it."""
    if sys.platform != "win32":
        assert [name for name in ("mac.command", "linux.desktop") if not os.access(STARTERS / name, os.X_OK)] == []


def test_the_starters_set_up_what_make_sets_up() -> None:
    """The same lock, the same stamps: who uses both installs nothing twice."""
    makefile = (PROJECT_ROOT / "Makefile").read_text("utf-8")
    source = (STARTERS / "start.py").read_text("utf-8")
    for name in ("requirements-edit.txt", ".ready", ".ready-edit"):
        assert f'"{name}"' in source
        assert name in makefile
