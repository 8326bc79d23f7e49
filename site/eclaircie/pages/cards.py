"""How a page is shown on other pages: in a list, on a card."""

import datetime
from dataclasses import dataclass, field
from functools import cache

from ..canonical_json import Inputs
from ..content import review
from ..content.base import Fiche
from ..content.document import Document
from ..content.library import Library
from ..content.local import Desk, Local
from ..content.models import Aid
from ..content.scale_formula import estimate_of
from ..content.service_areas import named_communes, named_intercommunalities
from ..content.translation import is_behind, is_reviewed
from ..languages import Language
from ..places import intercommunalities

_MOST_KEPT = 4096
"""How many listed pages are kept. Pages are made language by language, so those of one are enough."""


@dataclass(frozen=True)
class Listing:
    """The pages of a library as other pages show them.

    prefix: the path under which the site is published. today: the day of the build.
    review_months: after how many months a fact is old. languages: those that are published. shown: gets the path of each page that is listed (see `sources`).
    """

    library: Library
    prefix: str
    today: datetime.date
    review_months: int
    languages: tuple[Language, ...]
    shown: set[str] = field(default_factory=set, init=False, repr=False, compare=False)
    _listed: dict[tuple[str, str], Inputs] = field(default_factory=dict, init=False, repr=False, compare=False)
    _areas: dict[str, list[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def href(self, language: Language, path: str) -> str:
        """The address of a page, below the host."""
        return f"{self.prefix}/{language.tag}/{folder(path)}"

    def listed(self, document: Document, language: Language) -> Inputs:
        """A page as lists and cards show it. Every page that shows it is given this very data: to be read only."""
        self.shown.add(document.path)
        key = (document.path, language.tag)
        if key not in self._listed:
            if len(self._listed) == _MOST_KEPT:
                self._listed.clear()
            self._listed[key] = self._list(document, language)
        return self._listed[key]

    def _list(self, document: Document, language: Language) -> Inputs:
        words, words_language = document.words(language)
        entry = document.entry
        return {
            "href": self.href(language, document.shown_at),
            "title": words.title,
            "summary": words.summary,
            "facts": document.facts if isinstance(entry, Fiche) else None,
            "kind": entry.kind,
            "pictogram": entry.pictogram,
            **self.age(document),
            **lang_attributes(words_language),
            "behind": is_behind(document, words_language),
            **(self._local(document, entry, language) if isinstance(entry, Local) else {}),
            **(_estimate(entry) if isinstance(entry, Aid) else {}),
        }

    def age(self, document: Document) -> Inputs:
        """Whether the facts of a page are old on the day of the build, and until when they are not."""
        entry = document.entry
        return {
            "old": review.is_old(entry, self.today, self.review_months),
            "review_day": iso(review.review_day(entry, self.review_months)),
        }

    def contacts(self, names: tuple[str, ...], language: Language) -> list[Inputs]:
        """The lines and structures through which another is reached."""
        found = []
        for name in names:
            document = self.library.fiches[name]
            words, words_language = document.words(language)
            facts = document.facts
            contact: Inputs = {"href": self.href(language, document.shown_at), "title": words.title}
            contact |= {key: facts.get(key) for key in ("genre", "type", "nom", "numero", "numero_outre_mer")}
            found.append(contact | lang_attributes(words_language))
        return found

    def _local(self, document: Document, entry: Local, language: Language) -> Inputs:
        if document.path not in self._areas:
            self._areas[document.path] = area(entry, document.territory or "")
        return {
            "contacts": self.contacts(entry.contacts, language),
            "area": self._areas[document.path],
            "desks": [
                {**facts, "area": area(desk, document.territory or "")}
                for facts, desk in zip(document.facts["accueils"], entry.desks, strict=True)
            ],
        }


def _estimate(entry: Aid) -> Inputs:
    """What the form that estimates an aid works with, where the aid has a formula."""
    return {"estimate": estimate_of(entry.formula)._asdict()} if entry.formula else {}


def area(entry: Local | Desk, territory: str) -> list[str]:
    """The official names of the communes and intercommunalities that an entry says it serves."""
    communes = [commune.name for commune in named_communes(entry, territory)]
    return communes + [intercommunalities()[siren] for siren in named_intercommunalities(entry, territory)]


def folder(path: str) -> str:
    """The folder of a page, with a slash at its end; the home page has none."""
    return f"{path}/" if path else ""


def iso(day: datetime.date | None) -> str | None:
    """A day as text."""
    return day.isoformat() if day else None


def state(document: Document, language: Language) -> dict[str, bool]:
    """Whether the words of a page are behind the French, and whether they have been read; French words need neither."""
    shown = document.words(language)[1]
    translated = shown.tag in document.translations
    return {"behind": is_behind(document, shown), "reviewed": not translated or is_reviewed(document, shown)}


def lang_attributes(language: Language) -> dict[str, str]:
    """The language of some words, as attributes want it."""
    return {"lang": language.tag, "dir": language.direction}


@cache
def plain_language(language: Language) -> dict[str, str]:
    """What pages say of a language. To be read only."""
    return {"tag": language.tag, "name": language.name, "direction": language.direction}
