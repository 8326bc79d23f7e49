"""Windows, as far as another system can be like it: what it lacks is missing, what it refuses is refused.

`tests/like_windows/` says what of it. On Windows itself, `.ci/windows` does the same with nothing pretended.
"""

import filecmp
import ntpath
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path
from urllib.error import URLError

import pytest

from eclaircie.project import PROJECT_ROOT
from tests.folders import files_in
from tests.once import LOOKING
from tests.small_site import MIDNIGHT, write_small_content

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux tells which files a process has open")

LIKE_WINDOWS = PROJECT_ROOT / "tests" / "like_windows"
PARTS = ("site", "static", "translations", "freeze.py", "pyproject.toml")


class Machine:
    """A computer with a copy of the project, in whose folder commands are run. like_windows: whether it pretends."""

    def __init__(self, project: Path, *, like_windows: bool) -> None:
        self.project = project
        paths = [str(LIKE_WINDOWS)] * like_windows + [str(project / "site")]
        self.environment = {
            **os.environ,
            **{"PYTHONPATH": os.pathsep.join(paths), "SOURCE_DATE_EPOCH": str(MIDNIGHT)},
            # What a program writes there is still read in the encoding of old programs.
            **({"PYTHONIOENCODING": "cp850"} if like_windows else {}),
        }

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """Start Python."""
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=self.project,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="cp850",
        )

    def run(self, *words: str) -> str:
        """Run Python, and return what it said. Fails where it does."""
        with self.start(*words) as process:
            said, _ = process.communicate()
        assert process.returncode == 0, said
        return said


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A project whose texts were saved by Notepad as it used to be: with a mark at the start and other line ends."""
    project = tmp_path_factory.mktemp("windows") / "Mes sites"
    for name in PARTS:
        copy = shutil.copytree if (PROJECT_ROOT / name).is_dir() else shutil.copy
        copy(PROJECT_ROOT / name, project / name)
    write_small_content(project / "content")
    for file in (*(project / "content").rglob("*.*"), *(project / "translations").glob("*.po")):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    return Machine(project, like_windows=True)


@pytest.fixture(scope="module")
def built(windows: Machine) -> Path:
    """What was built there: from nothing, then again."""
    windows.run("freeze.py", "--quiet")
    assert "(0 refaites)" in windows.run("freeze.py")
    return windows.project / "build"


def test_the_guide_sets_up_what_make_does() -> None:
    """Its commands are those of the Makefile with the Python of Windows, and the one line that finds the code leads to `site/`."""
    guide = (PROJECT_ROOT / "docs" / "windows.md").read_text("utf-8")
    makefile = (PROJECT_ROOT / "Makefile").read_text("utf-8")

    rows = re.findall(r"^\| `make (\w+)` \| `(.*)` \|$", guide, re.MULTILINE)
    assert len(rows) > 5
    for target, written in rows:
        [recipe] = re.findall(rf"^{target}:.*\n\t\$\(python\) (.*?)(?: \S*\$.*)?$", makefile, re.MULTILINE)
        assert written == f".venv\\Scripts\\python {recipe.removesuffix(' --port')}"
    [(packages, way)] = re.findall(r"open\(r'(.*)\\eclaircie\.pth', 'w'\)\.write\(r'(.*)'\)", guide)
    assert ntpath.normpath(ntpath.join(packages, way)) == "site"


def test_a_site_is_checked_built_and_compared(windows: Machine, built: Path) -> None:
    """Nothing that Windows lacks or refuses is needed, and beside the site lies nothing but the build before it and what was
    learnt."""
    assert "la copie est exacte" in windows.run("-m", "eclaircie", "verify", "build")
    assert not [name for name in files_in(built) if "\\" in name]
    assert {file.name for file in windows.project.iterdir()} == {
        *PARTS,
        "content",
        "build",
        ".build-former",
        ".build-kept",
    }


def test_the_same_bytes_are_built_as_on_other_systems(windows: Machine, built: Path) -> None:
    """A site that was built on Windows can be compared with one that was built elsewhere, the manifest included."""
    Machine(windows.project, like_windows=False).run("freeze.py", "--quiet", "--destination", "elsewhere/build")
    elsewhere = windows.project / "elsewhere"
    try:
        names = list(files_in(built))
        assert names == list(files_in(elsewhere / "build"))
        assert filecmp.cmpfiles(built, elsewhere / "build", names, shallow=False)[0] == names
    finally:
        shutil.rmtree(elsewhere)


def test_commands_that_write_into_files_end_well(windows: Machine) -> None:
    """Headers, words of the interface and translations are brought up to date."""
    windows.run("-m", "eclaircie", "tidy")
    windows.run("-m", "eclaircie", "messages")
    windows.run("-m", "eclaircie", "traduit", "content/en/numeros/conseils.md")


@pytest.mark.parametrize(
    "words", [("-m", "eclaircie", "preview"), ("freeze.py", "--serve")], ids=["preview", "what was built"]
)
def test_the_site_is_shown(windows: Machine, built: Path, words: tuple[str, ...]) -> None:
    """Whoever writes sees the site in a browser of the same machine."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    with windows.start(*words, "--port", str(port)) as process:
        try:
            assert process.stdout
            address = next(found[0] for line in process.stdout if (found := re.search(r"http://\S+/", line)))
            assert "<h1>Aider</h1>" in answer_of(f"{address}fr/aider/")
        finally:
            process.terminate()


def answer_of(address: str) -> str:
    """A page, as soon as its server is there; the time limit of the test ends the wait for one that never is."""
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except URLError as error:
            if not isinstance(error.reason, ConnectionError):
                raise
        threading.Event().wait(LOOKING)
