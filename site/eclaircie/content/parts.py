"""What a file of content holds: data, the line of each datum, text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Keys = tuple[str | int, ...]


@dataclass
class Parts:
    """What a file holds.

    data: the header, in which every value is a string, a list or a mapping (YAML's own types would turn
        `24:00` into 1440 and `non` into False).
    lines: the line (from 1) of each value, by its keys.
    body: the text below the header; body_line is the number of its first line.
    digest: the SHA-256 of the whole text, or nothing where no file was read as it stands.
    """

    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Keys, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    digest: str = ""

    def line(self, *keys: str | int) -> int:
        """The line of a value; where it is missing, that of what should hold it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)


def without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """The data without its empty texts, for files in which an empty value means "not yet"."""
    kept = {key: without_empty(value) if isinstance(value, dict) else value for key, value in data.items()}
    return {key: value for key, value in kept.items() if value != ""}


def values(data: Any, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Every text of a header, and the keys that lead to it."""
    if isinstance(data, str):
        yield keys, data
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from values(value, (*keys, key))
