"""What folders hold, for tests that compare them."""

from pathlib import Path

Files = dict[str, bytes]
"""The content of files, by their path below a folder."""


def files_in(folder: Path) -> Files:
    """Every file of a folder, hidden ones too."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }
