"""A frozen site is served on this machine."""

from pathlib import Path

from ..pages.site import Site
from ..publish.server import server
from ..rendering.assets import Assets
from .command_error import CommandError
from .invocation import Invocation
from .ports import free_port


def serve(folder: Path, port: int, site: Site, invocation: Invocation) -> int:
    """Serve the folder of a frozen site until somebody stops it. Raises CommandError where the port is taken."""
    try:
        service = server(folder, Assets(invocation.folders.static), port, site.prefix, site.settings.frames)
    except OSError:
        raise CommandError("program.port_taken", port=port, free=free_port(port)) from None
    with service:
        invocation.voice.say("building.serving", address=f"http://127.0.0.1:{service.server_port}{site.prefix}/")
        service.serve_forever()
    return 0
