"""Why a file of a directory cannot be used at all."""

from pathlib import Path


class ReadingError(Exception):
    """A file that cannot be used. code: a name of the table `directories` of the messages. file, reason: as it names them."""

    def __init__(self, code: str, file: Path, reason: str = "") -> None:
        super().__init__(f"{code}: {file}")
        self.code, self.file, self.reason = code, file, reason
