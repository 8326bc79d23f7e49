"""`messages`: the translations of the interface hold exactly its words."""

import click

from ..content import catalogues
from ..languages import LANGUAGES, SOURCE
from ..messages.faults import Faults
from . import options
from .command_error import FAULT
from .invocation import Invocation
from .parser import Command


@click.command("messages", cls=Command)
@options.lang
@click.pass_obj
def command(invocation: Invocation) -> int:
    """What the command line asks."""
    folders, faults = invocation.folders, Faults()
    for language in LANGUAGES:
        if language is not SOURCE:
            known = len(faults)
            file = catalogues.update(folders.translations, folders.root, language, faults)
            if len(faults) == known:
                invocation.voice.say("translating.up_to_date", file=file.relative_to(folders.root))
    for fault in faults:
        invocation.voice.fault(fault)
    return FAULT if faults else 0
