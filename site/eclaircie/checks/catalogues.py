"""The rules of `translations/*.po`: every message is translated, as text, with its blanks and no other number."""

import re
from collections.abc import Collection
from pathlib import Path

from ..content.catalogues import read_catalogue
from ..content.symlinks import leads_out
from ..languages import LANGUAGES, SOURCE
from ..messages.faults import Faults
from .dialling import hand_written, named

_BLANKS = re.compile(r"%\((\w+)\)s|%%|%")


def check(folder: Path, faults: Faults, numbers: Collection[str] = ()) -> None:
    """Add a fault for each message that is missing, doubtful, holds HTML, names a number that the French does not name,
    or has lost a blank such as `%(name)s`.

    A translation goes into pages as it is, so a `<` in one would be HTML. numbers: the digits of those of all lines.
    """
    for language in LANGUAGES:
        if language is SOURCE:
            continue
        file = folder / f"{language.tag}.po"
        if leads_out(file, folder):
            faults.add("outside", file, 1)
            continue
        if not file.is_file():
            faults.add("po_none", file, 1, name=language.name)
            continue
        catalogue = read_catalogue(file, language, faults)
        for message in catalogue or ():
            if message.id:
                _check_message(
                    str(message.id),
                    str(message.string or ""),
                    message.fuzzy,
                    file,
                    message.lineno or 1,
                    faults,
                )
                if number := _other_number(str(message.id), str(message.string or ""), numbers):
                    short = _short(str(message.id))
                    faults.add("po_number", file, message.lineno or 1, message=short, value=number)


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
