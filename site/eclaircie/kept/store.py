"""A folder in which a build keeps what it has learnt. It is only an aid: without it all is learnt anew.

What is read back is believed only if it is, to the last byte, what this very code wrote under this name for this key.
Before each record stands a SHA-256 over the fingerprint of the code and of Python, the name, the key and the record.

- Defended against: a record that is missing, cut short, of another version, half written, of another key, or altered by
  a disk, a program or a person. Such a record is none.
- Not defended against: somebody who may write into the project's folder and computes that sum anew. They could as well
  change the code, or what is published.

Nothing here comes from visitors or from the network, and nothing is a pickle. Where the folder cannot be written, as on
a full disk, nothing is kept, and nothing is said: the build is right all the same.
"""

import hashlib
import os
import tempfile
from collections.abc import Hashable
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from ..files_in_use import replace
from . import code

_SUM = 64
"""How long the sum before a record is, in hexadecimal digits."""


class Store:
    """Records by name. folder: where they are; None keeps none.

    tables: those that were read from it (see `table`). memory: what was made of them, for as long as the store is used.
    """

    def __init__(self, folder: Path | None = None) -> None:
        # What a link leads to is somebody else's.
        self._folder = None if folder is None or folder.is_symlink() else folder
        self.tables: dict[str, Any] = {}
        self.memory: dict[Hashable, Any] = {}

    @property
    def is_used(self) -> bool:
        """Whether anything is kept at all."""
        return self._folder is not None

    def read(self, name: str, key: str = "") -> bytes | None:
        """The record of a name, or None where there is none that can be believed. key: what it was made of."""
        if self._folder is None:
            return None
        try:
            file = self._folder / name
            # Of what is no file, such as a pipe, reading has no end.
            if file.is_symlink() or not file.is_file():
                return None
            held = file.read_bytes()
        except OSError:
            return None
        record = held[_SUM:]
        return record if held[:_SUM].decode("ascii", "replace") == _sum(name, key, record) else None

    def read_data(self, name: str, key: str = "") -> Any:
        """The same for data that JSON can hold."""
        record = self.read(name, key)
        return None if record is None else orjson.loads(record)

    def write(self, name: str, record: bytes, key: str = "") -> None:
        """Keep a record in the place of the one of this name, if that can be done."""
        if self._folder is None:
            return
        copy: Path | None = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, path = tempfile.mkstemp(dir=self._folder, suffix=".tmp")
            copy = Path(path)
            with os.fdopen(handle, "wb") as out:
                out.write(_sum(name, key, record).encode() + record)
            replace(copy, self._folder / name)
        except OSError:
            if copy is not None:
                with suppress(OSError):
                    copy.unlink(missing_ok=True)

    def write_data(self, name: str, data: Any, key: str = "") -> None:
        """The same for data that JSON can hold."""
        if self._folder is not None:
            self.write(name, orjson.dumps(data), key)


def _sum(name: str, key: str, record: bytes) -> str:
    read = hashlib.sha256(f"{code.runner_fingerprint()}\n{name}\n{key}\n".encode())
    read.update(record)
    return read.hexdigest()
