"""Ways of visiting the site and of ending the visit, each in a browser with a profile on disk, by mouse and keys.

What no page can be sent as input is asked of the browser itself: to load again, to go back, to open a tab, to lose the
network. Loading again is what F5 and the pulled-down page do; a tab with an address is what the menu of a link opens.
"""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import BrowserContext, Error, Page, Playwright, expect

from .conftest import Visit, browser_type, go_away, launch_options, wait_for_address
from .profiles import Leftovers, chromium_history_page, leftovers

TITLE_WINDOW = 9000  # milliseconds; Chromium takes changes of a title for some seconds: leaving at once looks too good
BEFORE = "?before"
"""The page of the neutral site that was open before the visit."""

_A_MOMENT = 2000  # milliseconds, in which a browser writes or a person looks
_DEAD = "http://nobody.invalid/"
"""A host that no network knows."""

Ending = Literal["closed", "killed"]


def start(playwright: Playwright, engine: str, folder: Path) -> BrowserContext:
    """A browser with its profile on disk, in `folder`."""
    return browser_type(playwright, engine).launch_persistent_context(
        str(folder), **launch_options(engine), viewport={"width": 360, "height": 740}
    )


def follow(page: Page, href: str, **click: Any) -> None:
    """Follow the first link of the page that leads to an address. click: with which button or held key."""
    heading = page.locator("h1").inner_text()
    page.locator(f"main a[href$='{href}'], header a[href$='{href}']").first.click(**click)
    expect(page.locator("h1")).not_to_have_text(heading)


def go_home(page: Page) -> None:
    """Follow the name of the site, which stands on every page."""
    heading = page.locator("h1").inner_text()
    page.locator(".brand").click()
    expect(page.locator("h1")).not_to_have_text(heading)


def read_five_pages(page: Page, visit: Visit, entrance: str, stay: int = TITLE_WINDOW) -> None:
    """Read pages of several kinds, one after the other, as someone would. stay: milliseconds on the last one."""
    page.goto(visit.address + entrance)
    follow(page, "/fr/traces/")
    go_home(page)
    follow(page, "/fr/faire/")
    follow(page, "/fr/faire/silence/")
    page.wait_for_timeout(stay)


def press_exit(page: Page) -> None:
    """Press the exit with the mouse, without waiting for where it leads."""
    page.locator(".quick-exit").click(no_wait_after=True)


def leave(page: Page, visit: Visit, way: str = "tap") -> None:
    """Leave the site in one of the ways that a visitor has."""
    if way == "closing the tab":
        page.close()
        return
    if way == "erase page":
        follow(page, "/fr/traces/")
        page.locator(".leave-now").click(no_wait_after=True)
    elif way == "keyboard":
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    else:
        press_exit(page)
    wait_for_address(page, visit.neutral)
    page.wait_for_timeout(1000)


def kill_browser_of(profile: Path) -> None:
    """Kill every process that was started with a profile, as a crash or an empty battery would."""
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                if str(profile).encode() in (process / "cmdline").read_bytes():
                    os.kill(int(process.name), signal.SIGKILL)
            except (OSError, ProcessLookupError):
                continue


# The journeys. Each takes a fresh page, the visit, the entrance, and how long to stay on the page read last.


def _by_the_exit(page: Page, visit: Visit, entrance: str, stay: int) -> None:
    read_five_pages(page, visit, entrance, stay)
    leave(page, visit)


def _before_the_page_arrived(page: Page, visit: Visit, entrance: str, _stay: int) -> None:
    page.goto(visit.address + entrance, wait_until="commit")
    expect(page.locator(".quick-exit")).to_be_visible()
    page.wait_for_timeout(_A_MOMENT)
    leave(page, visit)


def _offline(page: Page, visit: Visit, entrance: str, stay: int) -> None:
    read_five_pages(page, visit, entrance, stay)
    page.context.set_offline(True)
    press_exit(page)
    page.wait_for_timeout(_A_MOMENT)


def _offline_and_back(page: Page, visit: Visit, entrance: str, stay: int) -> None:
    _offline(page, visit, entrance, stay)
    page.context.set_offline(False)
    wait_for_address(page, visit.neutral)
    page.wait_for_timeout(1000)


def _connected_to_nothing(page: Page, visit: Visit, entrance: str, stay: int) -> None:
    read_five_pages(page, visit, entrance, stay)
    page.evaluate(
        "address => Object.assign(document.querySelector('.quick-exit'), { href: address }).dataset.second = address + 2",
        _DEAD,
    )
    press_exit(page)
    page.wait_for_timeout(_A_MOMENT)


def _loaded_again(page: Page, visit: Visit, entrance: str, stay: int) -> None:
    read_five_pages(page, visit, entrance, stay)
    page.reload()
    page.wait_for_timeout(_A_MOMENT)
    leave(page, visit)


def _clicked_with(**click: Any) -> "Steps":
    def steps(page: Page, visit: Visit, entrance: str, stay: int) -> None:
        page.goto(visit.address + entrance)
        follow(page, "/fr/faire/", **click)
        follow(page, "/fr/faire/silence/", **click)
        page.wait_for_timeout(stay)
        assert len(page.context.pages) == 2  # the browser's own first tab, and ours
        leave(page, visit)

    return steps


def _by_the_menu(page: Page, visit: Visit, entrance: str, stay: int) -> None:
    page.goto(visit.address + entrance)
    second = page.context.new_page()
    second.goto(visit.address + "/fr/faire/silence/")
    second.wait_for_timeout(stay)
    leave(second, visit)
    page.bring_to_front()
    leave(page, visit)


def _back_only(page: Page, visit: Visit, entrance: str, stay: int) -> None:
    page.goto(visit.neutral + BEFORE)
    read_five_pages(page, visit, entrance, stay)
    go_away(page, "history.back()")
    wait_for_address(page, visit.neutral + BEFORE)
    page.wait_for_timeout(_A_MOMENT)


def _closed(page: Page, visit: Visit, entrance: str, stay: int) -> None:
    read_five_pages(page, visit, entrance, stay)
    page.close()


Steps = Callable[[Page, Visit, str, int], None]


@dataclass(frozen=True)
class Journey:
    """One way of visiting and of ending.

    name: as the documentation has it. steps: what is done. ending: of the browser. slow: whether pages stop on the way
    (`slow_site`). leaves: whether the visit ends elsewhere by the exit, so that Back can be asked where it leads.
    """

    name: str
    steps: Steps
    ending: Ending = "closed"
    slow: bool = False
    leaves: bool = True


JOURNEYS = (
    Journey("the exit", _by_the_exit),
    Journey("the exit, before the page has fully arrived", _before_the_page_arrived, slow=True),
    Journey("the exit without network, then the browser closed", _offline, leaves=False),
    Journey("the exit without network, which then comes back", _offline_and_back),
    Journey("the exit, connected but no site answers", _connected_to_nothing),
    Journey("the page loaded again, then the exit", _loaded_again),
    Journey("links followed with the middle button, then the exit", _clicked_with(button="middle")),
    Journey("links followed with Ctrl held, then the exit", _clicked_with(modifiers=["Control"])),
    Journey("a second tab by the browser's menu, both left by the exit", _by_the_menu),
    Journey("Back only", _back_only, leaves=False),
    Journey("the tab closed without the exit", _closed, leaves=False),
    Journey("the browser killed", read_five_pages, ending="killed", leaves=False),
)

BY_NAME = {journey.name: journey for journey in JOURNEYS}


def what_is_left(
    playwright: Playwright,
    visit: Visit,
    engine: str,
    profile: Path,
    journey: Journey,
    entrance: str,
    words: list[str],
    stay: int = TITLE_WINDOW,
) -> Leftovers:
    """Make a journey in a fresh profile, end the browser and read what it kept.

    words: sentences and titles to look for. A killed browser is read as it lies, then started again for its own list.
    """
    host = visit.address.removeprefix("http://")
    context = start(playwright, engine, profile)
    # The tab that the browser opens by itself stays, so that closing ours does not end the browser
    journey.steps(context.new_page(), visit, entrance, stay)
    if journey.ending == "killed":
        kill_browser_of(profile)
        found = leftovers(engine, profile, host, words)
        if engine == "firefox":
            return found
        for lock in profile.glob("Singleton*"):
            lock.unlink()
        context = start(playwright, engine, profile)
        found.listed.extend(line for line in chromium_history_page(context) if host in line)
        context.close()
        return found
    listed = chromium_history_page(context) if engine == "chromium" else []
    context.close()
    return leftovers(engine, profile, host, words, listed)


def where_back_leads(playwright: Playwright, visit: Visit, engine: str, profile: Path, journey: Journey) -> str:
    """Where Back leads after a journey that left the site, in a visit of its own: going back adds to the history."""
    context = start(playwright, engine, profile)
    page = context.new_page()
    page.goto(visit.neutral + BEFORE)
    journey.steps(page, visit, "/fr/", 1000)
    go_away(page, "history.back()")
    page.wait_for_timeout(3000)
    try:
        address, shown = page.evaluate("[location.href, document.body.innerText.trim().slice(0, 40)]")
    except Error:
        address, shown = "", ""
    context.close()
    if address == visit.neutral + BEFORE:
        return "the page before the visit"
    return f"a help page, {'readable' if shown else 'empty'}" if address.startswith(visit.address) else str(address)
