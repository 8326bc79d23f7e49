"""A proposal as the one comment on it, or as a page beside its copy: what a person reads on a phone before they say yes."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from ..languages import BY_TAG, language_of
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from .marked_words import Marked, marked
from .page_changes import Changed, Page, PageChanges, Passage, Shown
from .plain_markdown import element, plain
from .proposal import COPY, Proposal, Told

MARKER = "<!-- eclaircie:proposal -->"
"""The first line of the comment, which nobody sees: by it the next version finds the comment that it replaces."""

LONGEST = 60_000
"""Bytes of a comment. GitHub takes 65,536 characters; others take more."""

_LISTED = (20, 8, 2)
"""So many faults, remarks, files of a kind or people are named: as many as leave half of the comment to the pages."""

_PASSAGES = 15
"""So many passages of one page are shown."""

_PARAGRAPHS = 40
_SIGNS = 1500
"""So many paragraphs of a passage, and so many signs of a paragraph."""

_NAME = 300
"""So many signs of a name, a title or a sentence."""

_TRIED = 5
"""So many pages may find no room before the rest is left out."""


def comment(proposal: Proposal, tongue: Tongue = "fr", download: str = "") -> str:
    """The comment, in Markdown that every forge reads.

    download: the address at which the copy can be had, from the forge itself; without it, how to have it is left out.
    """
    for listed in _LISTED:
        writer = _Writer(tongue, listed)
        head = [MARKER, *writer.head(proposal)]
        if _size(head) < LONGEST // 2:
            break
    tail = [*(writer.copy(download) if download and proposal.unbuilt != "proposed" else ())]
    tail.append(writer.paragraph("updated"))
    room = LONGEST - _size([*head, *tail]) - 1000
    body = writer.pages(proposal.pages, room) if proposal.pages else []
    return "\n\n".join([*head, *body, *tail]) + "\n"


def page(proposal: Proposal, tongue: Tongue = "fr") -> str:
    """The same as a page of HTML that stands beside the folder of the copy, and leads to its pages. Nothing is left out."""
    writer = _Writer(tongue, _ALL, COPY)
    body = writer.pages(proposal.pages, _ALL) if proposal.pages else []
    language = BY_TAG[tongue]
    head = [
        element("title", writer.say("neutral_title")),
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        element("style", _STYLE),
    ]
    lines = ["<!doctype html>", f'<html lang="{language.tag}">', '<meta charset="utf-8">', *head]
    return "\n".join([*lines, *writer.head(proposal), *body]) + "\n"


_ALL = sys.maxsize

_STYLE = (
    ":root{color-scheme:light dark}body{max-width:46rem;margin:1rem auto;padding:0 1rem;font:1.1rem/1.5 sans-serif}"
    "summary{padding:.6rem 0;cursor:pointer}blockquote{margin:.5rem 0;padding-inline-start:1rem;border-inline-start:3px "
    "solid}del{text-decoration-thickness:2px}ins{font-weight:bold}code{overflow-wrap:anywhere}"
)


@dataclass(frozen=True)
class _Writer:
    """Writes the blocks, each of them one line of HTML.

    listed: so many of a kind are named. beside: the folder of the copy, where the text stands beside it.
    """

    tongue: Tongue
    listed: int
    beside: str = ""

    def say(self, code: str, **values: object) -> str:
        """A sentence, as HTML."""
        return plain(sentence(f"proposing.{code}", self.tongue, **values))

    def paragraph(self, code: str, **values: object) -> str:
        """A sentence, as a block."""
        return element("p", self.say(code, **values))

    def heading(self, level: int, code: str) -> str:
        """A heading."""
        return element(f"h{level}", self.say(code))

    def head(self, proposal: Proposal) -> Iterator[str]:
        """All but the pages."""
        yield self.heading(2, "title")
        yield from self.summary(proposal)
        yield from self.who(proposal)
        yield from self.told("faults", proposal.faults)
        yield from self.told("elsewhere", proposal.elsewhere)
        yield from self.told("remarks", proposal.remarks)

    def summary(self, proposal: Proposal) -> Iterator[str]:
        """What changes, in a line or two."""
        pages = proposal.pages
        if pages and pages.is_empty:
            yield self.paragraph("no_change")
        elif pages:
            counts = {name: len(getattr(pages, name)) for name in ("changed", "added", "moved", "removed")}
            yield self.paragraph("counts", **counts)
        elif proposal.unbuilt:
            yield self.paragraph("unbuilt_base" if proposal.unbuilt == "base" else "unbuilt_proposed")
        if pages and pages.same_text:
            yield self.paragraph("same_text", count=pages.same_text)
        if proposal.code:
            yield self.paragraph("code")

    def who(self, proposal: Proposal) -> Iterator[str]:
        """Who should look."""
        yield self.heading(3, "who")
        if not proposal.looks:
            yield self.paragraph("nobody")
            return
        items = []
        for look in proposal.looks[: self.listed]:
            language = BY_TAG.get(look.who) if look.kind in ("translator", "left_behind") else None
            who = f"{language.name}, {language.tag}" if language else look.who[:_NAME]
            items.append(f"{element('b', self.say(look.kind, who=who))}<br>{self._names(look.files)}")
        yield self._list([*items, *self._more(proposal.looks)])

    def _more(self, some: tuple[object, ...]) -> list[str]:
        """How many are not named, if any."""
        return [self.say("files_more", count=len(some) - self.listed)] if len(some) > self.listed else []

    def _names(self, names: tuple[str, ...]) -> str:
        """Names of files or addresses."""
        told = ", ".join(element("code", plain(name[:_NAME])) for name in names[: self.listed])
        return " ".join([told, *self._more(names)])

    def told(self, code: str, found: tuple[Told, ...]) -> Iterator[str]:
        """Faults or remarks."""
        if not found:
            return
        yield self.heading(3, code)
        items = []
        for told in found[: self.listed]:
            new = element("b", self.say("new_remark")) + " " if code == "remarks" and told.is_new else ""
            items.append(f"{new}{element('code', plain(told.where[:_NAME]))} {plain(told.sentence[:_NAME])}")
        yield self._list([*items, *self._more(found)])

    def pages(self, pages: PageChanges, room: int) -> list[str]:
        """The pages, as far as there is room. room: in bytes."""
        folded = list(self._folded(pages))
        blocks: list[str] = []
        tried = 0
        for write in folded:
            block = write()
            if (size := _size([block])) <= room:
                room -= size
                blocks.append(block)
            elif (tried := tried + 1) == _TRIED:
                break
        if left := len(folded) - len(blocks):
            blocks.append(self.paragraph("left_out", count=left))
        return [self.heading(3, "pages"), *blocks] if blocks else []

    def _folded(self, pages: PageChanges) -> Iterator[Callable[[], str]]:
        """What can be unfolded, each written when it is asked for: words are compared then, which takes time."""
        for page in pages.removed:
            yield partial(self._removed, page)
        for code, changes in (("added", pages.added), ("moved", pages.moved), ("changed", pages.changed)):
            for change in changes:
                if change.passages or code != "changed":
                    yield partial(self._page, code, change)
        for number, shown in enumerate(pages.shared):
            yield partial(self._on_several, shown, is_first=not number)

    def _removed(self, page: Page) -> str:
        return element("p", self._named("removed", page.address, page.title))

    def _on_several(self, shown: Shown, *, is_first: bool) -> str:
        summary = self.say("on_pages", count=len(shown.pages))
        block = self._details(
            summary, self._passage(shown.passage, next(iter(shown.pages), "")), self._names(shown.pages)
        )
        return "\n\n".join([*([self.heading(4, "shared")] if is_first else ()), block])

    def _named(self, code: str, address: str, title: str, former: str = "") -> str:
        kind = element("b", self.say(code, former=former[:_NAME]))
        name = plain(title[:_NAME])
        if self.beside and code != "removed":
            name = element("a", name, href=f"{self.beside}{quote(address)}index.html")
        return f"{kind} : {name} {element('code', plain(address[:_NAME]))}"

    def _page(self, code: str, change: Changed) -> str:
        page = change.page
        shown = change.passages[:_PASSAGES]
        inner = [self._shown(each, page.address, is_new=code == "added") for each in shown]
        if len(change.passages) > _PASSAGES:
            inner.append(self.paragraph("files_more", count=len(change.passages) - _PASSAGES))
        return self._details(self._named(code, page.address, page.title, page.former), *inner)

    def _shown(self, shown: Shown, address: str, *, is_new: bool) -> str:
        also = len(shown.pages) - 1
        note = self.paragraph("also", count=also) if also > 0 else ""
        return self._passage(shown.passage, address, is_new=is_new) + note

    def _passage(self, passage: Passage, address: str, *, is_new: bool = False) -> str:
        """A passage before and after, the words that differ marked. is_new: whether its page was not there before."""
        before, after = marked(_cut(passage.before), _cut(passage.after))
        direction = language_of(address).direction
        parts = [element("p", element("i", self.say("tab")))] if passage.in_tab else []
        if before or not is_new:
            parts.append(self._version("before", before, "del", direction))
        parts.append(self._version("after", after, "ins", direction))
        if max(len(passage.before), len(passage.after)) > _PARAGRAPHS:
            parts.append(self.paragraph("cut"))
        return element("blockquote", *parts)

    def _version(self, code: str, text: Marked, mark: str, direction: str) -> str:
        if not text:
            return element("p", element("b", self.say(code)), " : ", element("i", self.say("nothing")))
        lines = [
            "".join(element(mark, plain(run.text)) if run.is_other else plain(run.text) for run in paragraph)
            for paragraph in text
        ]
        return element("p", element("b", self.say(code))) + "".join(element("p", line, dir=direction) for line in lines)

    def _details(self, summary: str, *inner: str) -> str:
        return element("details", element("summary", summary), *inner)

    def _list(self, items: Iterable[str]) -> str:
        return element("ul", *(element("li", item) for item in items))

    def copy(self, download: str) -> Iterator[str]:
        """How the copy is had and opened."""
        yield self.heading(3, "copy")
        link = element("a", self.say("copy_page"), href=download)
        yield element("p", link, ". ", self.say("copy_where", name=COPY))
        yield self._list(self.say(code) for code in ("copy_computer", "copy_phone", "copy_kept"))


def _cut(texts: tuple[str, ...]) -> list[str]:
    """The paragraphs of a passage that are shown."""
    return [text if len(text) <= _SIGNS else f"{text[:_SIGNS]}…" for text in texts[:_PARAGRAPHS]]


def _size(blocks: Iterable[str]) -> int:
    """Bytes of some blocks, and of the empty line behind each."""
    return sum(len(block.encode()) + 2 for block in blocks)
