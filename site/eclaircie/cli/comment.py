"""`comment`: the one comment on a proposal at GitHub, from a run that trusts nothing of what was proposed.

What it reads was made by anybody's code: the data is held against its types, the words are written here, and to which
proposal they belong is asked of GitHub.
"""

import os
from pathlib import Path

import click
from pydantic import ValidationError

from ..reports.comment import comment
from ..reports.github import GitHub, RefusedError, Run
from ..reports.proposal import Proposal
from . import options
from .command_error import USAGE, CommandError
from .invocation import Invocation
from .parser import Command

LARGEST = 16 * 1024 * 1024
"""Bytes of what `proposal` may have written."""

_NEEDED = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_EVENT_PATH", "TOKEN")
"""From GitHub, but for the last: the token of the run."""


@click.command("comment", cls=Command)
@click.argument("file", type=options.ExistingFile(), metavar="FILE")
@options.lang
@click.pass_obj
def command(invocation: Invocation, file: Path) -> int:
    """What the command line asks."""
    voice = invocation.voice
    given = {name: os.environ.get(name, "") for name in _NEEDED}
    for name, value in given.items():
        if not value:
            raise CommandError("proposing.no_forge", USAGE, name=name)
    proposal = _read(file)
    try:
        run = Run.of_event(Path(given["GITHUB_EVENT_PATH"]).read_bytes())
    except (OSError, ValueError):
        raise CommandError("proposing.no_forge", USAGE, name="GITHUB_EVENT_PATH") from None
    forge = GitHub(given["GITHUB_API_URL"], given["GITHUB_REPOSITORY"], given["TOKEN"])
    try:
        number = forge.proposal_of(run)
        if number is None:
            voice.say("proposing.no_proposal")
            return 0
        is_new = forge.write(number, comment(proposal, voice.tongue, f"{run.page}#artifacts"))
    except RefusedError as error:
        raise CommandError("proposing.forge_refused", reason=error.reason, address=error.address) from None
    voice.say("proposing.created" if is_new else "proposing.rewritten", number=number)
    return 0


def _read(file: Path) -> Proposal:
    """What was written of a proposal. Raises CommandError where it is anything else."""
    try:
        if file.is_symlink() or file.stat().st_size > LARGEST:
            raise CommandError("proposing.bad_data", file=file.name, reason=f"> {LARGEST}")
        return Proposal.model_validate_json(file.read_bytes())
    except OSError as error:
        raise CommandError("proposing.bad_data", file=file.name, reason=error.strerror or str(error)) from None
    except ValidationError as error:
        where = ".".join(map(str, error.errors(include_input=False)[0]["loc"]))[:80]
        raise CommandError("proposing.bad_data", file=file.name, reason=where or "JSON") from None
