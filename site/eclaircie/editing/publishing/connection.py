"""The way to a forge: what it is asked and sent by dulwich, with the key that it asks for, and what went wrong in words."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ...messages.signs import shown
from .errors import SendingError
from .keeper import Keeper
from .repository import Remote, Repository

if TYPE_CHECKING:
    from dulwich.client import FetchPackResult, GitClient
    from dulwich.objects import ObjectID
    from dulwich.refs import Ref

SECONDS = 30
"""For how long a forge may say nothing."""

_USER = "oauth2"
"""The name that goes with a key: GitLab wants one that is not empty, GitHub and Forgejo look at the key alone.
Sources: https://docs.gitlab.com/user/profile/personal_access_tokens/ (clone with a token),
https://docs.github.com/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens
"""

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_LONGEST_REASON = 300  # characters


class MovedError(Exception):
    """Somebody sent something in the meantime: what we wanted to add to is not the newest any more."""


class Connection:
    """The way to the place where the changes of a repository go. keeper: of the key, should it be asked for."""

    def __init__(self, repository: Repository, remote: Remote, keeper: Keeper) -> None:
        self._repository = repository
        self.remote = remote
        self._keeper = keeper
        self.said: list[str] = []
        """What the forge said besides, line by line."""

    @property
    def origin(self) -> str:
        """The forge, as keys are kept for it; empty where another way (ssh) needs none."""
        return origin_of(self.remote.url)

    @property
    def config(self) -> Any:
        """The settings of git that say how forges are reached: proxies, certificates."""
        return self._repository.repo.get_config_stack()

    @property
    def key(self) -> str | None:
        """The key, or None where none is known."""
        return self._keeper.key(self.origin) if self.origin else None

    def fetch(self, *branches: str) -> "FetchPackResult":
        """Receive the commits of some branches there, and of those that are no longer there nothing. Files do not change.

        Returns what the forge has. Raises SendingError.
        """
        wanted = {f"refs/heads/{branch}".encode() for branch in branches}

        def wants(refs: Any, depth: int | None = None) -> "list[ObjectID]":
            store = self._repository.repo.object_store
            return [sha for name, sha in refs.items() if name in wanted and sha not in store]

        with self._client() as (client, path):
            result = client.fetch(path, self._repository.repo, wants, progress=self._note)
        for branch in branches:
            tip = result.refs.get(_ref(f"refs/heads/{branch}"))
            self._repository.set(f"refs/remotes/{self.remote.name}/{branch}", tip, message="fetch")
        return result

    def send(self, branch: str, commit: "ObjectID", expected: "ObjectID | None") -> None:
        """Send a commit and let a branch there name it: only if it still names what is expected, so nothing is overwritten.

        Raises MovedError where it names something else, SendingError where the forge refuses or does not answer.
        """
        ref = _ref(f"refs/heads/{branch}")

        def update(refs: "dict[Ref, ObjectID]") -> "dict[Ref, ObjectID]":
            if refs.get(ref) != expected:
                raise MovedError
            return {ref: commit}

        with self._client() as (client, path):
            result = client.send_pack(path.encode(), update, self._pack, progress=self._note)
        if refusal := (result.ref_status or {}).get(ref):
            if re.search(r"non-fast-forward|fetch first|stale|failed to (update|lock)|expected", refusal):
                raise MovedError
            raise SendingError("refused", host=self.remote.host, reason=self._quoted("\n".join([refusal, *self.said])))
        self._repository.set(f"refs/remotes/{self.remote.name}/{branch}", commit, message="push")

    @contextmanager
    def _client(self) -> "Iterator[tuple[GitClient, str]]":
        """A client, and the path to ask it for. Raises SendingError for whatever goes wrong with it."""
        from dulwich.client import (
            HttpGitClient,
            HTTPProxyUnauthorized,
            HTTPUnauthorized,
            SSHGitClient,
            default_urllib3_manager,
            get_transport_and_path,
        )
        from dulwich.errors import GitProtocolError, NotGitRepository

        self.said = []
        url, config, key = self.remote.url, self.config, self.key
        parts = urlsplit(url)
        if parts.scheme == "http" and key and parts.hostname not in _LOCAL:
            raise SendingError("not_safe", host=self.remote.host)
        try:
            client: GitClient
            if parts.scheme in ("http", "https"):
                pool = default_urllib3_manager(config, base_url=url, timeout=SECONDS, cert_reqs="CERT_REQUIRED")
                name = _USER if key else None
                with closing(_Pool(pool)) as kept:
                    manager: Any = kept  # what dulwich asks of one
                    client = HttpGitClient(url, pool_manager=manager, config=config, username=name, password=key)
                    yield client, ""
            else:
                client, path = get_transport_and_path(url, config=config)
                if isinstance(client, SSHGitClient):
                    # No program that the repository names; and nobody would see a question.
                    client.ssh_command = "ssh -o BatchMode=yes"
                yield client, path
        except HTTPUnauthorized as error:
            raise SendingError("key_refused" if key else "key_needed", host=self.remote.host) from error
        except NotGitRepository as error:
            raise SendingError("not_there", host=self.remote.host) from error
        except HTTPProxyUnauthorized as error:
            raise SendingError("proxy", host=self.remote.host) from error
        except GitProtocolError as error:
            raise self._why(error, key) from error
        except FileNotFoundError as error:
            raise SendingError("no_ssh", host=self.remote.host) from error
        except (OSError, ValueError, KeyError, AssertionError, NotImplementedError, EOFError) as error:
            # What breaks off in the middle makes dulwich stumble wherever it is.
            raise SendingError("no_answer", host=self.remote.host, reason=self._quoted(str(error))) from error

    def _why(self, error: Exception, key: str | None) -> SendingError:
        text, host = str(error), self.remote.host
        status = re.search(r"unexpected http resp (\d+)", text)
        if status and status[1] == "403":
            return SendingError("no_right" if key else "key_needed", host=host)
        if status:
            return SendingError("forge_ill", host=host, status=status[1])
        if "CERTIFICATE_VERIFY_FAILED" in text or "certificate verify failed" in text:
            return SendingError("certificate", host=host)
        if re.search(r"[Pp]ermission denied|Host key verification", text):
            return SendingError("ssh_refused", host=host)
        return SendingError("no_answer", host=host, reason=self._quoted(text))

    def _pack(self, have: Any, want: Any, *, ofs_delta: bool = True, progress: object = None) -> Any:
        """What a forge has not got yet; what dulwich would say of it in English is left out."""
        return self._repository.repo.generate_pack_data(set(have), set(want), ofs_delta=ofs_delta)

    def _note(self, said: bytes | str) -> None:
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        self.said += [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]

    def _quoted(self, text: str) -> str:
        """What a forge or a library says, so that it can be shown: short, every sign seen, the key never in it."""
        if key := self.key:
            text = text.replace(key, "…")
        return shown(" ".join(re.sub(r"//[^/@\s]*@", "//", text).split()))[:_LONGEST_REASON]


class _Pool:
    """Connections that are closed in the end, those of an answer that nobody read too: dulwich leaves them open."""

    def __init__(self, pool: Any) -> None:
        self._pool = pool
        self._answers: list[Any] = []
        self.headers = pool.headers

    def request(self, *asked: Any, **options: Any) -> Any:
        """As the pool does it."""
        answer = self._pool.request(*asked, **options)
        self._answers.append(answer)
        return answer

    def close(self) -> None:
        """Close them all."""
        for answer in self._answers:
            answer.close()
        self._pool.clear()


def origin_of(url: str) -> str:
    """The scheme, host and port of an address by http or https; else empty."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts.scheme in ("http", "https") else ""


def _ref(name: str) -> "Ref":
    from dulwich.refs import Ref

    return Ref(name.encode())
