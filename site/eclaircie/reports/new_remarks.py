"""Which remarks are new since the content that was last published: among hundreds of old ones nobody would see them."""

import datetime
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..git import PUBLISHED, ask_git, commits_named, files_at, write_files
from ..kept.store import Store
from ..loading import ContentError, read_site
from ..messages.faults import Fault
from ..publish.manifest import Manifest

_FOLDERS = ("content", "translations")

_Key = tuple[str, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class News:
    """The remarks that a commit did not have yet. commit: its name, in short."""

    commit: str
    remarks: list[Fault]


def new_remarks(
    remarks: list[Fault], content: Path, build: Path, today: datetime.date, kept: Store | None = None
) -> News | None:
    """The remarks that are new since the content was last published, or None where git cannot tell.

    content: the folder of content, in the project's own folder. build: that of the last build, which names its commit.
    kept: as for `read_site`.
    """
    project = content.parent
    if content.name != _FOLDERS[0] or not (project / ".git").exists():
        return None
    published = Manifest.read(build)
    named = [published.provenance.commit] if published and published.provenance else []
    for commit in commits_named(project, *named, *PUBLISHED):
        return News(commit[:9], _unknown_at(commit, remarks, project, today, kept))
    return None


def _unknown_at(
    commit: str, remarks: list[Fault], project: Path, today: datetime.date, kept: Store | None
) -> list[Fault]:
    changed = ask_git(project, "diff", "--name-only", commit, "--", *_FOLDERS)
    added = ask_git(project, "ls-files", "--others", "--exclude-standard", "--", *_FOLDERS)
    if changed == b"" and added == b"":
        return []
    files = files_at(project, commit, *_FOLDERS)
    if files is None:
        return []
    with tempfile.TemporaryDirectory(prefix="eclaircie-") as folder:
        former = Path(folder)
        write_files(files, former)
        try:
            site = read_site(today, content=former / _FOLDERS[0], translations=former / _FOLDERS[1], kept=kept)
            known = site.remarks.remarks
        except ContentError as error:
            known = error.faults.remarks
        counts = Counter(_keys(known, former))
    new = []
    for fault, key in zip(remarks, _keys(remarks, project), strict=True):
        if counts[key]:
            counts[key] -= 1
        else:
            new.append(fault)
    return new


def _keys(remarks: Iterable[Fault], root: Path) -> list[_Key]:
    """What tells a remark from others wherever its line is now."""
    return [
        (fault.code, fault.where(root).rpartition(":")[0], tuple((key, str(value)) for key, value in fault.values))
        for fault in remarks
    ]
