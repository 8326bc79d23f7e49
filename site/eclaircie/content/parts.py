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


_NOTHING = ("", "null", "~")


def is_nothing(value: Any) -> bool:
    """Whether a value says nothing: it is empty, or a list or a mapping of nothing."""
    if isinstance(value, str):
        return value.strip().lower() in _NOTHING
    return all(map(is_nothing, value.values() if isinstance(value, dict) else value))


def without_empty(data: Any) -> Any:
    """The data without what says nothing. A form writes a key for each of its fields, the empty ones too."""
    if isinstance(data, dict):
        return {key: without_empty(value) for key, value in data.items() if not is_nothing(value)}
    return [without_empty(item) for item in data if not is_nothing(item)] if isinstance(data, list) else data


def leave_out_empty(parts: Parts) -> None:
    """Take what says nothing out of the data. A key that did so keeps its line, where its value is missed."""
    moved: dict[Keys, int] = {}
    for keys, line in parts.lines.items():
        if there := _moved(keys, parts.data):
            moved[there] = line
    parts.lines, parts.data = parts.lines | moved, without_empty(parts.data)


def _moved(keys: Keys, data: Any) -> Keys:
    """The keys that lead to a value once what says nothing is left out; no key where it is left out itself."""
    there: list[str | int] = []
    for key in keys:
        if is_nothing(data[key]):
            return ()
        there.append(key - sum(map(is_nothing, data[:key])) if isinstance(key, int) else key)
        data = data[key]
    return tuple(there)


def values(data: Any, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Every text of a header, and the keys that lead to it."""
    if isinstance(data, str):
        yield keys, data
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from values(value, (*keys, key))
