"""`cadre`: the lines that open the site in a page of another one are written, with what that one must allow."""

import sys

import click

from ..languages import BY_TAG, SOURCE
from ..publish.door import NAME, door
from ..rendering.catalogues import translations
from . import options
from .command_error import CommandError
from .invocation import Invocation
from .outside_report import name_of
from .parser import Command, option


@click.command("cadre", cls=Command)
@option("--langue", "tag", type=options.OneOf(*BY_TAG), default=SOURCE.tag, metavar="ar", purpose="door_language")
@options.lang
@click.pass_obj
def command(invocation: Invocation, tag: str) -> int:
    """What the command line asks."""
    site, folders, voice = invocation.sound_site(), invocation.folders, invocation.voice
    settings, language = site.settings, options.published(tag, site)
    file = name_of(folders.content / "site.yaml", invocation)
    if settings.address is None:
        raise CommandError("door.no_address", file=file)
    if not settings.frames:
        raise CommandError("door.no_frames", file=file)
    name = translations(folders.translations, language).ugettext(NAME)
    sys.stdout.write(door(settings, site.origin + site.prefix, language, name))
    voice.beside("door.paste", hosts=", ".join(dict.fromkeys(settings.frames)))
    voice.beside("door.allow", origin=site.origin)
    voice.beside("door.instead")
    voice.beside("door.bare_host")
    return 0
