"""Why nothing was received or sent."""

from typing import Any


class SendingError(Exception):
    """Nothing was sent, nothing was lost. code: in the table `sending`. values: what its sentence names."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
