"""Markup that would be shown as it was typed: what looks like Markdown, or like another tool's, and means nothing here.

Looked for in what is shown: signs between backticks, with a `\\` before them or written as entities are meant as they are.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..content.blocks import Problem
from ..content.tree import HIDDEN, LINK_SIGN, Passage, parse, passages

_HTML = re.compile(r"<(?:/?[A-Za-z][^<>\n]*>?|!|\?)")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>")
_LINK_DEFINITION = re.compile(r"(?m)^\[(?!\^)[^\[\]\n]+\]:")
_IMAGE = re.compile(
    rf"<(?i:img|picture|svg|iframe|frame|object|embed|video|audio)\b[^<>\n]*>?|!{LINK_SIGN}|!\[(?=[^\[\]\n]*\][(\[])"
)
_LOST_LINK = re.compile(
    r"\]\s*\((?=\s*(?:page|fiche|site|dessin|https?|tel|sms|mailto)\b)|\](?:\(|\[)|\[\]|\((?:page|fiche|site|dessin):|\b(?:page|fiche|site|dessin):(?=[a-z0-9])"
)
_LOST_NOTE = re.compile(r"\[!\w+\]|(?m:^)(?:!!!|\?\?\?)\+?\s|:::|\[\^")
_LOST_SIGN = re.compile(
    r"\*\*|(?<![\w*])\*(?=\w)|(?<![\w_])__?(?=[^\W_])|(?<=[^\W_])__?(?![\w_])"  # emphasis
    r"|~~|==(?=\S)|`|\\|\$\$|%%|\[\[|\]\]|\{[#.:%{]|\}\}|\^(?=\S)"
    r"|(?m:^)\||\|(?m:$)"  # rows of a table
    r"|(?m:^)\[(?i:toc|_toc_)\]|&#?\w{2,31};|&(?:nbsp|amp|lt|gt|quot)\b"
    r"|(?<![\w:]):[a-z][a-z_+-]*:(?!\w)"  # emoji by name
)
_KINDS = (
    ("bad_link", _AUTOLINK),
    ("image", _IMAGE),
    ("html", _HTML),
    ("link_definition", _LINK_DEFINITION),
    ("lost_note", _LOST_NOTE),
    ("lost_link", _LOST_LINK),
    ("lost_sign", _LOST_SIGN),
)
_SIGNS = re.compile(rf"[][*_<>&`\\|~={{}}$%^]|!{LINK_SIGN}|:[a-z0-9:]|!!!|\?\?\?")
"""One of these stands in whatever is looked for; most texts hold none."""
_LONGEST_SHOWN = 40  # characters


@lru_cache(maxsize=8192)  # the preview reads everything again after each change
def leftovers(text: str) -> tuple[Problem, ...]:
    """What in a Markdown text cannot be shown as it was meant, at its lines."""
    found = list(parse(text).problems)
    for passage in passages(text):
        found += _in_passage(passage)
    return tuple(found)


def in_value(text: str) -> Problem | None:
    """The first markup in a value of a header, where it means nothing."""
    return next(_in_text(text, 1), None) if _SIGNS.search(text) else None


def _in_passage(passage: Passage) -> Iterator[Problem]:
    for link in passage.links:
        if any(sign.isspace() for sign in link.target):
            yield Problem("lost_link", link.line, f"]({link.target})"[:_LONGEST_SHOWN])
    if _SIGNS.search(passage.marked):
        yield from _in_text(passage.marked, passage.line)


def _in_text(marked: str, line: int) -> Iterator[Problem]:
    """One problem of each kind a line: where one sign is left, so are its companions."""
    seen: set[int] = set()
    for code, pattern in _KINDS:
        for match in pattern.finditer(marked):
            at = line + marked.count("\n", 0, match.start())
            if at in seen:
                continue
            seen.add(at)
            yield Problem(code, at, _shown(marked, match, code))


def _shown(marked: str, match: re.Match[str], code: str) -> str:
    """The words around what is left, for a writer to find them; of HTML, the tag itself."""
    if code in ("html", "bad_link"):
        return match[0][:_LONGEST_SHOWN]
    begin, end = max(match.start() - 15, 0), match.end() + 20
    around = marked[begin:end].replace(LINK_SIGN, "").replace(HIDDEN, "…")
    return " ".join(around.split())[:_LONGEST_SHOWN]
