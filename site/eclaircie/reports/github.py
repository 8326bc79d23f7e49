"""The one comment on a proposal at GitHub: written once, then written anew, and found again by its mark and its author."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import IO, Any
from urllib.parse import urlencode

from .comment import MARKER

AUTHOR = "github-actions[bot]"
"""Who writes with the token of a run. Source: https://docs.github.com/en/actions/concepts/security/github_token"""

_TIMEOUT = 30  # seconds
_LARGEST = 32 * 1024 * 1024  # bytes of an answer
_A_PAGE = 100  # the most that GitHub lists at once
_PAGES = 30


class RefusedError(Exception):
    """GitHub did not do what it was asked. reason: its status, or what kept it from answering. address: what was asked."""

    def __init__(self, reason: str, address: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.address = address


@dataclass(frozen=True)
class Run:
    """The run that has looked at a proposal, as GitHub itself tells it.

    owner, branch, commit: of what was proposed. page: the address of the run, where its files can be had.
    """

    owner: str
    branch: str
    commit: str
    page: str

    @classmethod
    def of_event(cls, text: bytes) -> "Run":
        """That of an event `workflow_run`. Raises ValueError where it is another one.

        Source: https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
        """
        try:
            run = json.loads(text)["workflow_run"]
            told = run["head_repository"]["owner"]["login"], run["head_branch"], run["head_sha"], run["html_url"]
        except (KeyError, TypeError) as error:
            raise ValueError(str(error)) from None
        if not all(isinstance(each, str) and each for each in told):
            raise ValueError(told)
        return cls(*told)


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    """Follows nowhere: the token is for one host."""

    def redirect_request(self, *_: Any) -> None:
        """No request."""


_OPENER = urllib.request.build_opener(_NoRedirection)


@dataclass(frozen=True)
class GitHub:
    """One repository at GitHub. api: the address of its interface. repository: owner and name. token: that of the run.

    Source: https://docs.github.com/en/rest/issues/comments and https://docs.github.com/en/rest/pulls/pulls
    """

    api: str
    repository: str
    token: str

    def proposal_of(self, run: Run) -> int | None:
        """The number of the open proposal of which a run has looked at the last version, or None.

        What is proposed from a fork is told by no event; and a number that the run itself told could be any.
        Raises RefusedError.
        """
        question = urlencode({"state": "open", "head": f"{run.owner}:{run.branch}", "per_page": _A_PAGE})
        for proposal in self._ask("GET", f"/repos/{self.repository}/pulls?{question}"):
            if proposal["head"]["sha"] == run.commit:
                return int(proposal["number"])
        return None

    def write(self, number: int, text: str) -> bool:
        """Write the comment on a proposal, in the place of the former one. Returns whether it is the first.

        text: begins with MARKER. Raises RefusedError.
        """
        comments = f"/repos/{self.repository}/issues/{number}/comments"
        for page in range(1, _PAGES + 1):
            found = self._ask("GET", f"{comments}?{urlencode({'per_page': _A_PAGE, 'page': page})}")
            for comment in found:
                # Anybody can write the mark.
                author = (comment["user"] or {}).get("login")
                if author == AUTHOR and (comment["body"] or "").startswith(MARKER):
                    self._ask("PATCH", f"/repos/{self.repository}/issues/comments/{int(comment['id'])}", {"body": text})
                    return False
            if len(found) < _A_PAGE:
                break
        self._ask("POST", comments, {"body": text})
        return True

    def _ask(self, method: str, path: str, data: Mapping[str, Any] | None = None) -> Any:
        """What GitHub answers, as plain data."""
        address = self.api.rstrip("/") + path
        request = urllib.request.Request(  # noqa: S310  # GitHub names the address of its interface itself
            address,
            None if data is None else json.dumps(data).encode(),
            {
                "Authorization": f"Bearer {self.token}",
                "Accept": "application/vnd.github+json",
                "X-GitHub-Api-Version": "2022-11-28",
                "Content-Type": "application/json",
                "User-Agent": "eclaircie",
            },
            method=method,
        )
        try:
            with _OPENER.open(request, timeout=_TIMEOUT) as answer:
                return _data_of(answer)
        except urllib.error.HTTPError as error:
            error.close()
            raise RefusedError(str(error.code), path) from None
        except (OSError, HTTPException, ValueError) as error:
            raise RefusedError(str(getattr(error, "reason", error)) or type(error).__name__, path) from None


def _data_of(answer: IO[bytes]) -> Any:
    text = answer.read(_LARGEST + 1)
    if len(text) > _LARGEST:
        raise ValueError(f"> {_LARGEST}")
    return json.loads(text)
