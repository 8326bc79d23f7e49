"""Who should look at a proposed change before it is published: what no check can judge, a person has to."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from ..content.base import Entry, keys_of
from ..content.document import Document
from ..content.library import Library
from ..content.models import Guide, Home
from ..content.translation import is_behind
from ..languages import BY_TAG, SOURCE
from ..messages.faults import SETTINGS_FILE
from ..pages.site import FIXED_LINKS
from .page_changes import Part


class Look(Part):
    """Somebody should look at some files. kind: why, as in the table `proposing`.

    who: the tag of a language, or whoever cares for a file; nothing where the kind says it.
    """

    kind: Literal["safety", "facts", "undated", "translator", "left_behind", "cared_for"]
    who: str = ""
    files: tuple[str, ...]


SAFETY_KEYS = frozenset({"francais_a_cote", "a_relire_par_une_association"})
SAFETY_LINKS = ("traces", "watched_phone", "private_window")
SAFETY_SETTINGS = (
    *("nom", "sortie", "sortie_de_secours", "entree", "origine_reservee", "voile_apres_minutes"),
    *("langues", "cadres"),
)
"""What a text of safety is, in one place: danger, leaving, traces, the exit. An error there can do harm at once.

Pages whose header says one of the keys; the sections of the fixed links; home, and what it shows first; the guides to
browsers; and of the settings those that decide what others see on the screen, which languages are published, and which
sites may show this one."""

CARED_FOR = "suivi_par"
"""The key that says who cares for a file."""

_OF_A_TRANSLATION = frozenset({"traduit_de", "relu_par", "relu_le", "relu_de"})

_NO_FACTS = (keys_of(Entry) - {"sources", "verifie_le", "valable_jusqu_au"}) | _OF_A_TRANSLATION
"""The keys of a header that say nothing of the world: words, the place among other pages, who translated what."""

_NUMBER = re.compile(r"\d(?:[\d \u00a0\u202f.,:/h-]*\d)?(?:\s?[^\W\d]+)?")
"""A number and the word behind it: 12 months are not 12 years, nor 3 March 3 April."""


@dataclass(frozen=True)
class Side:
    """The content before or after a change. files: what each file holds, by name. names: of its folders."""

    library: Library
    files: dict[str, bytes]
    names: dict[Path, str]

    def name_of(self, file: Path) -> str:
        """The name of a file as a repository has it, whatever folder it was read from."""
        for folder, name in self.names.items():
            if file == folder or file.is_relative_to(folder):
                return f"{name}/{file.relative_to(folder).as_posix()}".removesuffix("/.")
        return file.name

    @cached_property
    def documents(self) -> dict[str, tuple[str, Document]]:
        """The language and the page of each file that has one, by name."""
        found = {}
        for document in (*self.library.unsound.values(), *self.library.documents.values()):
            if document.is_written or not document.is_sound:
                found[self.name_of(document.file)] = SOURCE.tag, document
            for tag, translated in document.translations.items():
                found[self.name_of(translated.file)] = tag, document
        return found

    def data_of(self, name: str) -> tuple[dict[str, Any], str]:
        """The header of a file and its text; nothing where there is no such page."""
        tag, document = self.documents.get(name, ("", None))
        if document is None:
            return {}, ""
        parts = document.parts if tag == SOURCE.tag else document.translations[tag].parts
        return parts.data, parts.body

    def address_of(self, name: str) -> str:
        """The address of the page of a file, or nothing where it has none of its own."""
        tag, document = self.documents.get(name, ("", None))
        if document is None or not document.is_page:
            return ""
        return f"/{tag}/{document.path}/" if document.path else f"/{tag}/"


def looks(old: Side, new: Side, touched: set[str]) -> Iterator[Look]:
    """Who should look at what, what can do most harm first. touched: the files that differ."""
    names = sorted(touched)
    found: dict[tuple[str, str], list[str]] = {}

    def note(kind: str, who: str, name: str) -> None:
        found.setdefault((kind, who), []).append(name)

    for name in names:
        if _is_safety(old, new, name):
            note("safety", "", name)
    for name in names:
        if _facts_of(old, name) != _facts_of(new, name):
            note("facts", "", name)
            if name in old.documents and name in new.documents and _undated(old, new, name):
                note("undated", "", name)
    for name in names:
        if (tag := _language_of(name)) and name in new.files:
            note("translator", tag, name)
    for name, tag in _left_behind(old, new, touched):
        note("left_behind", tag, name)
    for name in names:
        for who in dict.fromkeys(str(side.data_of(name)[0].get(CARED_FOR, "")) for side in (old, new)):
            if who:
                note("cared_for", who, name)
    for (kind, who), files in found.items():
        yield Look.model_validate({"kind": kind, "who": who, "files": files})


def _language_of(name: str) -> str:
    """The language of a translation, or nothing for what is no translation."""
    steps = name.split("/")
    tag = steps[1].removesuffix(".po") if len(steps) > 1 else ""
    return tag if tag in BY_TAG and tag != SOURCE.tag else ""


def _is_safety(old: Side, new: Side, name: str) -> bool:
    """Whether a file holds a text of safety, before the change or after it."""
    if name.rpartition("/")[2] == SETTINGS_FILE:
        return any(_setting(old, name, key) != _setting(new, name, key) for key in SAFETY_SETTINGS)
    return any(_is_safety_text(side, side.documents[name][1]) for side in (old, new) if name in side.documents)


def _is_safety_text(side: Side, document: Document) -> bool:
    entry = document.entry
    home = side.library.documents.get("")
    first = home.entry.shortcuts if home and isinstance(home.entry, Home) else ()
    sections = {FIXED_LINKS[name].partition("/")[0] for name in SAFETY_LINKS}
    return (
        isinstance(entry, Guide | Home)
        or document.path in first
        or document.path.partition("/")[0] in sections
        or any(document.parts.data.get(key) for key in SAFETY_KEYS)
    )


def _setting(side: Side, name: str, key: str) -> str:
    """The lines of the settings that say something of a key, as they are written."""
    text = side.files.get(name, b"").decode("utf-8", "replace")
    found = re.search(rf"(?m)^{key}:.*(?:\n[ \t].*)*", text)
    return found[0] if found else ""


def _facts_of(side: Side, name: str) -> tuple[dict[str, Any], Counter[str]]:
    """What a file says that can be right or wrong: the facts of its header, the numbers and days of its words."""
    data, body = side.data_of(name)
    words = " ".join([body, *(str(data.get(key, "")) for key in ("titre", "resume"))])
    facts = {key: value for key, value in data.items() if key not in _NO_FACTS}
    return facts, Counter(_NUMBER.findall(words))


def _undated(old: Side, new: Side, name: str) -> bool:
    """Whether the day on which facts were compared with their sources stayed, though they did not."""
    day = new.data_of(name)[0].get("verifie_le")
    return day is not None and day == old.data_of(name)[0].get("verifie_le")


def _left_behind(old: Side, new: Side, touched: set[str]) -> Iterator[tuple[str, str]]:
    """The translations that the change leaves behind the French, by name, and their language."""
    for path, document in sorted(new.library.documents.items()):
        former = old.library.documents.get(path)
        for tag, translated in document.translations.items():
            language, name = BY_TAG[tag], new.name_of(translated.file)
            if name not in touched and is_behind(document, language) and not (former and is_behind(former, language)):
                yield name, tag
