"""A text cut into what is set by the letters of its language, and numbers, which are always set from left to right.

In Arabic, `39 19` would be printed as 19 39. So every number is set apart by the code and not by who translates: there
is none to forget.
"""

import re

from ..canonical_json import Inputs
from ..languages import BY_TAG, SOURCE
from ..rendering.typography import NBSP, typo

_NUMBER = re.compile(r"\+?[0-9]+(?:[ \u00a0.:–-]?[0-9]+)*")


def runs(text: str, tag: str) -> list[Inputs]:
    """A text as runs, each with `text` and `number`: whether it is one. tag: the language of the text."""
    text, found, last = typo(text, tag), [], 0
    for match in _NUMBER.finditer(text):
        found += [{"text": text[last : match.start()], "number": False}, number(match[0])]
        last = match.end()
    return [run for run in [*found, {"text": text[last:], "number": False}] if run["text"]]


def number(text: str) -> Inputs:
    """A number as a run of its own, its groups never on two lines."""
    return {"text": text.replace(" ", NBSP), "number": True}


def name(text: str) -> Inputs:
    """A proper name, French in every language, as what a sheet sets by the letters of French."""
    return {"runs": runs(text, SOURCE.tag), "lang": SOURCE.tag, "dir": BY_TAG[SOURCE.tag].direction}
