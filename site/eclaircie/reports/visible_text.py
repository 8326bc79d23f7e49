"""The text of a built page, paragraph by paragraph, as somebody reads it who compares two versions.

With it stands what cannot be seen and matters all the same: where a link leads, what is said to screen readers, and the
words that scripts show later.
"""

import posixpath
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

from ..languages import language_of

Place = Literal["tab", "frame", "main"]
"""Where a paragraph stands: in the title of the tab, around the page, or in the page itself."""

_WITHIN_A_LINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dd", "del", "dfn", "dt", "em", "i", "img", "ins"),
        *(
            "kbd",
            "mark",
            "q",
            "s",
            "samp",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "td",
            "th",
            "time",
            "u",
            "var",
            "wbr",
        ),
    )
)
"""Elements that do not end a paragraph. A question and its answer, or the cells of a row, are read together."""

_UNREAD = frozenset(("script", "style", "svg"))

_EMPTY = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "wbr"))

_SPOKEN = frozenset(("alt", "aria-label", "placeholder", "title"))

_TOLD_BY_SCRIPTS = frozenset(("data-again", "data-wait", "data-slow", "data-offline", "data-retry", "data-title"))


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. place: where it stands. text: its words on one line, behind each link where it leads.

    is_title: whether it is the title that the page shows.
    """

    place: Place
    text: str
    is_title: bool = False


def paragraphs(html: str, address: str, prefix: str = "") -> list[Paragraph]:
    """The paragraphs of a page, in their order.

    html: as our templates write it. address: of the page, from the root of the site: its relative links start there.
    prefix: the path under which the site is published, which its links begin with.
    """
    reader = _Reader(address, prefix)
    reader.feed(html)
    reader.close()
    reader.end()
    return reader.found


class _Reader(HTMLParser):
    """Gathers the paragraphs."""

    def __init__(self, address: str, prefix: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Paragraph] = []
        self._address = address
        self._prefix = prefix
        self._words: list[str] = []
        self._place: Place = "frame"
        self._is_title = False
        self._unread = 0
        self._links: list[str] = []

    def end(self) -> None:
        """End the paragraph that is being read."""
        text = re.sub(r"\s+", " ", "".join(self._words)).strip()
        self._words = []
        if text:
            self.found.append(Paragraph(self._place, text, self._is_title))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph where the element is one, and read what its attributes say."""
        if tag in _UNREAD:
            self._unread += 1
        if self._unread:
            return
        if tag not in _WITHIN_A_LINE:
            self.end()
        if tag == "title":
            self._place = "tab"
        self._is_title = self._is_title or tag == "h1"
        given = {key: value or "" for key, value in attrs}
        if tag == "a":
            self._links.append(self._target(given.get("href", "")))
        for key in given:
            if given[key].strip() and (key in _SPOKEN or key in _TOLD_BY_SCRIPTS):
                self._words.append(f" ({given[key]}) ")
        if second := given.get("data-second"):
            self._words.append(f" (→ {second}) ")
        if tag not in _WITHIN_A_LINE and tag not in _EMPTY and self._words:
            self.end()  # said of the element as a whole
        if tag == "main":
            self._place = "main"

    def handle_endtag(self, tag: str) -> None:
        """End the paragraph of the element, and say where a link leads."""
        if tag in _UNREAD and self._unread:
            self._unread -= 1
            return
        if self._unread:
            return
        if tag == "a" and self._links:
            target = self._links.pop()
            self._words.append(f" (→ {target})" if target else "")
        elif tag == "dt":
            self._words.append(" : ")
        elif tag in ("td", "th"):
            self._words.append(" | ")
        elif tag not in _WITHIN_A_LINE:
            self.end()
        if tag in ("title", "main"):
            self._place = "frame"
        self._is_title = self._is_title and tag != "h1"

    def handle_data(self, data: str) -> None:
        """Read words."""
        if not self._unread:
            self._words.append(data)

    def _target(self, href: str) -> str:
        """Where a link leads, as people name it: a page of the site by its path, which is the same in each language."""
        if not href or href.startswith("#"):
            return ""
        if re.match(r"(?i)[a-z][a-z0-9+.-]*:|//", href):
            return href
        path, sign, fragment = href.partition("#")
        full = posixpath.normpath(posixpath.join(posixpath.dirname(self._address), path))
        if self._prefix and full.startswith(f"{self._prefix}/"):
            full = full.removeprefix(self._prefix)
        steps = full.removesuffix("/index.html").strip("/").split("/")
        if steps[0] == language_of(self._address).tag:
            steps = steps[1:]
        return "/" + "/".join(steps) + sign + fragment
