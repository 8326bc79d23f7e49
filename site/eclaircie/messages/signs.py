"""Texts of which every sign is seen."""

import re
from pathlib import Path

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u206f\ud800-\udfff]")


def shown(text: str | Path) -> str:
    """A text of which every sign is seen: what gives orders to a terminal, or no encoding can write, as `\\u001b`.

    A file can have nearly any name, and what is quoted is anybody's.
    """
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", str(text))
