"""`status`: what is left to confirm, to review and to translate."""

import click

from ..loading import ContentError
from ..messages.command_lines import freeze_command
from ..project import PROJECT_ROOT
from . import options
from .command_error import CommandError
from .invocation import Invocation
from .parser import Command
from .translation_progress import lines_of_progress


@click.command("status", cls=Command)
@options.lang
@click.pass_obj
def command(invocation: Invocation) -> int:
    """What the command line asks."""
    try:
        site = invocation.read()
    except ContentError:
        raise CommandError("program.faults_first", check=freeze_command("--check")) from None
    for fault in site.remarks.remarks:
        print(fault.told(PROJECT_ROOT, invocation.voice.tongue))
    for line in lines_of_progress(site.library, invocation.voice.tongue):
        print(line)
    return 0
