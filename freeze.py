"""Check the content, freeze the site into files, and serve it if asked.

python freeze.py [--destination DIR] [--base-url URL] [--require-address] [--serve] [--port N] [--check] [--strict-age]
                 [--portable [DIR]] [--compress] [--format text|github|gitlab] [--report FILE] [--all] [--quiet] [--lang fr|en]
"""

import gc
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

if __name__ == "__main__":
    # While libraries are loaded there is nothing to clean up: Ctrl-C ends the program without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # What is made here is nearly all needed until the end: looking through it for the rest took a tenth of the time.
    gc.set_threshold(100_000, 50, 100)

sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))  # before any other `eclaircie`

from eclaircie.cli.freeze import command
from eclaircie.cli.invocation import Folders
from eclaircie.cli.main import program, run
from eclaircie.messages.command_lines import freeze_command


def main(arguments: Sequence[str], folders: Folders | None = None) -> int:
    """Do what a command line asks; arguments and answer as those of `eclaircie.cli.main.run`."""
    return run(command, arguments, name=freeze_command(), folders=folders)


if __name__ == "__main__":
    program(command, name=freeze_command())
