"""The amounts of an aid: a row has one for each band, and where they are worked out they are what the formula gives."""

import datetime
from collections.abc import Iterator

from ..content.document import Document
from ..content.models import Aid
from ..content.parts import Keys
from ..content.scale_formula import in_header, scale_of
from ..content.scales import Formula
from ..messages.faults import Faults

LAST_DAY = (3, 31)
"""Month and day on which amounts end that were worked out in the year before: the RSA changes on 1 April."""


def check(document: Document, entry: Aid, faults: Faults) -> None:
    """Add the faults of the amounts of an aid."""
    file, parts = document.file, document.parts
    scale, formula = entry.scale, entry.formula
    bands = len(scale.limits) + 1 if scale else 0
    wrong = [(number, row) for number, row in enumerate(scale.rows if scale else ()) if len(row.amounts) != bands]
    for number, row in wrong:
        line = parts.line("bareme", "lignes", number)
        faults.add("bad_scale", file, line, count=len(row.amounts), bands=bands - 1, expected=bands)
    if formula is None:
        return
    _check_days(document, entry, formula, faults)
    if scale is None:
        faults.add("no_scale", file, parts.line("calcul"))
    elif not wrong:
        wanted = dict(_values(in_header(scale_of(formula))))
        found = dict(_values(in_header(scale)))
        for keys in (keys for keys in {**wanted, **found} if wanted.get(keys) != found.get(keys)):
            values = {"value": found.get(keys, "—"), "expected": wanted.get(keys, "—")}
            faults.add("scale_differs", file, parts.line("bareme", *keys), **values)


def _check_days(document: Document, entry: Aid, formula: Formula, faults: Faults) -> None:
    """Constants of one year belong together, and end with it."""
    file, parts = document.file, document.parts
    year = formula.basic_amount.since.year
    for key, wage in (("smic_net", formula.net_wage), ("smic_brut", formula.gross_wage)):
        first = datetime.date(year, 1, 1)
        if wage.since != first:
            line = parts.line("calcul", key)
            faults.add("formula_day", file, line, key=key, value=wage.since.isoformat(), expected=first.isoformat())
    last = datetime.date(year + 1, *LAST_DAY)
    if entry.valid_until is None or entry.valid_until > last:
        line = parts.line("valable_jusqu_au" if entry.valid_until else "calcul")
        faults.add("formula_end", file, line, expected=last.isoformat())


def _values(data: object, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Each value of a header with the keys that lead to it."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _values(value, (*keys, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _values(value, (*keys, number))
    else:
        yield keys, str(data)
