"""The headers that were read before, kept by their text: what YAML makes of a text is always the same."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ..kept.store import Store
from ..kept.table import table_of
from ..messages.faults import Faults
from . import frontmatter
from .base import Header
from .parts import Parts, leave_out_empty
from .raw_text import decoded, is_sound

_Model = TypeVar("_Model", bound=Header)


class Headers:
    """Reads files of content. store: where their headers are kept; None keeps none.

    Every file is read, whatever its date says: that takes less time than to parse it, and is never wrong.
    """

    def __init__(self, store: Store | None = None) -> None:
        self._table = table_of(store, "headers")
        self._models = (store or Store()).memory

    def read(self, file: Path, faults: Faults) -> Parts | None:
        """The parts of a Markdown file that begins with a header, without what says nothing, or None with the faults added."""
        text = decoded(file, faults)
        if text is None:
            return None
        digest = hashlib.sha256(text.encode()).hexdigest()
        known = self._table.get(digest) if self._table else None
        if known:
            start, body_line = known
            parts = self.read_yaml(_header(text, start), file, faults, 2)
            if parts is not None:
                parts.body, parts.body_line = text[start:], body_line
        else:
            # What is kept was found sound before.
            if not is_sound(text, file, faults):
                return None
            parts = frontmatter.parts_of(text, file, faults, self.read_yaml)
            if parts is not None and self._table:
                self._table.put(digest, [len(text) - len(parts.body), parts.body_line])
        if parts is not None:
            parts.digest = digest
        return parts

    def read_yaml(self, text: str, file: Path, faults: Faults, first_line: int = 1) -> Parts | None:
        """As `frontmatter.read_yaml`, without what says nothing."""
        digest = hashlib.sha256(f"{first_line}\n{text}".encode()).hexdigest()
        known = self._table.get(digest) if self._table else None
        if known:
            data, lines = known
            return Parts(data, {tuple(keys): line for keys, line in lines})
        parts = frontmatter.read_yaml(text, file, faults, first_line)
        if parts is not None:
            leave_out_empty(parts)
        if parts is not None and self._table:
            self._table.put(digest, [parts.data, [[keys, line] for keys, line in parts.lines.items()]])
        return parts

    def model(
        self, reader: Callable[[Parts, Path, Faults], _Model | None], parts: Parts, file: Path, faults: Faults
    ) -> _Model | None:
        """What a reader makes of the parts of a file; it is asked once for a text without faults, and a preview reads often.

        reader: a function of a module, whose answer follows from the parts.
        """
        known: _Model | None = self._models.get((reader, parts.digest))
        if known is None:
            before = len(faults)
            known = reader(parts, file, faults)
            if len(faults) == before:
                self._models[reader, parts.digest] = known
        return known

    def save(self) -> None:
        """Keep what was read."""
        if self._table:
            self._table.save()


def _header(text: str, start: int) -> str:
    """The header of a file, between its lines of hyphens. start: where the text below it begins."""
    return text[text.index("\n") + 1 : text.rindex("\n", 0, start - 1)]
