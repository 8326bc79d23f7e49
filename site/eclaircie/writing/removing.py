"""A page is taken away, in every language; first it is told what leads to it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..content.base import Fiche
from ..content.document import Document
from ..content.library import Library
from ..content.local import FOLDER, Network
from ..content.national_lines import EMERGENCY_LINE, LISTENING_LINE, MESSAGE_LINE
from ..languages import BY_TAG, SOURCE
from ..pages.site import FIXED_LINKS
from ..places import territories
from .addresses import files_of
from .links import (
    Mention,
    Names,
    documents_by_file,
    follow,
    led_elsewhere,
    mentions,
    texts_of,
    with_names,
    without_links,
)
from .plan import Plan
from .texts import FileText
from .writing_error import WritingError

ASIDE = ".retires"
"""The folder beside the content in which removed files are kept; git ignores it, so it is never public."""


@dataclass(frozen=True)
class Removal:
    """A page that is taken away. mentions: what leads to it. plan: how it goes, as far as it can.

    by_hand: those of the mentions that a person has to write anew, for a fact of the page is cited there.
    """

    path: str
    mentions: list[Mention]
    by_hand: list[Mention]
    plan: Plan


def plan_removal(
    content: Path, library: Library, path: str, *, with_links: bool = False, instead: str | None = None
) -> Removal:
    """What is to be changed for a page to be taken away. path: below the language.

    with_links: whether what leads to it is taken away too. instead: the page to which it leads from then on; neither
    leaves it as it is. Raises WritingError where there is no such page, or where it cannot go.
    """
    files = list(files_of(path, content))
    # Some systems find a file by another spelling of its name.
    document = library.documents.get(path) or library.unsound.get(path)
    if not path or document is None or not files or files[0].relative_to(content).parts[0] != SOURCE.tag:
        raise WritingError("writing.no_page", path=path or "index")
    _refuse(library, document)
    names = _names(document, _instead(library, document, instead))
    texts = [text for text in texts_of(content) if text.file not in files]
    found = [mention for text in texts for mention in mentions(text, names, content)]
    by_hand = [mention for mention in found if mention.fact and (with_links or instead is None)]
    plan = Plan(content)
    for file in files:
        plan.remove(file)
    if found and (with_links or instead):
        for text in _without(library, texts, found, names, content, instead):
            plan.write(text.file, text.written)
    return Removal(path, found, by_hand, plan)


def _refuse(library: Library, document: Document) -> None:
    path = document.path
    if path in FIXED_LINKS.values() or path == FOLDER:
        raise WritingError("writing.fixed_page", path=path)
    if isinstance(document.entry, Fiche) and document.name in (EMERGENCY_LINE, MESSAGE_LINE, LISTENING_LINE):
        raise WritingError("writing.known_line", name=document.name)
    below = [p for p, other in library.documents.items() if p.startswith(f"{path}/") and other.is_written]
    below += [p for p in library.unsound if p.startswith(f"{path}/")]
    if below and not (path.startswith(f"{FOLDER}/") and path.count("/") == 1 and path.split("/")[1] in territories()):
        raise WritingError("writing.has_pages", path=path, count=len(below), pages=", ".join(sorted(below)[:5]))


def _instead(library: Library, document: Document, path: str | None) -> Document | None:
    """The page that takes the place of one. Raises WritingError where there is none, or where a fiche has to."""
    if path is None:
        return None
    other = library.documents.get(path) or library.unsound.get(path)
    if other is None or other is document:
        raise WritingError("writing.no_page", path=path)
    if isinstance(document.entry, Fiche) and not isinstance(other.entry, Fiche):
        raise WritingError("writing.no_fiche_instead", path=path)
    return other


def _names(document: Document, instead: Document | None) -> Names:
    names = Names({document.path: instead.path if instead else None})
    if isinstance(document.entry, Fiche):
        names.fiches[document.name] = instead.name if instead else None
    if isinstance(document.entry, Network) and document.territory:
        is_network = instead is not None and isinstance(instead.entry, Network)
        names.networks[document.territory, document.stem] = instead.stem if instead and is_network else None
    return names


def _without(
    library: Library, texts: list[FileText], found: list[Mention], names: Names, content: Path, instead: str | None
) -> Iterator[FileText]:
    """The files that lead to a page, so that they lead elsewhere or nowhere."""
    naming = {mention.file for mention in found}
    by_file = documents_by_file(library)
    changed: dict[str, dict[Path, FileText]] = defaultdict(dict)
    for text in texts:
        if text.file not in naming:
            continue
        if instead is None:
            territory = document.territory or "" if (document := by_file.get(text.file)) else ""
            tag = text.file.relative_to(content).parts[0]
            new = with_names(text, names, territory)
            new = without_links(new, names, lambda kind, name, tag=tag: _title(library, kind, name, tag))  # type: ignore[misc]
        else:
            new = led_elsewhere(text, names, content)
        owner = by_file.get(text.file)
        changed[owner.path if owner else ""][text.file] = new
    for path, own in changed.items():
        yield from (follow(library.documents[path], own) if path in library.documents else own).values()


def _title(library: Library, kind: str, name: str, tag: str) -> str:
    """The title of a page, or the name of a fiche, in a language."""
    document = library.documents.get(name) if kind == "page" else library.fiches.get(name)
    if document is None:
        return name
    return str(document.facts.get("nom") or document.words(BY_TAG[tag])[0].title)
