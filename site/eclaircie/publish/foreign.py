"""Files that no build wrote, in a folder that is to be published: somebody may have named one of their own."""

import os
from pathlib import Path

from ..pages import downloads, fetched
from . import manifest, well_known
from .encodings import ENCODINGS
from .hosts import ROOT_FILE_NAMES
from .manifest import Manifest


def foreign_file(folder: Path, record: Manifest) -> str | None:
    """A file of the folder that no build of ours wrote, and that replacing the folder would lose.

    record: what the folder's manifest names; empty where it has none that can be read.
    Raises OSError where a part of the folder cannot be read.
    """
    known = {manifest.NAME} | LEFT_BY_SYSTEMS
    if "index.html" not in record.files and (folder / manifest.NAME).is_file():
        # A damaged manifest tells nothing; what we write is then still known by its name.
        known |= _WRITTEN_BY_US
    # Ends at the first one: somebody may have named a whole disk.
    to_look_at = [""]
    while to_look_at:
        below = to_look_at.pop()
        with os.scandir(folder / below) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            path = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                to_look_at.append(f"{path}/")
            # A link to a folder leads out of ours, by whatever name.
            elif entry.is_dir() or not (path in record.files or entry.name in known):
                return path
    return None


_PLAIN_NAMES = frozenset({"index.html", "404.html"}).union(
    ROOT_FILE_NAMES, downloads.FILE_NAMES, fetched.FILE_NAMES, well_known.FILE_NAMES
)
_WRITTEN_BY_US = _PLAIN_NAMES | {name + ending for name in _PLAIN_NAMES for ending in ENCODINGS.values()}


LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that systems put into folders by themselves; nobody misses them."""
