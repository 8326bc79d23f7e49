"""A file of content into its parts: the data of its header, the line of each datum, its text."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .faults import Faults

LARGEST_FILE = 60_000  # bytes: some inputs take the Markdown parser a time that grows with their square
DEEPEST = 20  # lists in lists: a few thousand end the interpreter itself, within the C parser
_FORBIDDEN = frozenset({*map(chr, range(32)), "\x7f", "\x85", "\u2028", "\u2029"} - {"\t"})
"""Signs that nobody sees. Some end a line for YAML and not for an editor, so line numbers would be wrong."""

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar is a string; the version in C where PyYAML was built with it."""

Keys = tuple[str | int, ...]


@dataclass
class Parts:
    """What a file holds.

    data: the header, in which every value is a string, a list or a mapping (YAML's own types would turn
        `24:00` into 1440 and `non` into False).
    lines: the line (from 1) of each value, by its keys.
    body: the text below the header; body_line is the number of its first line.
    """

    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Keys, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    def line(self, *keys: str | int) -> int:
        """The line of a value; where it is missing, that of what should hold it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)


def without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """The data without its empty texts, for files in which an empty value means "not yet"."""
    kept = {key: without_empty(value) if isinstance(value, dict) else value for key, value in data.items()}
    return {key: value for key, value in kept.items() if value != ""}


def read_text(file: Path, faults: Faults) -> str | None:
    """The text of a file, without byte order mark and with `\\n` line ends, or None with a fault added."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        faults.add("unreadable", file, 1, reason=error.strerror or str(error))
        return None
    if len(raw) > LARGEST_FILE:
        faults.add("too_big", file, 1, size=len(raw), largest=LARGEST_FILE)
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.add("not_utf8", file, raw[: error.start].count(b"\n") + 1)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if not _FORBIDDEN.isdisjoint(line):
            faults.add("control_sign", file, number)
            return None
    return text


def read(file: Path, faults: Faults) -> Parts | None:
    """The parts of a Markdown file that begins with a header, or None with the faults added."""
    text = read_text(file, faults)
    if text is None:
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        faults.add("no_header", file, 1)
        return None
    try:
        end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    except StopIteration:
        faults.add("open_header", file, len(lines))
        return None
    parts = read_yaml("\n".join(lines[1:end]), file, faults, first_line=2)
    if parts is None:
        return None
    parts.body = "\n".join(lines[end + 1 :])
    parts.body_line = end + 2
    return parts


def read_yaml(text: str, file: Path, faults: Faults, first_line: int = 1) -> Parts | None:
    """The data of a YAML text, all scalars as strings, or None with the faults added.

    first_line: the line of the file at which the text begins.
    """
    known, depth = len(faults), 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            line = (event.start_mark.line if event.start_mark else 0) + first_line
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                faults.add("bad_yaml", file, line)
                break
            if getattr(event, "anchor", None):
                faults.add("anchor", file, line)
        if len(faults) > known:
            return None
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        # An open quote is found at the end of the text; the writer needs to know where it begins.
        unclosed = "quoted scalar" in (error.context or "")
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        faults.add("bad_yaml", file, (mark.line if mark else 0) + first_line)
        return None
    except yaml.YAMLError:
        faults.add("bad_yaml", file, first_line)
        return None
    parts = Parts(lines={(): first_line})
    if node is None:
        return parts
    if not isinstance(node, yaml.MappingNode):
        faults.add("not_keys", file, first_line)
        return None
    parts.data = _plain(node, (), parts.lines, file, first_line, faults)
    return parts if len(faults) == known else None


_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


def _plain(node: yaml.Node, keys: Keys, lines: dict[Keys, int], file: Path, first_line: int, faults: Faults) -> Any:
    """The data of a node; notes the line of each value on its way."""
    line = node.start_mark.line + first_line
    lines.setdefault(keys, line)
    if node.tag not in _PLAIN_TAGS:
        faults.add("tag", file, line, value=node.tag)
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*keys, n), lines, file, first_line, faults) for n, item in enumerate(node.value)]
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key_line = key_node.start_mark.line + first_line
        if not isinstance(key_node, yaml.ScalarNode):
            faults.add("bad_yaml", file, key_line)
            continue
        key = key_node.value
        if key in data:
            faults.add("duplicate_key", file, key_line, key=key)
            continue
        lines[(*keys, key)] = key_line
        data[key] = _plain(value_node, (*keys, key), lines, file, first_line, faults)
    return data
