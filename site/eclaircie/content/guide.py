"""The tables of the guide for writers, made from the declarations."""

from collections.abc import Iterator

from pydantic import BaseModel

from ..languages import LANGUAGES, SOURCE
from .base import Entry
from .counters import Counter
from .departments import Department, Landmark
from .facts import Choice, Declared, Kind, declared
from .local import Local, Network, News, Structure
from .models import CITED, Aid, Guide, Helpline, Translation
from .references import SITE_BLOCKS
from .settings import Settings

_OF_MODELS: dict[str, tuple[type[BaseModel], type[BaseModel] | None]] = {
    "page": (Entry, None),
    "ligne": (Helpline, Entry),
    "aide": (Aid, Entry),
    "navigateur": (Guide, Entry),
    "departement": (Department, Entry),
    "reseau-et-structure": (Local, Entry),
    "reseau": (Network, Local),
    "structure": (Structure, Local),
    "guichet": (Counter, Structure),
    "actualite": (News, Entry),
    "repere": (Landmark, Entry),
    "traduction": (Translation, None),
    "site": (Settings, None),
}
"""Tables of keys: the model, and the one whose keys stand in a table before it."""


def table(name: str) -> str:
    """A table of the guide in Markdown. Raises KeyError where there is none of this name."""
    if name == "blocs":
        return _rows(
            ("Bloc", "Ce qu'il montre"), ((f"`[](site:{block})`", told) for block, told in SITE_BLOCKS.items())
        )
    if name == "langues":
        rows = ((f"`{each.tag}`", each.name, f"`content/{each.tag}/`") for each in LANGUAGES if each is not SOURCE)
        return _rows(("Code", "Langue", "Dossier"), rows)
    if name == "faits":
        return _rows(("Fait", "Où"), _cited())
    if name == "hebergement":
        refused = (key for key, each in declared(Structure).items() if each.fact.shelters == "refused")
        return ", ".join(f"`{key}`" for key in refused) + ".\n"
    model, above = _OF_MODELS[name]
    known = declared(above) if above else {}
    facts = [each for key, each in declared(model).items() if key not in known and each.fact.hint]
    return _rows(
        ("Clé", "Ce qu'on y met", "Comment l'écrire"),
        ((f"`{each.key}`", _sentence(each.fact.hint, required=each.is_required), _form(each)) for each in facts),
    )


def _cited() -> Iterator[tuple[str, str]]:
    """The facts that a text may cite, and where."""
    places = (("inline", "au fil d'une phrase"), ("block", "seul dans un paragraphe"))
    for way, place in places:
        keys = dict.fromkeys(
            key for model in (Helpline, Aid, Structure) for key in declared(model) if key in CITED[way]
        )
        yield ", ".join(f"`{key}`" for key in keys), place


def _rows(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [head, ("---",) * len(head), *rows]
    return "".join("|" + "|".join(cell if cell == "---" else f" {cell} " for cell in line) + "|\n" for line in lines)


def _sentence(hint: str, *, required: bool) -> str:
    return f"{hint} **Obligatoire.**" if required else hint


def _form(fact: Declared) -> str:
    """How the values of a key are written."""
    if fact.inner and not (isinstance(fact.kind, Kind) and fact.kind.name == "hours"):
        return ("une liste de : " if fact.is_list else "") + _parts(fact.inner)
    if isinstance(fact.kind, Choice):
        words = [_word(word, fact.kind) for word in fact.kind.labels]
        if fact.is_list:
            return f"une liste, parmi {', '.join(words)}"
        return f"{', '.join(words[:-1])} ou {words[-1]}"
    if fact.fact.sentences:
        return "une liste, une phrase par ligne"
    form = fact.kind.form if fact.kind else ""
    if not fact.is_list or (fact.kind and fact.kind.name == "hours"):
        return form
    return {
        "text": "une liste : `[un, deux]`",
        "name": "une liste de noms : `[un, deux]`",
        "tag": "une liste de codes : `[fr, en]`",
        "address": "une liste : `[https://…, https://…]`",
    }[fact.kind.name if fact.kind else ""]


def _word(word: str, choice: Choice) -> str:
    meaning = choice.meanings.get(word)
    return f"`{word}` ({meaning})" if meaning else f"`{word}`"


def _parts(model: type[BaseModel]) -> str:
    """The keys within a key, each with what it is."""
    told = []
    for each in declared(model).values():
        inner = _parts(each.inner) if each.inner and not each.kind else ""
        choice = _form(each) if isinstance(each.kind, Choice) else ""
        meaning = "; ".join(filter(None, (each.fact.hint, choice, inner)))
        told.append(f"`{each.key}`" + (f" ({meaning})" if meaning else ""))
    return ", ".join(told)
