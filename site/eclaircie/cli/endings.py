"""How a command ends that did not do its work."""

import signal
import sys

from ..messages import internal_errors
from .command_error import FAULT
from .voice import Voice


def stopped(stop: KeyboardInterrupt, voice: Voice) -> int:
    """Say that somebody stopped the program. Returns the exit status that shells expect of the signal."""
    print(file=sys.stderr)
    voice.fail("program.stopped")
    return 128 + (stop.args[0] if stop.args else signal.SIGINT)


def failed(error: Exception, voice: Voice) -> int:
    """Report an internal error, and save its traceback to a file. Returns the exit status."""
    print(internal_errors.save(error).told(voice.tongue), file=sys.stderr, flush=True)
    return FAULT
