"""The records in a text: a JSON file or an answer, records in lines, or a table (CSV). One at a time.

ijson reads JSON as it comes, so a file of hundreds of megabytes needs no more memory than its longest record.
"""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from .record import Why
from .streams import HEAD, Utf8
from .values import Raw

LISTS = ("service", "results", "items", "records", "services", "structures", "features", "data")
"""The keys under which files and answers keep their records: the State's file, the interfaces of both directories."""

_LONGEST_LINE = 4 << 20  # bytes: of one record; a whole file on one line is no record
_LONGEST_CELL = 1 << 20  # characters

_MARKS = frozenset({"pivot", "itm_identifiant", "structure_id", "date_maj"})
"""Every record of a directory has one of these fields: a table or a line without any of them is none."""


class Unreadable(NamedTuple):
    """What stands in the place of a record that cannot be read."""

    why: Why


class DamagedError(ValueError):
    """A text that ends in the middle of a record, or is no JSON from some place on."""


class NotADirectoryError(ValueError):
    """A text in which no records of a directory stand."""


def records(stream: Utf8) -> Iterator[tuple[int, Raw | Unreadable]]:
    """The records of a text with their place in it (from 1); in the place of one that cannot be read, what is wrong.

    Raises NotADirectoryError where it holds none, DamagedError where it cannot be read on.
    """
    head = stream.head.lstrip()
    if head[:1] == b"[":
        return _each_unwrapped(_json(stream, "item"))
    if head[:1] == b"{":
        if _is_lines(stream.head):
            return _each_unwrapped(_lines(stream))
        return _each_unwrapped(_json(stream, f"{_list_in(stream.head)}.item"))
    return _each_unwrapped(_table(stream))


def _each_unwrapped(found: Iterator[Any]) -> Iterator[tuple[int, Raw | Unreadable]]:
    for number, record in enumerate(found, start=1):
        if isinstance(record, dict):
            yield number, unwrapped(record)
        else:
            yield number, record if isinstance(record, Unreadable) else Unreadable("no_record")


def unwrapped(record: dict[str, Any]) -> Raw:
    """A record out of what answers wrap around it: `fields`, `properties`, `service` beside a distance."""
    for key in ("fields", "properties", "service", "record"):
        inner = record.get(key)
        if isinstance(inner, dict) and "nom" not in record:
            return unwrapped(inner)
    return record


def _is_lines(head: bytes) -> bool:
    """Whether each line is a record of its own."""
    line = head.lstrip().partition(b"\n")[0]
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and bool(_MARKS.intersection(unwrapped(first)))


def _list_in(head: bytes) -> str:
    """The key of the list of records of an object. Raises NotADirectoryError where it has none near its beginning."""
    import ijson  # only who brings contacts in needs it

    try:
        for prefix, event, _ in ijson.parse(io.BytesIO(head)):
            if event == "start_array" and prefix in LISTS:
                return str(prefix)
    except (ijson.JSONError, ValueError):
        pass
    raise NotADirectoryError


def _json(stream: Utf8, prefix: str) -> Iterator[Any]:
    import ijson

    try:
        yield from ijson.items(stream, prefix, use_float=True)
    except (ijson.JSONError, ValueError, RecursionError) as error:
        raise DamagedError(str(error)[:200]) from error


def _lines(stream: Utf8) -> Iterator[Any]:
    reader = io.BufferedReader(stream)
    while line := reader.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
            yield found if isinstance(found, dict) else Unreadable("no_record")
        except (ValueError, RecursionError):
            yield Unreadable("no_json")


def _table(stream: Utf8) -> Iterator[Any]:
    csv.field_size_limit(_LONGEST_CELL)
    lines = io.TextIOWrapper(io.BufferedReader(stream), encoding="utf-8", newline="")
    first = lines.readline(HEAD)
    delimiter = max(";,\t|", key=first.count)
    try:
        names = [name.strip().strip('"') for name in next(csv.reader([first], delimiter=delimiter), [])]
    except csv.Error:
        names = []
    if not _MARKS.intersection(names):
        raise NotADirectoryError
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield Unreadable("no_row")
            continue
        if cells:
            yield dict(zip(names, cells, strict=False)) if len(cells) == len(names) else Unreadable("no_row")
