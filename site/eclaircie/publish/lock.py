"""One build of a folder at a time."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .staging_error import StagingError


@contextmanager
def lock(file: Path) -> Iterator[None]:
    """Let in one build at a time. The system frees the lock of a process that dies.

    Raises StagingError where another build is under way, OSError where the file system knows no locks.
    """
    handle = _locked(file)
    # Another build may have ended, and removed the file, since it was opened: such a lock holds nobody off.
    while not _is(handle, file):
        os.close(handle)
        handle = _locked(file)
    try:
        yield
    finally:
        with suppress(OSError):
            file.unlink()
        os.close(handle)


def _locked(file: Path) -> int:
    handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        _hold(handle)
    except OSError as error:
        os.close(handle)
        if isinstance(error, BlockingIOError) or sys.platform == "win32":
            raise StagingError("busy", folder=file) from None
        raise
    return handle


def _hold(handle: int) -> None:
    """Lock an open file for this process. Raises OSError where another one holds it.

    What each system offers is looked for only here: a check, which locks nothing, runs on all of them.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is(handle: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except OSError:
        return False
