"""A YAML text into plain data and the line of each datum, or every slip in it."""

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..messages.faults import Faults
from .base import keys_of
from .comments import comments_behind_values
from .models import FACTS, Translation
from .parts import Keys, Parts
from .raw_text import forbidden_in
from .slips import odd_value, slips, with_plain_blanks

DEEPEST = 20  # lists in lists: a few thousand end the interpreter itself, within the C parser

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar is a string; the version in C where PyYAML was built with it."""


def read_yaml(text: str, file: Path, faults: Faults, first_line: int) -> Parts | None:
    """The data of a YAML text, all scalars as strings, or None with the faults added.

    first_line: the line of the file at which the text begins.
    """
    text = with_plain_blanks(text)
    known, depth, more = len(faults), 0, 0
    events: list[yaml.Event] = []
    try:
        for event in yaml.parse(text, Loader=Loader):
            events.append(event)
            if isinstance(event, yaml.NodeEvent):
                depth += isinstance(event, yaml.CollectionStartEvent)
                if depth > DEEPEST:
                    faults.add("bad_yaml", file, _line(event, first_line))
                    break
                if event.anchor:
                    faults.add("anchor", file, _line(event, first_line))
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.DocumentStartEvent) and len(events) > 2:
                more = more or _line(event, first_line)
    except yaml.MarkedYAMLError as error:
        # An open quote is found at the end of the text; the writer needs to know where it begins.
        if _told_slips(text, file, faults, first_line):
            return None
        unclosed = "quoted scalar" in (error.context or "")
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        faults.add("bad_yaml", file, (mark.line if mark else 0) + first_line)
        return None
    except yaml.YAMLError:
        faults.add("bad_yaml", file, first_line)
        return None
    if more and len(faults) == known:  # a second document
        faults.add("bad_yaml", file, more)
    for line, comment in comments_behind_values(text, events):
        faults.add("cut_value", file, line + first_line, value=comment)
    if len(faults) > known:
        return None
    parts = Parts(lines={(): first_line})
    # Behind the start of the stream and that of the document. The events tell all that the nodes of `yaml.compose`
    # would, and are there already.
    rest = iter(events[2:])
    root = next(rest, None)
    if root is None:
        return parts
    if not isinstance(root, yaml.MappingStartEvent):
        # A text, or a list: only a lost colon makes one of what should be keys.
        if not _told_slips(text, file, faults, first_line, ("missing_colon", "colon_blank")):
            faults.add("not_keys", file, first_line)
        return None
    _tell_odd_values(events, text, file, first_line, faults)
    parts.data = _plain(root, rest, (), parts.lines, file, first_line, faults)
    return parts if len(faults) == known else None


def _told_slips(text: str, file: Path, faults: Faults, first_line: int, only: Collection[str] = ()) -> bool:
    """Add a fault for each slip of the pen in a text that YAML cannot read. Returns whether there is one.

    only: the names of those that are looked for; all where there are none.
    """
    known = len(faults)
    for slip in slips(text.split("\n"), _keys()):
        if slip.code in only or not only:
            faults.add(slip.code, file, first_line + slip.line, **slip.values)
    return len(faults) > known


def _tell_odd_values(events: list[yaml.Event], text: str, file: Path, first_line: int, faults: Faults) -> None:
    """Add a fault for each value that YAML read otherwise than it was meant."""
    lines: list[str] = []
    for event in events:
        if not isinstance(event, yaml.ScalarEvent) or event.style in ("'", '"', "|", ">") or not event.value:
            continue
        if event.start_mark is None or event.end_mark is None:
            continue
        start, end = event.start_mark.line, event.end_mark.line
        if start != end or event.value[0] in _ODD_STARTS or ";" in event.value:
            lines = lines or text.split("\n")
            last = end if event.end_mark.column else end - 1
            if slip := odd_value(event.value, lines, start, last):
                faults.add(slip.code, file, first_line + slip.line, **slip.values)


_ODD_STARTS = frozenset("-“„‟‘″〝•–—·▪◦")


@cache
def _keys() -> frozenset[str]:
    """Every key that the header of a page may have at its first level."""
    return FACTS | keys_of(Translation)


def _line(event: yaml.Event, first_line: int) -> int:
    return (event.start_mark.line if event.start_mark else 0) + first_line


_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


def _plain(
    event: Any,
    rest: Iterator[yaml.Event],
    keys: Keys,
    lines: dict[Keys, int],
    file: Path,
    first_line: int,
    faults: Faults,
) -> Any:
    """The data that begins with an event; notes the line of each value on its way.

    rest: the events behind it, of which those of the data are taken.
    """
    line = _line(event, first_line)
    lines.setdefault(keys, line)
    if event.tag not in _PLAIN_TAGS:
        faults.add("tag", file, line, value=event.tag)
    if isinstance(event, yaml.ScalarEvent):
        # Between double quotes, YAML makes any sign out of its number: "\0", "\u202E".
        if forbidden_in(event.value):
            faults.add("control_sign", file, line)
        return event.value
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Any] = []
        while not isinstance(item := next(rest), yaml.SequenceEndEvent):
            items.append(_plain(item, rest, (*keys, len(items)), lines, file, first_line, faults))
        return items
    data: dict[str, Any] = {}
    while not isinstance(key_event := next(rest), yaml.MappingEndEvent):
        key_line = _line(key_event, first_line)
        if not isinstance(key_event, yaml.ScalarEvent):
            faults.add("bad_yaml", file, key_line)
            _skip(key_event, rest)
            _skip(next(rest), rest)
            continue
        key = _plain(key_event, rest, (), {}, file, first_line, faults)
        if key in data:
            faults.add("duplicate_key", file, key_line, key=key)
            _skip(next(rest), rest)
            continue
        lines[(*keys, key)] = key_line
        data[key] = _plain(next(rest), rest, (*keys, key), lines, file, first_line, faults)
    return data


def _skip(event: yaml.Event, rest: Iterator[yaml.Event]) -> None:
    """Take the rest of the data that begins with an event."""
    depth = isinstance(event, yaml.CollectionStartEvent) + 0
    while depth:
        event = next(rest)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
