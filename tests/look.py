"""`make look`: one short look at `build/` itself, in a real browser, before it is published.

On one page of every kind in each direction of writing, on every language's home and on both entrances: the exit and the numbers are whole on a phone's
screen, the exit covers under the finger and leaves for good, and a step leads on in place. Nothing leaves this machine:
the neutral sites are played here. A failure is told in sentences for people who are no programmers.
"""

import argparse
import functools
import re
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, Route, sync_playwright

from eclaircie.messages.sentences import sentence
from eclaircie.messages.tongues import Tongue
from eclaircie.project import PROJECT_ROOT
from eclaircie.publish.server import FrozenSiteHandler

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}
PATIENCE = 10.0
"""Seconds that a page has to do what is awaited."""
ARRIVAL = 30_000
"""Milliseconds that a page has to arrive."""

KIND = re.compile(r'<html [^>]*dir="(\w+)".*<main [^>]*class="([a-z]+)"', re.DOTALL)
HOME = re.compile(r'<a class="brand" href="([^"]*)/[\w-]+/"')

START = """
  Object.defineProperty(Navigator.prototype, "maxTouchPoints", { get: () => 1 });
  window.refused = [];
  addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective + " " + event.blockedURI));
"""
"""As on a phone: elsewhere numbers are plain text. And what the page's own policy refuses is noted."""

LOOK = """() => [...document.querySelectorAll(".quick-exit, .calls a")].map((button) => {
  const box = button.getBoundingClientRect();
  const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    part: button.matches(".quick-exit") ? "exit" : "number",
    text: button.querySelector("b, span").textContent,
    href: button.getAttribute("href"),
    whole: box.width > 0 && box.height > 0 && box.x >= 0 && box.y >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
    pressable: !!seen && button.contains(seen),
  };
})"""

STEP = """() => {
  const own = (link) => link.origin === location.origin && !link.getAttribute("href").startsWith("#") &&
    !link.hasAttribute("download") && !link.closest("details:not([open])") && link.getClientRects().length;
  const links = [...document.querySelectorAll("main a[href], a.brand")].filter((link) => link.href && own(link));
  const link = links.find((link) => link.closest("main") && !link.matches(".back")) || links[0];
  document.querySelector("main").setAttribute("data-left", "");
  link?.setAttribute("data-step", "");
  return link?.getAttribute("href");
}"""


@dataclass
class Look:
    """A look under way. address: of the build, as served here. tongue: the language of the sentences."""

    context: BrowserContext
    address: str
    tongue: Tongue
    faults: list[str] = field(default_factory=list)
    name: str = ""
    foreign: list[str] = field(default_factory=list)

    def say(self, code: str, **values: object) -> str:
        """A sentence in the language asked for."""
        return sentence(f"looking.{code}", self.tongue, **values)

    def fault(self, code: str, **values: object) -> None:
        """Tell what is wrong with the page that is looked at."""
        line = f"{self.name} : {self.say(code, **values)}"
        if line not in self.faults:
            self.faults.append(line)
            print(line, flush=True)

    def answer(self, route: Route) -> None:
        """Let pass what the build answers; be the neutral site for a page asked elsewhere; refuse and note the rest."""
        request = route.request
        if request.url.startswith(self.address):
            route.continue_()
        elif request.is_navigation_request():
            route.fulfill(body="<!doctype html><title>.</title>", content_type="text/html")
        else:
            self.foreign.append(request.url)
            route.abort()

    def at(self, path: str) -> None:
        """Look at the page of a path, on a tab of its own."""
        self.name = f"/{path}"
        page = self.context.new_page()
        page.set_default_timeout(ARRIVAL)
        page.on("pageerror", lambda error: self.fault("broken", detail=str(error).partition("\n")[0]))
        try:
            page.goto(self.address + path)
            self._whole(page)
            self._leave(page)
            page.goto(self.address + path)
            if self._step(page):
                self._whole(page)
                self._leave(page)
        except Error as error:
            self.fault("unanswered", detail=error.message.partition("\n")[0])
        finally:
            page.close()
        for url in self.foreign:
            self.fault("asks", detail=url)
        self.foreign.clear()

    def _whole(self, page: Page) -> None:
        """The exit and the numbers of the dock are on the screen, on top, and dial what they show."""
        found = page.evaluate(LOOK)
        for part in ("exit", "number"):
            if part not in [button["part"] for button in found]:
                self.fault("missing", part=self.say(part))
        for button in found:
            part = self.say(button["part"]) + ("" if button["part"] == "exit" else f" ({button['text']})")
            if not button["whole"]:
                self.fault("out_of_view", part=part)
            elif not button["pressable"]:
                self.fault("beneath", part=part)
            scheme, _, dialled = (button["href"] or "").partition(":")
            shown = re.sub(r"\s", "", button["text"])
            if button["part"] == "number" and (scheme not in ("tel", "sms") or dialled != shown):
                self.fault("other_number", part=part, detail=dialled or "-")
        for refused in page.evaluate("window.refused"):
            self.fault("refused", detail=refused)

    def _leave(self, page: Page) -> None:
        """A press on the exit covers the page at once and leaves it, and no way leads back."""
        button = page.locator(".quick-exit")
        box = button.bounding_box() if button.count() == 1 else None
        if box is None:
            return
        lines = page.evaluate("history.length")
        wanted = str(button.get_attribute("href"))
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        if "covered" not in (page.locator("html").get_attribute("class") or ""):
            self.fault("not_covered")
        page.mouse.up()
        if not _until(lambda: page.evaluate("location.href") == wanted):
            self.fault("stays")
        elif page.evaluate("history.length") != lines:
            self.fault("comes_back")

    def _step(self, page: Page) -> bool:
        """A press on a link puts another page in place, at the same address. Returns whether a page came."""
        before = page.evaluate("[location.href, history.length]")
        link = page.evaluate(STEP)
        page.locator("[data-step]").click(no_wait_after=True, timeout=PATIENCE * 1000)
        if not _until(
            lambda: page.evaluate("!!document.querySelector('main h1') && !document.querySelector('[data-left]')")
        ):
            self.fault("no_step", detail=link)
            return False
        if page.evaluate("[location.href, history.length]") != before:
            self.fault("not_in_place", detail=link)
        return True


def _until(reached: Any) -> bool:
    """Whether something comes true in time. What is asked of a page that is just being left counts as no."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if reached():
                return True
        except Error:
            pass
        time.sleep(0.02)
    return False


def pages_to_look_at(build: Path) -> list[str]:
    """Paths below the site: the entrances, each language's home, and of each kind the largest page of each direction."""
    largest: dict[tuple[str, ...], tuple[int, str]] = {}
    for file in build.glob("*/**/index.html"):
        text = file.read_text("utf-8")
        path = f"{file.parent.relative_to(build).as_posix()}/"
        if found := KIND.search(text):
            key = (path,) if path.count("/") == 1 else found.groups()
            largest[key] = max(largest.get(key, (0, "")), (len(text), path))
    return ["", "404.html", *sorted(path for _, path in largest.values())]


@contextmanager
def serving(build: Path) -> Iterator[str]:
    """The address of a build, served as a host without headers serves it, below the path that its links name."""
    home = HOME.search((build / "index.html").read_text("utf-8"))
    prefix = home[1] if home else ""
    handler = functools.partial(FrozenSiteHandler, folder=build, prefix=prefix, policy={})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{service.server_port}{prefix}/"
        service.shutdown()


def open_browser(playwright: Playwright) -> Browser:
    """The first browser that opens, Chromium before Firefox. Raises Error where none does."""
    programs = [path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))]
    ways: list[tuple[Any, dict[str, Any]]] = [(playwright.chromium, {"executable_path": path}) for path in programs]
    ways += [(playwright.chromium, {"channel": channel}) for channel in ("chrome", "msedge")]
    firefoxes = [path for name in ("firefox-esr", "firefox") if (path := shutil.which(name))]
    ways += [(playwright.firefox, {"channel": "moz-firefox", "executable_path": path}) for path in firefoxes]
    ways += [(playwright.chromium, {}), (playwright.firefox, {})]
    reasons: list[str] = []
    for kind, options in ways:
        try:
            opened: Browser = kind.launch(**options)
            return opened
        except Error as error:
            reasons.append(error.message.partition("\n")[0])
    raise Error("\n".join(reasons))


def main(arguments: list[str] | None = None) -> int:
    """Look at a build. Returns the exit status."""
    parser = argparse.ArgumentParser(description="Regarde le site construit dans un vrai navigateur.")
    parser.add_argument("folder", type=Path, nargs="?", default=PROJECT_ROOT / "build", metavar="DIR", help="build/")
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help="la langue des phrases (fr)")
    options = parser.parse_args(arguments)
    if not (options.folder / "index.html").is_file():
        print(sentence("looking.nothing", options.lang, folder=options.folder), file=sys.stderr)
        return 1
    started = time.monotonic()
    with sync_playwright() as playwright, serving(options.folder) as address:
        try:
            browser = open_browser(playwright)
        except Error as error:
            print(sentence("looking.no_browser", options.lang), error.message, sep="\n", file=sys.stderr)
            return 1
        context = browser.new_context(**PHONE)
        context.add_init_script(START)
        look = Look(context, address, options.lang)
        context.route("**/*", look.answer)
        paths = pages_to_look_at(options.folder)
        for path in paths:
            look.at(path)
        name = browser.browser_type.name.capitalize()
        browser.close()
    if look.faults:
        print(look.say("faulty", count=len(look.faults)), file=sys.stderr)
        return 1
    print(look.say("sound", count=len(paths), browser=name, seconds=round(time.monotonic() - started)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
