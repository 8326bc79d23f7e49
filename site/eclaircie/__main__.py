"""`python -m eclaircie …`: everything that is asked of the project on a command line."""

import signal

if __name__ == "__main__":
    # While libraries are loaded there is nothing to clean up: Ctrl-C ends the program without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from .cli.group import group
from .cli.main import program
from .messages.command_lines import eclaircie_command

if __name__ == "__main__":
    program(group, name=eclaircie_command())
