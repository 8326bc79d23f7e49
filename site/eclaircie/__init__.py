"""Éclaircie: a discreet help site, from Markdown to files that any host can serve."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def create_app() -> "Flask":
    """The application that shows the site while it is being written, for `flask --app eclaircie`."""
    # Not above: whoever only reads content, as a check does, loads no Flask.
    from .cli.commands import register_commands
    from .cli.translating import register_translating
    from .preview.application import create_preview

    app = create_preview()
    register_commands(app)
    register_translating(app)
    return app
