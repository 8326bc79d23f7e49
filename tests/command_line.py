"""Runs `python -m eclaircie …` as somebody at a terminal does, in this process."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

from eclaircie.cli.group import group
from eclaircie.cli.invocation import Folders
from eclaircie.cli.main import run as run_command


@dataclass(frozen=True)
class Result:
    """What a command answered. exit_code: its status. stdout, stderr: what it said, and where."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def output(self) -> str:
        """All that it said."""
        return self.stdout + self.stderr


def run(*arguments: object, folders: Folders | None = None) -> Result:
    """Run a command. arguments: its words. folders: those of another project than this one."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = run_command(group, [str(word) for word in arguments], name="python -m eclaircie", folders=folders)
    return Result(status, out.getvalue(), err.getvalue())
