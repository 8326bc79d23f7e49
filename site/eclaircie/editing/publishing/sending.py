"""The changes of an editor become one commit with one sentence, and go to the others: published, or proposed."""

import datetime
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .changes import Change, changes
from .connection import Connection, MovedError
from .errors import SendingError
from .forges import Request, ask_to_merge, kind_of, new_request_page
from .receiving import Choice, Conflict, Received, forget_proposal, not_at_work, note_in_index, receive
from .repository import PROPOSED, UNDER_WAY, Repository

if TYPE_CHECKING:
    from dulwich.objects import ObjectID

_ATTEMPTS = 3
"""How often it is begun anew where others send at the same moment."""

LONGEST_SENTENCE = 200  # characters


@dataclass(frozen=True)
class Order:
    """What is to be sent. sentence: what others read of it. author: who signs; anybody can read it.

    choices: for files in conflict, by path. now: local time.
    check: called when all that others sent is in the files; raises SendingError where they cannot be sent so.
    """

    sentence: str
    author: str
    choices: Mapping[str, Choice]
    now: datetime.datetime
    check: Callable[[], None]


@dataclass(frozen=True)
class Sent:
    """What became of it. files: how many were sent. page: where it can be seen, empty where nobody can tell.

    conflicts: where a choice is missing; then nothing was sent. received: the files that others had changed.
    unasked: why the forge could not be asked to merge what it has received; None where it was asked.
    """

    files: int = 0
    page: str = ""
    conflicts: tuple[Conflict, ...] = ()
    received: Received = field(default_factory=Received)
    unasked: SendingError | None = None


def publish(repository: Repository, connection: Connection, order: Order) -> Sent:
    """Send the changes to the branch that is published. Raises SendingError; nothing is then lost or half done."""
    for _ in range(_ATTEMPTS):
        received = receive(repository, connection, order.choices, order.now)
        if received.conflicts:
            return Sent(conflicts=received.conflicts, received=received)
        order.check()
        found, head = changes(repository), repository.head
        if not found:
            return Sent(received=received, page=connection.remote.web)
        commit = _commit(repository, order, [head])
        repository.set(UNDER_WAY, commit)
        try:
            connection.send(connection.remote.branch, commit, repository.tracked(connection.remote))
        except MovedError:
            continue
        _settle(repository, commit, head, found)
        return Sent(len(found), connection.remote.web, received=received)
    raise SendingError("others_at_work")


def propose(repository: Repository, connection: Connection, order: Order) -> Sent:
    """Send the changes to a branch of their own, and ask the forge to merge it. The files stay as they are.

    A proposal that nobody has accepted yet is added to. Raises SendingError; nothing is then lost or half done.
    """
    remote = connection.remote
    for _ in range(_ATTEMPTS):
        received = receive(repository, connection, order.choices, order.now)
        if received.conflicts:
            return Sent(conflicts=received.conflicts, received=received)
        order.check()
        found = changes(repository)
        if not found:
            return Sent(received=received, page=remote.web)
        branch, former = _proposal(repository, connection)
        if not branch:
            branch = f"proposition-{order.now:%Y%m%d-%H%M%S}"
        commit = _commit(repository, order, _parents(repository, former), unless=former)
        try:
            if commit != former:
                connection.send(branch, commit, former)
        except MovedError:
            forget_proposal(repository)  # somebody else works on it: ours becomes another
            continue
        known = repository.setting("proposalurl")
        repository.keep(proposal=branch)
        repository.set(PROPOSED, commit)
        page, unasked = (known, None) if known else _asked(repository, connection, branch, order.sentence)
        return Sent(len(found), page, received=received, unasked=unasked)
    raise SendingError("others_at_work")


def _asked(
    repository: Repository, connection: Connection, branch: str, sentence: str
) -> tuple[str, SendingError | None]:
    """The page of the request to merge, or the one on which it can be written, and why."""
    remote = connection.remote
    kind = kind_of(remote.host, repository.setting("forge"))
    if kind is None or not connection.origin:
        return new_request_page(kind, remote.web, branch, remote.branch), SendingError("ask_yourself", branch=branch)
    try:
        page = ask_to_merge(connection, kind, Request(branch, remote.branch, sentence))
    except SendingError as error:
        return new_request_page(kind, remote.web, branch, remote.branch), error
    repository.keep(proposalurl=page)
    return page, None


def _proposal(repository: Repository, connection: Connection) -> "tuple[str, ObjectID | None]":
    """The branch of the proposal that waits, and its commit; nothing where none does, or somebody else has added to it."""
    branch, commit = repository.setting("proposal"), repository.get(PROPOSED)
    if branch and commit and repository.get(f"refs/remotes/{connection.remote.name}/{branch}") == commit:
        return branch, commit
    if branch:
        forget_proposal(repository)
    return "", None


def _parents(repository: Repository, former: "ObjectID | None") -> "list[ObjectID]":
    """What a proposal follows: the one before it, and what was published since."""
    head = repository.head
    if former is None:
        return [head]
    return [former] if repository.is_before(head, former) else [former, head]


def _commit(
    repository: Repository, order: Order, parents: "list[ObjectID]", unless: "ObjectID | None" = None
) -> "ObjectID":
    """The commit of the files as they are now. unless: taken in its place where it holds the same files."""
    from dulwich.object_store import commit_tree_changes
    from dulwich.objects import Blob, Commit

    store, head = repository.repo.object_store, repository.head
    files = repository.files(head)
    entries: list[tuple[bytes, int | None, ObjectID | None]] = []
    for change in changes(repository, head):
        if change.after is None or change.moved_from:
            entries.append(((change.moved_from or change.path).encode(), None, None))
        if change.after is not None:
            blob = Blob.from_string(change.after)
            store.add_object(blob)
            known = files.get(change.path)
            entries.append((change.path.encode(), known.mode if known else 0o100644, blob.id))
    tree = commit_tree_changes(store, repository.commit(head).tree, entries)
    if unless and repository.commit(unless).tree == tree:
        return unless
    if not entries and parents == [head]:
        return head
    commit = Commit()
    commit.tree, commit.parents = tree, parents
    # No address: it would be public, and nobody needs it.
    commit.author = commit.committer = f"{re.sub('[<>]', '', _on_one_line(order.author))} <>".encode()
    commit.author_time = commit.commit_time = int(time.time())
    commit.author_timezone = commit.commit_timezone = 0
    commit.encoding = b"UTF-8"
    commit.message = f"{_on_one_line(order.sentence)[:LONGEST_SENTENCE]}\n".encode()
    store.add_object(commit)
    return commit.id


def _on_one_line(text: str) -> str:
    """A text without ends of lines and signs that nobody sees."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def _settle(repository: Repository, commit: "ObjectID", head: "ObjectID", found: list[Change]) -> None:
    """The forge has the commit: the branch of this folder names it too."""
    try:
        not_at_work(repository)
        note_in_index(repository, commit, [path for change in found for path in change.paths])
        repository.set(f"refs/heads/{repository.branch}", commit, was=head, message="publish")
        repository.set(UNDER_WAY, None)
        forget_proposal(repository)
    except SendingError:
        # It was sent. What is missing here comes with the next look at what the forge has.
        return
