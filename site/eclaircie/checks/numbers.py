"""The rules of telephone numbers as facts: the national lines have theirs, and a number agrees with its cost."""

from pathlib import Path

from ..content.document import Document
from ..content.library import Library
from ..content.local import Local, News
from ..content.models import Helpline
from ..content.national_lines import (
    EMERGENCY_LINE,
    LISTENING_LINE,
    MESSAGE_LINE,
    NATIONAL_LINES,
    NUMBER_KEYS,
    NationalLine,
)
from ..content.numbering_plan import tariff_of
from ..content.numbers import numbers_by_keys
from ..content.values import digits_of
from ..languages import SOURCE
from ..messages.faults import Faults

_EVERY_DAY = tuple(range(7))


def check(library: Library, content: Path, faults: Faults) -> None:
    """Add the faults of the numbers that the files of a library carry as facts.

    content: the folder from which the library was loaded.
    """
    for name in (EMERGENCY_LINE, MESSAGE_LINE, LISTENING_LINE):
        _check_dock(name, library, content, faults)
    for name, line in NATIONAL_LINES.items():
        document = library.fiches.get(name)
        if document and not document.is_sound:
            _tell_the_right_number(document, line, faults)
        elif document and isinstance(document.entry, Helpline):
            _check_national(document, document.entry, line, faults)
    wrong = {fault.file for fault in faults.errors}
    for document in library.documents.values():
        if isinstance(document.entry, Helpline):
            _check_doubt(document, document.entry, faults)
        if isinstance(document.entry, Helpline) and document.file not in wrong:
            _check_cost(document, document.entry, faults)
        elif isinstance(document.entry, Local | News):
            _check_local_number(document, document.entry, faults)


def _tell_the_right_number(document: Document, line: NationalLine, faults: Faults) -> None:
    """Of a national number that is none at all, such as 113, the sentence that names the right one says more."""
    for key in (key for key in NUMBER_KEYS if key in line.facts):
        at = document.parts.line(key)
        for fault in faults.errors:
            if (fault.file, fault.line) == (document.file, at) and fault.code.endswith("_phone"):
                faults.take_back(fault)
                found, expected = str(document.parts.data.get(key, "")), line.facts[key]
                values = {"key": key, "value": found, "expected": expected, "source": line.confirmed_by}
                faults.add("wrong_national", document.file, at, **values)


def _check_dock(name: str, library: Library, content: Path, faults: Faults) -> None:
    """Every page shows three lines, which it finds by the names of their files."""
    document = library.fiches.get(name)
    if document and (not document.is_sound or isinstance(document.entry, Helpline)):
        return  # it is there; what is wrong with it is told elsewhere
    number = next(iter(NATIONAL_LINES[name].facts.values()))
    if document:
        faults.add("dock_kind", document.file, document.parts.line("genre"), name=name, expected=number)
    elif renamed := _with_number(number, library):
        faults.add("dock_renamed", renamed.file, 1, name=name, expected=number)
    else:
        faults.add("dock_missing", content / SOURCE.tag / "numeros" / f"{name}.md", 1, name=name, expected=number)


def _with_number(number: str, library: Library) -> Document | None:
    """The line, none of the table, that has a number: a file of the dock under another name."""
    for name, document in library.fiches.items():
        entry = document.entry
        own = (entry.number, entry.sms) if isinstance(entry, Helpline) and name not in NATIONAL_LINES else ()
        if digits_of(number) in (digits_of(one) for one in own if one):
            return document
    return None


def _check_national(document: Document, entry: Helpline, line: NationalLine, faults: Faults) -> None:
    """The number, digit for digit; and of an emergency line, that nothing on its page lets anyone hesitate."""
    file, parts = document.file, document.parts
    for key in (*NUMBER_KEYS, *(key for key in line.facts if key not in NUMBER_KEYS)):
        found, expected = document.facts.get(key), line.facts.get(key)
        if not _same(found, expected):
            code = "wrong_national" if found and expected else "no_national" if expected else "extra_national"
            values = {"key": key, "value": found or "", "expected": expected or "", "source": line.confirmed_by}
            faults.add(code, file, parts.line(key), **values)
    if not line.is_emergency:
        return
    if not entry.is_emergency:
        faults.add("emergency_fact", file, parts.line("secours"), key="secours", expected="oui")
    for key, fact, expected in (("cout", entry.cost, "gratuit"), ("facture", entry.bill, "n_apparait_pas")):
        if fact not in (None, expected):
            faults.add("emergency_fact", file, parts.line(key), key=key, expected=expected)
    hours = [(row.days, row.start, row.end) for row in entry.hours or ()]
    if hours not in ([], [(_EVERY_DAY, "00:00", "24:00")]):
        expected = "[{jours: tous, de: 00:00, a: 24:00}]"
        faults.add("emergency_fact", file, parts.line("horaires"), key="horaires", expected=expected)


def _check_doubt(document: Document, entry: Helpline, faults: Faults) -> None:
    """No doubt stands beside a number for danger, whether its file or the table says that it is one."""
    pinned = NATIONAL_LINES.get(document.name)
    if entry.to_confirm and (entry.is_emergency or (pinned and pinned.is_emergency)):
        faults.add("doubt_on_emergency", document.file, document.parts.line("a_confirmer"))


def _check_cost(document: Document, entry: Helpline, faults: Faults) -> None:
    """What a line says of its price and of the bill is possible for its number."""
    key, number = ("numero", entry.number) if entry.number else ("sms", entry.sms)
    if number is None:
        return
    file, parts, tariff = document.file, document.parts, tariff_of(digits_of(number))
    if tariff == "free" and entry.cost == "appel_ordinaire":
        faults.add("free_number", file, parts.line("cout"), value=number)
    if tariff == "ordinary" and entry.cost == "gratuit":
        faults.add("not_free", file, parts.line("cout"), value=number)
    if tariff == "unsure" and entry.cost is None:
        faults.add("unsure_cost", file, parts.line(key), value=number)
    on_the_bill = tariff == "ordinary" or (tariff == "unsure" and entry.cost != "gratuit")
    if on_the_bill and entry.bill == "n_apparait_pas":
        faults.add("on_the_bill", file, parts.line("facture"), value=number)


def _check_local_number(document: Document, entry: Local | News, faults: Faults) -> None:
    """A local service has no key for the price of a call: its number may not be one that is perhaps paid."""
    for keys, number in numbers_by_keys(entry).items():
        if tariff_of(digits_of(number)) == "unsure":
            faults.add("unsure_number", document.file, document.parts.line(*keys), value=number)


def _same(found: str | None, expected: str | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return digits_of(found) == digits_of(expected) if expected[:1] in "+0123456789" else found == expected
