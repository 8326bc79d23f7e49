"""Barriers that axe finds, on every kind of page, light and dark."""

import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from eclaircie.pages.site import Site

from .conftest import PHONE, Visit

AXE = Path(__file__).parents[1] / "html/node_modules/axe-core/axe.min.js"

KINDS = (
    *("/fr/", "/ar/", "/en/", "/404.html", "/fr/numeros/", "/fr/numeros/sms/", "/ar/numeros/ecoute/"),
    *("/fr/aides/urgence/", "/ar/aides/combien/", "/ar/aides/bail/", "/fr/pour-vous/jeune/", "/en/faire/silence/"),
    *("/fr/traces/", "/fr/apropos/mentions/", "/fr/autrement/"),
    *("/fr/reseaux/", "/ar/reseaux/", "/ar/reseaux/71/", "/fr/reseaux/71/opac/", "/ar/reseaux/71/bassin-minier/"),
    *("/fr/reseaux/988/", "/fr/apropos/donnees/"),
)
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe that look at colours: the others find the same in the light and in the dark."""
SEED = 20261130
"""Chooses the pages that are looked at when not all are; change it to try others."""
RULES = {"light": EVERY_RULE, "dark": OF_COLOURS}


def some_kinds(rules: list[str] | None = None) -> list[str]:
    """Half of the kinds of page; for the rules of colours alone, half of the others: all of them are tried elsewhere."""
    print(f"pages chosen by {SEED}")
    paths = random.Random(SEED).sample(KINDS, len(KINDS))
    half = len(paths) // 2
    return paths[half : half + half // 2] if rules is OF_COLOURS else paths[:half]


@dataclass(frozen=True)
class Reader:
    """A page on a phone, and the rules that it is held to."""

    page: Page
    rules: list[str]

    def barriers(self) -> list[str]:
        """What axe finds on the page: the rule and the elements concerned."""
        # All other results would be brought here too, with each element of the page.
        options = {"runOnly": self.rules, "resultTypes": ["violations"]}
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate("async (options) => (await axe.run(options)).violations", options)
        return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.fixture(params=RULES)
def reader(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A page on a phone: in the light with every rule, in the dark with those of colours.

    Skips the test where axe is missing; in CI that is a failure.
    """
    if not AXE.exists() and not os.environ.get("CI"):
        pytest.skip("needs axe: npm ci --prefix tests/html")
    context = chromium.new_context(**PHONE, color_scheme=request.param)
    yield Reader(context.new_page(), RULES[request.param])
    context.close()


def test_no_kind_of_page_has_a_barrier(reader: Reader, visit: Visit) -> None:
    """Half of the kinds of page, by SEED, have none that axe knows; of the other half some are looked at in the dark."""
    found = {}
    for path in some_kinds(reader.rules):
        reader.page.goto(visit.address + path)
        found[path] = reader.barriers()

    assert {path: rules for path, rules in found.items() if rules} == {}


def test_the_neutral_screen_has_no_barrier(reader: Reader, visit: Visit) -> None:
    """Nor has the screen shown on return."""
    reader.page.goto(visit.address + "/fr/")
    reader.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    assert reader.barriers() == []


def test_choices_that_are_open_have_no_barrier(reader: Reader, visit: Visit) -> None:
    """Nor has any level of what is touched where one begins."""
    reader.page.goto(visit.address + "/ar/commencer/")
    boxes = reader.page.locator(".choices summary:visible")
    found = reader.barriers()
    boxes.first.tap()
    found += reader.barriers()
    boxes.nth(1).tap()

    assert found + reader.barriers() == []


@pytest.mark.exhaustive
@pytest.mark.timeout(1500)  # seconds, for some 750 pages
def test_no_page_has_a_barrier(reader: Reader, visit: Visit, site: Site) -> None:
    """No page of the site has one."""
    found = {}
    for path in site.addresses():
        reader.page.goto(visit.address + path)
        found[path] = reader.barriers()

    assert {path: rules for path, rules in found.items() if rules} == {}


def test_nothing_is_wider_than_the_screen(chromium: Browser, visit: Visit) -> None:
    """At 320 pixels, as at 400 % zoom, nobody has to scroll sideways; at 640, with text at 200 % either. Half of the kinds."""
    page = chromium.new_page()
    wide = "document.documentElement.scrollWidth - innerWidth"
    found = {}
    for path in some_kinds():
        page.goto(visit.address + path)
        page.set_viewport_size({"width": 320, "height": 568})
        narrow = page.evaluate(wide)
        page.set_viewport_size({"width": 640, "height": 400})
        plain = page.evaluate(wide)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        found[path] = (narrow, plain, page.evaluate(wide))
    page.close()

    assert {path: widths for path, widths in found.items() if max(widths) > 0} == {}


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


def test_numbers_are_shown_in_their_order(chromium: Browser, visit: Visit) -> None:
    """From right to left, 39 19 is still shown as 39 19."""
    page = chromium.new_page(viewport={"width": 2000, "height": 800})
    wrong = {}
    for path in ("/ar/", "/ar/numeros/", "/ar/numeros/ecoute/", "/ar/numeros/droits/", "/ar/aides/urgence/"):
        page.goto(visit.address + path)
        wrong[path] = numbers_out_of_order(page)
    page.close()

    assert {path: numbers for path, numbers in wrong.items() if numbers} == {}


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
