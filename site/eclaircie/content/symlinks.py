"""Links of the file system: what is read through one must lie in the folder that holds the link."""

import os
from pathlib import Path


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a path, all its links followed, lies outside a folder.

    A link that leads round in a circle, or to nothing, leads nowhere else; reading it fails.
    """
    # Not Path.resolve: before Python 3.13 it raises RuntimeError for a circle
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
