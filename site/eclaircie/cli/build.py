"""`build`: the content is checked, then frozen into the files of a site, which are served if that was asked."""

import errno
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from ..files_in_use import is_in_use
from ..kept.store import Store
from ..loading import ContentError
from ..pages.site import Site
from ..publish import compression, manifest
from ..publish.freezer import Result, freeze
from ..publish.portable import copy_of, holds_copy, holds_site
from ..publish.provenance import provenance
from ..publish.staging import Staging, put_back
from ..publish.staging_error import StagingError
from . import options
from .command_error import FAULT, CommandError
from .endings import failed, stopped
from .invocation import Invocation
from .parser import Command
from .plan import Plan, plan_of
from .reporting import Report, with_report
from .serving import serve
from .voice import Voice


def build(invocation: Invocation, report: Report, plan: Plan) -> int:
    """Build a site, and serve it if that is planned. Returns the exit status."""
    if plan.compress and compression.BROTLI is None:
        raise CommandError("building.no_brotli")
    invocation.today()  # where it is none, nothing is touched
    # Whatever becomes of this build, what it would find wrong with the folder is told further down.
    with suppress(StagingError, OSError, ValueError, RuntimeError):
        put_back(plan.destination)
    try:
        site = invocation.read(plan.base_url)
    except ContentError as error:
        return report.faults(error)
    if plan.require_address and not (plan.base_url or site.settings.address):
        raise CommandError("building.no_address")
    status = _publish(site, invocation, report, plan)
    if status or plan.port is None:
        return status
    return serve(plan.destination, plan.port, site, invocation)


def _publish(site: Site, invocation: Invocation, report: Report, plan: Plan) -> int:
    """Freeze a site that was checked. Returns the exit status."""
    voice = invocation.voice
    before, begun = None, False
    try:
        before, begun = _published(plan.destination), True
        started = time.monotonic()
        _keep_apart(plan)
        result = freeze(
            copy_of(site) if plan.portable else site,
            plan.destination,
            voice.progress,
            translations=invocation.folders.translations,
            static=invocation.folders.static,
            provenance=provenance(invocation.folders.root),
            compressed=plan.compress,
            kept=Store(invocation.folders.kept),
        )
        report.what_changed(site)
        _summarise(result, time.monotonic() - started, plan.destination, voice)
        if plan.portable:
            voice.say("building.portable", file=plan.destination / "index.html")
        else:
            voice.say("building.entrance", address=f"{site.origin}{site.prefix}{site.settings.entrance}")
    except Exception as error:
        return _tell_failure(error, before, plan, voice)
    except KeyboardInterrupt as stop:
        status = stopped(stop, voice)
        if begun:
            _say_what_is_published(before, plan.destination, voice)
        else:
            voice.fail("building.kept")
        return status
    return 0


def _keep_apart(plan: Plan) -> None:
    """Raises StagingError where a site would take the place of a copy, or a copy that of a site."""
    if plan.portable and holds_site(plan.destination):
        raise StagingError("holds_site", folder=plan.destination)
    if not plan.portable and holds_copy(plan.destination):
        raise StagingError("holds_copy", folder=plan.destination)


def _summarise(result: Result, seconds: float, folder: Path, voice: Voice) -> None:
    voice.say(
        "building.done",
        pages=result.pages,
        made=result.made,
        languages=result.languages,
        size=result.size,
        seconds=f"{seconds:.1f}",
        folder=folder,
    )


def _tell_failure(error: Exception, before: bytes | None, plan: Plan, voice: Voice) -> int:
    """Say why a build failed, and what is published. Returns the exit status."""
    if isinstance(error, StagingError):
        voice.fail(f"building.{error.code}", option=plan.option, **error.values)
        return FAULT
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        voice.fail(_why(error), option=plan.option, reason=f"{error.strerror or error}{where}")
    else:
        failed(error, voice)
    _say_what_is_published(before, plan.destination, voice)
    return FAULT


def _why(error: OSError) -> str:
    """The sentence that says why nothing could be written."""
    if is_in_use(error):
        return "building.in_use"
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == _TOO_LONG_FOR_WINDOWS:
        return "building.too_long"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "building.disk_full"
    return "building.read_only" if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) else "building.no_room"


_TOO_LONG_FOR_WINDOWS = 206  # ERROR_FILENAME_EXCED_RANGE, where a path has more than 260 signs


def _published(folder: Path) -> bytes | None:
    """What tells a published site from another; None where there is none."""
    try:
        return (folder / manifest.NAME).read_bytes()
    except OSError:
        return None


def _say_what_is_published(before: bytes | None, folder: Path, voice: Voice) -> None:
    """Say what became of the published site, as it is found and not as it is supposed to be."""
    after = _published(folder)
    if after == before:
        voice.fail("building.kept")
    elif after is not None:
        voice.fail("building.whole")
    elif _published(aside := Staging(folder.resolve()).waiting) == before:
        voice.fail("building.aside", folder=aside)


@click.command("build", cls=Command)
@options.BUILDING
@options.TELLING
@click.pass_obj
@with_report
def command(invocation: Invocation, report: Report, **planned: Any) -> int:
    """What the command line asks."""
    return build(invocation, report, plan_of(invocation.folders, **planned))
