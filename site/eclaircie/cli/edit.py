"""`edit`: the pages are written in a form, in a browser on this machine."""

import logging
import re
import threading
import webbrowser
from pathlib import Path

import click
from werkzeug.serving import make_server

from ..editing import bundle, on_a_host
from ..editing.bundle import BundleError
from ..editing.desk import Desk
from ..editing.form import configuration
from ..editing.guard import origin
from ..editing.on_a_host import FORGES, Forge
from ..editing.server import make_server_application
from ..kept.store import Store
from ..preview.application import create_preview
from . import options
from .command_error import USAGE, CommandError
from .invocation import Invocation
from .parser import Command, option
from .ports import free_port, is_free

PORT = 8300
"""Its own, always the same: what the form keeps in a browser, drafts among it, is kept for this address."""


@click.command("edit", cls=Command)
@options.port("edit_port", PORT)
@option("--no-browser", is_flag=True, purpose="no_browser")
@option("--write-for", "forge", type=options.OneOf(*FORGES), metavar="|".join(FORGES), purpose="write_for")
@option("--repo", metavar="DEPOT", purpose="repo")
@option("--forge-address", "address", type=options.SiteAddress(), metavar="URL", purpose="forge_address")
@option("--into", type=options.PATH, metavar="DIR", purpose="into")
@options.lang
@click.pass_obj
def command(
    invocation: Invocation,
    port: int,
    no_browser: bool,
    forge: str | None,
    repo: str | None,
    address: str | None,
    into: Path | None,
) -> int:
    """What the command line asks."""
    if forge:
        return _write_for(invocation, FORGES[forge], repo or "", (address or "").rstrip("/"), into)
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


def _write_for(invocation: Invocation, forge: Forge, repo: str, address: str, into: Path | None) -> int:
    """Write the editor for a forge. Raises CommandError where that cannot be."""
    folder = (into or invocation.folders.written_editor).resolve()
    if not _REPO.fullmatch(repo):
        raise CommandError("editing.which_repo", USAGE)
    if folder.is_relative_to(invocation.folders.build.resolve()):
        raise CommandError("editing.in_the_build", USAGE, folder=folder)
    if not on_a_host.is_free(folder):
        raise CommandError("editing.other_folder", USAGE, folder=folder)
    form = _form(invocation)
    try:
        on_a_host.write_out(folder, forge, repo, address, invocation.folders.content, form)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError("editing.unwritten_form", folder=folder, reason=reason) from None
    invocation.voice.say("editing.written_out", folder=folder)
    return 0


_REPO = re.compile(r"[\w.-]+(/[\w.-]+)+", re.ASCII)


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
