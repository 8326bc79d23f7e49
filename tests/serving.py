"""Servers of this machine, for the time of a test."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

from eclaircie.project import STATIC
from eclaircie.publish.server import server
from eclaircie.rendering.assets import Assets


@contextmanager
def running(service: ThreadingHTTPServer) -> Iterator[str]:
    """The address of a server while it runs, without a slash at its end."""
    # A test that ends does not wait half a second, as it would for the library's own interval.
    thread = threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{service.server_port}"
    finally:
        service.shutdown()
        thread.join()
        service.server_close()


def serving(folder: Path, prefix: str = "") -> AbstractContextManager[str]:
    """The address of a folder while it is served as the preview does, and as a host should."""
    return running(server(folder, Assets(STATIC), 0, prefix))
