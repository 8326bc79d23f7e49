"""Éclaircie: a discreet help site, from Markdown to files that any host can serve."""

from pathlib import Path

from flask import Flask
from flask_babel import Babel, refresh

from . import policy
from .assets import Assets
from .catalogues import Catalogues
from .commands import register_commands
from .formats import FILTERS
from .pages import Site
from .settings import CONTENT, STATIC, TRANSLATIONS
from .typography import french, typo
from .views import language_tag, views


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
    app = Flask(__name__, static_folder=None)
    app.config.update(
        SITE=site,
        SITE_FOLDERS={"content": content, "translations": translations},
        ASSETS=Assets(static),
    )
    # First of all: while it freezes, every page shares one `g`, in which Flask-Babel keeps the language.
    app.before_request(refresh)
    babel = Babel(app, default_locale="fr", locale_selector=language_tag)
    babel.domain_instance = Catalogues(translations)
    policy.send_with(app, app.config["ASSETS"])
    app.register_blueprint(views)
    app.jinja_env.filters.update(FILTERS, french=french, typo=typo)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    register_commands(app)
    return app
