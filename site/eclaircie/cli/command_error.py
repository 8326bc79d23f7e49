"""Why a command does nothing."""

from typing import Any

FAULT = 1
"""The exit status where something is wrong with what the command is about."""

USAGE = 2
"""The exit status where the command itself is not written as it should be."""


class CommandError(Exception):
    """A command does nothing, or stops, and says why.

    code, values: the sentence, as for `eclaircie.messages.sentences.sentence`. status: the exit status.
    """

    def __init__(self, code: str, status: int = FAULT, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.values = values
