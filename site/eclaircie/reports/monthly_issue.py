"""The one issue that holds the monthly list at GitHub: opened once, then brought up to date, closed when nothing presses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode

from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from .github import AUTHOR, GitHub
from .monthly import MARKER, Memory, Monthly

_A_PAGE = 100
_PAGES = 10
"""So many issues and proposals are looked through, those first that changed last: ours changes each month."""


@dataclass(frozen=True)
class Kept:
    """What was done. number: of the issue, 0 where there is none."""

    done: Literal["opened", "rewritten", "closed", "no_issue"]
    number: int


class Issues(GitHub):
    """The issues of a repository. Source: https://docs.github.com/en/rest/issues/issues"""

    def keep(self, make: Callable[[Memory], Monthly], day: str, tongue: Tongue) -> Kept:
        """Bring the issue up to date. make: the list, given what the last one left. day: in words, for the line below it.

        Whoever follows the issue is told by one line a month, since a text that changes tells nobody.
        Raises RefusedError.
        """
        issue = self._find()
        former = Memory.of_text((issue or {}).get("body") or "")
        made = make(former)
        issues = f"/repos/{self.repository}/issues"
        if issue is None:
            if made.is_done:
                return Kept("no_issue", 0)
            new = self._ask("POST", issues, {"title": sentence("outside.issue_title", tongue), "body": made.text})
            return Kept("opened", int(new["number"]))
        number, is_open = int(issue["number"]), issue["state"] == "open"
        state = "closed" if made.is_done else "open"
        if is_open or not made.is_done:
            self._ask("PATCH", f"{issues}/{number}", {"body": made.text, "state": state})
            if former.day[:7] != Memory.of_text(made.text).day[:7] or is_open == made.is_done:
                told = sentence("outside.done", tongue) if made.is_done else made.counts
                line = told if made.is_done else sentence("outside.told_again", tongue, day=day, counts=told)
                self._ask("POST", f"{issues}/{number}/comments", {"body": line})
        return (
            Kept("closed" if made.is_done else "rewritten", number)
            if is_open or not made.is_done
            else Kept("no_issue", 0)
        )

    def _find(self) -> dict[str, Any] | None:
        """Our issue, open or closed. Anybody can write the mark, so its author counts too."""
        for page in range(1, _PAGES + 1):
            question = urlencode({"state": "all", "sort": "updated", "per_page": _A_PAGE, "page": page})
            found: list[dict[str, Any]] = self._ask("GET", f"/repos/{self.repository}/issues?{question}")
            for issue in found:
                author = (issue["user"] or {}).get("login")
                if author == AUTHOR and "pull_request" not in issue and (issue["body"] or "").startswith(MARKER):
                    return issue
            if len(found) < _A_PAGE:
                break
        return None
