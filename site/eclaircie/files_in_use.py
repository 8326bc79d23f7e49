"""Files and folders are moved and removed, also where another program looks into them at that moment.

Windows refuses both for as long as anybody has a file open. What guards or indexes a disk there opens each new file for
a moment, so what was refused is asked for again; on other systems nothing is ever refused for that.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import TypeVar

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Before each new attempt, in seconds."""

_IN_USE = frozenset({5, 32, 33, 145})
"""Access denied, sharing violation, lock violation; a folder not empty, since a file in it is gone only once it is closed.
Source: https://learn.microsoft.com/en-us/windows/win32/debug/system-error-codes--0-499-
"""

_Answer = TypeVar("_Answer")


def is_in_use(error: OSError) -> bool:
    """Whether Windows refused something because another program has a file open, as far as it tells."""
    return getattr(error, "winerror", None) in _IN_USE


def patiently(act: Callable[..., _Answer], *arguments: object) -> _Answer:
    """What `act` answers, asked again for a second and a half while a file is in use. Raises OSError as it does."""
    for wait in _WAITS:
        try:
            return act(*arguments)
        except OSError as error:
            if not is_in_use(error):
                raise
        sleep(wait)
    return act(*arguments)


def rename(path: Path, new: Path) -> None:
    """Give a file or folder a name that nothing has. Raises OSError."""
    patiently(path.rename, new)


def replace(path: Path, other: Path) -> None:
    """Put a file in the place of another one, in one step. Raises OSError."""
    patiently(path.replace, other)


def remove_tree(folder: Path) -> None:
    """Remove a folder and all that it holds. Raises OSError."""
    patiently(shutil.rmtree, folder)
