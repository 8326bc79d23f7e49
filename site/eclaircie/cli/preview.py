"""`preview`: the site is shown while it is being written, on this machine only."""

import logging
import os

import click
from werkzeug.serving import run_simple

from ..kept.store import Store
from ..preview.application import create_preview
from ..preview.drafts import Drafts
from . import options
from .command_error import CommandError
from .invocation import Invocation
from .parser import Command, option
from .ports import free_port, is_free


@click.command("preview", cls=Command)
@options.port("preview_port")
@option("--toutes-les-langues", "every_language", is_flag=True, purpose="every_language")
@options.lang
@click.pass_obj
def command(invocation: Invocation, port: int, every_language: bool) -> int:
    """What the command line asks."""
    # The process that watches the code starts this one anew, and holds the port.
    if os.environ.get("WERKZEUG_RUN_MAIN") != "true":
        if not is_free(port):
            raise CommandError("program.port_taken", port=port, free=free_port(port))
        invocation.voice.say("previewing.address", port=port)
    # Werkzeug's own lines are English, and warn of what does not matter on one's own machine.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    folders = invocation.folders
    watched = [
        str(file) for folder in (folders.static, folders.translations) for file in folder.rglob("*") if file.is_file()
    ]
    kept = Store(folders.kept)
    drafts = Drafts(folders.content, folders.translations, folders.static, kept=kept, every_language=every_language)
    application = create_preview(
        folders.content, folders.translations, folders.static, tongue=invocation.voice.tongue, kept=kept, drafts=drafts
    )
    run_simple("127.0.0.1", port, application, use_reloader=True, extra_files=watched, threaded=True)
    return 0
