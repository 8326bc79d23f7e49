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
    saved = internal_errors.save(error)
    if saved.file:
        voice.fail("program.bug", reason=saved.reason, file=saved.file)
    else:
        voice.fail("program.bug_unsaved", reason=saved.reason)
        print(saved.traceback, file=sys.stderr)
    return FAULT
