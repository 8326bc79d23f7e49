"""The files of style and script: each is there and can be read, for it goes into every page."""

import stat
from collections.abc import Iterable
from pathlib import Path

from ..content.symlinks import leads_out
from ..messages.faults import Faults


def check(files: Iterable[Path], folder: Path, faults: Faults) -> None:
    """Add a fault for each file that is missing, is no text or is a link out of `folder`: pages show them to everybody."""
    for file in files:
        if leads_out(file, folder):
            faults.add("outside", file, 1)
            continue
        try:
            # What is no file, such as a pipe, can keep its reader waiting for ever.
            if not stat.S_ISREG(mode := file.stat().st_mode):
                faults.add("unreadable", file, 1, reason=stat.filemode(mode))
                continue
            file.read_text("utf-8")
        except OSError as error:
            faults.add("unreadable", file, 1, reason=error.strerror or str(error))
        except UnicodeDecodeError:
            faults.add("not_utf8", file, 1)
