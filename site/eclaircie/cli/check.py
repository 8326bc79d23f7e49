"""`check`: everything is read and checked, and nothing is built."""

from pathlib import Path

import click

from ..loading import ContentError
from . import options
from .invocation import Invocation
from .parser import Command, option
from .reporting import Report


def check(invocation: Invocation, report: Report, base_url: str | None = None) -> int:
    """Check the content and tell what was found. base_url: as for `read_site`. Returns the exit status."""
    try:
        site = invocation.read(base_url)
    except ContentError as error:
        return report.faults(error)
    return report.sound(site)


@click.command("check", cls=Command)
@options.base_url
@option("--strict-age", is_flag=True, purpose="strict_age")
@options.TELLING
@click.pass_obj
def command(
    invocation: Invocation,
    base_url: str | None,
    strict_age: bool,
    form: str,
    report: Path,
    everything: bool,
    quiet: bool,
) -> int:
    """What the command line asks."""
    invocation = invocation.quietly(quiet)
    telling = Report(invocation.voice, invocation.folders, form, report, everything, strict_age)
    return check(invocation, telling, base_url)
