"""One visit by the door in a town hall's page, from the closed door to the way back, and all that was seen of it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from .doors import HELP, TOWN, Street, a_moment, follow, open_door, person, until
from .profiles import Leftovers, leftovers

BLANK = "about:blank"
LENGTH = "history.length"
COVERED = "document.documentElement.matches('.covered')"


@dataclass
class Told:
    """What was seen of one visit, by the name of the moment. left: what the browser kept, by host."""

    moments: dict[str, Any] = field(default_factory=dict)
    left: dict[str, Leftovers] = field(default_factory=dict)


def whole_visit(playwright: Playwright, engine: str, town: Street, profile: Path, words: list[str]) -> Told:
    """Open, read two pages, leave; load again, open again, leave by the keys; go back. words: looked for on disk."""
    told, listed = Told(), list[str]()
    now = told.moments
    town.asked.clear()
    with person(playwright, engine, profile, listed) as somebody:
        somebody.go(town.visit.neutral + "?before")
        somebody.go(town.town)
        a_moment()
        now["asked, closed"], now["length, closed"] = list(town.asked), somebody.outside(LENGTH)
        open_door(somebody)
        a_moment()
        now["asked, open"] = list(town.asked)
        follow(somebody, "/fr/faire/")
        follow(somebody, "/fr/faire/silence/")
        now["length, read"] = somebody.outside(LENGTH)
        somebody.press("h1")
        somebody.escape_twice(inside=False)
        a_moment()
        now["frame, keys outside"] = somebody.frame()

        def held() -> None:
            now["covered, held"] = somebody.inside(COVERED)

        somebody.press(".quick-exit", inside=True, hold=held)
        until(lambda: somebody.frame() == BLANK, "blank")
        a_moment()
        now["left"] = [somebody.outside("location.href"), somebody.frame(), somebody.outside(LENGTH)]
        town.asked.clear()
        somebody.reload()
        a_moment()
        now["open, loaded again"] = somebody.outside("document.querySelector('details').open")
        now["asked, loaded again"] = list(town.asked)
        open_door(somebody)
        somebody.press("main h1", inside=True)
        somebody.escape_twice(inside=True)
        until(lambda: somebody.frame() == BLANK, "blank by the keys")
        a_moment()
        somebody.back()
        until(lambda: somebody.outside("document.title") == "Zoologie marine", "back before the visit")
        now["back"] = somebody.outside("location.href")
        a_moment()
    for host in (HELP, TOWN):
        told.left[host] = leftovers(engine, profile, host, words, listed)
    return told
