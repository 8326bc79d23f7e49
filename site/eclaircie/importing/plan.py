"""What was taken of a directory's proposals as a plan, without the files that the check would refuse."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..content.library import Library
from ..languages import SOURCE
from ..messages.faults import Fault
from ..writing.addresses import files_of
from ..writing.drafts import key_at
from ..writing.plan import Plan
from ..writing.texts import FileText
from . import towns
from .differences import IDENTIFIER, Changed, values_taken
from .files import CAN_AGE, path_for, text_of, values_of, with_doubts
from .record import Record

_WAYS = ("numero", "courriel", "site")
_OPTIONAL = frozenset({*CAN_AGE, "horaires_note", "position", "langues", "acces_handicap"})
"""The facts without which a counter is still worth telling, as long as one of the ways to reach it is left."""


@dataclass(frozen=True)
class Piece:
    """One file and the text that it shall get. name: what is told of it. count: how many facts of it change.

    values: of the header of a new file, by key; of a file that stands, none.
    """

    file: Path
    text: str
    name: str
    count: int = 0
    values: dict[str, Any] = field(default_factory=dict)

    def without(self, faults: list[Fault]) -> "Piece | None":
        """The same without the facts that have faults; None where it cannot do without them."""
        parts = FileText(self.file, self.text).parts
        keys = {key_at(fault.line, parts) for fault in faults if fault.file == self.file}
        values = {key: value for key, value in self.values.items() if key not in keys}
        if not self.values or not keys <= _OPTIONAL or not any(key in values for key in _WAYS):
            return None
        if doubts := [key for key in values.pop("a_confirmer", ()) if key in values]:
            values["a_confirmer"] = doubts
        return replace(self, text=text_of(values, self.file), values=values)


@dataclass(frozen=True)
class Tried:
    """A plan that the check has nothing against. pieces: what is in it.

    refused: what is left out of it, with the faults that it would have. lighter: what is in it without some facts, with
    the faults of these. others: faults that it would bring to other files; then the plan is empty.
    """

    plan: Plan
    pieces: list[Piece] = field(default_factory=list)
    refused: list[tuple[Piece, list[Fault]]] = field(default_factory=list)
    lighter: list[tuple[Piece, list[Fault]]] = field(default_factory=list)
    others: list[Fault] = field(default_factory=list)


def new_pieces(
    records: Iterable[Record], library: Library, content: Path, today: datetime.date, months: int
) -> list[Piece]:
    """The files of new counters. library, content: what stands. today, months: as for `values_taken`."""
    named: set[str] = set()

    def is_free(path: str) -> bool:
        taken = path in named or path in library.documents or path in library.unsound or any(files_of(path, content))
        return not taken

    pieces = []
    for record in records:
        path = path_for(record, is_free)
        named.add(path)
        file = content / SOURCE.tag / f"{path}.md"
        values = with_doubts(values_of(record), today, months)
        pieces.append(Piece(file, text_of(values, file), record.name, values=values))
    return pieces


def changed_piece(change: Changed, keys: frozenset[str], today: datetime.date, months: int) -> Piece:
    """A file in which some differences are taken; only the lines of these facts change. Arguments as for `values_taken`.

    Raises WritingError where its header cannot be written anew.
    """
    document = change.document
    name = str(document.facts.get("nom") or document.entry.title)
    text = FileText.read(document.file).with_values(values_taken(change, keys, today, months))
    return Piece(document.file, text.written, name, len(keys - {IDENTIFIER}))


def town_pieces(texts: dict[str, str], content: Path) -> list[Piece]:
    """The tables of town halls. texts: by the slug of their département."""
    files = ((towns.file_of(content, territory), text) for territory, text in texts.items())
    return [Piece(file, text, file.name) for file, text in files]


def tried(pieces: Iterable[Piece], content: Path, faults_of: Callable[[Plan], list[Fault]]) -> Tried:
    """A plan of all files that the check lets pass. faults_of: what it would say of a plan, and does not say today."""
    left = list(pieces)
    result = Tried(Plan(content), left)
    while left:
        plan = Plan(content)
        for piece in left:
            plan.write(piece.file, piece.text)
        faults = faults_of(plan) if plan.changes else []
        if not faults:
            return replace(result, plan=plan, pieces=left)
        wrong = {piece.file: [fault for fault in faults if fault.file == piece.file] for piece in left}
        if not any(wrong.values()):
            return replace(result, pieces=[], others=faults)
        kept = []
        for piece in left:
            if not (own := wrong[piece.file]):
                kept.append(piece)
            elif lighter := piece.without(own):
                kept.append(lighter)
                result.lighter.append((piece, own))
            else:
                result.refused.append((piece, own))
        left = kept
    return replace(result, pieces=[])
