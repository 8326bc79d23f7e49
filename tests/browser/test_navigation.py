"""Pages are fetched and put in place; the address and the history stay as they were."""

import re
from typing import Any

from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE, Visit


def open_home(page: Page, visit: Visit, path: str = "/fr/") -> None:
    """Open a page and wait until its script has started."""
    page.goto(visit.address + path)
    expect(page.locator("main h1")).to_be_visible()


def follow(page: Page, link: str) -> str:
    """Follow the first link of the page with these words; returns the new heading."""
    heading = page.locator("h1").inner_text()
    page.locator("main").get_by_role("link", name=link).first.click()
    expect(page.locator("h1")).not_to_have_text(heading)
    return page.locator("h1").inner_text()


def test_links_change_the_page_but_not_the_address_or_the_history(page: Page, visit: Visit) -> None:
    """After three links the address and the length of the history are those of the entrance."""
    open_home(page, visit)
    before = page.evaluate("[location.href, history.length]")

    follow(page, "Que faire")
    follow(page, "Vous ne pouvez pas parler")
    follow(page, "prenez un autre appareil")

    assert page.evaluate("[location.href, history.length]") == before


def test_the_map_leads_on_in_place(page: Page, visit: Visit) -> None:
    """A département pressed on the map comes as any other page: the address, which would name it, stays."""
    page.set_viewport_size({"width": 900, "height": 900})
    open_home(page, visit, "/fr/reseaux/")
    before = page.evaluate("[location.href, history.length]")

    page.locator(".map a").nth(5).locator("circle").click(no_wait_after=True)
    expect(page.locator("h1")).to_contain_text("(06)")

    assert page.evaluate("[location.href, history.length]") == before


def test_pulling_the_page_down_does_not_load_it_again(page: Page, visit: Visit) -> None:
    """A page loaded again is a line more in the history, so the page refuses the gesture that reloads on phones."""
    open_home(page, visit)

    assert page.evaluate("getComputedStyle(document.documentElement).overscrollBehaviorY") == "none"


NEW_TABS: dict[str, dict[str, Any]] = {
    "middle button": {"button": "middle"},
    **{f"{key} held": {"modifiers": [key]} for key in ("Control", "Meta", "Shift", "Alt")},
}
"""The ways of clicking that open a link in a new tab or window, or save its page, in one browser or another."""


def test_no_click_opens_a_second_tab(page: Page, visit: Visit) -> None:
    """Whatever button or key opens tabs, windows or downloads, the page comes in place, in the one tab."""
    open_home(page, visit)
    before = page.evaluate("[location.href, history.length]")
    opened: list[object] = []
    page.context.on("page", lambda thing: opened.append(thing))
    page.on("download", lambda thing: opened.append(thing))
    home = page.locator("h1").inner_text()

    def comes_in_place(way: str) -> None:
        expect(page.locator("h1"), way).to_have_text("Que faire")
        page.wait_for_timeout(300)
        assert (way, opened, len(page.context.pages)) == (way, [], 1)
        page.locator(".back").click()
        expect(page.locator("h1")).to_have_text(home)

    link = page.locator("main").get_by_role("link", name="Que faire").first
    for way, click in NEW_TABS.items():
        link.click(**click, no_wait_after=True)
        comes_in_place(way)
    for keys in ("Control+Enter", "Shift+Enter"):
        link.focus()
        page.keyboard.press(keys)
        comes_in_place(keys)

    assert page.evaluate("[location.href, history.length]") == before


def test_a_click_can_open_a_tab_elsewhere(page: Page, visit: Visit) -> None:
    """A link that is not of the site obeys its visitor: what the test above sees none of is seen here."""
    open_home(page, visit)
    page.evaluate("address => { document.querySelector('main a').href = address; }", visit.neutral)

    with page.context.expect_page():
        page.locator("main a").first.click(button="middle", no_wait_after=True)


def test_a_page_in_another_language_takes_its_direction(page: Page, visit: Visit) -> None:
    """From French to Arabic in place: language, direction, exit and title follow, the address does not."""
    open_home(page, visit)
    before = page.evaluate("location.href")

    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")

    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.evaluate("location.href") == before
    assert "Quitter" not in page.locator(".quick-exit").inner_text()
    assert not re.search("Vie pratique", page.title())
    assert page.locator(".quick-exit").get_attribute("data-title") == "الحياة اليومية"
    assert str(page.locator(".quick-exit").get_attribute("data-second")).endswith("second?ar")


def test_the_exit_keeps_its_node(page: Page, visit: Visit) -> None:
    """A press that began on the last page still counts, for the exit is the same element."""
    open_home(page, visit)
    page.evaluate("window.first = document.querySelector('.quick-exit')")

    follow(page, "Que faire")

    assert page.evaluate("window.first === document.querySelector('.quick-exit')")


def test_the_way_back_returns_to_the_page_before_and_its_place(page: Page, visit: Visit) -> None:
    """Retour shows the page one came from, as far down as one was, and focuses the link that was followed."""
    open_home(page, visit)
    first = page.locator("h1").inner_text()
    link = page.locator("main").get_by_role("link", name="À propos").first
    link.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    link.click()
    expect(page.locator("h1")).not_to_have_text(first)

    page.locator(".back").click()
    expect(page.locator("h1")).to_have_text(first)

    assert place > 0
    assert page.evaluate("scrollY") == place
    expect(page.locator("main").get_by_role("link", name="À propos").first).to_be_focused()


def test_the_way_back_leads_up_where_there_is_no_page_before(page: Page, visit: Visit) -> None:
    """Entered on an inner page, Retour shows the section it belongs to."""
    open_home(page, visit, "/fr/faire/silence/")

    page.locator(".back").click()

    expect(page.locator("h1")).to_have_text("Que faire")
    assert page.evaluate("location.pathname") == "/fr/faire/silence/"


def test_links_within_the_page_leave_no_fragment(page: Page, visit: Visit) -> None:
    """The skip link and the table of contents scroll and focus, and the address stays."""
    open_home(page, visit, "/fr/aides/urgence/")
    before = page.evaluate("[location.href, history.length]")

    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.locator(".contents summary").click()
    page.locator(".contents a").nth(2).click()
    expect(page.locator("h2#p3")).to_be_focused()

    assert page.evaluate("[location.href, history.length]") == before


def test_without_network_the_page_stays_and_says_so(page: Page, visit: Visit) -> None:
    """A page that cannot be fetched leaves the one that is read, with a kind sentence and another try."""
    open_home(page, visit)
    heading = page.locator("h1").inner_text()
    page.route("**/fr/faire/", lambda route: route.abort())

    page.locator("main").get_by_role("link", name="Que faire").first.click()
    expect(page.locator(".live")).to_contain_text("Pas de réseau. Les numéros restent utilisables.")
    assert page.locator("h1").inner_text() == heading

    page.unroute("**/fr/faire/")
    page.get_by_role("button", name="Réessayer").click()
    expect(page.locator("h1")).to_have_text("Que faire")


def test_a_reply_that_is_not_ours_is_opened_without_a_line_of_its_own(page: Page, visit: Visit) -> None:
    """A page of another build replaces this one: there is still one entry in the history."""
    open_home(page, visit)
    length = page.evaluate("history.length")
    other = "<!doctype html><html lang=fr><title>x</title><main><h1>Autre</h1></main>"
    page.route("**/fr/faire/", lambda route: route.fulfill(body=other, content_type="text/html"))

    page.locator("main").get_by_role("link", name="Que faire").first.click()
    expect(page.locator("h1")).to_have_text("Autre")

    assert page.evaluate("history.length") == length
    assert page.evaluate("location.pathname") == "/fr/faire/"


def test_the_last_request_wins(page: Page, visit: Visit) -> None:
    """Two links in a row: the second page is shown, even where the first arrives after it."""
    open_home(page, visit)
    waiting = []
    page.route("**/fr/faire/", lambda route: waiting.append(route))
    page.locator("main").get_by_role("link", name="Que faire").first.click()
    page.locator("main").get_by_role("link", name="Comprendre").first.click()
    expect(page.locator("h1")).to_contain_text("Comprendre")

    for route in waiting:
        try:
            route.continue_()
        except Exception as gone:  # the request was aborted, as it should be
            assert gone
    page.wait_for_timeout(300)

    expect(page.locator("h1")).to_contain_text("Comprendre")


def test_a_visit_asks_for_nothing_but_pages(page: Page, visit: Visit) -> None:
    """No style, script, image or foreign host is ever asked for: one request a page."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    open_home(page, visit)
    follow(page, "Que faire")
    follow(page, "Vous ne pouvez pas parler")

    wanted = ["/fr/", "/fr/faire/", "/fr/faire/silence/"]
    assert [address for address in asked if not address.startswith("data:")] == [
        visit.address + path for path in wanted
    ]


def test_nothing_breaks_the_security_policy(page: Page, visit: Visit) -> None:
    """No page violates its own policy."""
    page.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective))"
    )
    open_home(page, visit)
    follow(page, "Que faire")

    assert page.evaluate("broken") == []


def test_nothing_is_stored(page: Page, visit: Visit) -> None:
    """No cookie, no storage, no service worker, no database after a visit."""
    open_home(page, visit)
    follow(page, "Que faire")

    stored = page.evaluate(
        """async () => [document.cookie, localStorage.length, sessionStorage.length,
          (await indexedDB.databases()).length,
          navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
          window.caches ? (await caches.keys()).length : 0]"""
    )

    assert stored == ["", 0, 0, 0, 0, 0]


def test_links_work_without_script(chromium: Browser, visit: Visit) -> None:
    """Without script a link is an ordinary link, and the page reads and calls."""
    context = chromium.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(visit.address + "/fr/")

    page.locator("main").get_by_role("link", name="Que faire").first.click()
    page.wait_for_url("**/fr/faire/")

    assert page.locator(".calls a").first.get_attribute("href") == "tel:17"
    context.close()


def test_numbers_are_plain_text_without_a_touch_screen(page: Page, visit: Visit) -> None:
    """On a desk a number cannot be pressed; it can be read."""
    open_home(page, visit)

    assert page.locator("[href^='tel:']").count() == 0
    assert page.locator(".calls").inner_text().replace("\xa0", " ").startswith("17")


def test_numbers_can_be_called_on_a_phone(phone: Page, visit: Visit) -> None:
    """On a phone the three numbers of the bar call or write."""
    open_home(phone, visit)

    links = [link.get_attribute("href") for link in phone.locator(".calls a").all()]

    assert links == ["tel:17", "sms:114", "tel:3919"]
