"""What a header may say, one model a kind of page."""

import json
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from eclaircie.content import frontmatter
from eclaircie.content.base import facts_of
from eclaircie.content.counters import Counter
from eclaircie.content.hints import nearest
from eclaircie.content.models import FACTS, MODELS, Aid, Helpline, Home, Page, Translation
from eclaircie.content.validation import read_model
from eclaircie.messages.faults import Fault, Faults

PLAIN = {"titre": "Un titre", "resume": "Une phrase."}
HELPLINE = {**PLAIN, "genre": "ligne", "nom": "Service"}


def faults_of(model: type[BaseModel], header: str) -> list[Fault]:
    """The faults of a header that must be refused."""
    file, faults = Path("a.md"), Faults()
    parts = frontmatter.read_yaml(header, file, faults)
    assert parts is not None
    assert read_model(model, parts, file, faults) is None
    return list(faults)


def test_a_page_needs_a_title_and_a_summary_only() -> None:
    """A writer who knows nothing else can write a page."""
    page = Page.model_validate(PLAIN)

    assert (page.title, page.summary, page.kind) == ("Un titre", "Une phrase.", "page")


@pytest.mark.parametrize("key", ["titre", "resume"])
@pytest.mark.parametrize("model", [model for model in MODELS.values() if model is not Counter])
def test_no_page_goes_without_title_or_summary(model: type[BaseModel], key: str) -> None:
    """Every kind of page has a heading, and a sentence for the lists."""
    header = "\n".join(f"{name}: a" for name in PLAIN if name != key)

    assert ("missing_key", key) in {(fault.code, dict(fault.values)["key"]) for fault in faults_of(model, header)}


def test_a_helpline_needs_a_name() -> None:
    """A line is shown by the proper name of its service."""
    faults = faults_of(Helpline, "titre: a\nresume: b\ngenre: ligne")

    assert [fault.sentence() for fault in faults] == ["Il manque « nom » dans l'en-tête. Ajoutez une ligne « nom: … »."]


def test_the_home_page_says_what_it_shows() -> None:
    """Shortcuts, themes and lines are the writer's choice, so none may be missing."""
    keys = {dict(fault.values)["key"] for fault in faults_of(Home, "titre: a\nresume: b\ngenre: accueil")}

    assert keys == {"raccourcis", "themes", "lignes"}


@pytest.mark.parametrize("model", [*MODELS.values(), Translation])
def test_every_key_is_french_and_plain(model: type[BaseModel]) -> None:
    """Writers type lower-case words without accents, joined by a low line."""
    keys = [field.alias or name for name, field in model.model_fields.items()]

    assert all(key.isascii() and key.islower() and key.replace("_", "").isalpha() for key in keys)


@pytest.mark.parametrize("model", [*MODELS.values(), Translation])
def test_the_names_of_the_code_are_no_keys(model: type[BaseModel]) -> None:
    """`title` is no key: each thing has one way to be written."""
    assert "unknown_key" in {fault.code for fault in faults_of(model, "title: a")}


def test_what_is_read_cannot_be_changed() -> None:
    """A page cannot alter a fact that another page shows."""
    page = Page.model_validate(PLAIN)

    with pytest.raises(ValidationError):
        page.title = "Autre"  # type: ignore[misc]  # mypy refuses it too


def test_all_faults_of_a_header_are_found_at_once() -> None:
    """Each wrong line of a header is named."""
    faults = faults_of(Helpline, "titre: a\nresume: b\ngenre: ligne\nnom: c\nnumero: 16\ncout: cher\nanonyme: 1")

    assert [(fault.line, fault.code) for fault in faults] == [(5, "bad_phone"), (6, "wrong_choice"), (7, "bad_yes")]


def test_a_fault_deep_in_a_header_is_at_its_own_line() -> None:
    """In a list of tables of hours, the line that is wrong is the line that is shown."""
    header = "titre: a\nresume: b\ngenre: ligne\nnom: c\nhoraires:\n  - jours: tous\n    de: 09:00\n    a: 9\n"

    assert [(fault.code, fault.line) for fault in faults_of(Helpline, header)] == [("bad_time", 8)]


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (
            "sources: [{nom: a, adresse: https://a.fr, jour: 2026-01-01}]",
            "Les clés possibles : nom, adresse, date.",
        ),
        ("horaires: [{jour: tous, de: 09:00, a: 10:00}]", "Les clés possibles : jours, de, a."),
        ("horaires: [{jour: tous, de: 09:00, a: 10:00}]", "→ « jours » ?"),
    ],
)
def test_a_misspelled_key_is_told_the_keys_of_its_own_place(header: str, sentence: str) -> None:
    """Inside a source or a row of hours, the keys that may stand there are listed, not those of the page."""
    faults = faults_of(Helpline, f"titre: a\nresume: b\ngenre: ligne\nnom: c\n{header}")

    assert any(sentence in fault.sentence() for fault in faults)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("odre", "ordre"), ("resumé", "resume"), ("horaire", "horaires"), ("verifié_le", "verifie_le")],
)
def test_the_key_that_was_meant_is_proposed(typed: str, meant: str) -> None:
    """A slip of the finger is answered with the key that is nearest."""
    known = [field.alias or name for name, field in Helpline.model_fields.items()]

    assert nearest(typed, known) == f" → « {meant} » ?"


def test_nothing_is_proposed_where_nothing_is_near() -> None:
    """A proposal that makes no sense is worse than none."""
    assert nearest("couleur", ["titre", "resume"]) == ""


@pytest.mark.parametrize("key", ["numero", "horaires", "sources", "verifie_le", "bareme", "secours", "ordre", "genre"])
def test_every_fact_is_known_as_one(key: str) -> None:
    """A fact in a translation is told to be one, not to be an unknown key."""
    assert key in FACTS


def test_hours_that_end_where_they_begin_are_refused() -> None:
    """A row of hours has a beginning and a later end."""
    header = "titre: a\nresume: b\ngenre: ligne\nnom: c\nhoraires: [{jours: tous, de: 09:00, a: 09:00}]"

    assert [fault.code for fault in faults_of(Helpline, header)] == ["bad_hours"]


def test_a_day_and_a_night_can_be_written() -> None:
    """A line that answers day and night has one row from 00:00 to 24:00."""
    hours = [{"jours": "tous", "de": "00:00", "a": "24:00"}]
    line = Helpline.model_validate({**HELPLINE, "horaires": hours})

    assert [(row.days, row.start, row.end) for row in line.hours or ()] == [((0, 1, 2, 3, 4, 5, 6), "00:00", "24:00")]


@pytest.mark.parametrize("key", ["anonyme", "cout", "facture", "horaires", "numero", "messagerie"])
def test_what_is_not_known_is_not_claimed(key: str) -> None:
    """A fact that nobody wrote is absent: never free, anonymous or open by default."""
    assert facts_of(Helpline.model_validate(HELPLINE))[key] is None


@pytest.mark.parametrize("key", ["secours", "a_part", "demarche", "a_relire_par_une_association"])
def test_what_is_a_choice_is_no_by_default(key: str) -> None:
    """A page is ordinary until its writer says otherwise."""
    assert facts_of(Helpline.model_validate(HELPLINE))[key] is False


def test_a_page_offers_the_listening_line_by_default() -> None:
    """Where a writer names no line, the bar at the bottom offers the 39 19."""
    assert Page.model_validate(PLAIN).listening_line == "ecoute"


def test_facts_are_plain_data() -> None:
    """What a page is given can be written as JSON, so its fingerprint can be taken."""
    source = {"nom": "CAF", "adresse": "https://caf.fr", "date": "2026-01-02"}
    scale = {
        "plafonds": ["700,00"],
        "lignes": [{"enfants": "0", "montants": ["1,00", "0,50"], "don_jusqu_a": "9,00"}],
    }
    header = {**PLAIN, "genre": "aide", "sources": [source], "verifie_le": "2026-11-21", "bareme": scale}
    facts = facts_of(Aid.model_validate(header))

    assert json.loads(json.dumps(facts)) == facts


def test_days_are_told_as_text() -> None:
    """A day travels as 2026-11-21."""
    assert facts_of(Page.model_validate({**PLAIN, "verifie_le": "2026-11-21"}))["verifie_le"] == "2026-11-21"


@pytest.mark.parametrize("key", ["titre", "onglet", "resume", "a_verifier", "suivi_par"])
def test_words_and_notes_are_no_facts(key: str) -> None:
    """Words are translated, notes for the team are never shown: neither is given to a page as a fact."""
    entry = Page.model_validate({**PLAIN, "onglet": "a", "a_verifier": ["b"], "suivi_par": "M. D."})

    assert key not in facts_of(entry)


def test_a_translation_carries_words_only() -> None:
    """A translation has words, where they come from and who read them again."""
    keys = {field.alias for field in Translation.model_fields.values()}

    assert keys == {"titre", "onglet", "resume", "mots", "traduit_de", "relu_par", "relu_le", "relu_de"}
