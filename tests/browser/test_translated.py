"""A page that the browser translates keeps its numbers and names, and still works.

Google's translation and Firefox's put other words in the place of the text of a page, in elements of their own, and
leave alone what says `translate="no"`. Both are played here by a script, for neither works without its service; what
a visitor does afterwards is done with real keys and presses.
"""

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Visit, wait_for_address

TRANSLATE = """(ruthless) => {
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    const within = text.parentElement;
    if (!text.data.trim() || within.closest("script, style")) continue;
    if (!ruthless && within.closest("[translate=no]")) continue;
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    outer.style.verticalAlign = inner.style.verticalAlign = "inherit";
    inner.textContent = text.data.replace(/\\p{L}+/gu, "zzz").replace(/\\d+/g, "000");
    outer.append(inner);
    text.replaceWith(outer);
  }
  document.documentElement.lang = "zz";
  document.documentElement.classList.add("translated-ltr");
}"""
"""ruthless: whether names and numbers are altered too, as a translation that knows no `translate` would."""

NUMBERS = """() => [...document.querySelectorAll("a")].filter((link) => /^(tel|sms|mailto):/.test(link.getAttribute("href")))
  .map((link) => (link.querySelector("b") || link).textContent)"""
NAMES = """() => [...document.querySelectorAll("bdi[lang=fr], .territories a, .map text, .languages a, .brand")]
  .filter((name) => !name.closest(".sources")).map((name) => name.textContent)"""


def test_numbers_and_names_are_not_translated(page: Page, visit: Visit) -> None:
    """What is dialled, written to or looked for on a map is the same before and after; the text around it is not."""
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'maxTouchPoints', { get: () => 1 })")
    for path in ("fr", "ar/numeros", "fr/reseaux", "en/reseaux/71", "fr/reseaux/71/opac", "ar/traces"):
        page.goto(f"{visit.address}/{path}/")
        numbers, names, title = page.evaluate(NUMBERS), page.evaluate(NAMES), page.locator("h1").text_content()

        page.evaluate(TRANSLATE, False)

        assert len(numbers) >= 3 and len(names) >= 4, path
        assert page.evaluate(NUMBERS) == numbers, path
        assert page.evaluate(NAMES) == names, path
        assert page.locator("h1").text_content() != title or path == "en/reseaux/71", path


@pytest.mark.parametrize("ruthless", [False, True], ids=["as asked", "everything"])
def test_the_finder_knows_names_whatever_became_of_them(page: Page, visit: Visit, ruthless: bool) -> None:
    """A name and a postcode are found, by address; the same on a page that was put in place."""
    page.goto(f"{visit.address}/fr/reseaux/71/")
    page.locator("nav.trail a", has_text="Près de chez vous").click()
    expect(page.locator(".finder input")).to_be_visible()
    page.evaluate(TRANSLATE, ruthless)

    for typed, wanted in (("nord", "59"), ("saone et loire", "71"), ("71200", "71")):
        page.locator(".finder input").click()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(typed)
        expect(page.locator(f".found a[href='/fr/reseaux/{wanted}/']"), typed).not_to_have_count(0)


def test_pages_and_the_exit_work_on_a_translated_page(page: Page, visit: Visit) -> None:
    """A step in place, the way back to the link it began on, one more step, the language, and the exit."""
    page.goto(f"{visit.address}/fr/aides/")
    address = page.url
    page.evaluate(TRANSLATE, True)

    page.locator("main .list a").first.click()
    expect(page.locator(".back")).to_be_focused()
    page.evaluate(TRANSLATE, True)
    page.locator(".back").click()
    expect(page.locator("main .list li").first).to_be_visible()
    assert page.evaluate("document.activeElement.closest('main .list') !== null")
    page.evaluate(TRANSLATE, True)
    page.locator(".menu summary").click()
    page.locator(".languages a[hreflang=ar]").click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    assert page.url == address
    page.evaluate(TRANSLATE, True)
    page.locator(".quick-exit").click(no_wait_after=True)

    wait_for_address(page, visit.neutral)


def test_the_languages_of_the_browser_come_first(chromium: Browser, visit: Visit) -> None:
    """Those that it asks for, in its order, before all others; after a step in place too, and without script as written."""
    for script, wanted in ((True, ["ar", "fr", "en"]), (False, ["fr", "en", "ar"])):
        session = chromium.new_context(locale="ar-DZ", java_script_enabled=script)
        page = session.new_page()
        page.goto(visit.address + "/fr/")
        names = page.locator(".languages a")
        assert [name.get_attribute("lang") for name in names.all()] == wanted
        if script:
            page.locator("main a[href='/fr/reseaux/']").first.click()
            expect(page.locator("main")).to_have_class("lieux")
            assert [name.get_attribute("lang") for name in names.all()] == wanted
        session.close()
