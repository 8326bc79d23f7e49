"""The words of the interface: `translations/<tag>.po`, read straight into memory, so no compiled file can be stale."""

import hashlib
import re
import tomllib
from collections.abc import Collection
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from babel.support import NullTranslations, Translations
from flask import Flask, request
from flask_babel import Domain
from markupsafe import Markup, escape

from .content.dialling import hand_written, named
from .content.faults import Faults
from .content.links import leads_out
from .languages import LANGUAGES, SOURCE, Language, language_of
from .typography import french

_BLANKS = re.compile(r"%\((\w+)\)s|%%|%")
_QUOTED = re.compile(r'(msg[\w\[\]]+ )?"([^"\\]|\\.)*"\s*')


class Catalogues(Domain):  # type: ignore[misc]  # Flask-Babel has no types
    """The translations of Flask-Babel, by the language of the address.

    The language decides, not its Babel locale: two languages may share a locale.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def get_translations(self) -> NullTranslations:
        """The translations for the request under way."""
        return translations(self.folder, language_of(request.path))


def show_as_text(app: Flask, catalogues: Catalogues) -> None:
    """Have templates take what translators write for text: Jinja would take it for HTML, and a `"` would end an attribute.

    app: an application that Flask-Babel knows. catalogues: the words that it is given.
    """

    # Jinja would format each message anew, blanks or not, and call three functions for it.
    def text(message: str, **values: object) -> Markup:
        messages = catalogues.get_translations()
        return _text(messages, message) % values if values else _plain_text(messages, message)

    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # Jinja's extension for messages adds it
        gettext=lambda message: _text(catalogues.get_translations(), message),
        ngettext=lambda one, many, count: escape(catalogues.get_translations().ungettext(one, many, count)),
        newstyle=True,
    )
    app.jinja_env.globals["_"] = text


@lru_cache(maxsize=16384)  # the same forty messages stand on each page of a language
def _text(messages: NullTranslations, message: str) -> Markup:
    return escape(messages.ugettext(message))


@lru_cache(maxsize=16384)
def _plain_text(messages: NullTranslations, message: str) -> Markup:
    return _text(messages, message) % {}


class FrenchMessages(NullTranslations):
    """The messages as they are written in the code and the templates, with the spaces that French wants."""

    def gettext(self, message: str) -> str:
        """The message itself."""
        return french(message)

    ugettext = gettext


@cache
def translations(folder: Path, language: Language) -> NullTranslations:
    """The messages of one language. French is the language that they are written in, so it has no file."""
    file = folder / f"{language.tag}.po"
    if language is SOURCE:
        return FrenchMessages()
    return _compiled(read_po(BytesIO(file.read_text("utf-8-sig").encode()), locale=language.locale))


def _compiled(catalogue: Catalog) -> NullTranslations:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def fingerprint(folder: Path, language: Language) -> str:
    """A fingerprint of the messages of a language, for a page must be made again when they change."""
    file = folder / f"{language.tag}.po"
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def wanted(project: Path) -> Catalog:
    """Every message of the code and the templates of a project, as `pyproject.toml` says where to look."""
    mappings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    catalogue = Catalog(project="Éclaircie", fuzzy=False)
    for _file, _line, message, comments, context in extract_from_dir(project, methods, directory_filter=_is_ours):
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def _is_ours(folder: str | Path) -> bool:
    return not Path(folder).name.startswith(".") and Path(folder).name not in (
        "build",
        "tests",
        "content",
        "static",
    )


def update(folder: Path, project: Path, language: Language, faults: Faults) -> Path:
    """Bring the file of a language up to date: new messages are added empty, those no longer used are left out.

    Returns the file. A message whose words changed a little keeps its translation, marked fuzzy. A file that cannot
    be read stays as it is, with a fault added.
    """
    file = folder / f"{language.tag}.po"
    catalogue: Catalog | None = Catalog(locale=language.locale, project="Éclaircie", fuzzy=False)
    if file.is_file():
        catalogue = _read(file, language, faults)
    if catalogue is None:
        return file
    catalogue.update(wanted(project))
    text = BytesIO()
    write_po(text, catalogue, width=100, omit_header=True, no_location=True, ignore_obsolete=True, sort_output=True)
    header = f'msgid ""\nmsgstr ""\n"Language: {language.tag}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    copy = file.with_suffix(".po.tmp")
    copy.write_bytes(header.encode() + text.getvalue())
    copy.replace(file)
    return file


def check(folder: Path, faults: Faults, numbers: Collection[str] = ()) -> None:
    """Add a fault for each message that is missing, doubtful, holds HTML, names a number that the French does not name,
    or has lost a blank such as `%(name)s`.

    A translation goes into pages as it is, so a `<` in one would be HTML. numbers: the digits of those of all lines.
    """
    for language in LANGUAGES:
        if language is SOURCE:
            continue
        file = folder / f"{language.tag}.po"
        if leads_out(file, folder):
            faults.add("outside", file, 1)
            continue
        if not file.is_file():
            faults.add("po_none", file, 1, name=language.name)
            continue
        catalogue = _read(file, language, faults)
        for message in catalogue or ():
            if message.id:
                _check_message(
                    str(message.id),
                    str(message.string or ""),
                    message.fuzzy,
                    file,
                    message.lineno or 1,
                    faults,
                )
                if number := _other_number(str(message.id), str(message.string or ""), numbers):
                    short = _short(str(message.id))
                    faults.add("po_number", file, message.lineno or 1, message=short, value=number)


def _read(file: Path, language: Language, faults: Faults) -> Catalog | None:
    try:
        # Where a quote is missing, Babel would take the last letter for it
        text = file.read_text("utf-8-sig")
        for number, line in enumerate(text.split("\n"), 1):
            if line.startswith(("msg", '"')) and not _QUOTED.fullmatch(line):
                faults.add("po_broken", file, number)
                return None
        # What some editors put before the first sign, Babel would take for a part of the first line.
        catalogue = read_po(BytesIO(text.encode()), locale=language.locale, abort_invalid=True)
        _compiled(catalogue)
        return catalogue
    except PoFileError as error:
        faults.add("po_broken", file, error.lineno + 1)  # Babel counts lines from 0 here
    except OSError as error:
        faults.add("unreadable", file, 1, reason=error.strerror or str(error))
    except Exception:  # a wrong header makes Babel fail in many ways, that of a missing attribute included
        faults.add("po_broken", file, 1)
    return None


def _check_message(source: str, text: str, fuzzy: bool, file: Path, line: int, faults: Faults) -> None:
    short = _short(source)
    if not text.strip():
        faults.add("po_missing", file, line, message=short)
    elif fuzzy:
        faults.add("po_fuzzy", file, line, message=short)
    elif sign := next((sign for sign in "<>&" if sign in text), None):
        faults.add("po_sign", file, line, message=short, value=sign)
    elif sorted(m[0] for m in _BLANKS.finditer(source)) != sorted(m[0] for m in _BLANKS.finditer(text)):
        blanks = ", ".join(sorted({m[0] for m in _BLANKS.finditer(source)})) or "—"
        faults.add("po_blank", file, line, message=short, value=blanks)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


def _other_number(source: str, text: str, numbers: Collection[str]) -> str | None:
    """A number in a translation that its message does not hold."""
    known = {number.digits for number in (*hand_written(source, numbers), *named(source))}
    found = (number for number in (*hand_written(text, numbers), *named(text)) if number.digits not in known)
    return next((number.value for number in found), None)
