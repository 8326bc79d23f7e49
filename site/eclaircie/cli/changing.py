"""What all commands have in common that change files of content: why they do not, and the trial before they do."""

from collections.abc import Iterator
from contextlib import contextmanager

from ..messages.command_lines import eclaircie_command
from ..messages.faults import Fault
from ..writing.plan import Plan
from ..writing.trial import new_faults
from ..writing.writing_error import WritingError
from .command_error import FAULT, CommandError
from .invocation import Invocation
from .voice import Voice


@contextmanager
def writing(voice: Voice) -> Iterator[None]:
    """Has told, in the command's own way, why nothing was changed. Raises CommandError."""
    try:
        yield
    except WritingError as error:
        voice.faults(error.faults, everything=True)
        raise CommandError(error.code, FAULT, **error.values) from error


def faults_of_check(plan: Plan, invocation: Invocation) -> list[Fault]:
    """What the check would say of what a plan leads to, and does not say today."""
    folders = invocation.folders
    return new_faults(
        plan,
        invocation.today(),
        translations=folders.translations,
        static=folders.static,
        kept=folders.learnt,
    )


def refused_by_check(plan: Plan, invocation: Invocation) -> None:
    """Raises CommandError where the check would refuse what a plan leads to, once it has told why."""
    faults = faults_of_check(plan, invocation)
    if faults:
        invocation.voice.faults(faults, everything=False)
        raise CommandError("writing.refused", FAULT, count=len(faults))


def command_for(voice: Voice, french: str, english: str, *words: str) -> str:
    """A command of the project's own, by the name that it has in the language of whoever is told."""
    return eclaircie_command(french if voice.tongue == "fr" else english, *words)
