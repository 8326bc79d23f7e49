"""The one proposal at GitHub with what public directories change: a branch of its own, opened once, then made anew each month."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlencode

from ..git import ask_git
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from .github import AUTHOR, GitHub, RefusedError
from .plain_markdown import element, plain

BRANCH = "annuaires-du-mois"

_LONGEST = 40_000
"""Bytes of what is told in it. GitHub takes 65,536 characters."""

_A_PAGE = 100


@dataclass(frozen=True)
class Proposed:
    """What was done. kept: somebody has written into it, which is never overwritten. number: of the proposal."""

    done: Literal["opened", "renewed", "kept", "may_not_open"]
    number: int = 0


def changed_files(root: Path, folder: str) -> dict[str, str | None] | None:
    """The texts of the files below a folder that differ from the last commit, by path; None for one that is gone.

    Nothing where git does not tell. root: the folder of the project.
    """
    told = ask_git(root, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", folder)
    if told is None:
        return None
    names = [line[3:] for line in told.decode("utf-8").split("\0") if line]
    return {name: (root / name).read_text("utf-8") if (root / name).is_file() else None for name in sorted(names)}


def text_of(lines: str, tongue: Tongue) -> str:
    """The text of the proposal. lines: what the reading of the directories has said, of which names are anybody's."""
    some, size = [], 0
    for line in lines.splitlines():
        shown = plain(line) if line.strip() else ""
        size += len(shown.encode()) + 1
        if size > _LONGEST:
            some.append("…")
            break
        some.append(shown)
    told = (element("p", plain(sentence(f"fetching.{code}", tongue))) for code in ("intro", "checks"))
    return "\n".join([*told, element("p", "<br>\n".join(filter(None, some)))]) + "\n"


class Proposals(GitHub):
    """The proposals of a repository.

    Source: https://docs.github.com/en/rest/git/trees, https://docs.github.com/en/rest/git/refs and
    https://docs.github.com/en/rest/pulls/pulls
    """

    def propose(self, files: Mapping[str, str | None], commit: str, base: str, title: str, text: str) -> Proposed:
        """Propose files. commit: on which they stand. base: the branch to which they are proposed. Raises RefusedError."""
        here = f"/repos/{self.repository}"
        number = self._open()
        if number and not self._is_ours(number):
            return Proposed("kept", number)
        self._point(self._commit(files, commit, title))
        if number:
            self._ask("PATCH", f"{here}/pulls/{number}", {"title": title, "body": text})
            return Proposed("renewed", number)
        wanted = {"title": title, "body": text, "head": BRANCH, "base": base}
        try:
            return Proposed("opened", int(self._ask("POST", f"{here}/pulls", wanted)["number"]))
        except RefusedError as error:
            if error.reason != "403":
                raise
            return Proposed("may_not_open")

    def _open(self) -> int:
        """The number of the open proposal, or 0."""
        owner = self.repository.partition("/")[0]
        question = urlencode({"state": "open", "head": f"{owner}:{BRANCH}", "per_page": _A_PAGE})
        found = self._ask("GET", f"/repos/{self.repository}/pulls?{question}")
        return int(found[0]["number"]) if found else 0

    def _is_ours(self, number: int) -> bool:
        """Whether nobody but the runs has written into a proposal."""
        commits = self._ask("GET", f"/repos/{self.repository}/pulls/{number}/commits?per_page={_A_PAGE}")
        return all((each["author"] or {}).get("login") == AUTHOR for each in commits)

    def _commit(self, files: Mapping[str, str | None], parent: str, title: str) -> str:
        """A commit with these files, made by the token of the run. Returns its name."""
        git = f"/repos/{self.repository}/git"
        base = self._ask("GET", f"{git}/commits/{parent}")["tree"]["sha"]
        entries = [_entry(path, text) for path, text in files.items()]
        tree = self._ask("POST", f"{git}/trees", {"base_tree": base, "tree": entries})["sha"]
        made = self._ask("POST", f"{git}/commits", {"message": title, "tree": tree, "parents": [parent]})
        return str(made["sha"])

    def _point(self, commit: str) -> None:
        """Have the branch be a commit, whatever it was."""
        git = f"/repos/{self.repository}/git"
        try:
            self._ask("GET", f"{git}/ref/heads/{BRANCH}")
        except RefusedError as error:
            if error.reason != "404":
                raise
            self._ask("POST", f"{git}/refs", {"ref": f"refs/heads/{BRANCH}", "sha": commit})
        else:
            self._ask("PATCH", f"{git}/refs/heads/{BRANCH}", {"sha": commit, "force": True})


def _entry(path: str, text: str | None) -> dict[str, Any]:
    entry: dict[str, Any] = {"path": path, "mode": "100644", "type": "blob"}
    return entry | ({"sha": None} if text is None else {"content": text})
