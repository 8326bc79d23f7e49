"""The pages of places: where one finds one's département, the départements, how to find each kind of help anywhere."""

from typing import Annotated, Self

from pydantic import Field

from .base import Entry
from .choices import LandmarkType, Territory
from .facts import Fact
from .values import ContactName, NotEmpty

FURTHER = "autres"
"""The kind of a further page of a département, and its name in an address."""


class Places(Entry):
    """The page on which one finds one's département."""


class Department(Entry):
    """A département or an overseas territory. Its title is its official name.

    bar: names of the lines that the bar of its pages shows, where those of every page are not sure to answer.
    """

    bar: Annotated[
        Annotated[tuple[ContactName, ...], NotEmpty] | None,
        Fact(
            place=20,
            hint="les numéros du bas de l'écran, par le nom de leur fiche, trois au plus, `secours` compris : `[secours, "
            "sante, pompiers]`. À n'écrire que là où les numéros habituels ne répondent pas tous. Sans cette clé, la "
            "barre laisse de côté ceux dont la fiche dit, par `territoires`, qu'ils ne répondent pas ici. Elle vaut "
            "pour toutes les pages du dossier.",
        ),
    ] = Field(None, alias="barre")


class FurtherContacts(Entry):
    """A further page of a département, for the counters that its own has no room for. Nobody writes it.

    number: which of the pages it is, the own one being 1. Its title is the official name of the département.
    """

    number: int

    @classmethod
    def of(cls, name: str, number: int) -> Self:
        """The page of a number of a département that is called so."""
        return cls.model_validate({"genre": FURTHER, "titre": name, "resume": name, "number": number})


class Landmark(Entry):
    """How to find a kind of help anywhere: a short text that the page of every département shows.

    territories: where it holds; everywhere if there are none.
    """

    type: Annotated[LandmarkType, Fact(place=30, hint="ce vers quoi il mène.")]
    territories: Annotated[tuple[Territory, ...], Fact(place=62, hint="où il est vrai. Sans elle : partout.")] = Field(
        (), alias="territoires"
    )
