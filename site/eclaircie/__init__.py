"""Éclaircie: a discreet help site, from Markdown to files that any host can serve."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def create_app() -> "Flask":
    """The application that shows the site while it is being written, for whoever serves it with Flask's own tools."""
    # Not above: whoever only reads content, as a check does, loads no Flask.
    from .preview.application import create_preview

    return create_preview()
