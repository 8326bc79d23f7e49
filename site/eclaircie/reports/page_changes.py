"""Which pages differ between two builds, and how their words do: all that a visitor would notice, said once.

It knows nothing but the two folders, so a proposal, and whoever writes and wants to see it before it is published, can ask.
"""

import difflib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ..languages import LANGUAGES, SOURCE, language_of
from ..publish.manifest import file_of, sha256_of
from .visible_text import Paragraph, paragraphs

_ALIKE = 0.5
"""The share of its paragraphs that a removed page has in common with an added one, where it was moved."""


class Part(BaseModel):
    """A part of a report: plain data that JSON can hold, and that whoever reads it need not trust."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Page(Part):
    """A page. address: from the root of the site. title: as the page shows it. former: its address before, if it was moved."""

    address: str
    title: str
    former: str = ""


class Passage(Part):
    """Paragraphs that took the place of others. before, after: either may be empty. in_tab: whether they are the tab's title."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    in_tab: bool = False


class Shown(Part):
    """A passage, and the addresses of all pages that show it, that of its own page first where it has one."""

    passage: Passage
    pages: tuple[str, ...]


class Changed(Part):
    """A page and its passages. shared: how many of its changes are said elsewhere, since other pages have them too."""

    page: Page
    passages: tuple[Shown, ...] = ()
    shared: int = 0


class PageChanges(Part):
    """What differs between two builds. same_text: how many pages differ in nothing that is read, such as their looks.

    added, moved, changed: with their words; of an added page, all of them. removed: without any.
    shared: what several pages show and none of them owns, the most frequent first.
    """

    added: tuple[Changed, ...] = ()
    moved: tuple[Changed, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[Page, ...] = ()
    shared: tuple[Shown, ...] = ()
    same_text: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether no visitor would notice anything."""
        return not (self.added or self.moved or self.changed or self.removed)


@dataclass(frozen=True)
class _Read:
    """A page as it was read."""

    page: Page
    text: list[Paragraph]

    @property
    def own(self) -> list[Paragraph]:
        """What is not around every page."""
        return [paragraph for paragraph in self.text if paragraph.place != "frame"]


def compare(before: Path, after: Path, own: Collection[str] = (), prefix: str = "") -> PageChanges:
    """What differs between two built folders, sites or copies of sites, of which one must be like the other.

    before, after: the folders. own: the addresses of the pages whose files were changed, which come first: what they
    have in common with others is said at theirs. prefix: the path under which the sites are published.
    Raises OSError where a page cannot be read.
    """
    old, new = _pages_of(before), _pages_of(after)
    touched = [address for address in _in_order(old & new, own) if _differ(before, after, address)]
    reader = _Reader(prefix)
    gone = {address: reader.read(before, address) for address in _in_order(old - new)}
    come = {address: reader.read(after, address) for address in _in_order(new - old)}
    tops = [f"/{language.tag}/" for language in LANGUAGES]
    homes = {home: reader.read(after, home) for home in tops if come and home in new}
    moves = dict(_moves(gone, come, homes))
    found: dict[str, list[Passage]] = {}
    pages: dict[str, Page] = {}
    same_text = 0
    for address in touched:
        was, now = reader.read(before, address), reader.read(after, address)
        pages[address] = now.page
        found[address] = list(_passages(was.text, now.text))
        same_text += not found[address]
    for address, now in come.items():
        former = gone[moves[address]] if address in moves else None
        pages[address] = now.page.model_copy(update={"former": former.page.address if former else ""})
        found[address] = (
            list(_passages(former.own, now.own)) if former else _words_of(now, come, homes[_home_of(address)])
        )
    changed, shared = _said_once(found, pages, set(own))
    return PageChanges(
        added=tuple(changed[address] for address in come if address not in moves),
        moved=tuple(changed[address] for address in come if address in moves),
        changed=tuple(changed[address] for address in touched if found[address]),
        removed=tuple(read.page for address, read in gone.items() if address not in moves.values()),
        shared=shared,
        same_text=same_text,
    )


def _pages_of(folder: Path) -> set[str]:
    """The addresses of the pages of a build that stand in the folder of a language: each other one shows one of these."""
    files = (file.relative_to(folder) for file in folder.glob("*/**/index.html"))
    return {f"/{file.parent.as_posix()}/" for file in files if language_of(f"/{file.parts[0]}/").tag == file.parts[0]}


def _in_order(addresses: set[str], own: Collection[str] = ()) -> list[str]:
    """Addresses as they are told: those whose files were changed, the French ones first."""
    return sorted(addresses, key=lambda address: (address not in own, LANGUAGES.index(language_of(address)), address))


def _differ(before: Path, after: Path, address: str) -> bool:
    """Whether a page has other bytes in two folders."""
    one, other = (sha256_of((folder / file_of(address)).read_bytes()) for folder in (before, after))
    return one != other


@dataclass(frozen=True)
class _Reader:
    """Reads the pages of builds."""

    prefix: str

    def read(self, folder: Path, address: str) -> _Read:
        """A page of a folder."""
        html = (folder / file_of(address)).read_bytes().decode("utf-8", "replace")
        text = paragraphs(html, address, self.prefix)
        title = next((paragraph.text for paragraph in text if paragraph.is_title), "")
        return _Read(Page(address=address, title=title), text)


def _moves(gone: dict[str, _Read], come: dict[str, _Read], homes: dict[str, _Read]) -> Iterator[tuple[str, str]]:
    """The address of each page that was moved, and the one that it had, within one language."""
    known = {address: {paragraph.text for paragraph in read.text} for address, read in homes.items()}
    words = {
        address: {p.text for p in read.text if p.place == "main"} - known.get(_home_of(address), set())
        for address, read in (*gone.items(), *come.items())
    }
    left = set(gone)
    for address in come:
        alike = [
            (len(words[address] & words[former]) / max(1, len(words[address] | words[former])), former)
            for former in left
            if language_of(former) is language_of(address)
        ]
        share, former = max(alike, default=(0.0, ""))
        if share >= _ALIKE:
            left.remove(former)
            yield address, former


def _home_of(address: str) -> str:
    """The address of the home page in the language of a page."""
    return f"/{language_of(address).tag}/"


def _words_of(read: _Read, come: dict[str, _Read], home: _Read) -> list[Passage]:
    """The words of an added page without those of every page, which home has too.

    Of one in another language, those that its French page does not have.
    """
    address = read.page.address
    language = language_of(address)
    french = come.get(f"/{SOURCE.tag}/{address.removeprefix(f'/{language.tag}/')}")
    others = [*home.text, *(french.own if french and language is not SOURCE else ())]
    known = {paragraph.text for paragraph in others}
    words = tuple(p.text for p in read.own if p.text not in known and p.place == "main")
    tab = tuple(p.text for p in read.own if p.text not in known and p.place == "tab")
    return [Passage(after=texts, in_tab=texts is tab) for texts in (tab, words) if texts]


def _passages(before: list[Paragraph], after: list[Paragraph]) -> Iterator[Passage]:
    """Where two texts differ, in their order."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        for place in ("tab", "frame", "main"):
            was = tuple(p.text for p in before[i:j] if p.place == place)
            now = tuple(p.text for p in after[k:m] if p.place == place)
            if was or now:
                yield Passage(before=was, after=now, in_tab=place == "tab")


def _said_once(
    found: dict[str, list[Passage]], pages: dict[str, Page], own: set[str]
) -> tuple[dict[str, Changed], tuple[Shown, ...]]:
    """Each page with what only it shows, or what its own file says; and apart what several pages show."""
    where: dict[Passage, list[str]] = {}
    for address in _in_order(set(found), own):
        for passage in dict.fromkeys(found[address]):
            where.setdefault(passage, []).append(address)
    holders = {passage: _holder(addresses, own) for passage, addresses in where.items()}
    changed = {}
    for address, passages in found.items():
        told = [passage for passage in dict.fromkeys(passages) if holders[passage] == address]
        changed[address] = Changed(
            page=pages[address],
            passages=tuple(Shown(passage=passage, pages=tuple(where[passage])) for passage in told),
            shared=len(set(passages)) - len(told),
        )
    apart = [passage for passage, holder in holders.items() if holder is None]
    apart.sort(key=lambda passage: -len(where[passage]))
    return changed, tuple(Shown(passage=passage, pages=tuple(where[passage])) for passage in apart)


def _holder(addresses: list[str], own: set[str]) -> str | None:
    """At which of its pages a passage is said: at the only one, or the only one whose file was changed, else at none.

    Of one page in several languages it is the first.
    """
    candidates = [address for address in addresses if address in own] or addresses
    paths = Counter(address.split("/", 2)[2] for address in candidates)
    return candidates[0] if len(paths) == 1 else None
