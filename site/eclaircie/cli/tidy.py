"""`tidy`: headers and settings get the one form that all have; no word is lost."""

from pathlib import Path

import click

from ..content.files import is_left_by_programs
from ..content.raw_text import read_text
from ..content.tidying import tidied, tidied_settings
from ..messages.command_lines import eclaircie_command
from ..messages.faults import SETTINGS_FILE, Faults
from . import options
from .command_error import FAULT, USAGE, CommandError
from .invocation import Invocation
from .parser import Command
from .writing import write


@click.command("tidy", cls=Command)
@click.argument("files", nargs=-1, type=options.ExistingFile(), metavar="[FICHIER...]")
@options.only_check
@options.lang
@click.pass_obj
def command(invocation: Invocation, files: tuple[Path, ...], only_check: bool) -> int:
    """What the command line asks."""
    content, voice = invocation.folders.content.resolve(), invocation.voice
    found = [_file(file, content) for file in files] if files else _files(content)
    faults = Faults()
    unread = changed = 0
    for file in found:
        text = read_text(file, faults)
        tidy = tidied_settings if file == content / SETTINGS_FILE else tidied
        new = tidy(text, file, faults) if text is not None else None
        if new is None:
            unread += 1
        elif new.encode() != file.read_bytes():
            changed += 1
            name = file.relative_to(content.parent)
            if only_check:
                voice.fail("tidying.would_change", file=name)
                continue
            write(file, new, name)
            voice.say("tidying.written", file=name)
    voice.faults(list(faults), everything=True)
    if unread:
        raise CommandError("tidying.unread", FAULT, count=unread)
    if changed and only_check:
        voice.fail("tidying.to_tidy", count=changed, command=eclaircie_command("tidy", *map(str, files)))
        return FAULT
    voice.say("tidying.done" if changed else "tidying.all_tidy", count=changed, total=len(found))
    return 0


def _files(content: Path) -> list[Path]:
    """The settings and every page below a folder, but what programs leave there and what lies elsewhere."""
    return [
        file
        for file in (content / SETTINGS_FILE, *sorted(content.rglob("*.md")))
        if file.is_file()
        and file.resolve().is_relative_to(content)
        and not any(map(is_left_by_programs, file.relative_to(content).parts))
    ]


def _file(file: Path, content: Path) -> Path:
    """A file as it lies in the content. Raises CommandError where it is neither a page of it nor its settings."""
    found = file.resolve()
    if found != content / SETTINGS_FILE and not (found.suffix == ".md" and found.is_relative_to(content)):
        raise CommandError("tidying.not_ours", USAGE, file=file)
    return found
