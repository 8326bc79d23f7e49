"""The kinds of files that somebody can begin: where they lie, and what is asked of each, in order."""

from dataclasses import dataclass

from pydantic import BaseModel

from ..content.facts import Choice, Declared, declared
from ..content.labels import label_of, label_of_word
from ..content.local import FOLDER, SUPPORT_GROUP, is_shelter
from ..content.models import MODELS


@dataclass(frozen=True)
class Kind:
    """A kind of file. genre: as its header says. folder: where its files lie; `{territory}` is a département's number.

    words: what somebody may call it. asked: the keys that are, in order; what else it may say comes after, where one wishes.
    """

    genre: str
    folder: str
    words: tuple[str, ...]
    asked: str

    @property
    def needs_sources(self) -> bool:
        """Whether the check wants to know where its facts are from."""
        return self.genre != "page"

    @property
    def keys(self) -> list[str]:
        """What is asked, in order."""
        return self.asked.split()

    @property
    def model(self) -> type[BaseModel]:
        """What its header may say."""
        return MODELS[self.genre]

    @property
    def is_local(self) -> bool:
        """Whether its files lie in the folder of a département."""
        return "{territory}" in self.folder


_LOCAL = f"{FOLDER}/{{territory}}"

KINDS = {
    kind.words[0]: kind
    for kind in (
        Kind("page", "", ("page",), "titre onglet resume"),
        Kind(
            "ligne",
            "numeros",
            ("line", "ligne", "numero"),
            "nom titre onglet resume besoin numero messagerie horaires cout site",
        ),
        Kind("aide", "aides", ("aid", "aide", "droit"), "titre onglet resume pour organismes delai_jours_ouvres"),
        Kind(
            "reseau",
            _LOCAL,
            ("network", "reseau"),
            "nom titre resume porte_par communes intercommunalites numero courriel site horaires contacts",
        ),
        Kind(
            "structure",
            _LOCAL,
            ("structure",),
            "type propose nom titre resume pour numero courriel site adresse horaires cout contacts",
        ),
        Kind("actualite", _LOCAL, ("news", "actualite"), "type titre resume debut fin lieu numero contacts"),
    )
}
"""By the name that the command has in English."""

_NEVER_ASKED = frozenset(
    {"genre", "ligne", "verifie_le", "sources", "a_relire_par_une_association", "a_confirmer", "a_part", "ordre"}
)
"""What is written without a question, or is for later."""


_OF_PAGES = ("demarche", "francais_a_cote", "pictogramme")
"""What is asked of pages only; other files may have it too."""


def kind_of(word: str) -> Kind | None:
    """The kind of a name in either language, or None."""
    return next((kind for kind in KINDS.values() if word in kind.words), None)


@dataclass(frozen=True)
class Question:
    """What somebody is asked. key: of the header. label: what it is called. hint: what to put there, in Markdown.

    form: how it is written. choices: by each word, what it is called; empty where anything may be written.
    kind: the kind of its values, as a declaration names it. sentences: whether each item is a line of its own.
    """

    key: str
    label: str
    hint: str
    form: str
    choices: dict[str, str]
    kind: str
    is_list: bool
    is_required: bool
    sentences: bool = False


def questions(kind: Kind, answers: dict[str, object]) -> list[Question]:
    """What is asked of a file, in order. answers: those that are known, for of a shelter its place is never asked."""
    facts = declared(kind.model)
    return [_question(facts[key]) for key in kind.keys if may_be_asked(facts[key], answers)]


def further_questions(kind: Kind, answers: dict[str, object]) -> list[Question]:
    """What else the header may say, in its order. What has keys of its own is written in the file."""
    return [
        _question(fact)
        for key, fact in declared(kind.model).items()
        if key not in (*kind.keys, *_NEVER_ASKED, *(() if kind.genre == "page" else _OF_PAGES))
        and (fact.inner is None or fact.form == "hours")
        and may_be_asked(fact, answers)
    ]


def may_be_asked(fact: Declared, answers: dict[str, object]) -> bool:
    """Whether a fact may be known of who is described: of a shelter nothing that leads to it, of a group no place."""
    kind, offers = answers.get("type"), answers.get("propose")
    if is_shelter(str(kind), offers if isinstance(offers, list) else []) and fact.fact.shelters == "refused":
        return False
    return not (kind == SUPPORT_GROUP and fact.key in ("adresse", "lieu"))


def _question(fact: Declared) -> Question:
    kind = fact.kind
    is_choice = isinstance(kind, Choice)
    choices = {word: label_of_word(word, kind) for word in kind.labels} if isinstance(kind, Choice) else {}
    form = "" if kind is None or isinstance(kind, Choice) else kind.form
    is_list = fact.is_list and fact.form != "hours"
    name = "choice" if is_choice else fact.form
    return Question(
        fact.key,
        label_of(fact.key),
        fact.fact.hint,
        form,
        choices,
        name,
        is_list,
        fact.is_required,
        fact.fact.sentences,
    )
