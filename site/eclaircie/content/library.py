"""All content in memory: the French pages, their facts, and their words in each language."""

import itertools
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ..languages import BY_TAG, LANGUAGES, SOURCE
from ..messages.faults import Faults
from ..places import territories
from .base import Entry, Fiche
from .choices import STRUCTURE_TYPES
from .counter_groups import Member, counter_pages
from .counters import Counter
from .departments import FURTHER, Department, FurtherContacts, Landmark, Places
from .document import Document, Translated, Words
from .files import Misnamed, is_left_by_programs, pages_below
from .headers import Headers
from .hints import nearest_page
from .local import FOLDER, Structure
from .models import Guide, Helpline, Home, Translation
from .parts import Parts
from .salvage import salvage
from .validation import read_kind, read_model, tell_keys_below

_Entry = TypeVar("_Entry", bound=Entry)


@dataclass
class Library:
    """Every page, by path; the fiches also by name.

    unsound: the pages whose files have faults, by path, and among the fiches by each name that they may be meant to have:
        they are known, so that what refers to them is not blamed, and that is all that is certain of them.
    orphans: the translations that have no French page, by path: what each says it was made from, and its file.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    fiches: dict[str, Document] = field(default_factory=dict)
    unsound: dict[str, Document] = field(default_factory=dict)
    orphans: dict[str, list[tuple[str | None, Path]]] = field(default_factory=dict)

    @property
    def home(self) -> Document:
        """The home page."""
        return self.documents[""]

    def has_page(self, path: str) -> bool:
        """Whether a page has this path; one whose file has faults counts."""
        return path in self.pages or path in self.unsound

    @cached_property
    def titles(self) -> dict[str, str]:
        """The French title of each page that has an address, by path."""
        return {path: document.entry.title for path, document in (self.pages | self.unsound).items()}

    @cached_property
    def pages(self) -> dict[str, Document]:
        """Those that have an address of their own, by path. To be asked for once everything is loaded."""
        return {path: document for path, document in self.documents.items() if document.is_page}

    def local(self, territory: str, model: type[_Entry]) -> list[tuple[Document, _Entry]]:
        """The documents of a kind that lie in the folder of a territory, in order."""
        return [(d, d.entry) for d in self._by_territory.get(territory, ()) if isinstance(d.entry, model)]

    def structures(self, territory: str) -> list[tuple[Document, Structure]]:
        """Those who help in a territory, as its page and the files for professionals list them: by order, then by type."""
        types = list(STRUCTURE_TYPES.labels)
        return sorted(self.local(territory, Structure), key=lambda pair: (pair[1].order, types.index(pair[1].type)))

    def counter_pages(self, territory: str) -> list[list[Member]]:
        """The counters of a territory, page by page, as the function of that name shares them out."""
        return self._counter_pages.get(territory, [[]])

    @cached_property
    def _counter_pages(self) -> dict[str, list[list[Member]]]:
        return {territory: counter_pages(documents) for territory, documents in self._by_territory.items()}

    @cached_property
    def landmarks(self) -> list[tuple[Document, Landmark]]:
        """How to find each kind of help, in order."""
        found = [(d, d.entry) for d in self.documents.values() if isinstance(d.entry, Landmark)]
        return sorted(found, key=lambda pair: (pair[1].order, pair[0].path))

    @cached_property
    def _by_territory(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for document in sorted(self.documents.values(), key=lambda d: (d.entry.order, d.path)):
            if document.territory:
                found.setdefault(document.territory, []).append(document)
        return found

    def children(self, path: str) -> list[Document]:
        """The pages that a section lists, in order; those that stand apart are in no list."""
        return self._by_section.get(path, [])

    @cached_property
    def _by_section(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for document in sorted(self.pages.values(), key=lambda d: (d.entry.order, d.path)):
            if document.path and not document.entry.stands_apart:
                found.setdefault(document.section, []).append(document)
        return found

    @cached_property
    def helplines(self) -> list[str]:
        """The names of the national lines, in alphabetical order."""
        return [name for name, fiche in sorted(self.fiches.items()) if isinstance(fiche.entry, Helpline)]

    @cached_property
    def guides(self) -> list[tuple[Document, Guide]]:
        """How to do something in each browser, in order."""
        found = [(d, d.entry) for d in self.documents.values() if isinstance(d.entry, Guide)]
        return sorted(found, key=lambda pair: pair[1].order)


def guide_parts(body: str) -> list[str]:
    """The parts of a guide to a browser, each below its `##` heading, without the heading."""
    return [part.partition("\n")[2].strip() for part in re.split(r"(?m)^## ", body)[1:]]


def load(content: Path, faults: Faults, headers: Headers | None = None) -> Library:
    """Read every file below `content`, with the faults of those that cannot be read added.

    A French file that cannot be read is known by its names all the same; a translation is left out.
    content: the folder that holds one folder a language. headers: reads the files; None keeps nothing.
    """
    library = Library()
    headers = headers or Headers()
    faults.content = content
    source = content / SOURCE.tag
    if not source.is_dir():
        faults.add("no_folder", source, 1)
        return library
    for folder in sorted(path for path in content.iterdir() if path.is_dir()):
        if folder.name not in BY_TAG and not is_left_by_programs(folder.name):
            faults.add("unknown_language", folder, 1, known=", ".join(BY_TAG))
    misnamed: list[Misnamed] = []
    for path, file in pages_below(source, faults, misnamed):
        _add_page(library, path, file, headers, faults)
    for path, file in misnamed:
        if not (path in library.documents or path in library.unsound):
            _add_unsound(library, path, file, faults)
    _name_unsound(library)
    if not (library.documents or library.unsound):
        faults.add("empty_folder", source, 1)
    elif "" not in library.unsound and not ("" in library.documents and isinstance(library.home.entry, Home)):
        faults.add("no_home", source / "index.md", 1)
    _add_departments(library)
    _add_further_contacts(library)
    for language in LANGUAGES:
        if language is not SOURCE and (content / language.tag).is_dir():
            for path, file in pages_below(content / language.tag, faults, []):
                _add_translation(library, path, file, content / language.tag, headers, faults)
    return library


def _add_page(library: Library, path: str, file: Path, headers: Headers, faults: Faults) -> None:
    if known := library.documents.get(path) or library.unsound.get(path):
        other = known.file.name
        faults.add("two_files", file, 1, address=f"/{SOURCE.tag}/{path}/", other=other)
        return
    parts = headers.read(file, faults)
    entry = headers.model(_read_entry, parts, file, faults) if parts else None
    if parts is None or entry is None:
        _add_unsound(library, path, file, faults, parts)
        return
    document = Document(path, file, parts, entry)
    library.documents[path] = document
    if isinstance(entry, Fiche):
        other_fiche = library.fiches.setdefault(document.name, document)
        if other_fiche is not document:
            faults.add("two_fiches", file, 1, value=document.name, other=other_fiche.path)


def _read_entry(parts: Parts, file: Path, faults: Faults) -> Entry | None:
    tell_keys_below(parts, file, faults)
    model = read_kind(parts, file, faults)
    return read_model(model, parts, file, faults) if model else None


def _add_unsound(library: Library, path: str, file: Path, faults: Faults, parts: Parts | None = None) -> None:
    """Keep the names of a file with faults."""
    faults.unread.add(file)
    parts, entry = salvage(file, path, parts)
    library.unsound[path] = Document(path, file, parts, entry, is_written=False, is_sound=False)


def _name_unsound(library: Library) -> None:
    """Have a file with faults answer to each name that it may be meant to have; whatever is sound comes first."""
    for document in library.unsound.values():
        names = {document.stem, document.name, document.local_name}
        for name in sorted(names):
            library.fiches.setdefault(name, document)


def _add_departments(library: Library) -> None:
    """Every département has a page, also where nobody has written about it yet."""
    places = library.unsound.get(FOLDER) or library.documents.get(FOLDER)
    if places is None or (places.is_sound and not isinstance(places.entry, Places)):
        return
    for slug, territory in territories().items():
        path = f"{FOLDER}/{slug}"
        if not (path in library.documents or path in library.unsound):
            entry = Department.model_validate(
                {"genre": "departement", "titre": territory.name, "resume": territory.name}
            )
            library.documents[path] = Document(path, places.file, Parts(), entry, is_written=False)


def _add_further_contacts(library: Library) -> None:
    """What the page of a département has no room for gets pages of its own."""
    by_territory: dict[str, list[Document]] = {}
    for document in library.documents.values():
        by_territory.setdefault(document.territory or "", []).append(document)
    for slug, found in by_territory.items():
        above = library.documents.get(f"{FOLDER}/{slug}")
        if above is None or not any(isinstance(document.entry, Counter) for document in found):
            continue
        names = (
            f"{above.path}/{FURTHER}{f'-{number}' if number else ''}"
            for number in itertools.chain((0,), itertools.count(2))
        )
        free = (path for path in names if not (path in library.documents or path in library.unsound))
        for number, path in zip(range(2, len(counter_pages(found)) + 1), free, strict=False):
            entry = FurtherContacts.of(territories()[slug].name, number)
            library.documents[path] = Document(path, above.file, Parts(), entry, is_written=False)


def _read_translation(parts: Parts, file: Path, faults: Faults) -> Translation | None:
    tell_keys_below(parts, file, faults)
    return read_model(Translation, parts, file, faults)


def _add_translation(library: Library, path: str, file: Path, folder: Path, headers: Headers, faults: Faults) -> None:
    parts = headers.read(file, faults)
    if parts is None:
        faults.unread.add(file)
        return
    header = headers.model(_read_translation, parts, file, faults)
    if header is None:
        faults.unread.add(file)
        return
    # An editor such as Decap writes empty files for every language: they are pages still to be translated.
    if not parts.body.strip():
        return
    document = library.documents.get(path)
    if document is None or not document.is_written:
        expected = f"{SOURCE.tag}/{file.relative_to(folder).as_posix()}"
        if path not in library.unsound:
            library.orphans.setdefault(path, []).append((header.translated_from, file))
            hint = nearest_page(path, library.titles)
            faults.add("no_french", file, 1, value=path, expected=expected, hint=hint)
        return
    if header.title is None or header.summary is None:
        faults.add("missing_key", file, 1, key="titre" if header.title is None else "resume")
        return
    words = Words(header.title, header.tab, header.summary, parts.body)
    document.translations[folder.name] = Translated(file, parts, header, words)
