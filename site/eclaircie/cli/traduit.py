"""`traduit`: translations note which French text they follow."""

from pathlib import Path

import click

from . import options
from .invocation import Invocation
from .noting import note_translated
from .parser import Command
from .translation_files import FILES


@click.command("traduit", cls=Command)
@FILES
@options.lang
@click.pass_obj
def command(invocation: Invocation, files: tuple[Path, ...]) -> int:
    """What the command line asks."""
    note_translated(files, invocation.folders.content, invocation.voice)
    return 0
