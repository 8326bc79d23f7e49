"""From which commit a build was made, as far as that can be known, with or without git.

It stands in the manifest only: no page depends on it, so a commit that changes no page has none made again.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..git import ask_git

Changes = Literal["none", "some", "unknown"]

_SOURCES = ("content", "translations", "static", "site", "freeze.py", "requirements.txt")
"""What decides the bytes of a site. Another file that was changed does not matter."""

_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
"""The name of a commit: SHA-1, or SHA-256 in newer repositories."""

_NAMED_BY_HOSTS = ("GITHUB_SHA", "CI_COMMIT_SHA")
"""Where hosts of code name the commit of a run: GitHub and Forgejo, GitLab."""


@dataclass(frozen=True)
class Provenance:
    """A commit, and whether what it holds was changed since: `none`, `some`, or `unknown` where git cannot be asked."""

    commit: str
    changes: Changes


def provenance(project: Path, environment: Mapping[str, str] = os.environ) -> Provenance | None:
    """The provenance of what is built in a folder, or None where nothing tells it. Nothing is raised.

    project: the folder of the project; a repository further up holds something else.
    environment: of the process. What the repository says comes before what a host says.
    """
    repository = project / ".git"
    if not repository.exists():
        return _from_host(environment)
    if asked := _ask_git(project, environment):
        return asked
    commit = _head(repository)
    return Provenance(commit, "unknown") if commit else _from_host(environment)


def _from_host(environment: Mapping[str, str]) -> Provenance | None:
    named = [environment.get(name, "") for name in _NAMED_BY_HOSTS]
    return next((Provenance(commit, "unknown") for commit in named if _HASH.fullmatch(commit)), None)


def _ask_git(project: Path, environment: Mapping[str, str]) -> Provenance | None:
    """What git says, or None where it is missing or says nothing that is understood.

    Source: https://git-scm.com/docs/git-status#_porcelain_format_version_2
    """
    question = ("status", "--porcelain=v2", "--branch", "--", *_SOURCES)
    answer = ask_git(project, *question, environment=environment)
    if answer is None:
        return None
    lines = answer.decode("utf-8", "replace").splitlines()
    commits = [line.removeprefix("# branch.oid ") for line in lines if line.startswith("# branch.oid ")]
    if len(commits) != 1 or not _HASH.fullmatch(commits[0]):
        return None
    return Provenance(commits[0], "none" if all(line.startswith("#") for line in lines) else "some")


def _head(repository: Path) -> str | None:
    """The commit that is checked out, read from the files of a repository, or None where they do not tell.

    Source: https://git-scm.com/docs/gitrepository-layout
    """
    if repository.is_file():
        # A worktree or a submodule: the repository is elsewhere.
        text = _read(repository)
        repository = repository.parent / text.removeprefix("gitdir: ") if text else repository
    head = _read(repository / "HEAD")
    if head is None or _HASH.fullmatch(head):
        return head
    branch = head.removeprefix("ref: ")
    common = _read(repository / "commondir")
    folders = [repository, *([repository / common] if common else [])]
    for folder in folders:
        commit = _read(folder / branch)
        if commit and _HASH.fullmatch(commit):
            return commit
    packed = [line.split(" ", 1) for folder in folders for line in (_read(folder / "packed-refs") or "").splitlines()]
    found = [line[0] for line in packed if line[1:] == [branch]]
    return found[0] if found and _HASH.fullmatch(found[0]) else None


def _read(file: Path) -> str | None:
    """A short text without its last line end, or None."""
    try:
        return file.read_text("utf-8").strip()
    except (OSError, ValueError):
        return None
