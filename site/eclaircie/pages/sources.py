"""What a page is made from, told without making it: while this is the same, so is all that the page shows.

A page shows its own files, and of others what lists, cards and bars show: headers, whether the pages that it lists are
behind the French, and the whole of what has no page of its own (guides, news, landmarks). It never shows the text of
another page (held by `tests/pages/test_sources.py`). Wherever this says too much, pages are only looked at for nothing.
"""

import hashlib
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from ..canonical_json import canonical_json
from ..content.document import Document
from ..content.translation import is_behind
from ..languages import BY_TAG
from .site import Site


class Sources:
    """The sources of the pages of a site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._own: dict[str, str] = {}
        self._behind: dict[str, list[str]] = {}

    def of(self, address: str) -> str:
        """The fingerprint of all that the page of an address is made from. Raises KeyError where there is none."""
        document = self._site.find(address)[1]
        if document.path not in self._own:
            files = [parts.digest or [parts.data, parts.body] for _, parts in document.files()]
            self._own[document.path] = canonical_json(files)
        return _sha256(f"{self._shared}\n{self._own[document.path]}\n{address}")

    def behind(self, paths: Iterable[str]) -> str:
        """Which translations of some pages are behind the French, as a fingerprint: a change of a text can decide that."""
        found = []
        for path in paths:
            if path not in self._behind:
                document = self._site.library.documents.get(path)
                tags = document.translations if document else ()
                self._behind[path] = [tag for tag in tags if document and is_behind(document, BY_TAG[tag])]
            found.append([path, self._behind[path]])
        return _sha256(canonical_json(found))

    @cached_property
    def _shared(self) -> str:
        """The fingerprint of what any page may show of others, of the settings and of the day."""
        site = self._site
        settings = site.settings.model_dump(mode="json")
        frame = [settings, site.prefix, site.origin, site.today.isoformat(), site.is_copy]
        return _sha256(canonical_json([frame, list(map(_shown_of, site.library.documents.values()))]))


def _shown_of(document: Document) -> list[Any]:
    """What other pages than its own may show of a document."""
    translations = [[tag, one.parts.data] for tag, one in document.translations.items()]
    whole = [] if document.is_page else [parts.body for _, parts in document.files()]
    return [document.path, document.is_written, document.parts.data, translations, whole]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
