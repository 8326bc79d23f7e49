"""The scale of the aide universelle d'urgence, worked out of the constants in its file.

Code de l'action sociale et des familles, article D. 214-14 (read in full at lexbase.fr): the amount is that of the RSA,
with its increments for children (article R. 262-1: 50 % for the first, 30 % for the second, 40 % for each further one),
less 20, 40 or 60 % as the income of the month before is above half, the whole or one and a half times the monthly net
SMIC in force on 1 January. It is a loan above 150 % of that SMIC, 225 % with one child, 270 % with two, 330 % with three
or more.

All amounts are whole cents. Each increment is rounded by itself, half a cent upwards, as the published amounts of every
year were (tests/content/test_scale_formula.py); so are the limits, which the decree leaves as products.
"""

from typing import NamedTuple

from .scales import Formula, Scale, ScaleRow

CHILDREN = range(5)
"""The rows of a scale."""

NEAR = 10_00
"""So many cents from a limit, the office may well count otherwise."""


class Estimate(NamedTuple):
    """What the form on the page is given, in cents: enough for every number of children and every income.

    children: what each child adds, the last also for all further ones. kept: the share of each band that is paid, in
    percent. limits, gifts: see `Scale`. later_limits, later_gifts: the same, were they counted with the wage of today.
    """

    base: int
    children: list[int]
    kept: list[int]
    limits: list[int]
    later_limits: list[int]
    gifts: list[int]
    later_gifts: list[int]
    near: int


def estimate_of(formula: Formula) -> Estimate:
    """What the form on the page is given."""
    return Estimate(
        base=formula.basic_amount.amount,
        children=[_share(formula.basic_amount.amount, share) for share in formula.child_shares],
        kept=[100 - reduction for reduction in formula.reductions],
        limits=_limits(formula, formula.bands),
        later_limits=_later_limits(formula, formula.bands),
        gifts=_limits(formula, formula.gift_limits),
        later_gifts=_later_limits(formula, formula.gift_limits),
        near=NEAR,
    )


def scale_of(formula: Formula) -> Scale:
    """The scale, with a row for each number in `CHILDREN`."""
    made = estimate_of(formula)
    return Scale.model_construct(
        limits=tuple(made.limits),
        rows=tuple(
            ScaleRow.model_construct(
                children=children,
                amounts=tuple(amounts(made, children)),
                gift_up_to=_of(made.gifts, children),
            )
            for children in CHILDREN
        ),
        each_further_child=made.children[-1],
    )


def amounts(made: Estimate, children: int) -> list[int]:
    """The amount in each band of income, for a number of children."""
    full = made.base + sum(_of(made.children, child) for child in range(children))
    return [_share(full, kept) for kept in made.kept]


def amount(made: Estimate, children: int, income: int) -> int:
    """The amount for a number of children and an income. A limit is still within its band."""
    return amounts(made, children)[sum(income > limit for limit in made.limits)]


def is_loan(made: Estimate, children: int, income: int) -> bool:
    """Whether it is a loan."""
    return income > _of(made.gifts, children)


def in_header(scale: Scale) -> dict[str, object]:
    """A scale as a header has it: every value a text, in euros with a comma."""
    made: dict[str, object] = {
        "plafonds": [euros(limit) for limit in scale.limits],
        "lignes": [
            {
                "enfants": str(row.children),
                "montants": [euros(each) for each in row.amounts],
                "don_jusqu_a": euros(row.gift_up_to),
            }
            for row in scale.rows
        ],
    }
    further = scale.each_further_child
    return made | ({"par_enfant_en_plus": euros(further)} if further is not None else {})


def _share(cents: int, percent: int) -> int:
    """A share of an amount, half a cent upwards."""
    return (cents * percent + 50) // 100


def _limits(formula: Formula, shares: tuple[int, ...]) -> list[int]:
    return [_share(formula.net_wage.amount, share) for share in shares]


def _later_limits(formula: Formula, shares: tuple[int, ...]) -> list[int]:
    """The limits, were they counted with the wage of today: its net amount in proportion to the gross ones."""
    before, now = formula.gross_wage.amount, (formula.gross_wage_now or formula.gross_wage).amount
    net = (2 * formula.net_wage.amount * now + before) // (2 * before)
    return [_share(max(net, formula.net_wage.amount), share) for share in shares]


def _of(values: list[int], number: int) -> int:
    """That of a number of children; the last holds for all further ones."""
    return values[min(number, len(values) - 1)]


def euros(cents: int) -> str:
    """An amount as a header has it, in euros with a comma."""
    return f"{cents // 100:,}".replace(",", " ") + f",{cents % 100:02}"
