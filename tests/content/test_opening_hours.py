"""Opening hours as people write them: read where they are clear, else shown how to write."""

import pytest
from pydantic import TypeAdapter, ValidationError

from eclaircie.content.base import OpeningHours

HOURS: TypeAdapter[object] = TypeAdapter(OpeningHours)


def rows(value: object) -> list[tuple[str, str, str]]:
    """Days (as digits, Monday being 0), beginning and end of each row."""
    read = HOURS.dump_python(HOURS.validate_python(value), mode="json", by_alias=True)
    return [("".join(str(day) for day in row["jours"]), row["de"], row["a"]) for row in read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lundi au vendredi 9h-17h", [("01234", "09:00", "17:00")]),
        (
            "du lundi au vendredi, de 9h à 12h et de 14h à 17h30",
            [("01234", "09:00", "12:00"), ("01234", "14:00", "17:30")],
        ),
        ("lun-ven 9:00-17:00, sam 9:00-12:00", [("01234", "09:00", "17:00"), ("5", "09:00", "12:00")]),
        ("Lundi : 9h00 - 12h00 / 13h30 - 17h00", [("0", "09:00", "12:00"), ("0", "13:30", "17:00")]),
        ("24h/24 7j/7", [("0123456", "00:00", "24:00")]),
        ("7 jours sur 7, 24 h sur 24", [("0123456", "00:00", "24:00")]),
        ("Jour et nuit", [("0123456", "00:00", "24:00")]),
        ("tous les jours de 9h30 à minuit", [("0123456", "09:30", "24:00")]),
        ("mardi et jeudi de 14h à 18 heures", [("13", "14:00", "18:00")]),
        (["mardi 9h-12h", "jeudi 14h-17h"], [("1", "09:00", "12:00"), ("3", "14:00", "17:00")]),
        ([{"jours": "lun-ven", "de": "9h", "a": "17 h 30"}], [("01234", "09:00", "17:30")]),
        ([{"jours": "tous", "de": "18:00", "a": "00:00"}], [("0123456", "18:00", "24:00")]),
        ([{"jours": "samedi", "de": "20h", "a": "minuit"}], [("5", "20:00", "24:00")]),
        ({"jours": "tous", "de": "0h", "a": "24h"}, [("0123456", "00:00", "24:00")]),
    ],
)
def test_hours_that_are_clear_are_read(text: object, expected: list[tuple[str, str, str]]) -> None:
    """In one line, in a line a day, or in rows; with or without minutes."""
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("value", "code", "form"),
    [
        ("9h-17h", "odd_hours", ""),
        ("sur rendez-vous", "odd_hours", ""),
        ("lundi au vendredi 9h-17h sauf mercredi", "odd_hours", ""),
        ("lundi-vendredi matin", "odd_hours", ""),
        ("lundi 9h-25h", "odd_hours", ""),
        ("24h/24 sauf dimanche", "odd_hours", ""),
        ([{"jours": "lundi", "de": "9h-17h", "a": "17h"}], "two_times", "de: 09:00, a: 17:00"),
        ([{"jours": "lundi", "de": "9", "a": "17h"}], "bad_time", ""),
        ([{"jours": "lundi", "de": "9h", "a": "9h"}], "bad_hours", None),
        (
            [{"jours": "lundi-vendredi", "de": "22:00", "a": "02:00"}],
            "past_midnight",
            "- {jours: lundi-vendredi, de: 22:00, a: 24:00} / - {jours: mardi-samedi, de: 00:00, a: 02:00}",
        ),
        (
            "samedi, dimanche 20h-4h",
            "past_midnight",
            '- {jours: samedi-dimanche, de: 20:00, a: 24:00} / - {jours: "lundi, dimanche", de: 00:00, a: 04:00}',
        ),
        (
            [{"jours": "tous", "de": "18h", "a": "1h30"}],
            "past_midnight",
            "- {jours: tous, de: 18:00, a: 24:00} / - {jours: tous, de: 00:00, a: 01:30}",
        ),
    ],
)
def test_hours_that_are_not_clear_are_refused(value: object, code: str, form: str | None) -> None:
    """No day is guessed, nothing is left out; hours past midnight are given back as the two rows that they are."""
    with pytest.raises(ValidationError) as caught:
        HOURS.validate_python(value)
    [detail] = caught.value.errors()

    assert (detail["type"], detail["ctx"].get("form")) == (code, form)


def test_the_rows_that_are_given_back_can_be_read() -> None:
    """Whoever copies them has hours without a fault."""
    halves = [
        {"jours": "lundi-vendredi", "de": "22:00", "a": "24:00"},
        {"jours": "mardi-samedi", "de": "00:00", "a": "02:00"},
    ]

    assert rows(halves) == [("01234", "22:00", "24:00"), ("12345", "00:00", "02:00")]
