"""A mistake of the program: what tells where it is goes into a file, and never before the eyes of a writer."""

import tempfile
import traceback
from pathlib import Path


def save(error: BaseException) -> tuple[str, str]:
    """Write the traceback of an error into a file of its own.

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
