"""Why nothing was changed."""

from collections.abc import Sequence
from typing import Any

from ..messages.faults import Fault


class WritingError(Exception):
    """Nothing was changed, and why.

    code, values: the sentence, as for `eclaircie.messages.sentences.sentence`. faults: what the check would say of it.
    """

    def __init__(self, code: str, faults: Sequence[Fault] = (), **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.faults = list(faults)
        self.values = values
