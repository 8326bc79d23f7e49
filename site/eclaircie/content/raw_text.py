"""The text of a file, or what keeps it from being one: another encoding, signs that nobody sees, no end."""

import codecs
import os
import re
import shutil
import stat
import tempfile
from pathlib import Path

from ..files_in_use import replace
from ..messages.faults import Faults

LARGEST_FILE = 60_000  # bytes

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
    "\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
"""Signs that nobody sees. Some end a line for YAML and not for an editor, so line numbers would be wrong. Others turn
what follows round, so that a word is not read as it is written (Unicode Technical Report 36, 2.5). The plain marks of
direction and the joiners stay allowed: Arabic and Persian are written with them."""

_MERGE_SIGNS = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
"""Where git shows two versions of the same lines and leaves the choice to a person. No text of ours begins a line so."""


def read_text(file: Path, faults: Faults) -> str | None:
    """The text of a file, without byte order mark and with `\\n` line ends, or None with a fault added."""
    text = decoded(file, faults)
    return text if text is not None and is_sound(text, file, faults) else None


def decoded(file: Path, faults: Faults) -> str | None:
    """The same, whatever signs are in it: for those who know the text, or ask `is_sound` of it."""
    try:
        known = file.stat()
        # What is no file, such as a pipe, can have no end, or keep its reader waiting for ever.
        if not stat.S_ISREG(known.st_mode):
            faults.add("unreadable", file, 1, reason=stat.filemode(known.st_mode))
            return None
        if known.st_size > LARGEST_FILE:
            faults.add("too_big", file, 1, size=known.st_size, largest=LARGEST_FILE)
            return None
        raw = file.read_bytes()
    except OSError as error:
        faults.add("unreadable", file, 1, reason=error.strerror or str(error))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            faults.add("utf16", file, 1)
            return None
        faults.add("not_utf8", file, raw[: error.start].count(b"\n") + 1)
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_sound(text: str, file: Path, faults: Faults) -> bool:
    """Whether a text can be read as it is seen; else a fault is added."""
    if sign := forbidden_in(text):
        faults.add("control_sign", file, text.count("\n", 0, sign.start()) + 1)
        return False
    if line := unfinished_merge(text):
        faults.add("merge_unfinished", file, line)
        return False
    return True


def unfinished_merge(text: str) -> int | None:
    """The line from which git still shows two versions of a text, or None where a person has chosen between them."""
    # Python finds a plain text far sooner than a pattern.
    sign = _MERGE_SIGNS.search(text) if "<" * 7 in text or ">" * 7 in text else None
    return text.count("\n", 0, sign.start()) + 1 if sign else None


def forbidden_in(text: str) -> re.Match[str] | None:
    """The first forbidden sign of a text."""
    # Python knows at once whether all signs of a text can be printed. None of those above can.
    return None if text.replace("\n", "").isprintable() else FORBIDDEN.search(text)


def replace_text(file: Path, text: str) -> None:
    """Write a file in one step: a full disk or an interruption leaves the old one whole, or none where there was none.

    text: with the line ends that the file shall have. What the file may be read by stays. Raises OSError.
    """
    replace_bytes(file, text.encode("utf-8"))


def replace_bytes(file: Path, content: bytes) -> None:
    """Write a file in one step, as `replace_text` does. Raises OSError."""
    file = file.resolve()
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
    copy = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if file.exists():
            shutil.copymode(file, copy)
        replace(copy, file)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
