"""Why a file of a directory cannot be used at all."""

from pathlib import Path
from typing import Literal

Code = Literal["unopened", "unpacked", "damaged", "no_directory", "no_library"]
"""unopened: the system does not let it be read. unpacked: a password, or a way of packing that nobody here knows.
damaged: nothing of it can be read. no_directory: it is something else. no_library: what reads it is not installed."""


class ReadingError(Exception):
    """A file that cannot be used. code: its sentence in the table `directory` of the messages. file, reason: as it names them."""

    def __init__(self, code: Code, file: Path, reason: str = "") -> None:
        super().__init__(f"{code}: {file}")
        self.code, self.file, self.reason = code, file, reason
