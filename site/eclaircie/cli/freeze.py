"""The command of `freeze.py`: `build`, or with `--check` `check`, under one name and with the options of both."""

from pathlib import Path
from typing import Any

import click

from . import options
from .check import check
from .command_error import USAGE, CommandError
from .invocation import Invocation
from .parser import Command, option
from .plan import plan_of
from .reporting import Report


@click.command("freeze", cls=Command)
@options.BUILDING
@option("--check", "check_only", is_flag=True, purpose="check_only")
@option("--strict-age", is_flag=True, purpose="check_strict_age")
@options.TELLING
@click.pass_obj
def command(
    invocation: Invocation,
    /,
    check_only: bool,
    strict_age: bool,
    form: str,
    report: Path,
    everything: bool,
    quiet: bool,
    **planned: Any,
) -> int:
    """What the command line asks."""
    if strict_age and not check_only:
        raise CommandError("options.needs_option", USAGE, name="--strict-age", other="--check")
    invocation = invocation.quietly(quiet)
    plan = plan_of(invocation.folders, **planned)
    telling = Report(invocation.voice, invocation.folders, form, report, everything, strict_age)
    if check_only:
        return check(invocation, telling, plan.base_url)
    # Not above: a check needs nothing of what makes pages.
    from .build import build

    return build(invocation, telling, plan)
