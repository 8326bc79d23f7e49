"""Which number of a record is the one for the public."""

import pytest

from eclaircie.importing.phones import number_for_public


def chosen(*given: tuple[str, str], territory: str = "71") -> str | None:
    return number_for_public(given, territory)[0]


def reasons(*given: tuple[str, str], territory: str = "71") -> list[str]:
    return [each.why for each in number_for_public(given, territory)[1]]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("03 85 59 06 32", "03 85 59 06 32"),
        ("0385590632", "03 85 59 06 32"),
        ("03.85.59.06.32", "03 85 59 06 32"),
        ("+33 3 85 59 06 32", "03 85 59 06 32"),
        ("+33 (0)3 85 59 06 32", "03 85 59 06 32"),
        ("0033385590632", "03 85 59 06 32"),
        ("03 85 59 06 32 (standard)", "03 85 59 06 32"),
        ("Tél. : 03 85 59 06 32", "03 85 59 06 32"),
        ("0 800 05 95 95 ", None),
        ("08 00 80 00 71", "0 800 80 00 71"),
        ("32 30", "32 30"),
        ("3646", "36 46"),
        ("39 39", "39 39"),
        ("09 70 19 00 71", "09 70 19 00 71"),
    ],
)
def test_a_number_is_read_however_it_is_written(written: str, number: str | None) -> None:
    """Spaces, points, the country's number and a remark make no difference; a national line stays with its page."""
    assert chosen((written, "")) == number


@pytest.mark.parametrize(
    ("written", "territory", "number"),
    [
        ("0262 90 90 90", "974", "02 62 90 90 90"),
        ("+262 262 90 90 90", "974", "02 62 90 90 90"),
        ("+590 590 81 00 00", "971", "05 90 81 00 00"),
        ("+508 41 10 10", "975", "05 08 41 10 10"),
        ("+687 26 30 00", "988", "26 30 00"),
        ("(689) 40 66 23 61", "987", "40 66 23 61"),
        ("40 66 23 61", "987", "40 66 23 61"),
        ("72 25 11", "986", "72 25 11"),
        ("26 30 00", "71", None),
        ("+262 692 12 34 56", "974", None),
        ("+687 75 12 34", "988", None),
        ("89 12 34 56", "987", None),
        ("0690 12 34 56", "971", None),
    ],
)
def test_an_overseas_number_is_as_it_is_dialled_there(written: str, territory: str, number: str | None) -> None:
    """With the prefix of its island, or as short as the Pacific dials; mobiles there are mobiles too."""
    found = chosen((written, ""), territory=territory)

    assert (found or "").replace(" ", "") == (number or "").replace(" ", "")


@pytest.mark.parametrize(
    ("written", "note", "why"),
    [
        ("06 12 34 56 78", "", "mobile"),
        ("+33 7 12 34 56 78", "accueil", "mobile"),
        ("03 85 00 00 01", "victimes : numéro personnel", "mobile"),
        ("03 85 00 00 01", "portable de service", "mobile"),
        ("03 85 00 00 01", "Fax", "fax"),
        ("03 85 00 00 01", "Télécopie", "fax"),
        ("03 85 00 00 01", "réservé aux professionnels", "not_for_public"),
        ("0 899 12 34 56", "", "paid_number"),
        ("0892 68 00 00", "", "paid_number"),
        ("118 218", "", "paid_number"),
        ("17", "", "national_number"),
        ("3919", "", "national_number"),
        ("112", "urgences", "national_number"),
        ("03 85 00 00", "", "odd_number"),
        ("à venir", "", "odd_number"),
        ("+49 30 123456", "", "odd_number"),
        ("03 85 00 00 01 06 12 34 56 78", "", "mobile"),
    ],
)
def test_a_number_that_is_not_for_the_public_is_left_out(written: str, note: str, why: str) -> None:
    """Mobiles, faxes, paid numbers and national lines are no number of a counter; each is told with its reason."""
    assert chosen((written, note)) is None
    assert reasons((written, note)) == [why]


def test_a_mobile_is_kept_nowhere() -> None:
    """What is told of a mobile is that there was one."""
    _, unread = number_for_public([("06 12 34 56 78", "portable")], "71")

    assert [each.value for each in unread] == [""]


def test_of_several_numbers_the_one_for_victims_comes_first() -> None:
    """Victims, reception and the public before no note; any other note behind; the switchboard last."""
    standard, plain, other = ("03 85 00 00 01", "Standard"), ("03 85 00 00 02", ""), ("03 85 00 00 03", "greffe")
    victims = ("03 85 00 00 04", "aide aux victimes")

    assert chosen(standard, other, plain, victims) == "03 85 00 00 04"
    assert chosen(standard, other, plain) == "03 85 00 00 02"
    assert chosen(standard, other) == "03 85 00 00 03"


def test_a_switchboard_is_told_to_be_one() -> None:
    """Where there is only a switchboard, it is taken, and whoever approves knows it."""
    assert chosen(("03 85 00 00 01", "Standard du tribunal")) == "03 85 00 00 01"
    assert reasons(("03 85 00 00 01", "Standard du tribunal")) == ["switchboard"]


def test_the_numbers_not_chosen_are_named() -> None:
    """What is not shown can be read beside the record."""
    _, unread = number_for_public([("03 85 00 00 01", ""), ("03 85 00 00 02", "greffe")], "71")

    assert [(each.value, each.why) for each in unread] == [("03 85 00 00 02 (greffe)", "other_number")]


def test_two_numbers_in_one_field_are_two() -> None:
    """« 03 … / 03 … » is read as both, and the first is taken."""
    assert chosen(("03 85 00 00 01 / 03 85 00 00 02", "")) == "03 85 00 00 01"
    assert chosen(("03 85 00 00 01 ou 03 85 00 00 02", "")) == "03 85 00 00 01"


def test_the_same_number_twice_is_one() -> None:
    """A number repeated in another form is not told as another one."""
    assert reasons(("03 85 00 00 01", ""), ("+33385000001", "")) == []
