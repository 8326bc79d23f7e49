"""A file of content into its parts: the data of its header, the line of each datum, its text."""

import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .faults import Faults

LARGEST_FILE = 60_000  # bytes
LONGEST_LINE = 4_000  # characters
LONGEST_PARAGRAPH = 10_000  # characters without an empty line between them
MOST_BRACKETS = 100  # `[` in a paragraph
"""Some inputs take the Markdown parser and the patterns of the checks a time that grows with their square."""
DEEPEST = 20  # lists in lists: a few thousand end the interpreter itself, within the C parser

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
    "\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
"""Signs that nobody sees. Some end a line for YAML and not for an editor, so line numbers would be wrong. Others turn
what follows round, so that a word is not read as it is written (Unicode Technical Report 36, 2.5). The plain marks of
direction and the joiners stay allowed: Arabic and Persian are written with them."""

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
        known = file.stat()
        # What is no file, such as a pipe, can have no end, or keep its reader waiting for ever.
        if not stat.S_ISREG(known.st_mode):
            faults.add("unreadable", file, 1, reason=stat.filemode(known.st_mode))
            return None
        if known.st_size > LARGEST_FILE:
            faults.add("too_big", file, 1, size=known.st_size, largest=LARGEST_FILE)
            return None
        raw = file.read_bytes()
    except OSError as error:
        faults.add("unreadable", file, 1, reason=error.strerror or str(error))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.add("not_utf8", file, raw[: error.start].count(b"\n") + 1)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if _FORBIDDEN.search(line):
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
    return parts if _can_be_worked_on(parts, file, faults) else None


def _can_be_worked_on(parts: Parts, file: Path, faults: Faults) -> bool:
    """Whether a text holds nothing that would keep the checks and the Markdown parser busy for minutes; else with a fault."""
    start, length, brackets = parts.body_line, 0, 0
    for number, line in enumerate(parts.body.split("\n"), parts.body_line):
        if not line.strip():
            start, length, brackets = number + 1, 0, 0
        length += len(line) + 1
        brackets += line.count("[")
        if len(line) > LONGEST_LINE:
            faults.add("too_long", file, number, size=len(line), largest=LONGEST_LINE)
        elif length > LONGEST_PARAGRAPH:
            faults.add("too_long", file, start, size=length, largest=LONGEST_PARAGRAPH)
        elif brackets > MOST_BRACKETS:
            faults.add("too_many_brackets", file, number, largest=MOST_BRACKETS)
        else:
            continue
        return False
    return True


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
        # Between double quotes, YAML makes any sign out of its number: "\0", "\u202E".
        if _FORBIDDEN.search(node.value):
            faults.add("control_sign", file, line)
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*keys, n), lines, file, first_line, faults) for n, item in enumerate(node.value)]
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key_line = key_node.start_mark.line + first_line
        if not isinstance(key_node, yaml.ScalarNode):
            faults.add("bad_yaml", file, key_line)
            continue
        key = _plain(key_node, (), {}, file, first_line, faults)
        if key in data:
            faults.add("duplicate_key", file, key_line, key=key)
            continue
        lines[(*keys, key)] = key_line
        data[key] = _plain(value_node, (*keys, key), lines, file, first_line, faults)
    return data
