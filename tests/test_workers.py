"""Many pages at a time: what workers make is what Frozen-Flask makes, and none is left behind."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest

from eclaircie import create_app
from eclaircie.listing import canonical
from eclaircie.pages import Site, read_site
from eclaircie.publish import workers
from eclaircie.publish.freezer import freeze
from eclaircie.publish.workers import Made, Materials, Work, Workers
from eclaircie.settings import STATIC, TRANSLATIONS
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


@pytest.fixture
def hired(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two workers, from the first page on, a few pages at a time."""
    monkeypatch.setattr(workers, "FEWEST_PAGES", 0)
    monkeypatch.setattr(workers, "_PAGES_AT_A_TIME", 4)
    monkeypatch.setattr(workers, "processors", lambda: 2)


def no_one(*_arguments: object) -> None:
    """Stands for the start of a process where there must be none."""
    raise AssertionError("a process was started")


def kill(number: int) -> Callable[[int, int, str], None]:
    """Sends a signal to every worker when the first page is done."""

    def send(done: int, _total: int, _address: str) -> None:
        if done == 1:
            for child in multiprocessing.active_children():
                os.kill(child.pid or 0, number)

    return send


@pytest.mark.usefixtures("hired")
def test_workers_make_what_frozen_flask_makes(alone: Files, small: Site, tmp_path: Path) -> None:
    """The same files, byte for byte, the manifest too."""
    freeze(small, tmp_path / "build")

    assert files_in(tmp_path / "build") == alone


@pytest.mark.exhaustive
@pytest.mark.parametrize("processors", [1, 2])
def test_the_whole_site_is_what_frozen_flask_makes(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processors: int
) -> None:
    """The same files, byte for byte, for every page of the real site."""
    monkeypatch.setattr(workers, "processors", lambda: processors)
    freeze(site, tmp_path / "build")
    monkeypatch.setattr(workers, "FEWEST_PAGES", 1_000_000)
    freeze(site, tmp_path / "alone")

    assert files_in(tmp_path / "build") == files_in(tmp_path / "alone")


@pytest.mark.usefixtures("hired")
def test_one_processor_makes_what_frozen_flask_makes(
    alone: Files, small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a worker would only be waited for, none is started, and the files are the same."""
    monkeypatch.setattr(workers, "processors", lambda: 1)
    monkeypatch.setattr(get_context("spawn").Process, "start", no_one)

    freeze(small, tmp_path / "build")

    assert files_in(tmp_path / "build") == alone


def test_few_pages_are_made_without_workers(small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small site is made sooner than a process would start."""
    monkeypatch.setattr(workers, "processors", lambda: 2)
    monkeypatch.setattr(get_context("spawn").Process, "start", no_one)

    assert freeze(small, tmp_path / "build").made == len(small.addresses())


@pytest.mark.usefixtures("hired")
def test_after_an_edit_few_pages_need_no_workers(
    small: Site, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is taken from the last build is nobody's work: only pages to make are counted."""
    freeze(small, tmp_path / "build")
    monkeypatch.setattr(workers, "FEWEST_PAGES", 3)
    monkeypatch.setattr(get_context("spawn").Process, "start", no_one)
    write_small_content(content, {"fr/aider/voisin.md": FILES["fr/aider/voisin.md"].replace("frapper", "sonner")})

    assert freeze(read_site(BEFORE_REVIEW, content=content), tmp_path / "build").made == 3


@pytest.mark.usefixtures("hired")
def test_where_no_process_can_be_started_pages_are_made_all_the_same(
    alone: Files, small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that allows no more processes costs only time."""

    def refuse(*_arguments: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(get_context("spawn").Process, "start", refuse)

    freeze(small, tmp_path / "build")

    assert files_in(tmp_path / "build") == alone


@pytest.mark.usefixtures("hired")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_a_worker_that_is_sent_a_signal_costs_no_page(
    alone: Files, small: Site, tmp_path: Path, number: signal.Signals
) -> None:
    """What a killed worker had begun is made again; to Ctrl-C, which a terminal sends to all, workers are deaf."""
    freeze(small, tmp_path / "build", kill(number))

    assert files_in(tmp_path / "build") == alone


@pytest.mark.usefixtures("hired")
@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("a bug")], ids=["Ctrl-C", "bug"])
def test_no_worker_outlives_a_build_that_stops(small: Site, tmp_path: Path, error: BaseException) -> None:
    """Whatever ends a build, its processes end with it, and nothing else is left."""

    def stop(done: int, _total: int, _address: str) -> None:
        if done == 10:
            raise error

    with pytest.raises(type(error)):
        freeze(small, tmp_path / "new" / "build", stop)

    assert multiprocessing.active_children() == []
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.usefixtures("hired")
def test_no_worker_outlives_a_build(small: Site, tmp_path: Path) -> None:
    """After the build the processes are gone."""
    freeze(small, tmp_path / "build")

    assert multiprocessing.active_children() == []


def test_a_worker_whose_builder_is_gone_ends(tmp_path: Path) -> None:
    """A worker waits for pages only as long as somebody may send some."""
    ours, theirs = get_context("spawn").Pipe()
    ours.close()

    workers._work(theirs, Materials(TRANSLATIONS, STATIC, tmp_path))

    theirs.close()


def made(folder: Path, work: Work) -> list[Made]:
    """What workers make of one page."""
    with Workers(create_app(), Materials(TRANSLATIONS, STATIC, folder)) as hands:
        return [*hands.give(work), *hands.finish()]


@pytest.mark.usefixtures("hired")
def test_what_a_worker_cannot_make_is_told(tmp_path: Path) -> None:
    """An error in a worker ends the build, with the place where it arose."""
    with pytest.raises(RuntimeError, match="JSONDecodeError") as caught:
        made(tmp_path, Work("/fr/", "no inputs"))

    assert "render_canonical" in "".join(caught.value.__notes__)


@pytest.mark.usefixtures("hired")
def test_what_a_worker_cannot_write_is_told_as_such(small: Site, tmp_path: Path) -> None:
    """A disk that takes no more is met in a worker as it is elsewhere."""
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(NotADirectoryError):
        made(tmp_path / "file", Work("/fr/", canonical(small.inputs("/fr/"))))


@pytest.mark.usefixtures("hired")
def test_a_worker_needs_no_content(small: Site, tmp_path: Path) -> None:
    """The inputs of a page are all that its maker is given."""
    [page] = made(tmp_path, Work("/ar/aider/", canonical(small.inputs("/ar/aider/"))))

    assert page.address == "/ar/aider/"
    assert 'lang="ar"' in (tmp_path / "ar" / "aider" / "index.html").read_text("utf-8")


def test_processors_are_counted_where_the_system_does_not_tell_which(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS does not say which processors a process may use; then all of them count."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)

    assert workers.processors() == 3


def test_no_more_workers_are_started_than_memory_allows(
    small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine with many processors does not get as many workers."""
    monkeypatch.setattr(workers, "FEWEST_PAGES", 0)
    monkeypatch.setattr(workers, "processors", lambda: 64)
    counts: list[int] = []

    freeze(small, tmp_path / "build", lambda *_step: counts.append(len(multiprocessing.active_children())))

    assert max(counts) == workers.MOST_WORKERS
