"""What a visit leaves behind, beside other ways of building a site with the same pages."""

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, Page, Playwright

from tests.browser.conftest import ENGINES, wait_for_address
from tests.browser.journeys import BEFORE, TITLE_WINDOW, read_five_pages, start
from tests.browser.profiles import Leftovers, chromium_history_page, leftovers

from .places import GOVUK, READ_PAGES, Places, Way

CHROMIUM, FIREFOX = ENGINES
_SETTLING = 3000  # milliseconds for the browser to go back
_HERE = "[location.href, document.querySelector('h1').innerText, document.querySelector('h1').offsetHeight]"


@dataclass(frozen=True)
class Findings:
    """One way in one browser. back: where Back leads after leaving."""

    left: Leftovers
    back: str


def compared(playwright: Playwright, found: Places) -> str:
    """The table of all ways, and how it was measured, in Markdown."""
    findings = {
        (name, engine): _findings(playwright, found, way, engine)
        for name, way in found.ways.items()
        for engine in ENGINES
    }
    rows = [_row(found, way, findings[name, CHROMIUM], findings[name, FIREFOX]) for name, way in found.ways.items()]
    return _TEXT.format(
        govuk=GOVUK.replace("@", " "), pages=len(READ_PAGES), stay=TITLE_WINDOW // 1000, rows="\n".join(rows)
    )


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
    listed = chromium_history_page(context) if engine == CHROMIUM else []
    context.close()
    return leftovers(engine, profile, host, words, listed)


def _back(playwright: Playwright, way: Way, engine: str, profile: Path) -> str:
    """Where Back leads after leaving, in a visit of its own: going back adds to the history."""
    context = start(playwright, engine, profile)
    page = context.new_page()
    page.goto(way.visit.neutral + BEFORE)
    read_five_pages(page, way.visit, way.entrance)
    _leave(page, way)
    with suppress(Error):  # the page is gone before it can answer
        page.evaluate("history.back()")
    page.wait_for_timeout(_SETTLING)
    address, heading, height = page.evaluate(_HERE)
    context.close()
    if address == way.visit.neutral + BEFORE:
        return "the page before the visit"
    if not address.startswith(way.visit.address):
        return str(address)
    return f"a help page, {'readable' if height else 'covered'}: “{heading}”"


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


_TEXT = """\
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
"""
