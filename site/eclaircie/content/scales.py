"""Amounts that depend on children and income, as an aid has them."""

from typing import Annotated, ClassVar

from pydantic import Field

from .base import Header
from .facts import Fact
from .values import Cents, Count, NotEmpty


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
