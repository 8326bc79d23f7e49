"""The amounts of an aid: a row has one for each band, and where they are worked out they are what the formula gives."""

import datetime
from collections.abc import Iterator

from ..content.document import Document
from ..content.models import Aid
from ..content.parts import Keys
from ..content.scale_formula import euros, in_header, scale_of
from ..content.scales import Formula
from ..messages.faults import Faults

LAST_DAY = (3, 31)
"""Month and day on which amounts end that were worked out in the year before: the RSA changes on 1 April."""

BASIC_SHARES = (33, 66)
"""The RSA of one person, in percent of the net SMIC: 45 in 2026. A digit too many or too few is far outside."""

NET_SHARES = (70, 90)
"""The net SMIC, in percent of the gross one: 79 in 2026."""

RISE_SHARES = (100, 115)
"""The gross SMIC of today, in percent of that of 1 January: 102 since June 2026."""


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
    sizes_fit = _sizes_fit(document, formula, faults)
    if scale is None:
        faults.add("no_scale", file, parts.line("calcul"))
    elif sizes_fit and not wrong:
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


def _sizes_fit(document: Document, formula: Formula, faults: Faults) -> bool:
    """Whether constants are of the size that they have beside each other: one mistyped would make a whole scale of its own."""
    net, gross, now = formula.net_wage, formula.gross_wage, formula.gross_wage_now
    compared = [
        ("smic_net", net, "smic_brut", gross, NET_SHARES),
        ("rsa", formula.basic_amount, "smic_net", net, BASIC_SHARES),
    ]
    if now is not None:
        line = document.parts.line("calcul", "smic_brut_actuel")
        if now.since <= gross.since:
            faults.add("formula_former_wage", document.file, line, value=now.since.isoformat())
        else:
            compared.append(("smic_brut_actuel", now, "smic_brut", gross, RISE_SHARES))
    for key, found, other, beside, (least, most) in compared:
        if not least * beside.amount <= 100 * found.amount <= most * beside.amount:
            low, high = (euros(share * beside.amount // 100) for share in (least, most))
            line = document.parts.line("calcul", key)
            faults.add(
                "formula_size", document.file, line, key=key, value=euros(found.amount), other=other, low=low, high=high
            )
            # what is measured by a wrong amount would be wrong too
            return False
    return True


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
