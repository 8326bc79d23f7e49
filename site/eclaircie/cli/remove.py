"""`remove`: a page is taken away in every language, with what leads to it where that is wished."""

import itertools
from pathlib import Path

import click

from ..content.library import load
from ..files_in_use import remove_tree
from ..messages.faults import Faults
from ..project import PROJECT_ROOT
from ..writing.addresses import path_of
from ..writing.removing import ASIDE, plan_removal
from . import options
from .changing import refused_by_check, writing
from .command_error import FAULT, USAGE, CommandError
from .invocation import Invocation
from .parser import Command, option
from .voice import Voice


@click.command("remove", cls=Command)
@click.argument("page", metavar="PAGE")
@option("--et-les-liens", "with_links", is_flag=True, purpose="with_links")
@option("--a-la-place", "instead", metavar="PAGE", purpose="instead")
@options.lang
@click.pass_obj
def command(invocation: Invocation, page: str, with_links: bool, instead: str | None) -> int:
    """What the command line asks."""
    content, voice = invocation.folders.content, invocation.voice
    if with_links and instead is not None:
        raise CommandError("options.not_together", USAGE, name="--et-les-liens", other="--a-la-place")
    other = None if instead is None else path_of(instead, content)
    with writing(voice):
        path = path_of(page, content)
        removal = plan_removal(content, load(content, Faults()), path, with_links=with_links, instead=other)
        blocking = removal.by_hand if with_links or other is not None else removal.mentions
        if blocking:
            for mention in blocking:
                _tell(voice, mention.file, mention.line)
            code = "writing.cited" if with_links or other is not None else "writing.linked"
            raise CommandError(code, FAULT, count=len(blocking), path=removal.path)
        refused_by_check(removal.plan, invocation)
        folder = _aside(content.parent, f"{invocation.today()}-{path.replace('/', '-')}")
        removal.plan.set_aside(folder)
        try:
            removal.plan.apply()
        except BaseException:
            remove_tree(folder)
            raise
    for file in removal.plan.removed:
        voice.say("writing.removed", file=removal.plan.name_of(file))
    for file in removal.plan.rewritten:
        voice.say("writing.rewritten", file=removal.plan.name_of(file))
    voice.say("writing.removal_done", count=len(removal.plan.removed), folder=folder)
    return 0


def _aside(project: Path, name: str) -> Path:
    """A folder that is not there yet, for what is removed."""
    names = (name if not number else f"{name}-{number}" for number in itertools.count())
    return next(folder for each in names if not (folder := project / ASIDE / each).exists())


def _tell(voice: Voice, file: Path, line: int) -> None:
    shown = file.relative_to(PROJECT_ROOT) if file.is_relative_to(PROJECT_ROOT) else file
    voice.fail("writing.mention", where=f"{shown}:{line}")
