"""A pool of processes. Loading what it takes is for those who have work for several, and most builds have not."""

import os
import signal
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, connection, get_context, parent_process
from typing import TypeVar

_Share = TypeVar("_Share")
_Result = TypeVar("_Result")


def in_pool(
    count: int,
    start: str,
    work: Callable[[_Share], _Result],
    shares: Sequence[_Share],
    begin: Callable[..., None],
    *arguments: object,
) -> Generator[tuple[_Share, _Result], None, None]:
    """Each share with what `work` makes of it, as soon as it is there; not those that no process did.

    count: how many processes. start: how they are started, as multiprocessing calls it. All else, what is raised, and what
    is left behind: as for `processes.in_processes`.
    """
    pool = ProcessPoolExecutor(count, get_context(start), initializer=_begin, initargs=(begin, arguments))
    try:
        futures = _submitted(pool, work, shares)
        for future in as_completed(futures):
            yield futures[future], future.result()
    except BrokenProcessPool:
        pass  # one was killed
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(
    pool: ProcessPoolExecutor, work: Callable[[_Share], _Result], shares: Sequence[_Share]
) -> dict[Future[_Result], _Share]:
    """The shares given to the processes; none where the system starts no more of them."""
    before = set(active_children())
    try:
        return {pool.submit(work, share): share for share in shares}
    except OSError:
        for child in set(active_children()) - before:
            child.terminate()
        return {}


def _begin(begin: Callable[..., None], arguments: tuple[object, ...]) -> None:
    """What a process does before any work."""
    # The terminal sends Ctrl-C to all; the process that started this one ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin(*arguments)


def _end_with_parent() -> None:
    """End this process when the one that started it has ended, whatever ended that one: nobody would give it work."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
