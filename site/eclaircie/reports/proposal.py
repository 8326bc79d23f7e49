"""What a proposed change does, for whoever decides on it: the pages, the faults and remarks of its files, who should look.

It is plain data. What proposes runs code of anybody, and what writes the comment trusts none of it: it takes this data,
holds it against the types below, and writes the words itself.
"""

import datetime
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..content import library
from ..content.library import Library
from ..kept.store import Store
from ..loading import ContentError, read_site
from ..messages.faults import Fault, Faults
from ..messages.tongues import Tongue
from ..pages.site import Site
from ..publish.freezer import freeze
from ..publish.portable import copy_of
from .page_changes import PageChanges, Part, compare
from .second_look import Look, Side, looks

CONTENT, TRANSLATIONS = "content", "translations"

COPY = "copie"
"""The folder of the copy, and how it is called where it is kept: a name that says nothing."""


class Told(Part):
    """A fault or a remark. where: file and line. sentence: what is wrong and the remedy. is_new: whether it was not there before."""

    where: str
    sentence: str
    is_new: bool = True


class Proposal(Part):
    """What a proposed change does.

    files: how many files of content and translations it touches. code: whether it touches anything else.
    faults: those that keep the site from being published, of the files touched. elsewhere: those of other files.
    remarks: of the files touched, the new ones first. looks: who should look at what.
    pages: what differs on pages, or None where one of the two sites cannot be built: `unbuilt` says which one.
    """

    files: int
    code: bool = False
    faults: tuple[Told, ...] = ()
    elsewhere: tuple[Told, ...] = ()
    remarks: tuple[Told, ...] = ()
    looks: tuple[Look, ...] = ()
    pages: PageChanges | None = None
    unbuilt: Literal["", "base", "proposed"] = ""


@dataclass(frozen=True)
class Version:
    """The words of the project at one time. content, translations: their folders."""

    content: Path
    translations: Path

    @classmethod
    def below(cls, root: Path) -> "Version":
        """That of a folder that holds both by their usual names."""
        return cls(root / CONTENT, root / TRANSLATIONS)

    def files(self) -> dict[str, bytes]:
        """What each file holds, by its path as a repository names it. Raises OSError where one cannot be read."""
        return {
            f"{name}/{file.relative_to(folder).as_posix()}": file.read_bytes()
            for name, folder in ((CONTENT, self.content), (TRANSLATIONS, self.translations))
            for file in sorted(folder.rglob("*"))
            if file.suffix in (".md", ".yaml", ".po") and file.is_file() and not file.is_symlink()
        }


@dataclass(frozen=True)
class Maker:
    """What both sites are read and built with. today: the day of the build. static: the folder of styles and scripts.

    kept: what earlier builds have learnt. tongue: the language of sentences.
    """

    today: datetime.date
    static: Path
    kept: Store
    tongue: Tongue = "fr"

    def propose(self, base: Version, proposed: Version, folder: Path | None, *, code: bool = False) -> Proposal:
        """What a proposal does, and its copy in a folder of the name `COPY` below `folder`, if it can be built.

        folder: None builds nothing, and tells no pages. code: whether it touches anything but words, which is not told from them.
        Raises OSError where a file cannot be read or written, StagingError where the folder of the copy is somebody's.
        """
        before, after = base.files(), proposed.files()
        touched = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        was, now = self._read(base), self._read(proposed)
        old = Side(was.library, before, _names(base))
        new = Side(now.library, after, _names(proposed))
        faults = [self._told(fault, new, touched) for fault in now.faults.errors]
        unbuilt: Literal["", "base", "proposed"] = "proposed" if now.site is None else "" if was.site else "base"
        pages = None
        if folder and was.site and now.site:
            addresses = [address for name in touched if (address := new.address_of(name))]
            pages = self._built(was.site, base, now.site, proposed, folder, addresses)
        elif folder and now.site:
            self._freeze(now.site, proposed, folder / COPY)
        return Proposal(
            files=len(touched),
            code=code,
            faults=tuple(told for told, is_touched in faults if is_touched),
            elsewhere=tuple(told for told, is_touched in faults if not is_touched),
            remarks=self._remarks(was.faults, old, now.faults, new, touched),
            looks=tuple(looks(old, new, touched)),
            pages=pages,
            unbuilt=unbuilt,
        )

    def _read(self, version: Version) -> "_Read":
        try:
            site = read_site(
                self.today,
                content=version.content,
                translations=version.translations,
                static=self.static,
                base_url="",
                kept=self.kept,
            )
        except ContentError as error:
            return _Read(None, library.load(version.content, Faults()), error.faults)
        return _Read(site, site.library, site.remarks)

    def _built(
        self, was: Site, base: Version, now: Site, proposed: Version, folder: Path, addresses: list[str]
    ) -> PageChanges:
        """Build both, and compare them. The second takes over the pages of the first that are the same."""
        with tempfile.TemporaryDirectory(prefix="eclaircie-") as aside:
            former = Path(aside) / COPY
            self._freeze(was, base, former)
            copy = folder / COPY
            if not copy.exists():
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copytree(former, copy)
            self._freeze(now, proposed, copy)
            return compare(former, copy, addresses)

    def _freeze(self, site: Site, version: Version, destination: Path) -> None:
        freeze(copy_of(site), destination, translations=version.translations, static=self.static, kept=self.kept)

    def _told(self, fault: Fault, side: Side, touched: set[str]) -> tuple[Told, bool]:
        """A fault, and whether it is of a file that was touched."""
        name = side.name_of(fault.file)
        return Told(where=f"{name}:{fault.line}", sentence=fault.sentence(self.tongue)), name in touched

    def _remarks(self, old: Faults, was: Side, new: Faults, now: Side, touched: set[str]) -> tuple[Told, ...]:
        """The remarks of the files that were touched, the new ones first."""
        known = {_key(fault, was) for fault in old.remarks}
        found = []
        for fault in new.remarks:
            told, is_touched = self._told(fault, now, touched)
            if is_touched and fault.code != "default":
                found.append(told.model_copy(update={"is_new": _key(fault, now) not in known}))
        return tuple(sorted(found, key=lambda told: not told.is_new))


@dataclass(frozen=True)
class _Read:
    """A version as it was read. site: None where faults keep it from being built."""

    site: Site | None
    library: Library
    faults: Faults


def _names(version: Version) -> dict[Path, str]:
    """The folders of a version, and how a repository names them."""
    return {version.content: CONTENT, version.translations: TRANSLATIONS}


def _key(fault: Fault, side: Side) -> tuple[object, ...]:
    """What tells a remark from others wherever its line is now."""
    return fault.code, side.name_of(fault.file), tuple((key, str(value)) for key, value in fault.values)
