"""`components`: a page of all components, for whoever changes the look."""

import click

from ..preview.components import components_page
from . import options
from .invocation import Invocation
from .parser import Command
from .writing import write


@click.command("components", cls=Command)
@options.lang
@click.pass_obj
def command(invocation: Invocation) -> int:
    """What the command line asks."""
    site = invocation.sound_site()
    folders = invocation.folders
    html = components_page(site, translations=folders.translations, static=folders.static)
    file = folders.components
    write(file, html, file.relative_to(folders.root))
    invocation.voice.say("documenting.components", file=file.relative_to(folders.root))
    return 0
