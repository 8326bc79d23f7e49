"""Many pages at a time: what workers make is what Frozen-Flask makes, and none is left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import psutil
import pytest

from eclaircie.canonical_json import canonical_json
from eclaircie.loading import ContentError, read_site
from eclaircie.messages.faults import Faults
from eclaircie.pages.site import Site
from eclaircie.project import CONTENT, PROJECT_ROOT, STATIC, TRANSLATIONS
from eclaircie.publish import workers
from eclaircie.publish.freezer import freeze
from eclaircie.publish.manifest import sha256_of
from eclaircie.publish.staging import Workplace
from eclaircie.publish.workers import Answer, Done, Materials, Taking, Work, Workers, many_pages, take_pages
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content

Files = dict[str, bytes]


def files_in(folder: Path) -> Files:
    """Every file of a folder, by its path below it."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of a small site."""
    return write_small_content(tmp_path / "content")


@pytest.fixture
def small(content: Path) -> Site:
    """A small site."""
    return read_site(BEFORE_REVIEW, content=content)


@pytest.fixture
def alone(small: Site, tmp_path: Path) -> Files:
    """The small site as Frozen-Flask makes it, page by page."""
    freeze(small, tmp_path / "alone")
    return files_in(tmp_path / "alone")


Hire = Callable[[], Workers]


@pytest.fixture(params=["fork", pytest.param("spawn", marks=pytest.mark.exhaustive)])
def hire(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Hire:
    """Gives two workers, who are sent a few pages at a time; however the system starts them."""
    monkeypatch.setattr(workers, "_LOT", 4 * Work.weight)
    monkeypatch.setattr(workers, "processors", lambda: 2)
    monkeypatch.setattr(workers, "can_fork", lambda: request.param == "fork")
    return lambda: Workers(Materials(TRANSLATIONS, STATIC))


def kill(number: int) -> Callable[[int, int, str], None]:
    """Sends a signal to every worker when the first page is done."""

    def send(done: int, _total: int, _address: str) -> None:
        if done == 1:
            for child in multiprocessing.active_children():
                os.kill(child.pid or 0, number)

    return send


def test_workers_make_what_frozen_flask_makes(alone: Files, hire: Hire, small: Site, tmp_path: Path) -> None:
    """The same files, byte for byte, the manifest too."""
    freeze(small, tmp_path / "build", workers=hire())

    assert files_in(tmp_path / "build") == alone


@pytest.mark.exhaustive
@pytest.mark.parametrize("processors", [1, 2])
def test_the_whole_site_is_what_frozen_flask_makes(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processors: int
) -> None:
    """The same files, byte for byte, for every page of the real site."""
    monkeypatch.setattr(workers, "processors", lambda: processors)
    with Workers(Materials(TRANSLATIONS, STATIC)) as hands:
        freeze(site, tmp_path / "build", workers=hands)
    freeze(site, tmp_path / "alone")

    assert files_in(tmp_path / "build") == files_in(tmp_path / "alone")


def test_one_processor_makes_what_frozen_flask_makes(
    alone: Files, small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a worker would only be waited for, none is started, and the files are the same."""
    monkeypatch.setattr(workers, "processors", lambda: 1)

    with Workers(Materials(TRANSLATIONS, STATIC)) as hands:
        assert multiprocessing.active_children() == []
        freeze(small, tmp_path / "build", workers=hands)

    assert files_in(tmp_path / "build") == alone


def test_a_small_site_needs_no_workers(content: Path) -> None:
    """A small site is made sooner than workers would be ready; the real one is not."""
    assert not many_pages(content)
    assert many_pages(CONTENT)


def test_after_an_edit_workers_make_only_what_changed(small: Site, hire: Hire, content: Path, tmp_path: Path) -> None:
    """They take everything else from the last build, and what comes out is a build from nothing."""
    freeze(small, tmp_path / "build", workers=hire())
    write_small_content(content, {"fr/aider/voisin.md": FILES["fr/aider/voisin.md"].replace("frapper", "sonner")})
    edited = read_site(BEFORE_REVIEW, content=content)

    result = freeze(edited, tmp_path / "build", workers=hire())
    freeze(edited, tmp_path / "alone")

    assert result.made == 3
    assert files_in(tmp_path / "build") == files_in(tmp_path / "alone")


def test_workers_do_not_take_a_page_that_somebody_changed(
    alone: Files, hire: Hire, small: Site, tmp_path: Path
) -> None:
    """A page of the last build that is not what was written then is made again."""
    freeze(small, tmp_path / "build", workers=hire())
    (tmp_path / "build" / "fr" / "index.html").write_text("<p>autre chose</p>", "utf-8")

    assert freeze(small, tmp_path / "build", workers=hire()).made == 1
    assert files_in(tmp_path / "build") == alone


def test_where_no_process_can_be_started_pages_are_made_all_the_same(
    alone: Files, small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that allows no more processes costs only time."""

    def refuse(*_arguments: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(workers, "processors", lambda: 2)
    monkeypatch.setattr(BaseProcess, "start", refuse)

    with Workers(Materials(TRANSLATIONS, STATIC)) as hands:
        freeze(small, tmp_path / "build", workers=hands)

    assert files_in(tmp_path / "build") == alone


def test_workers_that_cannot_begin_say_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What is wrong with style or words is told by the build itself, in a sentence."""
    with Workers(Materials(TRANSLATIONS, tmp_path / "nowhere")):
        for child in multiprocessing.active_children():
            child.join()

    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_a_worker_that_is_sent_a_signal_costs_no_page(
    alone: Files, hire: Hire, small: Site, tmp_path: Path, number: signal.Signals
) -> None:
    """What a killed worker had begun is made again; to Ctrl-C, which a terminal sends to all, workers are deaf."""
    freeze(small, tmp_path / "build", kill(number), workers=hire())

    assert files_in(tmp_path / "build") == alone


def test_a_page_that_is_taken_again_is_not_written(small: Site, tmp_path: Path) -> None:
    """When a worker dies, what it had to take is taken once more: a file that is published already stays untouched."""
    freeze(small, tmp_path / "build")
    place = Workplace(tmp_path / "build")
    page = tmp_path / "build/fr/index.html"
    taking = Taking("/fr/", sha256_of(page.read_bytes()))
    written = page.stat().st_mtime_ns

    for _ in range(2):
        assert list(take_pages([taking], place)) == [Done("/fr/", taking.sha256, is_taken=True)]

    assert page.stat().st_mtime_ns == written
    assert (place.fresh / "fr/index.html").read_bytes() == page.read_bytes()


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("a bug")], ids=["Ctrl-C", "bug"])
def test_no_worker_outlives_a_build_that_stops(small: Site, hire: Hire, tmp_path: Path, error: BaseException) -> None:
    """Whatever ends a build, its processes end with it, and nothing else is left."""

    def stop(done: int, _total: int, _address: str) -> None:
        if done == 10:
            raise error

    with pytest.raises(type(error)):
        freeze(small, tmp_path / "new" / "build", stop, workers=hire())

    assert multiprocessing.active_children() == []
    assert list((tmp_path / "new").iterdir()) == []


def test_workers_end_with_a_process_that_is_killed(tmp_path: Path) -> None:
    """A worker waits for pages only as long as somebody may send some, and each knows only its own pipe."""
    program = (
        "import multiprocessing, sys, time; from eclaircie.publish import workers as w; w.processors = lambda: 2;"
        "from eclaircie.project import STATIC, TRANSLATIONS; hands = w.Workers(w.Materials(TRANSLATIONS, STATIC));"
        "print(*(child.pid for child in multiprocessing.active_children()), flush=True); time.sleep(600)"
    )
    environment = {**os.environ, "PYTHONPATH": str(PROJECT_ROOT / "site")}
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        numbers = [int(number) for number in process.stdout.readline().split()]
        process.kill()

    assert len(numbers) == 2
    psutil.wait_procs([psutil.Process(number) for number in numbers if psutil.pid_exists(number)], timeout=60)
    assert not any(psutil.pid_exists(number) and psutil.Process(number).status() != "zombie" for number in numbers)


def made(folder: Path, work: Work, hire: Hire) -> list[Answer]:
    """What workers make of one page."""
    with hire() as hands:
        return list(hands.do([work], Workplace(folder / "build", "name")))


def test_what_a_worker_cannot_make_is_told(hire: Hire, tmp_path: Path) -> None:
    """An error in a worker ends the build, with the place where it arose."""
    with pytest.raises(RuntimeError, match="JSONDecodeError") as caught:
        made(tmp_path, Work("/fr/", "no inputs"), hire)

    assert "render_canonical" in "".join(caught.value.__notes__)


def test_what_a_worker_cannot_write_is_told_as_such(hire: Hire, small: Site, tmp_path: Path) -> None:
    """A disk that takes no more is met in a worker as it is elsewhere."""
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(NotADirectoryError):
        made(tmp_path / "file", Work("/fr/", canonical_json(small.inputs("/fr/"))), hire)


def test_a_worker_needs_no_content(hire: Hire, small: Site, tmp_path: Path) -> None:
    """The inputs of a page are all that its maker is given."""
    [page] = made(tmp_path, Work("/ar/aider/", canonical_json(small.inputs("/ar/aider/"))), hire)

    assert page.address == "/ar/aider/"
    assert 'lang="ar"' in (tmp_path / ".build-new/name/ar/aider/index.html").read_text("utf-8")


def test_processors_are_counted_where_the_system_does_not_tell_which(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS does not say which processors a process may use; then all of them count."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)

    assert workers.processors() == 3


def test_no_more_workers_are_started_than_memory_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with many processors does not get as many workers."""
    monkeypatch.setattr(workers, "processors", lambda: 64)

    with Workers(Materials(TRANSLATIONS, STATIC)):
        assert len(multiprocessing.active_children()) == workers.MOST_WORKERS


def test_a_process_with_threads_does_not_fork() -> None:
    """A thread may hold a lock at that moment, and in the fork nobody would ever give it back."""
    held = threading.Event()
    thread = threading.Thread(target=held.wait)
    thread.start()
    try:
        assert not workers.can_fork()
    finally:
        held.set()
        thread.join()


def test_what_is_not_approved_is_not_published(alone: Files, hire: Hire, small: Site, tmp_path: Path) -> None:
    """Workers make pages while the content is checked; a fault found then leaves the published site as it was."""
    freeze(small, tmp_path / "new" / "build")

    def refuse() -> None:
        raise ContentError(Faults())

    with pytest.raises(ContentError):
        freeze(small, tmp_path / "new" / "build", workers=hire(), approve=refuse)

    assert files_in(tmp_path / "new" / "build") == alone
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["build"]
    assert multiprocessing.active_children() == []
