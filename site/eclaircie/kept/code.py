"""The fingerprint of the code: whatever the code has made may be taken again only by the same code."""

import hashlib
import os
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..canonical_json import canonical_json

PACKAGE = Path(__file__).resolve().parents[1]
"""Where the code is, with its templates, its lists of words and of places."""

ABOVE = frozenset({"preview", "writing", "importing", "reports", "translating", "posters", "editing", "cli"})
"""The rooms that nothing of what is read, checked or made can use: they stand on the floor of `publish` or above it. They
keep nothing of their own. A change there leaves all that was kept as it was (`tests/project/test_rooms.py`)."""
_LIBRARIES = (
    *("babel", "flask", "flask-babel", "jinja2", "markdown", "markupsafe", "nh3", "orjson", "pydantic", "pyyaml"),
    *("rcssmin", "rjsmin"),
)
"""The libraries whose version can change what is read of a file, and what a page holds."""


@cache
def code_fingerprint() -> str:
    """The fingerprint of the code below what `ABOVE` names, and of the versions of libraries: the same on every machine."""
    read = hashlib.sha256(canonical_json([(name, version(name)) for name in _LIBRARIES]).encode())
    # In the order of names as every system writes them: by their own separator, Windows would order them otherwise.
    for name, file in sorted((os.path.relpath(file, PACKAGE).replace(os.sep, "/"), file) for file in _files()):
        with open(file, "rb") as opened:  # noqa: PTH123  # a path object for each takes longer than reading it
            content = hashlib.sha256(opened.read()).hexdigest()
        read.update(f"\n{name} {content}".encode())
    return read.hexdigest()


def _files() -> list[str]:
    found = []
    left_out = ABOVE
    for folder, names, files in os.walk(PACKAGE):
        names[:] = [name for name in names if name != "__pycache__" and name not in left_out]
        left_out = frozenset()  # further down, a folder of such a name is another one
        found += [os.path.join(folder, name) for name in files if not name.endswith(".pyc")]  # noqa: PTH118
    return found


@cache
def runner_fingerprint() -> str:
    """The fingerprint of the code and of the Python that runs it: what one has kept is not read by another."""
    return hashlib.sha256(f"{code_fingerprint()} {sys.implementation.cache_tag} {sys.version}".encode()).hexdigest()
