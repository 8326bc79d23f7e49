"""What a visit leaves in a profile on disk, after the exit and after the browser was closed.

Each assertion has its opposite: the same reader finds the rows of the same journey over ordinary links.
"""

import itertools
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Playwright, expect

from eclaircie.publish.server import FrozenSiteHandler

from .at_once import at_once
from .conftest import ENGINES, Visit, go_away, running, send_page, wait_for_address
from .journeys import (
    TITLE_WINDOW,
    follow,
    go_home,
    kill_browser_of,
    leave,
    read_five_pages,
    start,
)
from .profiles import Leftovers, chromium_history_page, leftovers

READ = ("Coupez le son et les vibrations", "Ne comptez pas sur un appel muet", "Vous ne pouvez pas parler")
"""Words of pages that were read: none may be found in a file of the profile."""

KILLED_AFTER = 4000
"""Milliseconds in which a browser writes down what it keeps of a page."""

COOP = "highValueCOOP"
"""What Firefox notes of a host that sends `Cross-Origin-Opener-Policy`."""

ENTRANCES = {"home": "/fr/", "deep page": "/fr/faire/silence/", "discreet entrance": "/i"}
EXITS = ("tap", "keyboard", "erase page", "closing the tab")


def leftovers_of(playwright: Playwright, visit: Visit, engine: str, folder: Path, entrance: str, way: str) -> Leftovers:
    """One visit from entrance to exit, and what the closed browser kept of it."""
    host = urlsplit(visit.address).netloc
    context = start(playwright, engine, folder)
    # The tab that the browser opens by itself stays, so that closing ours does not end the browser
    page = context.new_page()
    read_five_pages(page, visit, ENTRANCES[entrance])
    leave(page, visit, way)
    listed = chromium_history_page(context) if engine == "chromium" else []
    context.close()
    return leftovers(engine, folder, host, list(READ), listed)


def check(left: Leftovers, visit: Visit, engine: str, entrance: str, way: str) -> None:
    """What may be left, at most."""
    address = visit.address + ENTRANCES[entrance]
    hidden = entrance == "discreet entrance"

    assert {url for url, _ in left.rows} <= {address}
    assert left.texts_on_disk == []
    assert left.titles_in_sessions == []
    assert left.forms == 0
    assert left.icons == []
    assert COOP not in left.permissions
    if engine == "firefox":
        # A tab that is closed keeps the neutral title of its page, one that is left takes the name of the site
        assert [title.split(" · ")[-1] for _, title in left.rows] == ["Vie pratique"]
        assert way == "closing the tab" or [title for _, title in left.rows] == ["Vie pratique"]
        assert left.suggested == ([] if hidden else [address])
        return
    # Closed without the exit, Chromium lists the entrance, unless it was answered with 404
    assert len(left.listed) == (way == "closing the tab" and not hidden)
    assert left.suggested == ([] if hidden else [address])
    if hidden:
        assert left.tiles == []


NAMED = [("home", "tap"), ("discreet entrance", "closing the tab")]
"""An entrance that browsers know and one that they do not, and both kinds of end; all others where tests are exhaustive."""


Way = tuple[str, str]
"""An entrance and an exit, by their names."""


def check_all(visit: Visit, folder: Path, subtests: pytest.Subtests, engine: str, ways: list[Way]) -> None:
    """Make a visit in each of the ways, some at a time, and hold what is left of each to what may be left."""

    def made(entrance: str, way: str) -> Callable[[Playwright], Leftovers]:
        profile = folder / f"{entrance}, {way}"
        return lambda playwright: leftovers_of(playwright, visit, engine, profile, entrance, way)

    found = at_once({f"{entrance}, {way}": made(entrance, way) for entrance, way in ways})
    for (entrance, way), (name, left) in zip(ways, found.items(), strict=True):
        with subtests.test(name):
            check(left, visit, engine, entrance, way)


@pytest.mark.every_engine
@pytest.mark.parametrize("engine", ENGINES)
def test_a_visit_leaves_at_most_one_neutral_line(
    visit: Visit, tmp_path: Path, subtests: pytest.Subtests, engine: str
) -> None:
    """Chromium lists nothing after an exit; Firefox keeps one line under the neutral name. No text stays on disk."""
    check_all(visit, tmp_path, subtests, engine, NAMED)


@pytest.mark.exhaustive
@pytest.mark.parametrize("engine", ENGINES)
def test_every_entrance_and_every_exit(visit: Visit, tmp_path: Path, subtests: pytest.Subtests, engine: str) -> None:
    """The same holds for each way in and each way out."""
    check_all(
        visit, tmp_path, subtests, engine, [way for way in itertools.product(ENTRANCES, EXITS) if way not in NAMED]
    )


def journey_over_every_kind(playwright: Playwright, visit: Visit, engine: str, profile: Path) -> Leftovers:
    """A visit by the printed entrance to pages of every kind, the last one from right to left, and what it left."""
    host = urlsplit(visit.address).netloc
    context = start(playwright, engine, profile)
    page = context.new_page()
    page.goto(visit.address + "/i")
    for href in ("/fr/aides/", "/fr/aides/urgence/", "/fr/faire/declarer/"):
        follow(page, href)
    go_home(page)
    for href in ("/fr/apropos/", "/fr/apropos/mentions/"):
        follow(page, href)
    page.locator("footer a[href$='/numeros/']").click()
    expect(page.locator("h1")).to_contain_text("Qui appeler")
    follow(page, "/fr/numeros/sms/")
    page.locator(".menu summary").click()
    page.locator(".languages [lang=ar]").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.wait_for_timeout(TITLE_WINDOW)
    leave(page, visit, "tap")
    listed = chromium_history_page(context) if engine == "chromium" else []
    context.close()
    words = ["Ouvrir un message vide", "D’où viennent ces informations", "Mentions légales du site"]
    return leftovers(engine, profile, host, words, listed)


@pytest.mark.exhaustive
def test_a_journey_over_every_kind_of_page(playwright: Playwright, visit: Visit, tmp_path: Path, engine: str) -> None:
    """Lines, aids, sections, notices, a page in French among Arabic ones: whatever is read, the entrance alone is kept."""
    left = journey_over_every_kind(playwright, visit, engine, tmp_path / "profile")

    assert {url for url, _ in left.rows} <= {visit.address + "/i"}
    assert left.suggested == []
    assert left.texts_on_disk == []
    assert engine == "firefox" or left.listed == []


@pytest.fixture
def without_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site as a host serves it that lets nobody set headers."""
    made = FrozenSiteHandler.__init__

    def init(self: FrozenSiteHandler, *arguments: Any, **options: Any) -> None:
        made(self, *arguments, **{**options, "policy": {}})

    monkeypatch.setattr(FrozenSiteHandler, "__init__", init)


@pytest.mark.usefixtures("without_headers")
def test_without_headers_only_the_entrance_stays_in_the_cache(
    playwright: Playwright, visit: Visit, tmp_path: Path, engine: str
) -> None:
    """On a host without headers the page of the entrance may be kept, no page that was read after it."""
    left = leftovers_of(playwright, visit, engine, tmp_path / "profile", "home", "tap")

    assert left.texts_on_disk in ([], ["Vous ne pouvez pas parler"])  # the home page names that page
    assert {url for url, _ in left.rows} <= {visit.address + "/fr/"}


class _WithAnIcon(BaseHTTPRequestHandler):
    """A page with an icon, from a host that keeps other windows out."""

    def do_GET(self) -> None:
        icon = b"<link rel=icon href='data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E'>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>x</title>" + icon)

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


def by_ordinary_links(
    playwright: Playwright, visit: Visit, engine: str, profile: Path, other: str
) -> tuple[Leftovers, Leftovers]:
    """What pages leave that are opened by their addresses and left as any other page, and what another host's page leaves."""
    context = start(playwright, engine, profile)
    page = context.new_page()
    for path in ("/fr/", "/fr/faire/", "/fr/faire/silence/"):
        page.goto(visit.address + path)
        page.wait_for_timeout(500)
    go_away(page, f"location.href = '{visit.neutral}'")
    wait_for_address(page, visit.neutral)
    second = context.new_page()
    second.goto(f"http://{other}/")
    second.wait_for_timeout(3000)
    listed = chromium_history_page(context) if engine == "chromium" else []
    context.close()
    own = leftovers(engine, profile, urlsplit(visit.address).netloc, list(READ), listed)
    return own, leftovers(engine, profile, other, [])


@pytest.mark.usefixtures("without_headers")
def test_the_reader_finds_what_ordinary_pages_leave(
    playwright: Playwright, visit: Visit, tmp_path: Path, engine: str
) -> None:
    """The same pages by ordinary links and an ordinary exit: rows, titles, texts and lines are all found.

    Of a page with an icon both browsers keep a row, and Firefox one of a host with `Cross-Origin-Opener-Policy`.
    """
    with running(ThreadingHTTPServer(("127.0.0.1", 0), _WithAnIcon)) as port:
        other = f"127.0.0.1:{port}"
        left, left_of_other = by_ordinary_links(playwright, visit, engine, tmp_path / "profile", other)

    assert len(left.listed) >= 2  # Chromium may draw neighbours together
    assert len(left.rows) == 3
    assert left.suggested
    assert left.tiles
    assert set(left.texts_on_disk) == set(READ)
    assert left_of_other.icons == [f"http://{other}/"]
    assert engine == "chromium" or COOP in left_of_other.permissions


def test_a_browser_that_is_killed_leaves_no_more(
    playwright: Playwright, visit: Visit, tmp_path: Path, engine: str
) -> None:
    """After a crash in the middle of a visit there is no text and no other title than the neutral ones."""
    profile = tmp_path / "profile"
    context = start(playwright, engine, profile)
    page = context.new_page()
    read_five_pages(page, visit, "/i")
    kill_browser_of(profile)
    threading.Event().wait(1)
    left = leftovers(engine, profile, urlsplit(visit.address).netloc, list(READ))

    assert left.texts_on_disk == []
    assert {url for url, _ in left.rows} <= {visit.address + "/i"}
    assert left.suggested == []
    assert left.icons == []


class _WithABox(BaseHTTPRequestHandler):
    """A page with a box of a form, as other sites have it."""

    def do_GET(self) -> None:
        send_page(self, "<!doctype html><title>x</title><form><input type=checkbox id=temoin name=temoin></form>")

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


KEPT_OF_FORMS = ["formdata", "temoin"]
"""What the files of a browser hold where it has kept a box: how Firefox calls it, and the name of the one tried here."""


def of_boxes_of_forms(playwright: Playwright, engine: str, profile: Path) -> list[str]:
    """What a browser that is killed keeps of a box that was ticked on another site."""
    with running(ThreadingHTTPServer(("127.0.0.1", 0), _WithABox)) as port:
        page = start(playwright, engine, profile).new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        page.get_by_role("checkbox").click()
        page.wait_for_timeout(KILLED_AFTER)
        kill_browser_of(profile)
    return leftovers(engine, profile, f"127.0.0.1:{port}", KEPT_OF_FORMS).titles_in_sessions


def of_marks(playwright: Playwright, visit: Visit, engine: str, profile: Path) -> list[str]:
    """What a browser that is killed keeps of marks on a page of this site."""
    page = start(playwright, engine, profile).new_page()
    page.goto(visit.address + "/fr/comprendre/signes/")
    page.get_by_role("checkbox").nth(1).click()
    expect(page.locator(".marked .answer")).not_to_be_empty()
    page.wait_for_timeout(KILLED_AFTER)
    kill_browser_of(profile)
    marked = ["Elle a une arme", "Un seul de ces faits suffit"]
    words = [*marked, *KEPT_OF_FORMS, "aria-checked"]
    left = leftovers(engine, profile, urlsplit(visit.address).netloc, words)
    # Other files hold the browser's own code as well, which has these words
    return [*(word for word in marked if word in left.texts_on_disk), *left.titles_in_sessions]


@pytest.mark.every_engine
def test_no_file_holds_what_was_marked(visit: Visit, tmp_path: Path, engine: str) -> None:
    """Killed on the page, no browser has kept a mark, nor that there was anything to mark; of a form Firefox does."""
    found = at_once(
        {
            "marks": lambda playwright: of_marks(playwright, visit, engine, tmp_path / "marks"),
            "forms": lambda playwright: of_boxes_of_forms(playwright, engine, tmp_path / "forms"),
        }
    )

    assert found["marks"] == []
    assert engine == "chromium" or found["forms"] == KEPT_OF_FORMS
