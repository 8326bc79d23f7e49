"""`proposal`: what a proposed change does to the pages, and a copy of the site as it would be."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ..files_in_use import remove_tree
from ..git import PUBLISHED, commits_named, files_at, write_files
from ..publish.changes import UnknownError, changed_since, code_of
from ..publish.portable import holds_copy
from ..publish.staging_error import StagingError
from ..reports.comment import comment, page
from ..reports.proposal import CONTENT, COPY, TRANSLATIONS, Maker, Version
from . import options
from .command_error import FAULT, USAGE, CommandError
from .invocation import Folders, Invocation
from .parser import Command, option
from .writing import write

DATA, REPORT, PAGE = "proposal.json", "proposal.md", "pages.html"
"""What the command writes, besides the copy: for the program that writes the comment, for a forge, and for people."""


@click.command("proposal", cls=Command)
@option("--base", metavar="REF|DIR", purpose="base")
@option("--destination", type=options.PATH, metavar="DIR", purpose="proposal_folder")
@options.lang
@click.pass_obj
def command(invocation: Invocation, base: str | None, destination: Path | None) -> int:
    """What the command line asks."""
    folders, voice = invocation.folders, invocation.voice
    folder = destination or folders.proposal
    proposed = Version(folders.content, folders.translations)
    maker = Maker(invocation.today(), folders.static, folders.learnt, voice.tongue)
    try:
        with _version(base, folders) as (former, commit):
            found = maker.propose(former, proposed, folder, code=_changes_code(commit, folders))
        has_copy = found.unbuilt != "proposed"
        if not has_copy and holds_copy(folder / COPY):
            remove_tree(folder / COPY)  # of an earlier version, which would be taken for this one
        folder.mkdir(parents=True, exist_ok=True)
    except StagingError as error:
        raise CommandError(f"building.{error.code}", FAULT, option="--destination", **error.values) from None
    except OSError as error:
        raise CommandError("program.unwritten", file=folder, reason=error.strerror or str(error)) from error
    write(folder / DATA, found.model_dump_json(exclude_defaults=True) + "\n", folder / DATA)
    write(folder / REPORT, comment(found, voice.tongue), folder / REPORT)
    write(folder / PAGE, page(found, voice.tongue), folder / PAGE)
    voice.say("proposing.done" if has_copy else "proposing.done_without_copy", report=folder / PAGE, copy=folder / COPY)
    return 0


@contextmanager
def _version(base: str | None, folders: Folders) -> Iterator[tuple[Version, str]]:
    """The words to compare with, and the commit that they are of, or nothing where they are those of a folder.

    base: a folder or a name that git knows; None takes what counts as published.
    Raises CommandError where there are none.
    """
    if base and Path(base).is_dir():
        if not (Path(base) / CONTENT).is_dir():
            raise CommandError("proposing.no_words", USAGE, base=base)
        yield Version.below(Path(base)), ""
        return
    for commit in commits_named(folders.root, *((base,) if base else PUBLISHED)):
        files = files_at(folders.root, commit, CONTENT, TRANSLATIONS)
        if files is not None:
            break
    else:
        raise CommandError("proposing.no_base", USAGE, base=base or PUBLISHED[0])
    with tempfile.TemporaryDirectory(prefix="eclaircie-") as aside:
        former = Version.below(Path(aside))
        write_files(files, Path(aside))
        if not former.translations.is_dir():
            shutil.copytree(folders.translations, former.translations)
        yield former, commit


def _changes_code(commit: str, folders: Folders) -> bool:
    """Whether anything but words differs from a commit."""
    try:
        return bool(commit and code_of(changed_since(commit, folders.root)))
    except UnknownError:
        return False
