"""The form that estimates an aid: answered in the page, by touch and by keys, and nothing of it stays.

The clock of the browser is set: the form ends with its constants, and these tests do not.
"""

import threading
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.conftest import TODAY

from .conftest import Visit, wait_until
from .journeys import kill_browser_of, start
from .profiles import leftovers
from .test_veil import HIDE, SHOW

BOX = ".estimate input"
COUNT = ".estimate output"
MORE = ".estimate [data-step='1']"
FEWER = ".estimate [data-step='-1']"
SUM = ".estimate .sum"
TYPED = "7319,57"
"""An income that stands nowhere else."""


def set_day(page: Page) -> None:
    """Let the browser believe that it is the day of the build."""
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")


def test_an_aid_is_estimated_by_touch(phone: Page, visit: Visit) -> None:
    """Each answer changes the amount at once; nothing is asked of a server, and covered, the page forgets all of it."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url.removeprefix(visit.address)))
    set_day(phone)
    phone.goto(visit.address + "/ar/aides/combien/")
    before = phone.evaluate("[location.href, document.title, history.length]")
    phone.locator(FEWER).tap(force=True)  # it says that it is at its end, and may be pressed
    expect(phone.locator(COUNT)).to_have_text("0")
    phone.locator(MORE).tap()
    phone.locator(MORE).tap()
    expect(phone.locator(COUNT)).to_have_text("2")
    phone.locator(BOX).tap()
    phone.keyboard.type("١٤٥٠")

    expect(phone.locator(SUM)).to_contain_text("703.83")
    expect(phone.locator(".answer [data-when=more]")).to_be_visible()
    assert asked == ["/ar/aides/combien/"]
    assert phone.evaluate("[location.href, document.title, history.length]") == before

    phone.evaluate(HIDE)
    phone.evaluate(SHOW)
    assert phone.locator(BOX).input_value() == ""
    assert phone.locator(COUNT).text_content() == "0"
    assert phone.locator(f"{SUM} bdi").text_content() == ""


def test_an_aid_is_estimated_by_keys_where_the_page_was_put_in_place(page: Page, visit: Visit) -> None:
    """Reached by a link of the page of the aid; a slip is answered kindly, and the way back leads there."""
    set_day(page)
    page.goto(visit.address + "/fr/aides/urgence/")
    page.locator("main a[href='/fr/aides/combien/']").first.click()
    page.locator(MORE).focus()
    for _ in range(6):
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("beaucoup")
    expect(page.locator(".answer [data-when=unread]")).to_be_visible()
    expect(page.locator(SUM)).to_be_hidden()
    page.keyboard.press("Control+A")
    page.keyboard.type("5 000")

    expect(page.locator(SUM)).to_contain_text("886,31")
    expect(page.locator(".answer [data-when=loan]")).to_be_visible()
    page.get_by_role("link", name="Comment la demander").click()
    expect(page.locator("h1")).to_contain_text("de l’argent en quelques jours")
    assert page.url == visit.address + "/fr/aides/urgence/"


@pytest.mark.every_engine
def test_an_income_that_was_typed_is_in_no_file(
    playwright: Playwright, visit: Visit, tmp_path: Path, engine: str
) -> None:
    """Of a browser that ends in the middle, where a field as pages usually have them is found in the session."""
    profile, usual = tmp_path / "profile", "8642,31"
    context = start(playwright, engine, profile)
    page = context.new_page()
    set_day(page)
    page.goto(visit.address + "/fr/aides/combien/")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    for place, text in ((BOX, TYPED), ("main > input", usual)):
        page.locator(place).click()
        page.keyboard.type(text)
    page.wait_for_timeout(3000)  # both write their sessions by themselves

    def is_written() -> bool:
        try:
            return usual in leftovers(engine, profile, visit.address.removeprefix("http://"), [usual]).texts_on_disk
        except OSError:  # just being written
            return False

    if engine == "firefox":
        wait_until(page, is_written, "written")
        kill_browser_of(profile)
        threading.Event().wait(1)
    else:
        context.close()  # Chromium writes at its end what Firefox writes every second
    left = leftovers(engine, profile, visit.address.removeprefix("http://"), [TYPED, usual])

    assert left.texts_on_disk == [usual]
    assert left.forms == 0
