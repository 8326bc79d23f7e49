"""What is left where a visit goes or ends otherwise than by one press on the exit of a whole page."""

import dataclasses
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from .conftest import Visit
from .journeys import BY_NAME, what_is_left
from .slow_site import slow_site
from .test_traces import ENTRANCES, READ, check

SHORT = 500  # milliseconds on the page read last: what is asked below does not depend on titles
AS_THE_EXIT = ["links followed with the middle button, then the exit", "links followed with Ctrl held, then the exit"]
EARLY = "the exit, before the page has fully arrived"
OFFLINE = ["the exit without network, then the browser closed", "the exit without network, which then comes back"]


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_an_exit_before_the_page_has_arrived_leaves_no_more(
    playwright: Playwright, visit: Visit, tmp_path: Path, engine: str
) -> None:
    """Pressed on the first part of a page, the exit leaves what it leaves on a whole one."""
    with slow_site(visit) as slow:
        early = dataclasses.replace(visit, address=slow.address)
        left = what_is_left(playwright, early, engine, tmp_path, BY_NAME[EARLY], "/fr/", list(READ))

    check(left, early, engine, "home", "tap")


@pytest.mark.exhaustive
@pytest.mark.parametrize("engine", ["chromium", "firefox"])
@pytest.mark.parametrize("entrance", ["home", "discreet entrance"])
@pytest.mark.parametrize("name", [*AS_THE_EXIT, *OFFLINE])
def test_other_ways_to_the_exit_leave_no_more(
    playwright: Playwright, visit: Visit, tmp_path: Path, engine: str, entrance: str, name: str
) -> None:
    """Links clicked as for a new tab, or an exit without network: what is left is at most what the exit leaves."""
    left = what_is_left(playwright, visit, engine, tmp_path, BY_NAME[name], ENTRANCES[entrance], list(READ))

    way = "closing the tab" if name == OFFLINE[0] else "tap"
    check(left, visit, engine, entrance, way)


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
@pytest.mark.parametrize("entrance", ["home", pytest.param("discreet entrance", marks=pytest.mark.exhaustive)])
def test_a_page_loaded_again_is_a_line_only_where_its_address_is_known(
    playwright: Playwright, visit: Visit, tmp_path: Path, engine: str, entrance: str
) -> None:
    """Loaded again, a page of the site is a line in Chromium's history; the printed entrance is none. As the texts say."""
    again = BY_NAME["the page loaded again, then the exit"]

    left = what_is_left(playwright, visit, engine, tmp_path, again, ENTRANCES[entrance], list(READ), SHORT)

    known = entrance == "home"
    assert {url for url, _ in left.rows} == {visit.address + ENTRANCES[entrance]}
    assert len(left.listed) == (known or engine == "firefox")
    assert len(left.suggested) == known
    assert left.texts_on_disk == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_a_tab_opened_by_the_menu_leaves_its_own_address(
    playwright: Playwright, visit: Visit, tmp_path: Path, engine: str
) -> None:
    """A second tab is what no page can prevent: its address is kept, and suggested. The page about traces says so."""
    journey = BY_NAME["a second tab by the browser's menu, both left by the exit"]

    left = what_is_left(playwright, visit, engine, tmp_path, journey, "/i", list(READ), SHORT)

    second = visit.address + "/fr/faire/silence/"
    assert {url for url, _ in left.rows} == {visit.address + "/i", second}
    assert left.suggested == [second]
    assert left.texts_on_disk == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_leaving_by_back_alone_leaves_the_line_of_the_entrance(
    playwright: Playwright, visit: Visit, tmp_path: Path, engine: str
) -> None:
    """Back leads out of the site, and nothing but the entrance is kept: it is then a line in Chromium too."""
    left = what_is_left(playwright, visit, engine, tmp_path, BY_NAME["Back only"], "/fr/", list(READ), SHORT)

    assert ({url for url, _ in left.rows}, len(left.listed)) == ({visit.address + "/fr/"}, 1)
    assert left.texts_on_disk == []
