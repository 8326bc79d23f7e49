"""Whatever in the content leads to a page or names a fiche: found, led elsewhere, or taken away."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..content.document import Document, Words, fingerprint_of
from ..content.facts import Kind, declared
from ..content.files import is_left_by_programs
from ..content.library import Library
from ..content.local import FOLDER
from ..content.models import MODELS
from ..content.translation import fingerprint_of_review
from ..languages import BY_TAG, LANGUAGES, SOURCE
from ..places import territories
from .addresses import page_path_of
from .texts import FileText
from .writing_error import WritingError

_KINDS = {"pages": "page", "lines": "fiche", "contacts": "fiche", "networks": "network"}

KEYS = {
    key: _KINDS[fact.kind.names]
    for model in MODELS.values()
    for key, fact in declared(model).items()
    if isinstance(fact.kind, Kind) and fact.kind.names in _KINDS
}
"""The keys of a header that name other files, and how: by path, by the name of a fiche, by that of a network's file."""

_LINK = re.compile(r"\]\((?P<open>\s*<?)(?P<scheme>page|fiche):(?P<target>[^\s<>()]*)", re.IGNORECASE)
_WHOLE = re.compile(
    r"\[(?P<text>[^\[\]]*)\]\(\s*<?(?P<scheme>page|fiche):(?P<target>[^\s<>()]*)>?[^()\n]*\)", re.IGNORECASE
)
_ALONE = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])?[ \t]*")


@dataclass(frozen=True)
class Names:
    """The names of some pages, each with what takes its place; None where nothing does.

    pages: by path. fiches: by name. networks: by the number of their département and the name of their file.
    """

    pages: dict[str, str | None] = field(default_factory=dict)
    fiches: dict[str, str | None] = field(default_factory=dict)
    networks: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def has(self, kind: str, name: str, territory: str) -> bool:
        """Whether it is one of them. kind: as in KEYS. territory: the number of the département of whoever names it."""
        if kind == "network":
            return (territory, name) in self.networks
        return name in (self.pages if kind == "page" else self.fiches)

    def instead(self, kind: str, name: str, territory: str) -> str | None:
        """What takes its place."""
        if kind == "network":
            return self.networks[territory, name]
        return (self.pages if kind == "page" else self.fiches)[name]


@dataclass(frozen=True)
class Mention:
    """A place that names one of them. file, line: where. name: what is named. kind: as in KEYS. fact: of a fiche, if cited."""

    file: Path
    line: int
    name: str
    kind: str
    fact: str = ""


def texts_of(content: Path) -> Iterator[FileText]:
    """Every page of every language whose text can be read."""
    for language in LANGUAGES:
        folder = content / language.tag
        for file in sorted(folder.rglob("*.md")):
            if file.is_file() and not any(map(is_left_by_programs, file.relative_to(folder).parts)):
                try:
                    yield FileText.read(file)
                except WritingError:
                    continue  # the check tells of it


def mentions(text: FileText, names: Names, content: Path) -> Iterator[Mention]:
    """Where a file names one of some pages, in order."""
    territory = _territory(text.file, content)
    try:
        parts = text.parts
    except WritingError:
        return
    for key, kind in KEYS.items():
        value = parts.data.get(key)
        for number, name in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(name, str) and names.has(kind, name, territory):
                yield Mention(text.file, parts.line(key, number), name, kind)
    for match in _LINK.finditer(parts.body):
        kind, name, fact = _meant(match)
        if names.has(kind, name, territory):
            line = parts.body_line + parts.body.count("\n", 0, match.start())
            yield Mention(text.file, line, name, kind, fact)


def led_elsewhere(text: FileText, names: Names, content: Path) -> FileText:
    """A file in which each of some pages is named as what takes its place; a fiche without one keeps its name."""
    territory = _territory(text.file, content)

    def lead(match: re.Match[str]) -> str:
        kind, name, fact = _meant(match)
        new = names.instead(kind, name, territory) if names.has(kind, name, territory) else None
        if new is None:
            return match[0]
        return f"]({match['open']}{match['scheme']}:{new}{fact and '/' + fact}"

    new = with_names(text, names, territory)
    body = new.parts.body
    return new.with_body(_LINK.sub(lead, body)) if _LINK.search(body) else new


def with_names(text: FileText, names: Names, territory: str) -> FileText:
    """A file whose header names what takes the place of some pages; what has nothing in its place is taken from its list."""
    data, changed = text.parts.data, dict[str, Any]()
    for key, kind in KEYS.items():
        value = data.get(key)
        old = value if isinstance(value, list) else [value]
        if not any(isinstance(name, str) and names.has(kind, name, territory) for name in old):
            continue
        new = [names.instead(kind, n, territory) if names.has(kind, n, territory) else n for n in map(str, old)]
        left = list(dict.fromkeys(name for name in new if name is not None))
        changed[key] = (left or None) if isinstance(value, list) else next(iter(left), None)
    return text.with_values(changed) if changed else text


def without_links(text: FileText, names: Names, title_of: Callable[[str, str], str]) -> FileText:
    """A file whose text leads to none of some pages any more: of a link its words stay, of a line with nothing else nothing.

    title_of: the title of a page, by its kind and name, which takes the place of a link without words.
    """
    body = text.parts.body

    def is_meant(match: re.Match[str]) -> bool:
        kind, name, _ = _meant(match)
        return name in (names.pages if kind == "page" else names.fiches)

    def words(match: re.Match[str]) -> str:
        if not is_meant(match):
            return match[0]
        kind, name, _ = _meant(match)
        return match["text"] or title_of(kind, name)

    kept: list[str] = []
    dropped = False
    for line in body.split("\n"):
        if kept and not kept[-1].strip() and not line.strip() and dropped:
            dropped = False
            continue  # one empty line is enough where a paragraph went
        match = _WHOLE.search(line)
        dropped = bool(match and is_meant(match) and _is_all(match) and (not match["text"].strip() or _is_card(match)))
        if not dropped:
            kept.append(_WHOLE.sub(words, line))
    return text.with_body("\n".join(kept))


def _is_all(match: re.Match[str]) -> bool:
    """Whether a link is all that its line holds, the sign of a list aside."""
    return bool(_ALONE.fullmatch(match.string[: match.start()])) and not match.string[match.end() :].strip()


def _is_card(match: re.Match[str]) -> bool:
    return match["scheme"].lower() == "fiche" and not match.string[: match.start()].strip()


def follow(document: Document, texts: Mapping[Path, FileText]) -> dict[Path, FileText]:
    """The new texts of a page, with translations that followed its French words, and reviews of these, still holding.

    What was changed is where links lead, in every language alike: nobody has to translate or to read that again.
    texts: by file, those of its files that change.
    """
    french = texts.get(document.file)
    words = _words(document.words(SOURCE)[0], french)
    found = dict(texts)
    for tag, translated in document.translations.items():
        own = texts.get(translated.file)
        header, values = translated.header, dict[str, Any]()
        before = document.words(SOURCE)[0]
        if header.translated_from == fingerprint_of(before) != fingerprint_of(words):
            values["traduit_de"] = fingerprint_of(words)
        new = _words(document.words(BY_TAG[tag])[0], own)
        review = fingerprint_of_review(words, new)
        if header.review_of == fingerprint_of_review(before, translated.words) != review:
            values["relu_de"] = review
        if values:
            found[translated.file] = (own or FileText.read(translated.file)).with_values(values)
    return found


def _words(words: Words, new: FileText | None) -> Words:
    return words if new is None else Words(words.title, words.tab, words.summary, new.parts.body)


def documents_by_file(library: Library) -> dict[Path, Document]:
    """The page of each file."""
    known = (document for document in library.documents.values() if document.is_written)
    return {file: document for document in known for file, _ in document.files()}


def _meant(match: re.Match[str]) -> tuple[str, str, str]:
    """What a link names: how, the name, and the fact of a fiche."""
    kind, target = match["scheme"].lower(), match["target"].strip("/")
    if kind == "page":
        return kind, "" if target == "index" else target, ""
    name, _, fact = target.partition("/")
    return kind, name, fact


def _territory(file: Path, content: Path) -> str:
    steps = page_path_of(file, content).split("/")
    return steps[1] if steps[0] == FOLDER and len(steps) > 1 and steps[1] in territories() else ""
