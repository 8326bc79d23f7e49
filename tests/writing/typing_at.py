"""Somebody at a terminal who types."""

import io


class Typed(io.StringIO):
    """What somebody types, line by line; behind the last one they type no more."""

    def __init__(self, *lines: str) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))

    def isatty(self) -> bool:
        """Somebody is there."""
        return True
