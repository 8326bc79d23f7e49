"""What tests share: the real site, frozen once, and small sites made for one fault."""

import dataclasses
import datetime
import functools
import gc
import os
import pickle
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import freeze as command
from eclaircie.cli.invocation import Folders
from eclaircie.loading import ContentError, read_site
from eclaircie.messages.faults import Fault
from eclaircie.pages.site import Site
from eclaircie.project import CONTENT
from eclaircie.publish.freezer import freeze
from eclaircie.publish.portable import copy_of
from tests.chosen import SEED
from tests.compiled import compile_once
from tests.once import made_once, staying
from tests.parsed import Pages, Parsed, parsed_once
from tests.serving import serving
from tests.small_site import BEFORE_REVIEW, MIDNIGHT, write_small_content

compile_once()


def pytest_report_header() -> str:
    """Say by what the values were chosen that are tried this time."""
    return f"values chosen by {SEED}"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests into the order in which several processes are soonest done with them."""
    items[:] = _longest_first(_browsers_apart(items))


def _browsers_apart(items: list[pytest.Item]) -> list[pytest.Item]:
    """Spread the files whose tests wait for browsers evenly among the others, each file in one piece.

    Processes that share a run begin with equal parts of the list. One that had all browsers would wait while the others
    compete for the processors, and then they would all wait together.
    """
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    places: dict[Path, float] = {}
    for in_browsers in (True, False):
        kind = [file for file in files if (file.parent.name == "browser") is in_browsers]
        count, before = sum(len(files[file]) for file in kind), 0
        for file in kind:
            places[file] = (before + len(files[file]) / 2) / count
            before += len(files[file])
    return [item for file in sorted(files, key=places.__getitem__) for item in files[file]]


def _longest_first(items: list[pytest.Item]) -> list[pytest.Item]:
    """Deal the tests that are given many minutes out to the processes, each at the beginning of its part.

    One that came last would keep its process busy long after the others are done.
    """
    limits = {item: _limit(item) for item in items}
    long = sorted((item for item in items if limits[item]), key=limits.__getitem__, reverse=True)
    others = [item for item in items if not limits[item]]
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    share, more = divmod(len(items), processes)
    ordered: list[pytest.Item] = []
    for process in range(processes):
        first = long[process::processes]
        rest = max(0, share + (process < more) - len(first))
        ordered += first + others[:rest]
        others = others[rest:]
    return ordered + others


def _limit(item: pytest.Item) -> float:
    """The seconds that a test is given where it is given more than others, or 0."""
    mark = item.get_closest_marker("timeout")
    return float(mark.args[0]) if mark and mark.args else 0


def pytest_collection_finish() -> None:
    """Keep the tests themselves, which stay to the end of the run, from being searched for garbage again and again."""
    gc.collect()
    gc.freeze()


DONE_ON = r"(?m)^(?:verifie_le|relu_le|essaye_le): (\d{4}-\d\d-\d\d)"
"""Lines that say on which day something was done, which is in no future."""


def last_checked_day(content: Path) -> datetime.date:
    """The newest day on which a file of a content folder says that it was compared with its sources, or read over."""
    texts = [file.read_text("utf-8") for file in content.rglob("*.md")]
    return max(datetime.date.fromisoformat(day) for text in texts for day in re.findall(DONE_ON, text))


TODAY = last_checked_day(CONTENT)
"""The day of every build in the tests: it comes from the content, so that no test depends on the day it runs, and
whoever checks a fact today needs no test changed."""


def faults_of(content: Path) -> list[Fault]:
    """Every fault of some content, in the order in which they are told; remarks are none."""
    try:
        read_site(TODAY, content=content)
    except ContentError as error:
        return error.faults.errors
    return []


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site, read by the first process of the run that asks: the others take what it has read."""

    def make(folder: Path) -> None:
        folder.mkdir()
        (folder / "read").write_bytes(pickle.dumps(read_site(TODAY, base_url="https://example.org/")))

    kept = (made_once(tmp_path_factory, "site", make) / "read").read_bytes()
    with staying():
        found: Site = pickle.loads(kept)  # noqa: S301  # written by a process of this very run
    return found


@pytest.fixture(scope="session")
def frozen(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, frozen once for all processes of the run: no test changes it."""
    return made_once(tmp_path_factory, "frozen", lambda folder: freeze(site, folder))


@pytest.fixture(scope="session")
def copied(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as a copy that opens from its folder, made once; published, it lies under a path."""
    moved = copy_of(dataclasses.replace(site, prefix="/aide"))
    return made_once(tmp_path_factory, "copied", lambda folder: freeze(moved, folder))


@pytest.fixture(scope="session")
def parsed(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Parsed:
    """The pages of the real site as a browser reads them, and what it has to repair: no test changes them."""
    return parsed_once(frozen, tmp_path_factory)


@pytest.fixture(scope="session")
def pages(parsed: Parsed) -> Pages:
    """Every page of the real site."""
    return parsed.pages


@pytest.fixture(scope="session")
def served(frozen: Path) -> Iterator[str]:
    """The address of the frozen site, served on this machine as a CDN would."""
    with serving(frozen) as address:
        yield address


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content of a small site, which freeze.py takes in the place of the real one, on the day of that site."""
    folder = write_small_content(tmp_path / "content")
    monkeypatch.setattr(command, "main", functools.partial(command.main, folders=Folders(content=folder)))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MIDNIGHT))
    return folder


@pytest.fixture
def small(content: Path) -> Site:
    """The small site, without an address."""
    return read_site(BEFORE_REVIEW, content=content)


MakeContent = Callable[[dict[str, str]], Path]


@pytest.fixture
def make_content(tmp_path: Path) -> MakeContent:
    """Makes a content folder: the real settings, home, numbers and fixed pages, and the files given."""

    def make(files: dict[str, str]) -> Path:
        content = tmp_path / "content"
        shutil.copytree(CONTENT, content, dirs_exist_ok=True)
        for name, text in files.items():
            file = content / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return content

    return make
