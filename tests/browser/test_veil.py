"""The page is covered while it is hidden, and asks before it is shown again."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Visit, wait_for_address, wait_until

HIDE = "Object.defineProperty(document, 'hidden', {value: true, configurable: true}); document.dispatchEvent(new Event('visibilitychange'))"
SHOW = "Object.defineProperty(document, 'hidden', {value: false, configurable: true}); document.dispatchEvent(new Event('visibilitychange'))"


def tap_a_number(phone: Page) -> None:
    """Tap the first number of the bar, and wait until the page has heard of it: a tap is a press a moment later.

    The press is what counts; the browser's own question about the call is not part of the page.
    """
    phone.evaluate("document.addEventListener('click', (event) => { event.preventDefault(); window.pressed = true; })")
    phone.locator(".calls a").first.tap()
    wait_until(phone, lambda: bool(phone.evaluate("window.pressed === true")), "pressed")


@pytest.mark.every_engine
def test_a_hidden_page_is_covered(page: Page, visit: Visit) -> None:
    """What the system photographs for its list of apps shows nothing."""
    page.goto(visit.address + "/fr/faire/silence/")

    page.evaluate(HIDE)

    expect(page.locator("html")).to_have_class("covered")


@pytest.mark.every_engine
def test_on_return_a_neutral_screen_offers_to_go_on_or_to_leave(page: Page, visit: Visit) -> None:
    """Back on the page only Continuer and the exit can be seen; the place on the page is kept."""
    page.goto(visit.address + "/fr/aides/urgence/")
    page.evaluate("scrollTo(0, 900)")
    page.evaluate(HIDE)

    page.evaluate(SHOW)
    expect(page.get_by_role("button", name="Continuer")).to_be_focused()
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator(".quick-exit")).to_be_visible()
    page.get_by_role("button", name="Continuer").click()

    expect(page.locator(".veil")).to_be_hidden()
    assert page.evaluate("scrollY") == 900


def test_one_can_leave_from_the_neutral_screen(page: Page, visit: Visit) -> None:
    """The exit works from there too."""
    page.goto(visit.address + "/fr/")
    page.evaluate(HIDE)
    page.evaluate(SHOW)

    page.locator(".quick-exit").click(no_wait_after=True)

    wait_for_address(page, visit.neutral)


def test_after_a_call_the_line_it_left_is_named(phone: Page, visit: Visit) -> None:
    """After a call the neutral screen recalls, in neutral words, what stays in the phone; only once."""
    phone.goto(visit.address + "/fr/")
    tap_a_number(phone)
    phone.evaluate(HIDE)
    phone.evaluate(SHOW)
    expect(phone.locator(".after-call")).to_be_visible()
    phone.get_by_role("button", name="Continuer").click()

    phone.evaluate(HIDE)
    phone.evaluate(SHOW)

    expect(phone.locator(".after-call")).to_be_hidden()


def test_a_press_that_opens_the_phone_leaves_the_page_covered(phone: Page, visit: Visit) -> None:
    """A tap on 17 brings the phone's own screen: what the system photographs then shows nothing, however long it takes."""
    phone.goto(visit.address + "/fr/")
    tap_a_number(phone)
    phone.evaluate(HIDE)

    phone.wait_for_timeout(1000)

    expect(phone.locator("html")).to_have_class("covered")


def test_no_end_of_a_press_uncovers_a_hidden_page(phone: Page, visit: Visit) -> None:
    """Hidden while a finger is on the exit, the page stays covered when the system takes the finger away."""
    phone.goto(visit.address + "/fr/")
    box = phone.locator(".quick-exit").bounding_box()
    assert box
    finger = phone.context.new_cdp_session(phone)
    point = {"x": box["x"] + 20, "y": box["y"] + 20}
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    phone.evaluate(HIDE)

    finger.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
    phone.wait_for_timeout(600)

    expect(phone.locator("html")).to_have_class("covered")


def test_a_rehearsal_that_ends_out_of_sight_stays_covered(page: Page, visit: Visit) -> None:
    """Hidden while the exit is tried, the page is not uncovered by the end of the trial."""
    page.goto(visit.address + "/fr/traces/")
    page.locator(".rehearse").click()
    page.evaluate(HIDE)

    page.wait_for_timeout(2000)

    expect(page.locator("html")).to_have_class(re.compile("covered"))


def test_the_neutral_screen_follows_the_language(page: Page, visit: Visit) -> None:
    """After a change of language in place, the neutral screen speaks it."""
    page.goto(visit.address + "/fr/")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.evaluate(HIDE)

    page.evaluate(SHOW)

    expect(page.locator(".go-on")).to_have_text("Continue")


def test_a_page_that_is_left_is_covered_at_once(phone: Page, visit: Visit) -> None:
    """Another address covers the page as it is left: what Back brings is covered before anything is asked."""
    phone.goto(visit.address + "/fr/aides/")
    # Kept by the test, in the only place that the next page of this origin can read
    phone.evaluate(
        "addEventListener('pagehide', () => sessionStorage.setItem('left', document.documentElement.className))"
    )

    phone.goto(visit.address + "/fr/numeros/")

    assert phone.evaluate("sessionStorage.getItem('left')") == "covered"
