"""The row at the top: the way back, which finds everything as it was left, and the languages, which are no step."""

import re

from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE, Visit, engine_of
from .test_veil import HIDE, SHOW

IN_VIEW = """(link) => {
  const box = link.getBoundingClientRect();
  const row = document.querySelector(".trail").getBoundingClientRect(), bar = document.querySelector(".dock").getBoundingClientRect();
  return box.top >= row.bottom - 1 && box.bottom <= bar.top + 1;
}"""


def test_the_way_back_is_within_reach_however_far_down_one_is(page: Page, visit: Visit) -> None:
    """The row stays at the top, takes a twelfth of a phone's height at most, and covers nothing that has the focus."""
    page.goto(visit.address + "/fr/faire/soins/")
    page.mouse.wheel(0, 3000)
    expect(page.locator("h1")).not_to_be_in_viewport()

    box = page.locator(".trail").bounding_box()
    assert box
    assert (box["y"], box["height"] <= 740 / 12) == (0, True)

    page.locator("main a").last.focus()
    hidden = []
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        focused = page.locator(":focus")
        if focused.evaluate("node => Boolean(node.closest('main'))") and not focused.evaluate(IN_VIEW):
            hidden.append(focused.inner_text())
    assert hidden == []
    page.locator(".back").click()
    expect(page.locator("h1")).to_have_text("Que faire")


def test_a_language_is_no_step(page: Page, visit: Visit) -> None:
    """Changed in the middle of a visit, the language keeps the page; Retour leads to the pages before, all in the new one."""
    page.goto(visit.address + "/fr/")
    before = page.evaluate("[location.href, history.length]")
    expect(page.locator(".back")).to_be_hidden()
    page.locator("main a[href='/fr/faire/']").first.click()
    expect(page.locator("h1")).to_have_text("Que faire")
    page.locator("main a[href='/fr/faire/silence/']").first.click()
    expect(page.locator("h1")).to_have_text("Vous ne pouvez pas parler")

    page.locator(".menu summary").click()
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_have_text("You cannot speak")
    expect(page.locator(".menu summary")).to_be_focused()
    page.locator(".menu summary").click()
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".menu summary")).to_have_text(re.compile("AR", re.IGNORECASE))

    page.locator(".back").click()
    expect(page.locator(":focus")).to_have_attribute("href", "/ar/faire/silence/")
    assert page.locator(":focus").evaluate(IN_VIEW)
    page.locator(".back").click()
    expect(page.locator(":focus")).to_have_attribute("href", "/ar/faire/")
    expect(page.locator(".back")).to_be_hidden()
    assert page.evaluate("[location.href, history.length]") == before


def test_every_language_is_one_press_away_without_script(chromium: Browser, visit: Visit) -> None:
    """The list opens and leads to the same page, and Retour to the section, where nothing but HTML works."""
    context = chromium.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(visit.address + "/fr/faire/silence/")

    page.locator(".menu summary").tap()
    page.locator(".languages a[lang=ar]").tap()
    page.wait_for_url("**/ar/faire/silence/")
    page.locator(".back").tap()
    page.wait_for_url("**/ar/faire/")

    context.close()


def test_the_way_back_finds_the_page_as_it_was_left(page: Page, visit: Visit) -> None:
    """What was typed and found, the need that was chosen and what was open: all there again, and the link in view."""
    page.goto(visit.address + "/fr/reseaux/")
    page.locator(".finder input").click()
    page.keyboard.type("71000")
    page.locator(".found a").last.click()
    expect(page.locator("h1")).to_contain_text("Saône-et-Loire")
    need = page.locator("[data-need]").first
    need.click()
    shown = page.locator("[data-needs]:visible").count()
    page.locator("main summary").last.click()
    link = page.locator("[data-needs]:visible a[href^='/']").first
    heading = page.locator("h1").inner_text()
    link.click()
    expect(page.locator("h1")).not_to_have_text(heading)

    page.locator(".back").click()
    expect(link).to_be_focused()
    assert link.evaluate(IN_VIEW)
    assert page.locator("[data-needs]:visible").count() == shown
    expect(need).to_have_attribute("aria-pressed", "true")
    expect(page.locator("main details").last).to_have_attribute("open", "")
    page.locator(".back").click()

    expect(page.locator(".finder input")).to_have_value("71000")
    expect(page.locator(".found a").last).to_be_focused()


def test_what_was_typed_is_gone_where_the_page_was_covered(page: Page, visit: Visit) -> None:
    """Whoever takes the phone after the neutral screen finds no typed word, neither on the page nor on the way back."""
    page.goto(visit.address + "/fr/reseaux/")
    page.locator(".finder input").click()
    page.keyboard.type("nord")
    page.locator(".found a").first.click()
    expect(page.locator(".finder")).to_have_count(0)

    page.evaluate(HIDE)
    page.evaluate(SHOW)
    page.locator(".go-on").click()
    page.locator(".back").click()
    expect(page.locator(".finder input")).to_have_value("")
    expect(page.locator(".found a")).to_have_count(0)
    page.locator(".finder input").click()
    page.keyboard.type("nord")
    expect(page.locator(".found a")).not_to_have_count(0)
    page.evaluate(HIDE)

    expect(page.locator(".finder input")).to_have_value("")
    expect(page.locator(".found a")).to_have_count(0)


def test_that_the_device_leaves_the_site_is_said_once(page: Page, visit: Visit) -> None:
    """With the first step a line says what the device's own way back does; with the next one it is gone for good."""
    page.goto(visit.address + "/fr/")
    line = page.locator(".once")
    expect(line).to_be_hidden()

    page.locator("main a[href='/fr/faire/']").first.click()
    expect(line).to_contain_text("La touche Retour de l’appareil quitte le site.")
    page.locator("main a[href='/fr/faire/silence/']").first.click()
    expect(page.locator("h1")).to_have_text("Vous ne pouvez pas parler")
    expect(line).to_be_hidden()
    page.locator(".back").click()

    expect(page.locator("h1")).to_have_text("Que faire")
    expect(line).to_be_hidden()


def test_the_home_page_leads_back_too(page: Page, visit: Visit) -> None:
    """Reached by the name of the site, the home page has the way back to where one was."""
    page.goto(visit.address + "/fr/faire/silence/")
    page.locator(".brand").click()
    expect(page.locator("main.accueil")).to_be_visible()

    page.locator(".back").click()

    expect(page.locator("h1")).to_have_text("Vous ne pouvez pas parler")


def test_a_screen_reader_hears_which_page_this_is(page: Page, visit: Visit) -> None:
    """At each step, back and after the neutral screen, the short title is said; never the heading first."""
    page.goto(visit.address + "/fr/faire/")
    spoken = page.locator(".spoken[role=status]")
    page.locator("main a[href='/fr/faire/silence/']").first.click()
    expect(spoken).to_have_text("Par écrit")
    expect(page.locator(".back")).to_be_focused()
    page.locator(".contents summary, main summary").first.focus()

    page.evaluate(HIDE)
    page.evaluate(SHOW)
    expect(page.locator(".go-on")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main summary").first).to_be_focused()
    expect(spoken).to_have_text("Par écrit")
    page.locator(".back").click()

    expect(spoken).to_have_text("Que faire")
    assert engine_of(page) == "firefox" or "status: Que faire" in page.locator("body").aria_snapshot()
