"""`emporter`: the pages to translate go out in a document of a word processor."""

import os
import tempfile
from pathlib import Path

import click

from ..content import library
from ..content.document import Document
from ..content.library import Library
from ..files_in_use import replace
from ..languages import BY_TAG, LANGUAGES, SOURCE, Language
from ..messages.faults import Faults
from ..translating.sheet import sheet_of, to_translate
from ..translating.word_file import document_of
from . import options
from .command_error import USAGE, CommandError
from .invocation import Invocation
from .parser import Command, option
from .translation_files import path_of


@click.command("emporter", cls=Command)
@click.argument("files", nargs=-1, type=options.ExistingFile(), metavar="[FICHIER...]")
@option("--langue", "tag", required=True, metavar="ar", purpose="language_taken")
@option("--vers", "target", type=options.PATH, metavar="FICHIER.docx", purpose="taken_to")
@options.lang
@click.pass_obj
def command(invocation: Invocation, files: tuple[Path, ...], tag: str, target: Path | None) -> int:
    """What the command line asks."""
    content, voice = invocation.folders.content.resolve(), invocation.voice
    language = _language(tag)
    target = target or Path(f"traduction-{tag}.docx")
    if target.exists():
        raise CommandError("sheets.exists", USAGE, file=target)
    books = library.load(content, Faults())
    documents = [_document(file, books, content) for file in files] or to_translate(books, language)
    if not documents:
        voice.say("sheets.nothing_to_do", language=language.name)
        return 0
    sheets = [sheet_of(document, language, content) for document in {each.path: each for each in documents}.values()]
    try:
        written = document_of(sheets, language, voice.tongue)
    except ImportError as error:
        raise CommandError("sheets.no_library") from error
    _write(target, written)
    voice.say("sheets.gone_out", file=target, count=len(sheets), words=sum(sheet.words for sheet in sheets))
    return 0


def _language(tag: str) -> Language:
    """A language into which is translated. Raises CommandError where it is none."""
    language = BY_TAG.get(tag)
    if language is None or language is SOURCE:
        known = ", ".join(each.tag for each in LANGUAGES if each is not SOURCE)
        raise CommandError("options.bad_choice", USAGE, name="--langue", value=tag, choices=known)
    return language


def _document(file: Path, books: Library, content: Path) -> Document:
    """The page of a file, in whichever language it is. Raises CommandError where it is no sound one."""
    document = books.documents.get(path_of(file, content)) if file.resolve().is_relative_to(content) else None
    if document is None or not document.is_written:
        raise CommandError("sheets.no_such_page", USAGE, file=file)
    if not document.is_sound:
        raise Invocation.faults_first()
    return document


def _write(file: Path, written: bytes) -> None:
    """Write a document in one step. Raises CommandError where nothing can be written."""
    copy: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
        copy = Path(name)
        with os.fdopen(handle, "wb") as out:
            out.write(written)
        copy.chmod(0o644)
        replace(copy, file)
    except OSError as error:
        raise CommandError("program.unwritten", file=file, reason=error.strerror or str(error)) from error
    finally:
        if copy:
            copy.unlink(missing_ok=True)
