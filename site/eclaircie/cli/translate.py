"""`translate`: what changed in the French since a translation was made, and its file, ready to be worked on."""

import os
import sys
from pathlib import Path

import click

from ..content.document import Document
from ..content.library import load
from ..content.translation import is_behind
from ..languages import BY_TAG, SOURCE
from ..messages.command_lines import eclaircie_command
from ..messages.faults import Faults
from ..writing.addresses import path_of
from ..writing.translating import changes, file_of_translation, french_before, plan_begun, tag_named
from ..writing.word_differences import Piece, as_text
from . import options
from .asking import Terminal
from .changing import writing
from .command_error import FAULT, USAGE, CommandError
from .invocation import Invocation
from .noting import note_translated
from .parser import Command

_STYLES: dict[str, dict[str, bool | str]] = {
    "same": {},
    "gone": {"fg": "red", "strikethrough": True},
    "new": {"fg": "green", "bold": True},
}


@click.command("translate", cls=Command)
@click.argument("asked", metavar="content/en/PAGE.md")
@options.lang
@click.pass_obj
def command(invocation: Invocation, asked: str) -> int:
    """What the command line asks."""
    content, voice, terminal = invocation.folders.content, invocation.voice, Terminal(invocation.voice)
    tag = tag_named(asked, content)
    if tag is None:
        raise CommandError("translating.which_language", USAGE, value=asked)
    document = _document(content, path_of(asked, content))
    file = file_of_translation(document, tag, content)
    name = file.relative_to(content.parent)
    translated = document.translations.get(tag)
    if translated and not is_behind(document, BY_TAG[tag]):
        voice.say("translating.up_to_date", file=name)
        return 0
    digest = translated.header.translated_from if translated else None
    before = french_before(document, digest, content) if digest else None
    if before:
        voice.say("translating.what_changed", file=name)
        for key, pieces in changes(before, document.words(SOURCE)[0]):
            _show(key, pieces, terminal)
    elif translated:
        voice.say("translating.unknown_french", file=name)
    with writing(voice):
        plan_begun(document, tag, content, before).apply()
    voice.say("translating.begun", file=name)
    if terminal.is_there and _is_done(file, terminal):
        note_translated((file,), content, voice)
    else:
        voice.say("translating.when_done", command=eclaircie_command("traduit", str(name)))
    return 0


def _document(content: Path, path: str) -> Document:
    """The French page. Raises CommandError where there is none that can be read."""
    library = load(content, Faults())
    if path in library.unsound:
        raise CommandError("writing.unsound", FAULT, file=library.unsound[path].file)
    document = library.documents.get(path)
    if document is None or not (document.is_written and document.has_words):
        raise CommandError("writing.no_page", FAULT, path=path)
    return document


def _show(key: str, pieces: list[Piece], terminal: Terminal) -> None:
    """Show the words that differ: in colour, and with signs where there is none."""
    if not sys.stdout.isatty():
        terminal.line(f"  {key and key + ' : '}{as_text(pieces)}")
        return
    words = "".join(click.style(piece.text, **_STYLES[piece.kind]) for piece in pieces)  # type: ignore[arg-type]
    terminal.line(f"  {key and key + ' : '}{words}")


def _is_done(file: Path, terminal: Terminal) -> bool:
    """Whether the translation is done, once somebody had its file open."""
    if sys.platform == "win32" or os.environ.get("VISUAL") or os.environ.get("EDITOR"):
        click.edit(filename=str(file), require_save=False)
    return terminal.choose("translating.is_done", default="no") == "yes"
