"""`verify`: a published site, or a folder, is compared with what was built."""

import sys
from pathlib import Path

import click

from ..content.settings import SITE_ADDRESS
from ..publish import manifest
from ..publish.comparison import Built, VerifyError
from ..publish.verify_folder import verify_folder
from ..publish.verify_site import verify_site
from . import options
from .command_error import FAULT, USAGE, CommandError
from .comparison_report import tell
from .invocation import Invocation
from .parser import Command, option


@click.command("verify", cls=Command)
@click.argument("copy", metavar="URL_OU_DOSSIER")
@option("--manifest", "file", type=options.PATH, metavar="FILE", purpose="manifest")
@options.lang
@click.pass_obj
def command(invocation: Invocation, copy: str, file: Path | None) -> int:
    """What the command line asks."""
    try:
        built = Built.read(file or invocation.folders.build / manifest.NAME)
        if SITE_ADDRESS.fullmatch(copy):
            report = verify_site(built, copy, _show_progress)
        elif copy and Path(copy).is_dir():
            report = verify_folder(built, Path(copy))
        else:
            raise VerifyError("no_folder", path=copy)
    except VerifyError as error:
        raise CommandError(f"verifying.{error.code}", USAGE, **error.values) from error
    for line in tell(report, built, invocation.voice.tongue):
        print(line)
    return FAULT if report.differences else 0


def _show_progress(done: int, total: int) -> None:
    """On one line in a terminal, which the next sentence replaces; nowhere else."""
    if sys.stderr.isatty():
        end = "\r" + " " * 20 + "\r" if done == total else ""
        print(f"\r{done} / {total}", end=end, file=sys.stderr, flush=True)
