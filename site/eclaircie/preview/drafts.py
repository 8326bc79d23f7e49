"""The files as they are at each moment of writing: read again when one has changed, with all that is wrong with them."""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..kept.store import Store
from ..languages import BY_TAG, Language
from ..loading import ContentError, read_site
from ..messages.faults import Faults
from ..pages.site import Site
from ..project import build_date


@dataclass(frozen=True)
class Draft:
    """The files as they were read. site: what can be shown of them, or None. faults: all that is wrong.

    unpublished: the languages that are shown here and nowhere else.
    """

    site: Site | None
    faults: Faults
    unpublished: frozenset[Language] = frozenset()


class DayError(Exception):
    """SOURCE_DATE_EPOCH is no number of seconds."""


class Drafts:
    """Reads the files again when one of them has changed, and only then.

    content, translations, static: the folders of the site. kept: as for `read_site`.
    every_language: whether what is not published is shown too, for those who translate it.
    """

    def __init__(
        self,
        content: Path,
        translations: Path,
        static: Path,
        kept: Store | None = None,
        *,
        every_language: bool = False,
    ) -> None:
        self._every_language = every_language
        self.folders = {"content": content, "translations": translations, "static": static}
        self._kept = kept
        self._lock = threading.Lock()
        self._state: object = None
        self._draft = Draft(None, Faults())

    def draft(self) -> Draft:
        """The files as they are now. Raises DayError where nobody can tell which day it is."""
        try:
            today = build_date()
        except ValueError:
            raise DayError from None
        with self._lock:
            state = (today, tuple(file for folder in self.folders.values() for file in _files(folder)))
            if state != self._state:
                try:
                    site = read_site(today, base_url="", kept=self._kept, **self.folders)
                    self._draft = self._of(site, site.remarks)
                except ContentError as error:
                    self._draft = self._of(error.draft, error.faults)
                self._state = state
            return self._draft

    def _of(self, site: Site | None, faults: Faults) -> Draft:
        if site is None or not self._every_language:
            return Draft(site, faults)
        published = set(site.languages)
        site = in_every_language(site)
        return Draft(site, faults, frozenset(site.languages) - published)


def in_every_language(site: Site) -> Site:
    """A site with all languages that the code knows, for those who write and translate it. Never to be published."""
    return replace(site, settings=site.settings.model_copy(update={"tags": tuple(BY_TAG)}))


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Path, time of the last change and size of each file below a folder."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        else:
            try:
                known = entry.stat()
            except OSError:
                yield entry.path, 0, 0
            else:
                yield entry.path, known.st_mtime_ns, known.st_size


def files_of(site: Site, address: str) -> set[Path]:
    """The files whose words a page shows. Raises KeyError where the site has no such address."""
    language, document = site.find(address)
    translated = document.translations.get(language.tag)
    return {document.file, *([translated.file] if translated else [])}
