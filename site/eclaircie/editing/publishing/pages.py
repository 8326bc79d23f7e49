"""*Changements*: what differs, undone or sent, and the conflicts with what others sent."""

import datetime
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from ..desk import Desk, desk
from ..state import read_state
from .building import build
from .changes import changes
from .connection import Connection
from .errors import SendingError
from .overview import KEPT, KEYS, overview
from .receiving import Choice, receive
from .repository import Repository, opened
from .sending import Order, Sent, propose, publish
from .session import Outcome, Session
from .telling import proposed_sentence
from .undoing import take_back, undo

publishing = Blueprint("publishing", __name__, url_prefix="/changements")

_KEY = re.compile(r"[!-~]{4,500}")
"""A key: signs that a header can carry."""


def session() -> Session:
    """That of the application that answers now."""
    found = current_app.extensions.setdefault("publishing", Session())
    assert isinstance(found, Session)  # noqa: S101  # nobody else puts anything there
    return found


@publishing.get("/")
def page() -> str:
    """The whole page."""
    known = session()
    view, outcome = overview(desk(), known), known.take_outcome()
    return render_template("changes.html", view=view, outcome=outcome, kept_as=KEPT, keys=KEYS)


@publishing.post("/annuler")
def undone() -> AnyResponse:
    """Undo the changes of one file, or of all."""

    def act(repository: Repository) -> Outcome:
        kept = undo(repository, request.form.getlist("path"), _now())
        return _said("undone", count=len(kept.paths) + len(kept.gone)) if kept else _said("nothing_to_undo")

    return _press(act)


@publishing.post("/reprendre")
def taken_back() -> AnyResponse:
    """Take back what was kept."""

    def act(repository: Repository) -> Outcome:
        kept = take_back(repository, request.form.get("name", ""), _now())
        return _said("taken_back", count=len(kept.paths) + len(kept.gone))

    return _press(act)


@publishing.post("/recevoir")
def received() -> AnyResponse:
    """Ask for what others sent."""

    def act(repository: Repository) -> Outcome:
        found = receive(repository, _connection(repository), _choices(), _now())
        session().conflicts = found.conflicts
        if found.conflicts:
            return _said("conflicts", is_fault=True, count=len(found.conflicts))
        if _choices():
            return _said("chosen")
        return _said("received", count=len(found.files)) if found.files else _said("nothing_received")

    return _press(act)


@publishing.post("/envoyer")
def sent() -> AnyResponse:
    """Publish the changes, or propose them."""
    how = request.form.get("how", "")
    send: Callable[[Repository, Connection, Order], Sent] = publish if how == "publier" else propose

    def act(repository: Repository) -> Outcome:
        known = session()
        typed = request.form.get("sentence", "").strip()
        known.sentence = "" if typed == proposed_sentence(changes(repository), desk().tongue) else typed
        author = request.form.get("author", "").strip() or repository.author
        if not typed or not author:
            raise SendingError("no_author" if typed else "no_sentence")
        if author != repository.author:
            repository.keep(author=author)
        order = Order(typed, author, _choices(), _now(), lambda: _refuse_faults(desk()))
        result = send(repository, _connection(repository), order)
        known.conflicts = result.conflicts
        if result.conflicts:
            return _said("conflicts", is_fault=True, count=len(result.conflicts))
        known.sentence = ""
        return _told(result, "published" if send is publish else "proposed")

    return _press(act)


@publishing.post("/cle")
def key() -> AnyResponse:
    """Keep the key to the forge, or forget it."""

    def act(repository: Repository) -> Outcome:
        connection = _connection(repository)
        if "forget" in request.form:
            session().keeper.forget(connection.origin)
            return _said("key_forgotten")
        given = request.form.get("key", "").strip()
        if not _KEY.fullmatch(given):
            raise SendingError("bad_key")
        return _said("key_kept" if session().keeper.keep(connection.origin, given) else "key_for_session")

    return _press(act)


@publishing.post("/construire")
def built() -> AnyResponse:
    """Build the site, for whoever sends its folder to a host by hand."""
    with _telling():
        _refuse_faults(desk())
        folder = build(desk())
        session().outcome = _said("built", folder=folder)
    return redirect(url_for("publishing.page"), 303)


def _press(act: Callable[[Repository], Outcome]) -> AnyResponse:
    """Do something with the repository, and lead back to the page that tells what came of it."""
    with _telling(), opened(desk().root) as repository:
        session().outcome = act(repository)
    return redirect(url_for("publishing.page"), 303)


@contextmanager
def _telling() -> Iterator[None]:
    """One press at a time; what keeps it from being done is told on the page."""
    try:
        with session().alone():
            yield
    except SendingError as error:
        session().outcome = _said(error.code, is_fault=True, **error.values)


def _said(code: str, *, is_fault: bool = False, **values: object) -> Outcome:
    return Outcome((desk().said(f"sending.{code}", **values),), is_fault)


def _told(sent: Sent, code: str) -> Outcome:
    """What came of a sending."""
    sentences = [desk().said(f"sending.{code}" if sent.files else "sending.nothing_to_send", count=sent.files)]
    if sent.received.files:
        sentences.append(desk().said("sending.received", count=len(sent.received.files)))
    if sent.unasked:
        sentences.append(desk().said(f"sending.{sent.unasked.code}", **sent.unasked.values))
    return Outcome(tuple(sentences), False, sent.page if sent.files else "")


def _connection(repository: Repository) -> Connection:
    remote = repository.remote
    if remote is None:
        raise SendingError("no_repository")
    return Connection(repository, remote, session().keeper)


def _choices() -> dict[str, Choice]:
    """What was chosen for each file in conflict."""
    chosen: dict[str, Choice] = {}
    for name, value in request.form.items():
        if name.startswith("choice:"):
            chosen[name.removeprefix("choice:")] = "theirs" if value == "theirs" else "mine"
    return chosen


def _refuse_faults(at: Desk) -> None:
    """Raises SendingError where a fault keeps the site from being built."""
    if count := read_state(at).count:
        raise SendingError("faults", count=count)


def _now() -> datetime.datetime:
    return datetime.datetime.now()
