"""Opening hours as people write them: `9h-17h`, `du lundi au vendredi`, `7j/7`, `24h/24`.

What has one clear meaning is read; nothing else is guessed.
"""

import re
from collections.abc import Iterable

WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

_DASH = r"[-–—−‑]"
_TIME = r"(?:[0-9]{1,2}\s*(?:heures?|h|:)(?:\s*[0-5][0-9](?:\s*(?:min|mn))?)?|midi|minuit)(?![0-9:])"
_SPAN = re.compile(
    rf"(?:\bde\s+|\bà\s+partir\s+de\s+)?({_TIME})\s*(?:{_DASH}|à|a|jusqu['’]à|jusqu['’]a)\s*({_TIME})", re.IGNORECASE
)
_CLOCK = re.compile(r"([0-9]{1,2})\s*(?:heures?|h|:)\s*([0-5][0-9])?(?:\s*(?:min|mn))?", re.IGNORECASE)
TIME = rf"midi|minuit|{_CLOCK.pattern}"
"""How a time of day looks, in small letters."""
_DAY_AND_NIGHT = re.compile(r"\b24\s*h?\s*(?:/|sur)\s*24\s*h?\b|\bjour et nuit\b", re.IGNORECASE)
_EVERY_DAY = re.compile(
    r"(tous|tous les jours|7\s*(j|jours)?\s*(/|sur)\s*7\s*(j|jours)?|tlj|toute la semaine)", re.IGNORECASE
)
_DAY = rf"(?:les? )?(?:(?:{'|'.join(WEEK)})s?|(?:{'|'.join(day[:4] for day in WEEK)}|{'|'.join(day[:3] for day in WEEK)})\.?)"
_DAYS_IN_A_ROW = rf"(?:du |de )?{_DAY}(?:(?: ?{_DASH} ?| au | à | jusqu['’]au ){_DAY})?"
DAYS = rf"{_EVERY_DAY.pattern}|{_DAYS_IN_A_ROW}(?:(?: ?, ?(?:et )?| et | & ){_DAYS_IN_A_ROW})*"
"""How days of the week look, in small letters."""
_FILLERS = re.compile(
    r"^(?:[\s,;:.·|&/]|\b(?:et|puis|ouvert|ouverte|le|les)\b)+|(?:[\s,;:.·|&/]|\b(?:et|de)\b)+$", re.IGNORECASE
)
_SHORT_DAYS = {name[:length]: number for number, name in enumerate(WEEK) for length in (3, 4)} | {"mer": 2, "merc": 2}


def time_of(text: str) -> str | None:
    """A time of day as 09:30, or None where it is none. The last minute of a day is 24:00."""
    plain = text.strip().lower()
    if named := {"midi": "12:00", "minuit": "00:00"}.get(plain):
        return named
    match = _CLOCK.fullmatch(plain)
    if match is None or (":" in plain and not match[2]):
        return None
    hours, minutes = int(match[1]), int(match[2] or 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 or (hours, minutes) == (24, 0) else None


def span_of(text: str) -> tuple[str, str] | None:
    """Two times of day that are written as one, such as `9h-17h`, or None."""
    match = _SPAN.fullmatch(text.strip())
    start, end = (time_of(match[1]), time_of(match[2])) if match else (None, None)
    return (start, end_of_day(end)) if start and end else None


def end_of_day(time: str) -> str:
    """The time at which something ends: midnight is the end of the day, not its beginning."""
    return "24:00" if time == "00:00" else time


def days_of(text: str) -> tuple[int, ...] | None:
    """Days of the week (Monday is 0), or None where a day is unknown, stands twice or comes before the one it follows."""
    plain = re.sub(r"\s+", " ", text.strip().lower().replace(".", ""))
    if _EVERY_DAY.fullmatch(plain):
        return tuple(range(7))
    if not re.fullmatch(DAYS, plain):
        return None
    days: list[int] = []
    for part in re.split(r" ?, ?(?:et )?| et | & ", plain):
        ends = re.split(
            rf"(?<=[a-z]) ?{_DASH} ?(?=[a-z])| au | à | jusqu['’]au ", part.removeprefix("du ").removeprefix("de ")
        )
        numbers = [_day(end) for end in ends]
        if len(numbers) > 2 or None in numbers:
            return None
        first, last = numbers[0], numbers[-1]
        if first is None or last is None or last < first or (len(numbers) == 2 and first == last):
            return None
        days.extend(range(first, last + 1))
    return tuple(sorted(days)) if len(set(days)) == len(days) else None


def _day(name: str) -> int | None:
    name = name.strip().removeprefix("le ").removeprefix("les ")
    for number, day in enumerate(WEEK):
        if name in (day, f"{day}s"):
            return number
    return _SHORT_DAYS.get(name)


def days_in_words(days: tuple[int, ...]) -> str:
    """Days of the week as a header has them: `lundi-vendredi`."""
    if len(days) == 7:
        return "tous"
    runs = neighbours(days)
    return ", ".join(WEEK[run[0]] if len(run) == 1 else f"{WEEK[run[0]]}-{WEEK[run[-1]]}" for run in runs)


def neighbours(days: Iterable[int]) -> list[list[int]]:
    """Days in their order, those that follow one another drawn together."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def row_in_words(days: tuple[int, ...], start: str, end: str) -> str:
    """A row of opening hours as a header has it."""
    text = days_in_words(days)
    text = f'"{text}"' if "," in text else text
    return f"{{jours: {text}, de: {start}, a: {end}}}"


def rows_of(text: str) -> list[dict[str, str]] | None:
    """Opening hours in one line as rows of a header, or None where anything in it is not clear."""
    rows: list[dict[str, str]] = []
    if match := _DAY_AND_NIGHT.search(text):
        rest = _bare(text[: match.start()] + " " + text[match.end() :])
        days = days_of(rest) if rest else tuple(range(7))
        return [{"jours": days_in_words(days), "de": "00:00", "a": "24:00"}] if days else None
    days, position = None, 0
    for span in _SPAN.finditer(text):
        gap = _bare(text[position : span.start()])
        if gap:
            days = days_of(gap)
        times = span_of(span[0])
        if days is None or times is None:
            return None
        rows.append({"jours": days_in_words(days), "de": times[0], "a": times[1]})
        position = span.end()
    return rows if rows and not _bare(text[position:]) else None


def _bare(text: str) -> str:
    """A text without what may stand around days."""
    return _FILLERS.sub("", text).strip(" ()")
