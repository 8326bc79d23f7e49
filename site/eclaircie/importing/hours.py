"""Opening hours of the directories as rows of our headers, where they say exactly that; else a note that a person reads.

Sources: « Spécifications base de données locales » v1.2 (DILA), `plage_ouverture` and `commentaire_plage_ouverture`; the
page Key:opening_hours/specification of the OpenStreetMap wiki for `horaires_accueil` of data·inclusion.

A wrong hour costs a way in vain, or more. So rows are made only of what is true every week: where anything else is said
beside it (a season, a first Monday of the month, hours for telephone), all of it becomes the note.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ..content.folding import plain
from ..content.opening_hours import WEEK, days_in_words, end_of_day
from .refusals import shown_text

Week = dict[int, list[tuple[str, str]]]
"""The hours of each day (Monday is 0), in order: from and to, `09:00`, the end of the day being `24:00`."""


class Hours(NamedTuple):
    """What is known of the hours. rows: as a header has them. note: what a person must read instead, or beside.

    no_appointment: True where one may come without, False where one must ask first, None where nothing tells.
    """

    rows: tuple[dict[str, str], ...] = ()
    note: str = ""
    no_appointment: bool | None = None


_BY_APPOINTMENT = re.compile(
    r"(?:accueil |reception |permanences? |uniquement |seulement )*(?:sur|avec|prise de) (?:rdv|rendez vous)(?: uniquement| seulement)?"
)
_WITHOUT = re.compile(r"(?:accueil |reception |acces )*(?:avec ou )?sans (?:rdv|rendez vous)(?: prealable)?")
_PLAIN = re.compile(
    r"(?:accueil(?: physique)?(?: du)? public|(?:et |les |dimanches? et )*jours? feries?|horaires? d ouverture(?: au public)?)"
)
"""Words beside hours that change nothing of them, in plain letters: holidays are told of an ordinary week's row."""


def dila_hours(rows: Iterable[Mapping[str, Any]], comment: str) -> Hours:
    """Hours of the State's directory. rows: `plage_ouverture`. comment: `commentaire_plage_ouverture`."""
    rows = [row for row in rows if isinstance(row, Mapping) and any(_text(row, key) for key in row)]
    told = "; ".join(filter(None, (*map(_told, rows), comment.strip())))
    said, appointment = _appointment([plain(_text(row, "commentaire")) for row in rows], plain(comment))
    if not said:
        return Hours(note=shown_text(told), no_appointment=appointment)
    week = _empty_week()
    if not all(_add(week, row) for row in rows):
        return Hours(note=shown_text(told), no_appointment=appointment)
    return _made(week, appointment, told)


def _empty_week() -> Week:
    return {day: [] for day in range(7)}


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return value.strip() if isinstance(value, str) else ""


def _changes_nothing(words: str) -> bool:
    return not words or any(known.fullmatch(words) for known in (_BY_APPOINTMENT, _WITHOUT, _PLAIN))


def _appointment(each: list[str], general: str = "") -> tuple[bool, bool | None]:
    """Whether words beside hours leave them as they are, and whether one may come without an appointment.

    each: the words beside each row. general: those beside all of them. All in plain letters.
    """
    if not all(map(_changes_nothing, (*each, general))):
        return False, None
    for known, answer in ((_WITHOUT, True), (_BY_APPOINTMENT, False)):
        if known.fullmatch(general) or (each and all(map(known.fullmatch, each))):
            return True, answer
    # Said of some hours only: a row could not tell which.
    return not any(_WITHOUT.fullmatch(words) or _BY_APPOINTMENT.fullmatch(words) for words in each), None


def _told(row: Mapping[str, Any]) -> str:
    """A row as a person reads it."""
    first, last = _text(row, "nom_jour_debut"), _text(row, "nom_jour_fin")
    days = first if not last or last == first else f"{first}-{last}"
    spans = [f"{start[:5]}-{end[:5]}" for start, end in _spans(row) if start or end]
    comment = _text(row, "commentaire")
    return " ".join(filter(None, (days, ", ".join(spans), f"({comment})" if comment else "")))


def _spans(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(_text(row, f"valeur_heure_debut_{n}"), _text(row, f"valeur_heure_fin_{n}")) for n in (1, 2)]


def _add(week: Week, row: Mapping[str, Any]) -> bool:
    """Add a row to a week; False where it is not clear."""
    first, last = plain(_text(row, "nom_jour_debut")), plain(_text(row, "nom_jour_fin"))
    last = last or first
    if first not in WEEK or last not in WEEK or WEEK.index(last) < WEEK.index(first):
        return False
    spans = [(start, end) for start, end in _spans(row) if start or end]
    times = [(_time(start), _time(end)) for start, end in spans]
    if not times:
        return False
    for day in range(WEEK.index(first), WEEK.index(last) + 1):
        for start, end in times:
            if start is None or end is None or not _add_span(week, day, start, end):
                return False
    return True


_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")


def _time(text: str) -> str | None:
    """`09:00:00` as 09:00, or None where it is no time of day."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2])
    return f"{hours:02}:{minutes:02}" if minutes < 60 and (hours < 24 or (hours, minutes) == (24, 0)) else None


def _add_span(week: Week, day: int, start: str, end: str) -> bool:
    """Add hours to a day; False where they are none. 23:59 is how many programs write the end of a day."""
    if start in (end, "24:00"):
        return False
    end = "24:00" if end == "23:59" else end_of_day(end)
    week[day].append((start, end))
    return True


def _made(week: Week, appointment: bool | None, told: str) -> Hours:
    """The rows of a week; where two spans of a day meet in part, all that was told as a note."""
    whole = _empty_week()
    for day, spans in week.items():
        for start, end in spans:
            whole[day].append((start, "24:00" if end < start else end))
            if end < start:
                whole[(day + 1) % 7].append(("00:00", end))
    by_span: dict[tuple[str, str], list[int]] = {}
    for day, spans in whole.items():
        last = ""
        for start, end in sorted(set(spans)):
            if start < last:
                return Hours(note=shown_text(told), no_appointment=appointment)
            last = end
            by_span.setdefault((start, end), []).append(day)
    rows = [
        (days[0], {"jours": days_in_words(tuple(days)), "de": start, "a": end})
        for (start, end), days in by_span.items()
    ]
    rows.sort(key=lambda each: (each[0], each[1]["de"]))
    return Hours(tuple(row for _, row in rows), "", appointment)


# OpenStreetMap

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY = rf"(?:{'|'.join(_DAYS)}|PH)"
_SELECTOR = rf"{_DAY}(?:-{_DAY})?(?: ?, ?{_DAY}(?:-{_DAY})?)*"
_CLOCK = r"\d{1,2}:\d{2}"
_TIMES = rf"{_CLOCK} ?- ?{_CLOCK}(?: ?, ?{_CLOCK} ?- ?{_CLOCK})*"
_RULE = re.compile(
    rf'(?:(?P<days>{_SELECTOR}):? ?)?(?:(?P<times>{_TIMES})(?: open)?|(?P<off>off|closed))?(?: ?"(?P<comment>[^"]*)")?'
)
_WORDS = {
    **dict(zip(_DAYS, WEEK, strict=True)),
    **dict(
        zip(
            ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
            [
                "janvier",
                "février",
                "mars",
                "avril",
                "mai",
                "juin",
                "juillet",
                "août",
                "septembre",
                "octobre",
                "novembre",
                "décembre",
            ],
            strict=True,
        )
    ),
    "PH": "jours fériés",
    "SH": "vacances scolaires",
    "off": "fermé",
    "closed": "fermé",
    "open": "ouvert",
    "week": "semaines",
}
"""The words of the format, in French."""
_ADDED = re.compile(rf" ?, (?={_DAY}\b)")
"""A rule behind a comma adds to what stands before it; one behind a semicolon takes its place."""


def osm_hours(text: str) -> Hours:
    """Hours in the format opening_hours: days of the week with times, `off`, holidays closed, `24/7`; the rest is a note."""
    line = " ".join(text.split()).strip("; ")
    if not line:
        return Hours()
    week = _empty_week()
    comments: list[str] = []
    has_hours = False
    for rule in filter(None, (part.strip() for part in line.split(";"))):
        for number, part in enumerate(_parts(rule)):
            found = _RULE.fullmatch(part)
            comment = plain((found["comment"] or "") if found else "")
            if part == "24/7":
                week = {day: [("00:00", "24:00")] for day in range(7)}
                has_hours = True
                continue
            if found is None or not _changes_nothing(comment) or not _apply(week, found, adds=number > 0):
                return _as_note(line)
            if found["times"]:
                has_hours = True
                comments.append(comment)
    said, appointment = _appointment(comments)
    if not has_hours or not said:
        return _as_note(line, appointment)
    made = _made(week, appointment, line)
    return made if made.rows else _as_note(line, appointment)


def _as_note(line: str, appointment: bool | None = None) -> Hours:
    """What no row can say, in the words of who reads it; nothing where the format has words that are not known here."""
    quoted = line.split('"')
    words = re.compile(r"[A-Za-z]+")
    for at in range(0, len(quoted), 2):
        if any(word not in _WORDS for word in words.findall(quoted[at])):
            return Hours(no_appointment=appointment)
        quoted[at] = words.sub(lambda found: _WORDS[found[0]], quoted[at])
    return Hours(note=shown_text(" ".join("".join(quoted).replace(";", " ;").split())), no_appointment=appointment)


def _parts(rule: str) -> list[str]:
    """The rules that commas join within one; a comma between days joins no rules."""
    parts: list[str] = []
    for part in _ADDED.split(rule):
        if parts and re.fullmatch(_SELECTOR, parts[-1]):
            parts[-1] += f",{part}"
        else:
            parts.append(part)
    return parts


def _apply(week: Week, rule: re.Match[str], *, adds: bool) -> bool:
    """Put one rule into a week; False where it is not of the kind that a week can hold."""
    days = _days(rule["days"] or "Mo-Su")
    if days is None or not (rule["times"] or rule["off"]):
        return False
    if not adds:
        for day in days:
            week[day] = []
    if rule["off"]:
        return not adds
    for span in re.split(r" ?, ?", rule["times"]):
        start, end = (_time(time) or _late(time) for time in re.split(r" ?- ?", span))
        if start is None or end is None or not all(_add_span(week, day, start, end) for day in days):
            return False
    return True


def _late(text: str) -> str | None:
    """`26:00` as 02:00: the format counts on past midnight."""
    hours, _, minutes = text.partition(":")
    return _time(f"{int(hours) - 24}:{minutes}") if 24 <= int(hours) < 30 else None


def _days(text: str) -> list[int] | None:
    """The days that a selector names; holidays are left out, for a row tells of an ordinary week. None: not clear."""
    found: list[int] = []
    for part in re.split(r" ?, ?", text):
        first, _, last = part.partition("-")
        if "PH" in (first, last):
            if last:
                return None
            continue
        start, end = _DAYS.index(first), _DAYS.index(last or first)
        found += range(start, end + 1) if start <= end else (*range(start, 7), *range(end + 1))
    return sorted(set(found))
