"""What a name in a header may stand for: the pages, lines, structures and networks that there are."""

from pathlib import Path

from ..checks.disclosure import is_shelter
from ..content.base import Entry
from ..content.document import Document
from ..content.facts import Names, declared
from ..content.labels import label_of
from ..content.library import Library, load
from ..content.local import Local, Network
from ..content.models import Helpline
from ..messages.faults import Faults

Option = dict[str, str]
"""A choice of a form. value: what is written. label: what is shown."""

Existing = dict[Names, list[Option]]


def existing(content: Path) -> Existing:
    """What there is to choose among, by what a name stands for. content: the folder of all content.

    A file with faults is known by its name all the same. A shelter is no contact: that is refused.
    """
    library = load(content, Faults())
    fiches = sorted(library.fiches.items())
    lines = [(name, each) for name, each in fiches if isinstance(each.entry, Helpline)]
    local = [(name, each) for name, each in fiches if isinstance(each.entry, Local) and not is_shelter(each.entry)]
    networks: dict[str, list[Document]] = {}
    for document in library.documents.values():
        if isinstance(document.entry, Network):
            networks.setdefault(document.stem, []).append(document)
    return {
        "pages": _pages(library),
        "lines": [_option(name, each) for name, each in lines],
        "contacts": [_option(name, each) for name, each in (*lines, *local)],
        "networks": [
            _named(stem, ", ".join(f"{each.entry.title} ({each.territory})" for each in those))
            for stem, those in sorted(networks.items())
        ],
    }


def _pages(library: Library) -> list[Option]:
    written = {path: each for path, each in library.pages.items() if path and each.is_written}
    return [_named(path, each.entry.title) for path, each in sorted((written | library.unsound).items()) if path]


def _option(name: str, document: Document) -> Option:
    return _named(name, document.entry.title)


def _named(name: str, title: str) -> Option:
    return {"value": name, "label": f"{title} · {name}" if title and title != name else name}


def keys_to_confirm(model: type[Entry]) -> list[Option]:
    """The keys of a model in which there may be a doubt: those that its page shows."""
    facts = declared(model).values()
    shown = [each for each in facts if each.fact.row or each.fact.column or each.fact.name or each.fact.cited]
    return [{"value": each.key, "label": label_of(each.key)} for each in shown if each.key not in _SURE]


_SURE = ("nom", "verifie_le", "a_confirmer", "sources")
"""What tells of the facts of a page, and is none."""
