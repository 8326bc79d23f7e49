"""The formula of the emergency aid gives every amount that was ever published, each with the constants of its year."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaircie.content.models import Aid
from eclaircie.content.scale_formula import amount, amounts, estimate_of, in_header, is_loan, scale_of
from eclaircie.content.scales import DatedAmount, Formula, Scale
from eclaircie.pages.site import Site

INCOMES = st.integers(0, 1_000_000)


def since(cents: int, year: int) -> DatedAmount:
    """An amount that holds from the first day of a year."""
    return DatedAmount.model_construct(amount=cents, since=datetime.date(year, 1, 1), source="essai")


def formula(year: int, rsa: int, net_wage: int, *, gross: int = 100, gross_now: int | None = None) -> Formula:
    """The formula with the constants of a year, in cents."""
    return Formula.model_construct(
        basic_amount=since(rsa, year),
        child_shares=(50, 30, 40),
        children_under=21,
        net_wage=since(net_wage, year),
        gross_wage=since(gross, year),
        gross_wage_now=since(gross_now, year) if gross_now else None,
        bands=(50, 100, 150),
        reductions=(0, 20, 40, 60),
        gift_limits=(150, 225, 270, 330),
    )


BY_YEAR = {
    2023: formula(2023, 607_75, 1353_06),
    2024: formula(2024, 635_71, 1398_69),
    2025: formula(2025, 646_52, 1426_30),
    2026: formula(2026, 651_69, 1443_11, gross=1823_03, gross_now=1867_02),
}
MAY_2023 = 1383_08
"""The net SMIC after it rose in the middle of 2023."""


@pytest.mark.parametrize(
    ("year", "children", "most", "least"),
    [
        (2023, 0, 607_75, 243_10),  # jeunes-bfc.fr
        (2023, 2, 1093_96, 437_58),  # jeunes-bfc.fr
        (2023, 3, 1337_06, None),  # magazine-economie.fr
        (2024, 0, None, 254_28),  # deloffre-avocat.fr: "254 €"
        (2025, 0, 646_52, 258_61),  # moneyvox.fr, November 2025
        (2025, 3, 1422_35, 568_94),  # moneyvox.fr, November 2025
    ],
)
def test_published_amounts_are_what_the_formula_gives(
    year: int, children: int, most: int | None, least: int | None
) -> None:
    """The highest and the lowest amount, as papers and lawyers printed them."""
    made = amounts(estimate_of(BY_YEAR[year]), children)

    assert most in (made[0], None)
    assert least in (made[-1], None)


def test_published_limits_of_a_gift_are_what_the_formula_gives() -> None:
    """Those of 2023, for none, one, two and three children (madinin-art.net, after service-public)."""
    assert estimate_of(BY_YEAR[2023]).gifts == [2029_59, 3044_39, 3653_26, 4465_10]


def test_published_bands_of_income_are_what_the_formula_gives() -> None:
    """The first and the last limit of 2025 (moneyvox.fr)."""
    limits = estimate_of(BY_YEAR[2025]).limits

    assert (limits[0], limits[-1]) == (713_15, 2139_45)


def test_a_second_set_of_2023_is_of_another_wage() -> None:
    """Others printed higher limits that year (ash.tm.fr, egalactu.com; tf1info.fr: "690 €" for half).

    They took the SMIC of May, where the decree says that of 1 January: with it each of their limits comes out, to two
    cents, for which net amount they rounded is not told. So offices may do so too, and near a limit the page says that
    it may be more.
    """
    theirs = [2074_63, 3111_94, 3734_33, 4564_18]
    may = estimate_of(formula(2023, 607_75, MAY_2023))

    assert all(abs(one - other) <= 2 for one, other in zip(may.gifts, theirs, strict=True))
    assert round(may.limits[0], -3) == 690_00
    assert all(other - one > 40_00 for one, other in zip(estimate_of(BY_YEAR[2023]).gifts, theirs, strict=True))


def test_the_limits_of_today_lie_between_those_of_both_wages() -> None:
    """Since June 2026 the gross SMIC is higher; the net one, by proportion, is about 1 478 €."""
    made = estimate_of(BY_YEAR[2026])

    assert made.later_limits == [738_97, 1477_93, 2216_90]
    assert all(one < other for one, other in zip(made.gifts, made.later_gifts, strict=True))
    assert estimate_of(BY_YEAR[2025]).later_limits == estimate_of(BY_YEAR[2025]).limits


def test_the_scale_of_2026_is_that_of_the_formula(site: Site) -> None:
    """No table of 2026 was published: the one that pages show follows from the constants in its file."""
    entry = site.library.fiches["urgence"].entry
    assert isinstance(entry, Aid)
    assert entry.formula
    assert entry.scale

    assert estimate_of(entry.formula) == estimate_of(BY_YEAR[2026])
    assert in_header(scale_of(entry.formula)) == in_header(entry.scale)


@pytest.mark.parametrize(
    ("income", "expected"),
    [(0, 651_69), (721_56, 651_69), (721_57, 521_35), (1443_11, 521_35), (2164_67, 391_01), (2164_68, 260_68)],
)
def test_a_limit_is_still_within_its_band(income: int, expected: int) -> None:
    """One cent more is in the next."""
    assert amount(estimate_of(BY_YEAR[2026]), 0, income) == expected


def test_the_least_amount_can_be_a_gift() -> None:
    """Amount and loan have limits of their own: two children and 1.6 times the SMIC is a gift, less 60 %."""
    made = estimate_of(BY_YEAR[2026])

    assert amount(made, 2, 2309_00) == 469_22
    assert not is_loan(made, 2, 2309_00)
    assert is_loan(made, 0, 2309_00)


def test_further_children_count_alike() -> None:
    """Each adds as much as the third, before any reduction; the limit of a gift stays that of three."""
    made = estimate_of(BY_YEAR[2026])

    assert [amounts(made, 6)[band] for band in range(4)] == [2215_77, 1772_62, 1329_46, 886_31]
    assert is_loan(made, 6, 4762_27)
    assert not is_loan(made, 6, 4762_26)


@given(st.sampled_from(list(BY_YEAR)), st.integers(0, 12), INCOMES, INCOMES)
def test_whoever_has_less_gets_no_less(year: int, children: int, one: int, other: int) -> None:
    """Nor does whoever has one child more."""
    made, (low, high) = estimate_of(BY_YEAR[year]), sorted((one, other))

    assert amount(made, children, low) >= amount(made, children, high)
    assert amount(made, children + 1, low) > amount(made, children, low)


@pytest.mark.parametrize("year", BY_YEAR)
def test_a_scale_is_written_as_it_is_read(year: int) -> None:
    """What the command writes into a header is the scale."""
    made = scale_of(BY_YEAR[year])

    assert in_header(Scale.model_validate(in_header(made))) == in_header(made)
