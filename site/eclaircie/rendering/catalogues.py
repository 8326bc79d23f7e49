"""The words of the interface in pages: read straight from `translations/<tag>.po`, so no compiled file can be stale."""

import hashlib
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, request
from flask_babel import Domain
from markupsafe import Markup, escape

from ..content.catalogues import compiled
from ..kept.store import Store
from ..languages import SOURCE, Language, language_of
from .typography import french


class Catalogues(Domain):  # type: ignore[misc]  # Flask-Babel has no types
    """The translations of Flask-Babel, by the language of the address.

    The language decides, not its Babel locale: two languages may share a locale.
    """

    def __init__(self, folder: Path, kept: Store | None = None) -> None:
        super().__init__()
        self.folder = folder
        self._kept = kept
        self._known: dict[Language, NullTranslations] = {}

    def get_translations(self) -> NullTranslations:
        """The translations for the request under way."""
        language = language_of(request.path)
        if language not in self._known:
            self._known[language] = translations(self.folder, language, self._kept)
        return self._known[language]


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


def translations(folder: Path, language: Language, kept: Store | None = None) -> NullTranslations:
    """The messages of one language. French is the language that they are written in, so it has no file.

    A language that is begun and not published may have none yet: it is shown in French.
    kept: where they are kept in the form in which they are looked up, by the text of the file.
    """
    if language is SOURCE:
        return FrenchMessages()
    try:
        raw = (folder / f"{language.tag}.po").read_bytes()
    except FileNotFoundError:
        return FrenchMessages()
    name, key = f"messages-{language.tag}", hashlib.sha256(raw).hexdigest()
    kept = kept or Store()
    made = kept.read(name, key)
    if made is None:
        made = compiled(read_po(BytesIO(raw.decode("utf-8-sig").encode()), locale=language.locale))
        kept.write(name, made, key)
    return Translations(BytesIO(made))
