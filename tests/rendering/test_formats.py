"""Facts in words."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from eclaircie.content.choices import PICTOGRAMS
from eclaircie.content.facts import Choice, declared
from eclaircie.content.local import Desk, Structure
from eclaircie.content.models import Helpline
from eclaircie.languages import LANGUAGES
from eclaircie.pages.site import Site
from eclaircie.rendering import facts, formats
from eclaircie.rendering.application import create_app

WEEKDAYS = [0, 1, 2, 3, 4]
DAY_AND_NIGHT = [{"jours": [0, 1, 2, 3, 4, 5, 6], "de": "00:00", "a": "24:00"}]
TAGS = [language.tag for language in LANGUAGES]


@pytest.fixture(scope="module")
def app(site: Site) -> Flask:
    """The application."""
    return create_app(site)


@pytest.fixture
def said_in(app: Flask) -> Callable[..., str]:
    """Says a fact on a page of a language; every space is returned as a plain one."""

    def say(tag: str, name: str, *values: Any) -> str:
        with app.test_request_context(f"/{tag}/"):
            return (
                str(getattr(facts if name == "in_sentence" else formats, name)(*values))
                .replace("\u202f", " ")
                .replace("\u00a0", " ")
            )

    return say


CHOICES = {
    f"{each.key}: {value}": (value, each.kind)
    for model in (Helpline, Structure, Desk)
    for each in declared(model).values()
    if isinstance(each.kind, Choice) and each.kind is not PICTOGRAMS
    for value in each.kind.labels
}
"""Every value of every choice that a page shows in words; a pictogram is shown as a picture."""


def test_the_groups_of_a_number_stay_on_one_line() -> None:
    """A number is never broken in two by the edge of the screen."""
    assert formats.phone("0 800 05 95 95") == "0\u00a0800\u00a005\u00a095\u00a095"


@pytest.mark.parametrize(
    ("number", "address"),
    [("39 19", "tel:3919"), ("0 800 05 95 95", "tel:0800059595"), ("+33 1 80 52 33 76", "tel:+33180523376")],
)
def test_a_number_is_called_without_its_spaces(number: str, address: str) -> None:
    """A telephone gets digits only."""
    assert formats.tel(number) == address


def test_a_message_opens_empty() -> None:
    """The link to write a message carries the number and no text that somebody else could find."""
    assert formats.sms("114") == "sms:114"


@pytest.mark.parametrize(
    ("tag", "words"), [("fr", "21 novembre 2026"), ("en", "21 November 2026"), ("ar", "21 نوفمبر 2026")]
)
def test_a_day_is_written_as_its_readers_write_it(said_in: Callable[..., str], tag: str, words: str) -> None:
    """A date is in the words of the page's language."""
    assert said_in(tag, "day", "2026-11-21") == words


@pytest.mark.parametrize(("tag", "words"), [("fr", "1 173,05 €"), ("en", "€1,173.05")])
def test_an_amount_is_written_as_its_readers_write_it(said_in: Callable[..., str], tag: str, words: str) -> None:
    """An amount has the signs of the page's language."""
    assert said_in(tag, "amount", 117305) == words


@pytest.mark.parametrize("tag", TAGS)
def test_digits_are_those_on_a_telephone(said_in: Callable[..., str], tag: str) -> None:
    """In every language, digits are the ones that stand on the keys."""
    said = (
        said_in(tag, "day", "2026-11-21")
        + said_in(tag, "amount", 117305)
        + said_in(tag, "hours", [{"jours": WEEKDAYS, "de": "09:00", "a": "17:30"}])
    )

    assert [sign for sign in said if sign.isdigit() and not sign.isascii()] == []


@pytest.mark.parametrize(
    ("tag", "time", "words"),
    [
        ("fr", "09:00", "9 h"),
        ("fr", "17:30", "17 h 30"),
        ("fr", "24:00", "24 h"),
        ("fr", "00:00", "0 h"),
        ("en", "09:00", "9:00"),
        ("ar", "17:30", "17:30"),
    ],
)
def test_times_of_day(said_in: Callable[..., str], tag: str, time: str, words: str) -> None:
    """French writes 17 h 30, the others 17:30."""
    assert said_in(tag, "clock", time) == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (WEEKDAYS, "du lundi au vendredi"),
        ([0, 1, 2, 3, 4, 5, 6], "tous les jours"),
        ([0, 3], "lundi, jeudi"),
        ([0, 1], "lundi, mardi"),
        ([0, 1, 2, 5], "du lundi au mercredi, samedi"),
        ([6], "dimanche"),
    ],
)
def test_neighbouring_days_are_drawn_together(said_in: Callable[..., str], numbers: list[int], words: str) -> None:
    """Three days or more in a row are told by the first and the last."""
    assert said_in("fr", "days", numbers) == words


def test_a_line_that_never_closes_says_so(said_in: Callable[..., str]) -> None:
    """Open day and night is told in those words, not in times."""
    assert said_in("fr", "hours", DAY_AND_NIGHT) == "Jour et nuit, tous les jours"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"jours": WEEKDAYS, "de": "09:00", "a": "17:30"}], "Du lundi au vendredi de 9 h à 17 h 30"),
        (
            [
                {"jours": WEEKDAYS, "de": "09:00", "a": "12:00"},
                {"jours": WEEKDAYS, "de": "14:00", "a": "17:00"},
                {"jours": [5], "de": "10:00", "a": "12:00"},
            ],
            "Du lundi au vendredi de 9 h à 12 h, de 14 h à 17 h · samedi de 10 h à 12 h",
        ),
        ([{"jours": [0, 1, 2, 3, 4, 5, 6], "de": "09:00", "a": "22:00"}], "Tous les jours de 9 h à 22 h"),
    ],
)
def test_hours_are_one_line(said_in: Callable[..., str], rows: list[dict[str, Any]], words: str) -> None:
    """Two spans of the same days are told together, other days after a dot."""
    assert said_in("fr", "hours", rows) == words


def test_in_a_sentence_hours_have_no_capital(said_in: Callable[..., str]) -> None:
    """Hours told in the middle of a sentence begin with a small letter."""
    assert (
        said_in("fr", "in_sentence", {"genre": "ligne", "horaires": DAY_AND_NIGHT}, "horaires")
        == "jour et nuit, tous les jours"
    )


@pytest.mark.parametrize(
    ("genre", "key", "value", "words"),
    [
        ("ligne", "numero", "39 19", "39 19"),
        ("ligne", "langues", ["fr", "en"], "français, anglais"),
        ("ligne", "site", "https://www.example.org/a/b", "example.org"),
        ("aide", "delai_jours_ouvres", 3, "3"),
        ("ligne", "nom", "Droits", "Droits"),
    ],
)
def test_each_fact_can_be_told_in_a_sentence(
    said_in: Callable[..., str], genre: str, key: str, value: object, words: str
) -> None:
    """A fact is told as its kind wants it."""
    assert said_in("fr", "in_sentence", {"genre": genre, key: value}, key) == words


@pytest.mark.parametrize("tag", TAGS)
def test_every_choice_has_words_in_every_language(said_in: Callable[..., str], tag: str) -> None:
    """No value that a writer may choose is shown as its key."""
    words = {name: said_in(tag, "label", value, choice) for name, (value, choice) in CHOICES.items()}

    assert words
    assert {name: said for name, said in words.items() if not said.strip() or "_" in said} == {}


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_of_a_line_is_named(site: Site, said_in: Callable[..., str], tag: str) -> None:
    """Each language that a line of the site speaks is told by name, never by its code."""
    spoken = {
        code
        for fiche in site.library.fiches.values()
        if isinstance(fiche.entry, Helpline)
        for code in fiche.entry.languages
    }

    assert spoken
    assert [code for code in spoken if said_in(tag, "languages", [code]) == code] == []


def test_dari_and_both_chinese_scripts_are_named(said_in: Callable[..., str]) -> None:
    """Languages that the library knows by another name are told by their own."""
    assert said_in("fr", "languages", ["prs", "zh-Hans"]) == "dari, chinois simplifié"


def test_a_list_has_the_comma_of_its_language(said_in: Callable[..., str]) -> None:
    """Arabic lists are read with the Arabic comma."""
    access = declared(Helpline)["acces_sourds"].kind

    assert "، " in said_in("ar", "labels", ["sms", "tchat"], access)
