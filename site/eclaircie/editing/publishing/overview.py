"""Everything that the page *Changements* shows, read anew each time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..desk import Desk
from ..state import read_state
from .aside import Kept
from .changes import Change, changes
from .connection import Connection
from .differences import Row, rows
from .errors import SendingError
from .receiving import Conflict
from .repository import PROPOSED, WORDS, Blob, Repository, opened
from .session import Session
from .telling import Told, proposed_sentence, text_of, told
from .undoing import aside_of

KEPT = {"undone": "sending.kept_undone", "theirs": "sending.kept_theirs", "retaken": "sending.kept_retaken"}
"""Why something was kept."""

KEYS = {"kept": "sending.key_is_kept", "session": "sending.key_is_session"}
"""Where the key is kept."""


@dataclass(frozen=True)
class Choice:
    """A file that two people changed. mine, theirs: whether there is such a text. rows: both side by side, theirs first."""

    path: str
    place: str
    mine: bool
    theirs: bool
    rows: Sequence[Row]


@dataclass(frozen=True)
class Overview:
    """What is shown. why_not: why changes cannot be told or sent, empty where they can. faults: how many block a sending.

    host: where changes go, empty for nowhere. key: "kept" by the system, "session", "" for none, "needless".
    proposal: whether something waits to be accepted, and its page.
    """

    why_not: str = ""
    changes: Sequence[Told] = ()
    conflicts: Sequence[Choice] = ()
    kept: Sequence[Kept] = ()
    faults: int = 0
    sentence: str = ""
    author: str = ""
    host: str = ""
    key: str = ""
    proposal: bool = False
    proposal_page: str = ""


def overview(desk: Desk, session: Session) -> Overview:
    """Everything as it is now. Raises DayError."""
    state = read_state(desk)
    try:
        with opened(desk.root) as repository:
            found = changes(repository)
            sent = _proposed(repository)
            shown = [
                told(
                    change,
                    desk.tongue,
                    state.places.place_of(change.path),
                    is_proposed=_is_in(sent, change),
                )
                for change in found
            ]
            view = Overview(
                changes=shown,
                conflicts=[_choice(conflict, state.places.place_of(conflict.path)) for conflict in session.conflicts],
                kept=aside_of(repository).all(),
                faults=state.count,
                sentence=session.sentence or proposed_sentence(found, desk.tongue),
                author=repository.author,
            )
            return _with_remote(view, repository, session)
    except SendingError as error:
        return Overview(why_not=desk.said(f"sending.{error.code}", **error.values), faults=state.count)


def _with_remote(view: Overview, repository: Repository, session: Session) -> Overview:
    remote = repository.remote
    if remote is None:
        return view
    connection = Connection(repository, remote, session.keeper)
    key = "needless"
    if connection.origin:
        key = "" if not connection.key else "kept" if session.keeper.is_kept_by_system() else "session"
    return replace(
        view,
        host=remote.host,
        key=key,
        proposal=bool(repository.setting("proposal")),
        proposal_page=repository.setting("proposalurl"),
    )


def _proposed(repository: Repository) -> dict[str, Blob] | None:
    """The files of what was last proposed and waits, or None where nothing does."""
    commit = repository.get(PROPOSED)
    return repository.files(commit, *WORDS) if commit else None


def _is_in(sent: dict[str, Blob] | None, change: Change) -> bool:
    """Whether a change was proposed as it is now."""
    if sent is None:
        return False
    blob = sent.get(change.path)
    return blob is None if change.after is None else blob is not None and blob.holds(change.after)


def _choice(conflict: Conflict, place: str) -> Choice:
    return Choice(
        conflict.path,
        place,
        conflict.mine is not None,
        conflict.theirs is not None,
        rows(text_of(conflict.theirs), text_of(conflict.mine)),
    )
