"""Runs a command: its answer is an exit status, and whatever goes wrong is a sentence, never a traceback."""

import errno
import io
import itertools
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

import click

from ..messages.tongues import Tongue
from .command_error import FAULT, CommandError
from .endings import failed, stopped
from .invocation import Folders, Invocation
from .voice import Voice


def run(
    command: click.Command, arguments: Sequence[str] | None = None, *, name: str, folders: Folders | None = None
) -> int:
    """Do what a command line asks.

    arguments: its words, without the name of the program; None takes those of this process.
    name: how the program is called, as it is printed. folders: those of the project, unless others are to be worked on.
    Returns the exit status: 0 where all went well, 1 for a fault, 2 where the command line is not written as it should
    be, 128 and the number of a signal that stopped the program.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    voice = Voice(_tongue_in(words))
    try:
        with command.make_context(name, words, obj=Invocation(voice, folders or Folders())) as context:
            return command.invoke(context) or 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except CommandError as error:
        return _refused(error, voice)
    except KeyboardInterrupt as stop:
        return stopped(stop, voice)
    except Exception as error:
        if not _nobody_reads(error):
            return failed(error, voice)
        # Whoever reads has read enough. What is left is thrown away, or Python would complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULT


def program(command: click.Command, *, name: str) -> NoReturn:
    """Run a command as the whole work of this process, which ends with its status. Arguments as for `run`."""
    # A machine that shuts down stops us as a person does: what was begun is cleaned up.
    for stop in ("SIGINT", "SIGTERM", "SIGBREAK"):  # the last one, Ctrl-Break, on Windows only
        if hasattr(signal, stop):
            signal.signal(getattr(signal, stop), _stop)
    # The name of a folder may hold bytes that are no text.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(run(command, name=name))


def _stop(number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt(number)


def _nobody_reads(error: Exception) -> bool:
    """Whether what was printed has no reader any more. Windows tells it as something unsuitable, and names no file."""
    if isinstance(error, OSError) and sys.platform == "win32":
        return error.errno == errno.EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError)


def _tongue_in(words: list[str]) -> Tongue:
    """The language that a command line asks for: what is wrong with the other options is said in it too."""
    asked = [after for before, after in itertools.pairwise(words) if before == "--lang"]
    asked += [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    return "en" if "en" in asked else "fr"


def _refused(error: CommandError, voice: Voice) -> int:
    voice.fail(error.code, **error.values)
    return error.status
