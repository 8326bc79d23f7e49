"""The time from a press on the exit to the first frame in which the page is covered, in Chromium."""

import json
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Playwright

from tests.browser.conftest import PHONE, launch_options, wait_for_address

from .places import COMPONENT, OURS, READ_PAGES, Places, Way

SLOWDOWN = 6
PRESSES = 15
HOLDS = (0, 100)
"""Milliseconds between press and release. At 0 the release is sent as soon as the browser has answered the press."""

_SETTLING = 600  # milliseconds after the load, and again after the processor was slowed down
_FOLLOWING = 700  # milliseconds in which the page is covered; shorter than the patience of the exit

_WATCH = """() => {
  const covered = () => document.documentElement.classList.contains("covered")
    || document.body.classList.contains("govuk-exit-this-page-hide-content");
  addEventListener("pointerdown", (press) => {
    let frames = 0;
    const frame = () => {
      frames += 1;
      if (!covered()) return requestAnimationFrame(frame);
      const began = performance.now() - press.timeStamp;
      requestAnimationFrame(() => {
        console.log(JSON.stringify({ began, followed: performance.now() - press.timeStamp, frames }));
      });
    };
    requestAnimationFrame(frame);
  }, { capture: true, once: true });
}"""


@dataclass(frozen=True)
class Delay:
    """How long a page stays readable after each press.

    began: milliseconds until the first covered frame began. followed: until the frame after it began; in between it
    was drawn. frames: up to the first covered one.
    """

    began: list[float] = field(default_factory=list)
    followed: list[float] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)


def delays(playwright: Playwright, found: Places) -> dict[tuple[str, int], Delay]:
    """The delay of this site and of GOV.UK's component, by the name of the way and by the time of holding."""
    ways = [found.ways[name] for name in (OURS, COMPONENT)]
    taken = {(way.name, hold): Delay() for way in ways for hold in HOLDS}
    browser = playwright.chromium.launch(**launch_options("chromium"))
    context = browser.new_context(viewport=PHONE["viewport"])
    for _ in range(PRESSES):
        # In turns, so that whatever else the machine does falls on all alike
        for hold in HOLDS:
            for way in ways:
                measured = _press(context, way, hold)
                delay = taken[way.name, hold]
                delay.began.append(measured["began"])
                delay.followed.append(measured["followed"])
                delay.frames.append(int(measured["frames"]))
    browser.close()
    return taken


def _press(context: BrowserContext, way: Way, hold: int) -> dict[str, float]:
    """One press through the browser's input pipeline, while the neutral site keeps the page waiting."""
    page = context.new_page()
    page.goto(way.visit.address + READ_PAGES[-1])
    page.wait_for_timeout(_SETTLING)
    box = page.locator(way.exit).bounding_box()
    if box is None:
        raise RuntimeError(f"{way.name}: no exit to press")
    told: list[str] = []
    # The browser cannot be asked about a page that is being left; the page tells by itself
    page.on("console", lambda message: told.append(message.text))
    page.evaluate(_WATCH)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    middle = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    session.send("Input.dispatchMouseEvent", {"type": "mouseMoved", **middle})
    page.wait_for_timeout(_SETTLING)
    way.visit.held.set()
    try:
        press = {**middle, "button": "left", "clickCount": 1}
        session.send("Input.dispatchMouseEvent", {"type": "mousePressed", **press})
        if hold:
            page.wait_for_timeout(hold)
        session.send("Input.dispatchMouseEvent", {"type": "mouseReleased", **press})
        page.wait_for_timeout(_FOLLOWING)
    finally:
        way.visit.held.clear()
    wait_for_address(page, way.visit.neutral)
    page.close()
    measured: dict[str, float] = json.loads(told[-1])
    return measured


def measured(playwright: Playwright, found: Places) -> str:
    """The table of delays, and how they were measured, in Markdown."""
    return _TEXT.format(
        holds=" | ".join(f"Held for {hold} ms" if hold else "Released at once" for hold in HOLDS),
        lines="|".join("---" for _ in HOLDS),
        delays="\n".join(_delay_rows(delays(playwright, found))),
        presses=PRESSES,
        slowdown=SLOWDOWN,
    )


def _delay_rows(measured: dict[tuple[str, int], Delay]) -> list[str]:
    """The rows of the second table."""
    names = (OURS, COMPONENT)

    def times(of: Callable[[Delay], list[float]]) -> list[list[str]]:
        rows = [[_spread(of(measured[name, hold]), " ms") for hold in HOLDS] for name in names]
        middles = [[statistics.median(of(measured[name, hold])) for hold in HOLDS] for name in names]
        return [*rows, [f"{theirs / ours:.1f} ×" for ours, theirs in zip(*middles, strict=True)]]

    frames = [[_spread([*measured[name, hold].frames], "") for hold in HOLDS] for name in names]
    cells = [*times(lambda delay: delay.began), *times(lambda delay: delay.followed), *frames]
    titles = [
        f"{who}: {what}"
        for what in ("the first covered frame begins", "the frame after it begins")
        for who in ("This site", "GOV.UK", "GOV.UK divided by this site")
    ]
    titles += [f"{who}: which frame is the first covered one" for who in ("This site", "GOV.UK")]
    return [f"| {title} | {' | '.join(row)} |" for title, row in zip(titles, cells, strict=True)]


def _spread(values: list[float], unit: str) -> str:
    return f"{statistics.median(values):.0f}{unit} ({min(values):.0f} to {max(values):.0f})"


_TEXT = """\
Chromium with the processor slowed down {slowdown} times; {presses} presses each, in turns.
Medians, with the smallest and the largest value.

| | {holds} |
|---|{lines}|
{delays}

### How

A press and a release of the mouse enter by the browser's own input (`Input.dispatchMouseEvent`).
The page measures by itself, from the time stamp of `pointerdown`: until the first frame with the cover begins
(`requestAnimationFrame`), and until the frame after it begins (a second one). The covered frame is drawn between the two;
the second time also contains what the release sets going. Frame 1 is the first after the press.
This site covers on the press, GOV.UK's component on the click, which comes with the release: that is why the time of holding counts.
"At once" means that the release is sent as soon as the browser has answered the press.
The neutral site answers only after the measurement. The times are those of this machine; the ratio says more.
"""
