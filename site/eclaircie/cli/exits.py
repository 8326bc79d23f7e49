"""`exits`: whether the pages to which *Quitter* leads answer, and show nothing that reveals."""

from pathlib import Path

import click

from ..reports.asking import Asker, agent_of
from ..reports.outside import exit_page, exits_of, found_at
from . import options
from .invocation import Invocation
from .outside_report import JSON, name_of, tell
from .parser import Command


@click.command("exits", cls=Command)
@JSON
@options.lang
@click.pass_obj
def command(invocation: Invocation, *, file: Path | None) -> int:
    """What the command line asks."""
    site = invocation.sound_site()
    asked = exits_of(site.settings, name_of(invocation.folders.content / "site.yaml", invocation))
    asker = Asker(agent_of(site.settings.name("fr"), site.settings.address))
    tell(found_at(asked, asker, exit_page, read=True), invocation.voice, file, everything=True)
    return 0
