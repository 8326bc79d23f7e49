"""What has changed in the French rows since a translation, word by word."""

import difflib
import re

from ..writing.word_differences import Piece
from .rows import Row

LONGEST = 5_000
"""Words; longer texts are not compared, for the time it takes grows with the product of their lengths."""

_BREAK = "\0"


def changes_of(former: list[Row], rows: list[Row]) -> list[list[Piece]]:
    """Each row cut where it differs from the former text. What was taken away stands in the row where it stood."""
    before, after = _words_of(former), _words_of(rows)
    if max(len(before), len(after)) > LONGEST:
        return [[Piece("new", row.text)] for row in rows]
    found: list[list[Piece]] = [[]]
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone = "".join(word for word in before[a:b] if word != _BREAK) if tag != "equal" else ""
        if gone:
            found[-1].append(Piece("gone", gone))
        for word in after[c:d]:
            if word == _BREAK:
                found.append([])
            else:
                found[-1].append(Piece("same" if tag == "equal" else "new", word))
    return [_joined(pieces) for pieces in found[: len(rows)]]


def _words_of(rows: list[Row]) -> list[str]:
    return [word for row in rows for word in (*re.findall(r"\w+|\s+|[^\w\s]", row.text), _BREAK)]


def _joined(pieces: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].kind == piece.kind:
            joined[-1] = Piece(piece.kind, joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined
