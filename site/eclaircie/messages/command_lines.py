"""Commands as they are printed: they run when they are pasted into the terminal, on any system."""

import errno
import socket
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


def flask_command(*words: str) -> str:
    """A command of the project's own."""
    return " ".join((python(), "-m", "flask", "--app", "eclaircie", *words))


def freeze_command(*words: str) -> str:
    """The main command, with some options."""
    return " ".join((python(), "freeze.py", *words))


def is_free(port: int) -> bool:
    """Whether nobody on this machine listens at a port."""
    with socket.socket() as trial:
        if sys.platform != "win32":  # there it would let two programs share a port
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError as error:
            return error.errno not in (errno.EADDRINUSE, errno.EACCES)
    return True


def free_port(taken: int) -> int:
    """The next port that nobody listens at."""
    return next((port for port in range(taken + 1, min(taken + 100, 65536)) if is_free(port)), 0)
