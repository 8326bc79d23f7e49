"""Éclaircie: a discreet help site, from Markdown to files that any host can serve."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from flask import Flask
from flask.templating import Environment
from flask_babel import Babel, refresh

from . import policy
from .assets import Assets
from .catalogues import Catalogues, show_as_text
from .commands import register_commands
from .formats import FILTERS
from .markdown import spoken
from .pages import Site
from .preview import Preview, allow_script
from .settings import CONTENT, STATIC, TRANSLATIONS
from .translating import register_translating
from .typography import french, typo
from .views import language_tag, preview_error, views


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


def create_app(
    site: Site | None = None,
    *,
    content: Path = CONTENT,
    translations: Path = TRANSLATIONS,
    static: Path = STATIC,
) -> Flask:
    """The application, in its parts.

    site: the site to show. Without one, the files are read anew for each page, as a preview wants it.
    """
    # No static folder: style and script are in the page.
    app = Application(__name__, static_folder=None)
    app.config.update(
        SITE=site,
        SITE_FOLDERS={"content": content, "translations": translations},
        ASSETS=Assets(static),
        PREVIEW=Preview(content, translations, static),
    )
    # First of all: while it freezes, every page shares one `g`, in which Flask-Babel keeps the language.
    app.before_request(refresh)
    babel = Babel(app, default_locale="fr", locale_selector=language_tag)
    babel.domain_instance = catalogues = Catalogues(translations)
    show_as_text(app, catalogues)
    if site is None:
        allow_script(app, app.config["PREVIEW"])
        app.register_error_handler(Exception, preview_error)
    policy.send_with(app, app.config["ASSETS"])
    app.register_blueprint(views)
    app.jinja_env.filters.update(FILTERS, french=french, typo=typo, spoken=spoken)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    register_commands(app)
    register_translating(app)
    return app
