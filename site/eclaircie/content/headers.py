"""The headers of files that were read before, kept by the text of the file: what YAML makes of a text is always the same."""

import hashlib
from pathlib import Path
from typing import Any

from ..kept.store import Store
from ..kept.table import table_of
from ..messages.faults import Faults
from .frontmatter import parts_of
from .parts import Parts
from .raw_text import read_text


class Headers:
    """Reads files of content. store: where their headers are kept; None keeps none.

    Every file is read, whatever its date says: that takes less time than to parse it, and is never wrong.
    """

    def __init__(self, store: Store | None = None) -> None:
        self._table = table_of(store, "headers")

    def read(self, file: Path, faults: Faults) -> Parts | None:
        """The parts of a Markdown file that begins with a header, or None with the faults added."""
        text = read_text(file, faults)
        if text is None:
            return None
        digest = hashlib.sha256(text.encode()).hexdigest()
        known = self._table.get(digest) if self._table else None
        if known:
            return _parts(known, text, digest)
        before = len(faults)
        parts = parts_of(text, file, faults)
        if parts is None:
            return None
        parts.digest = digest
        if self._table and len(faults) == before:
            lines = [[list(keys), line] for keys, line in parts.lines.items()]
            self._table.put(digest, [parts.data, lines, len(text) - len(parts.body), parts.body_line])
        return parts

    def save(self) -> None:
        """Keep what was read."""
        if self._table:
            self._table.save()


def _parts(known: list[Any], text: str, digest: str) -> Parts:
    data, lines, start, body_line = known
    return Parts(data, {tuple(keys): line for keys, line in lines}, text[start:], body_line, digest)
