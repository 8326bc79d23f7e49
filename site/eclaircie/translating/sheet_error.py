"""Why a document cannot be read or written."""

from typing import Any


class SheetError(Exception):
    """Nothing was done, and why. code, values: the sentence, as for `eclaircie.messages.sentences.sentence`."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
