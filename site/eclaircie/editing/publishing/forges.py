"""Asking a forge to merge a proposal: GitHub, GitLab and Forgejo (Codeberg), each as its documentation says.

Sources: https://docs.github.com/rest/pulls/pulls#create-a-pull-request,
https://docs.gitlab.com/api/merge_requests/#create-mr,
https://forgejo.org/docs/latest/user/api-usage/ and https://codeberg.org/api/swagger (repoCreatePullRequest).
"""

import json
import re
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote, urlsplit

from .connection import SECONDS, Connection, origin_of
from .errors import SendingError

Kind = Literal["github", "gitlab", "forgejo"]
KINDS: tuple[Kind, ...] = ("github", "gitlab", "forgejo")

_BY_NAME: tuple[tuple[str, Kind], ...] = (
    ("github", "github"),
    ("gitlab", "gitlab"),
    ("framagit", "gitlab"),
    ("codeberg", "forgejo"),
    ("forgejo", "forgejo"),
    ("gitea", "forgejo"),
)
"""What the name of a host tells. Another one is told by `git config eclaircie.forge`."""


@dataclass(frozen=True)
class Request:
    """What a forge is asked: to take one branch into another. title: one sentence."""

    branch: str
    into: str
    title: str


@dataclass(frozen=True)
class _Call:
    """One call. found: where in the answer the page of the request stands."""

    url: str
    headers: dict[str, str]
    body: dict[str, object]
    found: str


def kind_of(host: str, setting: str) -> Kind | None:
    """Which forge a host is, or None where nobody can tell. setting: what the repository's settings say of it."""
    told = next((kind for kind in KINDS if kind == setting), None)
    return told or next((kind for part, kind in _BY_NAME if part in host.lower()), None)


def ask_to_merge(connection: Connection, kind: Kind, request: Request) -> str:
    """Ask a forge to merge a proposal that it has received. Returns the page of the request.

    Raises SendingError where it refuses, or does not answer.
    """
    remote, key = connection.remote, connection.key
    if not key:
        raise SendingError("key_needed", host=remote.host)
    path = urlsplit(remote.web).path.strip("/")
    call = _call(kind, origin_of(remote.url), remote.host, path, key, request)
    status, answer = _post(connection, call)
    page = answer.get(call.found) if isinstance(answer, dict) else None
    if status == 201 and isinstance(page, str) and re.match(r"https?://", page):
        return page
    if status in (409, 422) and "already exists" in json.dumps(answer):
        return requests_page(kind, remote.web)
    if status in (401, 403, 404):
        raise SendingError("no_right_to_ask", host=remote.host)
    raise SendingError("not_asked", host=remote.host, status=status)


def requests_page(kind: Kind, web: str) -> str:
    """The page of a project that lists what is proposed."""
    return web + {"github": "/pulls", "gitlab": "/-/merge_requests", "forgejo": "/pulls"}[kind]


def new_request_page(kind: Kind | None, web: str, branch: str, into: str) -> str:
    """The page on which a person can ask to merge a branch; that of the project where nobody knows of another."""
    pages = {
        "github": f"/compare/{into}...{branch}?expand=1",
        "gitlab": f"/-/merge_requests/new?merge_request%5Bsource_branch%5D={branch}",
        "forgejo": f"/compare/{into}...{branch}",
    }
    return web + pages[kind] if kind and web else web


def _call(kind: Kind, origin: str, host: str, path: str, key: str, request: Request) -> _Call:
    if kind == "gitlab":
        url = f"{origin}/api/v4/projects/{quote(path, safe='')}/merge_requests"
        body: dict[str, object] = {
            "source_branch": request.branch,
            "target_branch": request.into,
            "title": request.title,
            "remove_source_branch": True,
        }
        return _Call(url, {"PRIVATE-TOKEN": key}, body, "web_url")
    body = {"head": request.branch, "base": request.into, "title": request.title}
    if kind == "forgejo":
        return _Call(f"{origin}/api/v1/repos/{path}/pulls", {"Authorization": f"token {key}"}, body, "html_url")
    api = "https://api.github.com" if host == "github.com" else f"{origin}/api/v3"
    headers = {
        "Authorization": f"Bearer {key}",
        "Accept": "application/vnd.github+json",
        "X-GitHub-Api-Version": "2022-11-28",
    }
    return _Call(f"{api}/repos/{path}/pulls", headers, body, "html_url")


def _post(connection: Connection, call: _Call) -> tuple[int, Any]:
    """The status and the data that a forge answers. Redirects are not followed: they would be given the key too."""
    import urllib3
    from dulwich.client import default_urllib3_manager

    headers = {"Content-Type": "application/json", "User-Agent": "eclaircie", **call.headers}
    config = connection.config
    pool = default_urllib3_manager(config, base_url=call.url, timeout=SECONDS, cert_reqs="CERT_REQUIRED")
    try:
        answer = pool.request(
            "POST", call.url, body=json.dumps(call.body).encode(), headers=headers, redirect=False, retries=False
        )
        return answer.status, json.loads(answer.data or b"null")
    except (urllib3.exceptions.HTTPError, OSError):
        raise SendingError("not_asked", host=connection.remote.host, status="—") from None
    except ValueError:
        return answer.status, None
