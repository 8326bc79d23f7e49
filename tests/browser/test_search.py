"""The search box: it answers with the page that was meant, asks for one file and only when touched, and forgets."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from .conftest import PHONE, Visit, wait_for_address, wait_until
from .test_veil import HIDE, SHOW

BOX = ".search input"
FOUND = ".search li a"


def test_what_is_typed_is_answered_in_the_page(page: Page, visit: Visit) -> None:
    """One file is asked for, when the box is touched and not before; address, title and history stay as they are."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(visit.address)))
    page.goto(visit.address + "/fr/")
    before = page.evaluate("[location.href, document.title, history.length]")
    assert asked == ["/fr/"]

    page.locator(BOX).click()
    page.locator(BOX).press_sequentially("il ma etranglé")
    expect(page.locator(FOUND).first).to_have_text("On vous a serré le cou : voyez un médecin")

    assert asked == ["/fr/", "/donnees/fr.json"]
    assert page.evaluate("[location.href, document.title, history.length]") == before
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_page_is_found_and_opened_by_keyboard(page: Page, visit: Visit) -> None:
    """Enter goes to the first page found, Enter again opens it in place; how many were found is said aloud."""
    page.goto(visit.address + "/fr/sujets/")
    page.locator(BOX).focus()
    page.keyboard.type("avocat gratuit")
    expect(page.locator(FOUND).first).to_be_visible()
    expect(page.locator(".search [role=status]")).to_have_text(re.compile(": 6$"))

    page.keyboard.press("Enter")
    expect(page.locator(FOUND).first).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("avocat")
    assert page.url == visit.address + "/fr/sujets/"


def test_what_is_typed_before_the_list_has_come_asks_for_it_once(page: Page, visit: Visit) -> None:
    """On a slow network each key would else fetch it again; once it is there, all that was typed is answered."""
    held: list[Route] = []
    page.route("**/*.json", lambda route: held.append(route))  # Playwright marks what it is given
    page.goto(visit.address + "/fr/")
    page.locator(BOX).press_sequentially("divorce")
    expect(page.locator(BOX)).to_have_value("divorce")
    wait_until(page, lambda: bool(held), "asked for")
    assert len(held) == 1

    held[0].continue_()
    expect(page.locator(FOUND).first).to_be_visible()
    assert len(held) == 1


def test_where_nothing_is_found_all_subjects_and_a_number_are_offered(page: Page, visit: Visit) -> None:
    """Nobody is left with an empty answer."""
    page.goto(visit.address + "/fr/")
    page.locator(BOX).fill("🙂🙂🙂🙂")

    expect(page.locator(".search .nothing")).to_be_visible()
    assert page.locator(".search .nothing a").all_inner_texts() == ["Tous les sujets", "39 19"]


def test_the_box_has_nothing_by_which_a_browser_could_remember_it(page: Page, visit: Visit) -> None:
    """No form, no name; autocomplete and spell check, which may ask a server, are off."""
    page.goto(visit.address + "/ar/")
    box = page.locator(BOX)

    assert page.locator("form").count() == 0
    assert [box.get_attribute(key) for key in ("name", "autocomplete", "spellcheck", "autocapitalize")] == [
        *(None, "off", "false", "off"),
    ]


def test_a_covered_page_has_forgotten_what_was_typed(page: Page, visit: Visit) -> None:
    """Hidden for a call or another app, and shown again: the box and its answers are empty."""
    page.goto(visit.address + "/fr/")
    page.locator(BOX).press_sequentially("divorce")
    expect(page.locator(FOUND).first).to_be_visible()

    page.evaluate(HIDE)
    assert page.locator(BOX).input_value() == ""
    assert page.locator(FOUND).count() == 0
    page.evaluate(SHOW)
    page.get_by_role("button", name="Continuer").click()

    assert page.locator(BOX).input_value() == ""


def test_a_page_that_is_covered_untouched_asks_for_nothing(page: Page, visit: Visit) -> None:
    """A call comes before anybody has touched the box: the list it searches in is not fetched for that."""
    asked: list[str] = []
    page.goto(visit.address + "/fr/")
    page.on("request", lambda request: asked.append(request.url))

    page.evaluate(HIDE)
    page.evaluate(SHOW)
    page.get_by_role("button", name="Continuer").click()
    expect(page.locator("main h1")).to_be_visible()

    assert asked == []


def test_the_exit_takes_what_was_typed_with_it(page: Page, visit: Visit) -> None:
    """After leaving and coming back nothing of it is there."""
    page.goto(visit.address + "/fr/")
    page.locator(BOX).press_sequentially("divorce")
    expect(page.locator(FOUND).first).to_be_visible()

    page.locator(".quick-exit").click(no_wait_after=True)

    wait_for_address(page, visit.neutral)


def test_without_network_the_box_says_so_and_answers_later(page: Page, visit: Visit) -> None:
    """The numbers stay usable; the next key asks again."""
    page.goto(visit.address + "/fr/")
    page.route("**/*.json", lambda route: route.abort())
    page.locator(BOX).press_sequentially("divorc")
    expect(page.locator(".search [role=status]")).to_contain_text("Pas de réseau")

    page.unroute("**/*.json")
    page.locator(BOX).press_sequentially("e")
    expect(page.locator(FOUND).first).to_be_visible()


@pytest.mark.parametrize("path", ["/fr/", "/fr/sujets/"])
def test_without_script_the_box_is_not_shown_and_all_subjects_are(chromium: Browser, visit: Visit, path: str) -> None:
    """A box that cannot answer is not offered; the list of all subjects is one link away."""
    session = chromium.new_context(java_script_enabled=False, **PHONE)
    page = session.new_page()
    page.goto(visit.address + path)

    assert not page.locator(".search").is_visible()
    if path == "/fr/":
        page.locator("footer").get_by_role("link", name="Chercher").click()
    expect(
        page.locator("main").get_by_role("link", name="Être prioritaire pour un logement social", exact=True)
    ).to_be_visible()
    session.close()
