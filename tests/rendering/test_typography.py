"""The spaces that French wants."""

import pytest

from eclaircie.languages import LANGUAGES, Language
from eclaircie.rendering.typography import french, typo


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Qui ?", "Qui~?"),
        ("Partez !", "Partez~!"),
        ("Ceci ; cela", "Ceci~; cela"),
        ("Ceci : cela", "Ceci~: cela"),
        ("Qui?", "Qui~?"),
        ("Quoi ?!", "Quoi~?!"),
        ("« Bonjour »", "«~Bonjour~»"),
        ("«Bonjour »", "«~Bonjour~»"),
        ("«\u202fBonjour\u202f»", "«~Bonjour~»"),
        ("(qui ?)", "(qui~?)"),
        ("20 %", "20~%"),
        ("10 €", "10~€"),
        ("39 19", "39~19"),
        ("0 800 05 95 95", "0~800~05~95~95"),
        ("12 mois", "12~mois"),
        ("3 jours", "3~jours"),
        ("24 heures sur 24", "24~heures sur 24"),
        ("17 h 30", "17~h 30"),
        ("l'eau d'Ève", "l’eau d’Ève"),
        ("aujourd'hui", "aujourd’hui"),
    ],
)
def test_french_gets_its_spaces_and_apostrophes(typed: str, shown: str) -> None:
    """Signs that French sets apart never stand alone at the start of a line."""
    assert french(typed) == shown.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "text",
    [
        "Un texte simple, sans rien.",
        "https://example.org/?a=1;b",
        "10:30",
        "Il a 2 maisons",
        "'entre guillemets'",
        "",
    ],
)
def test_what_needs_nothing_is_left_alone(text: str) -> None:
    """Addresses, times and plain sentences stay as they are."""
    assert french(text) == text


@pytest.mark.parametrize("text", ["Qui ? L'eau : « 39 19 » ; 20 % !", "Quoi ?!", "Qui?", "l'«eau»", "3 jours 4 mois"])
def test_a_second_pass_changes_nothing(text: str) -> None:
    """A text that passes through two templates is set as if through one."""
    assert french(french(text)) == french(text)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_only_french_is_set_as_french(language: Language) -> None:
    """A text in another language is left as it was written."""
    is_changed = typo("It's: what ?", language.tag) != "It's: what ?"

    assert is_changed == (language.tag == "fr")
