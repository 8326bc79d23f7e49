"""`changed`: whether anything but words was changed since the published site; code must pass every test before it is seen."""

import click

from ..content.settings import SITE_ADDRESS, read_settings
from ..messages.faults import Faults
from ..publish.changes import UnknownError, changed_since, code_of, published_commit
from . import options
from .command_error import FAULT, USAGE, CommandError
from .invocation import Invocation
from .parser import Command

ONLY_WORDS, CODE, UNKNOWN = 0, FAULT, USAGE
"""How the command ends. A mistake in the program ends as `CODE` does, so that doubt never spares a test."""


@click.command("changed", cls=Command)
@click.argument("address", required=False, metavar="[URL]")
@options.lang
@click.pass_obj
def command(invocation: Invocation, address: str | None) -> int:
    """What the command line asks."""
    if address and not SITE_ADDRESS.fullmatch(address):
        raise CommandError("options.bad_url", USAGE, value=address)
    folders = invocation.folders
    read = None if address else read_settings(folders.content, Faults())
    address = address or (read.settings.address if read else None)
    try:
        if not address:
            raise UnknownError("no_address")
        code = code_of(changed_since(published_commit(address.rstrip("/") + "/"), folders.root))
    except UnknownError as error:
        print(invocation.voice.sentence(f"changing.{error.code}", **error.values))
        return UNKNOWN
    for path in code:
        print(path)
    return CODE if code else ONLY_WORDS
