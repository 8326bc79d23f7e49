"""The stylesheet and the two scripts, put into every page and hashed for the security policy."""

import base64
import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import rcssmin
import rjsmin

STYLES = ("base", "layout", "quick-exit", "veil", "helpline", "page", "places", "finder", "print")
EXIT = "quick-exit"
"""The script of the exit. It stands right behind it, so that the exit is whole before the rest of a page has arrived."""
SCRIPTS = ("live", "veil", "expiry", "telephone", "entrance", "guides", "finder", "navigation")
"""In the order in which they are joined. Same names as in `static/css/` and `static/js/`, without the ending."""


@dataclass(frozen=True)
class Assets:
    """The files below `static/`, joined and minified once."""

    folder: Path

    @cached_property
    def css(self) -> str:
        """The stylesheet of every page."""
        joined = "\n".join((self.folder / "css" / f"{name}.css").read_text("utf-8") for name in STYLES)
        return str(rcssmin.cssmin(joined)).strip()

    @cached_property
    def exit_js(self) -> str:
        """The script of the exit, complete in itself."""
        return self._script(EXIT)

    @cached_property
    def js(self) -> str:
        """The script of the rest of every page."""
        return self._script(*SCRIPTS)

    def _script(self, *names: str) -> str:
        """Modules that share one scope of their own and leave no name behind."""
        return small_script("\n".join((self.folder / "js" / f"{name}.js").read_text("utf-8") for name in names))

    @cached_property
    def build_id(self) -> str:
        """Tells pages of this build from others: an in-place page must have the same style and scripts."""
        return hashlib.sha256((self.css + self.exit_js + self.js).encode()).hexdigest()[:8]


def small_script(source: str) -> str:
    """A script in a scope of its own, without what browsers do not need."""
    return str(rjsmin.jsmin(f'(() => {{\n"use strict";\n{source}\n}})();')).strip()


def files(folder: Path) -> list[Path]:
    """Every file that goes into pages. folder: `static/`."""
    return [
        *(folder / "css" / f"{name}.css" for name in STYLES),
        *(folder / "js" / f"{name}.js" for name in (EXIT, *SCRIPTS)),
    ]


def csp_hash(text: str) -> str:
    """A hash source as Content Security Policy writes it. Source: https://www.w3.org/TR/CSP3/#grammardef-hash-source"""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
