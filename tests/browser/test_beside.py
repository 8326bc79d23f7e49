"""The French words beside a translation that is behind them, as a reader finds them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from eclaircie.loading import read_site
from eclaircie.publish.freezer import freeze
from tests.checks.test_translations import BESIDE, PATH, write
from tests.serving import serving
from tests.small_site import BEFORE_REVIEW

PLACES = """() => {
  const box = (name) => { const { x, y, right, bottom } = name.getBoundingClientRect(); return { x, y, right, bottom }; };
  const pieces = [...document.querySelectorAll("main > [lang=fr]")];
  return {
    text: box(document.querySelector("main > h1 ~ p:not([class])")),
    french: pieces.map(box),
    room: innerWidth, width: document.documentElement.scrollWidth,
  };
}"""


@pytest.fixture(scope="module", params=["en", "ar"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a translation that is behind, in a small site that is served."""
    tag = str(request.param)
    folder = tmp_path_factory.mktemp("beside")
    freeze(read_site(BEFORE_REVIEW, content=write(folder, french=BESIDE, tag=tag)), folder / "build")
    with serving(folder / "build") as site:
        yield f"{site}/{tag}/{PATH}/"


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_french_stands_beside_where_there_is_room_and_below_elsewhere(
    page: Page, address: str, text_size: int
) -> None:
    """Two columns on a wide window, one on a phone; every piece whole, no page wider than its window."""
    page.goto(address)
    page.evaluate("(size) => { document.documentElement.style.fontSize = `${size}%`; }", text_size)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        found = page.evaluate(PLACES)
        text, french = found["text"], found["french"]

        beside = {piece["right"] <= text["x"] or piece["x"] >= text["right"] for piece in french}
        assert len(french) >= 5
        assert beside == {width == 1280}
        assert min(piece["x"] for piece in french) >= 0
        assert max(piece["right"] for piece in french) <= found["room"]
        assert found["width"] <= found["room"]


def test_the_line_leads_to_the_french_page(page: Page, address: str) -> None:
    """A press shows the French page in the same place."""
    page.goto(address)
    page.locator(".behind a").click()
    # Not `wait_for_function`: in Firefox it runs as the page's own script, and the policy may refuse it.
    expect(page.locator("html")).to_have_attribute("lang", "fr")

    assert page.locator("h1").inner_text() == "Quoi faire"
    assert page.url == address
