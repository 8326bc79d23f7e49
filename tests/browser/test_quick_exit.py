"""The exit: on every page, at once, and without a way back."""

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE, Visit, go_away, wait_for_address, wait_until
from .slow_site import slow_site

EMPTY = "Vie pratique||covered"
"""What a page that is being left says of itself: its title, its text, its class."""

PAGES = ("/fr/", "/fr/faire/silence/", "/fr/numeros/ecoute/", "/fr/aides/urgence/", "/ar/numeros/", "/404.html")


@pytest.mark.every_engine
def test_one_tap_leaves(page: Page, visit: Visit) -> None:
    """On every kind of page one press leads to the neutral site."""
    for path in PAGES:
        page.goto(visit.address + path)

        page.locator(".quick-exit").click(no_wait_after=True)

        wait_for_address(page, visit.neutral)


@pytest.mark.every_engine
def test_back_does_not_return(page: Page, visit: Visit) -> None:
    """After a visit of several pages from a page of results, Back leads to the results, Forward to the neutral site."""
    page.goto(visit.neutral + "?before")
    page.evaluate(f"document.body.innerHTML = '<a href=\"{visit.address}/fr/\">result</a>'")
    page.locator("a").click()
    expect(page.locator("h1")).to_contain_text("vous fait peur")
    page.locator("main").get_by_role("link", name="Que faire").first.click()
    expect(page.locator("h1")).to_have_text("Que faire")
    page.locator(".quick-exit").click(no_wait_after=True)
    wait_for_address(page, visit.neutral)

    go_away(page, "history.back()")

    wait_for_address(page, visit.neutral + "?before")
    page.wait_for_timeout(1000)
    wait_until(page, lambda: "vous fait peur" not in page.evaluate("document.body.innerText"), "before the visit")
    go_away(page, "history.forward()")
    wait_for_address(page, visit.neutral, exact=True)


def press(page: Page) -> None:
    """Press the mouse on the exit, without letting it go."""
    box = page.locator(".quick-exit").bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()


@pytest.mark.every_engine
def test_the_page_is_covered_while_the_exit_is_pressed(page: Page, visit: Visit) -> None:
    """From the press on nothing of the page can be read, and the release still counts."""
    page.goto(visit.address + "/fr/")

    press(page)
    covered = page.evaluate(
        "getComputedStyle(document.documentElement, '::before').position + document.documentElement.className"
    )
    page.mouse.up()

    assert covered == "fixedcovered"
    wait_for_address(page, visit.neutral)


def test_a_press_that_ends_elsewhere_asks_whether_to_go_on(page: Page, visit: Visit) -> None:
    """Let go beside the exit, the hand may have slipped: nothing is shown before one says so, and one can still leave."""
    page.goto(visit.address + "/fr/")
    press(page)
    page.mouse.move(100, 200)

    page.mouse.up()

    expect(page.locator(".go-on")).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator(".quick-exit")).to_be_visible()
    page.locator(".go-on").click()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("location.href").startswith(visit.address)


def test_a_hand_that_shakes_leaves(page: Page, visit: Visit) -> None:
    """Moved about on the exit before it is let go, the mouse drags nothing away: it leaves."""
    page.goto(visit.address + "/fr/")
    press(page)
    box = page.locator(".quick-exit").bounding_box()
    assert box

    for step in (5, 25, 12, 30):
        page.mouse.move(box["x"] + 20 + step, box["y"] + 20 + step // 3)
    covered = page.locator("html").get_attribute("class")
    page.mouse.up()

    assert covered == "covered"
    wait_for_address(page, visit.neutral)


def test_any_button_of_the_mouse_leaves(page: Page, visit: Visit) -> None:
    """The middle one too, which would open the neutral site beside a page that stays."""
    page.goto(visit.address + "/fr/")

    page.locator(".quick-exit").click(button="middle", no_wait_after=True)

    wait_for_address(page, visit.neutral)
    assert len(page.context.pages) == 1


@pytest.mark.every_engine
def test_the_exit_works_while_a_page_is_arriving(page: Page, visit: Visit) -> None:
    """Pressed before the next page is there, the exit leaves and nothing is put in place after it."""
    page.goto(visit.address + "/fr/")
    held = []
    page.route("**/fr/faire/", lambda route: held.append(route))
    page.locator("main").get_by_role("link", name="Que faire").first.click()

    page.locator(".quick-exit").click(no_wait_after=True)

    wait_for_address(page, visit.neutral)


def test_a_page_that_arrives_under_the_press_does_not_lose_it(page: Page, visit: Visit) -> None:
    """The page is replaced between press and release, and the release still leaves."""
    page.goto(visit.address + "/fr/")
    press(page)
    page.locator("main a[href$='/faire/']").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Que faire")

    page.mouse.up()

    wait_for_address(page, visit.neutral)


@pytest.mark.every_engine
def test_the_screen_is_empty_while_the_neutral_site_is_slow(page: Page, visit: Visit) -> None:
    """While the neutral site keeps us waiting, neither the text nor the title of the page remains."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.goto(visit.address + "/fr/faire/silence/")
    # The driver cannot ask a page that is being left; the page tells by itself.
    page.evaluate(
        """() => void setInterval(() => console.log(
          [document.title, document.body.innerText, document.documentElement.className].join('|')), 50)"""
    )
    visit.held.set()

    page.locator(".quick-exit").click(no_wait_after=True)
    wait_until(page, lambda: EMPTY in seen, "empty")
    page.wait_for_timeout(300)
    visit.held.clear()

    assert {*seen[seen.index(EMPTY) :]} == {EMPTY}
    wait_for_address(page, visit.neutral)


@pytest.mark.every_engine
def test_escape_twice_leaves(page: Page, visit: Visit) -> None:
    """The first press says that one more leaves, the second leaves."""
    page.goto(visit.address + "/fr/")

    page.keyboard.press("Escape")
    expect(page.locator(".live")).to_have_text("Encore une fois Échap pour quitter.")
    page.keyboard.press("Escape")

    wait_for_address(page, visit.neutral)


def test_more_escapes_do_not_stop_the_exit(page: Page, visit: Visit) -> None:
    """Pressed again and again, Escape does not cancel the way to a slow neutral site."""
    page.goto(visit.address + "/fr/")
    visit.held.set()

    for _ in range(5):
        page.keyboard.press("Escape", delay=20)
        page.wait_for_timeout(100)
    visit.held.clear()

    wait_for_address(page, visit.neutral)


def test_shift_three_times_leaves(page: Page, visit: Visit) -> None:
    """Shift by itself, three times, leaves."""
    page.goto(visit.address + "/fr/")

    for _ in range(3):
        page.keyboard.press("Shift")

    wait_for_address(page, visit.neutral)


def test_typing_capitals_does_not_leave(page: Page, visit: Visit) -> None:
    """Shift held for a letter is not a press of Shift."""
    page.goto(visit.address + "/fr/")

    for letter in "ABCDE":
        page.keyboard.press(f"Shift+{letter}")
    page.wait_for_timeout(300)

    assert page.evaluate("location.href").startswith(visit.address)


def test_shift_with_the_mouse_does_not_leave(page: Page, visit: Visit) -> None:
    """Shift held while one clicks or scrolls, or pressed between clicks, is no wish to leave."""
    page.goto(visit.address + "/fr/faire/silence/")
    page.mouse.move(180, 300)

    for act in ("click", "wheel", "click between"):
        for _ in range(4):
            page.keyboard.down("Shift")
            page.keyboard.down("Shift")  # held, it repeats
            if act == "click":
                page.mouse.click(180, 300)
            if act == "wheel":
                page.mouse.wheel(0, 40)
            page.keyboard.down("Shift")
            page.keyboard.up("Shift")
            if act == "click between":
                page.mouse.click(180, 300)
        page.wait_for_timeout(300)

        assert page.evaluate("location.href").startswith(visit.address), act
        page.mouse.click(180, 300)  # nothing of this act counts in the next one


def test_the_exit_is_the_first_stop_of_the_keyboard(page: Page, visit: Visit) -> None:
    """The first press of Tab reaches the exit, Enter leaves."""
    page.goto(visit.address + "/fr/")

    page.keyboard.press("Tab")
    expect(page.locator(".quick-exit")).to_be_focused()
    page.keyboard.press("Enter")

    wait_for_address(page, visit.neutral)


@pytest.mark.every_engine
def test_the_neutral_site_is_told_nothing(page: Page, visit: Visit) -> None:
    """No referrer is sent with the exit."""
    page.goto(visit.address + "/fr/")

    page.locator(".quick-exit").click(no_wait_after=True)
    wait_for_address(page, visit.neutral)

    assert visit.seen
    assert visit.address not in str(visit.seen)


@pytest.mark.every_engine
@pytest.mark.parametrize("removed", ["", '<meta name="referrer" content="no-referrer">'])
def test_the_neutral_site_is_told_nothing_by_a_host_without_headers(page: Page, visit: Visit, removed: str) -> None:
    """There the page alone keeps the browser from telling: without its line, the other site learns where one was."""
    with slow_site(visit) as bare:
        bare.bare, bare.removed = True, removed
        bare.rest.set()
        page.goto(bare.address + "/fr/")

        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        wait_for_address(page, visit.neutral)

        told = [request.get("referer") for request in visit.seen if request["path"] == "/"]
        assert told == [bare.address + "/" if removed else None]


def test_the_exit_works_without_script(chromium: Browser, visit: Visit) -> None:
    """Without script the exit is a link to the same site, and sends no referrer."""
    context = chromium.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(visit.address + "/fr/numeros/ecoute/")

    page.locator(".quick-exit").click()
    page.wait_for_url(visit.neutral)

    assert visit.address not in str(visit.seen)
    context.close()


def test_the_home_page_opens_without_scrolling(chromium: Browser, visit: Visit) -> None:
    """At 320 × 568 the languages, the watched phone's line and the opening stand above the bar."""
    context = chromium.new_context(viewport={"width": 320, "height": 568}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for path in ("/fr/", "/en/", "/ar/", "/404.html"):
        page.goto(visit.address + path)
        bar = page.locator(".dock").bounding_box()
        assert bar
        for part in (".languages li:last-child", ".watched", "h1"):
            box = page.locator(part).bounding_box()

            assert box
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= bar["y"]
    context.close()


def test_pressed_again_and_again_it_leaves_once(page: Page, visit: Visit) -> None:
    """Ten presses ask the neutral site once, and do not undo one another."""
    page.goto(visit.address + "/fr/")
    visit.held.set()
    press(page)
    page.mouse.up()

    for _ in range(9):
        page.mouse.down()
        page.mouse.up()
    visit.held.clear()
    wait_for_address(page, visit.neutral)

    assert len([request for request in visit.seen if request["path"] == "/"]) == 1


@pytest.mark.every_engine
@pytest.mark.parametrize("trouble", ["held", "empty"])
def test_a_neutral_site_that_gives_no_page_is_replaced(page: Page, visit: Visit, trouble: str) -> None:
    """Where the first neutral site does not answer, or without a page, the second one is opened."""
    page.goto(visit.address + "/fr/")
    getattr(visit, trouble).set()

    page.locator(".quick-exit").click(no_wait_after=True)

    wait_for_address(page, visit.neutral + "second")


@pytest.mark.every_engine
def test_without_network_the_page_stays_blank_until_there_is_one(page: Page, visit: Visit) -> None:
    """With the network down nothing is left of the page and no error is shown; as soon as it is back, it is left."""
    page.goto(visit.address + "/fr/faire/silence/")
    page.context.set_offline(True)

    page.locator(".quick-exit").click(no_wait_after=True)
    page.wait_for_timeout(1500)
    left = page.evaluate("[document.title, document.body.innerText, document.documentElement.className].join('|')")
    page.context.set_offline(False)

    assert left == EMPTY
    wait_for_address(page, visit.neutral)


def test_connected_without_internet_back_does_not_return(chromium: Browser, visit: Visit) -> None:
    """What the browser then shows is its own, and tells only of the neutral site; Back leads before the visit."""
    context = chromium.new_context(**PHONE)
    page = context.new_page()
    page.goto(visit.neutral + "?before")
    go_away(page, f"location.href = '{visit.address}/fr/faire/silence/'")
    expect(page.locator("h1")).to_contain_text("Vous ne pouvez pas parler")
    page.route(visit.neutral, lambda route: route.abort("namenotresolved"))

    page.locator(".quick-exit").tap(no_wait_after=True)
    wait_until(page, lambda: page.evaluate("location.protocol") == "chrome-error:", "at the browser's own page")
    shown = page.evaluate("document.title + document.body.innerText")
    go_away(page, "history.back()")

    wait_for_address(page, visit.neutral + "?before")
    assert visit.address not in shown
    assert "parler" not in shown
    context.close()


def test_the_shortcut_works_while_typing(page: Page, visit: Visit) -> None:
    """In a field too, Escape twice leaves."""
    page.goto(visit.address + "/fr/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('afterbegin', '<input class=try>')")
    page.locator(".try").press_sequentially("7100")

    page.keyboard.press("Escape")
    page.keyboard.press("Escape")

    wait_for_address(page, visit.neutral)


@pytest.mark.parametrize(
    "part", ["<dialog class=try><input></dialog>", "<select class=try><option>1<option>2</select>"]
)
def test_the_first_escape_closes_what_is_open(page: Page, visit: Visit, part: str) -> None:
    """In a dialog or a list the first Escape is for that; two more leave."""
    page.goto(visit.address + "/fr/")
    page.evaluate(
        """part => { document.querySelector('main').insertAdjacentHTML('afterbegin', part);
          const node = document.querySelector('.try'); node.showModal ? node.showModal() : node.focus(); }""",
        part,
    )

    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    stayed = page.url.startswith(visit.address)  # asked of the driver: a page that is leaving answers nothing
    page.keyboard.press("Escape")

    assert stayed or "dialog" in part  # the dialog is closed by the first, and two presses outside it leave
    wait_for_address(page, visit.neutral)


def test_the_keyboard_that_a_phone_draws_does_not_leave(phone: Page, visit: Visit) -> None:
    """In a field of a phone Shift, which its keyboard sends for figures too, is not counted."""
    phone.goto(visit.address + "/fr/")
    phone.evaluate("document.querySelector('main').insertAdjacentHTML('afterbegin', '<input class=try>')")
    phone.locator(".try").focus()

    for _ in range(4):
        phone.keyboard.press("Shift")
    phone.wait_for_timeout(300)

    assert phone.evaluate("location.href").startswith(visit.address)


class Finger:
    """A finger on the screen of a phone, through the browser's own input."""

    def __init__(self, phone: Page) -> None:
        self._input = phone.context.new_cdp_session(phone)

    def touch(self, kind: str, *points: tuple[float, float]) -> None:
        """Put down, move or lift fingers; those that are no longer named are lifted."""
        touched = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self._input.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    def scroll_from(self, x: float, y: float) -> None:
        """Put a finger down and move it up."""
        self.touch("touchStart", (x, y))
        for step in range(1, 12):
            self.touch("touchMove", (x, y - 25 * step))
        self.touch("touchEnd")


def on_the_exit(phone: Page) -> tuple[float, float]:
    """A point of the exit."""
    box = phone.locator(".quick-exit").bounding_box()
    assert box
    return box["x"] + 20, box["y"] + 20


def test_a_press_that_becomes_a_scroll_does_not_leave(phone: Page, visit: Visit) -> None:
    """A finger that begins on the exit and moves on scrolls nothing away: the page is shown again."""
    phone.goto(visit.address + "/fr/")
    finger, (x, y) = Finger(phone), on_the_exit(phone)

    finger.touch("touchStart", (x, y))
    covered = phone.locator("html").get_attribute("class")
    finger.scroll_from(x, y)

    assert covered == "covered"
    expect(phone.locator("html")).not_to_have_class("covered")
    expect(phone.locator("h1")).to_be_attached()
    assert phone.evaluate("location.href").startswith(visit.address)


def test_a_scroll_from_the_exit_does_not_end_a_rehearsal(phone: Page, visit: Visit) -> None:
    """While the exit is tried, no other gesture shows the page."""
    phone.goto(visit.address + "/fr/traces/")
    place = on_the_exit(phone)
    phone.locator(".rehearse").tap()

    Finger(phone).scroll_from(*place)
    bare = phone.evaluate("!document.documentElement.matches('.covered, .veiled')")

    assert not bare
    expect(phone.locator(".after-rehearsal")).to_be_visible()


def test_a_second_finger_does_not_uncover_the_page(phone: Page, visit: Visit) -> None:
    """Another finger comes and goes while one holds the exit: the page stays covered, and the first one leaves."""
    phone.goto(visit.address + "/fr/")
    finger, place = Finger(phone), on_the_exit(phone)
    finger.touch("touchStart", place)
    finger.touch("touchMove", place, (100, 300))

    finger.touch("touchMove", place)
    phone.wait_for_timeout(600)
    covered = phone.locator("html").get_attribute("class")
    finger.touch("touchEnd")

    assert covered == "covered"
    wait_for_address(phone, visit.neutral)


def test_a_long_press_leaves_too(phone: Page, visit: Visit) -> None:
    """Held for long, the exit opens no menu over the page and leaves when it is let go."""
    phone.goto(visit.address + "/fr/")
    finger = Finger(phone)

    finger.touch("touchStart", on_the_exit(phone))
    phone.wait_for_timeout(1200)
    covered = phone.locator("html").get_attribute("class")
    finger.touch("touchEnd")

    assert covered == "covered"
    wait_for_address(phone, visit.neutral)


def test_a_tap_of_a_finger_leaves(phone: Page, visit: Visit) -> None:
    """On a touch screen one tap is enough."""
    phone.goto(visit.address + "/fr/")

    phone.locator(".quick-exit").tap(no_wait_after=True)

    wait_for_address(phone, visit.neutral)


def test_no_window_is_opened(page: Page, visit: Visit) -> None:
    """The exit needs no new window, so nothing that blocks windows can hold it back."""
    page.goto(visit.address + "/fr/")
    page.evaluate("void (window.open = () => { throw new Error('blocked') })")

    page.locator(".quick-exit").click(no_wait_after=True)
    wait_for_address(page, visit.neutral)

    assert len(page.context.pages) == 1


def test_the_exit_follows_the_language(page: Page, visit: Visit) -> None:
    """After a change of language in place the exit still leaves, under the name of the site in that language."""
    page.goto(visit.address + "/fr/")
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    titles: list[str] = []
    page.on("console", lambda message: titles.append(message.text))
    page.evaluate("addEventListener('pagehide', () => console.log(document.title))")

    page.locator(".quick-exit").click(no_wait_after=True)

    wait_for_address(page, visit.neutral)
    assert titles in ([], ["الحياة اليومية"])  # Firefox does not always report what a page says while it is left


WATCH = """() => {
  window.bare = 0;
  addEventListener("pointerdown", () => {
    const look = () => {
      if (!document.documentElement.matches(".covered, .veiled")) window.bare++;
      requestAnimationFrame(look);
    };
    document.addEventListener("click", () => requestAnimationFrame(look), { once: true });
  }, { once: true });
}"""
"""Counts the frames after the next press in which the page can be read."""


def test_the_rehearsal_shows_what_leaving_looks_like(page: Page, visit: Visit) -> None:
    """It covers the page until it says that this was a rehearsal; one stays on the page."""
    page.goto(visit.address + "/fr/traces/")
    page.evaluate(WATCH)

    page.locator(".rehearse").click()
    expect(page.locator(".after-rehearsal")).to_be_visible()
    bare = page.evaluate("window.bare")
    page.get_by_role("button", name="Continuer").click()

    expect(page.locator("h1")).to_be_visible()
    assert bare == 0
    assert page.evaluate("location.pathname") == "/fr/traces/"
    assert visit.seen == []


def test_the_exit_of_the_traces_page_leaves_too(page: Page, visit: Visit) -> None:
    """*Quitter maintenant* does what the exit does."""
    page.goto(visit.address + "/fr/traces/")

    page.locator(".leave-now").click(no_wait_after=True)

    wait_for_address(page, visit.neutral)


@pytest.mark.every_engine
def test_the_exit_works_before_the_page_has_arrived(page: Page, visit: Visit) -> None:
    """Where only the first part of a page has arrived, without the script, the exit is there and leaves."""
    whole = page.request.get(visit.address + "/fr/faire/silence/").text()
    first_part = whole[: whole.index("<header>")]
    page.route("**/fr/faire/silence/", lambda route: route.fulfill(body=first_part, content_type="text/html"))
    page.goto(visit.address + "/fr/faire/silence/")

    page.locator(".quick-exit").click(no_wait_after=True)

    wait_for_address(page, visit.neutral)
    assert visit.address not in str(visit.seen)
