"""Amounts that depend on children and income, as an aid has them, and the constants from which they are worked out."""

import itertools
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Header
from .facts import Fact
from .values import Cents, Count, Date, NotEmpty, Text


class ScaleRow(Header):
    """One row of a scale: the amount in each band of income, and up to which income it is a gift."""

    ON_ONE_LINE: ClassVar[bool] = True

    children: Annotated[Count, Fact(hint="combien")] = Field(alias="enfants")
    amounts: Annotated[Annotated[tuple[Cents, ...], NotEmpty], Fact(hint="un par tranche")] = Field(alias="montants")
    gift_up_to: Cents = Field(alias="don_jusqu_a")


class Scale(Header):
    """Amounts by number of children and by band of income. limits: the upper end of each band but the last."""

    limits: Annotated[Annotated[tuple[Cents, ...], NotEmpty], Fact(hint="la fin de chaque tranche de revenus")] = Field(
        alias="plafonds"
    )
    rows: Annotated[tuple[ScaleRow, ...], NotEmpty] = Field(alias="lignes")
    each_further_child: Cents | None = Field(None, alias="par_enfant_en_plus")


class DatedAmount(Header):
    """An amount that holds from a day on."""

    ON_ONE_LINE: ClassVar[bool] = True

    amount: Cents = Field(alias="montant")
    since: Annotated[Date, Fact(hint="le premier jour où il vaut")] = Field(alias="depuis")
    source: Annotated[Text, Fact(hint="qui le dit : un des noms de `sources`, ou un décret")]


Percentages = Annotated[tuple[Count, ...], NotEmpty]


class Formula(Header):
    """The constants from which a scale is worked out (see `scale_formula`). Shares are whole percentages.

    gross_wage, gross_wage_now: the same wage as `net_wage`, gross, on that day and now. Only their proportion is used.
    """

    basic_amount: Annotated[DatedAmount, Fact(hint="le RSA d'une personne seule")] = Field(alias="rsa")
    child_shares: Annotated[
        Percentages, Fact(hint="ce qu'ajoute chaque enfant, en % du RSA ; le dernier vaut pour tous les suivants")
    ] = Field(alias="majorations")
    children_under: Annotated[Count, Fact(hint="l'âge à partir duquel un enfant ne compte plus")] = Field(
        alias="age_limite"
    )
    net_wage: Annotated[DatedAmount, Fact(hint="le SMIC net mensuel au 1er janvier")] = Field(alias="smic_net")
    gross_wage: Annotated[DatedAmount, Fact(hint="le SMIC brut du même jour")] = Field(alias="smic_brut")
    gross_wage_now: Annotated[
        DatedAmount | None, Fact(hint="le SMIC brut d'aujourd'hui, s'il a changé depuis le 1er janvier")
    ] = Field(None, alias="smic_brut_actuel")
    bands: Annotated[Percentages, Fact(hint="la fin de chaque tranche de revenus, en % du SMIC net")] = Field(
        alias="tranches"
    )
    reductions: Annotated[Percentages, Fact(hint="ce qu'on retire dans chaque tranche, en %")]
    gift_limits: Annotated[
        Percentages,
        Fact(
            hint="jusqu'où c'est un don, en % du SMIC net, de 0 enfant à davantage ; le dernier vaut pour les suivants"
        ),
    ] = Field(alias="plafonds_don")

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        lists = {"tranches": self.bands, "reductions": self.reductions, "plafonds_don": self.gift_limits}
        wrong = [key for key, each in lists.items() if any(one >= other for one, other in itertools.pairwise(each))]
        if not wrong and (len(self.reductions) != len(self.bands) + 1 or self.reductions[-1] > 100):
            wrong = ["reductions"]
        if wrong:
            raise PydanticCustomError("bad_formula", "{value}", {"value": wrong[0], "form": ""})
        return self
