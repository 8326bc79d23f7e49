"""Where one begins without reading: by three touches, by keyboard, without script, and with nothing left open."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .conftest import PHONE, Visit
from .test_veil import HIDE, SHOW
from .test_way_back import IN_VIEW

LARGE = 64
"""The least height in pixels of what is touched."""


def boxes(page: Page) -> Locator:
    """The choices in view."""
    return page.locator(".choices summary:visible")


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_three_touches_lead_to_a_number_or_a_page(phone: Page, visit: Visit, tag: str) -> None:
    """Large boxes, two beside each other; what one opens is in view alone, below the way back up."""
    phone.goto(f"{visit.address}/{tag}/commencer/")
    first = [box.bounding_box() for box in phone.locator(".choices > li").all()]
    assert all(box and box["height"] >= LARGE for box in first)
    assert [first[0] and first[0]["y"]] * 2 == [box and box["y"] for box in first[:2]]
    assert phone.evaluate("document.documentElement.scrollWidth") == 360

    boxes(phone).first.tap()
    boxes(phone).nth(1).tap()  # the first one below the box that leads back
    expect(phone.locator(".choices a:visible").first).to_have_attribute("href", "tel:17")
    expect(phone.locator(".choices a:visible").nth(1)).to_have_attribute("href", "sms:114")
    expect(boxes(phone)).to_have_count(2)

    boxes(phone).nth(1).tap()
    boxes(phone).nth(5).tap()
    expect(phone.locator(".choices a:visible").first).to_have_attribute("href", "tel:3919")
    assert boxes(phone).nth(1).evaluate(IN_VIEW)

    phone.locator(".choices a:visible[href$='/reseaux/']").tap()
    expect(phone.locator("main")).to_have_class("lieux")


def test_the_last_box_of_a_long_list_opens_in_view(phone: Page, visit: Visit) -> None:
    """Those before it are gone, and with them the place on the page where it stood."""
    phone.goto(visit.address + "/fr/commencer/")
    boxes(phone).first.tap()
    boxes(phone).last.tap()

    expect(phone.locator(".choices a:visible")).to_have_count(11)
    assert boxes(phone).last.evaluate(IN_VIEW)
    assert phone.locator(".choices a:visible").first.evaluate(IN_VIEW)


def test_the_way_back_finds_what_was_open_until_the_page_is_covered(page: Page, visit: Visit) -> None:
    """Retour shows the choices as they were left, without a line of history; covered, all of them are closed."""
    page.goto(visit.address + "/fr/commencer/")
    before = page.evaluate("[history.length, location.href]")
    page.get_by_text("Enfant ou ado").click()
    page.get_by_text("Dehors, sans parents").click()
    page.get_by_role("link", name="Où aller").click()
    expect(page.locator("h1")).to_contain_text("Tu as moins de 18 ans")

    page.locator(".back").click()
    expect(page.get_by_role("link", name="Où aller")).to_be_focused()
    page.evaluate(HIDE)
    page.evaluate(SHOW)
    page.get_by_role("button", name="Continuer").click()

    expect(page.locator(".choices [open]")).to_have_count(0)
    expect(page.locator(".choices > li:visible")).to_have_count(4)
    expect(page.locator("main")).to_be_focused()
    assert page.evaluate("[history.length, location.href]") == before


def test_keys_and_a_page_without_script_lead_as_far(chromium: Browser, visit: Visit) -> None:
    """Enter opens, and closes again what is opened: the box keeps the focus."""
    context = chromium.new_context(java_script_enabled=False, **PHONE)
    page = context.new_page()
    page.goto(visit.address + "/fr/commencer/")
    boxes(page).first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_contain_text("Danger maintenant")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "tel:17")

    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_contain_text("Danger maintenant")
    expect(boxes(page)).to_have_count(15)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Que faire").tap()
    expect(page.locator("h1")).to_have_text("Vous êtes en danger maintenant")
    context.close()
