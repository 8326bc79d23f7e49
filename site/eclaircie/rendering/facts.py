"""The facts of an entry in words, and the table of them on its page, as they are declared."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from flask_babel import gettext as _

from ..canonical_json import Inputs
from ..content.facts import Choice, Declared
from ..content.models import facts_in
from . import formats

_IN_WORDS: dict[str, Callable[[Any], str]] = {
    "date": formats.day,
    "amount": formats.amount,
    "phone": formats.phone,
    "hours": formats.hours,
    "days": formats.days,
    "time": formats.clock,
    "address": formats.host,
}


class FactRow(NamedTuple):
    """A row of the table of facts. name: in the page's language. value: as in the header; text: the same in words.

    form: how it is shown, by the kind of its values; "words" for all that is only read. ages: see `Row`.
    """

    key: str
    name: str
    form: str
    value: Any
    text: str
    ages: bool


def in_words(fact: Declared, value: Any) -> str:
    """A fact in the page's language. value: as `facts_of` gives it."""
    if isinstance(fact.kind, Choice):
        return formats.labels(value if fact.is_list else [value], fact.kind)
    kind = fact.kind.name if fact.kind else ""
    if kind == "tag":
        return formats.languages(value if fact.is_list else [value])
    if kind == "yes" and fact.fact.row:
        return str(_(fact.fact.row.yes if value else fact.fact.row.no))
    if kind in _IN_WORDS:
        return _IN_WORDS[kind](value)
    # Names, which stay French in every language, with the comma that parts them.
    return ", ".join(value) if fact.is_list else str(value)


def in_sentence(facts: Inputs, key: str) -> str:
    """A fact of an entry in the middle of a sentence. facts: by French key, as `facts_of` gives them."""
    fact = facts_in(facts)[key]
    text = in_words(fact, facts[key])
    return text[:1].lower() + text[1:] if fact.kind and fact.form == "hours" else text


def rows(facts: Inputs) -> list[FactRow]:
    """The table of facts of an entry, in the order of its rows. facts: by French key, as `facts_of` gives them."""
    return [
        FactRow(each.key, _(row.label), each.form, facts[each.key], _text(each, facts), row.ages)
        for each, row in _shown(facts)
        if facts.get(each.key) not in (None, [], "")
    ]


def _shown(facts: Inputs) -> Iterator[tuple[Declared, Any]]:
    found = [(each, each.fact.row) for each in facts_in(facts).values() if each.fact.row]
    yield from sorted(found, key=lambda pair: pair[1].at)


def _text(fact: Declared, facts: Inputs) -> str:
    """A fact in words, with what another one adds to it."""
    text = in_words(fact, facts[fact.key])
    if fact.key == "type" and facts.get("dans"):
        return f"{text} · {in_words(facts_in(facts)['dans'], facts['dans'])}"
    if fact.key == "langues" and facts.get("langues_a_certaines_heures"):
        return text + str(_(" (pas à toute heure)"))
    if fact.key == "delai_jours_ouvres":
        if most := facts.get("delai_maximal_jours_ouvres"):
            return str(_("%(least)s à %(most)s jours ouvrés", least=text, most=most))
        return str(_("%(least)s jours ouvrés", least=text))
    if fact.key == "renouvelable_apres_mois":
        return str(_("après %(months)s mois", months=text))
    return text


FILTERS = {"fact_rows": rows, "fact": in_sentence}
