"""One page of a browser, lent to one test after another: to open another costs several times what a test does in it.

Nothing of a test reaches the next one. Each begins by opening an address, which ends all that the page had in memory. What
would outlive that is taken back at the end, as listeners and routes are, or noted when a test asks for it: then the page is
thrown away with its session. So it is where a test failed, has left a second tab, or holds a button or a key down. A test
that must have a session of its own, or several, takes `context` instead.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

_OUTLIVES = {
    Page: (
        *("add_init_script", "add_locator_handler", "emulate_media", "expose_binding", "expose_function", "once"),
        *("pause", "route_web_socket", "set_default_timeout", "set_extra_http_headers"),
    ),
    BrowserContext: (
        *("add_cookies", "add_init_script", "expect_page", "expose_binding", "expose_function", "grant_permissions"),
        *("new_cdp_session", "new_page", "on", "once", "route", "set_extra_http_headers", "set_offline"),
    ),
}
"""What may last longer than what is shown in the page; a clock that was set does too."""

_LOANS = 12
"""Tests that one page is lent to. A browser remembers fifty steps of a page: where they were all taken, a test that a step
is not remembered would find nothing, whatever the page does."""


class Lender:
    """Lends one page of a browser. options: those of its session."""

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        self._browser = browser
        self._options = options
        self._context: BrowserContext | None = None
        self._loans = 0
        self._outlives = False
        self._held = 0
        self._take_back: list[Callable[[], None]] = []

    def _open(self) -> BrowserContext:
        context = self._browser.new_context(**self._options)
        page = context.new_page()
        for thing, names in (
            (page, _OUTLIVES[Page]),
            (context, _OUTLIVES[BrowserContext]),
            (context.clock, ("install", "set_fixed_time", "set_system_time")),
        ):
            for name in names:
                setattr(thing, name, self._noting(getattr(thing, name)))
        for name, opposite in (("on", page.remove_listener), ("route", page.unroute)):
            setattr(page, name, self._taken_back(getattr(page, name), opposite))
        for keys in (page.mouse, page.keyboard):
            for name, change in (("down", 1), ("up", -1)):
                setattr(keys, name, self._counting(getattr(keys, name), change))
        self._loans = 0
        return context

    def _noting(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same, noted when it is asked for."""

        def noted(*given: Any, **named: Any) -> Any:
            self._outlives = True
            return call(*given, **named)

        return noted

    def _taken_back(self, call: Callable[..., Any], opposite: Callable[..., Any]) -> Callable[..., Any]:
        """The same; when the page is given back, its opposite is called with what it was given."""

        def noted(*given: Any) -> Any:
            self._take_back.append(lambda: opposite(*given))
            return call(*given)

        return noted

    def _counting(self, call: Callable[..., Any], change: int) -> Callable[..., Any]:
        """The same, counted among what is held down."""

        def counted(*given: Any, **named: Any) -> Any:
            self._held += change
            return call(*given, **named)

        return counted

    @contextmanager
    def lent(self, failed: Callable[[], int]) -> Iterator[Page]:
        """The page, for one test. failed: how many tests have failed until now."""
        before = failed()
        self._context = self._context or self._open()
        [page] = self._context.pages
        self._loans += 1
        self._outlives, self._held, self._take_back = False, 0, []
        if self._loans > 1:
            page.bring_to_front()  # Firefox gives the focus to whatever was opened since
        yield page
        spoilt = self._outlives or self._held or failed() != before or self._context.pages != [page]
        if spoilt or self._loans == _LOANS:
            self.close()
            return
        for take_back in self._take_back:
            take_back()
        if page.viewport_size != self._options["viewport"]:
            page.set_viewport_size(self._options["viewport"])

    def close(self) -> None:
        """Throw the page and its session away."""
        if self._context:
            self._context.close()
        self._context = None
