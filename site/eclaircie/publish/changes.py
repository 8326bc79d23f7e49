"""What was changed since the published site: code, or only words. A change of code has to pass every test before it is seen.

The published site says in its manifest from which commit it was made; the repository must hold that commit.
"""

import re
from pathlib import Path

from ..git import ask_git
from . import manifest
from .fetching import FetchError, fetch

WORDS = ("content/", "translations/")
"""The folders of writers and translators. Whatever stands elsewhere counts as code."""


class UnknownError(Exception):
    """What was changed cannot be told. code, values: why, in a sentence of the table `changing`."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def published_commit(address: str) -> str:
    """The commit from which the site at an address was made.

    address: that of the home page, with its last slash. Raises UnknownError where nothing there tells it for certain.
    """
    try:
        answer = fetch(address + manifest.NAME, keep=True)
    except FetchError as error:
        raise UnknownError("no_answer", address=address, reason=error.detail or error.code) from None
    if answer.status != 200:
        raise UnknownError("no_answer", address=address + manifest.NAME, reason=str(answer.status))
    try:
        source = manifest.Manifest.parse(answer.body).provenance
    except ValueError:
        source = None
    if source is None or source.changes != "none" or not re.fullmatch("[0-9a-f]{40,64}", source.commit):
        raise UnknownError("unknown_source")
    return source.commit


def changed_since(commit: str, project: Path) -> list[str]:
    """The files that differ between a commit and a folder, by path below it; one that was moved counts twice.

    project: the folder of the project, with its repository. Raises UnknownError where git cannot compare them.
    """
    question = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=none", "-z", commit, "--")
    answer = ask_git(project, *question)
    if answer is None:
        raise UnknownError("unknown_commit", commit=commit[:12])
    return [path for path in answer.decode("utf-8", "replace").split("\0") if path]


def code_of(paths: list[str]) -> list[str]:
    """Those of some files that are not words."""
    return [path for path in paths if not path.startswith(WORDS)]
