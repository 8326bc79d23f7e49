"""Hours of the directories as rows of ours: exact, or a note that a person reads."""

from typing import Any

import pytest

from eclaircie.importing.hours import Hours, dila_hours, osm_hours


def row(days: str, *times: str, comment: str = "") -> dict[str, Any]:
    """A row of `plage_ouverture`. days: `Lundi` or `Lundi-Vendredi`. times: `09:00-12:00`."""
    first, _, last = days.partition("-")
    spans = [time.split("-") for time in times] + [["", ""], ["", ""]]
    return {
        "nom_jour_debut": first,
        "nom_jour_fin": last or first,
        "valeur_heure_debut_1": spans[0][0],
        "valeur_heure_fin_1": spans[0][1],
        "valeur_heure_debut_2": spans[1][0],
        "valeur_heure_fin_2": spans[1][1],
        "commentaire": comment,
    }


def told(hours: Hours) -> list[str]:
    return [f"{each['jours']} {each['de']}-{each['a']}" for each in hours.rows]


def test_two_spans_a_day_are_two_rows() -> None:
    """Morning and afternoon, for all days that have the same."""
    hours = dila_hours(
        [row("Lundi-Jeudi", "09:00:00-12:00:00", "14:00:00-17:30:00"), row("Vendredi", "09:00:00-12:00:00")], ""
    )

    assert told(hours) == ["lundi-vendredi 09:00-12:00", "lundi-jeudi 14:00-17:30"]
    assert (hours.note, hours.no_appointment) == ("", None)


def test_closed_days_are_no_rows() -> None:
    """What is not named is closed."""
    assert told(dila_hours([row("Mardi", "09:00:00-12:00:00"), row("Jeudi", "09:00:00-12:00:00")], "")) == [
        "mardi, jeudi 09:00-12:00"
    ]


@pytest.mark.parametrize(
    ("times", "rows"),
    [
        ("22:00:00-02:00:00", ["lundi 22:00-24:00", "mardi 00:00-02:00"]),
        ("20:00:00-00:00:00", ["lundi 20:00-24:00"]),
        ("00:00:00-23:59:00", ["lundi 00:00-24:00"]),
        ("00:00:00-24:00:00", ["lundi 00:00-24:00"]),
        ("9:00-12:00", ["lundi 09:00-12:00"]),
    ],
)
def test_hours_go_past_midnight(times: str, rows: list[str]) -> None:
    """What ends the next day is a row of the next day; midnight ends a day."""
    assert told(dila_hours([row("Lundi", times)], "")) == rows


@pytest.mark.parametrize(
    "rows",
    [
        [row("Lundi", "09:00:00-12:00:00", comment="semaines paires")],
        [row("Lundi-Vendredi", "09:00:00-12:00:00"), row("Mercredi", "09:00:00-17:00:00")],
        [row("Samedi-Mardi", "09:00:00-12:00:00")],
        [row("Lundy", "09:00:00-12:00:00")],
        [row("Lundi", "12:00:00-12:00:00")],
        [row("Lundi", "00:00:00-00:00:00")],
        [row("Lundi", "09:00:00-")],
        [row("Lundi")],
        [row("Lundi", "09:00:00-12:00:00", comment="Permanence téléphonique")],
        [row("Lundi", "09:00:00-12:00:00", comment="Accueil uniquement hors vacances scolaires")],
        [row("Lundi", "09:00:00-12:00:00"), row("Mardi", "14:00:00-17:00:00", comment="sur rendez-vous")],
    ],
)
def test_what_is_not_true_every_week_is_a_note(rows: list[dict[str, Any]]) -> None:
    """A season, an odd day, two answers for one day, hours for telephone: never a row, always a note."""
    hours = dila_hours(rows, "")

    assert hours.rows == ()
    assert rows[0]["nom_jour_debut"] in hours.note


@pytest.mark.parametrize("comment", ["Fermé du 1er au 15 août", "Horaires d'été : 8h-14h", "Le 1er lundi du mois"])
def test_a_remark_on_all_hours_makes_them_a_note(comment: str) -> None:
    """Where something is said of all hours that no row can say, no row is made."""
    hours = dila_hours([row("Lundi-Vendredi", "09:00:00-12:00:00")], comment)

    assert hours == Hours(note=f"Lundi-Vendredi 09:00-12:00; {comment}")


@pytest.mark.parametrize(
    ("each", "general", "answer"),
    [
        ("Sur rendez-vous", "", False),
        ("sans rendez-vous", "", True),
        ("", "Uniquement sur rendez-vous", False),
        ("", "Avec ou sans rendez-vous", True),
        ("Accueil du public", "", None),
        ("Dimanche et jours fériés", "", None),
    ],
)
def test_an_appointment_is_told_apart_from_the_hours(each: str, general: str, answer: bool | None) -> None:
    """The hours stay, and whether one must ask first is a fact of its own."""
    hours = dila_hours([row("Lundi", "09:00:00-12:00:00", comment=each)], general)

    assert told(hours) == ["lundi 09:00-12:00"]
    assert hours.no_appointment is answer


@pytest.mark.parametrize(
    "comment", ["Demander Mme Untel", "Appeler le 06 12 34 56 78", "À l'hébergement", "Au 03 85 00 00 01"]
)
def test_a_note_names_nobody(comment: str) -> None:
    """A remark that names a person, a mobile, a shelter or a number to dial is not kept."""
    assert dila_hours([row("Lundi", "09:00:00-12:00:00", comment=comment)], "") == Hours()


def test_no_hours_are_nothing() -> None:
    """Without rows and remark there is neither row nor note."""
    assert dila_hours([], "") == dila_hours([row("")], " ") == osm_hours("") == Hours()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Mo-Fr 08:30-12:30; PH off", ["lundi-vendredi 08:30-12:30"]),
        (
            "Mo-Fr 08:30-12:30,13:30-17:00; Sa 09:00-12:00; PH off",
            ["lundi-vendredi 08:30-12:30", "lundi-vendredi 13:30-17:00", "samedi 09:00-12:00"],
        ),
        ("Mo,We,Fr 9:00-12:00", ["lundi, mercredi, vendredi 09:00-12:00"]),
        ("Mo-Fr 09:00-17:00; We off", ["lundi-mardi, jeudi-vendredi 09:00-17:00"]),
        ("Mo-Fr 09:00-17:00; We 09:00-12:00", ["lundi-mardi, jeudi-vendredi 09:00-17:00", "mercredi 09:00-12:00"]),
        ("Mo-Fr 08:00-12:00, We 14:00-18:00", ["lundi-vendredi 08:00-12:00", "mercredi 14:00-18:00"]),
        ("24/7", ["tous 00:00-24:00"]),
        ("09:00-17:00", ["tous 09:00-17:00"]),
        ("Sa-Mo 10:00-12:00", ["lundi, samedi-dimanche 10:00-12:00"]),
        ("Fr 22:00-02:00; Sa 10:00-12:00", ["vendredi 22:00-24:00", "samedi 00:00-02:00", "samedi 10:00-12:00"]),
        ("Fr 22:00-26:00", ["vendredi 22:00-24:00", "samedi 00:00-02:00"]),
        ("Mo-Fr,PH 09:00-12:00", ["lundi-vendredi 09:00-12:00"]),
        ("Mo-Su 09:00-12:00", ["tous 09:00-12:00"]),
    ],
)
def test_hours_of_openstreetmap_are_rows(text: str, rows: list[str]) -> None:
    """Days and times are read as the format means them: what follows takes the place of what stands before."""
    hours = osm_hours(text)

    assert sorted(told(hours)) == sorted(rows)
    assert hours.note == ""


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Mo-Fr 09:00-12:00; SH off", "lundi-vendredi 09:00-12:00 ; vacances scolaires fermé"),
        ("Jan-Jun Mo-Fr 09:00-12:00", "janvier-juin lundi-vendredi 09:00-12:00"),
        ("week 1-53/2 Mo 09:00-12:00", "semaines 1-53/2 lundi 09:00-12:00"),
        ("Th[1] 09:00-12:00", "jeudi[1] 09:00-12:00"),
        ("Mo-Fr 09:00+", "lundi-vendredi 09:00+"),
        ('Mo-Fr 09:00-12:00 "par téléphone"', "lundi-vendredi 09:00-12:00 par téléphone"),
        ("Mo 09:00-12:00,11:00-14:00", "lundi 09:00-12:00,11:00-14:00"),
        ("PH off", "jours fériés fermé"),
        ('Mo 09:00-12:00 "sur rendez-vous"; Tu 09:00-12:00', "lundi 09:00-12:00 sur rendez-vous ; mardi 09:00-12:00"),
        ("Mo-Fr sunrise-sunset", ""),
        ("lundi au vendredi", ""),
        ("Mo-Fr 25:99-12:00; easter off", ""),
        ('Mo 09:00-12:00 "demander Mme Untel"', ""),
    ],
)
def test_other_hours_of_openstreetmap_are_a_note(text: str, note: str) -> None:
    """Whatever a week cannot hold is a note in French words, and nothing where it cannot be put into them."""
    assert osm_hours(text) == Hours(note=note)


def test_an_appointment_in_openstreetmap_is_told() -> None:
    """A remark that says only this is a fact."""
    assert osm_hours('Mo-Fr 09:00-12:00 "sur rendez-vous"').no_appointment is False
