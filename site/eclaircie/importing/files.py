"""A record of a directory as a file of ours: what its header says, its text, and its name."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..checks.discretion import revealing_in_any
from ..content.base import Entry, facts_of
from ..content.choices import TAB_KINDS
from ..content.counters import COUNTERS, Counter
from ..content.folding import plain
from ..content.local import FOLDER
from ..content.models import MODELS
from ..content.raw_text import FORBIDDEN
from ..content.review import is_old
from ..writing.texts import FileText
from ..writing.writing_error import WritingError
from .record import Record

GENRE = next(genre for genre, model in MODELS.items() if model is Counter)
"""The kind of file that a record becomes: a counter without a page of its own."""

CAN_AGE = ("numero", "courriel", "site", "adresse", "horaires")
"""The facts of which a page says that they are to be confirmed, where the directory has not looked at them for long."""

_YES = {True: "oui", False: "non", None: None}

_START = f"---\ngenre: {GENRE}\n---\n"


def values_of(record: Record) -> dict[str, Any]:
    """What the header of a record's file says, by key, as a header has it; what nobody knows is left out.

    Nothing in it depends on the day: what the age of the record adds is `with_doubts`.
    """
    day = record.date.isoformat() if record.date else None
    source = {"nom": record.producer, "adresse": record.address, **({"date": day} if day else {})}
    values: dict[str, Any] = {
        "type": record.type,
        "nom": record.name,
        "numero": record.number,
        "courriel": record.email,
        "site": record.website,
        "adresse": record.street_address,
        "commune": record.commune,
        "position": ", ".join(f"{degrees:.3f}" for degrees in record.position or ()),
        "horaires": [dict(row) for row in record.hours],
        "horaires_note": record.hours_note,
        "communes": list(record.communes),
        "intercommunalites": list(record.intercommunalities),
        "propose": list(record.offers),
        "pour": list(record.audience),
        "langues": list(record.languages),
        "acces_handicap": list(record.access),
        "sans_rendez_vous": _YES[record.no_appointment],
        "cout": record.cost,
        "annuaire": record.key,
        "verifie_le": day,
        "sources": [source],
    }
    return {key: _visible(value) for key, value in values.items() if value}


def _visible(value: Any) -> Any:
    """A value on one line, without the signs that no file may hold."""
    if isinstance(value, list):
        return [_visible(item) for item in value]
    if isinstance(value, dict):
        return {key: _visible(item) for key, item in value.items()}
    return " ".join(FORBIDDEN.sub(" ", value).split())


def with_doubts(values: dict[str, Any], today: datetime.date, months: int) -> dict[str, Any]:
    """The same, with the facts to be confirmed where the record is older than the review period. months: of that."""
    entry = entry_of(values)
    if entry is None or not is_old(entry, today, months):
        return values
    return {**values, "a_confirmer": [key for key in CAN_AGE if key in values]}


def text_of(values: dict[str, Any], file: Path) -> str:
    """The text of a record's file, in the form that all headers have. Raises WritingError where it would not be read so."""
    return FileText(file, _START).with_values(values).text


def entry_of(values: dict[str, Any]) -> Entry | None:
    """The entry that such a file is read as, or None where a value is not as it should be."""
    try:
        return MODELS[GENRE].model_validate({"genre": GENRE, **values})
    except ValidationError:
        return None


def facts_of_values(values: dict[str, Any]) -> dict[str, Any] | None:
    """The facts of such a file as `Document.facts` has them, or None where a value is not as it should be."""
    entry = entry_of(values)
    return facts_of(entry) if entry else None


def is_fit(record: Record) -> bool:
    """Whether a record can be a file: it has a day, and each value is as a header must have it."""
    values = values_of(record)
    try:
        return record.date is not None and entry_of(values) is not None and bool(text_of(values, Path()))
    except WritingError:
        return False


def path_for(record: Record, is_free: Callable[[str], bool]) -> str:
    """A path for the file of a record: what it is and where, in words that reveal nothing.

    is_free: whether no other file has a path.
    """
    folder = f"{FOLDER}/{record.territory}/{COUNTERS}"
    return next(path for name in _names(record) if is_free(path := f"{folder}/{name}"))


def _names(record: Record) -> Iterator[str]:
    word = record.type.replace("_", " ")
    if revealing_in_any(word, is_path=True):
        word = TAB_KINDS.labels[record.type]
    steps = [step for step in plain(word).split() if len(step) > 2 or word == step]
    name = "-".join([*steps, *plain(record.town).split()])
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
