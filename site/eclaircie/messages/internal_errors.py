"""Internal errors of the program: the traceback is saved to a file, for a writer never needs to see it."""

import tempfile
import traceback
from pathlib import Path


def save(error: BaseException) -> tuple[str, str]:
    """Save the traceback of an internal error to a file of its own.

    Returns the kind and place of the error in a few words, and the path of the file; where none can be written,
    the traceback itself behind a line end.
    """
    text = "".join(traceback.format_exception(error))
    last = traceback.extract_tb(error.__traceback__)[-1]
    reason = f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="eclaircie-", suffix=".txt", encoding="utf-8", errors="backslashreplace", delete=False
        ) as file:
            file.write(text)
    except OSError:
        return reason, "\n" + text
    return reason, file.name
