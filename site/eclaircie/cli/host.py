"""`host`: the settings of a host are written, for those that read no file of the site."""

import sys
from urllib.parse import urlsplit

import click

from ..content.settings import read_settings
from ..messages.faults import Faults
from ..publish.hosts import PRINTED, ROOT_FILE_NAMES
from ..publish.hosts.place import Place
from ..publish.hosts.servers import FOLDER
from ..rendering.assets import Assets
from . import options
from .command_error import USAGE, CommandError
from .invocation import Invocation
from .parser import Command


@click.command("host", cls=Command)
@click.argument("name", metavar="NOM")
@options.base_url
@options.lang
@click.pass_obj
def command(invocation: Invocation, name: str, base_url: str | None) -> int:
    """What the command line asks."""
    if name not in PRINTED:
        known, files = ", ".join(PRINTED), ", ".join(sorted(ROOT_FILE_NAMES))
        raise CommandError("hosting.unknown", USAGE, name=name, known=known, files=files)
    read = read_settings(invocation.folders.content, Faults())
    if read is None:
        raise invocation.faults_first()
    base_url = read.settings.address or "" if base_url is None else base_url
    prefix = urlsplit(base_url).path.rstrip("/")
    place = Place(Assets(invocation.folders.static), prefix, frames=read.settings.frames)
    try:
        text = PRINTED[name](place)
    except ValueError as error:
        raise CommandError("hosting.unwritable", value=str(error), name=name) from error
    sys.stdout.write(text)
    # Beside the text, so that `> file` holds nothing else.
    invocation.voice.beside(f"hosting.{name}", prefix=place.prefix, folder=FOLDER)
    return 0
