"""What a visit leaves behind and how fast the exit covers, beside other ways of building a site.

`python bench/traces.py` prints the page of the documentation, `--write` puts it into docs/traces.md.
"""

import argparse
import datetime
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, Page, Playwright, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # `python bench/traces.py` puts only bench/ there

from bench.places import COMPONENT, GOVUK, OURS, READ_PAGES, Places, Way, places
from bench.press import HOLDS, PRESSES, SLOWDOWN, Delay, delays
from eclaircie.pages import read_site
from eclaircie.settings import PROJECT_ROOT
from tests.browser.conftest import ENGINES, launch_options, wait_for_address
from tests.browser.profiles import Leftovers, chromium_history_page, chromium_leftovers, firefox_leftovers
from tests.browser.test_traces import TITLE_WINDOW, read_five_pages, start

DOCUMENT = PROJECT_ROOT / "docs" / "traces.md"
CHROMIUM, FIREFOX = ENGINES
SETTLING = 3000  # milliseconds for the browser to go back, or to fill its new tab
BEFORE = "?before"
_HERE = "[location.href, document.querySelector('h1').innerText, document.querySelector('h1').offsetHeight]"


@dataclass(frozen=True)
class Findings:
    """One way in one browser. back: where Back leads after leaving."""

    left: Leftovers
    back: str


def main(arguments: list[str]) -> None:
    """Measure, then print or write the document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {DOCUMENT.relative_to(PROJECT_ROOT)}")
    options = parser.parse_args(arguments)
    today = datetime.date.today()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        versions = [_version(engine) for engine in ENGINES]
        with places(read_site(today, base_url="https://example.org/"), Path(folder)) as found:
            findings = {}
            for name, way in found.ways.items():
                for engine in ENGINES:
                    print(f"{name}: {engine}", file=sys.stderr)
                    findings[name, engine] = _findings(playwright, found, way, engine)
            print("presses", file=sys.stderr)
            measured = delays(playwright, found)
    document = _document(today, versions, found, findings, measured)
    if options.write:
        DOCUMENT.write_text(document, "utf-8")
    else:
        print(document, end="")


def _version(engine: str) -> str:
    """A browser's own name and version."""
    command = [launch_options(engine)["executable_path"], "--version"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return said.split(" built on ")[0].strip()


def _findings(playwright: Playwright, found: Places, way: Way, engine: str) -> Findings:
    with tempfile.TemporaryDirectory() as profile:
        left = _leftovers(playwright, found, way, engine, Path(profile))
    with tempfile.TemporaryDirectory() as profile:
        return Findings(left, _back(playwright, way, engine, Path(profile)))


def _leave(page: Page, way: Way) -> None:
    page.locator(way.exit).click(no_wait_after=True)
    wait_for_address(page, way.visit.neutral)
    page.wait_for_timeout(1000)


def _leftovers(playwright: Playwright, found: Places, way: Way, engine: str, profile: Path) -> Leftovers:
    """One visit, and what the closed browser kept of it."""
    host = way.visit.address.removeprefix("http://")
    words = [text.sentence for text in found.texts] + list(way.titles)
    context = start(playwright, engine, profile)
    # The tab that the browser opens by itself stays, so that closing ours does not end the browser
    page = context.new_page()
    read_five_pages(page, way.visit, way.entrance)
    _leave(page, way)
    if engine == FIREFOX:
        context.close()
        return firefox_leftovers(profile, host, words)
    listed = chromium_history_page(context)
    context.close()
    return chromium_leftovers(profile, host, words, listed)


def _back(playwright: Playwright, way: Way, engine: str, profile: Path) -> str:
    """Where Back leads after leaving, in a visit of its own: going back adds to the history."""
    context = start(playwright, engine, profile)
    page = context.new_page()
    page.goto(way.visit.neutral + BEFORE)
    read_five_pages(page, way.visit, way.entrance)
    _leave(page, way)
    with suppress(Error):  # the page is gone before it can answer
        page.evaluate("history.back()")
    page.wait_for_timeout(SETTLING)
    address, heading, height = page.evaluate(_HERE)
    context.close()
    if address == way.visit.neutral + BEFORE:
        return "the page before the visit"
    if not address.startswith(way.visit.address):
        return str(address)
    return f"a help page, {'readable' if height else 'covered'}: “{heading}”"


def _document(
    today: datetime.date,
    versions: list[str],
    found: Places,
    findings: dict[tuple[str, str], Findings],
    measured: dict[tuple[str, int], Delay],
) -> str:
    rows = [_row(found, way, findings[way.name, CHROMIUM], findings[way.name, FIREFOX]) for way in found.ways.values()]
    return _TEXT.format(
        day=today.isoformat(),
        versions=" and ".join(versions),
        govuk=GOVUK.replace("@", " "),
        pages=len(READ_PAGES),
        stay=TITLE_WINDOW // 1000,
        rows="\n".join(rows),
        holds=" | ".join(f"Held for {hold} ms" if hold else "Released at once" for hold in HOLDS),
        lines="|".join("---" for _ in HOLDS),
        delays="\n".join(_delay_rows(measured)),
        presses=PRESSES,
        slowdown=SLOWDOWN,
    )


def _row(found: Places, way: Way, chromium: Findings, firefox: Findings) -> str:
    """One row of the table."""

    def count(lines: list[str]) -> str:
        if not lines:
            return "0"
        real = any(text.heading in line for text in found.texts for line in lines)
        return f"{len(lines)}, {'real' if real else 'neutral'} titles"

    def texts(left: Leftovers) -> int:
        return sum(text.sentence in left.texts_on_disk for text in found.texts)

    def titles(left: Leftovers) -> str:
        return count([title for title in way.titles if title in left.titles_in_sessions])

    in_firefox = count([title for _, title in firefox.left.rows])
    same = chromium.back == firefox.back
    cells = [
        way.name,
        count(chromium.left.listed),
        str(len(chromium.left.suggested)),
        str(len(chromium.left.tiles)),
        in_firefox if firefox.left.suggested or not firefox.left.rows else f"{in_firefox}, never suggested",
        f"{texts(chromium.left)} / {texts(firefox.left)}",
        f"{titles(chromium.left)} / {titles(firefox.left)}",
        chromium.back if same else f"{chromium.back} / {firefox.back}",
    ]
    return f"| {' | '.join(cells)} |"


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
# What a visit leaves behind, and how fast the exit covers

*Made by `bench/traces.py`, not by hand: `.venv/bin/python bench/traces.py --write` measures again and replaces it.*

Measured on {day} with {versions}, without a window, on Linux, everything in one run.

## Traces

The same {pages} pages with the same texts, built in several ways. "a / b" is Chromium / Firefox.

| Way of building it | Lines in Chromium's history page | Chromium rows that autocomplete | Chromium tiles | Rows in Firefox | Texts of read pages on disk | Page titles in session files | Back after leaving leads to |
|---|---|---|---|---|---|---|---|
{rows}

"Real titles" are titles that contain the heading of a page that was read; all others are "neutral titles".
"Rows that autocomplete" are rows of Chromium's history that are not hidden; "never suggested" is a frecency of 0 in Firefox.

### How

Each visit has a fresh profile on disk. It enters, follows links to the {pages} pages (the home page comes twice),
stays {stay} s on the last one, because Chromium takes changes of a title for some seconds, and leaves by a click on the exit.
Then Chromium's history page and new tab are opened, the browser is closed, and its files are read:
`History`, `Top Sites`, `Sessions/`, `places.sqlite`, `*.jsonlz4`. One sentence of each page, which stands in no title,
is looked for in every file of the profile, as the servers sent it; no server compresses.
Where Back leads is asked in a second visit with another profile, since going back adds to the history.
The back-forward cache is on.

The site is frozen as for publishing; only its exits lead to a neutral site on this machine, as those of the other ways do.
GOV.UK Frontend is `{govuk}` from npm, its component with the markup, the style and the script of the package.
The last two ways send no header about caching, as "this site without headers".

## From the press to the covered page

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

## Not measured

Phones and touch, Safari, Samsung Internet, Brave, Edge; browsers with a window; profiles that are synchronised or long in use;
what a search engine, a router or an operator keeps. Of each visit there was one, of these pages in this order.
The profile is read as files after a regular end, not with tools that recover what was deleted.
"""


if __name__ == "__main__":
    main(sys.argv[1:])
