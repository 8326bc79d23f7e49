"""Pages that were renamed: said once, in the place of a fault for each link that still leads to the former name."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from ..content.document import Document
from ..content.library import Library
from ..messages.faults import SHOWN, Fault, Faults

_LEADING_NOWHERE = ("no_page", "no_fiche", "no_french")
_MUCH = 0.6
"""The part of the lines that two texts must share for one to be the other, reworked while its file was renamed."""


def gather(library: Library, content: Path, former: Callable[[], Mapping[str, str]], faults: Faults) -> None:
    """Put one fault in the place of all those that a renamed page has called forth.

    former: gives the French files as they were in the last commit, by path below the language and without `.md`;
        asked for only where a link leads nowhere. Nothing where nobody knows.
    """
    lost: dict[str, list[Fault]] = defaultdict(list)
    if not any(fault.code in _LEADING_NOWHERE for fault in faults.in_order):
        return
    for fault in faults:
        if fault.code in _LEADING_NOWHERE:
            lost[str(dict(fault.values)["value"])].append(fault)
    texts = former()
    paths = {name: _former_path(name, texts, library) for name in lost}
    by_path: dict[str, list[str]] = defaultdict(list)
    for name, path in paths.items():
        by_path[path].append(name)
    for path, names in by_path.items():
        found = _now(path, library, texts)
        if found is None or any(found.path == name for name in names):
            continue
        all_faults = [fault for name in names for fault in lost[name]]
        for fault in all_faults:
            faults.take_back(fault)
        places = [fault.where(content.parent) for fault in all_faults]
        told = ", ".join(places[:SHOWN]) + (", …" if len(places) > SHOWN else "")
        faults.add("renamed", found.file, 1, value=path, expected=found.path, count=len(places), places=told)


def _former_path(name: str, texts: Mapping[str, str], library: Library) -> str:
    """The path that a page had which a link names; a fiche is named by its last part alone."""
    known = [*texts, *library.orphans]
    if "/" in name or name in known:
        return name
    named = {path for path in known if path.rpartition("/")[2] == name or "-".join(path.split("/")[1:]) == name}
    return named.pop() if len(named) == 1 else name


def _now(path: str, library: Library, texts: Mapping[str, str]) -> Document | None:
    """The page that has the words of a page that is no longer there, or None."""
    written = [
        document for document in library.documents.values() if document.is_written and document.path not in texts
    ]
    sources = {source for source, _ in library.orphans.get(path, ()) if source}
    same = [document for document in written if sources and document.fingerprint in sources]
    text = texts.get(path)
    if len(same) == 1 or text is None:
        return same[0] if len(same) == 1 else None
    lines = _lines(text)
    likeness = [(_shared(lines, _lines(document.parts.body)), document) for document in written]
    best = max(likeness, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _MUCH else None


def _lines(text: str) -> frozenset[str]:
    """The lines of a text below its header."""
    if text.startswith("---"):
        text = text.partition("\n---")[2]
    return frozenset(line.strip() for line in text.splitlines() if line.strip(" -"))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one), len(other), 1)
