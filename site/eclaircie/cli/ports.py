"""Ports of this machine: which are taken, and which are free."""

import errno
import socket
import sys


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
