"""`status`: what there is to do, as text, as a page for those who coordinate, or as data."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from ..importing.reading_error import ReadingError
from ..places import territories
from ..reports.directory_news import Reading, places_of_directories, read_directories
from ..reports.forge_links import links_of
from ..reports.work_list import STEPS, WorkList
from ..reports.work_of_site import work_of_project
from ..reports.work_page import page
from ..reports.work_text import lines_of
from . import options
from .command_error import USAGE, CommandError
from .invocation import Invocation
from .parser import Command, option
from .writing import write

MOST_DAYS = 3650


class Days(click.ParamType[int]):
    """A number of days to look ahead."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number. Raises CommandError where it is none."""
        if not (str(value).isascii() and str(value).isdigit() and 1 <= int(value) <= MOST_DAYS):
            raise CommandError("work.bad_days", USAGE, value=str(value))
        return int(value)


class Place(click.ParamType[str]):
    """The number of a département."""

    name = "place"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its slug. Raises CommandError where there is none of this number."""
        slug = str(value).lower()
        if slug not in territories():
            raise CommandError("work.no_place", USAGE, value=str(value))
        return slug


@click.command("status", cls=Command)
@option("--jours", "days", type=Days(), default=STEPS[-1], metavar="N", purpose="days")
@option("--departement", "territory", type=Place(), metavar="71", purpose="territory")
@option("--par-personne", "by_person", is_flag=True, purpose="by_person")
@option("--all", "everything", is_flag=True, purpose="all_work")
@option("--html", "html", type=options.PATH, metavar="FICHIER", purpose="html")
@option("--json", "as_data", is_flag=True, purpose="as_data")
@option(
    "--annuaire", "directories", type=options.ExistingFile(), multiple=True, metavar="FICHIER", purpose="newer_files"
)
@options.lang
@click.pass_obj
def command(
    invocation: Invocation,
    *,
    directories: tuple[Path, ...],
    days: int,
    territory: str | None,
    by_person: bool,
    everything: bool,
    html: Path | None,
    as_data: bool,
) -> int:
    """What the command line asks."""
    if html and as_data:
        raise CommandError("options.not_together", USAGE, name="--html", other="--json")
    folders, tongue = invocation.folders, invocation.voice.tongue
    site = invocation.sound_site()
    read = _read(directories, [territory] if territory else places_of_directories(site.library))
    found = work_of_project(
        site, folders.content, folders.build, folders.learnt, days=days, tongue=tongue, directories=read
    )
    work = found.only(territory=territory)
    if html:
        _write_page(invocation, work, html)
    elif as_data:
        print(json.dumps(data_of(work), ensure_ascii=False, indent=1, default=str))
    else:
        for line in lines_of(work, tongue, by_person=by_person, everything=everything):
            print(line)
    return 0


def _read(files: tuple[Path, ...], asked: Iterable[str]) -> Reading | None:
    """What newer files of public directories say. Raises CommandError where one is none."""
    try:
        return read_directories(files, asked) if files else None
    except ReadingError as error:
        raise CommandError(f"directory.{error.code}", file=error.file, reason=error.reason) from None


def data_of(work: WorkList) -> dict[str, Any]:
    """The list as plain data: the day, the counts by group, each task."""
    return {**asdict(work), "counts": {group.name: len(group.tasks) for group in work.groups}}


def _write_page(invocation: Invocation, work: WorkList, file: Path) -> None:
    folders, voice = invocation.folders, invocation.voice
    for folder in (folders.build, folders.portable):
        if file.resolve().is_relative_to(folder.resolve()):
            raise CommandError("work.in_build", USAGE, file=file, folder=f"{folder.name}/")
    write(file, page(work, voice.tongue, links_of(folders.root)), file)
    voice.say("work.written", file=file)
