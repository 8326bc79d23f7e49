"""A page or a whole section gets another address: its files in every language, and whatever leads to it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..checks.entry import revealing_in_path
from ..content.base import Fiche
from ..content.document import Document
from ..content.files import fault_of_path
from ..content.library import Library
from ..content.local import FOLDER, Network
from ..content.national_lines import NATIONAL_LINES
from ..languages import SOURCE
from ..pages.search import TOPICS
from ..pages.site import FIXED_LINKS
from ..places import territories
from .addresses import files_below, page_path_of
from .links import Names, documents_by_file, follow, led_elsewhere, texts_of
from .plan import Plan
from .texts import FileText
from .writing_error import WritingError

_FIXED = frozenset({*FIXED_LINKS.values(), TOPICS, FOLDER, "apropos/contact"})
"""The pages that the site itself leads to, wherever they are not."""


@dataclass(frozen=True)
class Move:
    """A page that gets another address. old, new: its paths. pages: how many get another one with it. plan: how."""

    old: str
    new: str
    pages: int
    plan: Plan


def plan_move(content: Path, library: Library, old: str, new: str) -> Move:
    """What is to be changed for a page, with all below it, to get another path. old, new: paths below the language.

    Raises WritingError where there is no such page, where its place cannot change, where the new one is taken or tells
    what the site is about. What else the check would say is for `trial` to find.
    """
    # Some systems find a file by another spelling of its name.
    moved = list(files_below(old, content)) if any(_moved_documents(library, old)) else []
    if not old or not any(file.relative_to(content).parts[0] == SOURCE.tag for file in moved):
        raise WritingError("writing.no_page", path=old or "index")
    _refuse(content, library, old, new)
    plan = Plan(content)
    names = _names(library, old, new)
    by_file = documents_by_file(library)
    changed: dict[str, dict[Path, FileText]] = defaultdict(dict)
    for text in texts_of(content):
        after = _led_elsewhere(text, names, content)
        if after.text != text.text:
            document = by_file.get(text.file)
            changed[document.path if document else ""][text.file] = after
    texts: dict[Path, FileText] = {}
    for path, own in changed.items():
        texts |= follow(library.documents[path], own) if path in library.documents else own
    for file in moved:
        after_move = texts.pop(file, None)
        plan.move(file, _new_file(file, old, new, content), after_move.written.encode() if after_move else None)
    for file, text in texts.items():
        plan.write(file, text.written)
    french = sum(file.relative_to(content).parts[0] == SOURCE.tag for file in moved)
    return Move(old, new, french, plan)


def _led_elsewhere(text: FileText, names: Names, content: Path) -> FileText:
    try:
        return led_elsewhere(text, names, content)
    except WritingError:
        return text  # a header that cannot be read: the check tells of it


def _refuse(content: Path, library: Library, old: str, new: str) -> None:
    """Raises WritingError where a move cannot be."""
    if new == old:
        raise WritingError("writing.same_place", path=old)
    if not new or new.startswith(f"{old}/"):
        raise WritingError("writing.into_itself", path=new or "index")
    below = (*_FIXED, *(f"{FOLDER}/{slug}" for slug in territories()))
    if fixed := next((path for path in below if path == old or path.startswith(f"{old}/")), None):
        raise WritingError("writing.fixed_page", path=fixed)
    if any(files_below(new, content)):
        raise WritingError("writing.taken", path=new)
    refuse_path(new)
    for document in _moved_documents(library, old):
        name = _fiche_name(document, _new_path(document.path, old, new))
        if isinstance(document.entry, Fiche) and document.name in NATIONAL_LINES and name != document.name:
            raise WritingError("writing.known_line", name=document.name)


def refuse_path(path: str) -> None:
    """Raises WritingError where no page may have a path: for its signs, or for what it tells."""
    if fault := fault_of_path(path):
        raise WritingError(f"faults.{fault[0]}", [], **fault[1])
    if word := revealing_in_path(path):
        raise WritingError("faults.revealing_path", word=word)


def _names(library: Library, old: str, new: str) -> Names:
    """What is named otherwise after a move."""
    names = Names()
    for document in _moved_documents(library, old):
        path = _new_path(document.path, old, new)
        names.pages[document.path] = path
        if isinstance(document.entry, Fiche) and (name := _fiche_name(document, path)) != document.name:
            names.fiches[document.name] = name
        stem = path.rpartition("/")[2]
        if isinstance(document.entry, Network) and document.territory and stem != document.stem:
            names.networks[document.territory, document.stem] = stem
    return names


def _moved_documents(library: Library, old: str) -> Iterable[Document]:
    known = {**library.unsound, **library.documents}
    return (d for path, d in known.items() if path == old or path.startswith(f"{old}/"))


def _fiche_name(document: Document, path: str) -> str:
    """The name by which a fiche is referred to once it has another path."""
    moved = Document(path, document.file, document.parts, document.entry)
    return moved.name


def _new_path(path: str, old: str, new: str) -> str:
    return new + path.removeprefix(old)


def _new_file(file: Path, old: str, new: str, content: Path) -> Path:
    language = content / file.relative_to(content).parts[0]
    path = _new_path(page_path_of(file, content), old, new)
    return language / path / "index.md" if file.name == "index.md" else language / f"{path}.md"
