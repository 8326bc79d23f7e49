"""The site in a frame of a town hall's page: what a visit there asks for, how it ends, and what it leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect

from eclaircie.pages.site import Site

from .conftest import wait_until
from .door_visit import BLANK, COVERED, Told, whole_visit
from .doors import HELP, TOWN, Street, a_moment, person, street, until
from .test_traces import READ


@pytest.fixture(scope="module")
def town(site: Site, frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    """The two sites at work."""
    with street(site, frozen, tmp_path_factory.mktemp("door") / "build") as found:
        yield found


@pytest.fixture(scope="module")
def told(playwright: Playwright, engine: str, town: Street, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """One visit from the door to the way back."""
    return whole_visit(playwright, engine, town, tmp_path_factory.mktemp("profile") / "profile", list(READ))


@pytest.mark.every_engine
def test_a_closed_door_asks_for_nothing_and_an_open_one_for_one_page(told: Told) -> None:
    """Whoever reads the town hall's page is not known to our host; whoever opens the door does not say from where."""
    assert told.moments["asked, closed"] == []
    assert told.moments["asked, open"] == [("/fr/", "iframe", None)]


@pytest.mark.every_engine
def test_reading_in_the_frame_adds_no_step_to_the_history_of_the_window(told: Told) -> None:
    """Back leads before the town hall's page, however much was read and however often it was left."""
    assert told.moments["length, read"] == told.moments["length, closed"]
    assert told.moments["back"].endswith("?before")


@pytest.mark.every_engine
def test_the_exit_covers_the_frame_and_leaves_the_page_of_the_town_hall(told: Told, town: Street) -> None:
    """Pressed, nothing can be read; let go, the frame is a blank page and the page around it is where it was."""
    assert told.moments["covered, held"] is True
    assert told.moments["left"] == [town.town, BLANK, told.moments["length, closed"]]


@pytest.mark.every_engine
def test_keys_leave_only_where_the_frame_has_the_focus(told: Told, town: Street) -> None:
    """Escape twice in the page around it goes to that page: our documents say so. In the frame it leaves."""
    assert told.moments["frame, keys outside"] == f"{town.help}/fr/"


@pytest.mark.every_engine
def test_loaded_again_the_door_is_closed(told: Told) -> None:
    """After the exit the page does not come back by itself."""
    assert told.moments["open, loaded again"] is False
    assert told.moments["asked, loaded again"] == []


@pytest.mark.every_engine
def test_a_site_that_is_not_named_shows_nothing(
    playwright: Playwright, engine: str, town: Street, tmp_path: Path
) -> None:
    """The browser keeps the page from a frame elsewhere: there is no exit in it, and no word."""
    town.asked.clear()
    with person(playwright, engine, tmp_path / "profile", []) as somebody:
        somebody.go(town.other)
        somebody.press("summary")
        until(lambda: town.asked, "asked")
        a_moment()

        assert not somebody.inside("!!document.querySelector('.quick-exit')")


def test_without_script_the_exit_takes_the_whole_window(chromium: Browser, town: Street) -> None:
    """Most sites refuse to be shown in a frame: there the exit would lead to the browser's own error."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(town.town)
    page.locator("summary").click()

    page.frame_locator("iframe").locator(".quick-exit").click()

    page.wait_for_url(town.visit.neutral)
    assert HELP not in str(town.visit.seen)
    context.close()


def test_folded_away_the_page_is_covered_and_asks_before_it_is_shown(chromium: Browser, town: Street) -> None:
    """Whoever opens the door again does not find what was read. Firefox tells a frame nothing of it."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(town.town)
    page.locator("summary").click()
    inside = page.frame_locator("iframe")
    expect(inside.locator("h1")).to_be_visible()
    expect(inside.locator(".veil")).to_be_hidden()  # it does not ask whoever comes first

    page.locator("summary").click()
    wait_until(page, lambda: bool(page.frames[1].evaluate(COVERED)), "covered")
    page.locator("summary").click()

    expect(inside.get_by_role("button", name="Continuer")).to_be_visible()
    expect(inside.locator("h1")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(("width", "height"), [(320, 480), (300, 400)])
def test_the_exit_is_whole_in_a_small_frame(chromium: Browser, town: Street, width: int, height: int) -> None:
    """As large as the lines make it, and in a smaller one: the exit stands in it, and is what a finger would reach."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(town.town)
    page.evaluate(
        "([width, height]) => Object.assign(document.querySelector('iframe'), { width, height })", [width, height]
    )
    page.locator("summary").click()
    expect(page.frame_locator("iframe").locator("h1")).to_be_visible()

    box, reached, wide = page.frames[1].evaluate(
        """() => { const exit = document.querySelector('.quick-exit'), { x, y, right, bottom } = exit.getBoundingClientRect();
          const corners = [[x + 4, y + 4], [right - 4, y + 4], [x + 4, bottom - 4], [right - 4, bottom - 4]];
          return [[x, y, innerWidth - right, innerHeight - bottom],
            corners.every((corner) => document.elementFromPoint(...corner).closest('.quick-exit')),
            document.documentElement.scrollWidth - innerWidth]; }"""
    )

    assert min(box) >= 0
    assert reached
    assert wide <= 0
    context.close()


@pytest.mark.every_engine
@pytest.mark.parametrize(("width", "height"), [(320, 480), (640, 360), (320, 256)])
def test_the_whole_frame_fits_into_a_small_window(chromium: Browser, town: Street, width: int, height: int) -> None:
    """A phone held across, too: once the frame is scrolled to, its exit is on the screen."""
    context = chromium.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(town.town)
    page.locator("summary").click()
    expect(page.frame_locator("iframe").locator("h1")).to_be_attached()
    page.locator("iframe").scroll_into_view_if_needed()

    leave = page.frame_locator("iframe").locator(".quick-exit").bounding_box()

    assert leave is not None
    assert leave["x"] >= 0 and leave["x"] + leave["width"] <= width
    assert leave["y"] >= 0 and leave["y"] + leave["height"] <= height
    context.close()


def test_the_browser_lists_the_page_of_the_town_hall_alone(told: Told, town: Street) -> None:
    """No row, line, suggestion, tile or icon of ours, and no text of a page on disk; of the town hall one row."""
    left = told.left[HELP]

    assert (left.rows, left.listed, left.suggested, left.tiles) == ([], [], [], [])
    assert (left.icons, left.forms, left.permissions, left.texts_on_disk) == ([], 0, [], [])
    assert [address for address, _ in told.left[TOWN].rows] == [town.town]
