"""Where a file is edited in a browser, at the host of the code: read from the address that git knows."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from ..git import ask_git

Link = Callable[[str], str]
"""The address at which a file is edited, or nothing. The file: its path from the folder of the project."""

_REMOTE = re.compile(
    r"(?:(?:https?|ssh)://(?:[^/@\s]*@)?(?P<host>[\w.-]+)(?::\d+)?/|(?:[\w.-]+@)(?P<short>[\w.-]+):)(?P<path>[\w./~-]+?)(?:\.git)?/?"
)
"""`https://github.com/nom/depot.git` or `git@github.com:nom/depot.git`; a name or a password before the host is left out."""

_PAGES = (("github", "edit"), ("gitlab", "-/edit"), ("codeberg", "_edit"), ("forgejo", "_edit"), ("gitea", "_edit"))
"""By what the name of a host holds, the words of the address that opens a file for editing.

Tried on none of them. Sources: https://docs.github.com/en/repositories/working-with-files/managing-files/editing-files,
https://docs.gitlab.com/user/project/repository/web_editor/ and https://forgejo.org/docs/latest/user/"""


def no_link(_file: str) -> str:
    """Where nothing is known: no address."""
    return ""


def link_of(remote: str, branch: str) -> Link:
    """The links of a repository. remote: its address as git has it. branch: the one that is edited."""
    found = _REMOTE.fullmatch(remote.strip())
    host = (found["host"] or found["short"]) if found else ""
    words = next((words for name, words in _PAGES if name in host), "")
    if found is None or not words:
        return no_link
    start = f"https://{host}/{found['path']}/{words}/{quote(branch)}/"
    return lambda file: start + quote(file)


def links_of(project: Path) -> Link:
    """The links of the project in a folder; none where git knows no host that we know."""
    if not (project / ".git").exists():
        return no_link
    remote = ask_git(project, "remote", "get-url", "origin")
    head = ask_git(project, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
    branch = (head or b"origin/main").decode().strip().removeprefix("origin/")
    return link_of((remote or b"").decode("utf-8", "replace"), branch)
