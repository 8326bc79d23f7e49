"""Makes every Python process behave as on Windows, as far as another system can: read at its start, from `PYTHONPATH`.

What Windows lacks is missing: modules, calls and signals. What it refuses is refused: to move or remove what this process
itself still has open, to rename onto something, links, reserved names and long paths. Texts whose form nobody chose are
written in its form: encoding 1252, lines that end with two signs.

Paths are still those of this system, and `sys.platform` too: Python's own library would look for what is not there.

Sources: the documentation of Python, which says of each call on which systems it is there, and
https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
"""

import builtins
import ctypes
import errno
import io
import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

MODULES = ("fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty")
CALLS = (
    "chown",
    "fork",
    "forkpty",
    "getuid",
    "getgid",
    "geteuid",
    "killpg",
    "mkfifo",
    "sched_getaffinity",
    "setsid",
    "statvfs",
)
SIGNALS = ("SIGALRM", "SIGHUP", "SIGQUIT", "SIGTSTP", "SIGUSR1", "SIGUSR2")

SHARING_VIOLATION, NO_PRIVILEGE, TOO_LONG = 32, 1314, 206
LONGEST = 259  # signs, unless somebody has changed the system's settings

_RESERVED = re.compile(r'(con|prn|aux|nul|(com|lpt)[0-9])(\..*)?|.*[<>:"|?*\\].*|.*[. ]', re.IGNORECASE)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def refused(path: object, number: int, code: int = errno.EACCES) -> OSError:
    """What Windows answers. number: its own for it."""
    error = OSError(code, os.strerror(code), str(path))
    error.winerror = number  # type: ignore[attr-defined]  # only there it is known
    return error


def is_open(path: Any) -> bool:
    """Whether this process has a file open, or one below a folder; on Windows nobody can move or remove it then."""
    whole = Path(os.fsdecode(path)).absolute()
    for handle in Path("/proc/self/fd").iterdir():
        try:
            if handle.readlink().is_relative_to(whole):
                return True
        except OSError:  # that of this very look, closed by now
            pass
    return Path.cwd().is_relative_to(whole)


def minding(call: Callable[..., Any], *, replaces: bool = True) -> Callable[..., Any]:
    """A call that moves or removes, as Windows does it. replaces: whether what has the new name already may be replaced."""

    def as_on_windows(path: Any, *others: Any, **options: Any) -> Any:
        for one in (path, *(other for other in others if isinstance(other, str | bytes | os.PathLike))):
            if is_open(one):
                raise refused(one, SHARING_VIOLATION)
        if not replaces and os.path.lexists(others[0]):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(others[0]))
        return call(path, *others, **options)

    return as_on_windows


def opening(call: Callable[..., Any]) -> Callable[..., Any]:
    """`open`, with the encoding and the line ends that texts have on Windows where nobody chose them."""

    def as_on_windows(file: Any, mode: str = "r", *others: Any, **options: Any) -> Any:
        if "b" not in mode and not others[1:]:
            options.setdefault("encoding", "cp1252")
            if set(mode) & set("wax") and options.get("newline") is None:
                options["newline"] = "\r\n"
        return call(file, mode, *others, **options)

    return as_on_windows


def no_links(source: Any, *_others: Any, **_options: Any) -> None:
    """Making a link asks for a right that people do not have there."""
    raise refused(source, NO_PRIVILEGE, errno.EPERM)


def check_name(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse the names that Windows refuses. Called before each call that Python thinks worth naming (PEP 578)."""
    makes = (event == "open" and arguments[2] & _WRITES) or event in ("os.mkdir", "os.rename", "os.link")
    if not makes or not isinstance(arguments[0], str | bytes) or str(arguments[0]).startswith("/dev/"):
        return
    named = arguments[1] if event in ("os.rename", "os.link") else arguments[0]
    path = str(Path(os.fsdecode(named)).absolute())
    if len(path) > LONGEST:
        raise refused(path, TOO_LONG, errno.ENOENT)
    if any(_RESERVED.fullmatch(part) for part in path.split("/")):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)


def become_windows() -> None:
    """Take away and change what is different there."""
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]  # that is how Python is told that there is none
    for place, names in ((os, CALLS), (signal, SIGNALS)):
        for name in names:
            if hasattr(place, name):
                delattr(place, name)
    os.rename = minding(os.rename, replaces=False)
    os.replace, os.unlink, os.remove, os.rmdir = (minding(c) for c in (os.replace, os.unlink, os.remove, os.rmdir))
    os.symlink = no_links  # type: ignore[assignment]
    builtins.open = io.open = opening(io.open)
    whole = ctypes.CDLL.__init__

    def load(self: Any, name: Any, *others: Any, **options: Any) -> None:
        if name is None:
            raise TypeError("there is no library of the whole process")
        whole(self, name, *others, **options)

    ctypes.CDLL.__init__ = load  # type: ignore[method-assign]
    sys.addaudithook(check_name)


become_windows()
