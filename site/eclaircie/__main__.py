"""`python -m eclaircie …`: everything that is asked of the project on a command line."""

import gc
import signal

if __name__ == "__main__":
    # While libraries are loaded there is nothing to clean up: Ctrl-C ends the program without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # What is made here is nearly all needed until the end: looking through it for the rest took a tenth of the time.
    gc.set_threshold(100_000, 50, 100)

from .cli.group import group
from .cli.main import program
from .messages.command_lines import eclaircie_command

if __name__ == "__main__":
    program(group, name=eclaircie_command())
