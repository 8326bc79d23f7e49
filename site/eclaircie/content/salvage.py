"""What is still known of a French file that has faults, so that whatever refers to it is not blamed for them.

Nothing of it is ever published: while there is a fault, nothing is.
"""

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..messages.faults import Faults
from .base import Entry, keys_of, required_keys
from .folding import plain_key
from .frontmatter import read_yaml
from .models import MODELS, Page
from .parts import Parts
from .raw_text import LARGEST_FILE

_KEY = re.compile(r"(\w+)[^\S\n]*:(?!\S{2}//)[^\S\n]*(.*)")
_DASHES = re.compile(r"\s*[-–—]{2,}\s*")


def salvage(file: Path, path: str, parts: Parts | None = None) -> tuple[Parts, Entry]:
    """The parts of a file and its entry, as far as they can be told.

    file: one with faults; it may not even be readable. path: its address below the language.
    parts: what was read of it, where its header could be read.
    """
    parts = parts or _parts(file)
    data = dict(parts.data)
    name = path.rpartition("/")[2] or file.stem
    kind = data.get("genre")
    model = MODELS.get(kind) if isinstance(kind, str) else Page
    for choice in (model or _kind_of(data), Page):
        if (entry := _entry(choice or Page, data, name)) is not None:
            return parts, entry
    return parts, Page.model_validate({"titre": name, "resume": name})


def _kind_of(data: dict[str, Any]) -> type[Entry] | None:
    """The kind of page that alone knows every key of a header, the `genre` aside, and misses none of its own."""
    keys = set(data) - {"genre"}
    found = [model for model in MODELS.values() if required_keys(model) <= keys <= keys_of(model)]
    return found[0] if len(found) == 1 else None


def _entry(model: type[Entry], data: dict[str, Any], name: str) -> Entry | None:
    """An entry of what is right in a header; a title and the like that are missing are made of the name."""
    kept = {key: value for key, value in data.items() if value not in ("", None)}
    for _ in range(len(kept) + len(model.model_fields)):
        try:
            return model.model_validate(kept)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                key = detail["loc"][0] if detail["loc"] else None
                if detail["type"] == "missing" and len(detail["loc"]) == 1:
                    kept[str(key)] = name
                elif key in kept and kept[str(key)] != name:
                    del kept[str(key)]
                else:
                    return None
    return None


def _parts(file: Path) -> Parts:
    """The header of a file key by key, so that one that cannot be read takes no other with it; and the text below."""
    raw = b""
    with suppress(OSError):
        if not file.is_symlink() and file.is_file():
            with file.open("rb") as source:
                raw = source.read(LARGEST_FILE)
    lines = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start = 1 if _DASHES.fullmatch(lines[0]) else 0
    end = next((n for n, line in enumerate(lines[start:], start) if _DASHES.fullmatch(line)), None)
    if end is None:
        end = next((n for n, line in enumerate(lines[start:], start) if not line.strip()), len(lines))
    parts = Parts(body="\n".join(lines[end + 1 :]), body_line=end + 2)
    blocks: list[list[str]] = []
    for number, line in enumerate(lines[start:end], start + 1):
        if match := _KEY.match(line):
            key = plain_key(match[1])
            parts.lines[(key,)] = number
            blocks.append([key, match[2]])
        elif blocks:
            blocks[-1].append(line)
    for key, *rest in blocks:
        parts.data[key] = _value(rest, file)
    return parts


def _value(lines: list[str], file: Path) -> Any:
    """The value of a key from the lines that it has, or what stands behind the key as a plain text."""
    if parts := read_yaml("value: " + "\n".join(lines), file, Faults()):
        return parts.data.get("value")
    return lines[0].strip().strip("\"'“”«» ")
