"""`sources`: whether the pages named as sources still stand."""

from pathlib import Path

import click

from ..reports.asking import Asker, agent_of
from ..reports.outside import found_at, source, sources_of
from . import options
from .invocation import Invocation
from .outside_report import JSON, name_of, tell
from .parser import Command


@click.command("sources", cls=Command)
@JSON
@options.lang
@click.pass_obj
def command(invocation: Invocation, *, file: Path | None) -> int:
    """What the command line asks."""
    site = invocation.sound_site()
    asked = sources_of(site.library, lambda of: name_of(of, invocation))
    invocation.voice.say("outside.sources_begin", count=len(asked))
    asker = Asker(agent_of(site.settings.name("fr"), site.settings.address))
    tell(found_at(asked, asker, source), invocation.voice, file)
    return 0
