"""Whether a folder holds what was built."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from .comparison import Built, Difference, Report, in_order, not_the_same
from .foreign import LEFT_BY_SYSTEMS
from .manifest import NAME, Manifest


def verify_folder(built: Built, folder: Path) -> Report:
    """Compare a folder. Every file that was built must be there, and no other, but those that systems leave anywhere."""
    report = Report()
    for path, sha256 in sorted(built.files.items()):
        report.compared += 1
        report.differences += _compare_file(built, folder, path, sha256)
    for parent, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in (*files, *links):
            path = (Path(parent) / name).relative_to(folder).as_posix()
            if path not in built.files and name not in LEFT_BY_SYSTEMS:
                report.differences.append(Difference("extra", path))
    if any(difference.path == NAME for difference in report.differences):
        report.other = Manifest.read(folder)
    return in_order(report)


def _compare_file(built: Built, folder: Path, path: str, sha256: str) -> Iterator[Difference]:
    file = folder / path
    try:
        if not file.exists():
            yield Difference("missing", path)
            return
        if not file.is_file():  # a pipe would be read for ever
            yield Difference("changed", path)
            return
        with file.open("rb") as content:
            found = hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        yield Difference("no_file", path, error.strerror or "")
        return
    if found != sha256:
        yield not_the_same(built, path, found)
