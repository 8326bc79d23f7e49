"""The types of the values that a writer may put into a header."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from eclaircie.content.values import (
    Cents,
    Count,
    Date,
    Days,
    Email,
    HttpsAddress,
    LanguageTag,
    Phone,
    Text,
    Time,
    Yes,
    digits_of,
)

TYPES: dict[str, Any] = {
    "amount": Cents,
    "count": Count,
    "date": Date,
    "days": Days,
    "email": Email,
    "address": HttpsAddress,
    "tag": LanguageTag,
    "phone": Phone,
    "text": Text,
    "time": Time,
    "yes": Yes,
}

same_each_time = settings(derandomize=True, deadline=None, database=None)
"""The same inventions in every run, however slow the machine, and nothing kept between runs."""


def read(kind: str, value: object) -> Any:
    """A value as its type."""
    return TypeAdapter(TYPES[kind]).validate_python(value)


def fault_of(kind: str, value: object) -> str:
    """The fault of a value that must be refused."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    return str(caught.value.errors()[0]["type"])


@pytest.mark.parametrize(
    "number",
    [
        *("15", "17", "18", "112", "114", "115", "119", "116 000", "116 006", "116 117", "39 19", "3018", "31 14"),
        *("01 23 45 67 89", "0 800 05 95 95", "08 019 019 11", "0123456789", "01.23.45.67.89", "01-23-45-67-89"),
        *("+33 1 80 52 33 76", "01\u00a023\u202f45 67 89"),
    ],
)
def test_a_french_or_short_number_is_accepted(number: str) -> None:
    """Ten digits, a known short number, or an international number, grouped in any way."""
    assert digits_of(read("phone", number)) == "".join(sign for sign in number if sign in "+0123456789")


@pytest.mark.parametrize(
    "number",
    [
        *("16", "71", "113", "116", "911", "999", "116 007", "1", "0", "4919", "39 1", "39 199", "12345"),
        *("01 23 45 67 8", "01 23 45 67 890", "00 23 45 67 89", "10 23 45 67 89", "0033 1 23 45 67 8"),
        *("+33", "+33 1 23 45", "+1234567890123456", "33 1 23 45 67 8", "01 23 45 67 8O", "O1 23 45 67 89"),
        *("le 16", "17 ou 112", "01 23 45 67 89 (poste 12)", "01 23 45 67 89 / 01 23 45 67 88", "(0) 39 19"),
    ],
)
def test_any_other_number_is_refused(number: str) -> None:
    """A digit too many, too few or mistyped is found, and no letter or foreign digit passes for one."""
    assert fault_of("phone", number) == "bad_phone"


@pytest.mark.parametrize(
    ("number", "right"),
    [
        *(("0033 1 23 45 67 89", "01 23 45 67 89"), ("+33 (0)1 23 45 67 89", "01 23 45 67 89")),
        *(("33 1 23 45 67 89", "01 23 45 67 89"), ("+33 0 1 23 45 67 89", "01 23 45 67 89")),
        *(("(0)1 23 45 67 89", "01 23 45 67 89"), ("00 33 1.23.45.67.89", "01 23 45 67 89")),
        *(("tél. 01 23 45 67 89", "01 23 45 67 89"), ("Téléphone : 39.19", "39 19"), ("le 17", "17")),
        *(("tel:17", "17"), ("01/23/45/67/89", "01 23 45 67 89"), ("01–23–45–67–89", "01 23 45 67 89")),
        *(("01_23_45_67_89", "01 23 45 67 89"), ("39 19 (appel gratuit)", "39 19"), ("n° 116 006", "116 006")),
        *(("٣٩١٩", "39 19"), ("3٩١٩", "39 19"), ("01٢٣٤٥٦٧٨٩", "01 23 45 67 89")),
        *(
            ("０１ ２３ ４５ ６７ ８９", "01 23 45 67 89"),
            ("39 19 gratuit", ""),
            ("0800.05.95.95 (gratuit)", "0 800 05 95 95"),
        ),
    ],
)
def test_a_right_number_in_an_odd_form_is_given_back(number: str, right: str) -> None:
    """What is meant is clear, and is shown as it is to be written; of what is not clear nothing is guessed."""
    with pytest.raises(ValidationError) as caught:
        read("phone", number)
    [detail] = caught.value.errors()

    assert (detail["type"], detail["ctx"]["form"]) == (("odd_phone", f'"{right}"') if right else ("bad_phone", ""))


@pytest.mark.parametrize("sign", ["\u200b", "\u200e", "\u00ad", "\ufeff", "\u2060", "\u061c"])
def test_a_sign_that_nobody_sees_in_a_number_is_named(sign: str) -> None:
    """It comes with what is copied, and a telephone would stumble over it."""
    with pytest.raises(ValidationError) as caught:
        read("phone", f"01 23{sign} 45 67 89")
    [detail] = caught.value.errors()

    assert (detail["type"], detail["ctx"]["form"]) == ("unseen_in_phone", '"01 23 45 67 89"')


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        *(("3919", "39 19"), ("01-23-45-67-89", "01 23 45 67 89"), ("0123456789", "01 23 45 67 89")),
        *(
            ("116006", "116 006"),
            ("0800059595", "0 800 05 95 95"),
            ("3 9 1 9", "39 19"),
            ("+33180523376", "+33 1 80 52 33 76"),
        ),
        *(("01\u00a023\u00a045\u00a067\u00a089", "01 23 45 67 89"), ("112", "112")),
    ],
)
def test_a_number_without_blanks_is_shown_in_its_usual_groups(number: str, shown: str) -> None:
    """Hyphens, points or nothing between the digits: readers see the number as it is said."""
    assert read("phone", number) == shown


@same_each_time
@given(st.text())
def test_an_accepted_number_can_be_dialled(text: str) -> None:
    """Whatever is accepted leaves only digits, and at most one plus before them."""
    try:
        digits = digits_of(read("phone", text))
    except ValidationError:
        return

    assert set(digits.removeprefix("+")) <= set("0123456789")


def test_a_number_keeps_the_groups_it_is_read_in() -> None:
    """Blanks are drawn together, and the groups stay as the service says them."""
    assert read("phone", " 08  019 019 11 ") == "08 019 019 11"


@pytest.mark.parametrize("text", ["2026-11-21", "2024-02-29", "2000-01-01"])
def test_a_date_is_year_month_day(text: str) -> None:
    """A day of the calendar, written from the year down."""
    assert read("date", text) == datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-11-31", "0000-01-01"),
        *("21/11/2026", "21-11-2026", "2026-1-1", "20261121", "2026-W47-6", "2026-11", "2026", "hier"),
        *("2026-11-21T10:00", "2٠26-11-21"),
    ],
)
def test_an_impossible_or_foreign_date_is_refused(text: str) -> None:
    """No day is guessed from another way of writing, and no day that never was is kept."""
    assert fault_of("date", text) == "bad_date"


@same_each_time
@given(st.dates())
def test_every_day_can_be_written(day: datetime.date) -> None:
    """Every day that Python knows is read as itself."""
    assert read("date", day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "cents"),
    [("651,69", 65169), ("0,05", 5), ("1 443,11", 144311), ("1\u00a0443,11", 144311), ("1\u202f443,11", 144311)],
)
def test_an_amount_is_in_euros_with_a_comma(text: str, cents: int) -> None:
    """Amounts are written as French writes them and kept in cents, so that none is rounded."""
    assert read("amount", text) == cents


@pytest.mark.parametrize(
    "text",
    ["651.69", "651", "651,6", "651,690", "1,443.11", "1 44,11", "-5,00", "651,69 €", "six", "٦٥١,٦٩", ",50"],
)
def test_any_other_amount_is_refused(text: str) -> None:
    """A point, a missing cent or a sign is never guessed at: an amount tells what someone will be paid."""
    assert fault_of("amount", text) == "bad_amount"


@same_each_time
@given(st.integers(min_value=0, max_value=99_999_999))
def test_every_amount_can_be_written(cents: int) -> None:
    """Whatever the amount, it is read back to the cent."""
    euros, rest = divmod(cents, 100)

    assert read("amount", f"{euros:,},{rest:02}".replace(",", " ", f"{euros:,}".count(","))) == cents


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("oui", True), ("non", False), (" oui ", True), ("Oui", True), ("OUI", True), ("Non", False), ("NON", False)),
        *(("yes", True), ("no", False), ("true", True), ("False", False), ("vrai", True), ("“oui”", True)),
    ],
)
def test_yes_and_no_are_oui_and_non(text: str, value: bool) -> None:
    """A choice between two is written oui or non, or as other tools write it."""
    assert read("yes", text) is value


@pytest.mark.parametrize("text", ["1", "0", "o", "on", "off", "ouis", "peut-être", "oui et non", "y"])
def test_any_other_yes_is_refused(text: str) -> None:
    """What may mean something else is not guessed."""
    assert fault_of("yes", text) == "bad_yes"


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("12", 12), ("007", 7), ("999999", 999999)])
def test_a_count_is_a_whole_number(text: str, value: int) -> None:
    """A number of days, months or children."""
    assert read("count", text) == value


@pytest.mark.parametrize("text", ["-1", "1,5", "1.5", "dix", "1 000", "1000000", "٣", "1e3", "0x1"])
def test_any_other_count_is_refused(text: str) -> None:
    """Neither fractions nor negative or endless numbers are counts."""
    assert fault_of("count", text) == "bad_count"


@pytest.mark.parametrize("text", ["00:00", "09:30", "23:59", "24:00"])
def test_a_time_is_hours_and_minutes(text: str) -> None:
    """From midnight to midnight; 24:00 ends a day."""
    assert read("time", text) == text


@pytest.mark.parametrize(
    ("text", "time"),
    [
        *(
            ("9:30", "09:30"),
            ("9h", "09:00"),
            ("09h00", "09:00"),
            ("12h30", "12:30"),
            ("17 h 30", "17:30"),
            ("9H", "09:00"),
        ),
        *(("8 heures", "08:00"), ("8 heures 15", "08:15"), ("midi", "12:00"), ("minuit", "00:00"), ("24h", "24:00")),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, time: str) -> None:
    """French hours have one meaning each."""
    assert read("time", text) == time


@pytest.mark.parametrize(
    "text",
    [
        "9",
        "24:01",
        "24h30",
        "25:00",
        "12:60",
        "9h5",
        "9:",
        "12:30:00",
        "1230",
        "midi et demi",
        "1٠:00",
        "vers 9h",
        "9 pm",
    ],
)
def test_any_other_time_is_refused(text: str) -> None:
    """No time is guessed, least of all one with seconds, which YAML would take for a number."""
    assert fault_of("time", text) == "bad_time"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        *(("tous", (0, 1, 2, 3, 4, 5, 6)), ("lundi-vendredi", (0, 1, 2, 3, 4)), ("lundi, jeudi", (0, 3))),
        *(
            ("lundi au vendredi", (0, 1, 2, 3, 4)),
            ("du lundi au samedi", (0, 1, 2, 3, 4, 5)),
            ("lun-ven", (0, 1, 2, 3, 4)),
        ),
        *(("lun. – ven.", (0, 1, 2, 3, 4)), ("7j/7", (0, 1, 2, 3, 4, 5, 6)), ("7 jours sur 7", (0, 1, 2, 3, 4, 5, 6))),
        *(("tous les jours", (0, 1, 2, 3, 4, 5, 6)), ("mardi et jeudi", (1, 3)), ("mer, ven", (2, 4))),
        *(("lundi, mercredi et du vendredi au dimanche", (0, 2, 4, 5, 6)), ("les lundis", (0,))),
        *(("lundi-mardi, jeudi-vendredi", (0, 1, 3, 4)), ("dimanche", (6,)), ("Jeudi, LUNDI", (0, 3))),
    ],
)
def test_days_are_named_in_french(text: str, days: tuple[int, ...]) -> None:
    """All, from one to another, or one by one; Monday comes first."""
    assert read("days", text) == days


@pytest.mark.parametrize(
    "text",
    [
        "mon",
        "lundi-",
        "-lundi",
        "vendredi-lundi",
        "lundi, lundi",
        "lundi,,jeudi",
        "1-5",
        "lundi-lundi",
        "week-end",
        "lundi/jeudi",
    ],
)
def test_any_other_days_are_refused(text: str) -> None:
    """A day that is unknown, said twice or out of order is found."""
    assert fault_of("days", text) == "bad_days"


@pytest.mark.parametrize("text", ["fr", "prs", "kab", "zh-Hans", "pt-BR", "zh-Hant-TW"])
def test_a_language_is_a_bcp_47_tag(text: str) -> None:
    """Two or three letters, then a script or a country."""
    assert read("tag", text) == text


@pytest.mark.parametrize("text", ["FR", "français", "arabe", "pt_BR", "f", "fr-fr"])
def test_any_other_language_is_refused(text: str) -> None:
    """The name of a language is no tag."""
    assert fault_of("tag", text) == "bad_tag"


@pytest.mark.parametrize(
    "text",
    ["https://example.org", "https://example.org/", "https://sub.example.org:8443/a/b?c=d&e#f", "https://a.fr/é"],
)
def test_an_address_begins_with_https(text: str) -> None:
    """Only what nobody between can read or change."""
    assert read("address", text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("http://example.org", "example.org", "//example.org", "javascript:alert(1)", "https://", "https://a"),
        *("https://moi:mot@example.org/", "https://example.org/ b", 'https://example.org/"', "https://example.org/<b>"),
        *("HTTPS://example.org", "ftp://example.org", "https:\\\\example.org", "https://exàmple.org"),
    ],
)
def test_any_other_address_is_refused(text: str) -> None:
    """No other scheme, no name or password, no sign that could leave an attribute."""
    assert fault_of("address", text) == "bad_address"


@pytest.mark.parametrize("text", ["a@example.org", "prenom.nom+site@sous.example.org"])
def test_an_email_is_accepted(text: str) -> None:
    """An ordinary e-mail address."""
    assert read("email", text) == text


@pytest.mark.parametrize("text", ["a", "a@b", "@example.org", "a b@example.org", "a@example.org?bcc=b", "<a@b.fr>"])
def test_any_other_email_is_refused(text: str) -> None:
    """Nothing that would add to the `mailto:` link."""
    assert fault_of("email", text) == "bad_email"


def test_a_text_is_one_line() -> None:
    """Blanks and line ends are drawn together."""
    assert read("text", "  Un\n  texte ") == "Un texte"


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("value", ["", "   "])
def test_an_empty_value_is_called_empty(kind: str, value: str) -> None:
    """Whatever should stand there, the writer is told that nothing does."""
    assert fault_of(kind, value) == "empty_value"


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("value", [[], ["a"], {"a": "b"}])
def test_a_list_is_no_value(kind: str, value: object) -> None:
    """Whatever should stand there, a list or a mapping does not."""
    assert fault_of(kind, value) in ("wrong_text", "string_type")
