"""What other visits and other endings leave behind: each of the journeys, by two entrances, in two browsers."""

import dataclasses
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Error, Playwright

from eclaircie.pages.site import Site
from eclaircie.project import STATIC
from eclaircie.publish.freezer import freeze
from eclaircie.publish.server import server
from eclaircie.rendering.assets import Assets
from tests.browser.conftest import ENGINES, Visit, leading_to, neutral_site, running, wait_for_address
from tests.browser.journeys import JOURNEYS, TITLE_WINDOW, Journey, start, what_is_left, where_back_leads
from tests.browser.profiles import Leftovers, leftovers
from tests.browser.slow_site import slow_site

from .places import HOME, pages_server, texts_of

CHROMIUM, FIREFOX = ENGINES
Found = TypeVar("Found")
_HOST = "k7-site.localhost"
_ORDINARY = "garden-site.localhost"
"""Names that stand in no file of a profile by themselves."""


@dataclass(frozen=True)
class _Served:
    """The site at work. slow: the same, with pages that stop on the way. words: sentences of the pages that are read."""

    visit: Visit
    slow: Visit
    entrances: dict[str, str]
    words: list[str]


def compared(playwright: Playwright, site: Site, folder: Path) -> str:
    """The tables of all journeys, and how they were measured, in Markdown."""
    rows: dict[str, list[str]] = {CHROMIUM: [], FIREFOX: []}
    files: dict[str, set[str]] = {CHROMIUM: set(), FIREFOX: set()}
    with _served(site, folder) as served:
        for journey in JOURNEYS:
            for engine in ENGINES:
                left = [_left(playwright, served, engine, journey, entrance) for entrance in served.entrances.values()]
                rows[engine].append(_row(journey, engine, left, _back(playwright, served, engine, journey)))
                print(f"{engine}: {rows[engine][-1]}", file=sys.stderr)
                files[engine].update(*(found.files for found in left))
        ordinary = {engine: _files_of_an_ordinary_page(playwright, served.visit.neutral, engine) for engine in ENGINES}
    heads = [f"{what}, {entrance}" for entrance in served.entrances for what in ("lines", "suggested")]
    return _TEXT.format(
        stay=TITLE_WINDOW // 1000,
        heads=" | ".join(heads),
        lines="|".join("---" for _ in heads),
        chromium="\n".join(rows[CHROMIUM]),
        firefox="\n".join(rows[FIREFOX]),
        chromium_files=_list(files[CHROMIUM]),
        firefox_files=_list(files[FIREFOX]),
        chromium_ordinary=_list(ordinary[CHROMIUM]),
        firefox_ordinary=_list(ordinary[FIREFOX]),
    )


@contextmanager
def _served(site: Site, folder: Path) -> Iterator[_Served]:
    with neutral_site() as neutral:
        frozen = folder / "build"
        freeze(site, folder / "published")
        leading_to(neutral.neutral, folder / "published", frozen)
        with running(server(frozen, Assets(STATIC), 0)) as port:
            plain = dataclasses.replace(neutral, address=f"http://127.0.0.1:{port}")
            with slow_site(plain) as slow:
                visits = [
                    dataclasses.replace(plain, address=address.replace("127.0.0.1", _HOST))
                    for address in (plain.address, slow.address)
                ]
                entrances = {"by home": HOME, "by the printed entrance": site.settings.entrance}
                words = [text.sentence for text in texts_of(frozen)]
                yield _Served(visits[0], visits[1], entrances, words)


def _left(playwright: Playwright, served: _Served, engine: str, journey: Journey, entrance: str) -> Leftovers:
    visit = served.slow if journey.slow else served.visit

    def once() -> Leftovers:
        with tempfile.TemporaryDirectory() as profile:
            return what_is_left(playwright, visit, engine, Path(profile), journey, entrance, served.words)

    return _twice(once)


def _twice(once: Callable[[], Found]) -> Found:
    """Make a visit again, once, where a busy machine let it fail."""
    try:
        return once()
    except (AssertionError, Error) as failure:
        print(f"again: {failure}", file=sys.stderr)
        return once()


def _back(playwright: Playwright, served: _Served, engine: str, journey: Journey) -> str:
    if not journey.leaves:
        return "·"
    visit = served.slow if journey.slow else served.visit

    def once() -> str:
        with tempfile.TemporaryDirectory() as profile:
            return where_back_leads(playwright, visit, engine, Path(profile), journey)

    return _twice(once)


def _files_of_an_ordinary_page(playwright: Playwright, neutral: str, engine: str) -> set[str]:
    """The files that name the host of a page without any care, left by a click on a link."""
    page_of_it = {"/": f'<!doctype html><title>Jardin</title><h1>Jardin</h1><a href="{neutral}">Ailleurs</a>'}
    with (
        tempfile.TemporaryDirectory() as profile,
        tempfile.TemporaryDirectory() as nothing,
        running(pages_server(page_of_it, Path(nothing))) as port,
    ):
        context = start(playwright, engine, Path(profile))
        page = context.new_page()
        page.goto(f"http://{_ORDINARY}:{port}/")
        page.wait_for_timeout(TITLE_WINDOW)
        page.locator("a").click(no_wait_after=True)
        wait_for_address(page, neutral)
        page.wait_for_timeout(1000)
        context.close()
        return set(leftovers(engine, Path(profile), _ORDINARY, []).files)


def _row(journey: Journey, engine: str, left: list[Leftovers], back: str) -> str:
    """One row of a browser's table. left: by each entrance."""
    cells = [journey.name]
    for found in left:
        lines = found.rows if engine == FIREFOX else found.listed
        cells += [str(len(lines)), str(len(found.suggested))]
    cells += [str(max(len(found.texts_on_disk) for found in left)), back]
    return f"| {' | '.join(cells)} |"


def _list(files: set[str]) -> str:
    return ", ".join(f"`{file}`" for file in sorted(files))


_TEXT = """\
The same pages, read on this site with its headers, and the visit ended in other ways.

In Chromium (lines of its history page, and addresses that the address bar may suggest):

| How the visit went | {heads} | texts of read pages on disk | Back after leaving leads to |
|---|{lines}|---|---|
{chromium}

In Firefox (rows of its history, and addresses that the address bar may suggest):

| How the visit went | {heads} | texts of read pages on disk | Back after leaving leads to |
|---|{lines}|---|---|
{firefox}

What this says:

- **A page loaded again** (F5, or pulled down on a phone, which the site refuses where the browser listens) is a line in Chromium, where
  the entrance has an address of the site; by the printed entrance it is none.
- **Links clicked with the middle button or with Ctrl, Shift, Alt or Cmd held** lead on in place, as any link does. A second tab, which the
  browser's menu opens all the same, leaves its own address, and a suggestion, whatever the entrance; and the exit closes only the tab it is in.
- **Before the page has fully arrived** the exit leaves what it leaves on a whole page.
- **Without network** the page is emptied and stays. It leaves when the network is back; closed before, the entrance stays as after closing
  a tab. Where a network is there but no site answers, the browser shows its own error
  page, which names the neutral site, and the entrance stays as well.
- **Without the exit** (Back, a closed tab, a killed browser) the line of the entrance stays in Chromium, unless it was the printed one.

### Files that name the host

In the profile after these visits, the name of the host stood in these files.
Chromium: {chromium_files}.
Firefox: {firefox_files}.

After one ordinary page, without any care, left by a link:
Chromium: {chromium_ordinary}.
Firefox: {firefox_ordinary}.

So browsers keep more than lists that they show: how much somebody uses a site (`site_engagement`, `media_engagement`), what could be
tracking by bounces (`DIPS`, `bounce-tracking-protection.sqlite`), what they learn of habits (`segmentation_platform`), whether a site may use
its storage elsewhere (`storageAccessAPI`, in `permissions.sqlite`), the open tabs (`Sessions`, `sessionstore`). No page can prevent it.
After a kill, what Firefox had not yet put into `places.sqlite` stands beside it, in `places.sqlite-wal`.

### How

Each journey has a fresh profile on disk, by each entrance and in each browser. Pages are read and left by mouse and keys; loading again,
going back, a second tab with an address and the loss of the network are asked of the browser itself, which takes no keys without a window.
The last page is shown for {stay} s. The slow page comes up to its first heading and no further; the exit is pressed 2 s later.
A killed browser is read as it lies; Chromium is then started again for its history page. Where no site answers, the exit leads to a host that no network knows.
Where Back leads is asked in another profile, of a visit by home, for those journeys that end elsewhere by the exit.
"""
