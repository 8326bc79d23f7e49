"""`relu`: translations note that a native speaker has reviewed them."""

from pathlib import Path

import click

from ..checks import reviewers
from ..content.translation import is_behind, review_of
from ..languages import BY_TAG
from ..messages.command_lines import eclaircie_command
from . import options
from .command_error import CommandError
from .days import past_day
from .header_lines import write_lines
from .invocation import Invocation
from .parser import Command, option
from .translation_files import FILES, name_of, tag_of, translations


@click.command("relu", cls=Command)
@FILES
@option("--par", "reviewer", required=True, metavar='"M. D."', purpose="reviewer")
@option("--le", "day", metavar="AAAA-MM-JJ", purpose="review_day")
@options.lang
@click.pass_obj
def command(invocation: Invocation, files: tuple[Path, ...], reviewer: str, day: str | None) -> int:
    """What the command line asks."""
    content, voice = invocation.folders.content, invocation.voice
    reviewer = " ".join(reviewer.split())
    if not reviewers.is_allowed(reviewer):
        raise CommandError("faults.reviewer_name", value=reviewer)
    read_on = past_day(day, invocation.today())
    for file, document, own in translations(files, content, voice):
        if is_behind(document, BY_TAG[tag_of(file, content)]):
            raise CommandError("translating.behind_french", file=file, command=eclaircie_command("traduit", str(file)))
        review = review_of(document, own)
        write_lines(file, {"relu_par": reviewer, "relu_le": read_on.isoformat(), "relu_de": review}, voice)
        voice.say("translating.review_noted", file=name_of(file, content))
    return 0
