"""A file that is being made from answers: its text, and what the check says of it, answer by answer."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..checks import numbers
from ..checks.site_facts import SiteFacts
from ..checks.suite import RULES
from ..content import opening_hours
from ..content.base import Entry, Fiche, required_keys
from ..content.choices import STRUCTURE_TYPES
from ..content.document import Document
from ..content.facts import declared
from ..content.library import Library
from ..content.parts import Parts
from ..content.raw_text import FORBIDDEN
from ..content.validation import read_kind, read_model
from ..languages import SOURCE
from ..messages.faults import Fault, Faults
from .kinds import Kind, Question
from .plan import Plan
from .texts import FileText
from .writing_error import WritingError

BODY = "texte"
"""The name of the answer that is the text below the header."""


@dataclass(frozen=True)
class Around:
    """The site that a file is made for. today: the day of the build. months: after how many a fact is old."""

    content: Path
    library: Library
    today: datetime.date
    months: int


@dataclass(frozen=True)
class Draft:
    """A file in the making. path: of its page. values: by key, as a header has them. body: the text below."""

    kind: Kind
    path: str
    values: dict[str, Any] = field(default_factory=dict)
    body: str = ""

    def answered(self, key: str, value: Any) -> "Draft":
        """With another answer, without the signs in it that nobody sees; None is none."""
        value = _visible(value)
        if key == BODY:
            return replace(self, body=str(value or ""))
        kept = {name: held for name, held in self.values.items() if name != key}
        return replace(self, values=kept if value is None else {**kept, key: value})

    def file(self, content: Path) -> Path:
        """The file that it will be."""
        return content / SOURCE.tag / f"{self.path}.md"

    def text(self, file: Path) -> str:
        """Its text, in the form that all files have."""
        genre = {} if self.kind.genre == "page" else {"genre": self.kind.genre}
        start = FileText(file, f"---\nresume: x\n---\n\n{self.body.strip()}\n")
        return start.with_values({"resume": None, **genre, **self.values}).text

    def plan(self, around: Around) -> Plan:
        """How the file is made."""
        plan = Plan(around.content)
        plan.write(self.file(around.content), self.text(self.file(around.content)))
        return plan


def _visible(value: Any) -> Any:
    """An answer without the signs that no file may hold; what is copied from elsewhere has them unseen."""
    if isinstance(value, list):
        return [_visible(item) for item in value]
    if isinstance(value, dict):
        return {key: _visible(item) for key, item in value.items()}
    return FORBIDDEN.sub("", value.replace("\r\n", "\n")) if isinstance(value, str) else value


def value_of(question: Question, typed: str) -> Any:
    """What somebody typed as a header has it; what is no answer stays as it is, for the check to say so.

    One of the choices is known by its word, its label or its number; a list has commas; hours are read as people write
    them.
    """
    text = typed.strip()
    if question.kind == "hours":
        rows: list[Any] = []
        for part in filter(str.strip, re.split(r"[;\n]", text)):
            rows += opening_hours.rows_of(part) or [part.strip()]
        return rows
    if question.kind == "date":
        return text
    parts = re.split(r"\s*[\n]\s*" if question.sentences else r"\s*[,;\n]\s*", text) if question.is_list else [text]
    items = [_chosen(part, question.choices) for part in parts if part]
    return items if question.is_list else next(iter(items), "")


def _chosen(text: str, choices: Mapping[str, str]) -> str:
    words = list(choices)
    if text.isdecimal() and 0 < int(text) <= len(words):
        return words[int(text) - 1]
    folded = text.casefold().replace("’", "'")
    return next((word for word, name in choices.items() if folded in (word, name.casefold().replace("’", "'"))), text)


def faults_of(draft: Draft, around: Around) -> dict[str, list[Fault]]:
    """What the check says of a draft, by the key at whose line it is said; nothing of answers that are still to come.

    `texte` is the body; the empty key is what no single answer is to blame for.
    """
    values = {**_placeholders(draft, around), **draft.values}
    full = replace(draft, values=values, body=draft.body or "…")
    file = draft.file(around.content)
    try:
        parts = FileText(file, full.text(file)).parts
    except WritingError as error:  # only a text that is too long cannot be read
        return {BODY: error.faults}
    faults = Faults(around.content)
    model = read_kind(parts, file, faults)
    entry = read_model(model, parts, file, faults) if model else None
    if entry is not None:
        _apply_rules(Document(draft.path, file, parts, entry), around, faults)
    told: dict[str, list[Fault]] = {}
    for fault in faults.errors:
        if fault.file == file:
            key = key_at(fault.line, parts)
            if key in draft.values or key == "" or (key == BODY and draft.body):
                told.setdefault(key, []).append(fault)
    return told


def missing(draft: Draft) -> list[str]:
    """The keys that a file must have and has not yet, as the check wants them, in order."""
    needed = required_keys(draft.kind.model)
    keys = [key for key in declared(draft.kind.model) if key in needed and key not in draft.values]
    if draft.kind.needs_sources:
        keys += [key for key in ("verifie_le", "sources") if key not in draft.values]
    return [*keys, *([] if draft.body else [BODY])]


def _placeholders(draft: Draft, around: Around) -> dict[str, Any]:
    """What stands for answers that are still to come, so that the others can be judged."""
    choices = {"type": next(iter(STRUCTURE_TYPES.labels)) if draft.kind.genre == "structure" else "rencontre"}
    days = {"debut": around.today.isoformat(), "verifie_le": around.today.isoformat()}
    found = {key: (choices | days).get(key, "…") for key in missing(draft) if key not in (BODY, "sources")}
    return found


def _apply_rules(document: Document, around: Around, faults: Faults) -> None:
    library = _with(document, around.library)
    facts = SiteFacts(library, around.content, around.today, around.months)
    for rule in RULES.values():
        rule(document, facts, faults)
    numbers.check(library, around.content, faults)


def _with(document: Document, library: Library) -> Library:
    """A library with one page more."""
    fiches = dict(library.fiches)
    if isinstance(document.entry, Fiche):
        fiches.setdefault(document.name, document)
    return Library({**library.documents, document.path: document}, fiches, library.unsound)


def key_at(line: int, parts: Parts) -> str:
    """The key at whose lines a line is."""
    if line >= parts.body_line:
        return BODY
    starts = sorted((parts.lines[(key,)], key) for key in parts.data)
    return next((key for start, key in reversed(starts) if start <= line), "")


def in_final_form(draft: Draft, around: Around) -> Draft:
    """A draft whose telephone numbers are grouped as they are read aloud; as it is where its header has faults."""
    file = draft.file(around.content)
    parts = FileText(file, draft.text(file)).parts
    model = read_kind(parts, file, Faults())
    entry: Entry | None = read_model(model, parts, file, Faults()) if model else None
    if entry is None:
        return draft
    facts = entry.model_dump(by_alias=True)
    grouped = {
        key: facts[key] for key, fact in declared(type(entry)).items() if fact.form == "phone" and key in draft.values
    }
    return replace(draft, values={**draft.values, **grouped})
