"""One table a territory for professionals: those who help there, then the national lines.

Made for LibreOffice and Excel as they are set up in France: semicolons, a byte order mark, CR LF. As text, it opens
anywhere. Called within a request in French, the language of all words in the file.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..canonical_json import Inputs
from ..content.counters import Counter
from ..content.facts import Declared, declared
from ..content.local import Network, Structure
from ..content.models import Helpline, facts_in
from ..places import Territory
from ..rendering.formats import host
from .records import Record, opening_hours, source_in_words

_EXPORTED = (Helpline, Network, Structure, Counter)
"""The models of those who help. The facts of one column are those of several, or several of one."""
_DECLARED = sorted(
    (each for model in _EXPORTED for each in declared(model).values() if each.fact.column),
    key=lambda each: each.fact.place,
)
COLUMNS = tuple(dict.fromkeys(each.fact.column for each in _DECLARED))

_BEFORE_A_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r")
"""Four of the signs are wide ones, which some spreadsheets read as the narrow."""
_INTERNATIONAL_NUMBER = re.compile(r"\+[0-9][0-9 ]*")


class Tables:
    """The tables of all territories. A national line stands in nearly each of them, and its row is made once or twice."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, bool], list[str]] = {}

    def file(self, records: list[Record], territory: Territory) -> bytes:
        """The table of a territory, as it is published, in the order given. records: of one site, whatever the territory.

        Numbers keep the spaces with which they are written: what has spaces in it stays a text in a spreadsheet, and so
        keeps its first zero.
        """
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows(self._row(record, territory.is_overseas) for record in records)
        return text.getvalue().encode("utf-8-sig")

    def _row(self, record: Record, is_overseas: bool) -> list[str]:
        made = self._rows.get((record.path, is_overseas))
        if made is None:
            cells = _cells(record, is_overseas)
            made = self._rows[record.path, is_overseas] = [harmless(cells.get(column) or "") for column in COLUMNS]
        return made


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, by an apostrophe before its first sign.

    Not before an international number: after its plus stand only digits and spaces, which compute nothing, and with
    the apostrophe it could not be dialled as it stands.
    Source: https://owasp.org/www-community/attacks/CSV_Injection
    """
    if cell.startswith(_BEFORE_A_FORMULA) and not _INTERNATIONAL_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def _cells(record: Record, is_overseas: bool) -> dict[str, str]:
    """The cells of one of those who help, by column: the fact that is declared for it, but where more is told there."""
    facts = record.facts
    cells: dict[str, str] = {}
    for key, each in facts_in(facts).items():
        if each.fact.column and not cells.get(each.fact.column):
            cells[each.fact.column] = _cell(record, each, facts.get(key))
    return cells | {
        "type": record.type,
        "numéro": _number(record, is_overseas),
        "horaires": " · ".join(_opening(facts)),
        "secteur": _listed([area.name for area in record.areas]),
        "ce qui est proposé": record.in_words("propose") if facts.get("propose") else record.summary,
        "joindre par": _listed([_reached(way) for way in [*record.contacts, *_desks(facts), *_other_ways(record)]]),
        "à confirmer": "tout" if record.is_to_check_again else _listed(record.doubtful),
        "sources": " | ".join(
            [told for _, told in record.licensed_sources] or map(source_in_words, facts.get("sources") or ())
        ),
    }


def _cell(record: Record, fact: Declared, value: Any) -> str:
    """A fact as a cell: choices and languages in words, answers as oui or non, all else as it is written."""
    if value in (None, [], ""):
        return ""
    if fact.form == "yes":
        return "oui" if value else "non"
    if fact.form in ("choice", "tag"):
        return record.in_words(fact.key)
    return _listed(map(str, value)) if isinstance(value, list) else str(value)


def _opening(facts: Inputs) -> Iterator[str]:
    if facts.get("horaires"):
        yield opening_hours(facts["horaires"])
    if facts.get("horaires_messagerie"):
        yield f"messagerie : {opening_hours(facts['horaires_messagerie'])}"


def _number(record: Record, is_overseas: bool) -> str:
    """The number to call; overseas, the one that answers from there."""
    from_overseas = record.facts.get("numero_outre_mer") if is_overseas else None
    return from_overseas or record.facts.get("numero") or ""


def _desks(facts: Inputs) -> list[dict[str, str]]:
    """The receptions at which one asks, as if those were contacts of their own."""
    return [{"nom": desk["lieu"], "numero": desk["numero"]} for desk in facts.get("accueils") or ()]


def _other_ways(record: Record) -> list[dict[str, str]]:
    """How a line is written to, as if those were contacts of their own."""
    ways = (("SMS", "sms"), ("messagerie", "messagerie"))
    return [{"nom": name, key: record.facts[key]} for name, key in ways if record.facts.get(key)]


def _reached(contact: dict[str, str]) -> str:
    """A contact in words: its name, and the number or the site by which it is reached."""
    way = contact.get("numero") or contact.get("sms") or host(contact.get("messagerie") or contact.get("site") or "")
    return f"{contact['nom']} ({way})" if way else contact["nom"]


def _listed(values: Iterable[str]) -> str:
    return ", ".join(values)
