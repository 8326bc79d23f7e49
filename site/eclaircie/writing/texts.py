"""The text of a file, in which a value of the header or a link of the body is written anew and all else stays."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..content import frontmatter, tidying
from ..content.parts import Parts
from ..content.raw_text import read_text
from ..messages.faults import Faults
from .writing_error import WritingError

_MARK = "\ufeff"


@dataclass(frozen=True)
class FileText:
    """A text as it was read, and how its file has it. text: with `\\n` line ends and without byte order mark."""

    file: Path
    text: str
    line_end: str = "\n"
    has_mark: bool = False

    @classmethod
    def read(cls, file: Path) -> "FileText":
        """That of a file. Raises WritingError where it cannot be read."""
        faults = Faults()
        text = read_text(file, faults)
        if text is None:
            raise WritingError("writing.unsound", list(faults), file=file)
        raw = file.read_bytes()
        return cls(file, text, "\r\n" if b"\r\n" in raw else "\n", raw.startswith(_MARK.encode()))

    @property
    def parts(self) -> Parts:
        """What it holds. Raises WritingError where the header cannot be read."""
        faults = Faults()
        parts = frontmatter.parts_of(self.text, self.file, faults)
        if parts is None:
            raise WritingError("writing.unsound", list(faults), file=self.file)
        return parts

    @property
    def written(self) -> str:
        """The text as its file has it."""
        return (_MARK if self.has_mark else "") + self.text.replace("\n", self.line_end)

    def with_body(self, body: str) -> "FileText":
        """With another text below the header."""
        parts = self.parts
        return replace(self, text=self.text[: len(self.text) - len(parts.body)] + body)

    def with_values(self, values: Mapping[str, Any]) -> "FileText":
        """With other values of some keys, in the form that headers have; None takes a key away.

        Remarks stay, as does every other line; a header that has the common form keeps it.
        Raises WritingError where the header cannot be read, or would not be read as it shall be.
        """
        parts = self.parts
        wanted = {key: value for key, value in (parts.data | dict(values)).items() if value is not None}
        lines = tidying.with_values(self.text, parts, values)
        new = "\n".join(["---", *lines, "---", parts.body])
        if tidying.tidied(self.text, self.file, Faults()) == self.text:
            new = tidying.tidied(new, self.file, Faults()) or new
        after = frontmatter.parts_of(new, self.file, Faults())
        if after is None or after.data != wanted or after.body.strip() != parts.body.strip():
            raise WritingError("writing.no_lines", file=self.file)
        return replace(self, text=new)
