"""The slips of the pen in a header, each by its own name and line, and with what was meant.

YAML says only where it could not go on, which is often a line below the slip, and of some slips it makes a value that
nobody meant. So the lines are read here as people read them.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from .folding import plain_key

BLANKS = "\u00a0\u202f\u2007\u2009\u3000"
"""Blanks that French typography and web pages put where a keyboard puts a plain one."""
_AROUND_COLON = re.compile(rf"(?m)^([{BLANKS} ]*(?:-[{BLANKS} ]+)?\w+)[{BLANKS} ]*:(?:[{BLANKS} ]+|$)")
_AT_START = re.compile(rf"(?m)^([{BLANKS} ]*-?[{BLANKS} ]+)")
_DASHES = re.compile(r"[-–—―‐‑−]{2,}|[–—―]")
_KEY = re.compile(r"(?P<indent>\s*)(?P<item>- +)?(?P<key>[^\W\d][\w]*)(?P<blank> *):(?P<rest>.*)")
_NO_COLON = re.compile(r"(?P<indent> *)(?P<key>[^\W\d][\w]*) *(?P<sign>[=;,：；؛]|->|) *(?P<rest>.*)")
_BULLETS = "•–—·▪◦"
_ITEM = re.compile(rf"(?P<indent>\s*)(?P<sign>[-*{_BULLETS}])(?P<blank>\s*)(?P<rest>.*)")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_SMART = {"“": "”", "„": "“”", "‟": "”", "‘": "’", "«": "»", "″": "″", "〝": "〞"}
_CLOSES = {"[": "]", "{": "}"}
_LONGEST_SHOWN = 300


class Slip(NamedTuple):
    """A slip. code: its name among the sentences. line: from 0 within the header. values: what its sentence names."""

    code: str
    line: int
    values: dict[str, Any]


def is_like_hyphens(line: str) -> bool:
    """Whether a line is what should be three hyphens: more, fewer, or the dashes that word processors make of them."""
    return _DASHES.fullmatch(line.strip()) is not None


def with_plain_blanks(header: str) -> str:
    """A header in which every blank around a colon, before a line and behind a hyphen is a plain one.

    Nobody sees the difference, and it has but one meaning.
    """
    if not any(blank in header for blank in BLANKS):
        return header
    header = _AT_START.sub(lambda start: re.sub(f"[{BLANKS}]", " ", start[1]), header)
    return _AROUND_COLON.sub(lambda key: re.sub(f"[{BLANKS}]", " ", key[1]) + ": ", header)


def odd_value(value: str, lines: list[str], start: int, end: int) -> Slip | None:
    """What is odd about a value that YAML could read, or None.

    value: one without quotes. lines: of the header. start, end: the first and the last line of the value, from 0.
    """
    first = lines[start].lstrip()
    if first[0] == value[0] and (value[0] in _BULLETS or (value[0] == "-" and not first.startswith("- "))):
        return Slip("dash_blank", start, {"expected": f"- {first[1:].strip()}"})
    for number in range(start + 1, end + 1):
        if re.match(r"\s*-\s", lines[number]):
            return Slip("list_indent", number, {})
        if re.match(r"\s*-\S", lines[number]):
            return Slip("dash_blank", number, {"expected": f"- {lines[number].strip().lstrip('-')}"})
    closing = _SMART.get(value[:1], "") if value[:1] != "«" else ""
    if closing and value[-1] in closing and len(value) > 1 and value[0] not in value[1:]:
        return Slip("smart_quotes", start, {"expected": _line_with(lines[start], quoted(value))})
    if ";" in value and re.search(r"\[[^\]]*;[^\]]*\]", lines[start]):
        return Slip("semicolon", start, {"expected": lines[start].strip().replace(";", ",")[:_LONGEST_SHOWN]})
    return None


def quoted(value: str) -> str:
    """A value between quotes that YAML understands, in place of those that it may have."""
    value = value.strip().strip("“”„‟″〝〞").strip()
    for quote in "\"'":
        if value.startswith(quote) and value.endswith(quote) and len(value) > 1:
            value = value[1:-1]
        elif value.startswith(quote) and value.count(quote) == 1:
            value = value[1:]
    value = value.strip()
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def line_of(before: str, value: str) -> str:
    """A line of a header, its value in quotes where it needs them. before: the key and its colon."""
    plain_value = value if not re.search(r":(\s|$)|\s#", value) and value[:1].isalnum() else quoted(value)
    return (before + plain_value)[:_LONGEST_SHOWN]


def _line_with(line: str, value: str) -> str:
    match = _KEY.match(line)
    if match:
        return f"{match['item'] or ''}{match['key']}: {value}"[:_LONGEST_SHOWN]
    return f"- {value}"[:_LONGEST_SHOWN]


def slips(lines: list[str], known: frozenset[str]) -> Iterator[Slip]:
    """Every slip in the lines of a header that YAML cannot read.

    known: the keys that headers have, in their plain form.
    """
    levels = [0]
    is_open = False  # whether the value of the last key is still to come, on the lines below
    number = -1
    while (number := number + 1) < len(lines):
        line = lines[number].rstrip()
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        start = line[: len(line) - len(line.lstrip())]
        if "\t" in start:
            yield Slip("tab", number, {})
            is_open = line.endswith(":")
            continue
        key = _KEY.fullmatch(line)
        if key and not (key["rest"].startswith("//") or key["key"] in ("page", "fiche", "tel", "mailto")):
            indent = len(line) - len(line.lstrip()) + len(key["item"] or "")
            wrong = _wrong_indent(levels, indent, is_open, bool(key["item"]))
            if wrong is not None:
                yield Slip("wrong_indent", number, {"key": key["key"], "expected": wrong})
            found, taken, is_open = _of_value(key, lines, number)
            number += taken
            if found:
                yield found
            continue
        item = _ITEM.fullmatch(line)
        if item and (is_open or len(levels) > 1 or item["blank"]) and item["rest"]:
            if item["sign"] != "-" or not item["blank"]:
                yield Slip("dash_blank", number, {"expected": f"- {item['rest'].strip()}"[:_LONGEST_SHOWN]})
            elif found := _of_text("- ", item["rest"], number):
                yield found
            continue
        yield _without_key(line, number, known)


def _wrong_indent(levels: list[int], indent: int, is_open: bool, is_item: bool) -> int | None:
    """The number of blanks that should stand before a key, or None where it stands right. Keeps account of the levels."""
    if indent > levels[-1]:
        if is_open or is_item:
            levels.append(indent)
            return None
        return levels[-1]
    below = [level for level in levels if level <= indent]
    if below and below[-1] == indent:
        del levels[len(below) :]
        return None
    return min((level for level in levels if level >= indent), default=0)


def _of_value(key: re.Match[str], lines: list[str], number: int) -> tuple[Slip | None, int, bool]:
    """What is wrong behind the colon of a key, how many lines below belong to its value, and whether it is still to come."""
    name, rest = key["key"], key["rest"]
    value = rest.strip()
    before = f"{key['item'] or ''}{name}: "
    if not value:
        return None, 0, True
    if not rest[0].isspace():
        if not key["item"] or _goes_on(lines, number):
            return Slip("colon_blank", number, {"key": name, "expected": line_of(before, value)}), 0, False
        return None, 0, False
    if re.fullmatch(r"[|>][-+0-9]*(\s+#.*)?", value):
        return None, _deeper(lines, number), False
    if value[0] in _QUOTED and not _QUOTED[value[0]].match(value):
        taken = _until_closed(value[0], lines, number)
        if taken is None:
            return (
                Slip("open_quote", number, {"key": name, "expected": (before + quoted(value))[:_LONGEST_SHOWN]}),
                0,
                False,
            )
        return None, taken, False
    if value[0] in _CLOSES and value.count(value[0]) > value.count(_CLOSES[value[0]]):
        taken = _until_closed(_CLOSES[value[0]], lines, number)
        if taken is None:
            return Slip("open_bracket", number, {"key": name, "sign": _CLOSES[value[0]]}), 0, False
        return None, taken, False
    found = _of_text(before, value, number, name)
    if found and found.code == "colon_in_value" and key["item"] and not _goes_on(lines, number):
        # Not the first of several keys, but a sentence in a list
        found.values["expected"] = f"- {quoted(key['key'] + key['blank'] + ':' + rest)}"[:_LONGEST_SHOWN]
    return found, 0, False


def _goes_on(lines: list[str], number: int) -> bool:
    """Whether the item of a list that begins on a line has more keys below."""
    return number + 1 < len(lines) and re.match(r"\s+\w+ *:", lines[number + 1]) is not None


def _of_text(before: str, value: str, number: int, key: str = "") -> Slip | None:
    """What is wrong with a value that stands on one line."""
    key = key or "-"
    expected = (before + quoted(value))[:_LONGEST_SHOWN]
    if value[0] in _QUOTED:
        closed = _QUOTED[value[0]].match(value)
        behind = value[closed.end() :].strip() if closed else ""
        if behind and not behind.startswith("#"):
            return Slip("text_after_quote", number, {"key": key, "expected": expected})
        return None
    if value[0] in _CLOSES:
        if value.count(value[0]) > value.count(_CLOSES[value[0]]):
            return Slip("open_bracket", number, {"key": key, "sign": _CLOSES[value[0]]})
        if value.endswith(_CLOSES[value[0]]):
            return None
        return Slip("special_start", number, {"sign": value[0], "expected": expected})
    if re.search(r":(\s|$)", value.partition(" #")[0]):
        return Slip("colon_in_value", number, {"key": key, "expected": expected})
    if value[0] in "@`%,|>]}*&" or value[:2] in ("? ", "- ", ": "):
        return Slip("special_start", number, {"sign": value[0], "expected": expected})
    return None


def _deeper(lines: list[str], number: int) -> int:
    """How many lines below one are indented further, or empty."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    taken = 0
    for line in lines[number + 1 :]:
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        taken += 1
    return taken


def _until_closed(sign: str, lines: list[str], number: int) -> int | None:
    """How many lines below one a value goes on until it is closed, or None where another key comes before."""
    for taken, line in enumerate(lines[number + 1 :], 1):
        if re.match(r"\s*(- )?\w+:(\s|$)", line) and sign not in "}]":
            return None
        if re.search(rf"\{sign}\s*(#.*)?$", line):
            return taken
        if re.match(r"\w+ *:(\s|$)", line):
            return None
    return None


def _without_key(line: str, number: int, known: frozenset[str]) -> Slip:
    """A line that is neither a key nor an item of a list."""
    match = _NO_COLON.fullmatch(line)
    if match and plain_key(match["key"]) in known and not match["indent"] and match["rest"]:
        expected = f"{match['key']}: {match['rest'].strip()}"[:_LONGEST_SHOWN]
        return Slip("missing_colon", number, {"key": match["key"], "expected": expected})
    return Slip("lost_line", number, {})
