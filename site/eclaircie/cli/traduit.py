"""`traduit`: translations note which French text they follow."""

from pathlib import Path

import click

from ..checks.translations import differences
from ..messages.faults import Faults
from . import options
from .command_error import FAULT, CommandError
from .header_lines import write_lines
from .invocation import Invocation
from .parser import Command
from .translation_files import FILES, name_of, translations


@click.command("traduit", cls=Command)
@FILES
@options.lang
@click.pass_obj
def command(invocation: Invocation, files: tuple[Path, ...]) -> int:
    """What the command line asks."""
    content, voice = invocation.folders.content, invocation.voice
    for file, document, own in translations(files, content, voice):
        faults = Faults()
        for found in differences(document, own):
            faults.add(found.code, own.file, own.parts.body_line + found.line - 1, **found.values)
        if faults:
            voice.faults(list(faults), everything=True)
            raise CommandError("translating.other_parts", FAULT, file=file)
        write_lines(file, {"traduit_de": document.fingerprint}, voice)
        voice.say("translating.noted", file=name_of(file, content))
    return 0
