"""Every page of the site as plain data: its address, and all that its template sees."""

import datetime
import itertools
from dataclasses import dataclass
from functools import cached_property

from ..canonical_json import Inputs, canonical_json
from ..content.bar import bar_of
from ..content.departments import Department, Places
from ..content.document import Document
from ..content.library import Library, guide_parts
from ..content.models import Helpline, Home
from ..content.national_lines import EMERGENCY_LINE, MESSAGE_LINE
from ..content.references import GUIDE_PARTS, SETTINGS_BLOCKS, Reference, references
from ..content.settings import Settings
from ..content.translation import is_behind, is_reviewed
from ..languages import BY_TAG, SOURCE, Language
from ..messages.faults import Faults
from . import finder, search
from .cards import Listing, folder, lang_attributes, plain_language, state
from .downloads import BLOCK, downloads
from .lines import line_groups
from .local_pages import local_inputs
from .tabs import local_tab
from .untranslated import nearest_translated

ENTRANCES = ("/", "/404.html")
"""Addresses outside the language folders. Both show the French home page: a host answers any unknown address
with the second, so a visit to one is kept out of Chromium's history page and suggestions."""

LONGEST_WAIT = 24 * 60  # minutes; a browser's clock that is set for some weeks rings at once

FIXED_LINKS = {
    "traces": "traces",
    "watched_phone": "telephone/doute",
    "private_window": "traces/fenetre",
    "numbers": "numeros",
    "about": "apropos",
    "legal": "apropos/mentions",
    "accessibility": "apropos/accessibilite",
}
"""The pages that every page leads to, by the name that templates use."""


@dataclass(frozen=True)
class Site:
    """A site that can be built: checked content, settings, and where and when it is published.

    prefix: the path under which it is published, without a slash at its end (`/aide`, or nothing).
    origin: scheme and host where they are known (`https://example.org`), or nothing.
    today: the day of the build. Only the yes-or-no answers that it decides enter a page.
    is_copy: whether it is to be opened from files, without a server (see `publish.portable`).
    """

    library: Library
    settings: Settings
    remarks: Faults
    prefix: str
    origin: str
    today: datetime.date
    is_copy: bool = False

    @cached_property
    def listing(self) -> Listing:
        """The pages as other pages show them."""
        return Listing(self.library, self.prefix, self.today, self.settings.review_months, self.languages)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which it is published: no page, list or file tells of another."""
        return self.settings.languages

    def addresses(self) -> list[str]:
        """Every address of the site, below the prefix, in a fixed order."""
        paths = sorted(self.library.pages)
        pages = [f"/{language.tag}/{folder(path)}" for language in self.languages for path in paths]
        # Only a server answers an unknown address.
        return [*(ENTRANCES[:1] if self.is_copy else ENTRANCES), *pages]

    def inputs(self, address: str) -> Inputs:
        """All that the template of a page sees, as data that JSON can hold.

        Raises KeyError where the site has no such address.
        """
        language, document = self.find(address)
        entry = document.entry
        words, words_language = document.words(language)
        blocks = [reference.path for reference in references(words.body) if reference.scheme == "site"]
        guides = self._guides(blocks, language)
        local = local_inputs(document, language, self.listing)
        shown_within = [*guides, *local.get("landmarks", ()), *local.get("news", ())]
        texts = [words.body, *(part["body"] for part in shown_within)]
        inputs: Inputs = {
            "address": address,
            "kind": entry.kind,
            "language": plain_language(language),
            "words_language": plain_language(words_language),
            "nearest": nearest_translated(document, language, self.listing),
            "reviewed": (words_language is SOURCE or is_reviewed(document, words_language))
            and all(part["reviewed"] for part in shown_within),
            "behind": self._behind(document, language, shown_within),
            "title": words.title,
            "tab": self._tab(document, language),
            "local_tab": None if words.tab else local_tab(document, self.library),
            "body": words.body,
            **self._frame(address, language, document),
            **self._ways(language, document),
            "bar": self._bar(document, language),
            "trail": self._trail(document, language),
            **self._children(document, language),
            "references": self._references(texts, language),
            "guides": guides,
            "downloads": downloads(self.listing) if BLOCK in blocks else None,
            "subjects": search.subjects(self.listing, language) if search.BLOCK in blocks else None,
            **local,
            **self.listing.age(document),
            "facts": document.facts,
        }
        if not SETTINGS_BLOCKS.isdisjoint(blocks):
            inputs |= {name: getattr(self.settings, name).model_dump() for name in ("publisher", "host")}
        if isinstance(entry, Home):
            documents = self.library.documents
            for name, paths in (("shortcuts", entry.shortcuts), ("doors", entry.doors), ("themes", entry.themes)):
                inputs[name] = [self.listing.listed(documents[path], language) for path in paths]
            inputs["lines"] = [self.listing.listed(self.library.fiches[name], language) for name in entry.lines]
        if self.is_copy and isinstance(entry, Places):  # which could ask for nothing
            inputs["known"] = canonical_json(finder.known_places(self.listing))
        # Not where guides tell how to remove traces: who is there is leaving
        searched = not guides and (isinstance(entry, Home) or inputs["children"] or inputs["subjects"])
        inputs["search"] = self._search(language) if searched else None
        return inputs

    def _search(self, language: Language) -> str | None:
        """The address of what the search box looks through; a copy that is opened from files could not ask for it."""
        if self.is_copy or not search.has_search(self.listing):
            return None
        return f"{self.prefix}/{search.file_of_index(language)}"

    def _frame(self, address: str, language: Language, document: Document) -> Inputs:
        """What the settings and the address say, whatever stands on the page."""
        return {
            "site_name": self.settings.name(language.tag),
            "exit": self.settings.exit(language.tag),
            "second_exit": self.settings.second_exit(language.tag),
            "origin_is_ours": self.settings.origin_is_ours,
            "veil_minutes": min(self.settings.veil_minutes, LONGEST_WAIT),
            "entrance": self.prefix + self.settings.entrance,
            "origin": self.origin,
            "is_unknown": address == ENTRANCES[1],
            "is_copy": self.is_copy,
            # Where a page tells what a visit leaves
            "tells_copy": self.is_copy and document.path.partition("/")[0] in ("", FIXED_LINKS["traces"]),
        }

    def _ways(self, language: Language, document: Document) -> Inputs:
        """Where the page leads to by itself: the same page elsewhere and in other languages, and the pages that all lead to."""
        return {
            "canonical": self._canonical(language, document),
            "home": self.listing.href(language, ""),
            "links": {
                name: self.listing.href(language, path)
                for name, path in {**FIXED_LINKS, "topics": search.TOPICS, "contact": "apropos/contact"}.items()
                if name in FIXED_LINKS
                or (self.library.has_page(path) if name == "contact" else search.has_search(self.listing))
                # What stands apart leads nowhere that is meant for others.
                if path != document.path and not (document.entry.stands_apart and name == "watched_phone")
            },
            "languages": [
                {
                    **plain_language(other),
                    "href": self.listing.href(other, document.path),
                    "current": other is language,
                }
                for other in self.languages
            ],
        }

    def find(self, address: str) -> tuple[Language, Document]:
        """The language and the page of an address. Raises KeyError where the site has no such address."""
        if address in ENTRANCES:
            return SOURCE, self.library.home
        tag, _, path = address.strip("/").partition("/")
        language = BY_TAG.get(tag)
        if language is None or tag not in {each.tag for each in self.languages} or address != f"/{tag}/{folder(path)}":
            raise KeyError(address)
        return language, self.library.pages[path]

    def _canonical(self, language: Language, document: Document) -> str | None:
        # A text is one page to a search engine, wherever it stands in for another
        return self.origin + self.listing.href(document.words(language)[1], document.path) if self.origin else None

    def _children(self, document: Document, language: Language) -> Inputs:
        """The pages that a section lists, its lines apart; local pages have lists of their own."""
        if not document.path or isinstance(document.entry, Places | Department):
            return {"children": [], "line_groups": []}
        children = self.library.children(document.path)
        others = [child for child in children if not isinstance(child.entry, Helpline)]
        return {
            "children": [self.listing.listed(child, language) for child in others],
            "line_groups": line_groups(children, language, self.listing),
        }

    def _tab(self, document: Document, language: Language) -> str:
        """The short neutral title: the page's own, or its section's."""
        words = document.words(language)[0]
        if words.tab:
            return words.tab
        section = self.library.documents.get(document.section, self.library.home)
        return self._tab(section, language) if section is not document else self.settings.name(language.tag)

    def _bar(self, document: Document, language: Language) -> list[Inputs]:
        """The numbers that stay in view. role: what a line is for on this page; without one its short title says it."""
        roles = {EMERGENCY_LINE: "danger", MESSAGE_LINE: "message", document.entry.listening_line: "listening"}
        found = []
        for name in bar_of(document, self.library):
            fiche, role = self.library.fiches[name], roles.get(name, "")
            shown = {"role": role, "number": fiche.facts["sms" if role == "message" else "numero"]}
            if not role:
                shown |= {"title": self._tab(fiche, language), **lang_attributes(fiche.words(language)[1])}
            found.append(shown)
        return found

    def _trail(self, document: Document, language: Language) -> list[Inputs]:
        """The pages above this one, from the home page down."""
        trail: list[Inputs] = []
        while document.path:
            document = self.library.documents.get(document.section, self.library.home)
            if not document.is_page:
                continue
            words, words_language = document.words(language)
            title = words.tab or words.title
            trail.insert(
                0,
                {"href": self.listing.href(language, document.path), "title": title, **lang_attributes(words_language)},
            )
        return trail

    def _references(self, texts: list[str], language: Language) -> dict[str, Inputs]:
        """What each link of the texts leads to, by its target as written."""
        found = {}
        for reference in (reference for text in texts for reference in references(text)):
            if reference.target not in found and reference.scheme in ("page", "fiche"):
                found[reference.target] = self.listing.listed(self._referred(reference), language)
        return found

    def _behind(self, document: Document, language: Language, shown_within: list[Inputs]) -> Inputs | None:
        """Where the French page is, and what is shown of it, if words of the page are behind the French; else None."""
        own = is_behind(document, document.words(language)[1])
        if not own and not any(part["behind"] for part in shown_within):
            return None
        beside = self._french(document, language) if own and document.entry.keeps_french else None
        return {"href": self.listing.href(SOURCE, document.path), "beside": beside}

    def _french(self, document: Document, language: Language) -> Inputs:
        """The French words of a page as they stand beside a translation. Their links stay in the reader's language."""
        words = document.words(SOURCE)[0]
        found = {}
        for reference in references(words.body):
            if reference.scheme in ("page", "fiche"):
                referred = self._referred(reference)
                href = self.listing.href(language, referred.path)
                found[reference.target] = self.listing.listed(referred, SOURCE) | {"href": href}
        return {"title": words.title, "body": words.body, "references": found}

    def _guides(self, blocks: list[str], language: Language) -> list[Inputs]:
        """The guides to all browsers, each with the part that a block of the text asks for."""
        asked = [block for block in blocks if block in GUIDE_PARTS]
        found = []
        for block, (document, guide) in itertools.product(asked, self.library.guides if asked else ()):
            words, words_language = document.words(language)
            found.append(
                {
                    "block": block,
                    "title": words.title,
                    "browser": guide.browser,
                    "systems": " ".join(guide.systems),
                    "tried": guide.tried_on is not None,
                    "body": guide_parts(words.body)[GUIDE_PARTS[block]],
                    **lang_attributes(words_language),
                    **state(document, language),
                }
            )
        return found

    def _referred(self, reference: Reference) -> Document:
        if reference.scheme == "fiche":
            return self.library.fiches[reference.fiche]
        return self.library.documents["" if reference.path == "index" else reference.path]


class Draft(Site):
    """A site with faults, for a preview: a link that leads nowhere leads home."""

    def _referred(self, reference: Reference) -> Document:
        try:
            return super()._referred(reference)
        except KeyError:
            return self.library.home
