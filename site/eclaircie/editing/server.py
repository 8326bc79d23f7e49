"""The application of the editor: the guard, the pages in their order, and what is said where one of them fails."""

import sys
from typing import NamedTuple

from flask import Blueprint, Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from ..messages import internal_errors
from ..preview.drafts import DayError
from .address_page import address_page
from .desk import Desk
from .directory_page import directory_page
from .exchange import exchange
from .files import RefusedError
from .form_page import form_page
from .guard import guard
from .mending import mending
from .publishing.pages import publishing
from .work import work


class Room(NamedTuple):
    """Some pages of the editor. first: the endpoint of the one that the navigation leads to. name: the sentence for it."""

    pages: Blueprint
    first: str
    name: str


ROOMS = (
    Room(form_page, "form_page.page", "editing.write"),
    Room(mending, "mending.page", "building.to_mend"),
    Room(directory_page, "directory_page.page", "directory_page.title"),
    Room(publishing, "publishing.page", "sending.changes"),
    Room(work, "work.page", "work.title"),
)
"""In the order of the navigation. Their templates extend `layout.html`; `desk()` gives them what they work on."""


def make_server_application(desk: Desk) -> Flask:
    """The editor, to be served at the port of the desk."""
    app = Flask(__name__)
    app.config["DESK"] = desk
    guard(app, desk.port)
    app.register_blueprint(exchange)
    app.register_blueprint(address_page)
    for room in ROOMS:
        app.register_blueprint(room.pages)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(lambda: {"desk": desk, "said": desk.said, "rooms": ROOMS})

    @app.errorhandler(Exception)
    def failed(error: Exception) -> tuple[Response | str, int] | HTTPException:
        told, status = _told(error, desk)
        if not told:
            assert isinstance(error, HTTPException)  # noqa: S101  # all others have a sentence
            return error
        if request.blueprint == exchange.name:
            return jsonify(sentence=told), status
        return render_template("message.html", title=told), status

    return app


def _told(error: Exception, desk: Desk) -> tuple[str, int]:
    """What is said of an error, and its status; nothing for what is no mistake, such as a redirection."""
    if isinstance(error, RefusedError):
        return desk.said(error.code, **error.values), error.status
    if isinstance(error, DayError):
        return desk.said("program.bad_epoch"), 500
    if isinstance(error, HTTPException):
        code = {403: "editing.stranger", 404: "editing.no_such_page", 413: "editing.too_large"}.get(error.code or 0)
        return (desk.said(code), error.code or 500) if code else ("", error.code or 500)
    saved = internal_errors.save(error)
    print(saved.told(desk.tongue), file=sys.stderr)
    return f"{desk.said('previewing.bug')} {desk.said('previewing.send', file=saved.file)}", 500
