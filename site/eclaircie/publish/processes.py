"""Work in as many processes as there are processors."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import active_children, connection, get_context, parent_process
from typing import TypeVar

_MOST = 61
"""How many processes Python can wait for on Windows. Source: the documentation of ProcessPoolExecutor"""

_Share = TypeVar("_Share")
_Result = TypeVar("_Result")


def processors() -> int:
    """How many processors this process may use."""
    with suppress(AttributeError):  # not every system tells
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a process may be forked, which takes no time: it is unsafe beside threads, and on macOS."""
    return sys.platform == "linux" and hasattr(os, "fork") and threading.active_count() == 1


def in_processes(
    work: Callable[[_Share], _Result], shares: Sequence[_Share], begin: Callable[..., None], *arguments: object
) -> Generator[_Result, None, None]:
    """What `work` makes of each share, as soon as it is there; every share is done, whatever becomes of a process.

    work, begin: functions of a module. begin: called with the arguments in each process before any work, and in this one
        where it does a share itself: with one processor, and where a process could not be started or was killed.
    Raises what a share raises. Nothing is left running at the end, nor when it is closed.
    """
    left = list(shares)
    count = min(processors(), len(shares), _MOST)
    if count > 1:
        context = get_context("fork" if can_fork() else "spawn")
        pool = ProcessPoolExecutor(count, context, initializer=_begin, initargs=(begin, arguments))
        try:
            futures = _submitted(pool, work, shares)
            for future in as_completed(futures):
                result = future.result()
                left.remove(futures[future])
                yield result
        except BrokenProcessPool:
            pass  # one was killed: what is left is done here
        finally:
            pool.shutdown(cancel_futures=True)
    if left:
        begin(*arguments)
        yield from map(work, left)


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
