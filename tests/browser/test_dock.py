"""The bar with the exit and the numbers is whole in every window, with letters of any size, on every kind of page."""

import random
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from eclaircie.pages.site import Site

from .conftest import PHONE, Visit, launch_options, wait_until

SIZES = ((320, 256), (320, 568), (360, 390), (360, 740), (568, 320), (768, 1024), (1280, 800))
LETTERS = (16, 32)  # pixels; the second is what 200 % makes of the first
SMALLEST_LETTERS = 24  # pixels
SEED = 20261130
"""Chooses which of the windows each kind of page is tried in when not all are; change it to try others."""

KINDS = (
    *("", "faire/", "faire/silence/", "numeros/", "numeros/ecoute/", "pour-vous/hommes/", "aides/urgence/", "reseaux/"),
    *("reseaux/71/", "reseaux/988/", "reseaux/71/bassin-minier/", "reseaux/71/opac/", "traces/", "faire/soins/"),
    *("pour-vous/choix/", "apropos/mentions/", "comprendre/delais/"),
)
PATHS = [f"/{tag}/{kind}" for tag in ("fr", "ar") for kind in KINDS]

_TROUBLES = """() => {
  const { width, height } = visualViewport, found = [];
  const bar = document.querySelector(".dock").getBoundingClientRect();
  const exit = document.querySelector(".quick-exit").getBoundingClientRect();
  for (const node of document.querySelectorAll(".calls a, .quick-exit")) {
    const box = node.getBoundingClientRect(), name = node.textContent.trim();
    const inset = 3; // pixels; the corners are a little round
    const points = [[box.x + box.width / 2, box.y + box.height / 2]];
    for (const x of [box.x + inset, box.right - inset]) for (const y of [box.y + inset, box.bottom - inset]) points.push([x, y]);
    if (box.x < 0 || box.y < 0 || box.right > width + .5 || box.bottom > height + .5) found.push(name + " is not in view");
    else if (!points.every(([x, y]) => node.contains(document.elementFromPoint(x, y)))) found.push(name + " cannot be pressed");
    if (box.width < 47.5 || box.height < 47.5) found.push(name + " is small");
    const number = node.querySelector("b");
    if (!number) continue;
    const range = document.createRange();
    range.selectNodeContents(number);
    const digits = range.getBoundingClientRect();
    if (digits.left < box.left - 1 || digits.right > box.right + 1) found.push(name + " is cut");
    const across = Math.max(exit.left - box.right, box.left - exit.right);
    if (Math.max(across, exit.top - box.bottom, box.top - exit.bottom) < 15.9) found.push(name + " is near the exit");
    if (box.width * box.height >= exit.width * exit.height) found.push(name + " is larger than the exit");
    const word = node.querySelector("span").getBoundingClientRect();
    if (height < 400 && word.height && getComputedStyle(node.querySelector("span")).clipPath === "none") found.push(name + " has words");
  }
  if (bar.height > .4 * height) found.push("the bar is too high");
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
  return found;
}"""


def troubles(page: Page, visit: Visit, tries: list[tuple[str, tuple[int, int]]]) -> dict[str, list[str]]:
    """What is wrong with the bar and the width of pages, by page and window. The one page given is led to all of them."""
    found = {}
    here = ""
    for path, (width, height) in tries:
        if path != here:
            page.goto(visit.address + path)
            here = path
        page.set_viewport_size({"width": width, "height": height})
        if wrong := page.evaluate(_TROUBLES):
            found[f"{path} {width}x{height}"] = wrong
    return found


def some_of_all(salt: object) -> list[tuple[str, tuple[int, int]]]:
    """Every kind of page once, half of them from right to left, and every window twice or more.

    salt: another one gives other windows and other halves.
    """
    chance = random.Random(f"{SEED} {salt}")
    print(f"windows and scripts chosen by {SEED} and {salt}")
    tags = ["fr", "ar"] * (len(KINDS) // 2 + 1)
    sizes = [size for size in SIZES for _ in range(len(KINDS) // len(SIZES) + 1)]
    chance.shuffle(tags)
    chance.shuffle(sizes)
    return [(f"/{tag}/{kind}", size) for tag, kind, size in zip(tags, KINDS, sizes, strict=False)]


def with_letters(page: Page, size: int) -> None:
    """Set Chromium's size of letters as its settings do."""
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})


@pytest.fixture
def phone_or_desk(chromium: Browser) -> Iterator[Page]:
    """A page of Chromium with a touch screen, in a window of any size."""
    context = chromium.new_context(has_touch=True)
    yield context.new_page()
    context.close()


FIREFOX: dict[str, dict[str, Any]] = {
    "as it comes": {},
    "letters at 200 %": {"font.size.variable.x-western": 32, "font.size.variable.ar": 32},
    "only text enlarged to 200 %": {"ui.textScaleFactor": 200, "browser.display.os-zoom-behavior": 2},
    "no letters below 24 px": {
        "font.minimum-size.x-western": SMALLEST_LETTERS,
        "font.minimum-size.ar": SMALLEST_LETTERS,
    },
}
"""Settings of Firefox, by what they do to letters."""


_TRIED = random.Random(SEED).choice([*FIREFOX])


@pytest.fixture(
    params=[name if name == _TRIED else pytest.param(name, marks=pytest.mark.exhaustive) for name in FIREFOX]
)
def firefox_reader(playwright: Playwright, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of Firefox, with one of the settings, or with each in turn where tests are exhaustive."""
    options = launch_options("firefox")
    preferences = {**options.pop("firefox_user_prefs"), **FIREFOX[request.param]}
    program = playwright.firefox.launch(**options, firefox_user_prefs=preferences)
    yield program.new_page()
    program.close()


@pytest.mark.parametrize("letters", LETTERS)
def test_the_bar_is_whole_in_every_window(phone_or_desk: Page, visit: Visit, letters: int) -> None:
    """In view, pressable to the corners, the exit apart and largest, at most 40 % high; no page too wide.

    With letters as they come every second kind of page, with large ones all kinds.
    """
    with_letters(phone_or_desk, letters)
    tries = some_of_all(f"letters of {letters} px")

    assert troubles(phone_or_desk, visit, tries if letters > LETTERS[0] else tries[::2]) == {}


def test_the_bar_is_whole_in_firefox(firefox_reader: Page, visit: Visit) -> None:
    """The same in Firefox, whatever its settings do to letters."""
    assert troubles(firefox_reader, visit, some_of_all("Firefox")) == {}


@pytest.fixture
def large_lettered(playwright: Playwright) -> Iterator[Page]:
    """A page of Chromium with a least size of letters."""
    options = launch_options("chromium")
    options["args"] = [*options["args"], f"--blink-settings=minimumFontSize={SMALLEST_LETTERS}"]
    program = playwright.chromium.launch(**options)
    yield program.new_page()
    program.close()


def test_the_bar_is_whole_where_letters_have_a_least_size(large_lettered: Page, visit: Visit) -> None:
    """The same in Chromium with a least size of letters, on every second kind of page."""
    assert troubles(large_lettered, visit, some_of_all("a least size")[1::2]) == {}


@pytest.mark.exhaustive
@pytest.mark.timeout(1800)  # seconds, for some 750 pages in 3 windows
@pytest.mark.parametrize("letters", LETTERS)
def test_the_bar_is_whole_on_every_page(phone_or_desk: Page, visit: Visit, site: Site, letters: int) -> None:
    """The same on every page of the site, in the two narrowest windows and in one of the others."""
    with_letters(phone_or_desk, letters)
    chance = random.Random(SEED)
    print(f"windows chosen by {SEED}")
    tries = [(path, size) for path in site.addresses() for size in (*SIZES[:2], chance.choice(SIZES[2:]))]

    assert troubles(phone_or_desk, visit, tries) == {}


@pytest.mark.exhaustive
@pytest.mark.timeout(900)  # seconds
def test_the_bar_is_whole_in_firefox_in_every_window(firefox_reader: Page, visit: Visit) -> None:
    """Every kind of page in every window, with every setting."""
    assert troubles(firefox_reader, visit, [(path, size) for path in PATHS for size in SIZES]) == {}


@pytest.mark.exhaustive
@pytest.mark.timeout(900)  # seconds
def test_the_bar_is_whole_with_a_least_size_in_every_window(large_lettered: Page, visit: Visit) -> None:
    """Every kind of page in two scripts and every window, in Chromium with a least size of letters."""
    assert troubles(large_lettered, visit, [(path, size) for path in PATHS for size in SIZES]) == {}


@pytest.mark.parametrize("path", ["/fr/", "/en/", "/ar/"])
def test_home_says_what_it_is_about_with_large_letters(phone_or_desk: Page, visit: Visit, path: str) -> None:
    """At 360 × 740 with letters at 200 % the heading of the home page stands above the bar."""
    with_letters(phone_or_desk, 2 * LETTERS[0])
    phone_or_desk.set_viewport_size(PHONE["viewport"])
    phone_or_desk.goto(visit.address + path)

    heading, bar = (phone_or_desk.locator(part).bounding_box() for part in ("h1", ".dock"))

    assert heading
    assert bar
    assert heading["y"] + heading["height"] <= bar["y"]


def test_a_table_scrolls_within_itself(phone_or_desk: Page, visit: Visit) -> None:
    """On a narrow screen the keyboard reaches a wide table and moves it, and the page stays where it is."""
    with_letters(phone_or_desk, 2 * LETTERS[0])
    phone_or_desk.set_viewport_size({"width": 320, "height": 568})
    phone_or_desk.goto(visit.address + "/fr/faire/soins/")
    box = phone_or_desk.locator(".scroll").first

    box.focus()
    for _ in range(5):
        phone_or_desk.keyboard.press("ArrowRight")

    wait_until(phone_or_desk, lambda: box.evaluate("box => box.scrollLeft") > 0, "scrolled")
    assert phone_or_desk.evaluate("scrollX") == 0


def test_a_territory_put_in_place_brings_its_own_numbers(phone: Page, visit: Visit) -> None:
    """Where 39 19 and 114 are not sure to answer, the bar changes with the page, and changes back with it."""
    phone.goto(visit.address + "/fr/reseaux/")
    phone.locator(".territories a[href$='/988/']").tap()
    expect(phone.locator("h1")).to_contain_text("Nouvelle-Calédonie")
    there = phone.locator(".calls a").evaluate_all("links => links.map(link => link.getAttribute('href'))")

    phone.locator(".back").tap()
    expect(phone.locator(".finder")).to_be_visible()
    here = phone.locator(".calls a").evaluate_all("links => links.map(link => link.getAttribute('href'))")

    assert there == ["tel:17", "tel:15", "tel:18"]
    assert here == ["tel:17", "sms:114", "tel:3919"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_exit_is_told_from_calls_in_forced_colours(
    chromium: Browser, visit: Visit, scheme: Literal["light", "dark"]
) -> None:
    """In a high-contrast mode the exit alone is filled, and every action has a border."""
    context = chromium.new_context(**PHONE, forced_colors="active", color_scheme=scheme)
    page = context.new_page()
    page.goto(visit.address + "/fr/")
    rules = (
        "nodes => nodes.map(node => [getComputedStyle(node).backgroundColor, getComputedStyle(node).borderTopWidth])"
    )

    [(filled, edge)] = page.eval_on_selector_all(".quick-exit", rules)
    others = page.eval_on_selector_all(".dock, .calls a", rules)

    assert filled not in {ground for ground, _ in others}
    assert "0px" not in {edge, *(width for _, width in others)}
    context.close()
