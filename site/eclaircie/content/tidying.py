"""The header of a file, or the settings, in their one form: keys as they are declared, quotes only where they are needed.

What is read of the file is the same before and after, and every remark stays above what it stood above. What cannot be
written anew without loss stays as it is.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from ..messages.faults import Faults
from . import frontmatter
from .facts import Declared, declared
from .models import MODELS, Translation
from .parts import Parts, without_empty
from .settings import Settings

WIDTH = 120  # characters; a list that is longer has an item a line

Facts = dict[str, Declared]


def tidied(text: str, file: Path, faults: Faults) -> str | None:
    """A file in its one form, or None where its header cannot be read, with the faults added.

    text: of the file, as `read_text` gives it. Below the header, only empty lines at the top and a missing end of the
    last line change.
    """
    before = frontmatter.parts_of(text, file, faults)
    if before is None:
        return None
    lines = text.split("\n")[1 : before.body_line - 2]
    below = _below(before.body)
    meant = _as_meant(before.data, facts := _facts(without_empty(before.data).get("genre", "page")))
    pieces = _in_order(lines, before, facts, meant)
    in_order = [line for piece in pieces for line in (*filter(str.strip, piece.remarks), *piece.lines)]
    for header in (in_order, lines):
        new = "\n".join(["---", *header, "---", *below])
        after = frontmatter.parts_of(new, file, Faults())
        same = after is not None and _as_meant(after.data, facts) == meant and after.body == "\n".join(below)
        if same and _remarks(header) == _remarks(lines):
            return new
    return text


def tidied_settings(text: str, file: Path, faults: Faults) -> str | None:
    """The settings in their one form, an empty line before each key; or None where they cannot be read, with the faults.

    text: as for `tidied`. What stands at the top, above an empty line, stays there.
    """
    before = frontmatter.read_yaml(text, file, faults)
    if before is None:
        return None
    lines = text.split("\n")
    blocks = [
        _paragraphs([*piece.remarks, *piece.lines])
        for piece in _in_order(lines, before, declared(Settings), before.data)
    ]
    new = "\n\n".join(filter(None, blocks)) + "\n"
    after = frontmatter.read_yaml(new, file, Faults())
    same = after is not None and after.data == before.data
    return new if same and _remarks(new.split("\n")) == _remarks(lines) else text


def with_values(text: str, parts: Parts, values: Mapping[str, Any]) -> list[str]:
    """The lines of a header with other values of some of its keys. values: by key; None takes the key away.

    text: of the file, as `read_text` gives it; parts: what it holds. All other lines stay as they are, and the remarks
    within a value that changes stand above it. A new key stands at the end.
    """
    facts = _facts(parts.data.get("genre", "page"))
    *pieces, last = _pieces(text.split("\n")[1 : parts.body_line - 2], parts)
    made, left = list[str](), dict(values)
    for piece in pieces:
        made += piece.remarks
        if piece.key not in left:
            made += piece.lines
            continue
        made += filter(_may_be_remark, piece.lines)
        value = left.pop(piece.key)
        made += [] if value is None else _of_key(piece.key, value, facts.get(piece.key))
    new = [line for key, value in left.items() if value is not None for line in _of_key(key, value, facts.get(key))]
    return [*made, *new, *last.remarks]


def _as_meant(data: Any, facts: Facts) -> Any:
    """What is meant by the data of a header, whatever form wrote them: nothing is left out, `true` is `oui`."""
    return {key: _value_meant(value, facts.get(key)) for key, value in without_empty(data).items()}


def _value_meant(value: Any, fact: Declared | None) -> Any:
    if isinstance(value, list):
        return [_value_meant(item, fact) for item in value]
    if isinstance(value, dict):
        return _as_meant(value, declared(fact.inner)) if fact and fact.inner else value
    return _YES_AND_NO.get(value.strip().lower(), value) if fact and fact.form == "yes" else value


_YES_AND_NO = {"true": "oui", "false": "non"}


def _paragraphs(lines: list[str]) -> str:
    """Lines as a text, without empty ones at both ends, and with one where there are several in a row."""
    return re.sub(r"\n\s*\n", "\n\n", "\n".join(lines).strip())


def _remarks(lines: list[str]) -> list[str]:
    """What must be in a header again when it is written anew."""
    return sorted(filter(_may_be_remark, lines))


def _may_be_remark(line: str) -> bool:
    """Whether a line is a remark, unless it is in the middle of a text."""
    return line.lstrip().startswith("#")


def _below(body: str) -> list[str]:
    """The text below a header, in lines, behind one that is empty; its last line ends as every other."""
    lines = body.split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    if not lines:
        return [""]
    return ["", *lines] if lines[-1] == "" else ["", *lines, ""]


class _Piece(NamedTuple):
    """A key and what belongs to it. remarks: the lines that stand above it. lines: as they are."""

    key: str
    remarks: list[str]
    lines: list[str]


def _in_order(lines: list[str], parts: Parts, facts: Facts, data: dict[str, Any]) -> list[_Piece]:
    """The data in their one form, in order, each key with the remarks above it; first those of the whole, at last those below.

    lines: those of the data, which are given back as they are where they cannot be told apart key by key. data: what is
    meant by them.
    """
    *pieces, last = _pieces(lines, parts)
    by_key = {piece.key: piece for piece in pieces}
    if set(by_key) != set(parts.data):  # several keys on a line
        return [_Piece("", [], lines)]
    top, first = _top(pieces[0].remarks) if pieces else ([], [])
    made = [_Piece("", top, [])]
    keys = parts.data
    for key in (*(key for key in facts if key in keys), *(key for key in keys if key not in facts)):
        piece = by_key[key]
        # A remark within a value has no place in another form of it.
        kept = any(map(_may_be_remark, piece.lines))
        value = piece.lines if kept else _of_key(key, data[key], facts.get(key)) if key in data else []
        made.append(_Piece(key, first if piece is pieces[0] else piece.remarks, value))
    return [*made, last]


def _top(remarks: list[str]) -> tuple[list[str], list[str]]:
    """The remarks above an empty line, which are about the whole, and those below it, which are about the first key."""
    text = "\n".join(remarks).lstrip("\n").split("\n")
    at = next((number for number, line in enumerate(text) if not line.strip()), 0)
    return text[:at], text[at:]


def _pieces(lines: list[str], parts: Parts) -> Iterator[_Piece]:
    """The data, key by key, and at its end a piece without a key for the remarks below all."""
    starts = {parts.lines[(key,)] - parts.lines[()]: key for key in parts.data}
    remarks: list[str] = []
    key, taken = "", list[str]()
    for number, line in enumerate([*lines, None]):
        if line is not None and number not in starts:
            taken.append(line)
            continue
        below = len(taken)
        while below and (not taken[below - 1].strip() or _may_be_remark(taken[below - 1])):
            below -= 1
        # What is set in, right below a value, is about that value.
        while below < len(taken) and taken[below].strip() and not taken[below].startswith("#"):
            below += 1
        if key:
            yield _Piece(key, remarks, taken[:below])
            remarks = []
        remarks = remarks + taken[below if key else 0 :]
        key, taken = starts.get(number, ""), [line] if line is not None else []
    yield _Piece("", remarks, [])


def _facts(kind: object) -> Facts:
    """What the header of a page of this kind, or of a translation, may say, in order."""
    model = MODELS.get(kind, MODELS["page"]) if isinstance(kind, str) else MODELS["page"]
    return declared(model) | declared(Translation)


def _of_key(key: str, value: Any, fact: Declared | None, space: str = "") -> list[str]:
    """A key and its value, in lines. space: before each of them."""
    name, inner = _scalar(key, "key"), fact.inner if fact else None
    if isinstance(value, str):
        return [f"{space}{name}: {_scalar(value, 'value')}".rstrip()]
    on_one_line = f"{space}{name}: {_on_one_line(value)}"
    if not value:
        return [on_one_line]
    if isinstance(value, dict):
        if inner and getattr(inner, "ON_ONE_LINE", False) and _fits(on_one_line):
            return [on_one_line]
        return [f"{space}{name}:", *_of_mapping(value, inner, f"{space}  ")]
    in_lines = fact.fact.sentences if fact else False
    if all(isinstance(item, str) for item in value) and _fits(on_one_line) and not in_lines:
        return [on_one_line]
    return [f"{space}{name}:", *(line for item in value for line in _of_item(item, inner, f"{space}  "))]


def _of_mapping(data: dict[str, Any], model: type[BaseModel] | None, space: str) -> list[str]:
    facts: Facts = declared(model) if model else {}
    keys = [*(key for key in facts if key in data), *(key for key in data if key not in facts)]
    return [line for key in keys for line in _of_key(key, data[key], facts.get(key), space)]


def _of_item(item: Any, model: type[BaseModel] | None, space: str) -> list[str]:
    """An item of a list, in lines; the first of them begins with a hyphen."""
    on_one_line = f"{space}- {_on_one_line(item)}"
    if isinstance(item, str):
        return [f"{space}- {_scalar(item, 'item')}".rstrip()]
    if not isinstance(item, dict) or not item or (getattr(model, "ON_ONE_LINE", False) and _fits(on_one_line)):
        return [on_one_line]
    first, *rest = _of_mapping(item, model, f"{space}  ")
    return [f"{space}- {first.lstrip(' ')}", *rest]


def _on_one_line(value: Any) -> str:
    """A value between brackets or braces."""
    if isinstance(value, str):
        return _scalar(value, "inside")
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(key, 'key')}: {_on_one_line(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(_on_one_line, value)) + "]"


def _fits(line: str) -> bool:
    return len(line) <= WIDTH


_PLACES = {
    "key": "{}: x\n",
    "value": "k: {}\n",
    "item": "k:\n  - {}\n  - x\n",
    "inside": "k: [{0}, {{a: {0}, b: x}}]\n",
}
"""A header around a text, in each place where one may stand."""


@lru_cache(maxsize=4096)
def _scalar(text: str, place: str) -> str:
    """A text as it is written in a place: as it is, or in the plainest quotes in which it is read as it is."""
    meant: dict[str, Any] = {
        "key": {text: "x"},
        "value": {"k": text},
        "item": {"k": [text, "x"]},
        "inside": {"k": [text, {"a": text, "b": "x"}]},
    }
    for written in _ways(text):
        read = frontmatter.read_yaml(_PLACES[place].format(written), Path(), Faults())
        if read and read.data == meant[place]:
            return written
    return _escaped(text)


_NO_TEXT = re.compile(
    r"[-+]?0[0-9]+|\+[0-9]+|[0-9]{16,}|0[ox][0-9a-f]+|[-+]?(\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(\.[0-9]*)?e[-+]?[0-9]+)"
    r"|[-+]?\.(inf|nan)|true|false|null|~",
    re.IGNORECASE,
)
"""What other readers of YAML take for a number or the like, and would write otherwise: `01004` as `1004`, `+33…` as `33…`.

Source: https://yaml.org/spec/1.2.2/#1032-tag-resolution
"""


def _ways(text: str) -> Iterator[str]:
    if "\n" not in text and text == text.strip() and not _NO_TEXT.fullmatch(text):
        yield text
    if '"' not in text and "\\" not in text:
        yield f'"{text}"'
    yield "'" + text.replace("'", "''") + "'"
    yield '"' + re.sub(r'["\\]', r"\\\g<0>", text).replace("\n", "\\n").replace("\t", "\\t") + '"'


def _escaped(text: str) -> str:
    """A text in quotes, every sign but the plainest by its number."""
    return '"' + re.sub(r'["\\]|[^ -~]', lambda sign: f"\\U{ord(sign[0]):08x}", text) + '"'


def scalar(text: str) -> str:
    """A text as it stands behind the colon of a key."""
    return _scalar(text, "value")
