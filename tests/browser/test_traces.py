"""What a visit of five pages leaves in a profile on disk, after the exit and after the browser was closed."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from .conftest import Visit, browser_type, launch_options, wait_for_address

SENTENCES = ("Coupez le son et les vibrations", "appelez le 17", "Ne comptez pas sur un appel muet")
"""Words of pages that were read: none may be found in a file of the profile."""


def read_five_pages(page: Page, visit: Visit, entrance: str) -> None:
    """Read five pages, one after the other, as someone would."""
    page.goto(visit.address + entrance)
    for link in ("Que faire", "Vous ne pouvez pas parler", "ce qu’une visite laisse", "Retour"):
        heading = page.locator("h1").inner_text()
        page.locator("main").get_by_role("link", name=link).first.click()
        expect(page.locator("h1")).not_to_have_text(heading)
    # Chromium takes changes of a title only for some seconds after the load: an exit at once would look too good
    page.wait_for_timeout(9000)


def profile(playwright: Playwright, engine: str, folder: Path) -> BrowserContext:
    """A browser with a fresh profile on disk."""
    return browser_type(playwright, engine).launch_persistent_context(
        str(folder), **launch_options(engine), viewport={"width": 360, "height": 740}
    )


def rows(file: Path, query: str) -> list[tuple[Any, ...]]:
    """The rows of a database of the browser (read from a copy: the original may still be locked)."""
    copy = file.with_name("copy.sqlite")
    shutil.copyfile(file, copy)
    for suffix in ("-wal",):
        if file.with_name(file.name + suffix).exists():
            shutil.copyfile(file.with_name(file.name + suffix), copy.with_name(copy.name + suffix))
    with sqlite3.connect(copy) as database:
        return database.execute(query).fetchall()


def files_that_hold(folder: Path, words: str) -> list[str]:
    """The files below a folder that hold words, in the encodings in which browsers write."""
    wanted = [words.encode(encoding) for encoding in ("utf-8", "utf-16-le")]
    found = []
    for file in folder.rglob("*"):
        if file.is_file() and any(word in file.read_bytes() for word in wanted):
            found.append(str(file.relative_to(folder)))
    return found


@pytest.mark.parametrize(("entrance", "hidden"), [("/fr/", 0), ("/i", 1)])
def test_chromium_lists_no_line(
    playwright: Playwright, visit: Visit, tmp_path: Path, entrance: str, hidden: int
) -> None:
    """The history page of Chromium shows the neutral site alone; entered at an unknown address, the row is hidden too."""
    context = profile(playwright, "chromium", tmp_path)
    page = context.new_page()
    read_five_pages(page, visit, entrance)
    page.locator(".quick-exit").click(no_wait_after=True)
    wait_for_address(page, visit.neutral)
    page.wait_for_load_state()

    history = context.new_page()
    history.goto("chrome://history")
    expect(history.locator("body")).to_contain_text("Zoologie marine")
    listed = history.locator("body").inner_text()
    context.close()
    ours = urlsplit(visit.address).netloc
    kept = [
        row for row in rows(tmp_path / "Default" / "History", "select url, title, hidden from urls") if ours in row[0]
    ]

    assert ours not in listed
    assert "Vie pratique" not in listed
    assert [(row[0], row[2]) for row in kept] == [(visit.address + entrance, hidden)]
    assert [words for words in SENTENCES if files_that_hold(tmp_path, words)] == []


@pytest.mark.parametrize("entrance", ["/fr/", "/i"])
def test_firefox_keeps_one_line_with_a_neutral_title(
    playwright: Playwright, visit: Visit, tmp_path: Path, entrance: str
) -> None:
    """Firefox keeps the entrance and nothing else, under the name of the site."""
    context = profile(playwright, "firefox", tmp_path)
    page = context.new_page()
    read_five_pages(page, visit, entrance)
    page.locator(".quick-exit").click(no_wait_after=True)
    wait_for_address(page, visit.neutral)
    page.wait_for_timeout(3000)
    context.close()

    ours = urlsplit(visit.address).netloc
    kept = rows(tmp_path / "places.sqlite", "select url, title, frecency from moz_places")
    lines = [row for row in kept if ours in row[0]]

    assert [(row[0], row[1]) for row in lines] == [(visit.address + entrance, "Vie pratique")]
    assert [words for words in SENTENCES if files_that_hold(tmp_path, words)] == []
