"""One page: its French file, its facts, and its words in each language."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..languages import BY_TAG, SOURCE, Language
from ..places import territories
from .base import Entry, facts_of
from .counters import COUNTERS, Counter
from .departments import Landmark
from .local import FOLDER, Local, News
from .models import Guide, Translation
from .parts import Parts


@dataclass(frozen=True)
class Document:
    """One page: its French file, and its words in other languages.

    path: its address below the language, such as `aides/urgence`; the home page is the empty text.
    is_written: False for a département that has a page though nobody wrote a file for it, and where the file has faults.
    is_sound: False where the file has faults. It keeps its names, so that what refers to it is not blamed for them;
        its facts may be missing, and its kind is a guess.
    """

    path: str
    file: Path
    parts: Parts
    entry: Entry
    translations: dict[str, "Translated"] = field(default_factory=dict)
    is_written: bool = True
    is_sound: bool = True

    @property
    def stem(self) -> str:
        """The name of its file, without the ending; of an index, the name of its folder."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def territory(self) -> str | None:
        """The slug of the territory in whose folder it lies, or None."""
        steps = self.path.split("/")
        return steps[1] if steps[0] == FOLDER and len(steps) > 1 and steps[1] in territories() else None

    @property
    def name(self) -> str:
        """The name by which a fiche is referred to; each département may have a `cidff`, so there it is `71-cidff`."""
        return self.local_name if isinstance(self.entry, Local) and self.territory else self.stem

    @property
    def local_name(self) -> str:
        """The name of a fiche in the folder of a territory; a counter is `71-annuaire-cidff`, beside a `71-cidff`."""
        among = f"{COUNTERS}-" if self.section.endswith(f"/{COUNTERS}") else ""
        return f"{self.territory}-{among}{self.stem}"

    @cached_property
    def facts(self) -> dict[str, Any]:
        """Its facts as plain data, by French key. Every page that shows them is given this very data: to be read only."""
        return facts_of(self.entry)

    @cached_property
    def is_page(self) -> bool:
        """Whether it has an address of its own; guides, news, landmarks and counters are shown within other pages."""
        return not isinstance(self.entry, Guide | News | Landmark | Counter)

    @property
    def has_words(self) -> bool:
        """Whether it has words of its own, to be written and translated; those of a counter follow from its facts."""
        return not isinstance(self.entry, Counter)

    @property
    def shown_at(self) -> str:
        """The path of the page that tells of it: its own, or that of the département of a counter."""
        return f"{FOLDER}/{self.territory}" if isinstance(self.entry, Counter) else self.path

    @cached_property
    def section(self) -> str:
        """The path of the page that lists this one: its folder, or the home page."""
        return self.path.rpartition("/")[0]

    def files(self) -> Iterator[tuple[Path, Parts]]:
        """Its files and their parts: the French one, and that of each translation."""
        yield self.file, self.parts
        for translated in self.translations.values():
            yield translated.file, translated.parts

    def words(self, language: Language) -> tuple["Words", Language]:
        """The words of the page and the language they are in: where there is no translation, that which stands in, or French.

        A page that nobody wrote has a proper name for its title and no other words: it is in every language.
        """
        for tag in (language.tag, language.stands_in):
            translated = self.translations.get(tag)
            if translated is not None:
                return translated.words, BY_TAG.get(tag, language)
        return self._own_words, SOURCE if self.is_written else language

    def search_words(self, language: Language) -> tuple[str, ...]:
        """What people say when they look for the page, in a language; none where nobody wrote it."""
        if language is SOURCE:
            return self.entry.search_words
        translated = self.translations.get(language.tag)
        return translated.header.search_words if translated else ()

    @cached_property
    def fingerprint(self) -> str:
        """A short fingerprint of its French words: what a translation says it was made from."""
        return fingerprint_of(self._own_words)

    @cached_property
    def _own_words(self) -> "Words":
        return Words(self.entry.title, self.entry.tab, self.entry.summary, self.parts.body)


@dataclass(frozen=True)
class Words:
    """What is read on a page, in one language."""

    title: str
    tab: str | None
    summary: str
    body: str


def fingerprint_of(words: Words) -> str:
    """A short fingerprint of French words: what a translation says it was made from."""
    text = "\n".join((words.title, words.tab or "", words.summary, words.body.strip()))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Translated:
    """The words of a page in another language, and the file they stand in."""

    file: Path
    parts: Parts
    header: Translation
    words: Words
