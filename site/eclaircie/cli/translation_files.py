"""The translations that a command is about, each with its French page."""

from collections.abc import Iterator
from pathlib import Path

import click

from ..content import library
from ..content.document import Document, Translated
from ..content.library import Library
from ..languages import BY_TAG, SOURCE
from ..messages.faults import Faults
from .command_error import CommandError
from .options import ExistingFile
from .voice import Voice

FILES = click.argument("files", nargs=-1, required=True, type=ExistingFile(), metavar="FICHIER...")
"""The files of translations, one or more."""


def translations(files: tuple[Path, ...], content: Path, voice: Voice) -> Iterator[tuple[Path, Document, Translated]]:
    """Each file, its French page and its own words. Raises CommandError where one is no translation, or cannot be read.

    content: the folder of all content. voice: says what is wrong with a file that cannot be read.
    """
    faults = Faults()
    books = library.load(content, faults)
    for file in files:
        tag = tag_of(file, content) if file.resolve().is_relative_to(content) else ""
        if tag == SOURCE.tag or tag not in BY_TAG:
            raise CommandError("translating.no_translation", file=file)
        document, own = _find(books, file, content)
        if document is None:
            raise CommandError("translating.no_french", file=name_of(file, content))
        if own is None:
            wrong = [fault for fault in faults if fault.file.resolve() == file.resolve()]
            voice.faults(wrong, everything=True)
            raise CommandError("translating.no_header" if wrong else "translating.no_text", file=name_of(file, content))
        yield file, document, own


def _find(books: Library, file: Path, content: Path) -> tuple[Document | None, Translated | None]:
    """The French page of a translation, and the words of the translation, where they can be read."""
    document = books.documents.get(path_of(file, content))
    own = document.translations.get(tag_of(file, content)) if document else None
    # `page.md` and `page/index.md` would be the same page.
    return document, own if own and own.file.resolve() == file.resolve() else None


def path_of(file: Path, content: Path) -> str:
    """The path of the page that a file is of, in whichever language; that of the home page is the empty text."""
    return "/".join(name_of(file, content).with_suffix("").parts[1:]).removesuffix("index").rstrip("/")


def name_of(file: Path, content: Path) -> Path:
    """A file as seen from the folder of all content."""
    return file.resolve().relative_to(content)


def tag_of(file: Path, content: Path) -> str:
    """The language of a translation, by the folder in which it lies."""
    return name_of(file, content).parts[0]
