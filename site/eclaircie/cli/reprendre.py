"""`reprendre`: the documents that translators have filled in come back into the content."""

from pathlib import Path

import click

from ..content import library
from ..messages.faults import Faults
from ..translating.returning import Outcome, outcomes_of
from ..translating.sheet_error import SheetError
from ..translating.word_reading import ReturnedPage, returned_pages
from ..writing.plan import Plan
from . import options
from .changing import faults_of_check, writing
from .command_error import FAULT, CommandError
from .invocation import Invocation
from .parser import Command
from .voice import Voice


@click.command("reprendre", cls=Command)
@click.argument("files", nargs=-1, required=True, type=options.ExistingFile(), metavar="FICHIER.docx...")
@options.lang
@click.pass_obj
def command(invocation: Invocation, files: tuple[Path, ...]) -> int:
    """What the command line asks."""
    content, voice = invocation.folders.content.resolve(), invocation.voice
    pages = [page for file in files for page in _pages(file)]
    with writing(voice):
        outcomes = outcomes_of(pages, library.load(content, Faults()), content)
        plan = _tried(outcomes, invocation, content)
        plan.apply()
    refused = sum(_tell(outcome, content, voice) for outcome in outcomes)
    if refused:
        voice.fail("sheets.refused", count=refused, total=len(outcomes))
    return FAULT if refused else 0


def _pages(file: Path) -> list[ReturnedPage]:
    """The pages of a document. Raises CommandError where it is none of ours."""
    try:
        return returned_pages(file)
    except SheetError as error:
        raise CommandError(error.code, FAULT, **error.values) from error
    except ImportError as error:
        raise CommandError("sheets.no_library") from error


def _tried(outcomes: list[Outcome], invocation: Invocation, content: Path) -> Plan:
    """What is to be written: the pages that the check has nothing against. It tells those concerned what it has."""
    while True:
        plan = Plan(content)
        for outcome in outcomes:
            if outcome.file and outcome.text is not None:
                plan.write(outcome.file, outcome.text)
        faults = faults_of_check(plan, invocation)
        concerned = [outcome for outcome in outcomes if outcome.text is not None]
        for outcome in concerned:
            outcome.add_faults([fault for fault in faults if fault.file == outcome.file])
        if not faults or all(outcome.text is None for outcome in outcomes):
            return plan if not faults else Plan(content)
        if all(outcome.text is not None for outcome in concerned):  # of none of these files: nothing is written
            invocation.voice.faults(faults, everything=False)
            raise CommandError("sheets.other_faults")


_SHOWN = 8
"""Rows of one page of which it is said what is wrong with them; more would hide the next page."""


def _tell(outcome: Outcome, content: Path, voice: Voice) -> bool:
    """Say what became of a page. Returns whether it was refused."""
    wrong = [(each.row, voice.sentence(f"sheets.{each.code}", **each.values)) for each in outcome.troubles]
    wrong += [(row, fault.sentence(voice.tongue)) for row, fault in outcome.faults]
    for row, what in wrong[:_SHOWN]:
        voice.fail("sheets.at_row" if row else "sheets.at_page", page=outcome.title, row=row, what=what)
    if len(wrong) > _SHOWN:
        voice.fail("sheets.more", page=outcome.title, count=len(wrong) - _SHOWN)
    if wrong:
        return True
    if not outcome.is_begun:
        voice.say("sheets.not_begun", page=outcome.title)
    elif outcome.file:
        code = "sheets.unchanged" if outcome.text is None else "sheets.taken_back"
        voice.say(code, page=outcome.title, file=outcome.file.relative_to(content))
    if outcome.text is not None and outcome.has_moved:
        voice.say("sheets.french_moved", page=outcome.title)
    return False
