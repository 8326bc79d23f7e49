"""`edit`: the pages are written in a form, in a browser on this machine."""

import logging
import threading
import webbrowser

import click
from werkzeug.serving import make_server

from ..editing import bundle
from ..editing.bundle import BundleError
from ..editing.desk import Desk
from ..editing.form import configuration
from ..editing.guard import origin
from ..editing.server import make_server_application
from ..kept.store import Store
from ..preview.application import create_preview
from . import options
from .command_error import CommandError
from .invocation import Invocation
from .parser import Command, option
from .ports import free_port, is_free

PORT = 8300
"""Its own, always the same: what the form keeps in a browser, drafts among it, is kept for this address."""


@click.command("edit", cls=Command)
@options.port("edit_port", PORT)
@option("--no-browser", is_flag=True, purpose="no_browser")
@options.lang
@click.pass_obj
def command(invocation: Invocation, port: int, no_browser: bool) -> int:
    """What the command line asks."""
    if not is_free(port):
        raise CommandError("editing.open_already", address=origin(port), free=free_port(port))
    form = _form(invocation)
    preview_port = free_port(port)
    # Werkzeug's own lines are English, and warn of what does not matter on one's own machine.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    folders = invocation.folders
    desk = Desk(
        lambda: configuration(folders.content),
        form,
        folders.root,
        folders.content,
        folders.translations,
        folders.static,
        Store(folders.kept),
        invocation.voice.tongue,
        port,
        preview_port,
    )
    preview = create_preview(
        desk.content, desk.translations, desk.static, tongue=desk.tongue, kept=desk.kept, drafts=desk.drafts
    )
    pages = make_server("127.0.0.1", preview_port, preview, threaded=True)
    editor = make_server("127.0.0.1", port, make_server_application(desk), threaded=True)
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    invocation.voice.say("editing.address", address=origin(port))
    if not no_browser:
        webbrowser.open(origin(port))
    editor.serve_forever()
    return 0


def _form(invocation: Invocation) -> dict[str, bytes]:
    """The files of the form, fetched where they are not there yet. Raises CommandError where they cannot be had."""
    folder = invocation.folders.form
    try:
        if not bundle.is_there(folder):
            invocation.voice.say("editing.fetching")
            bundle.fetch(folder)
        return bundle.read(folder)
    except BundleError as error:
        raise CommandError(error.code, **error.values) from None
