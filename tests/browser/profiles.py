"""Reads what a browser kept on disk, after it was closed. It knows nothing of any one site."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import lz4.block
from playwright.sync_api import BrowserContext


@dataclass(frozen=True)
class Leftovers:
    """What a profile holds of one host.

    listed: lines of the history page. rows: (address, title) in the history's database. suggested: the addresses that
    the address bar may offer. tiles: addresses of the new-tab page. titles_in_sessions, texts_on_disk: which of the
    words looked for stand in the session files, in any file. icons: addresses that have an icon. forms: rows of
    remembered forms. permissions: what Firefox notes of the host in its table of permissions. files: the files, from
    the profile on, in which the name of the host stands.
    """

    listed: list[str] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    suggested: list[str] = field(default_factory=list)
    tiles: list[str] = field(default_factory=list)
    titles_in_sessions: list[str] = field(default_factory=list)
    texts_on_disk: list[str] = field(default_factory=list)
    icons: list[str] = field(default_factory=list)
    forms: int = 0
    permissions: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def chromium_history_page(context: BrowserContext) -> list[str]:
    """The lines of Chromium's own history page, read before the browser is closed.

    Opens the new-tab page too: only then does Chromium choose its tiles.
    """
    page = context.new_page()
    page.goto("chrome://new-tab-page")
    page.wait_for_timeout(1500)
    page.goto("chrome://history")
    page.locator("history-item, #noResults:visible").first.wait_for(state="attached")
    page.wait_for_timeout(500)  # it may draw lines after the first
    lines: list[str] = page.evaluate(
        """() => { const found = [];
          const walk = root => { for (const node of root.querySelectorAll('*')) {
            if (node.matches('history-item')) found.push(node.shadowRoot.textContent.replace(/\\s+/g, ' '));
            if (node.shadowRoot) walk(node.shadowRoot); } };
          walk(document); return found; }"""
    )
    page.close()
    return lines


def leftovers(engine: str, profile: Path, host: str, words: list[str], listed: list[str] | None = None) -> Leftovers:
    """What a closed browser kept of a host. listed: the lines of Chromium's history page, read before."""
    if engine == "firefox":
        return firefox_leftovers(profile, host, words)
    return chromium_leftovers(profile, host, words, listed or [])


def chromium_leftovers(profile: Path, host: str, words: list[str], listed: list[str]) -> Leftovers:
    """What a closed Chromium kept of a host. words: sentences and titles to look for. listed: its history page."""
    default = profile / "Default"
    urls = _query(default / "History", "select url, title, hidden from urls")
    return Leftovers(
        listed=[line for line in listed if host in line],
        rows=[(url, title) for url, title, _ in urls if host in url],
        suggested=[url for url, _, hidden in urls if host in url and not hidden],
        tiles=[row[0] for row in _query(default / "Top Sites", "select url from top_sites") if host in row[0]],
        titles_in_sessions=_found(default / "Sessions", words),
        texts_on_disk=_found(profile, words),
        icons=[row[0] for row in _query(default / "Favicons", "select page_url from icon_mapping") if host in row[0]],
        forms=len(_query(default / "Web Data", "select * from autofill")),
        files=_files_naming(profile, host),
    )


def firefox_leftovers(profile: Path, host: str, words: list[str]) -> Leftovers:
    """What a closed Firefox kept of a host. Its Library lists every row."""
    places = _query(profile / "places.sqlite", "select url, title, frecency from moz_places where visit_count > 0")
    icons = "select p.page_url from moz_pages_w_icons p"
    permissions = "select origin, type from moz_perms"
    name = host.partition(":")[0]  # this table knows no ports
    return Leftovers(
        listed=[f"{title} {url}" for url, title, _ in places if host in url],
        rows=[(url, title or "") for url, title, _ in places if host in url],
        suggested=[url for url, _, frecency in places if host in url and frecency > 0],
        tiles=[url for url, _, frecency in places if host in url and frecency > 0],
        titles_in_sessions=_found(profile, words, "*.jsonlz4"),
        texts_on_disk=_found(profile, words),
        icons=[row[0] for row in _query(profile / "favicons.sqlite", icons) if host in row[0]],
        forms=len(_query(profile / "formhistory.sqlite", "select * from moz_formhistory")),
        permissions=[kind for origin, kind in _query(profile / "permissions.sqlite", permissions) if name in origin],
        files=_files_naming(profile, host),
    )


def _query(file: Path, query: str) -> list[tuple[Any, ...]]:
    """The rows of a database, read from a copy: the original may still be locked."""
    if not file.is_file():
        return []
    copy = file.with_name(f"copy-{file.name}")
    for suffix in ("", "-wal"):
        if Path(f"{file}{suffix}").exists():
            shutil.copyfile(f"{file}{suffix}", f"{copy}{suffix}")
    try:
        with sqlite3.connect(copy) as database:
            return database.execute(query).fetchall()
    finally:
        for left in copy.parent.glob(f"{copy.name}*"):
            left.unlink()


def _content(file: Path) -> bytes:
    """What a file holds; Firefox compresses its session files."""
    content = file.read_bytes()
    return lz4.block.decompress(content[8:]) if content.startswith(b"mozLz40\0") else content


def _found(folder: Path, words: list[str], names: str = "*") -> list[str]:
    """The words that stand in any file below a folder, in the encodings in which browsers write."""
    contents = [_content(file) for file in folder.rglob(names) if file.is_file()]
    found = []
    for word in words:
        forms = [word.encode(encoding) for encoding in ("utf-8", "utf-16-le")]
        if any(form in content for content in contents for form in forms):
            found.append(word)
    return found


_NUMBERED = re.compile(r"[0-9a-fA-F]{16,}|\d{6,}|(?<=_)\d+$")


def _files_naming(profile: Path, host: str) -> list[str]:
    """The files in which the name of a host stands; of Chromium's settings, which of them. Cache entries are one."""
    name = host.partition(":")[0]
    forms = [name.encode(encoding) for encoding in ("utf-8", "utf-16-le")]
    found = set()
    for file in profile.rglob("*"):
        if not file.is_file() or not any(form in _content(file) for form in forms):
            continue
        place = _NUMBERED.sub("…", file.relative_to(profile).as_posix())
        found.update(_settings_naming(file, name) or [place] if file.name == "Preferences" else [place])
    return sorted(found)


def _settings_naming(file: Path, name: str) -> list[str]:
    """Which settings of Chromium name a host: the keys that lead there."""

    def keys(value: Any, path: tuple[str, ...]) -> Iterator[str]:
        if isinstance(value, dict):
            for key, below in value.items():
                if name in key:
                    yield ".".join(path[-1:])
                else:
                    yield from keys(below, (*path, key))
        elif name in str(value):
            yield ".".join(path[-1:])

    return [f"Default/Preferences: {key}" for key in {*keys(json.loads(file.read_text("utf-8")), ())}]
