"""What YAML leaves out behind a `#`: nobody can tell a remark from a value that was cut in two, so it is not allowed."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import yaml

_COMMENT = re.compile(r"(?<=[ \t])#")
_LONGEST_SHOWN = 60  # characters


def comments_behind_values(text: str, events: Iterable[yaml.Event]) -> Iterator[tuple[int, str]]:
    """The line (from 0) and the words of each comment that stands behind something.

    text: YAML. events: all that it was parsed into. A comment on a line of its own is none of them.
    """
    if not _COMMENT.search(text):
        return
    values = [
        (event.start_mark.index, event.end_mark.index)
        for event in events
        if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark
    ]
    starts = [start for start, _ in values]
    line = counted = behind = 0
    for found in _COMMENT.finditer(text):
        at = found.start()
        if at < behind:  # within the comment before it
            continue
        before = bisect_right(starts, at) - 1
        if before >= 0 and at < values[before][1]:
            continue
        end = text.find("\n", at)
        behind = end if end >= 0 else len(text)
        line, counted = line + text.count("\n", counted, at), at
        if text[text.rfind("\n", 0, at) + 1 : at].strip():
            yield line, text[at:behind].strip()[:_LONGEST_SHOWN]
