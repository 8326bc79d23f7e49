"""The home page begins with what one can do."""

import pytest
from playwright.sync_api import Browser

from .conftest import Visit

_SEEN = """() => {
  const bar = document.querySelector(".dock").getBoundingClientRect();
  const share = ({ top, height }) => Math.min(1, Math.max(0, (bar.top - top) / height));
  return [...document.querySelectorAll(".warm > li")].reduce((sum, box) => sum + share(box.getBoundingClientRect()), 0);
}"""
"""How many actions stand above the bar; of one that is cut, the part that does."""


@pytest.mark.parametrize(("width", "height", "least"), [(360, 740, 2.5), (320, 568, 1)])
def test_actions_stand_on_the_first_screen(
    chromium: Browser, visit: Visit, width: int, height: int, least: float
) -> None:
    """Above the bar, without scrolling, in each script."""
    context = chromium.new_context(viewport={"width": width, "height": height}, has_touch=True, is_mobile=True)
    page = context.new_page()
    seen = {}
    for tag in ("fr", "en", "ar"):
        page.goto(f"{visit.address}/{tag}/")
        seen[tag] = page.evaluate(_SEEN)
    context.close()

    assert {tag: count for tag, count in seen.items() if count < least} == {}
