"""The counters of public services that a directory of the State or of those who help tells of, with an address for all.

They are rows of their département's page and have none of their own: in every language that would be a hundred thousand
files. So nothing is asked of them that only a page needs, and what they are called follows from their facts.
"""

from dataclasses import replace
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from .choices import NEEDS, STRUCTURE_TYPES
from .facts import N_, Choice, Fact, Row, declared
from .local import BED, SHELTER, SUPPORT_GROUP, Structure
from .national_lines import LISTENING_LINE
from .values import CommuneName, Position, RecordName, Text

COUNTERS = "annuaire"
"""The folder of the counters of a département, below its own."""
TOWN_HALLS = "communes.csv"
"""A file beside them that says where the town halls are, and is no page."""


def _only_open_doors(value: Any) -> Any:
    """Refuse what says that one sleeps there, or that a group meets: who has a counter is on the map."""
    if value in (SHELTER, SUPPORT_GROUP, BED):
        raise PydanticCustomError("hidden_counter", "{value}", {"value": value})
    return value


def _without(choice: Choice, *words: str) -> Choice:
    return Choice(
        {word: label for word, label in choice.labels.items() if word not in words}, choice.meanings, choice.inclusion
    )


CounterType = Annotated[str, _without(STRUCTURE_TYPES, SHELTER, SUPPORT_GROUP), BeforeValidator(_only_open_doors)]
CounterNeed = Annotated[str, _without(NEEDS, BED), BeforeValidator(_only_open_doors)]


LICENCE = "Licence Ouverte 2.0"
"""That of both directories. It asks that the source and its day be named: https://www.etalab.gouv.fr/licence-ouverte-open-licence"""


class Counter(Structure):
    """A counter, as a directory tells of it. Its text would be shown nowhere, and there is nothing to translate.

    commune: where it is, by INSEE code or by name. position: of the building, for nearness.
    """

    tab: ClassVar[None] = None  # type: ignore[misc]  # here and below: what only a page has
    summary: ClassVar[str] = ""  # type: ignore[misc]
    pictogram: ClassVar[None] = None  # type: ignore[misc]
    order: ClassVar[int] = 1000  # type: ignore[misc]
    search_words: ClassVar[tuple[str, ...]] = ()  # type: ignore[misc]
    listening_line: ClassVar[str] = LISTENING_LINE  # type: ignore[misc]
    is_procedure: ClassVar[bool] = False  # type: ignore[misc]
    stands_apart: ClassVar[bool] = False  # type: ignore[misc]
    keeps_french: ClassVar[bool] = False  # type: ignore[misc]
    needs_review: ClassVar[bool] = False  # type: ignore[misc]
    title: ClassVar[property] = property(lambda self: self.name)  # type: ignore[misc]
    """Its proper name, which stays French in every language."""

    type: Annotated[CounterType, declared(Structure)["type"].fact]
    offers: Annotated[tuple[CounterNeed, ...], declared(Structure)["propose"].fact] = Field((), alias="propose")
    commune: Annotated[
        CommuneName,
        Fact(
            place=47,
            hint="la commune où il se trouve, par son code INSEE (`71270`) ou par son nom. Pas son code postal.",
        ),
    ]
    position: Annotated[
        Position | None,
        Fact(
            place=47,
            hint="où il se trouve, pour montrer d'abord le plus proche : latitude, longitude, trois décimales au plus.",
        ),
    ] = None
    hours_note: Annotated[
        Text | None,
        Fact(
            place=51,
            hint="ce que les horaires ne disent pas : « Fermé pendant les vacances scolaires ».",
            row=Row(61, N_("À savoir sur les horaires")),
            column="horaires : à savoir",
        ),
    ] = Field(None, alias="horaires_note")
    record: Annotated[
        RecordName,
        replace(
            declared(Structure)["annuaire"].fact,
            hint="l'identifiant de la fiche dans l'annuaire d'où elle vient. La commande `annuaire` l'écrit.",
        ),
    ] = Field(alias="annuaire")
