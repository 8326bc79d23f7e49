"""The rules of `translations/*.po`: every message is translated, as text, with its blanks and no other number."""

import hashlib
import re
from collections.abc import Collection
from pathlib import Path

from ..canonical_json import canonical_json
from ..content.catalogues import read_catalogue
from ..content.symlinks import leads_out
from ..kept.store import Store
from ..kept.table import table_of
from ..languages import LANGUAGES, SOURCE, Language
from ..messages.faults import Faults
from .dialling import hand_written, named

_BLANKS = re.compile(r"%\((\w+)\)s|%%|%")


_BEGUN = ("po_missing", "po_fuzzy")
"""What is no fault in a language that is not published: its words are still being translated."""


def check(
    folder: Path,
    faults: Faults,
    numbers: Collection[str] = (),
    kept: Store | None = None,
    published: Collection[Language] = LANGUAGES,
) -> None:
    """Add a fault for each message that is missing, doubtful, holds HTML, names a number that the French does not name,
    or has lost a blank such as `%(name)s`.

    A translation goes into pages as it is, so a `<` in one would be HTML. numbers: the digits of those of all lines.
    kept: what earlier checks have found, by the text of each file and these numbers. published: the languages that must
    be whole; of another, what stands in its file must be sound.
    """
    table = table_of(kept, "catalogues")
    for language in LANGUAGES:
        if language is SOURCE:
            continue
        file = folder / f"{language.tag}.po"
        if leads_out(file, folder):
            faults.add("outside", file, 1)
            continue
        if not file.is_file():
            if language in published:
                faults.add("po_none", file, 1, name=language.name)
            continue
        overlooked = () if language in published else _BEGUN
        key = _key(file, language, numbers) if table else None
        if table and key and (known := table.get(key)):
            told = known[0]
        else:
            found = Faults()
            _check_file(file, language, numbers, found)
            told = [[fault.code, fault.line, dict(fault.values)] for fault in found.in_order]
            if table and key:
                table.put(key, [told])
        for code, line, values in told:
            if code not in overlooked:
                faults.add(code, file, line, **values)
    if table:
        table.save()


def _key(file: Path, language: Language, numbers: Collection[str]) -> str | None:
    """What the faults of a file follow from, or None where it cannot be read."""
    try:
        read = hashlib.sha256(file.read_bytes())
    except OSError:
        return None
    read.update(canonical_json([language.tag, sorted(numbers)]).encode())
    return read.hexdigest()


def _check_file(file: Path, language: Language, numbers: Collection[str], faults: Faults) -> None:
    for message in read_catalogue(file, language, faults) or ():
        if message.id:
            text, line = str(message.string or ""), message.lineno or 1
            _check_message(str(message.id), text, message.fuzzy, file, line, faults)
            if number := _other_number(str(message.id), text, numbers):
                faults.add("po_number", file, line, message=_short(str(message.id)), value=number)


def _check_message(source: str, text: str, fuzzy: bool, file: Path, line: int, faults: Faults) -> None:
    short = _short(source)
    if not text.strip():
        faults.add("po_missing", file, line, message=short)
    elif fuzzy:
        faults.add("po_fuzzy", file, line, message=short)
    elif sign := next((sign for sign in "<>&" if sign in text), None):
        faults.add("po_sign", file, line, message=short, value=sign)
    elif sorted(m[0] for m in _BLANKS.finditer(source)) != sorted(m[0] for m in _BLANKS.finditer(text)):
        blanks = ", ".join(sorted({m[0] for m in _BLANKS.finditer(source)})) or "—"
        faults.add("po_blank", file, line, message=short, value=blanks)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


def _other_number(source: str, text: str, numbers: Collection[str]) -> str | None:
    """A number in a translation that its message does not hold."""
    known = {number.digits for number in (*hand_written(source, numbers), *named(source))}
    found = (number for number in (*hand_written(text, numbers), *named(text)) if number.digits not in known)
    return next((number.value for number in found), None)
