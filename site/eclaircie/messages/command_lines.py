"""Commands as they are printed: they run when they are pasted into the terminal, on any system."""

import sys
from functools import cache
from pathlib import Path

_PROJECT_ROOT = Path(__file__).resolve().parents[3]


@cache
def python() -> str:
    """The Python that runs this, as it is called from the project's folder: `.venv/bin/python`, `.venv\\Scripts\\python.exe`.

    Elsewhere its whole path, in quotes where a shell would take it for two words.
    """
    # Not resolved: that of a virtual environment is a link to the system's.
    program = Path(sys.executable)
    command = str(program.relative_to(_PROJECT_ROOT) if program.is_relative_to(_PROJECT_ROOT) else program)
    return f'"{command}"' if " " in command else command


def eclaircie_command(*words: str) -> str:
    """A command of the project's own."""
    return " ".join((python(), "-m", "eclaircie", *words))


def freeze_command(*words: str) -> str:
    """The main command, with some options."""
    return " ".join((python(), "freeze.py", *words))
