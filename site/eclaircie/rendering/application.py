"""The Flask application, in its parts."""

from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any

from flask import Flask, abort
from flask.templating import Environment
from flask_babel import Babel, refresh

from ..kept.store import Store
from ..pages.site import Site
from ..project import STATIC, TRANSLATIONS
from . import facts, formats, policy, sections
from .assets import Assets
from .bytecode import Bytecode
from .catalogues import Catalogues, show_as_text
from .markdown import spoken
from .typography import french, typo
from .views import Answer, language_tag, render_page, views


class Templates(Environment):
    """The templates of the site. What they are given are dicts: in these, a name is looked up as a key first.

    Jinja looks for an attribute before, and on each name of a page it would fail to find one.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template means by `obj.attribute`."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template sees, in one dict: Jinja goes through all of it for each import, and its own map is slow.

        Nothing is added to it once the first template is read.
        """
        return {**self.globals, **(d or {})}


class Application(Flask):
    """A Flask application with these templates."""

    jinja_environment = Templates


def create_app(site: Site, *, translations: Path = TRANSLATIONS, static: Path = STATIC) -> Flask:
    """The application that shows a site."""

    def answer(address: str) -> str:
        try:
            inputs = site.inputs(address)
        except KeyError:
            abort(404)
        return render_page(inputs)

    return application(answer, translations=translations, static=static)


def application(
    answer: Answer,
    *,
    translations: Path = TRANSLATIONS,
    static: Path = STATIC,
    scripts: Sequence[str] = (),
    kept: Store | None = None,
) -> Flask:
    """An application of our templates, words, style and policy, in its parts.

    answer: gives the page of an address; it aborts with 404 where there is none.
    scripts: those that its pages may hold beside the site's own. kept: what earlier builds have learnt.
    """
    # No static folder: style and script are in the page.
    app = Application(__name__, static_folder=None)
    app.config.update(ANSWER=answer, TRANSLATIONS=translations, ASSETS=Assets(static), SCRIPTS=tuple(scripts))
    # First of all: while it freezes, every page shares one `g`, in which Flask-Babel keeps the language.
    app.before_request(refresh)
    babel = Babel(app, default_locale="fr", locale_selector=language_tag)
    babel.domain_instance = catalogues = Catalogues(translations, kept)
    show_as_text(app, catalogues)
    policy.send_with(app, app.config["ASSETS"], scripts)
    app.register_blueprint(views)
    app.jinja_env.filters.update(
        formats.FILTERS, **facts.FILTERS, **sections.FILTERS, french=french, typo=typo, spoken=spoken
    )
    app.jinja_env.bytecode_cache = Bytecode(kept) if kept and kept.is_used else None
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    return app
