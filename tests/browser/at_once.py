"""Several visits at a time. A visit that is read from the browser's files mostly waits: for titles, for the disk, for the end."""

import queue
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from playwright.sync_api import Playwright, sync_playwright

AT_A_TIME = 5
"""Browsers that work at the same time; each of them is at rest for most of its visit."""

Found = TypeVar("Found")


def at_once(visits: Mapping[str, Callable[[Playwright], Found]]) -> dict[str, Found]:
    """Make all visits, some at a time, and return what each one found, by its name.

    Each visit is given the driver of the thread in which it is made, and starts a browser of its own. What one of them
    raises is raised here, once the others have come to their end.
    """
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    for name in visits:
        waiting.put(name)
    found: dict[str, Found] = {}

    def make() -> None:
        with sync_playwright() as playwright:
            while True:
                try:
                    name = waiting.get_nowait()
                except queue.Empty:
                    return
                found[name] = visits[name](playwright)

    with ThreadPoolExecutor(AT_A_TIME) as threads:
        made = [threads.submit(make) for _ in range(min(AT_A_TIME, len(visits)))]
    for thread in made:
        thread.result()
    return {name: found[name] for name in visits}
