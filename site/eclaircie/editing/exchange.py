"""What the form asks of the server: the files, one by one, and whether all is well. Each answer is JSON."""

from typing import Any

from flask import Blueprint, Response, jsonify, request

from .desk import desk
from .files import RefusedError, Text
from .plain_words import in_plain_words
from .state import state_of

exchange = Blueprint("exchange", __name__)


@exchange.get("/fichiers")
def files() -> Response:
    """Every page, by name."""
    return jsonify({name: _data(text) for name, text in desk().files.texts().items()})


@exchange.put("/fichier")
def write() -> Response:
    """Write a page. The answer is what it holds now: its header in the one form."""
    asked = _asked("name", "text")
    return jsonify(_data(desk().files.write(asked["name"], asked["text"], asked.get("version"))))


@exchange.post("/fichier/nom")
def move() -> Response:
    """Give a page another name."""
    asked = _asked("name", "new", "version")
    return jsonify(_data(desk().files.move(asked["name"], asked["new"], asked["version"])))


@exchange.delete("/fichier")
def delete() -> Response:
    """Remove a page."""
    asked = _asked("name", "version")
    desk().files.delete(asked["name"], asked["version"])
    return jsonify({})


@exchange.get("/etat")
def state() -> Response:
    """What is wrong with the files as they are now.

    ?lieu: where in the form somebody is, as its address says it. ?enregistre: given where something was saved.
    """
    return jsonify(state_of(desk(), request.args.get("lieu", ""), saved="enregistre" in request.args))


@exchange.get("/formulaire.json")
def configuration() -> Response:
    """What the form asks for. The folder of the content is given to it in the place of the browser's own storage."""
    return jsonify({**desk().configuration(), "backend": {"name": "test-repo"}})


@exchange.get("/formulaire/<path:name>")
def form(name: str) -> Response:
    """A file of the form. Words come as a script: no browser imports JSON from a script as the form does."""
    content = desk().form.get(name)
    if content is None:
        raise RefusedError("editing.no_such_page", 404)
    if name.endswith(".json"):
        return Response(b"export default " + in_plain_words(content, desk().said), mimetype="text/javascript")
    kinds = {"js": "text/javascript", "woff2": "font/woff2"}
    return Response(content, mimetype=kinds[name.rpartition(".")[2]])


def _asked(*keys: str) -> dict[str, Any]:
    """What a request says. Raises RefusedError where a text of these is missing."""
    data = request.get_json(silent=True)
    if not isinstance(data, dict) or not all(isinstance(data.get(key), str) for key in keys):
        raise RefusedError("editing.not_understood", 400)
    if not isinstance(data.get("version"), str | None):
        raise RefusedError("editing.not_understood", 400)
    return data


def _data(text: Text) -> dict[str, str]:
    return {"text": text.text, "version": text.version}
