"""What each rule has found in each document, kept from one check to the next.

A rule is a function of a document and of the facts of the site that it asks for (`site_facts`). What it has found is taken
again where every file of the document, and every answer that it was given, are the same; else the rule is run. So nobody
who writes a rule has to say what it depends on. A rule must read nothing else that can change: no file, no clock.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..canonical_json import canonical_json
from ..content.document import Document
from ..kept.store import Store
from ..kept.table import table_of
from ..messages.faults import Faults
from .site_facts import SiteFacts

Rule = Callable[[Document, SiteFacts, Faults], None]
"""Adds the faults of one document."""

_PLAIN = (str, int, bool, type(None))


class Findings:
    """What is known of the documents below `content`. store: where it is kept; None keeps nothing."""

    def __init__(self, content: Path, store: Store | None = None) -> None:
        self._content = content
        self._table = table_of(store, "findings")
        self._digests: dict[int, str | None] = {}

    def add(self, name: str, rule: Rule, document: Document, facts: SiteFacts, faults: Faults) -> None:
        """Add the faults that a rule finds in a document. name: that of the rule."""
        digest = self._digest(document) if self._table else None
        if self._table is None or digest is None:
            rule(document, facts, faults)
            return
        key = f"{name} {digest}"
        known = self._table.get(key)
        if known and all(facts.digest((ask, tuple(args))) == answer for ask, args, answer in known[0]):
            _replay(known[1], list(document.files()), faults)
            return
        found = Faults()
        with facts.noting() as noted:
            rule(document, facts, found)
        for fault in found.in_order:
            faults.add(fault.code, fault.file, fault.line, **dict(fault.values))
        plain = _plain(found, [file for file, _ in document.files()])
        if plain is not None:
            self._table.put(key, [[[ask, args, facts.digest((ask, args))] for ask, args in noted], plain])

    def save(self) -> None:
        """Keep what was found."""
        if self._table:
            self._table.save()

    def _digest(self, document: Document) -> str | None:
        """The fingerprint of the files of a document, or None where one was not read as it stands."""
        if id(document) not in self._digests:
            files = [[str(file).removeprefix(str(self._content)), parts.digest] for file, parts in document.files()]
            known = all(digest for _, digest in files)
            own = canonical_json([self._content.name, document.path, document.is_sound, files])
            self._digests[id(document)] = hashlib.sha256(own.encode()).hexdigest() if known else None
        return self._digests[id(document)]


def _plain(found: Faults, files: list[Path]) -> list[Any] | None:
    """Faults as data that JSON can hold, each with the number of its file; None where one cannot be told so."""
    if any(
        fault.file not in files or not all(type(value) in _PLAIN for _, value in fault.values)
        for fault in found.in_order
    ):
        return None
    return [[f.code, files.index(f.file), f.line, dict(f.values)] for f in found.in_order]


def _replay(known: list[Any], files: list[Any], faults: Faults) -> None:
    for code, file, line, values in known:
        faults.add(code, files[file][0], line, **values)
