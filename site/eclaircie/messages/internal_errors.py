"""Internal errors of the program: the traceback is saved to a file, for a writer never needs to see it."""

import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path

from .sentences import sentence
from .tongues import Tongue


@dataclass(frozen=True)
class Saved:
    """An internal error. reason: its kind and place in a few words. file: where its traceback was saved, or "" where no
    file could be written."""

    reason: str
    traceback: str
    file: str

    def told(self, tongue: Tongue) -> str:
        """What to say of it at a terminal: that nobody who reads it is to blame, and what to send to whom."""
        if self.file:
            return sentence("program.bug", tongue, reason=self.reason, file=self.file)
        unsaved = sentence("program.bug_unsaved", tongue, reason=self.reason)
        return f"{unsaved}\n{self.traceback}"


def save(error: BaseException) -> Saved:
    """Save the traceback of an internal error to a file of its own."""
    text = "".join(traceback.format_exception(error))
    last = traceback.extract_tb(error.__traceback__)[-1]
    reason = f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="eclaircie-", suffix=".txt", encoding="utf-8", errors="backslashreplace", delete=False
        ) as file:
            file.write(text)
    except OSError:
        return Saved(reason, text, "")
    return Saved(reason, text, file.name)
