"""Values that are only examples, such as those of the guide: whoever pastes one and forgets it must be told."""

import re
from pathlib import Path

from ..content.base import Entry, keys_of
from ..content.document import Document
from ..content.models import WORDS
from ..content.parts import Parts, values
from ..messages.faults import Faults
from .site_facts import SiteFacts

_HOST = re.compile(
    r"(?<![\w.-])(?:[\w-]+\.)*(?:(?:ex[ae]mple|localhost)\.(?:com|net|org|fr|eu|info|asso|gouv|edu|be|ch|lu|re|nc|pf)"
    r"|[\w-]+\.(?:ex[ae]mple|invalid|localhost))(?![\w-])",
    re.IGNORECASE,
)
"""Addresses that are nobody's (RFC 2606), and their French likes."""
_IN_NAMES = re.compile(
    r"(?<!par )\bex[ae]mples?\b|\blorem ipsum\b|\b[àa] (?:compl[ée]ter|remplir)\b|\bxx+\b|\btodo\b", re.I
)
_NAMES = WORDS - keys_of(Entry)
"""The keys that hold proper names and places."""
_NOT_SHOWN = frozenset({"a_verifier", "relu_par", "suivi_par", "traduit_de"})


def names_nobody(text: str) -> bool:
    """Whether a text has an address that is nobody's, such as example.org."""
    return _HOST.search(text) is not None


def check(document: Document, _facts: SiteFacts, faults: Faults) -> None:
    """Add a fault for each value, and each address in a text, that is only an example."""
    for file, parts in document.files():
        _check_file(file, parts, faults)


def _check_file(file: Path, parts: Parts, faults: Faults) -> None:
    for keys, value in values(parts.data):
        found = _HOST.search(value) or (_IN_NAMES.search(value) if _NAMES.intersection(keys) else None)
        if found and keys[0] not in _NOT_SHOWN:
            faults.add("example", file, parts.line(*keys), value=value if len(value) < 60 else found[0])
    for number, line in enumerate(parts.body.split("\n"), parts.body_line) if _HOST.search(parts.body) else ():
        if found := _HOST.search(line):
            faults.add("example", file, number, value=found[0])
