"""Each fact is declared once, and what is declared is enough to show it, to export it and to explain it."""

from collections.abc import Callable

import pytest
from pydantic import BaseModel

from eclaircie.checks.disclosure import FIELDS_OF_A_PLACE
from eclaircie.content.facts import Choice, Declared, Fact, declared
from eclaircie.content.local import Structure
from eclaircie.content.models import CITED, MODELS, Helpline, Translation
from eclaircie.content.privacy import shared_facts
from eclaircie.exports.csv_tables import COLUMNS

ALL = {f"{kind}, {each.key}": each for kind, model in MODELS.items() for each in declared(model).values()}
"""Every fact of every kind of header, by their names."""


@pytest.mark.parametrize("model", [*MODELS.values(), Translation], ids=lambda model: model.__name__)
def test_every_key_of_a_header_is_declared(model: type[BaseModel]) -> None:
    """No key is read that has no declaration."""
    assert set(declared(model)) == {field.alias or name for name, field in model.model_fields.items()}


def those_not(sound: Callable[[Declared], bool]) -> list[str]:
    """The names of the facts that are not as they should be."""
    return [name for name, fact in ALL.items() if not sound(fact)]


def test_every_fact_is_explained_to_writers() -> None:
    """Whoever writes a header finds in the guide what each key is for, and how it is written."""
    assert those_not(lambda fact: bool(fact.fact.hint)) == []
    assert those_not(lambda fact: bool(fact.kind or fact.inner)) == []


def test_a_fact_with_a_row_has_all_words_for_it() -> None:
    """A row has a name, a question both answers, a choice a word for each value."""

    def said(fact: Declared) -> bool:
        row = fact.fact.row
        if row is None:
            return True
        words = not isinstance(fact.kind, Choice) or all(fact.kind.labels.values())
        return words and bool(row.label) and bool(row.yes and row.no) == (fact.form == "yes")

    assert those_not(said) == []


def test_only_a_choice_is_exported_as_terms() -> None:
    """A term of HSDS is a word of one of our lists."""
    assert those_not(lambda fact: not fact.fact.terms or isinstance(fact.kind, Choice)) == []


def test_a_new_fact_is_refused_to_a_shelter() -> None:
    """Who adds a fact and thinks of no shelter has told nothing of one."""
    assert Fact().shelters == "refused"


def test_a_shelter_may_not_have_what_leads_to_its_door() -> None:
    """What is refused, written by another hand than the declarations."""
    assert set(FIELDS_OF_A_PLACE) == {
        *("numero", "courriel", "site", "adresse", "accueils", "communes", "intercommunalites", "reseaux"),
        "annuaire",
    }


def test_of_a_shelter_nothing_is_told_but_what_is_declared_so() -> None:
    """A value of every fact of a structure: of a shelter, only those that cannot lead to its door leave the site."""
    facts = {key: ["x"] for key in declared(Structure)} | {"genre": "structure", "type": "hebergement"}
    told = set(shared_facts(facts)) - {"nom"}

    assert told == {
        *("genre", "type", "propose", "pour", "langues", "acces_handicap", "sans_rendez_vous", "cout"),
        *("contacts", "a_confirmer", "verifie_le", "valable_jusqu_au"),
    }


def test_the_columns_of_the_table_keep_their_order() -> None:
    """However many there come to be, the name is the first, the sources are the last, and none changes places."""
    known = (
        *("nom", "type", "numéro", "courriel", "site", "adresse", "horaires", "secteur", "ce qui est proposé"),
        *("pour qui", "langues", "accès", "sans rendez-vous", "coût", "joindre par", "vérifié le", "à confirmer"),
        "sources",
    )

    assert tuple(column for column in COLUMNS if column in known) == known
    assert (COLUMNS[0], COLUMNS[-1]) == (known[0], known[-1])


def test_a_text_may_cite_what_is_declared_so() -> None:
    """A number is told in a sentence; a table of amounts, the form that estimates one and a button for a message stand alone."""
    assert {"numero", "horaires", "nom", "delai_jours_ouvres"} <= CITED["inline"]
    assert CITED["block"] == {"bareme", "calcul", "sms"}


def test_a_header_has_its_keys_in_the_order_of_their_places() -> None:
    """First what a page is, then how it is reached, last where it was read."""
    keys = list(declared(Helpline))

    assert keys[:5] == ["genre", "titre", "onglet", "nom", "resume"]
    assert keys.index("numero") < keys.index("horaires") < keys.index("verifie_le") < keys.index("sources")
    assert keys[-1] == "a_verifier"
