"""What a call costs, as far as the number itself tells: the French numbering plan.

Source: Arcep, décision 2018-0881 as amended by décision 2022-1583 (annexe 1, sections 2.3.6 and 2.4), and
https://www.service-public.fr/particuliers/vosdroits/F33278 for the green, grey and purple numbers.
"""

import re
from typing import Literal

Tariff = Literal["free", "ordinary", "unsure", "paid", "operator", "fiction", "abroad"]
"""free: nothing is paid, by anybody. ordinary: the price of any call, so it can stand on the bill. unsure: a number of
four digits of which the plan says only that it may be paid. operator: answers the customers of one operator.
fiction: given to nobody, for films and examples. abroad: of another plan."""

_FICTION = re.compile(r"0(19900|26191|35301|46571|53649|63998)\d{4}")
_FREE = re.compile(
    r"1[578]|11[2459]|19[167]|116\d{3}"  # emergencies and the European numbers of social value
    r"|080[0-5]\d{6}"
    r"|30(0[0-79]|[1-9]\d)|31([0-6]\d|[89]\d)"
    r"|3919"  # of a block that may be paid, and free: https://www.solidaritefemmes.org/appeler-le-3919/
)
_ORDINARY = re.compile(
    r"0[1-79]\d{8}|080[6-9]\d{6}"
    # Services of the State may not be paid since 2021 (loi 2018-727, article 28): CAF, ARIPA, health insurance,
    # Allô service public, France Travail, pensions
    r"|3230|3238|3646|3939|3949|3960"
)
_PAID = re.compile(
    r"08\d{8}|118\d{3}|[4-8]\d{4}"
    r"|3237|3624"  # duty pharmacies, SOS Médecins
    r"|\+(979|808|88[1-3])\d+"  # ITU-T E.164: paid, shared and satellite services, whatever the country
    r"|\+(1900|3290|3906|41900|41901|41906|44[89]|49900|352905)\d+"  # the paid numbers of the neighbours
)


def tariff_of(digits: str) -> Tariff | None:
    """What a call to a number costs, or None where no number of that form exists in France.

    digits: as `digits_of` gives them. A number of the kind `+33 1 …` is judged as it is dialled within France.
    """
    if digits.startswith("+33"):
        digits = "0" + digits.removeprefix("+33").removeprefix("0")
    kinds: tuple[tuple[Tariff, re.Pattern[str]], ...] = (
        ("fiction", _FICTION),
        ("free", _FREE),
        ("ordinary", _ORDINARY),
        ("paid", _PAID),
        ("operator", re.compile(r"10\d{2}")),
        ("unsure", re.compile(r"3\d{3}")),
        ("abroad", re.compile(r"\+\d{8,15}")),
    )
    return next((tariff for tariff, form in kinds if form.fullmatch(digits)), None)
