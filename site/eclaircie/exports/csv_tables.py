"""One table a territory for professionals: those who help there, then the national lines.

Made for LibreOffice and Excel as they are set up in France: semicolons, a byte order mark, CR LF. As text, it opens
anywhere. Called within a request in French, the language of all words in the file.
"""

import csv
import io
import re
from collections.abc import Iterator

from ..canonical_json import Inputs
from ..places import Territory
from ..rendering.formats import LABELS, host, languages
from .records import Record, opening_hours

COLUMNS = (
    *("nom", "type", "numéro", "courriel", "site", "adresse", "horaires", "secteur", "ce qui est proposé", "pour qui"),
    *("langues", "accès", "sans rendez-vous", "coût", "joindre par", "vérifié le", "à confirmer", "sources"),
)

_BEFORE_A_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r")
"""Four of the signs are wide ones, which some spreadsheets read as the narrow."""
_INTERNATIONAL_NUMBER = re.compile(r"\+[0-9][0-9 ]*")


def table_file(records: list[Record], territory: Territory) -> bytes:
    """The table of a territory, as it is published, in the order given.

    Numbers keep the spaces with which they are written: what has spaces in it stays a text in a spreadsheet, and so
    keeps its first zero.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for record in records:
        row = _row(record, territory)
        writer.writerow([harmless(row.get(column) or "") for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, by an apostrophe before its first sign.

    Not before an international number: after its plus stand only digits and spaces, which compute nothing, and with
    the apostrophe it could not be dialled as it stands.
    Source: https://owasp.org/www-community/attacks/CSV_Injection
    """
    if cell.startswith(_BEFORE_A_FORMULA) and not _INTERNATIONAL_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def _row(record: Record, territory: Territory) -> dict[str, str]:
    """The cells of one of those who help, by column."""
    facts = record.facts
    return {
        "nom": record.name,
        "type": record.type,
        "numéro": _number(record, territory),
        "courriel": facts.get("courriel") or "",
        "site": facts.get("site") or "",
        "adresse": facts.get("adresse") or "",
        "horaires": " · ".join(_opening(facts)),
        "secteur": _listed([area.name for area in record.areas]),
        "ce qui est proposé": _words(facts.get("propose")) or record.summary,
        "pour qui": _words(facts.get("pour"), "pour_"),
        "langues": languages(facts.get("langues") or []),
        "accès": _words(facts.get("acces_handicap")) or _words(facts.get("acces_sourds")),
        "sans rendez-vous": {True: "oui", False: "non", None: ""}[facts.get("sans_rendez_vous")],
        "coût": _words([facts["cout"]] if facts.get("cout") else None, "accueil_" if record.territory else ""),
        "joindre par": _listed([_reached(way) for way in [*record.contacts, *_desks(facts), *_other_ways(record)]]),
        "vérifié le": facts.get("verifie_le") or "",
        "à confirmer": "tout" if record.is_to_check_again else _listed(record.doubtful),
        "sources": " | ".join(_source(source) for source in facts.get("sources") or ()),
    }


def _opening(facts: Inputs) -> Iterator[str]:
    if facts.get("horaires"):
        yield opening_hours(facts["horaires"])
    if facts.get("horaires_messagerie"):
        yield f"messagerie : {opening_hours(facts['horaires_messagerie'])}"


def _number(record: Record, territory: Territory) -> str:
    """The number to call; overseas, the one that answers from there."""
    from_overseas = record.facts.get("numero_outre_mer") if territory.is_overseas else None
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


def _source(source: dict[str, str]) -> str:
    return f"{source['nom']} ({source['date']})" if source.get("date") else source["nom"]


def _words(values: list[str] | None, prefix: str = "") -> str:
    return _listed([LABELS[prefix + value] for value in values or ()])


def _listed(values: list[str] | tuple[str, ...]) -> str:
    return ", ".join(values)
