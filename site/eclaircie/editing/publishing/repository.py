"""The repository of the project, as the editor needs it: read and written by dulwich, so that git need not be there.

One way for all machines, and one that never runs what a repository brings (hooks, filters, helpers).
Local branches move only to what the forge has accepted: whatever is interrupted, what was written stands in the files.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from .errors import SendingError

if TYPE_CHECKING:
    from dulwich.objects import Commit, ObjectID
    from dulwich.refs import Ref
    from dulwich.repo import Repo

WORDS = ("content", "translations")
"""The folders of which an editor sends the changes."""

OURS = b"eclaircie"
"""The section of the repository's own settings, and the folder of refs, that the editor writes."""

PROPOSED = "refs/eclaircie/proposed"
"""The commit that was last proposed, until it was accepted or given up."""

UNDER_WAY = "refs/eclaircie/under-way"
"""The commit that was being published when the forge fell silent: nobody knows yet whether it has it."""

_REGULAR = 0o100000


@dataclass(frozen=True)
class Remote:
    """Where the changes of this branch go. name: as git calls it. url: without a name or a key. branch: its branch there."""

    name: str
    url: str
    branch: str

    @property
    def host(self) -> str:
        """The computer that holds it, as a person knows it."""
        return urlsplit(self.url).hostname or re.sub(r"^.*@|:.*$", "", self.url)

    @property
    def web(self) -> str:
        """Its page, for a browser; empty where nobody can tell."""
        parts = urlsplit(self.url)
        path = parts.path.removesuffix("/").removesuffix(".git")
        if parts.scheme in ("http", "https"):
            return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
        path = path if parts.scheme else self.url.partition(":")[2].removesuffix(".git")
        return f"https://{self.host}/{path.lstrip('/')}" if "." in self.host else ""


@dataclass(frozen=True)
class Blob:
    """A file of a commit."""

    sha: "ObjectID"
    mode: int

    @property
    def is_file(self) -> bool:
        """Whether it is one, and no link or part of another repository."""
        return self.mode & 0o170000 == _REGULAR

    def holds(self, content: bytes) -> bool:
        """Whether it holds these bytes, told by its name alone."""
        named = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False)
        return named.hexdigest().encode() == self.sha


@contextmanager
def opened(project: Path) -> Iterator["Repository"]:
    """The repository of a project, closed in the end: Windows moves no file that is open.

    Raises SendingError where there is none, it has no commit, or dulwich is missing.
    """
    try:
        from dulwich.errors import NotGitRepository
        from dulwich.repo import Repo
    except ImportError:
        raise SendingError("no_library") from None
    # A repository further up holds something else.
    if not (project / ".git").exists():
        raise SendingError("no_repository")
    try:
        repo = Repo(str(project))
    except (NotGitRepository, OSError, ValueError):
        raise SendingError("no_repository") from None
    with repo:
        yield Repository(repo, project)


class Repository:
    """The repository. project: the folder of the project, which is its working folder."""

    def __init__(self, repo: "Repo", project: Path) -> None:
        self.repo = repo
        self.project = project

    @property
    def own_folder(self) -> Path:
        """Where the editor keeps what is no part of the project: inside the repository, so that nothing cleans it away."""
        return Path(str(self.repo.controldir())) / "eclaircie"

    @property
    def branch(self) -> str:
        """The branch of the files. Raises SendingError where there is none: somebody looks at an old version."""
        try:
            chain, _ = self.repo.refs.follow(_ref("HEAD"))
        except (KeyError, ValueError):
            raise SendingError("no_commit") from None
        name = chain[-1].decode("utf-8", "replace")
        if not name.startswith("refs/heads/"):
            raise SendingError("no_branch")
        return name.removeprefix("refs/heads/")

    @property
    def head(self) -> "ObjectID":
        """The commit from which the files come. Raises SendingError where there is none yet."""
        try:
            return self.repo.head()
        except KeyError:
            raise SendingError("no_commit") from None

    @property
    def remote(self) -> Remote | None:
        """Where changes go, or None where the project is on this computer only."""
        config, branch = self.repo.get_config_stack(), self.branch
        name = _setting(config, (b"branch", branch.encode()), b"remote") or "origin"
        url = _setting(config, (b"remote", name.encode()), b"url")
        if not url:
            return None
        there = _setting(config, (b"branch", branch.encode()), b"merge") or f"refs/heads/{branch}"
        return Remote(name, without_key(url), there.removeprefix("refs/heads/"))

    def tracked(self, remote: Remote) -> "ObjectID | None":
        """The commit of the branch there, as it was last received."""
        return self.get(f"refs/remotes/{remote.name}/{remote.branch}")

    def get(self, ref: str) -> "ObjectID | None":
        """The commit of a ref, or None."""
        return self.repo.refs.as_dict().get(_ref(ref))

    def set(self, ref: str, commit: "ObjectID | None", *, was: "ObjectID | None" = None, message: str = "") -> None:
        """Let a ref name a commit, or forget it. was: what it names now; None for whatever. message: for its log.

        Raises SendingError where it names something else by now.
        """
        refs = self.repo.refs
        if commit is None:
            refs.remove_if_equals(_ref(ref), was)
        elif not refs.set_if_equals(_ref(ref), was, commit, message=message.encode() or None):
            raise SendingError("git_at_work")

    def base(self) -> "ObjectID":
        """The commit with which the files are compared: what was last sent or received, or the one they come from."""
        head, remote = self.head, self.remote
        tracked = self.tracked(remote) if remote else None
        return tracked if tracked and self.is_before(tracked, head) else head

    def is_before(self, earlier: "ObjectID", later: "ObjectID") -> bool:
        """Whether a commit holds all that another one held, or is the same."""
        from dulwich.graph import can_fast_forward

        try:
            return bool(can_fast_forward(self.repo, earlier, later))
        except KeyError:
            return False

    def commit(self, sha: "ObjectID") -> "Commit":
        """A commit by its name."""
        from dulwich.objects import Commit

        found = self.repo[sha]
        if not isinstance(found, Commit):
            raise SendingError("no_commit")
        return found

    def files(self, commit: "ObjectID", *folders: str) -> dict[str, Blob]:
        """The files of a commit by path. folders: only what lies below these."""
        from dulwich.object_store import iter_tree_contents

        entries = iter_tree_contents(self.repo.object_store, self.commit(commit).tree)
        named = ((entry.path.decode("utf-8", "replace"), entry) for entry in entries)
        return {
            path: Blob(entry.sha, entry.mode)
            for path, entry in named
            if entry.sha and entry.mode and (not folders or path.split("/")[0] in folders)
        }

    def content(self, sha: "ObjectID") -> bytes:
        """The bytes of a file."""
        return bytes(self.repo[sha].as_raw_string())

    def setting(self, key: str) -> str:
        """A setting of the editor's own; empty where there is none."""
        return _setting(self.repo.get_config(), (OURS,), key.encode())

    def keep(self, **settings: str) -> None:
        """Write settings of the editor's own into the repository's; an empty one is forgotten."""
        config = self.repo.get_config()
        for key, value in settings.items():
            if value:
                config.set((OURS,), key.encode(), value.encode())
            elif self.setting(key):
                config.remove((OURS,), key.encode())
        config.write_to_path()

    @property
    def author(self) -> str:
        """Who signs the changes, as it was told once; empty where nobody said."""
        return self.setting("author")


def without_key(url: str) -> str:
    """An address without the name and the key that somebody may have written into it."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return url
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _ref(name: str) -> "Ref":
    from dulwich.refs import Ref

    return Ref(name.encode())


def _setting(config: object, section: tuple[bytes, ...], key: bytes) -> str:
    try:
        value = config.get(section, key)  # type: ignore[attr-defined]  # of two kinds of settings in dulwich
    except KeyError:
        return ""
    return bytes(value).decode("utf-8", "replace") if value else ""
