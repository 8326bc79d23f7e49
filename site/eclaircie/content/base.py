"""What the header of every page may say: the keys that all kinds have. They are French, for those who write them."""

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from . import opening_hours
from .national_lines import LISTENING_LINE
from .values import Count, Date, Days, EndTime, HttpsAddress, NotEmpty, Rows, Text, Time, Yes


class Header(BaseModel):
    """A part of a header: every key known, nothing changed after it was read."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=False, validate_by_alias=True)


class Source(Header):
    """Where a fact was read."""

    name: Text = Field(alias="nom")
    address: HttpsAddress = Field(alias="adresse")
    date: Date | None = None


class Entry(Header):
    """What every page has."""

    kind: Text = Field("page", alias="genre")
    title: Text = Field(alias="titre")
    tab: Text | None = Field(None, alias="onglet")
    summary: Text = Field(alias="resume")
    order: Count = Field(1000, alias="ordre")
    sources: Annotated[tuple[Source, ...], NotEmpty] | None = None
    checked_on: Date | None = Field(None, alias="verifie_le")
    valid_until: Date | None = Field(None, alias="valable_jusqu_au")
    to_verify: tuple[Text, ...] = Field((), alias="a_verifier")
    search_words: tuple[Text, ...] = Field((), alias="mots")
    needs_review: Yes = Field(False, alias="a_relire_par_une_association")
    listening_line: Text = Field(LISTENING_LINE, alias="ligne")
    is_procedure: Yes = Field(False, alias="demarche")
    stands_apart: Yes = Field(False, alias="a_part")
    keeps_french: Yes = Field(False, alias="francais_a_cote")


class Hours(Header):
    """On these days, from one time to another."""

    days: Days = Field(alias="jours")
    start: Time = Field(alias="de")
    end: EndTime = Field(alias="a")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.end < self.start:
            rows = [
                (self.days, self.start, "24:00"),
                (tuple(sorted((day + 1) % 7 for day in self.days)), "00:00", self.end),
            ]
            form = " / ".join(f"- {opening_hours.row_in_words(*row)}" for row in rows)
            raise PydanticCustomError("past_midnight", "{value}", {"value": f"{self.start}-{self.end}", "form": form})
        if self.end == self.start:
            raise PydanticCustomError("bad_hours", "{value}", {"value": self.end})
        return self


OpeningHours = Annotated[tuple[Hours, ...], Rows, NotEmpty]
"""When something is open: rows of days and times."""


class Fiche(Entry):
    """A file of facts: a line, an aid, a local network or structure."""

    to_confirm: tuple[Text, ...] = Field((), alias="a_confirmer")


def facts_of(entry: Entry) -> dict[str, Any]:
    """The facts of an entry as plain data, by French key, days as text: what a page may be given."""
    return entry.model_dump(
        mode="json", by_alias=True, exclude={"title", "tab", "summary", "to_verify", "search_words"}
    )


def keys_of(model: type[BaseModel]) -> frozenset[str]:
    """The keys that the header of a model may have, as writers spell them."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


def required_keys(model: type[BaseModel]) -> frozenset[str]:
    """Those that it must have."""
    return frozenset(field.alias or name for name, field in model.model_fields.items() if field.is_required())
