"""The exit while the page is still arriving: pressed then, it does all that it does later."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import Visit, go_away, wait_for_address, wait_until
from .slow_site import SlowSite, slow_site
from .test_quick_exit import EMPTY

READ = "Vous ne pouvez pas parler"
PATH = "/fr/faire/silence/"


@pytest.fixture
def slow(visit: Visit) -> Iterator[SlowSite]:
    """The site, with pages that stop on the way."""
    with slow_site(visit) as found:
        yield found


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of its own: one that is still arriving is lent to nobody else."""
    return context.new_page()


def open_first_part(page: Page, slow: SlowSite, path: str = PATH) -> None:
    """Open a page and wait until its first part is drawn."""
    page.goto(slow.address + path, wait_until="commit")
    expect(page.locator(".quick-exit")).to_be_visible()


def press(page: Page) -> None:
    """Press the mouse on the exit, without letting it go."""
    box = page.locator(".quick-exit").bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()


@pytest.mark.every_engine
def test_the_exit_leaves_before_the_page_has_arrived(page: Page, visit: Visit, slow: SlowSite) -> None:
    """Delivered up to its heading, a page is left for good: Back leads to the page before, and nothing is told."""
    page.goto(visit.neutral + "?before")
    go_away(page, f"location.href = '{slow.address}{PATH}'")
    expect(page.locator("h1")).to_have_text(READ)

    press(page)
    page.mouse.up()
    wait_for_address(page, visit.neutral)
    go_away(page, "history.back()")

    wait_for_address(page, visit.neutral + "?before")
    page.wait_for_timeout(1000)
    wait_for_address(page, visit.neutral + "?before")
    assert slow.address not in str([request.get("referer") for request in visit.seen[1:]])


@pytest.mark.every_engine
@pytest.mark.parametrize("until", ["</h1>", '</script>\n<p class="live"', "<footer>"])
def test_nothing_that_arrives_afterwards_is_shown(page: Page, visit: Visit, slow: SlowSite, until: str) -> None:
    """While the neutral site is slow, the rest of the page may still come: it is neither shown nor run."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    slow.until = until
    open_first_part(page, slow)
    page.evaluate(
        """() => void setInterval(() => console.log(
          [document.title, document.body.innerText, document.documentElement.className].join('|')), 50)"""
    )
    visit.held.set()

    press(page)
    page.mouse.up()
    wait_until(page, lambda: EMPTY in seen, "empty")
    slow.rest.set()
    slow.ended.wait(10)
    page.wait_for_timeout(500)
    visit.held.clear()

    assert {*seen[seen.index(EMPTY) :]} == {EMPTY}
    wait_for_address(page, visit.neutral)


@pytest.mark.every_engine
def test_the_page_is_covered_from_the_press_on(page: Page, slow: SlowSite) -> None:
    """The cover does not wait for the rest of the page."""
    open_first_part(page, slow)

    press(page)

    assert page.evaluate("document.documentElement.className") == "covered"
    assert page.evaluate("getComputedStyle(document.documentElement, '::before').position") == "fixed"


def test_escape_twice_leaves_before_the_page_has_arrived(page: Page, visit: Visit, slow: SlowSite) -> None:
    """The keyboard need not wait either."""
    open_first_part(page, slow)

    page.keyboard.press("Escape")
    page.keyboard.press("Escape")

    wait_for_address(page, visit.neutral)


def test_a_press_that_slipped_is_asked_about_when_the_page_has_arrived(page: Page, slow: SlowSite) -> None:
    """Let go beside the exit while the page arrives, it stays covered; whole, it asks whether to go on."""
    open_first_part(page, slow)
    press(page)
    page.mouse.move(100, 200)
    page.mouse.up()
    page.wait_for_timeout(600)
    covered = page.evaluate("document.documentElement.className")

    slow.rest.set()

    expect(page.locator(".go-on")).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    assert covered == "covered"


def test_the_exit_needs_nothing_of_the_rest(page: Page, visit: Visit, slow: SlowSite) -> None:
    """Of a page that stops right behind the exit and its script, the exit is whole."""
    slow.until = "</script>"
    open_first_part(page, slow)

    press(page)
    covered = page.evaluate("document.documentElement.className")
    page.mouse.up()

    assert covered == "covered"
    wait_for_address(page, visit.neutral)
