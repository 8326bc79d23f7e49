"""Barriers that axe finds, on every kind of page, light and dark."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from eclaircie.pages.site import Site

from .conftest import PHONE, Visit

KINDS = (
    *("/fr/", "/ar/", "/en/", "/404.html", "/fr/numeros/", "/fr/numeros/sms/", "/ar/numeros/ecoute/"),
    *("/fr/aides/urgence/", "/ar/aides/urgence/", "/ar/aides/bail/", "/fr/pour-vous/jeune/", "/en/faire/silence/"),
    *("/fr/traces/", "/fr/apropos/mentions/", "/fr/autrement/"),
    *("/fr/reseaux/", "/ar/reseaux/", "/ar/reseaux/71/", "/fr/reseaux/71/opac/", "/ar/reseaux/71/bassin-minier/"),
    *("/fr/reseaux/988/", "/fr/apropos/donnees/"),
)
SCHEMES = ("light", "dark")


@pytest.fixture(params=SCHEMES)
def reader(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a phone, in light or dark."""
    context = chromium.new_context(**PHONE, color_scheme=request.param)
    yield context.new_page()
    context.close()


def barriers(page: Page) -> list[str]:
    """What axe finds on a page: the rule and the elements concerned."""
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found.response["violations"] for node in rule["nodes"]]


def test_no_kind_of_page_has_a_barrier(reader: Page, visit: Visit) -> None:
    """One page of each kind, in each language, has none that axe knows."""
    found = {}
    for path in KINDS:
        reader.goto(visit.address + path)
        found[path] = barriers(reader)

    assert {path: rules for path, rules in found.items() if rules} == {}


def test_the_neutral_screen_has_no_barrier(reader: Page, visit: Visit) -> None:
    """Nor has the screen shown on return."""
    reader.goto(visit.address + "/fr/")
    reader.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    assert barriers(reader) == []


@pytest.mark.exhaustive
@pytest.mark.timeout(1500)  # seconds, for some 750 pages
def test_no_page_has_a_barrier(reader: Page, visit: Visit, site: Site) -> None:
    """No page of the site has one."""
    found = {}
    for path in site.addresses():
        reader.goto(visit.address + path)
        found[path] = barriers(reader)

    assert {path: rules for path, rules in found.items() if rules} == {}


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("size", [(320, 568), (640, 400)])
def test_nothing_is_wider_than_the_screen(chromium: Browser, visit: Visit, path: str, size: tuple[int, int]) -> None:
    """At 320 pixels, as at 400 % zoom, nobody has to scroll sideways; also with text at 200 %."""
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(visit.address + path)
    wide = "document.documentElement.scrollWidth - innerWidth"
    plain = page.evaluate(wide)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    large = page.evaluate(wide)

    assert plain <= 0
    assert size[0] == 320 or large <= 0
    context.close()


def test_forced_colours_keep_the_actions_visible(chromium: Browser, visit: Visit) -> None:
    """In a high-contrast mode each action still has a border of its own."""
    context = chromium.new_context(**PHONE, forced_colors="active")
    page = context.new_page()
    page.goto(visit.address + "/fr/numeros/ecoute/")

    borders = page.evaluate(
        "[...document.querySelectorAll('.calls a, .quick-exit, .call')].map(node => getComputedStyle(node).borderTopWidth)"
    )

    assert len(borders) >= 5
    assert all(re.fullmatch(r"[1-9]\d*px", border) for border in borders)
    context.close()


def test_a_printed_page_is_a_plain_sheet(chromium: Browser, visit: Visit) -> None:
    """On paper there are the words and the numbers, without the bar, the menus and the exit."""
    context = chromium.new_context(**PHONE)
    page = context.new_page()
    page.goto(visit.address + "/fr/numeros/ecoute/")
    page.emulate_media(media="print")

    shown = {part: page.locator(part).first.is_visible() for part in ("h1", ".call", ".dock", ".menu", "footer")}

    assert shown == {"h1": True, ".call": True, ".dock": False, ".menu": False, "footer": False}
    context.close()


def numbers_out_of_order(page: Page) -> list[str]:
    """The numbers of a page whose first digit is not shown to the left of their last one."""
    found: list[str] = page.evaluate(
        r"""() => {
          const walker = document.createTreeWalker(document.querySelector('body'), NodeFilter.SHOW_TEXT), wrong = [];
          while (walker.nextNode()) {
            const text = walker.currentNode;
            if (text.parentElement.closest('script, style')) continue;
            for (const match of text.data.matchAll(/\d+(?:[\s\u00a0]\d+)+/g)) {
              const place = at => { const range = document.createRange();
                range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect(); };
              const first = place(match.index), last = place(match.index + match[0].length - 1);
              if (first.width && first.top === last.top && first.left >= last.left) wrong.push(match[0]);
            }
          }
          return wrong; }"""
    )
    return found


@pytest.mark.parametrize(
    "path", ["/ar/", "/ar/numeros/", "/ar/numeros/ecoute/", "/ar/numeros/droits/", "/ar/aides/urgence/"]
)
def test_numbers_are_shown_in_their_order(chromium: Browser, visit: Visit, path: str) -> None:
    """From right to left, 39 19 is still shown as 39 19."""
    context = chromium.new_context(viewport={"width": 2000, "height": 800})
    page = context.new_page()
    page.goto(visit.address + path)

    assert numbers_out_of_order(page) == []
    context.close()


@pytest.mark.exhaustive
@pytest.mark.timeout(900)  # seconds
def test_numbers_are_shown_in_their_order_on_every_page(chromium: Browser, visit: Visit, site: Site) -> None:
    """On every page that is read from right to left."""
    page = chromium.new_page(viewport={"width": 2000, "height": 800})
    wrong = {}
    for path in site.addresses():
        if path.startswith("/ar/"):
            page.goto(visit.address + path)
            wrong[path] = numbers_out_of_order(page)
    page.close()

    assert {path: numbers for path, numbers in wrong.items() if numbers} == {}
