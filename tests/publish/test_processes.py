"""Many pages at a time: what several processes make is what one makes, and none is left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import psutil
import pytest
from flask_frozen import Freezer
from flask_frozen import Page as FrozenPage

from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.project import PROJECT_ROOT
from eclaircie.publish import making, pages, processes
from eclaircie.publish.freezer import freeze
from tests.folders import Files, files_in
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of a small site."""
    return write_small_content(tmp_path / "content")


@pytest.fixture
def small(content: Path) -> Site:
    """A small site."""
    return read_site(BEFORE_REVIEW, content=content)


@pytest.fixture
def alone(small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """The small site as one process makes it."""
    with monkeypatch.context() as patch:
        patch.setattr(processes, "processors", lambda: 1)
        freeze(small, tmp_path / "alone")
    return files_in(tmp_path / "alone")


@pytest.fixture(params=["fork", pytest.param("spawn", marks=pytest.mark.exhaustive)])
def two(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two processors, whose processes are given a few pages at a time; however it starts them."""
    monkeypatch.setattr(pages, "SHARE", 6)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(processes, "can_fork", lambda: request.param == "fork")


def children() -> list[BaseProcess]:
    """The processes that this one has started and that are still there."""
    return multiprocessing.active_children()


def kill(number: int) -> Callable[[int, int, str], None]:
    """Sends a signal to every process that makes pages when the first page is done."""

    def send(done: int, _total: int, _address: str) -> None:
        if done == 1:
            for child in children():
                os.kill(child.pid or 0, number)

    return send


def test_frozen_flask_makes_every_page(small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page that is published was asked of the application by Frozen-Flask."""
    seen: list[str] = []
    freeze_yield = Freezer.freeze_yield

    def noted(freezer: Freezer) -> Iterator[FrozenPage]:
        for page in freeze_yield(freezer):
            seen.append(page.url)
            yield page

    monkeypatch.setattr(Freezer, "freeze_yield", noted)
    monkeypatch.setattr(processes, "processors", lambda: 1)
    freeze(small, tmp_path / "build")

    assert sorted(seen) == sorted(small.addresses())


@pytest.mark.usefixtures("two")
def test_two_processes_make_what_one_makes(alone: Files, small: Site, tmp_path: Path) -> None:
    """The same files, byte for byte, the manifest too."""
    freeze(small, tmp_path / "build")

    assert files_in(tmp_path / "build") == alone


@pytest.mark.exhaustive
def test_two_processes_make_the_whole_site_as_one_makes_it(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same files, byte for byte, for every page of the real site."""
    for count in (1, 2):
        monkeypatch.setattr(processes, "processors", lambda count=count: count)
        freeze(site, tmp_path / f"build-{count}")

    assert files_in(tmp_path / "build-1") == files_in(tmp_path / "build-2")


def test_with_one_processor_no_process_is_started(small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another process would only be waited for, there is none."""

    def refuse(*_arguments: object) -> None:
        raise AssertionError

    monkeypatch.setattr(pages, "SHARE", 6)
    monkeypatch.setattr(processes, "processors", lambda: 1)
    monkeypatch.setattr(BaseProcess, "start", refuse)

    assert freeze(small, tmp_path / "build").made == len(small.addresses())


@pytest.mark.usefixtures("two")
def test_after_an_edit_processes_make_only_what_changed(small: Site, content: Path, tmp_path: Path) -> None:
    """They take everything else from the last build, and what comes out is a build from nothing."""
    freeze(small, tmp_path / "build")
    write_small_content(content, {"fr/aider/voisin.md": FILES["fr/aider/voisin.md"].replace("frapper", "sonner")})
    edited = read_site(BEFORE_REVIEW, content=content)

    result = freeze(edited, tmp_path / "build")
    freeze(edited, tmp_path / "from-nothing")

    assert result.made == 3
    assert files_in(tmp_path / "build") == files_in(tmp_path / "from-nothing")


@pytest.mark.usefixtures("two")
def test_a_page_that_somebody_changed_is_made_again(alone: Files, small: Site, tmp_path: Path) -> None:
    """A page of the last build that is not what was written then is not taken."""
    freeze(small, tmp_path / "build")
    (tmp_path / "build" / "fr" / "index.html").write_text("<p>autre chose</p>", "utf-8")

    assert freeze(small, tmp_path / "build").made == 1
    assert files_in(tmp_path / "build") == alone


@pytest.mark.usefixtures("two")
def test_where_no_process_can_be_started_pages_are_made_all_the_same(
    alone: Files, small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that allows no more processes costs only time."""

    def refuse(*_arguments: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(BaseProcess, "start", refuse)
    freeze(small, tmp_path / "build")

    assert files_in(tmp_path / "build") == alone
    assert children() == []


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_a_process_that_is_sent_a_signal_costs_no_page(
    alone: Files, small: Site, tmp_path: Path, number: signal.Signals
) -> None:
    """What a killed process had begun is made again; to Ctrl-C, which a terminal sends to all, they are deaf."""
    freeze(small, tmp_path / "build", kill(number))

    assert files_in(tmp_path / "build") == alone


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("a bug")], ids=["Ctrl-C", "bug"])
def test_no_process_outlives_a_build_that_stops(small: Site, tmp_path: Path, error: BaseException) -> None:
    """Whatever ends a build, its processes end with it, and nothing else is left."""

    def stop(done: int, _total: int, _address: str) -> None:
        if done == 10:
            raise error

    with pytest.raises(type(error)):
        freeze(small, tmp_path / "new" / "build", stop)

    assert children() == []
    assert list((tmp_path / "new").iterdir()) == []


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    """When a build is killed, nothing goes on working or waiting for it."""
    program = (
        "import multiprocessing, sys, time\n"
        "from eclaircie.publish import processes\n"
        "processes.processors = lambda: 2\n"
        "def work(share):\n"
        "    time.sleep(0.1 if share < 2 else 600)\n"
        "    return share\n"
        "for _ in processes.in_processes(work, range(8), print):\n"
        "    print(*(child.pid for child in multiprocessing.active_children()), flush=True)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(PROJECT_ROOT / "site")}
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        lines = ([int(number) for number in line.split()] for line in process.stdout)
        numbers = next((line for line in lines if line), [])
        process.kill()

    assert len(numbers) == 2
    psutil.wait_procs([psutil.Process(number) for number in numbers if psutil.pid_exists(number)], timeout=60)
    assert not any(psutil.pid_exists(number) and psutil.Process(number).status() != "zombie" for number in numbers)


@pytest.mark.usefixtures("two")
def test_what_cannot_be_made_is_told_with_its_place(
    small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error in another process ends the build, with the place where it arose."""
    if not processes.can_fork():
        pytest.skip("what is patched here is not known to a process that was not forked")

    def fail(_inputs: str) -> str:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(making, "render_canonical", fail)
    with pytest.raises(ZeroDivisionError) as caught:
        freeze(small, tmp_path / "build")

    assert "in fail" in str(caught.value.__cause__)


def test_processors_are_counted_where_the_system_does_not_tell_which(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS does not say which processors a process may use; then all of them count."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)

    assert processes.processors() == 3


def test_a_process_with_threads_does_not_fork() -> None:
    """A thread may hold a lock at that moment, and in the fork nobody would ever give it back."""
    held = threading.Event()
    thread = threading.Thread(target=held.wait)
    thread.start()
    try:
        assert not processes.can_fork()
    finally:
        held.set()
        thread.join()
