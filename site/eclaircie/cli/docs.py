"""`docs`: what the documents say of the code is written anew."""

import click

from . import options
from .documents import documents
from .invocation import Invocation
from .parser import Command
from .writing import write


@click.command("docs", cls=Command)
@options.only_check
@options.lang
@click.pass_obj
def command(invocation: Invocation, only_check: bool) -> int:
    """What the command line asks."""
    root = invocation.folders.root
    changed = [(file, made) for file, text, made in documents(root) if made != text]
    for file, made in changed:
        name = file.relative_to(root)
        if only_check:
            invocation.voice.fail("documenting.would_change", file=name)
            continue
        write(file, made, name)
        invocation.voice.say("documenting.written", file=name)
    if not changed:
        invocation.voice.say("documenting.up_to_date")
    return 1 if changed and only_check else 0
