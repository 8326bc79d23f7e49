"""`status`: what is left to confirm, to review and to translate."""

import click

from ..project import PROJECT_ROOT
from . import options
from .invocation import Invocation
from .parser import Command
from .translation_progress import lines_of_progress


@click.command("status", cls=Command)
@options.lang
@click.pass_obj
def command(invocation: Invocation) -> int:
    """What the command line asks."""
    site = invocation.sound_site()
    for fault in site.remarks.remarks:
        print(fault.told(PROJECT_ROOT, invocation.voice.tongue))
    for line in lines_of_progress(site.library, invocation.voice.tongue):
        print(line)
    return 0
