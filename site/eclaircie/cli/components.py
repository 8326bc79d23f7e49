"""`components`: a page of all components, for whoever changes the look."""

import click

from ..loading import ContentError
from ..messages.command_lines import freeze_command
from ..preview.components import components_page
from . import options
from .command_error import CommandError
from .invocation import Invocation
from .parser import Command
from .writing import write


@click.command("components", cls=Command)
@options.lang
@click.pass_obj
def command(invocation: Invocation) -> int:
    """What the command line asks."""
    try:
        site = invocation.read()
    except ContentError:
        raise CommandError("program.faults_first", check=freeze_command("--check")) from None
    folders = invocation.folders
    html = components_page(site, translations=folders.translations, static=folders.static)
    file = folders.components
    write(file, html, file.relative_to(folders.root))
    invocation.voice.say("documenting.components", file=file.relative_to(folders.root))
    return 0
