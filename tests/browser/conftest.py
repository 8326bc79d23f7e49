"""Real browsers, as the machine has them, and the frozen site with a neutral site beside it.

Where a browser is missing its tests are skipped with a sentence; in CI that is a failure.
"""

import os
import random
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Error, Page, Playwright, expect, sync_playwright

from eclaircie.languages import BY_TAG, SOURCE
from eclaircie.project import STATIC
from eclaircie.publish.server import server
from eclaircie.rendering.assets import Assets

from .lending import Lender

ENGINES = ("chromium", "firefox")
_NAMES = {"chromium": ("chromium", "chromium-browser", "google-chrome"), "firefox": ("firefox-esr", "firefox")}
_FIREFOX = {
    # Debian's Firefox, driven over WebDriver BiDi
    "channel": "moz-firefox",
    "firefox_user_prefs": {"browser.sessionstore.interval": 1000},
}
_CHROMIUM: dict[str, Any] = {
    # Playwright switches the back-forward cache off, and with it what Back would show
    "ignore_default_args": ["--disable-back-forward-cache"],
    "args": ["--disable-background-networking", "--disable-component-update", "--no-first-run"],
}

_SPARING = ("--renderer-process-limit=1", "--disable-gpu")
"""What a browser that many tests share goes without: a fifth of its processor time. Visits whose traces are read have all."""

PATIENCE = 30
"""Seconds that a browser has for what it is to do, on a machine that does much else. Whoever waits goes on at once."""

expect.set_options(timeout=PATIENCE * 1000)

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}

SEED = 20261201
"""Chooses the engine in which a test is made that needs not be made in both each time; change it to try the other."""


def pytest_report_header() -> str:
    """Say by what engines were chosen."""
    return f"engines chosen by {SEED}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, and as exhaustive those in the engine that was not chosen for them.

    What keeps somebody safe is tried in both engines each time: it bears the mark `every_engine`.
    """
    for item in items:
        if "browser" not in Path(item.fspath).parts:
            continue
        item.add_marker(pytest.mark.browser)
        asked = (
            item.callspec.params.get("engine")
            if isinstance(item, pytest.Function) and hasattr(item, "callspec")
            else None
        )
        if asked in ENGINES and not item.get_closest_marker("every_engine") and asked != _engine_for(item):
            item.add_marker(pytest.mark.exhaustive)


def _engine_for(item: pytest.Item) -> str:
    """The engine in which a test is made that is made in one: the same for all its parameters."""
    return random.Random(f"{SEED} {item.nodeid.partition('[')[0]}").choice(ENGINES)


def launch_options(engine: str) -> dict[str, Any]:
    """How to start a browser of this machine; skips the test where there is none."""
    program = next((path for name in _NAMES[engine] if (path := shutil.which(name))), None)
    if program is None:
        sentence = f"no {engine} on this machine: apt-get install {_NAMES[engine][0]}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return {"executable_path": program, **(_CHROMIUM if engine == "chromium" else _FIREFOX)}


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of the browsers."""
    with sync_playwright() as driver:
        yield driver


def sparing(engine: str) -> dict[str, Any]:
    """How to start a browser that many tests share."""
    options = launch_options(engine)
    return {**options, "args": [*options["args"], *_SPARING]} if engine == "chromium" else options


def browser_type(playwright: Playwright, engine: str) -> BrowserType:
    """Chromium or Firefox."""
    return playwright.chromium if engine == "chromium" else playwright.firefox


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, for what can only be set there: a phone, no script, colours."""
    program = playwright.chromium.launch(**sparing("chromium"))
    yield program
    program.close()


@pytest.fixture(scope="session")
def _firefox(playwright: Playwright) -> Iterator[Browser]:
    program = playwright.firefox.launch(**sparing("firefox"))
    yield program
    program.close()


@pytest.fixture(scope="session")
def browser(engine: str, request: pytest.FixtureRequest) -> Browser:
    """A browser, without a profile on disk: one of each engine in a process of the tests, however its tests alternate."""
    program: Browser = request.getfixturevalue("chromium" if engine == "chromium" else "_firefox")
    return program


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh session at the size of a phone."""
    session = browser.new_context(viewport=PHONE["viewport"])
    yield session
    session.close()


@pytest.fixture(scope="session")
def _lender(browser: Browser) -> Iterator[Lender]:
    made = Lender(browser, {"viewport": PHONE["viewport"]})
    yield made
    made.close()


@pytest.fixture(scope="session")
def _phones(chromium: Browser) -> Iterator[Lender]:
    made = Lender(chromium, PHONE)
    yield made
    made.close()


@pytest.fixture
def page(_lender: Lender, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page at the size of a phone, lent to one test after another."""
    with _lender.lent(lambda: request.session.testsfailed) as lent:
        yield lent


@pytest.fixture
def phone(_phones: Lender, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a phone with a touch screen, lent as `page` is."""
    with _phones.lent(lambda: request.session.testsfailed) as lent:
        yield lent


@dataclass
class Visit:
    """The frozen site, and the neutral site that its exit leads to.

    held: while set, the neutral site keeps its visitors waiting. empty: while set, it answers 204, without a page;
    its second address still answers. seen: the headers of each request to it, with the path asked for.
    """

    address: str
    neutral: str
    held: threading.Event
    empty: threading.Event
    seen: list[dict[str, str]]


def send_page(handler: BaseHTTPRequestHandler, html: str) -> None:
    """Answer a request with a page and no header that a page does not need."""
    content = html.encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html; charset=utf-8")
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content)


class _Neutral(BaseHTTPRequestHandler):
    visit: Visit

    def do_GET(self) -> None:
        self.visit.seen.append({"path": self.path, **{name.lower(): value for name, value in self.headers.items()}})
        second = self.path.startswith("/second")
        while self.visit.held.is_set() and not second:
            threading.Event().wait(0.05)
        if self.visit.empty.is_set() and not second:
            self.send_response(204)
            self.end_headers()
            return
        send_page(self, "<!doctype html><title>Zoologie marine</title><h1>Poissons</h1>")

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@contextmanager
def running(service: ThreadingHTTPServer) -> Iterator[int]:
    """A server at work, and its port."""
    # A test that ends does not wait half a second, as it would for the library's own interval.
    threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield service.server_port
    service.shutdown()
    service.server_close()


@contextmanager
def neutral_site() -> Iterator[Visit]:
    """The neutral site at work, in a visit whose own address is still to be filled in."""
    visit = Visit("", "", threading.Event(), threading.Event(), [])
    neutral = ThreadingHTTPServer(("127.0.0.1", 0), type("Neutral", (_Neutral,), {"visit": visit}))
    neutral.daemon_threads = True
    with running(neutral) as port:
        # Another host name, so that it is another site for the browser too
        visit.neutral = f"http://localhost:{port}/"
        yield visit


_EXIT = re.compile(rb'(<a class="quick-exit" href=")[^"]*("[^>]*?)( data-second="[^"]*")?>')
"""The exit of a page: all of it that names a neutral site."""


def leading_to(neutral: str, frozen: Path, target: Path) -> None:
    """Copy a frozen site, the exits of its pages leading to a neutral site of this machine: nothing else differs."""

    def lead(source: str, copy: str) -> None:
        content = Path(source).read_bytes()
        if source.endswith(".html"):
            tag = Path(source).relative_to(frozen).parts[0]
            second = f"{neutral}second?{tag if tag in BY_TAG else SOURCE.tag}"
            content, count = _EXIT.subn(rb'\1%b\2 data-second="%b">' % (neutral.encode(), second.encode()), content)
            assert count == 1, source
        Path(copy).write_bytes(content)

    shutil.copytree(frozen, target, copy_function=lead)


@pytest.fixture(scope="session")
def _visit(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    with neutral_site() as visit:
        folder = tmp_path_factory.mktemp("visited") / "build"
        leading_to(visit.neutral, frozen, folder)
        with running(server(folder, Assets(STATIC), 0)) as port:
            visit.address = f"http://127.0.0.1:{port}"
            yield visit


@pytest.fixture
def visit(_visit: Visit) -> Iterator[Visit]:
    """The two sites, the neutral one answering at once."""
    _visit.held.clear()
    _visit.empty.clear()
    _visit.seen.clear()
    yield _visit
    _visit.held.clear()


def wait_for_address(page: Page, address: str, *, exact: bool = False) -> None:
    """Wait until the page has left for an address (Firefox over BiDi does not report such navigations itself).

    exact: whether no other address that begins alike will do.
    """

    def is_there(url: str) -> bool:
        return url == address if exact else url.startswith(address)

    if engine_of(page) == "chromium":
        page.wait_for_url(is_there, wait_until="commit", timeout=PATIENCE * 1000)
        return
    wait_until(page, lambda: is_there(page.evaluate("location.href")), f"at {address}")


def wait_until(page: Page, is_so: Callable[[], bool], what: str) -> None:
    """Wait until something is so. A page that is just being left cannot be asked anything: it is asked again.

    what: names it, for whoever reads that it never came to be.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if is_so():
                return
        except Error:  # the page was just being left
            pass
        page.wait_for_timeout(50)
    raise AssertionError(f"not {what} within {PATIENCE} s")


def go_away(page: Page, script: str) -> None:
    """Run a script that leaves the page, a moment later: a page that leaves at once cannot answer the driver."""
    page.evaluate(f"() => void setTimeout(() => {{ {script} }}, 50)")


def engine_of(page: Page) -> str:
    """The engine that shows a page."""
    owner = page.context.browser
    return owner.browser_type.name if owner else "chromium"
