"""A copy of the site that opens from a folder: a USB stick, a disk, a computer without a network.

It is frozen as any site is, then the addresses in its links are made relative, and nothing else of a page changes: the
policy knows style and script by hash. What only a server or a search engine reads stays out. A copy cannot do what the
site does: a browser replaces no page of a `file:` address in place, so each page is a line of the history. Its pages say so.
"""

import dataclasses
import posixpath
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from ..languages import LANGUAGES
from ..pages import downloads
from ..pages.site import ENTRANCES, Site
from .manifest import Entry, Manifest, file_of, sha256_of
from .staging import Staging

PAGE = "index.html"

_SERVED_ONLY = file_of(ENTRANCES[1])
"""In every site, and in no copy: only a server answers an unknown address."""

_FOLDERS = frozenset({language.tag for language in LANGUAGES} | {downloads.FOLDER})


def copy_of(site: Site) -> Site:
    """The site as its copy tells it."""
    # Browsers keep one storage for all pages that are opened from files: what is in it is not ours to clear.
    settings = site.settings.model_copy(update={"origin_is_ours": False})
    return dataclasses.replace(site, prefix="", settings=settings, is_copy=True)


def holds_site(folder: Path) -> bool:
    """Whether a folder holds a site to be published, which a copy must not replace."""
    record = Manifest.read(folder)
    return record is not None and _SERVED_ONLY in record.files


def holds_copy(folder: Path) -> bool:
    """Whether a folder holds a copy, which a site to be published must not replace: what is on a stick would be lost."""
    record = Manifest.read(folder)
    return record is not None and PAGE in record.files and _SERVED_ONLY not in record.files


def make_portable(place: Staging, record: Manifest) -> None:
    """Make a copy of a fresh, frozen site whose prefix is empty.

    record: what the fresh folder holds; changed with it. Of its pages, those that were there already are relative.
    Raises OSError where writing fails.
    """
    for path, entry in list(record.files.items()):
        if path != PAGE and path.partition("/")[0] not in _FOLDERS:
            (place.fresh / path).unlink()
            del record.files[path]
        elif path.endswith(".html") and place.previous.files.get(path) != entry:
            file = place.fresh / path
            content = relative(file.read_bytes().decode(), path).encode()
            file.write_bytes(content)
            record.files[path] = Entry(sha256_of(content), entry.inputs)


def relative(html: str, path: str) -> str:
    """A page with its links to the site's own root replaced by relative ones; every other sign stays as it is.

    html: as our templates write it. path: of the page's file below the site.
    """
    links = _Links(html)
    folder = posixpath.dirname(path) or "."
    parts, done = [], 0
    for start, end, href in links.own:
        parts += [html[done:start], escape(_relative_address(href, folder))]
        done = end
    return "".join([*parts, html[done:]])


def _relative_address(href: str, folder: str) -> str:
    """The address of a link as seen from a page. href: from the site's root. folder: of the page."""
    address, sign, fragment = href.partition("#")
    return posixpath.relpath(file_of(address), folder) + sign + fragment


class _Links(HTMLParser):
    """Where the addresses stand that begin at the site's root. own: start, end and address of each, in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.own: list[tuple[int, int, str]] = []
        self._html = html
        self._ends_of_lines = [place for place, sign in enumerate(html) if sign == "\n"]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the address of a tag, as the parser finds it.

        Raises ValueError where it is not written the way templates write it, for a link would be lost.
        """
        href = dict(attrs).get("href")
        if not href or not href.startswith("/") or href.startswith("//"):
            return
        written = self.get_starttag_text() or ""
        quoted = f' href="{escape(href)}"'
        if written.count(quoted) != 1:
            raise ValueError(written)
        line, column = self.getpos()
        start_of_line = self._ends_of_lines[line - 2] + 1 if line > 1 else 0
        start = start_of_line + column + written.index(quoted) + len(' href="')
        self.own.append((start, start + len(escape(href)), href))
