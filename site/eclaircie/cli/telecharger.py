"""`telecharger`: the files of public directories, where the settings of the site allow it."""

from collections.abc import Iterable
from pathlib import Path

import click

from ..content.settings import Settings, read_settings
from ..importing.fetching import fetch_file, name_of
from ..languages import SOURCE
from ..messages.faults import Faults
from ..publish.fetching import FetchError
from ..reports.asking import agent_of
from . import options
from .command_error import FAULT, USAGE, CommandError
from .invocation import Invocation
from .parser import Command

_MEGABYTE = 1_000_000


@click.command("telecharger", cls=Command)
@click.argument("folder", type=options.PATH, metavar="DOSSIER")
@options.lang
@click.pass_obj
def command(invocation: Invocation, *, folder: Path) -> int:
    """What the command line asks."""
    settings = _settings(invocation)
    if not settings.directory.may_fetch:
        invocation.voice.say("fetching.not_allowed")
        return 0
    _refuse_place(folder, invocation)
    agent = agent_of(settings.name(SOURCE.tag), settings.address)
    for address, name in _names(settings.directory.files).items():
        _fetch(address, folder / name, agent, invocation)
    return 0


def _names(addresses: Iterable[str]) -> dict[str, str]:
    """A name for the file at each address: its own, which the licence asks to name, unless another has it."""
    found: dict[str, str] = {}
    for number, address in enumerate(addresses, 1):
        name = name_of(address)
        found[address] = f"{number}-{name}" if name in found.values() else name
    return found


def _settings(invocation: Invocation) -> Settings:
    faults = Faults()
    read = read_settings(invocation.folders.content, faults)
    if read is None:
        raise invocation.faults_first()
    return read.settings


def _refuse_place(folder: Path, invocation: Invocation) -> None:
    """Raises CommandError where what is fetched would be published, or taken for content."""
    folders = invocation.folders
    for other in (folders.content, folders.build, folders.portable):
        if folder.resolve().is_relative_to(other.resolve()):
            raise CommandError("fetching.in_site", USAGE, file=folder, folder=f"{other.name}/")


def _fetch(address: str, file: Path, agent: str, invocation: Invocation) -> None:
    invocation.voice.say("fetching.begins", address=address)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        size = fetch_file(address, file, agent)
    except FetchError as error:
        raise CommandError(f"fetching.{error.code}", FAULT, address=address, reason=error.detail) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError("fetching.not_written", FAULT, file=file, reason=reason) from None
    invocation.voice.say("fetching.done", file=file, size=-(-size // _MEGABYTE))
