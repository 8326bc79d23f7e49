"""A file of the project is written anew."""

from pathlib import Path

from ..content.raw_text import replace_text
from .command_error import CommandError


def write(file: Path, text: str, name: Path) -> None:
    """Write a file in one step, as `replace_text` does. name: of the file, as it is told.

    Raises CommandError where nothing can be written.
    """
    try:
        replace_text(file, text)
    except OSError as error:
        raise CommandError("program.unwritten", file=name, reason=error.strerror or str(error)) from error
