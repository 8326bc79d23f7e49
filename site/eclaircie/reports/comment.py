"""A proposal as the one comment on it, or as a page beside its copy: what a person reads on a phone before they say yes."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from ..languages import BY_TAG, language_of
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from .marked_words import Marked, marked
from .page_changes import Changed, PageChanges, Passage, Shown
from .plain_markdown import element, plain
from .proposal import COPY, Proposal, Told

MARKER = "<!-- eclaircie:proposal -->"
"""The first line of the comment, which nobody sees: by it the next version finds the comment that it replaces."""

LONGEST = 60_000
"""Bytes of a comment. GitHub takes 65,536 characters; others take more."""

_LISTED = 20
"""So many faults, remarks or files of a kind are named."""

_PASSAGES = 15
"""So many passages of one page are shown."""

_PARAGRAPHS = 40
_SIGNS = 1500
"""So many paragraphs of a passage, and so many signs of a paragraph."""


def comment(proposal: Proposal, tongue: Tongue = "fr", download: str = "") -> str:
    """The comment, in Markdown that every forge reads.

    download: the address at which the copy can be had, from the forge itself; without it, how to have it is left out.
    """
    writer = _Writer(tongue)
    head = [MARKER, *writer.head(proposal)]
    tail = [*(writer.copy(download) if download and proposal.unbuilt != "proposed" else ())]
    tail.append(writer.paragraph("updated"))
    room = LONGEST - sum(len(block.encode()) + 2 for block in (*head, *tail)) - 1000
    body = writer.pages(proposal.pages, room) if proposal.pages else []
    return "\n\n".join([*head, *body, *tail]) + "\n"


def page(proposal: Proposal, tongue: Tongue = "fr") -> str:
    """The same as a page of HTML that stands beside the folder of the copy, and leads to its pages. Nothing is left out."""
    writer = _Writer(tongue, COPY)
    body = writer.pages(proposal.pages, sys.maxsize) if proposal.pages else []
    language = BY_TAG[tongue]
    head = [
        element("title", writer.say("neutral_title")),
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        element("style", _STYLE),
    ]
    lines = ["<!doctype html>", f'<html lang="{language.tag}">', '<meta charset="utf-8">', *head]
    return "\n".join([*lines, *writer.head(proposal), *body]) + "\n"


_STYLE = (
    ":root{color-scheme:light dark}body{max-width:46rem;margin:1rem auto;padding:0 1rem;font:1.1rem/1.5 sans-serif}"
    "summary{padding:.6rem 0;cursor:pointer}blockquote{margin:.5rem 0;padding-inline-start:1rem;border-inline-start:3px "
    "solid}del{text-decoration-thickness:2px}ins{font-weight:bold}code{overflow-wrap:anywhere}"
)


@dataclass(frozen=True)
class _Writer:
    """Writes the blocks, each of them one line of HTML. beside: the folder of the copy, where the text stands beside it."""

    tongue: Tongue
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
        for look in proposal.looks:
            language = BY_TAG.get(look.who) if look.kind in ("translator", "left_behind") else None
            who = f"{language.name}, {language.tag}" if language else look.who
            items.append(f"{element('b', self.say(look.kind, who=who))}<br>{self._names(look.files)}")
        yield self._list(items)

    def _names(self, names: tuple[str, ...]) -> str:
        """Names of files or addresses."""
        told = ", ".join(element("code", plain(name)) for name in names[:_LISTED])
        more = len(names) - _LISTED
        return f"{told} {self.say('files_more', count=more)}" if more > 0 else told

    def told(self, code: str, found: tuple[Told, ...]) -> Iterator[str]:
        """Faults or remarks."""
        if not found:
            return
        yield self.heading(3, code)
        items = []
        for told in found[:_LISTED]:
            new = element("b", self.say("new_remark")) + " " if code == "remarks" and told.is_new else ""
            items.append(f"{new}{element('code', plain(told.where))} {plain(told.sentence[:_SIGNS])}")
        if len(found) > _LISTED:
            items.append(self.say("files_more", count=len(found) - _LISTED))
        yield self._list(items)

    def pages(self, pages: PageChanges, room: int) -> list[str]:
        """The pages, as far as there is room. room: in bytes."""
        folded = list(self._folded(pages))
        blocks: list[str] = []
        while folded and (size := len(folded[0].encode()) + 2) <= room:
            room -= size
            blocks.append(folded.pop(0))
        if folded:
            blocks.append(self.paragraph("left_out", count=len(folded)))
        return [self.heading(3, "pages"), *blocks] if blocks else []

    def _folded(self, pages: PageChanges) -> Iterator[str]:
        """What can be unfolded, each as a block: what was removed, the pages, and what several pages share."""
        for page in pages.removed:
            yield element("p", self._named("removed", page.address, page.title))
        for code, changes in (("added", pages.added), ("moved", pages.moved), ("changed", pages.changed)):
            for change in changes:
                if change.passages or code != "changed":
                    yield self._page(code, change)
        if pages.shared:
            yield self.heading(4, "shared")
        for shown in pages.shared:
            summary = self.say("on_pages", count=len(shown.pages))
            yield self._details(summary, self._passage(shown.passage, shown.pages[0]), self._names(shown.pages))

    def _named(self, code: str, address: str, title: str, former: str = "") -> str:
        kind = element("b", self.say(code, former=former))
        name = plain(title[:300])
        if self.beside and code != "removed":
            name = element("a", name, href=f"{self.beside}{quote(address)}index.html")
        return f"{kind} : {name} {element('code', plain(address))}"

    def _page(self, code: str, change: Changed) -> str:
        page = change.page
        shown = change.passages[:_PASSAGES]
        inner = [self._shown(each, page.address) for each in shown]
        if len(change.passages) > _PASSAGES:
            inner.append(self.paragraph("files_more", count=len(change.passages) - _PASSAGES))
        return self._details(self._named(code, page.address, page.title, page.former), *inner)

    def _shown(self, shown: Shown, address: str) -> str:
        also = len(shown.pages) - 1
        note = self.paragraph("also", count=also) if also > 0 else ""
        return self._passage(shown.passage, address) + note

    def _passage(self, passage: Passage, address: str) -> str:
        """A passage before and after, the words that differ marked."""
        before, after = marked(_cut(passage.before), _cut(passage.after))
        direction = language_of(address).direction
        parts = [element("p", element("i", self.say("tab")))] if passage.in_tab else []
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
