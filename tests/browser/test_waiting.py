"""While a page is coming: the link that was pressed shows it, words stay until it is there, and slow is called slow."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from .conftest import PHONE, Visit

LINE = "getComputedStyle(document.documentElement, '::after').position"
"""How the line at the top stands; without it, as everything does."""


def held_back(page: Page, path: str) -> list[Route]:
    """Keep an address from answering; the requests for it gather in the list that is returned."""
    waiting: list[Route] = []
    page.route(f"**{path}", lambda route: waiting.append(route))
    return waiting


def at_a_standstill(page: Page, address: str) -> None:
    """Open a page whose clock goes on only when the test says so, however slow the machine is."""
    page.clock.install(time=0)
    page.goto(address)
    page.clock.pause_at(100)  # seconds


def test_a_page_that_is_long_in_coming_is_waited_for(page: Page, visit: Visit) -> None:
    """The link, a line and words tell of it; after a while the network is called slow, never absent; then the page comes."""
    at_a_standstill(page, visit.address + "/fr/")
    waiting = held_back(page, "/fr/faire/")
    link = page.locator("main a[href='/fr/faire/']").first
    said = page.locator(".live")

    link.click()
    expect(link).to_have_attribute("aria-busy", "true")
    assert page.evaluate(LINE) == "fixed"
    page.clock.fast_forward(1000)
    expect(said).to_have_text("Un instant…")
    page.clock.fast_forward(6500)
    expect(said).to_have_text("Un instant…")
    page.clock.fast_forward(1000)
    expect(said).to_contain_text("C’est long : le réseau est lent.")
    page.clock.fast_forward(60_000)
    expect(said).to_contain_text("C’est long : le réseau est lent.")
    waiting[0].continue_()

    expect(page.locator("h1")).to_have_text("Que faire")
    expect(said).to_be_empty()
    assert page.evaluate(LINE) == "static"
    page.locator(".back").click()
    expect(link).to_be_focused()
    assert link.get_attribute("aria-busy") is None


def test_a_second_link_takes_the_place_of_the_first(page: Page, visit: Visit) -> None:
    """Only the link pressed last is shown as coming, and another try asks for the same page again."""
    at_a_standstill(page, visit.address + "/fr/")
    held_back(page, "/fr/faire/")
    again = held_back(page, "/fr/comprendre/")

    page.locator("main a[href='/fr/faire/']").first.click()
    page.locator("main a[href='/fr/comprendre/']").first.click()
    expect(page.locator("[aria-busy]")).to_have_attribute("href", "/fr/comprendre/")
    page.clock.fast_forward(1000)
    page.clock.fast_forward(8000)
    page.get_by_role("button", name="Réessayer").click()
    expect(page.get_by_role("button", name="Réessayer")).to_have_count(0)
    again[-1].continue_()

    expect(page.locator("main h1")).to_contain_text("Comprendre")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_line_stands_still_for_who_wants_no_motion(chromium: Browser, visit: Visit, motion: str) -> None:
    """It moves along the top, once and without flashing, or does not move at all."""
    context = chromium.new_context(**PHONE, reduced_motion=motion)  # type: ignore[arg-type]  # one of the two
    page = context.new_page()
    page.goto(visit.address + "/fr/")
    held_back(page, "/fr/faire/")
    page.locator("main a[href='/fr/faire/']").first.tap()
    expect(page.locator("[aria-busy]")).to_have_count(1)

    style = "getComputedStyle(document.documentElement, '::after')"
    name, count = page.evaluate(f"[{style}.animationName, {style}.animationIterationCount]")

    assert (name != "none", count) == (motion != "reduce", "1")
    context.close()
