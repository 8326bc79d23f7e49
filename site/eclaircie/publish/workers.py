"""Many pages at a time: taken from the last build or rendered from their inputs, by one process a processor.

Frozen-Flask makes one page after the other, each through a client of the application. Where there are many, workers
put theirs into the folder before it comes by, and it makes what is missing.

They are started before anything is read, and get ready meanwhile. A worker gets no content, only the inputs of pages as
JSON: all that a page is made of (see `views`). It ends with the process that started it, whatever ends that one, for
then its pipe is closed.
"""

import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from multiprocessing import Pipe, connection, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess, SpawnProcess
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Self

from flask import Flask, abort
from flask_babel import refresh

from ..languages import LANGUAGES, SOURCE, language_of
from ..rendering.application import application
from ..rendering.views import render_canonical
from .manifest import sha256_of
from .staging import Workplace, reuse

FEWEST_PAGES = 200
"""Up to this number the pages are made in the time that workers would take to get ready."""
MOST_WORKERS = 2
"""Each takes some 60 MB: more of them, and a large site would take more than 300 in all. One process feeds them, too."""
_LOT, _WAITING = 256, 1024
"""How much a worker is sent at a time, and before it has answered: enough never to wait, little enough for a pipe's memory."""
_STOPPING = {signal.SIGINT, signal.SIGTERM}


@dataclass(frozen=True)
class Work:
    """One page to make. address: of the site. inputs: as `canonical_json` writes them."""

    address: str
    inputs: str
    weight = 16


@dataclass(frozen=True)
class Taking:
    """One page to take from the last build. address: of the site. sha256: of the file that was written then."""

    address: str
    sha256: str
    weight = 1


Task = Work | Taking


@dataclass(frozen=True)
class Done:
    """One page whose file is there. sha256: of the file. is_taken: whether it is that of the last build."""

    address: str
    sha256: str
    is_taken: bool = False


Answer = Done | Taking
"""A taking that comes back could not be done: the file of the last build is not what was written then."""


@dataclass(frozen=True)
class Materials:
    """What a worker needs beside the inputs of pages."""

    translations: Path
    static: Path


def file_of(address: str) -> str:
    """The file of an address, below the folder of the site."""
    path = address.removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def processors() -> int:
    """How many processors this process may use."""
    with suppress(AttributeError):  # not every system tells
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a process may be forked, which takes no time: it is unsafe beside threads, and on macOS."""
    return sys.platform == "linux" and threading.active_count() == 1


def many_pages(content: Path) -> bool:
    """Whether a site seems to have more than FEWEST_PAGES. content: its folder, of which only names are looked at."""
    texts = sum(name.endswith(".md") for _, _, names in os.walk(content / SOURCE.tag) for name in names)
    return texts * len(LANGUAGES) > FEWEST_PAGES


def take_pages(takings: Iterable[Taking], place: Workplace) -> Iterator[Answer]:
    """Take pages from the last build, one after the other.

    Raises OSError where one cannot be written.
    """
    for taking in takings:
        is_taken = reuse(place.destination, place.fresh, file_of(taking.address), taking.sha256)
        yield Done(taking.address, taking.sha256, is_taken=True) if is_taken else taking


def make_pages(app: Flask, lot: list[Work], folder: Path) -> list[Done]:
    """Render pages and write them below `folder`: the bytes that a request for each would give.

    Raises OSError where a page cannot be written; what cannot be rendered raises what the template raises.
    """
    done = []
    for language, works in groupby(lot, lambda work: language_of(work.address)):
        # Whatever asks for the language in a template asks for that of the address.
        with app.test_request_context(f"/{language.tag}/"):
            refresh()
            for work in works:
                content = render_canonical(work.inputs).encode()
                file = folder / file_of(work.address)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
                done.append(Done(work.address, sha256_of(content)))
    return done


@dataclass
class _Worker:
    """A process, our end of its pipe, and the lots that it has not answered for yet."""

    process: BaseProcess
    pipe: Connection
    lots: list[list[Task]] = field(default_factory=list)

    @property
    def burden(self) -> int:
        """How much it has not answered for yet."""
        return sum(task.weight for lot in self.lots for task in lot)


class Workers:
    """Those that make the pages of one build.

    materials: what they need. With one processor, a worker would only keep this process waiting: there is none then, nor
    where no process can be started, and this one does everything by itself.

    Used in a `with`: at its end no worker is left.
    """

    def __init__(self, materials: Materials) -> None:
        self._materials = materials
        self._app: Flask | None = None
        self._tasks: list[Task] = []
        self._workers: list[_Worker] = []
        self._hire()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def do(self, tasks: Iterable[Task], place: Workplace) -> Iterator[Answer]:
        """Do everything, in no order; gives what became of each task as soon as it is known.

        tasks: taken one by one, as workers have time for them. place: where the build is made.
        Raises what kept a page from being made.
        """
        weight = 0
        for task in tasks:
            self._tasks.append(task)
            weight += task.weight
            if weight >= _LOT:
                yield from self._send_all(place)
                weight = 0
        yield from self._send_all(place)
        while busy := [worker for worker in self._workers if worker.lots]:
            yield from self._answers(busy)
            yield from self._send_all(place)

    def _hire(self) -> None:
        forks = can_fork()
        start: type[ForkProcess | SpawnProcess] = ForkProcess if forks else SpawnProcess
        count = min(processors(), MOST_WORKERS)
        with suppress(OSError), _undisturbed():
            if not forks:
                resource_tracker.ensure_running()  # it would let interrupts in again
            for _ in range(count if count > 1 else 0):
                ours, theirs = Pipe()
                # What a fork inherits would keep pipes open whose other end is gone.
                inherited = [*(worker.pipe for worker in self._workers), ours] if forks else []
                with theirs:
                    process = start(target=_work, args=(theirs, self._materials, inherited), daemon=True)
                    process.start()
                self._workers.append(_Worker(process, ours))

    def _send_all(self, place: Workplace) -> Iterator[Answer]:
        # The last ones are shared out evenly.
        most = min(_LOT, -(-sum(task.weight for task in self._tasks) // max(1, len(self._workers))))
        while self._tasks:
            if not self._workers:
                lot, self._tasks = self._tasks, []
                self._app = self._app or _application(self._materials)
                yield from _do(self._app, lot, place)
                continue
            free = min(self._workers, key=lambda worker: worker.burden)
            if free.burden >= _WAITING:
                yield from self._answers(self._workers)
                continue
            weights = accumulate(task.weight for task in self._tasks)
            count = 1 + sum(1 for weight in weights if weight < most)
            lot, self._tasks = self._tasks[:count], self._tasks[count:]
            free.lots.append(lot)
            try:
                free.pipe.send((lot, place))
            except OSError:
                self._dismiss(free)

    def _answers(self, workers: list[_Worker]) -> Iterator[Answer]:
        """Wait for the answer of one worker at least."""
        ready = connection.wait([worker.pipe for worker in workers])
        for worker in [worker for worker in workers if worker.pipe in ready]:
            try:
                answer: list[Answer] | BaseException = worker.pipe.recv()
            except (EOFError, OSError):
                self._dismiss(worker)
                continue
            if isinstance(answer, BaseException):
                raise answer
            del worker.lots[0]
            yield from answer

    def _dismiss(self, worker: _Worker) -> None:
        """A worker that was killed: what it may have left half written is made again."""
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        self._tasks += [task for lot in worker.lots for task in lot]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Processes started within are deaf to Ctrl-C: the terminal sends it to all, and the first one ends the others."""
    former = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _application(materials: Materials) -> Flask:
    return application(lambda _address: abort(404), translations=materials.translations, static=materials.static)


def _do(app: Flask, lot: list[Task], place: Workplace) -> list[Answer]:
    works = [task for task in lot if isinstance(task, Work)]
    takings = [task for task in lot if isinstance(task, Taking)]
    return [*take_pages(takings, place), *make_pages(app, works, place.fresh)]


def _work(pipe: Connection, materials: Materials, inherited: list[Connection]) -> None:
    """What a worker does: do each lot that it is sent, until the pipe is closed.

    inherited: ends of pipes that are not its own.
    """
    # What the process that started it would do first when it is stopped
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    for other in inherited:
        other.close()
    try:
        app = _application(materials)
        for name in app.jinja_env.list_templates():
            app.jinja_env.get_template(name)
    except Exception:  # what is wrong is found by the other process too, which says it better
        return
    gc.freeze()  # what is here by now stays
    with suppress(EOFError, OSError):
        while True:
            lot, place = pipe.recv()
            answer: list[Answer] | BaseException
            try:
                answer = _do(app, lot, place)
            except Exception as error:
                answer = _told(error)
            pipe.send(answer)


def _told(error: Exception) -> Exception:
    """An error as another process can raise it, with the place where it arose."""
    where = "".join(traceback.format_exception(error))
    if isinstance(error, OSError) and error.errno is not None:
        told: Exception = OSError(error.errno, error.strerror)
    else:
        told = RuntimeError(f"{type(error).__name__}: {error}")
    told.add_note(where)
    return told
