"""`move`: a page or a section gets another address."""

import click

from ..content.library import load
from ..messages.faults import Faults
from ..writing.addresses import path_of
from ..writing.moving import plan_move
from . import options
from .changing import command_for, refused_by_check, writing
from .invocation import Invocation
from .parser import Command


@click.command("move", cls=Command)
@click.argument("old", metavar="PAGE")
@click.argument("new", metavar="ADRESSE")
@options.only_check
@options.lang
@click.pass_obj
def command(invocation: Invocation, old: str, new: str, only_check: bool) -> int:
    """What the command line asks."""
    content, voice = invocation.folders.content, invocation.voice
    with writing(voice):
        move = plan_move(content, load(content, Faults()), path_of(old, content), path_of(new, content))
        refused_by_check(move.plan, invocation)
        for file, former in move.plan.moved.items():
            voice.say("writing.moved", old=move.plan.name_of(former), new=move.plan.name_of(file))
        for file in move.plan.rewritten:
            voice.say("writing.rewritten", file=move.plan.name_of(file))
        count = len(move.plan.moved) + len(move.plan.rewritten)
        if only_check:
            voice.say("writing.would_move", files=count)
            return 0
        move.plan.apply()
    back = command_for(voice, "deplacer", "move", move.new, move.old)
    voice.say("writing.move_done", count=move.pages, files=count, back=back)
    return 0
