"""A town hall's page with the door to the site in it, and somebody who opens it, in either browser, by mouse and keys."""

import functools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Error, Frame, Page, Playwright

from eclaircie.languages import SOURCE
from eclaircie.pages.site import Site
from eclaircie.project import STATIC
from eclaircie.publish.door import door
from eclaircie.publish.server import FrozenSiteHandler, server
from eclaircie.rendering.assets import Assets

from .bidi import ESCAPE, Firefox, firefox
from .conftest import PATIENCE, Visit, leading_to, neutral_site, running, send_page
from .journeys import start
from .profiles import chromium_history_page

TOWN, OTHER, HELP = "mairie.localhost", "autre.localhost", "aide.localhost"
"""The hosts: a site that is named, one that is not, and ours. To a browser each is a site of its own."""

WIDTH, HEIGHT = 360, 740
_A_MOMENT = 1.0  # second, in which something that is not to happen would have happened


@dataclass
class Street:
    """The two sites. town, other: pages with the door. help: our site. visit: with the neutral site. asked: of our site,
    the path, for what it was asked (`Sec-Fetch-Dest`) and from where (`Referer`), in their order."""

    town: str
    other: str
    help: str
    visit: Visit
    asked: list[tuple[str, str | None, str | None]] = field(default_factory=list)


class _Town(BaseHTTPRequestHandler):
    lines = ""

    def do_GET(self) -> None:
        send_page(self, f"<!doctype html><title>Mairie de Villeneuve</title><h1>Mairie</h1><p>Horaires</p>{self.lines}")

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


class _Recording(FrozenSiteHandler):
    """Our site, which notes what it is asked for."""

    def __init__(self, *arguments: Any, street: Street, **settings: Any) -> None:
        self._street = street
        super().__init__(*arguments, **settings)

    def do_GET(self) -> None:  # noqa: N802  # the name is the library's
        asked = self.path, self.headers.get("Sec-Fetch-Dest"), self.headers.get("Referer")
        self._street.asked.append(asked)
        super().do_GET()


@contextmanager
def street(site: Site, frozen: Path, folder: Path) -> Iterator[Street]:
    """The sites at work. site: the real one. frozen: its folder. folder: where a copy goes."""
    town = ThreadingHTTPServer(("127.0.0.1", 0), type("Town", (_Town,), {}))
    with neutral_site() as visit, running(town) as port:
        named = f"http://{TOWN}:{port}"
        leading_to(visit.neutral, frozen, folder)
        service = server(folder, Assets(STATIC), 0, frames=(named,))
        found = Street(f"{named}/", f"http://{OTHER}:{port}/", "", visit)
        handler = functools.partial(_Recording, street=found, **service.RequestHandlerClass.keywords)  # type: ignore[attr-defined]
        service.RequestHandlerClass = handler
        with running(service) as own:
            found.help = f"http://{HELP}:{own}"
            town.RequestHandlerClass.lines = door(site.settings, found.help, SOURCE, "Besoin d’aide ?")  # type: ignore[attr-defined]
            yield found


class Person(Protocol):
    """Somebody in front of a browser. Selectors with `inside` are looked up in the frame."""

    def go(self, address: str) -> None:
        """Open a page."""

    def back(self) -> None:
        """Go back, as the device's own button does."""

    def reload(self) -> None:
        """Load the page again."""

    def outside(self, expression: str) -> Any:
        """What an expression gives in the town hall's page."""

    def inside(self, expression: str) -> Any:
        """What an expression gives in the frame; None where nothing can be asked."""

    def press(self, selector: str, *, inside: bool = False, hold: Callable[[], None] = lambda: None) -> None:
        """Press with the mouse. hold: done while the button is down."""

    def escape_twice(self, *, inside: bool) -> None:
        """Press Escape twice. inside: whether the frame has the focus, as it has after a press there."""

    def frame(self) -> str:
        """The address of the frame; nothing where there is none."""

    def screenshot(self, file: Path) -> None:
        """A picture of the page."""


_MIDDLE = """(() => { const node = document.querySelector(%r); node.scrollIntoView({block: "nearest"});
  const box = node.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round); })()"""


class InChromium:
    """In Chromium, by Playwright."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, address: str) -> None:
        self.page.goto(address)

    def back(self) -> None:
        self.page.evaluate("void setTimeout(() => history.back(), 20)")

    def reload(self) -> None:
        self.page.reload()

    def outside(self, expression: str) -> Any:
        try:
            return self.page.evaluate(expression)
        except Error:  # it is just being left
            return None

    def inside(self, expression: str) -> Any:
        try:
            return self._frame().evaluate(expression)
        except (Error, IndexError):  # it is just being left
            return None

    def press(self, selector: str, *, inside: bool = False, hold: Callable[[], None] = lambda: None) -> None:
        x, y = (self._frame() if inside else self.page).evaluate(_MIDDLE % selector)
        if inside:
            corner = self.page.locator("iframe").bounding_box()
            assert corner
            x, y = x + corner["x"], y + corner["y"]
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        hold()
        self.page.mouse.up()

    def escape_twice(self, *, inside: bool) -> None:
        for _ in range(2):
            self.page.keyboard.press("Escape")

    def frame(self) -> str:
        self.page.wait_for_timeout(1)  # only now does Playwright hear of what came to be
        return self._frame().url if len(self.page.frames) > 1 else ""

    def screenshot(self, file: Path) -> None:
        self.page.screenshot(path=file)

    def _frame(self) -> Frame:
        return self.page.frames[1]


class InFirefox:
    """In Firefox, by WebDriver BiDi on the context of the page or of the frame."""

    def __init__(self, browser: Firefox) -> None:
        self.browser = browser

    def go(self, address: str) -> None:
        self.browser.ask("browsingContext.navigate", context=self.browser.top, url=address, wait="complete")

    def back(self) -> None:
        self.browser.ask("browsingContext.traverseHistory", context=self.browser.top, delta=-1)

    def reload(self) -> None:
        self.browser.ask("browsingContext.reload", context=self.browser.top, wait="complete")

    def outside(self, expression: str) -> Any:
        try:
            return self.browser.evaluate(self.browser.top, expression)
        except RuntimeError:  # it is just being left
            return None

    def inside(self, expression: str) -> Any:
        try:
            return self.browser.evaluate(self._frame(), expression)
        except (RuntimeError, IndexError):  # it is just being left
            return None

    def press(self, selector: str, *, inside: bool = False, hold: Callable[[], None] = lambda: None) -> None:
        context = self._frame() if inside else self.browser.top
        x, y = self.browser.evaluate(context, _MIDDLE % selector)
        move = {"type": "pointerMove", "x": x, "y": y}
        self.browser.act(context, "pointer", move, {"type": "pointerDown", "button": 0})
        hold()
        self.browser.act(context, "pointer", {"type": "pointerUp", "button": 0})

    def escape_twice(self, *, inside: bool) -> None:
        keys = [{"type": kind, "value": ESCAPE} for kind in ("keyDown", "keyUp")]
        self.browser.act(self._frame() if inside else self.browser.top, "key", *keys, *keys)

    def frame(self) -> str:
        return self.browser.frames()[0][1] if self.browser.frames() else ""

    def screenshot(self, file: Path) -> None:
        self.browser.screenshot(file)

    def _frame(self) -> str:
        return self.browser.frames()[0][0]


@contextmanager
def person(playwright: Playwright, engine: str, profile: Path, listed: list[str]) -> Iterator[Person]:
    """Somebody in front of a browser with its profile on disk. listed: takes the lines of Chromium's history page."""
    if engine == "firefox":
        with firefox(profile, WIDTH, HEIGHT) as browser:
            yield InFirefox(browser)
        return
    context = start(playwright, engine, profile)
    yield InChromium(context.new_page())
    listed += chromium_history_page(context)
    context.close()


def until(is_so: Callable[[], Any], what: str) -> None:
    """Wait until something is so. what: names it, for whoever reads that it never came to be."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError(f"not {what} within {PATIENCE} s")


def a_moment() -> None:
    """Time for what is not to happen."""
    time.sleep(_A_MOMENT)


def open_door(somebody: Person) -> None:
    """Open the door and wait for the page in it."""
    somebody.press("summary")
    until(lambda: somebody.inside("document.readyState === 'complete' && !!document.querySelector('h1')"), "open")


def follow(somebody: Person, href: str) -> None:
    """Follow the first link of the page in the frame that leads to an address."""
    before = somebody.inside("document.querySelector('h1').textContent")
    somebody.press(f"main a[href$='{href}'], header a[href$='{href}']", inside=True)
    until(lambda: somebody.inside("document.querySelector('h1').textContent") != before, href)
