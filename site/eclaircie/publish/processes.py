"""Work in as many processes as there are processors."""

import os
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
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
        # Not above: a build with few pages to make does without
        from .pool import in_pool

        start = "fork" if can_fork() else "spawn"
        with closing(in_pool(count, start, work, shares, begin, *arguments)) as done:
            for share, result in done:
                left.remove(share)
                yield result
    if left:
        begin(*arguments)
        yield from map(work, left)
