"""The stylesheet and the two scripts of every page, what some pages have beside them, and the hashes of all for the policy."""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import rcssmin
import rjsmin

from .short_names import with_short_names

STYLES = (
    *("tokens", "base", "visually-hidden"),
    *("icon", "note", "button", "header", "footer", "live", "dock", "quick-exit", "veil"),
    *("trail", "watched", "contents", "sources", "quote", "list", "tile", "guides", "table", "scale"),
    *("call", "card", "facts", "essentials"),
    *("wide", "beside", "posts", "territories", "print"),
)
"""In the order in which they are joined, each named as the part of a page that it dresses. Same names as in `static/css/`."""
EXIT = "quick-exit"
"""The script of the exit. It stands right behind it, so that the exit is whole before the rest of a page has arrived."""
SCRIPTS = ("page", "live", "request", "veil", "expiry", "telephone", "entrance", "contents", "languages", "navigation")
"""In the order in which they are joined: each behind those that it imports from, and last the one that says at once
that a page is shown. Same names as in `static/js/`, without the ending."""


@dataclass(frozen=True)
class Extra:
    """What only the pages with a certain part carry. styles, scripts: names as in `STYLES` and `SCRIPTS`.

    Its scripts take nothing from those of every page: they only hear `page:shown`. `navigation.js` puts its style into
    the page that is shown, and runs its script the first time that a page of the visit brings it.
    """

    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


EXTRAS = {
    "home": Extra(("sky",)),
    "places": Extra(("box", "map"), ("distance", "plain", "finder")),
    "search": Extra(("box", "search"), ("distance", "search")),
    "guides": Extra(scripts=("guides", "choices")),
    "needs": Extra(("needs",), ("needs",)),
    "choices": Extra(("choices",)),
    "counters": Extra(("box", "counters"), ("plain", "nearest")),
    "marks": Extra(("marks",), ("marks",)),
    "estimate": Extra(("box", "estimate"), ("estimate",)),
}
"""By the name of the part of a page. Each script has a hash in the policy of every page, which weighs some 36 bytes there:
what is smaller than that travels better with all pages, and small scripts share one. A style has one in the pages that
hold it."""

IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
EXPORT = re.compile(r"^export ", re.MULTILINE)


@dataclass(frozen=True)
class Assets:
    """The files below `static/`, joined and minified once."""

    folder: Path

    @cached_property
    def css(self) -> str:
        """The stylesheet of every page."""
        return self._joined(STYLES)

    @cached_property
    def exit_js(self) -> str:
        """The script of the exit, complete in itself."""
        return small_script(self._source(EXIT))

    @cached_property
    def js(self) -> str:
        """The script of the rest of every page."""
        return small_script("\n".join(map(self._module, SCRIPTS)))

    @cached_property
    def extra_css(self) -> dict[str, str]:
        """The stylesheet of each part of `EXTRAS` that has one."""
        return {name: self._joined(extra.styles) for name, extra in EXTRAS.items() if extra.styles}

    @cached_property
    def extra_js(self) -> dict[str, str]:
        """The script of each part of `EXTRAS` that has one."""
        made = {name: map(self._module, extra.scripts) for name, extra in EXTRAS.items() if extra.scripts}
        return {name: small_script("\n".join(modules)) for name, modules in made.items()}

    @property
    def styles(self) -> tuple[str, ...]:
        """Every stylesheet that a page may hold."""
        return (self.css, *self.extra_css.values())

    @property
    def scripts(self) -> tuple[str, ...]:
        """Every script that a page may hold."""
        return (self.exit_js, *self.extra_js.values(), self.js)

    def _joined(self, names: tuple[str, ...]) -> str:
        joined = "\n".join((self.folder / "css" / f"{name}.css").read_text("utf-8") for name in names)
        return str(rcssmin.cssmin(joined)).strip()

    def _module(self, name: str) -> str:
        """A module as it is joined to others: they see what it exports; of one that exports nothing they see nothing."""
        text, exported = EXPORT.subn("", IMPORT.sub("", self._source(name)))
        return text if exported else f"{{\n{text}}}"

    def _source(self, name: str) -> str:
        return (self.folder / "js" / f"{name}.js").read_text("utf-8")

    @cached_property
    def build_id(self) -> str:
        """Tells pages of this build from others: an in-place page must have the same styles and scripts."""
        return hashlib.sha256("".join((*self.styles, *self.scripts)).encode()).hexdigest()[:8]


def small_script(source: str) -> str:
    """A script in a scope of its own, without what browsers do not need."""
    return with_short_names(str(rjsmin.jsmin(f'(() => {{\n"use strict";\n{source}\n}})();')).strip())


def files(folder: Path) -> list[Path]:
    """Every file that goes into pages. folder: `static/`."""
    return [
        *(folder / "css" / f"{name}.css" for name in (*STYLES, *(name for e in EXTRAS.values() for name in e.styles))),
        *(
            folder / "js" / f"{name}.js"
            for name in (EXIT, *SCRIPTS, *(name for e in EXTRAS.values() for name in e.scripts))
        ),
    ]


def csp_hash(text: str) -> str:
    """A hash source as Content Security Policy writes it. Source: https://www.w3.org/TR/CSP3/#grammardef-hash-source"""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
