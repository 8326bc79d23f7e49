"""What a visit in a frame of another site leaves: by the door in a town hall's page, in two browsers."""

import sys
from pathlib import Path

from playwright.sync_api import Playwright

from eclaircie.pages.site import Site
from eclaircie.publish.freezer import freeze
from tests.browser.conftest import ENGINES
from tests.browser.door_visit import Told, whole_visit
from tests.browser.doors import HELP, TOWN, street

from .places import texts_of


def measured(playwright: Playwright, site: Site, folder: Path) -> str:
    """The table of both browsers, what follows, and how it was measured, in Markdown."""
    freeze(site, folder / "published")
    words = [text.sentence for text in texts_of(folder / "published")]
    told = {}
    with street(site, folder / "published", folder / "build") as town:
        for engine in ENGINES:
            told[engine] = whole_visit(playwright, engine, town, folder / engine, words)
            print(f"{engine}: {_cells(told[engine])}", file=sys.stderr)
    rows = zip(*(_cells(told[engine]) for engine in ENGINES), strict=True)
    table = [f"| {' | '.join((head, *row))} |" for head, row in zip(_HEADS, rows, strict=True)]
    files = [", ".join(f"`{name}`" for name in told[engine].left[HELP].files) or "none" for engine in ENGINES]
    return _TEXT.format(table="\n".join(table), chromium=files[0], firefox=files[1])


_HEADS = (
    "Requests to our host while the door is closed",
    "Requests when it is opened",
    "Steps of the window's history that two pages and the exit add",
    "Rows of our host in the history, suggestions, tiles",
    "Rows of the town hall in the history",
    "Texts of read pages on disk",
    "After the exit: the frame is",
    "After the town hall's page is loaded again: requests to our host",
    "Back leads to",
)


def _cells(told: Told) -> list[str]:
    """What one browser did, in the order of the heads."""
    now, ours = told.moments, told.left[HELP]
    (_, _, referrer), *more = now["asked, open"]
    return [
        str(len(now["asked, closed"])),
        f"{1 + len(more)}, {'with a referrer' if referrer else 'without a referrer'}",
        str(now["left"][2] - now["length, closed"]),
        f"{len(ours.rows)}, {len(ours.suggested)}, {len(ours.tiles)}",
        str(len(told.left[TOWN].rows)),
        str(len(ours.texts_on_disk)),
        now["left"][1],
        str(len(now["asked, loaded again"])),
        "the page before the town hall's" if now["back"].endswith("?before") else now["back"],
    ]


_TEXT = """\
The site opened in a page of another one, by the lines that `python -m eclaircie cadre` writes ([cadre.md](cadre.md)).

| | Chromium | Firefox |
|---|---|---|
{table}

Files of the profile in which the name of our host stands. Chromium: {chromium}.
Firefox: {firefox}.
Where it stands in cached files, it is the page of the town hall that names it.

### Why the exit empties the frame, and does not take the whole window

Four exits were tried by hand on 2026-12-01, on this machine, in the same two browsers (Chromium 156.0.8078.114, Firefox 153.8.0esr):

| The exit in the frame | On the screen | In the history | Where it fails |
|---|---|---|---|
| `location.replace` to the neutral site, as outside of a frame | the browser's own error in the town hall's page, where the neutral site refuses frames | the town hall | most sites refuse |
| `top.location.replace` to the neutral site (`allow-top-navigation-by-user-activation`) | the neutral site, once it answers; until then the town hall and an empty frame | the town hall **and** the neutral site; Firefox adds a line `3rdPartyStorage` to permissions.sqlite | Escape twice after 7 s without a press: Firefox did not leave. Without network, or where the other site left the word out of its lines |
| the body emptied, no navigation | the town hall and an empty frame, at once | the town hall | the frame keeps its address: *Reload frame* would show the page again; once the town hall's page changes, Firefox keeps address and title in its session file |
| **`about:blank` by `location.replace`** (chosen) | the town hall and an empty frame, at once | the town hall | in Firefox the session file keeps our address as that of who opened `about:blank`, without a title |

So the frame becomes `about:blank`: it waits for nothing, depends on nothing that the other site writes, works by the keys at any moment, and
the page that stays is an ordinary one. *Back* after it, and the way there and back again, never showed a page of ours.

Folded away or scrolled out of sight, the frame is covered in Chromium; Firefox tells a frame nothing of either
(`IntersectionObserver` was silent), so there the page is as it was left when the door is opened again.
Calls and messages (`tel:`, `sms:`) from the frame were handed to the system's program in Chromium; without `allow-top-navigation-by-user-activation`
it refused them. In Firefox it was not measured: no program was called, with the word or without.

### How

Two hosts of this machine, `{town}` and `{help}`, each a site of its own to a browser; a fresh profile on disk for each browser.
Pressed and typed by real input: in Firefox by WebDriver BiDi on the context of the frame, since Playwright's does not reach it.
The door is opened, two pages are read, the frame is left by the mouse; the page is loaded again, the door opened, left by Escape twice; then Back.
""".replace("{town}", TOWN).replace("{help}", HELP)
