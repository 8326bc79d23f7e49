"""Lines are written into the header of a file, and every other byte stays."""

import re
from pathlib import Path

from ..content import frontmatter
from ..content.tidying import scalar
from ..messages.faults import Faults
from .command_error import CommandError
from .voice import Voice
from .writing import write


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
    # Line ends as `read_text` makes them.
    after = frontmatter.parts_of(re.sub("\r\n?", "\n", new).removeprefix("\ufeff"), file, Faults())
    if after is None or after.data != before.data | values or after.body != before.body:
        raise CommandError("translating.no_lines", file=file)
    write(file, new, file)


def _with_lines(text: str, values: dict[str, str]) -> str:
    """The text of a file with lines in its header; they end as its first line does."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    ending = lines[0][len(lines[0].rstrip("\r\n")) :]
    end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    header = lines[1:end]
    for key, value in values.items():
        new = f"{key}: {scalar(value)}{ending}"
        place = next((n for n, line in enumerate(header) if re.match(rf"""["']?{key}["']?\s*:""", line)), len(header))
        after = place + 1
        while after < len(header) and header[after][:1] in (" ", "\t"):  # the rest of a value on several lines
            after += 1
        header[place:after] = [new]
    return "".join([lines[0], *header, *lines[end:]])
