"""What helps in one place: départements, the networks and structures in them, their news, how to find the others."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Entry, Fiche, Header, OpeningHours
from .values import Date, Email, HttpsAddress, LanguageTag, LocalPhone, NotEmpty, Territory, Text, Yes

FOLDER = "reseaux"
"""The folder of all local files: `reseaux/71/` holds those of Saône-et-Loire, by its official number."""

SHELTER = "hebergement"
"""The type of a structure whose place must stay unknown."""
BED = "dormir"
"""What is offered where one sleeps. Whoever offers it is a shelter for every rule, whatever its type."""
SUPPORT_GROUP = "groupe_de_parole"
"""The type of a structure, or of a piece of news, whose place is told on registration only."""

Need = Literal["parler", "dormir", "plainte", "enfants", "sante", "argent"]
StructureType = Literal[
    "ecoute",
    "hebergement",
    "iscg",
    "service_social",
    "cidff",
    "france_victimes",
    "umj",
    "accueil_de_jour",
    "leao",
    "groupe_de_parole",
    "point_justice",
    "caf",
    "bailleur",
    "maison_des_femmes",
    "association",
]
Audience = Literal["femmes", "hommes", "enfants", "jeunes", "proches", "tout_le_monde"]
Access = Literal["fauteuil", "boucle_magnetique", "langue_des_signes", "accompagnement"]


class Places(Entry):
    """The page on which one finds one's département."""


class Department(Entry):
    """A département or an overseas territory. Its title is its official name.

    bar: names of the lines that the bar of its pages shows, where those of every page are not sure to answer.
    """

    bar: Annotated[tuple[Text, ...], NotEmpty] | None = Field(None, alias="barre")


AskFor = Literal[
    "intervenante_sociale",
    "assistante_sociale",
    "reseau_local",
    "aide_aux_victimes",
    "ccas",
]
"""Whom to ask for at a desk."""


class Desk(Header):
    """Where one asks for somebody: the reception or the switchboard of another body, which `place` names.

    communes, intercommunalities: the part of the département that this desk serves, by name or official code; all of
    it where there are none.
    """

    place: Text = Field(alias="lieu")
    number: LocalPhone | None = Field(None, alias="numero")
    ask_for: AskFor | None = Field(None, alias="demander")
    street_address: Text | None = Field(None, alias="adresse")
    hours: OpeningHours | None = Field(None, alias="horaires")
    communes: tuple[Text, ...] = ()
    intercommunalities: tuple[Text, ...] = Field((), alias="intercommunalites")


class Local(Fiche):
    """Someone who helps in one place. Without communes the whole département is served.

    communes: by name or by INSEE code. intercommunalities: by name or by SIREN; all their communes are meant.
    contacts: names of the lines and structures through which it is reached.
    desks: where else one asks for it; their numbers are those of the bodies that they name.
    """

    name: Text = Field(alias="nom")
    number: LocalPhone | None = Field(None, alias="numero")
    email: Email | None = Field(None, alias="courriel")
    website: HttpsAddress | None = Field(None, alias="site")
    hours: OpeningHours | None = Field(None, alias="horaires")
    communes: tuple[Text, ...] = ()
    intercommunalities: tuple[Text, ...] = Field((), alias="intercommunalites")
    led_by: Text | None = Field(None, alias="porte_par")
    contacts: tuple[Text, ...] = ()
    desks: tuple[Desk, ...] = Field((), alias="accueils")


class Network(Local):
    """A network of those who help: police, social services, justice, health, associations."""

    partners: tuple[Text, ...] = Field((), alias="partenaires")


class Structure(Local):
    """One of those who help: a service, an association, a person's post. networks: files of the same folder."""

    type: StructureType
    within: Literal["commissariat", "gendarmerie"] | None = Field(None, alias="dans")
    street_address: Text | None = Field(None, alias="adresse")
    networks: tuple[Text, ...] = Field((), alias="reseaux")
    offers: tuple[Need, ...] = Field((), alias="propose")
    audience: tuple[Audience, ...] = Field((), alias="pour")
    languages: tuple[LanguageTag, ...] = Field((), alias="langues")
    access: tuple[Access, ...] = Field((), alias="acces_handicap")
    no_appointment: Yes | None = Field(None, alias="sans_rendez_vous")
    cost: Literal["gratuit", "selon_revenus", "payant"] | None = Field(None, alias="cout")


def is_shelter(kind: str | None, offers: Iterable[str]) -> bool:
    """Whether a structure is a shelter. kind: its type. offers: what one may look for there, by the keys of `propose`."""
    return kind == SHELTER or BED in offers


class News(Entry):
    """What happens on a day or over some days. It leaves the pages when its last day is over."""

    type: Literal["formation", "groupe_de_parole", "sensibilisation", "rencontre"]
    start: Date = Field(alias="debut")
    end: Date | None = Field(None, alias="fin")
    networks: tuple[Text, ...] = Field((), alias="reseaux")
    number: LocalPhone | None = Field(None, alias="numero")
    contacts: tuple[Text, ...] = ()
    place: Text | None = Field(None, alias="lieu")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.last_day < self.start:
            raise PydanticCustomError("bad_end", "{value}", {"value": self.last_day.isoformat(), "key": "fin"})
        return self

    @property
    def last_day(self) -> Date:
        """The last day on which it is worth reading."""
        return self.end or self.start


class Landmark(Entry):
    """How to find a kind of help anywhere: a short text that the page of every département shows.

    territories: where it holds; everywhere if there are none.
    """

    type: StructureType | Literal["mairie"]
    territories: tuple[Territory, ...] = Field((), alias="territoires")
