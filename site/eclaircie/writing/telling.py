"""Facts as a person reads them who writes the content: by the name that pages give them, as the header has them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..content.document import Document
from ..content.facts import Choice, Declared
from ..content.labels import label_of, label_of_word
from ..content.models import facts_in

_NO_FACTS = frozenset(
    {
        "genre",
        "ordre",
        "ligne",
        "verifie_le",
        "a_confirmer",
        "a_verifier",
        "sources",
        "pictogramme",
        "mots",
        "onglet",
        "suivi_par",
    }
)
"""What says nothing that a source could tell."""


class Told(NamedTuple):
    """One fact. label: its name. text: in words. is_doubtful: whether the file says that it is to be confirmed."""

    key: str
    label: str
    text: str
    is_doubtful: bool


def told_facts(document: Document) -> Iterator[Told]:
    """The facts of a page that were compared with its sources, in the order of its header."""
    data, doubts = document.parts.data, document.facts.get("a_confirmer", [])
    for key, fact in facts_in(document.facts).items():
        if key in data and key not in _NO_FACTS:
            yield Told(key, label_of(key), in_words(fact, data[key]), key in doubts)


def in_words(fact: Declared | None, value: Any) -> str:
    """A value of a header in words: choices by their labels, rows one behind the other."""
    if isinstance(value, list):
        return (" / " if any(isinstance(item, dict) for item in value) else ", ").join(
            in_words(fact, item) for item in value
        )
    if isinstance(value, dict):
        return " ".join(in_words(None, item) for item in value.values())
    if fact and isinstance(fact.kind, Choice):
        return label_of_word(value, fact.kind) if value in fact.kind.labels else str(value)
    return str(value)
