"""What files hold, told without reading those that nobody has touched since they were read."""

import os
import stat
import sys

from ..kept.store import Store
from ..kept.table import table_of
from .manifest import sha256_of

YOUNG = 3_000_000_000  # nanoseconds


class Stamps:
    """The SHA-256 of files, by device, inode, size, and the times of the last change of content and of inode.

    began: the time of the file system when the build began, in nanoseconds; 0 trusts no file that was not read.

    No program can set the last of these times; only a clock that is put back, or somebody who writes to the disk itself,
    can have a changed file taken for an unchanged one. A file that was changed less than three seconds before the build
    began is not noted, for a later change could bear the same time: the rule by which git trusts its index (see
    https://git-scm.com/docs/racy-git). Without what is kept, as in a build from nothing, every byte is read; and always on
    Windows, which has no such time: what Python calls so there is when a file was made.
    """

    def __init__(self, store: Store | None = None, began: int = 0) -> None:
        self._table = None if sys.platform == "win32" else table_of(store, "files")
        self._began = began

    def sha256(self, file: str) -> str | None:
        """The SHA-256 of a file; None for what is none, such as a link, whose other end is not ours. Raises OSError."""
        known = os.lstat(file)
        # A pipe would be read for ever.
        if not stat.S_ISREG(known.st_mode):
            return None
        key = f"{known.st_dev} {known.st_ino} {known.st_size} {known.st_mtime_ns} {known.st_ctime_ns}"
        if self._table and (found := self._table.get(key)):
            return str(found)
        with open(file, "rb") as content:  # noqa: PTH123  # asked for once a page
            read = sha256_of(content.read())
        if self._table and max(known.st_mtime_ns, known.st_ctime_ns) < self._began - YOUNG:
            self._table.put(key, read)
        return read

    def save(self) -> None:
        """Keep what was read."""
        if self._table:
            self._table.save()
