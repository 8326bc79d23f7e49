"""The stylesheet and the two scripts, put into every page and hashed for the security policy."""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import rcssmin
import rjsmin

STYLES = (
    *("base", "visually-hidden", "icon", "note", "button", "header", "footer", "live", "dock", "quick-exit", "veil"),
    *("trail", "watched", "contents", "sources", "quote", "list", "guides", "table", "scale", "call", "card", "facts"),
    *("beside", "finder", "needs", "territories", "map", "print"),
)
"""In the order in which they are joined, each named as the part of a page that it dresses. Same names as in `static/css/`."""
EXIT = "quick-exit"
"""The script of the exit. It stands right behind it, so that the exit is whole before the rest of a page has arrived."""
SCRIPTS = ("page", "live", "veil", "expiry", "telephone", "entrance", "guides", "finder", "needs", "navigation")
"""In the order in which they are joined: each behind those that it imports from, and last the one that says at once
that a page is shown. Same names as in `static/js/`, without the ending."""

IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
EXPORT = re.compile(r"^export ", re.MULTILINE)


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
        return small_script(self._source(EXIT))

    @cached_property
    def js(self) -> str:
        """The script of the rest of every page."""
        return small_script("\n".join(map(self._module, SCRIPTS)))

    def _module(self, name: str) -> str:
        """A module as it is joined to others: they see what it exports; of one that exports nothing they see nothing."""
        text, exported = EXPORT.subn("", IMPORT.sub("", self._source(name)))
        return text if exported else f"{{\n{text}}}"

    def _source(self, name: str) -> str:
        return (self.folder / "js" / f"{name}.js").read_text("utf-8")

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
