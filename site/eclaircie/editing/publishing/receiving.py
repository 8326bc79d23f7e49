"""What others have sent comes into the files; where they changed the same file, a person chooses, and nothing is lost."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from .aside import Aside, write_all
from .changes import plain, read
from .connection import Connection
from .errors import SendingError
from .repository import PROPOSED, UNDER_WAY, WORDS, Blob, Repository

if TYPE_CHECKING:
    from dulwich.objects import ObjectID

Choice = Literal["mine", "theirs"]


@dataclass(frozen=True)
class Conflict:
    """A file that was changed here and by others. was: as both knew it. None where there was or is none."""

    path: str
    mine: bytes | None
    theirs: bytes | None
    was: bytes | None


@dataclass(frozen=True)
class Received:
    """What came. files: those that were brought up to date. conflicts: where a choice is missing; then nothing was written.

    kept: the name under which texts that made room for others' were kept aside.
    """

    files: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    kept: str = ""


@dataclass
class _Plan:
    """What is to be written, and what is there now. touched: all that others changed, written or not."""

    touched: list[str] = field(default_factory=list)
    wanted: dict[str, bytes | None] = field(default_factory=dict)
    before: dict[str, bytes | None] = field(default_factory=dict)
    given_up: dict[str, bytes | None] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    blocked: list[str] = field(default_factory=list)


def receive(
    repository: Repository, connection: Connection, choices: Mapping[str, Choice], now: datetime.datetime
) -> Received:
    """Ask the forge for what others sent, and bring the files up to date.

    choices: for files in conflict, by path. now: local time.
    Raises SendingError where the forge does not answer, or files cannot be written; they are then as before.
    """
    branch = connection.remote.branch
    proposal = repository.setting("proposal")
    result = connection.fetch(*filter(None, (branch, proposal)))
    theirs = repository.tracked(connection.remote)
    received = bring_up_to_date(repository, theirs, choices, now) if theirs else Received()
    proposed = repository.get(PROPOSED)
    if not received.conflicts:
        repository.set(UNDER_WAY, None)
    if proposal and not received.conflicts:
        is_there = f"refs/heads/{proposal}".encode() in {bytes(name) for name in result.refs}
        is_accepted = theirs is not None and proposed is not None and repository.is_before(proposed, theirs)
        if not is_there or is_accepted:
            forget_proposal(repository)
    return received


def forget_proposal(repository: Repository) -> None:
    """The proposal was accepted or given up: the next one is another."""
    repository.keep(proposal="", proposalurl="")
    repository.set(PROPOSED, None)


def bring_up_to_date(
    repository: Repository, theirs: "ObjectID", choices: Mapping[str, Choice], now: datetime.datetime
) -> Received:
    """Bring branch and files to a commit that was received; what was changed here stays changed. Raises SendingError."""
    head, branch = repository.head, repository.branch
    if repository.is_before(theirs, head):
        return Received()
    if not repository.is_before(head, theirs):
        raise SendingError("diverged")
    plan = _plan(repository, head, theirs, choices)
    if plan.blocked:
        raise SendingError("project_changed", files=", ".join(plan.blocked[:3]), count=len(plan.blocked))
    if plan.conflicts:
        return Received(conflicts=tuple(plan.conflicts))
    not_at_work(repository)
    kept = ""
    if plan.given_up:
        kept = Aside(repository.own_folder / "aside", repository.project).keep(plan.given_up, "theirs", now).name
    # First the files: interrupted here, they hold what others sent and nothing else, and the next attempt goes on.
    write_all(repository.project, plan.wanted, plan.before)
    note_in_index(repository, theirs, plan.touched)
    repository.set(f"refs/heads/{branch}", theirs, was=head, message="receive")
    return Received(tuple(plan.wanted), (), kept)


def _plan(repository: Repository, head: "ObjectID", theirs: "ObjectID", choices: Mapping[str, Choice]) -> _Plan:
    """What each file that others changed becomes."""
    plan = _Plan()
    old, new = repository.files(head), repository.files(theirs)
    own = _Own(repository, theirs)
    for path in sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path)):
        _check_path(path, old.get(path), new.get(path))
        was, wanted = (_plain_content(repository, files.get(path)) for files in (old, new))
        here = read(repository.project / path)
        plan.touched.append(path)
        if here == wanted or (here != was and own.sent(path, wanted)):
            continue
        if here == was or own.accepted(path, here):
            choice: Choice | None = "theirs"
        elif path.split("/")[0] not in WORDS:
            plan.blocked.append(path)
            continue
        else:
            choice = choices.get(path)
            if choice is None:
                plan.conflicts.append(Conflict(path, here, wanted, was))
            elif choice == "theirs":
                plan.given_up[path] = here
        if choice == "theirs":
            blob = new.get(path)
            plan.wanted[path] = repository.content(blob.sha) if blob else None
            plan.before[path] = here
    return plan


class _Own:
    """What was sent from here: proposed, or under way when the forge fell silent. It is nobody else's change."""

    def __init__(self, repository: Repository, theirs: "ObjectID") -> None:
        self._repository = repository
        commits = [commit for ref in (PROPOSED, UNDER_WAY) if (commit := repository.get(ref))]
        self._sent = [(repository.files(commit, *WORDS), repository.is_before(commit, theirs)) for commit in commits]

    def sent(self, path: str, wanted: bytes | None) -> bool:
        """Whether what comes is what was sent, accepted as it was: what was written since then goes on from it."""
        return path.split("/")[0] in WORDS and any(self._at(files, path) == wanted for files, _ in self._sent)

    def accepted(self, path: str, here: bytes | None) -> bool:
        """Whether a file is as it was sent and accepted: whoever corrected it then contradicts nobody."""
        return path.split("/")[0] in WORDS and any(
            self._at(files, path) == here for files, is_accepted in self._sent if is_accepted
        )

    def _at(self, files: dict[str, Blob], path: str) -> bytes | None:
        return _plain_content(self._repository, files.get(path))


def _plain_content(repository: Repository, blob: Blob | None) -> bytes | None:
    return plain(repository.content(blob.sha)) if blob else None


def _check_path(path: str, *blobs: Blob | None) -> None:
    """Raises SendingError for what no file of this project is, and what could lead out of it."""
    from dulwich.index import validate_path, validate_path_element_ntfs

    if any(blob and not blob.is_file for blob in blobs) or not validate_path(path.encode(), validate_path_element_ntfs):
        raise SendingError("needs_git", file=path)


def not_at_work(repository: Repository) -> None:
    """Raises SendingError where git is at work in the repository, or was killed there."""
    lock = repository.project / ".git" / "index.lock"
    controlled = repository.own_folder.parent / "index.lock"
    if lock.is_file() or controlled.is_file():
        raise SendingError("git_at_work")


def note_in_index(repository: Repository, commit: "ObjectID", paths: Iterable[str]) -> None:
    """Tell git's index that files are those of a commit, so that git agrees with what is seen here.

    Raises SendingError where git holds it.
    """
    from dulwich.file import FileLocked
    from dulwich.index import index_entry_from_stat, index_entry_from_tree_entry

    files = repository.files(commit)
    try:
        index = repository.repo.open_index()
        for path in paths:
            name, blob, file = path.encode(), files.get(path), repository.project / path
            if blob and read(file) == plain(repository.content(blob.sha)):
                index[name] = index_entry_from_stat(file.stat(), blob.sha, blob.mode)
            elif blob:  # what is in the file differs: git has to look at it
                index[name] = index_entry_from_tree_entry(blob.mode, blob.sha)
            elif name in index:
                del index[name]
        index.write()
    except (FileLocked, OSError, ValueError, AssertionError) as error:
        raise SendingError("git_at_work") from error
