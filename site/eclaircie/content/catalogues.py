"""The files of the words of the interface, `translations/<tag>.po`: read, fingerprinted, and brought up to date."""

import hashlib
import re
import tomllib
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from babel.support import Translations

from ..files_in_use import replace
from ..languages import Language
from ..messages.faults import Faults
from .raw_text import unfinished_merge

_QUOTED = re.compile(r'(msg[\w\[\]]+ )?"([^"\\]|\\.)*"\s*')


def read_catalogue(file: Path, language: Language, faults: Faults) -> Catalog | None:
    """The messages of a file, or None with a fault added."""
    try:
        # Where a quote is missing, Babel would take the last letter for it
        text = file.read_text("utf-8-sig")
        if where := unfinished_merge(text):
            faults.add("merge_unfinished", file, where)
            return None
        for number, line in enumerate(text.split("\n"), 1):
            if line.startswith(("msg", '"')) and not _QUOTED.fullmatch(line):
                faults.add("po_broken", file, number)
                return None
        # What some editors put before the first sign, Babel would take for a part of the first line.
        catalogue = read_po(BytesIO(text.encode()), locale=language.locale, abort_invalid=True)
        Translations(BytesIO(compiled(catalogue)))
        return catalogue
    except PoFileError as error:
        faults.add("po_broken", file, error.lineno + 1)  # Babel counts lines from 0 here
    except OSError as error:
        faults.add("unreadable", file, 1, reason=error.strerror or str(error))
    except Exception:  # a wrong header makes Babel fail in many ways, that of a missing attribute included
        faults.add("po_broken", file, 1)
    return None


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as a file in which messages are looked up."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def fingerprint(folder: Path, language: Language) -> str:
    """A fingerprint of the messages of a language, for a page must be made again when they change."""
    file = folder / f"{language.tag}.po"
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def wanted(project: Path) -> Catalog:
    """Every message of the code and the templates of a project, as `pyproject.toml` says where to look."""
    mappings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    catalogue = Catalog(project="Éclaircie", fuzzy=False)

    def is_read(folder: str | Path) -> bool:
        """Whether a folder is looked into; one of these names further down may hold code."""
        path = Path(folder)
        return not path.name.startswith(".") and not (path.parent == project and path.name in _LEFT_OUT)

    for _file, _line, message, comments, context in extract_from_dir(project, methods, directory_filter=is_read):
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


_LEFT_OUT = ("build", "tests", "content", "static")
"""Folders of the project without a message: whole sites, and what nobody translates here."""


def update(folder: Path, project: Path, language: Language, faults: Faults) -> Path:
    """Bring the file of a language up to date: new messages are added empty, those no longer used are left out.

    Returns the file. A message whose words changed a little keeps its translation, marked fuzzy. A file that cannot
    be read stays as it is, with a fault added.

    No line is wrapped: of such a file Weblate and Poedit leave alone all that nobody translates, and what they have
    written into its header stays.
    """
    file = folder / f"{language.tag}.po"
    catalogue: Catalog | None = Catalog(locale=language.locale, project="Éclaircie", fuzzy=False)
    if file.is_file():
        catalogue = read_catalogue(file, language, faults)
    if catalogue is None:
        return file
    catalogue.update(wanted(project))
    text = BytesIO()
    write_po(text, catalogue, width=0, omit_header=True, no_location=True, ignore_obsolete=True, sort_output=True)
    copy = file.with_suffix(".po.tmp")
    copy.write_text(f"{_header(file, language)}\n\n{text.getvalue().decode().strip()}\n", "utf-8", newline="\n")
    replace(copy, file)
    return file


_HEADER = re.compile(r'(?:#.*\n)*msgid ""\nmsgstr ""(?:\n".*\\n")+(?=\n)')


def _header(file: Path, language: Language) -> str:
    """The first entry of a file, which says what it is: as it stands there, or that of a new file."""
    named = f'"Language: {language.tag}\\n"'
    text = file.read_text("utf-8-sig") if file.is_file() else ""
    found = _HEADER.match(text)
    if found and named in found[0]:
        return found[0]
    return f'msgid ""\nmsgstr ""\n{named}\n"Content-Type: text/plain; charset=utf-8\\n"'
