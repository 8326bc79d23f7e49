"""`bareme`: the scales of aids are worked out of their formulas."""

import click

from ..content.library import load
from ..messages.faults import Faults
from ..writing.scales import first_amounts, plan_scales
from . import options
from .changing import writing
from .invocation import Invocation
from .parser import Command


@click.command("bareme", cls=Command)
@options.lang
@click.pass_obj
def command(invocation: Invocation) -> int:
    """What the command line asks."""
    content, voice = invocation.folders.content, invocation.voice
    with writing(voice):
        library = load(content, Faults())
        plan, count = plan_scales(content, library)
        plan.apply()
    moved = first_amounts(library)
    for file in plan.rewritten:
        amount, former = moved[file]
        voice.say("writing.scale_written", file=plan.name_of(file), amount=amount, former=former or "—")
    if not plan.rewritten:
        voice.say("writing.scales_right", count=count)
    return 0
