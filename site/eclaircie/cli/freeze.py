"""The command of `freeze.py`: `build`, or with `--check` `check`, under one name and with the options of both."""

from typing import Any

import click

from . import options
from .check import check
from .command_error import USAGE, CommandError
from .invocation import Invocation
from .parser import Command, option
from .plan import plan_of
from .reporting import Report, with_report


@click.command("freeze", cls=Command)
@options.BUILDING
@option("--check", "check_only", is_flag=True, purpose="check_only")
@options.strict_age("check_strict_age")
@options.TELLING
@click.pass_obj
@with_report
def command(invocation: Invocation, report: Report, *, check_only: bool, **planned: Any) -> int:
    """What the command line asks."""
    if report.strict_age and not check_only:
        raise CommandError("options.needs_option", USAGE, name="--strict-age", other="--check")
    plan = plan_of(invocation.folders, **planned)
    if check_only:
        return check(invocation, report, plan.base_url)
    # Not above: a check needs nothing of what makes pages.
    from .build import build

    return build(invocation, report, plan)
