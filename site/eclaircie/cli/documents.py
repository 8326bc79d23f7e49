"""What documents say of the code, written by the code: tables and command lines, each between two marks."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from ..content import guide
from .usage import command_lines

_MARK = re.compile(
    r"(?P<start><!-- (?:tableau :|made:) (?P<name>\S+)[^>]*-->\n).*?(?P<end><!-- (?:fin du tableau|end) -->)", re.DOTALL
)

_MAKERS: dict[str, Callable[[str], str]] = {"docs/ecrire.md": guide.table, "README.md": command_lines}
"""By document, what makes the part of each name."""


def documents(project: Path) -> Iterator[tuple[Path, str, str]]:
    """Each document of a project of which parts are made: its file, its text, and the text that it should have.

    Raises KeyError where a mark names a part that nothing makes.
    """
    for name, make in _MAKERS.items():
        text = (project / name).read_text("utf-8")
        yield project / name, text, filled(text, make)


def filled(text: str, make: Callable[[str], str]) -> str:
    """A text with what stands between its marks made anew. make: gives the part of a name."""
    return _MARK.sub(lambda mark: f"{mark['start']}\n{make(mark['name'])}\n{mark['end']}", text)
