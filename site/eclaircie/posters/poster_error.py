"""Why nothing is printed."""

from typing import Any


class PosterError(Exception):
    """Nothing can be printed, and nothing was written. code, values: the sentence, in the table `posters`."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
