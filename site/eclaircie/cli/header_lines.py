"""Lines are written into the header of a file, and every other byte stays."""

import json
import os
import re
import shutil
import tempfile
from pathlib import Path

from ..content import frontmatter
from ..messages.faults import Faults
from .command_error import CommandError
from .voice import Voice


def write_lines(file: Path, values: dict[str, str], voice: Voice) -> None:
    """Write lines `key: "value"` into the header of a file, in place of those with the same keys or at its end.

    Every other byte stays. The file is replaced in one step, so that a full disk or an interruption leaves the old one
    whole. voice: says what is wrong with a header that cannot be read. Raises CommandError where that is so, where the header
    would not be read as it was afterwards, or where nothing can be written.
    """
    faults = Faults()
    before = frontmatter.read(file, faults)
    if before is None:
        voice.faults(list(faults), everything=True)
        raise CommandError("translating.no_header", file=file)
    new = _with_lines(file.read_bytes().decode("utf-8"), values)
    try:
        with tempfile.NamedTemporaryFile("wb", dir=file.parent, suffix=".tmp", delete=False) as copy:
            try:
                copy.write(new.encode("utf-8"))
                copy.flush()
                os.fsync(copy.fileno())
                after = frontmatter.read(Path(copy.name), Faults())
                if after is None or after.data != before.data | values or after.body != before.body:
                    raise CommandError("translating.no_lines", file=file)
                shutil.copymode(file, copy.name)
                Path(copy.name).replace(file)
            except BaseException:
                Path(copy.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise CommandError("translating.unwritten", file=file, reason=error.strerror or str(error)) from error


def _with_lines(text: str, values: dict[str, str]) -> str:
    """The text of a file with lines in its header; they end as its first line does."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    ending = lines[0][len(lines[0].rstrip("\r\n")) :]
    end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    header = lines[1:end]
    for key, value in values.items():
        new = f"{key}: {_scalar(value)}{ending}"
        place = next((n for n, line in enumerate(header) if re.match(rf"""["']?{key}["']?\s*:""", line)), len(header))
        after = place + 1
        while after < len(header) and header[after][:1] in (" ", "\t"):  # the rest of a value on several lines
            after += 1
        header[place:after] = [new]
    return "".join([lines[0], *header, *lines[end:]])


def _scalar(value: str) -> str:
    return value if re.fullmatch(r"[0-9a-f-]+", value) else json.dumps(value, ensure_ascii=False)
