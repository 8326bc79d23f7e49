"""What stands on the first screen of a phone, above the bar: whoever is in a hurry acts there, without reading."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit

SCREEN = 740
"""The height of the phone of these tests."""


def above_the_bar(page: Page, parts: Locator) -> list[bool]:
    """Of each of some parts of a page, whether all of it is in view, above the bar and between the edges of the screen."""
    bar = page.locator(".dock").bounding_box()
    boxes = [part.bounding_box() for part in parts.all()]
    assert bar is not None
    return [
        box is not None
        and box["y"] >= 0
        and box["y"] + box["height"] <= bar["y"]
        and 0 <= box["x"] <= box["x"] + box["width"] <= 360
        for box in boxes
    ]


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_the_first_screen_is_enough_to_act(phone: Page, visit: Visit, tag: str) -> None:
    """To call, and to know what the call costs and shows; to see whom to call; how much an aid is; who helps nearby."""
    wanted = {
        "numeros/ecoute/": (".call >> nth=0", ".essentials > div"),
        "numeros/sms/": (".call >> nth=0", ".essentials > div"),
        "numeros/": (".posts .dial >> nth=0",),
        "aides/urgence/": ("[data-until] > .essentials > div",),
        "reseaux/71/": (".posts [href^='tel:'] >> nth=0",),
    }
    for path, selectors in wanted.items():
        phone.goto(f"{visit.address}/{tag}/{path}")
        for selector in selectors:
            seen = above_the_bar(phone, phone.locator(f"main {selector}"))

            assert seen, (path, selector)
            assert all(seen), (path, selector, seen)


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_a_departement_is_a_few_screens(phone: Page, visit: Visit, tag: str) -> None:
    """At most six, with all that is folded closed; a touch opens the desks of a service, and each of them is called."""
    phone.goto(f"{visit.address}/{tag}/reseaux/71/")
    height = phone.evaluate("document.documentElement.scrollHeight")
    desks = phone.locator("li", has=phone.locator("a[href$='/reseaux/71/iscg/']"))

    assert height <= 6 * SCREEN
    assert not desks.locator("[href^='tel:']").first.is_visible()
    desks.locator("summary").tap()
    expect(desks.locator("[href^='tel:']:visible")).to_have_count(8)
