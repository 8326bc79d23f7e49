"""What is left where a visit goes or ends otherwise than by one press on the exit of a whole page."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from .at_once import at_once
from .conftest import ENGINES, Visit
from .journeys import BY_NAME, TITLE_WINDOW, what_is_left
from .profiles import Leftovers
from .slow_site import slow_site
from .test_traces import ENTRANCES, READ, check

SHORT = 500  # milliseconds on the page read last: what is asked below does not depend on titles
AS_THE_EXIT = ["links followed with the middle button, then the exit", "links followed with Ctrl held, then the exit"]
EARLY = "the exit, before the page has fully arrived"
OFFLINE = ["the exit without network, then the browser closed", "the exit without network, which then comes back"]


@dataclass(frozen=True)
class Case:
    """A journey by an entrance, and how long it stays on the page read last, in milliseconds."""

    name: str
    entrance: str
    stay: int = TITLE_WINDOW

    def __str__(self) -> str:
        return f"{self.name}, by the {self.entrance}"


def left_by(
    visit: Visit, folder: Path, *cases: Case, engines: tuple[str, ...] = ENGINES
) -> dict[tuple[Case, str], Leftovers]:
    """Make each journey in each browser, some at a time, and return what is left by the journey and the engine."""

    def made(case: Case, engine: str) -> Callable[[Playwright], Leftovers]:
        profile = folder / f"{engine}, {cases.index(case)}"
        entrance = ENTRANCES[case.entrance]
        return lambda driver: what_is_left(
            driver, visit, engine, profile, BY_NAME[case.name], entrance, list(READ), case.stay
        )

    both = [(case, engine) for case in cases for engine in engines]
    found = at_once({f"{case} in {engine}": made(case, engine) for case, engine in both})
    return dict(zip(both, found.values(), strict=True))


def test_an_exit_before_the_page_has_arrived_leaves_no_more(visit: Visit, tmp_path: Path, engine: str) -> None:
    """Pressed on the first part of a page, the exit leaves what it leaves on a whole one."""
    with slow_site(visit) as slow:
        early = dataclasses.replace(visit, address=slow.address)
        [left] = left_by(early, tmp_path, Case(EARLY, "home"), engines=(engine,)).values()

    check(left, early, engine, "home", "tap")


@pytest.mark.exhaustive
@pytest.mark.timeout(900)  # seconds, for sixteen visits
def test_other_ways_to_the_exit_leave_no_more(visit: Visit, tmp_path: Path, subtests: pytest.Subtests) -> None:
    """Links clicked as for a new tab, or an exit without network: what is left is at most what the exit leaves."""
    entrances = ("home", "discreet entrance")
    cases = [Case(name, entrance) for name in (*AS_THE_EXIT, *OFFLINE) for entrance in entrances]

    for (case, engine), left in left_by(visit, tmp_path, *cases).items():
        with subtests.test(f"{case} in {engine}"):
            check(left, visit, engine, case.entrance, "closing the tab" if case.name == OFFLINE[0] else "tap")


@pytest.mark.parametrize("entrance", ["home", pytest.param("discreet entrance", marks=pytest.mark.exhaustive)])
def test_a_page_loaded_again_is_a_line_only_where_its_address_is_known(
    visit: Visit, tmp_path: Path, engine: str, entrance: str
) -> None:
    """Loaded again, a page of the site is a line in Chromium's history; the printed entrance is none. As the texts say."""
    again = Case("the page loaded again, then the exit", entrance, SHORT)

    known = entrance == "home"
    [left] = left_by(visit, tmp_path, again, engines=(engine,)).values()

    assert {url for url, _ in left.rows} == {visit.address + ENTRANCES[entrance]}
    assert len(left.listed) == (known or engine == "firefox")
    assert len(left.suggested) == known
    assert left.texts_on_disk == []


@pytest.mark.exhaustive
def test_a_tab_opened_by_the_menu_leaves_its_own_address(
    visit: Visit, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    """A second tab is what no page can prevent: its address is kept, and suggested. The page about traces says so."""
    case = Case("a second tab by the browser's menu, both left by the exit", "discreet entrance", SHORT)

    second = visit.address + "/fr/faire/silence/"
    for (_, engine), left in left_by(visit, tmp_path, case).items():
        with subtests.test(engine):
            assert {url for url, _ in left.rows} == {visit.address + "/i", second}
            assert left.suggested == [second]
            assert left.texts_on_disk == []


@pytest.mark.exhaustive
def test_leaving_by_back_alone_leaves_the_line_of_the_entrance(
    visit: Visit, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    """Back leads out of the site, and nothing but the entrance is kept: it is then a line in Chromium too."""
    for (_, engine), left in left_by(visit, tmp_path, Case("Back only", "home", SHORT)).items():
        with subtests.test(engine):
            assert ({url for url, _ in left.rows}, len(left.listed)) == ({visit.address + "/fr/"}, 1)
            assert left.texts_on_disk == []
