"""`check`: everything is read and checked, and nothing is built."""

import click

from ..loading import ContentError
from . import options
from .invocation import Invocation
from .parser import Command
from .reporting import Report, with_report


def check(invocation: Invocation, report: Report, base_url: str | None = None) -> int:
    """Check the content and tell what was found. base_url: as for `read_site`. Returns the exit status."""
    try:
        site = invocation.read(base_url)
    except ContentError as error:
        return report.faults(error)
    return report.sound(site)


@click.command("check", cls=Command)
@options.base_url
@options.strict_age("strict_age")
@options.TELLING
@click.pass_obj
@with_report
def command(invocation: Invocation, report: Report, *, base_url: str | None) -> int:
    """What the command line asks."""
    return check(invocation, report, base_url)
