"""The discreet entrance, the way back, the guide to the browser in hand, and what leaving may clear."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.project import STATIC
from eclaircie.publish.freezer import freeze
from eclaircie.publish.server import server
from eclaircie.rendering.assets import Assets
from tests.chosen import chosen
from tests.small_site import BEFORE_REVIEW, write_small_content

from .conftest import Visit, running, wait_for_address


@pytest.mark.parametrize(("path", "status", "said"), [("/i", 404, False), ("/zzz", 404, True), ("/fr/", 200, False)])
def test_only_a_mistyped_address_says_so(page: Page, visit: Visit, path: str, status: int, said: bool) -> None:
    """Every unknown address is the home page; at the printed one nothing says that it does not exist."""
    answer = page.goto(visit.address + path)

    assert answer
    assert answer.status == status
    expect(page.locator("h1")).to_contain_text("vous fait peur")
    assert page.locator(".unknown:visible").count() == said


def test_the_way_back_is_the_printed_address(page: Page, visit: Visit) -> None:
    """What to remember is the host with the short address, and the line to look for is the one of this visit."""
    page.goto(visit.address + "/fr/traces/")
    host = visit.address.removeprefix("http://")

    assert page.locator(".way-back").inner_text() == host + "/i"
    assert page.locator(".entry").inner_text() == host + "/fr/traces/"


ANDROID = "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko)"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"


GUIDES = {
    f"{ANDROID} Chrome/156.0.0.0 Mobile Safari/537.36": "Chrome sur Android",
    f"{ANDROID} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36": "Samsung",
    f"{ANDROID} Chrome/156.0.0.0 Mobile Safari/537.36 EdgA/156.0.0.0": "Edge sur Android",
    "Mozilla/5.0 (Android 16; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0": "Firefox sur Android",
    f"{IPHONE} Version/18.6 Mobile/15E148 Safari/604.1": "Safari sur iPhone",
    f"{IPHONE} CriOS/156.0.0.0 Mobile/15E148 Safari/604.1": "Chrome sur iPhone",
    f"{IPHONE} FxiOS/153.0 Mobile/15E148 Safari/605.1.15": "Firefox sur iPhone",
    f"{IPHONE} EdgiOS/156.0.0.0 Version/18.0 Mobile/15E148 Safari/604.1": "Edge sur iPhone",
    f"{WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36": "Chrome sur ordinateur",
    f"{WINDOWS} AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0": "Edge sur ordinateur",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0": "Firefox sur ordinateur",
    f"{MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15": "Safari sur Mac",
}
"""The name that each browser gives itself, and the words of its guide."""

FIRST_GUIDE = """() => {
  const guides = [...document.querySelectorAll(".guides details")];
  return [guides[0].querySelector("summary").innerText, guides.map((guide) => guide.open)];
}"""


@pytest.mark.parametrize("path", chosen(["/fr/traces/", "/fr/traces/fenetre/"], 1, "pages with guides"))
def test_the_guide_for_the_browser_in_hand_is_first(chromium: Browser, visit: Visit, path: str) -> None:
    """The browser is recognised by the name it gives itself; its guide is open, the others can be chosen."""
    page = chromium.new_page()
    named = page.context.new_cdp_session(page)
    wrong = {}
    for agent, guide in GUIDES.items():
        named.send("Emulation.setUserAgentOverride", {"userAgent": agent})
        page.goto(visit.address + path)
        first, opened = page.evaluate(FIRST_GUIDE)
        if guide not in first or opened != [True] + [False] * 14:
            wrong[agent] = (first, opened)
    page.close()

    assert wrong == {}


def test_a_page_inside_another_application_says_so(chromium: Browser, visit: Visit) -> None:
    """Opened from a social network's own browser, the page says that it may keep traces of its own."""
    context = chromium.new_context(user_agent=f"{IPHONE} Instagram 350.0 (iPhone)")
    page = context.new_page()
    page.goto(visit.address + "/fr/traces/")

    expect(page.locator(".in-app")).to_be_visible()
    context.close()


def test_without_script_every_guide_can_be_opened(chromium: Browser, visit: Visit) -> None:
    """The guides are plain details, closed and in order."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(visit.address + "/fr/traces/")

    page.locator(".guides summary").first.click()

    expect(page.locator(".guides details").first.locator("li").first).to_be_visible()
    assert page.locator(".rehearse").is_hidden()
    context.close()


def small_site_with(settings: dict[str, Any], folder: Path) -> Site:
    """The small site, some of its settings changed."""
    site = read_site(BEFORE_REVIEW, content=write_small_content(folder / "content"))
    return dataclasses.replace(site, settings=site.settings.model_copy(update=settings))


@pytest.fixture(params=[True, False], ids=["its own host", "a shared host"])
def stored(request: pytest.FixtureRequest, visit: Visit, tmp_path: Path) -> Iterator[tuple[str, bool]]:
    """A site that leaves to the neutral one, on a host of its own or on a shared one."""
    update = {"exits": {"fr": visit.neutral}, "second_exits": {}, "origin_is_ours": request.param}
    freeze(small_site_with(update, tmp_path), tmp_path / "build")
    with running(server(tmp_path / "build", Assets(STATIC), 0)) as port:
        yield f"http://127.0.0.1:{port}", request.param


@pytest.mark.every_engine
def test_leaving_clears_the_host_only_where_it_is_ours(page: Page, visit: Visit, stored: tuple[str, bool]) -> None:
    """What an older version stored is cleared on a host of its own; on a shared host nothing is touched."""
    address, ours = stored
    page.goto(address + "/fr/")
    page.evaluate("localStorage.old = 1; sessionStorage.old = 1; document.cookie = 'old=1; path=/'; caches.open('old')")

    page.locator(".quick-exit").click(no_wait_after=True)
    wait_for_address(page, visit.neutral)
    page.goto(address + "/fr/")
    left = page.evaluate("async () => [localStorage.length, document.cookie, (await caches.keys()).length]")

    assert left == ([0, "", 0] if ours else [1, "old=1", 1])


def test_a_page_that_nobody_touches_is_covered_where_that_is_wanted(chromium: Browser, tmp_path: Path) -> None:
    """After the minutes that the association has set, the neutral screen takes the place of the page."""
    freeze(small_site_with({"veil_minutes": 2}, tmp_path), tmp_path / "build")
    page = chromium.new_page()
    page.clock.install(time=0)
    with running(server(tmp_path / "build", Assets(STATIC), 0)) as port:
        page.goto(f"http://127.0.0.1:{port}/fr/")
        page.clock.pause_at(100)  # seconds; from here on, only the test lets time pass
        page.keyboard.press("Shift")  # touched

        page.clock.fast_forward(119_000)
        before = page.locator(".veil").is_visible()
        page.clock.fast_forward(2_000)

        assert not before
        expect(page.locator(".veil")).to_be_visible()
    page.close()
