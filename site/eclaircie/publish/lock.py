"""One build of a folder at a time."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .staging_error import StagingError


@contextmanager
def lock(file: Path) -> Iterator[None]:
    """Let in one build at a time. The system frees the lock of a process that dies; where it has no locks of its own,
    the number of that process stands in the file, and tells the next build.

    Raises StagingError where another build is under way, OSError where nothing can be written there.
    """
    with warnings.catch_warnings():
        # That a system or a disk has no locks of its own is nothing that somebody who builds could act on.
        warnings.simplefilter("ignore")
        # Not above: what only reads needs no lock, and the library looks for what the system has as soon as it is there.
        from filelock import FileLock, Timeout

        held = FileLock(file, mode=0o644)
        try:
            held.acquire(blocking=False)
        except Timeout:
            raise StagingError("busy", folder=file) from None
    try:
        yield
    finally:
        # While it is held: whoever opened it just before finds that it is gone, and makes another.
        with suppress(OSError):  # Windows removes no file that is open; there the library does so afterwards
            file.unlink()
        with suppress(OSError):  # what was built stands; at the latest the end of this process frees the lock
            held.release()
