"""Two folders exchanged in one step, as far as the system can."""

import ctypes
import os
import sys
from pathlib import Path


def swap(one: Path, other: Path) -> bool:
    """Exchange two folders in one step. Returns whether that was done: not every system and file system can.

    one, other: absolute paths. Sources: the manuals of renameat2(2) for Linux and renamex_np(2) for macOS.
    """
    exchange = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
    here = -100  # AT_FDCWD, not looked at where paths are absolute
    paths = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "linux":
            return bool(system.renameat2(here, paths[0], here, paths[1], exchange) == 0)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*paths, exchange) == 0)
    except (OSError, AttributeError, TypeError):  # no C library, as on Windows, or one without that function
        pass
    return False
