"""A file of content into its parts: the data of its header, the line of each datum, its text."""

from collections.abc import Callable
from pathlib import Path

from ..messages.faults import Faults
from .parts import Parts
from .raw_text import read_text
from .slips import is_like_hyphens

LONGEST_LINE = 4_000  # characters
LONGEST_PARAGRAPH = 10_000  # characters without an empty line between them
MOST_BRACKETS = 100  # `[` in a paragraph
"""Some inputs take the Markdown parser and the patterns of the checks a time that grows with their square."""


def read(file: Path, faults: Faults) -> Parts | None:
    """The parts of a Markdown file that begins with a header, or None with the faults added."""
    text = read_text(file, faults)
    return parts_of(text, file, faults) if text is not None else None


def read_yaml(text: str, file: Path, faults: Faults, first_line: int = 1) -> Parts | None:
    """The data of a YAML text, all scalars as strings, or None with the faults added.

    first_line: the line of the file at which the text begins.
    """
    # Not above: a build in which no header changed needs no YAML.
    from . import yaml_text

    return yaml_text.read_yaml(text, file, faults, first_line)


def parts_of(
    text: str, file: Path, faults: Faults, reader: Callable[[str, Path, Faults, int], Parts | None] = read_yaml
) -> Parts | None:
    """The parts of such a file, or None with the faults added.

    text: what `read_text` gave. reader: reads its header, as `read_yaml` does.
    """
    lines = text.split("\n")
    end = _end_of_header(lines, file, faults)
    if end is None:
        return None
    parts = reader("\n".join(lines[1:end]), file, faults, 2)
    if parts is None:
        return None
    parts.body = "\n".join(lines[end + 1 :])
    parts.body_line = end + 2
    return parts if _can_be_worked_on(parts, file, faults) else None


def _end_of_header(lines: list[str], file: Path, faults: Faults) -> int | None:
    """The line, from 0, that closes the header of a file, or None with a fault added."""
    if lines[0].rstrip() != "---":
        first = next((number for number, line in enumerate(lines) if line.strip()), None)
        is_near = first is not None and is_like_hyphens(lines[first])
        if is_near and (first or lines[0].startswith(" ")):
            faults.add("late_header", file, (first or 0) + 1)
        else:
            faults.add("dashes" if is_near else "no_header", file, 1)
        return None
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return number
        if is_like_hyphens(line):
            faults.add("dashes", file, number + 1)
            return None
    faults.add("open_header", file, len(lines))
    return None


def _can_be_worked_on(parts: Parts, file: Path, faults: Faults) -> bool:
    """Whether a text holds nothing that would keep the checks and the Markdown parser busy for minutes; else with a fault."""
    body, lines = parts.body, parts.body.split("\n")
    # Most texts as a whole hold less than a paragraph may.
    if len(body) < LONGEST_PARAGRAPH and body.count("[") <= MOST_BRACKETS and max(map(len, lines)) <= LONGEST_LINE:
        return True
    start, length, brackets = parts.body_line, 0, 0
    for number, line in enumerate(lines, parts.body_line):
        if not line.strip():
            start, length, brackets = number + 1, 0, 0
        length += len(line) + 1
        brackets += line.count("[")
        if len(line) > LONGEST_LINE and "data:image/" in line:
            faults.add("image", file, number)  # one that was pasted, not words
        elif len(line) > LONGEST_LINE:
            faults.add("too_long", file, number, size=len(line), largest=LONGEST_LINE)
        elif length > LONGEST_PARAGRAPH:
            faults.add("too_long", file, start, size=length, largest=LONGEST_PARAGRAPH)
        elif brackets > MOST_BRACKETS:
            faults.add("too_many_brackets", file, number, largest=MOST_BRACKETS)
        else:
            continue
        return False
    return True
