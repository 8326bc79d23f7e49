"""`remind`: the one issue that holds the monthly list at the host of the code is brought up to date."""

import os
from functools import partial
from pathlib import Path

import click
from pydantic import ValidationError

from ..reports.days import in_words
from ..reports.forge_links import links_of
from ..reports.github import RefusedError
from ..reports.monthly import Memory, Outside, monthly
from ..reports.monthly_issue import Issues
from ..reports.outside import FOUND, Found
from ..reports.work_of_site import work_of_project
from . import options
from .command_error import USAGE, CommandError
from .invocation import Invocation
from .parser import Command, option

LARGEST = 4 * 1024 * 1024
"""Bytes of what `exits` and `sources` may have written."""

_NEEDED = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "TOKEN")
"""From GitHub, but for the last: the token of the run."""


@click.command("remind", cls=Command)
@option("--exits", "exits", type=options.PATH, metavar="FICHIER", purpose="exits_data")
@option("--sources", "sources", type=options.PATH, metavar="FICHIER", purpose="sources_data")
@options.only_check
@options.lang
@click.pass_obj
def command(invocation: Invocation, *, exits: Path | None, sources: Path | None, only_check: bool) -> int:
    """What the command line asks."""
    voice, folders = invocation.voice, invocation.folders
    work = work_of_project(invocation.sound_site(), folders.content, folders.build, folders.learnt, tongue=voice.tongue)
    outside = Outside(_read(exits), _read(sources)) if exits or sources else None
    make = partial(monthly, work, outside, link=links_of(folders.content.parent), tongue=voice.tongue)
    if only_check:
        print(make(Memory()).text, end="")
        return 0
    given = {name: os.environ.get(name, "") for name in _NEEDED}
    for name, value in given.items():
        if not value:
            raise CommandError("proposing.no_forge", USAGE, name=name)
    issues = Issues(given["GITHUB_API_URL"], given["GITHUB_REPOSITORY"], given["TOKEN"])
    try:
        kept = issues.keep(make, in_words(work.today, voice.tongue), voice.tongue)
    except RefusedError as error:
        raise CommandError("proposing.forge_refused", reason=error.reason, address=error.address) from None
    voice.say(f"outside.{kept.done}", number=kept.number)
    return 0


def _read(file: Path | None) -> tuple[Found, ...]:
    """What was found of others' pages. Raises CommandError where the file holds anything else."""
    if file is None:
        return ()
    try:
        with file.open("rb") as opened:
            return FOUND.validate_json(opened.read(LARGEST))
    except OSError as error:
        raise CommandError("outside.bad_data", file=file, reason=error.strerror or str(error)) from None
    except ValidationError:
        raise CommandError("outside.bad_data", file=file, reason="JSON") from None
