"""The texts of `corpus.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TABLES: dict[str, list[dict[str, Any]]] = tomllib.loads((Path(__file__).parent / "corpus.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Hostile:
    """A text and why it is dangerous."""

    reason: str
    text: str
    family: str = ""

    def __str__(self) -> str:
        return self.reason


def _table(name: str) -> list[Hostile]:
    return [
        Hostile(row["reason"], row["text"] * row.get("repeat", 1), row.get("family", name)) for row in _TABLES[name]
    ]


PAYLOADS = _table("payload")
"""For every field and every text."""

NAMES = _table("name")
"""Names of files and folders."""

HEADERS = _table("header")
"""Lines of a header."""

CATALOGUES = _table("catalogue")
"""Files of messages."""

SETTINGS = _table("setting")
"""Lines of `site.yaml`."""
