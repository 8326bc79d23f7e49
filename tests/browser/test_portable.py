"""The copy, opened from its folder as one opens a file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from .conftest import PHONE, Visit, browser_type, launch_options, leading_to, neutral_site, wait_for_address

STRICT = {
    # As Firefox is for everybody: the driver would let a file read its neighbours
    "security.fileuri.strict_origin_policy": True,
    "privacy.file_unique_origin": True,
}

WATCH = """addEventListener("securitypolicyviolation", (event) => (document.title = "broken: " + event.violatedDirective));
addEventListener("error", (event) => (document.title = "broken: " + event.message));
addEventListener("unhandledrejection", (event) => (document.title = "broken: " + event.reason));"""
"""A fault that the driver does not report is told by the page itself."""


@dataclass
class Copy:
    """A tab on the copy. asked: every address that it asked for. said: every fault that the browser told of."""

    page: Page
    folder: Path
    neutral: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def address(self, path: str) -> str:
        """The address of a file of the copy."""
        return (self.folder / path).as_uri()

    def open(self, path: str) -> None:
        """Open a page."""
        self.page.goto(self.address(path))
        expect(self.page.locator("h1")).to_be_visible()

    def is_at(self, path: str) -> None:
        """Wait until a page of the copy is shown."""
        wait_for_address(self.page, self.address(path))
        expect(self.page.locator("h1")).to_be_visible()


@pytest.fixture(scope="module")
def _neutral() -> Iterator[Visit]:
    with neutral_site() as visit:
        yield visit


@pytest.fixture(scope="module")
def folder(_neutral: Visit, copied: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as a copy, in a folder whose name is like those that people give."""
    made = tmp_path_factory.mktemp("Clé USB (copie)") / "Vie pratique"
    leading_to(_neutral.neutral, copied, made)
    return made


@pytest.fixture(scope="module")
def strict(playwright: Playwright, engine: str) -> Iterator[Browser]:
    """A browser that treats files as it does for everybody."""
    options = launch_options(engine)
    if engine == "firefox":
        options["firefox_user_prefs"] = {**options.get("firefox_user_prefs", {}), **STRICT}
    program = browser_type(playwright, engine).launch(**options)
    yield program
    program.close()


@pytest.fixture(scope="module")
def tab(strict: Browser, folder: Path, _neutral: Visit) -> Iterator[Copy]:
    """A tab, for one test after another: each of them opens a page of the copy in it."""
    session = strict.new_context(viewport=PHONE["viewport"])
    session.add_init_script(WATCH)
    made = Copy(session.new_page(), folder, _neutral.neutral)
    made.page.on("request", lambda request: made.asked.append(request.url))
    made.page.on("console", lambda message: made.said.append(message.text) if message.type == "error" else None)
    made.page.on("pageerror", lambda error: made.said.append(str(error)))
    yield made
    session.close()


@pytest.fixture
def copy(tab: Copy) -> Iterator[Copy]:
    """The tab on the copy; at the end of each test nothing has gone wrong, and nothing but files was asked for."""
    tab.asked.clear()
    tab.said.clear()
    yield tab
    assert tab.said == []
    assert [address for address in tab.asked if not address.startswith(("file:", tab.neutral))] == []
    assert not tab.page.title().startswith("broken")


def test_a_walk_through_the_copy(copy: Copy) -> None:
    """From the first page to a place, to who helps there, back, and out by the exit."""
    page = copy.page
    copy.open("index.html")
    page.locator("main a[href$='fr/reseaux/index.html']").first.click()
    copy.is_at("fr/reseaux/index.html")
    page.locator("#d71").click()
    copy.is_at("fr/reseaux/71/index.html")
    page.locator(".posts h3 a").first.click()
    expect(page.locator("main.structure")).to_be_visible()
    page.locator(".back").click()
    copy.is_at("fr/reseaux/71/index.html")

    page.locator(".quick-exit").click(no_wait_after=True)

    wait_for_address(page, copy.neutral)


def test_the_language_can_be_changed(copy: Copy) -> None:
    """Every language is in the copy, and each page leads to itself in the others."""
    copy.open("fr/faire/silence/index.html")

    copy.page.locator(".menu summary").click()
    copy.page.get_by_role("link", name="العربية").click()

    copy.is_at("ar/faire/silence/index.html")
    expect(copy.page.locator("html")).to_have_attribute("dir", "rtl")


def test_a_postcode_leads_to_its_page(copy: Copy) -> None:
    """The box answers in the page, and what it finds is a file of the copy."""
    copy.open("fr/reseaux/index.html")

    copy.page.locator(".finder input").fill("71000")
    copy.page.locator(".found a", has_text="71").last.click()

    copy.is_at("fr/reseaux/71/index.html")


def test_the_map_leads_to_a_page(copy: Copy) -> None:
    """A shape of the map is a link like any other."""
    copy.open("en/reseaux/index.html")

    # Where a finger would press: the figures of the département
    copy.page.locator(".map a[aria-labelledby='d71'] text").click()

    copy.is_at("en/reseaux/71/index.html")


def test_a_need_shows_only_who_answers_it(copy: Copy) -> None:
    """The buttons work without a server."""
    copy.open("fr/reseaux/71/index.html")
    cards = copy.page.locator("[data-needs]")
    before = cards.count()

    copy.page.locator("[data-need='enfants']").click()

    shown = copy.page.locator("[data-needs]:visible")
    expect(shown.first).to_be_visible()
    assert 0 < shown.count() < before


def test_what_the_copy_says_of_itself_is_so(copy: Copy) -> None:
    """The first page says that each page is a line of the history, and it is one."""
    copy.open("index.html")
    expect(copy.page.locator(".copy")).to_contain_text("chaque page ouverte ajoute ici une ligne")
    before = copy.page.evaluate("history.length")

    copy.page.locator("main a[href$='fr/reseaux/index.html']").first.click()
    copy.is_at("fr/reseaux/index.html")

    assert copy.page.evaluate("history.length") == before + 1


def test_the_way_back_to_the_site_names_its_host(copy: Copy) -> None:
    """A short address without a host would lead nowhere: the copy has none of its own."""
    copy.open("fr/traces/index.html")

    expect(copy.page.locator(".way-back")).to_have_text("example.org/i")


def test_a_place_in_a_page_can_be_reached(copy: Copy) -> None:
    """The links at the top of a long page arrive in the same file."""
    copy.open("fr/reseaux/71/index.html")

    copy.page.locator(".jump a[href='#numeros']").click()

    expect(copy.page.locator("#numeros")).to_be_in_viewport()


def test_the_exit_works_from_the_keyboard(copy: Copy) -> None:
    """Escape twice leaves the copy as it leaves the site."""
    copy.open("fr/faire/silence/index.html")

    copy.page.keyboard.press("Escape")
    copy.page.keyboard.press("Escape")

    wait_for_address(copy.page, copy.neutral)
