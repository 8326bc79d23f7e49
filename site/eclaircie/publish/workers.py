"""Many pages at a time: rendered straight from their inputs, without a request for each, by one process a processor.

Frozen-Flask makes one page after the other, each through a client of the application. Where there are many, workers
write theirs into the folder before it comes by; it finds them there, and makes what is missing.

A worker gets no content, only the inputs of pages as JSON: all that a page is made of (see `views`). It ends with the
process that started it, whatever ends that one, for then its pipe is closed.
"""

import os
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import groupby
from multiprocessing import connection, get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Self

from flask import Flask
from flask_babel import refresh

from ..languages import language_of
from ..views import render_canonical
from .manifest import sha256_of

FEWEST_PAGES = 200
"""Up to this number a worker would take longer to start than the pages to make."""
MOST_WORKERS = 2
"""Each takes some 60 MB: more of them, and a large site would take more than 300 in all. One process feeds them, too."""
_PAGES_AT_A_TIME = 32
_WAITING = 2
"""How many lots a worker is given before it has answered: enough never to wait, few enough to fit into a pipe's memory."""


@dataclass(frozen=True)
class Work:
    """One page to make. address: of the site. inputs: as `canonical` writes them."""

    address: str
    inputs: str


@dataclass(frozen=True)
class Made:
    """One page that was made. sha256: of its file."""

    address: str
    sha256: str


@dataclass(frozen=True)
class Materials:
    """What a worker needs beside the inputs of pages, and the folder into which it writes them."""

    translations: Path
    static: Path
    folder: Path


def file_of(address: str) -> str:
    """The file of an address, below the folder of the site."""
    path = address.removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def processors() -> int:
    """How many processors this process may use."""
    with suppress(AttributeError):  # not every system tells
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def make_pages(app: Flask, lot: list[Work], folder: Path) -> list[Made]:
    """Render pages and write them below `folder`: the bytes that a request for each would give.

    Raises OSError where a page cannot be written; what cannot be rendered raises what the template raises.
    """
    made = []
    for language, works in groupby(lot, lambda work: language_of(work.address)):
        # Whatever asks for the language in a template asks for that of the address.
        with app.test_request_context(f"/{language.tag}/"):
            refresh()
            for work in works:
                content = render_canonical(work.inputs).encode()
                file = folder / file_of(work.address)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
                made.append(Made(work.address, sha256_of(content)))
    return made


@dataclass
class _Worker:
    """A process, our end of its pipe, and the lots that it has not answered for yet."""

    process: BaseProcess
    pipe: Connection
    lots: list[list[Work]] = field(default_factory=list)


class Workers:
    """Those that render pages for one build, once there are more than FEWEST_PAGES: fewer are left to Frozen-Flask.

    Used in a `with`: at its end no worker is left. app: the application, for the pages that this process makes itself.
    materials: what workers need. With one processor, a worker would only keep this process waiting, so there is none.
    """

    def __init__(self, app: Flask, materials: Materials) -> None:
        self._app = app
        self._materials = materials
        self._lot: list[Work] = []
        self._workers: list[_Worker] = []
        self._are_hired = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def give(self, work: Work) -> Iterator[Made]:
        """Take on one page. Gives those that were made in the meantime.

        Raises what kept a page from being made.
        """
        self._lot.append(work)
        if not self._are_hired and len(self._lot) > FEWEST_PAGES:
            self._hire()
        if self._are_hired and len(self._lot) >= _PAGES_AT_A_TIME:
            yield from self._send_all()

    def finish(self) -> Iterator[Made]:
        """Gives every page that was still under way. Those that it does not give are still to be made.

        Raises what kept a page from being made.
        """
        if self._are_hired:
            yield from self._send_all()
        while busy := [worker for worker in self._workers if worker.lots]:
            yield from self._answers(busy)

    def _hire(self) -> None:
        self._are_hired = True
        context = get_context("spawn")  # forking is unsafe beside threads, and on macOS
        # Where no process can be started, this one makes all pages.
        with suppress(OSError), _without_interrupts():
            count = min(processors(), MOST_WORKERS)
            for _ in range(count if count > 1 else 0):
                ours, theirs = context.Pipe()
                with theirs:
                    process = context.Process(target=_work, args=(theirs, self._materials), daemon=True)
                    process.start()
                self._workers.append(_Worker(process, ours))

    def _send_all(self) -> Iterator[Made]:
        while self._lot:
            if not self._workers:
                lot, self._lot = self._lot[:_PAGES_AT_A_TIME], self._lot[_PAGES_AT_A_TIME:]
                yield from make_pages(self._app, lot, self._materials.folder)
                continue
            free = min(self._workers, key=lambda worker: len(worker.lots))
            if len(free.lots) == _WAITING:
                yield from self._answers(self._workers)
                continue
            lot, self._lot = self._lot[:_PAGES_AT_A_TIME], self._lot[_PAGES_AT_A_TIME:]
            free.lots.append(lot)
            try:
                free.pipe.send(lot)
            except OSError:
                self._dismiss(free)

    def _answers(self, workers: list[_Worker]) -> Iterator[Made]:
        """Wait for the answer of one worker at least."""
        ready = connection.wait([worker.pipe for worker in workers])
        for worker in [worker for worker in workers if worker.pipe in ready]:
            try:
                answer: list[Made] | BaseException = worker.pipe.recv()
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
        for work in (work for lot in worker.lots for work in lot):
            (self._materials.folder / file_of(work.address)).unlink(missing_ok=True)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Processes started within are deaf to Ctrl-C: the terminal sends it to all, and the first one ends the others."""
    resource_tracker.ensure_running()  # it would let interrupts in again
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _work(pipe: Connection, materials: Materials) -> None:
    """What a worker does: make each lot of pages that it is sent, until the pipe is closed."""
    from .. import create_app  # the package imports this module

    app = create_app(translations=materials.translations, static=materials.static)
    with suppress(EOFError, OSError):
        while True:
            lot: list[Work] = pipe.recv()
            answer: list[Made] | BaseException
            try:
                answer = make_pages(app, lot, materials.folder)
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
