"""`propose`: what public directories have changed in the content, as the one proposal of the month at GitHub."""

import os
from pathlib import Path

import click

from ..git import commits_named
from ..reports.directory_proposal import BRANCH, Proposals, changed_files, text_of
from ..reports.github import RefusedError
from . import options
from .command_error import FAULT, USAGE, CommandError
from .invocation import Invocation
from .parser import Command, option

LARGEST = 1024 * 1024
"""Bytes that are read of what was said."""

_NEEDED = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_REF_NAME", "TOKEN")
"""From GitHub, but for the last: the token of the run."""


@click.command("propose", cls=Command)
@option("--text", "file", type=options.ExistingFile(), metavar="FICHIER", required=True, purpose="directory_text")
@options.lang
@click.pass_obj
def command(invocation: Invocation, *, file: Path) -> int:
    """What the command line asks."""
    voice, folders = invocation.voice, invocation.folders
    root = folders.content.parent
    files, commit = changed_files(root, folders.content.name), next(commits_named(root, "HEAD"), None)
    if files is None or commit is None:
        raise CommandError("fetching.no_git", FAULT)
    if not files:
        voice.say("fetching.nothing")
        return 0
    given = {name: os.environ.get(name, "") for name in _NEEDED}
    for name, value in given.items():
        if not value:
            raise CommandError("proposing.no_forge", USAGE, name=name)
    with file.open(encoding="utf-8", errors="replace") as opened:
        text = text_of(opened.read(LARGEST), voice.tongue)
    proposals = Proposals(given["GITHUB_API_URL"], given["GITHUB_REPOSITORY"], given["TOKEN"])
    try:
        done = proposals.propose(files, commit, given["GITHUB_REF_NAME"], voice.sentence("fetching.title"), text)
    except RefusedError as error:
        raise CommandError("proposing.forge_refused", reason=error.reason, address=error.address) from None
    if done.done == "may_not_open":
        raise CommandError("fetching.may_not_open", FAULT, branch=BRANCH)
    voice.say(f"fetching.{done.done}", number=done.number)
    return 0
