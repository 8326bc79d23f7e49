"""What helps in one place: départements, the networks and structures in them, their news, how to find the others."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Entry, Fiche, Header, OpeningHours
from .choices import Access, AskFor, Audience, LocalCost, Need, NewsType, StructureType, Within
from .contact_facts import EMAIL, HOURS, LANGUAGES, NAME, NUMBER, WEBSITE
from .facts import N_, Fact, Row
from .values import (
    ContactName,
    Date,
    Email,
    HttpsAddress,
    LanguageTag,
    LocalPhone,
    Name,
    NetworkName,
    RecordName,
    Text,
    Yes,
)

FOLDER = "reseaux"
"""The folder of all local files: `reseaux/71/` holds those of Saône-et-Loire, by its official number."""

SHELTER = "hebergement"
"""The type of a structure whose place must stay unknown."""
BED = "dormir"
"""What is offered where one sleeps. Whoever offers it is a shelter for every rule, whatever its type."""
SUPPORT_GROUP = "groupe_de_parole"
"""The type of a structure, or of a piece of news, whose place is told on registration only."""


class Desk(Header):
    """Where one asks for somebody: the reception or the switchboard of another body, which `place` names.

    communes, intercommunalities: the part of the département that this desk serves, by name or official code; all of
    it where there are none.
    """

    place: Annotated[Text, Fact(hint="à qui est cet accueil : « Commissariat de Mâcon »")] = Field(alias="lieu")
    number: LocalPhone | None = Field(None, alias="numero")
    ask_for: AskFor | None = Field(None, alias="demander")
    street_address: Text | None = Field(None, alias="adresse")
    hours: OpeningHours | None = Field(None, alias="horaires")
    communes: Annotated[tuple[Name, ...], Fact(hint="si cet accueil n'en sert qu'une partie")] = ()
    intercommunalities: Annotated[tuple[Name, ...], Fact(hint="de même")] = Field((), alias="intercommunalites")


class Local(Fiche):
    """Someone who helps in one place. Without communes the whole département is served.

    communes: by name or by INSEE code. intercommunalities: by name or by SIREN; all their communes are meant.
    contacts: names of the lines and structures through which it is reached.
    desks: where else one asks for it; their numbers are those of the bodies that they name.
    """

    name: Annotated[Text, replace(NAME, shelters="page", hint="le nom propre.")] = Field(alias="nom")
    number: Annotated[
        LocalPhone | None,
        replace(NUMBER, hint="le numéro du service, jamais un portable."),
    ] = Field(None, alias="numero")
    email: Annotated[
        Email | None,
        replace(EMAIL, hint="l'adresse du service, jamais celle d'une personne."),
    ] = Field(None, alias="courriel")
    website: Annotated[
        HttpsAddress | None,
        WEBSITE,
    ] = Field(None, alias="site")
    hours: Annotated[
        OpeningHours | None,
        replace(HOURS, shelters="page", hint="comme pour une ligne."),
    ] = Field(None, alias="horaires")
    communes: Annotated[
        tuple[Name, ...],
        Fact(
            place=60,
            hint="les communes servies, par leur nom (les accents et les tirets sont pardonnés) ou par leur code INSEE. "
            "**Jamais par le code postal** : 71100 est le code postal de Chalon-sur-Saône, et le code INSEE d'une autre "
            "commune.",
            column="secteur",
        ),
    ] = ()
    intercommunalities: Annotated[
        tuple[Name, ...],
        Fact(
            place=61,
            hint="celles dont toutes les communes sont servies, par leur nom (avec ou sans « Communauté de communes ») "
            "ou par leur numéro SIREN.",
            column="secteur",
        ),
    ] = Field((), alias="intercommunalites")
    led_by: Annotated[
        Text | None,
        Fact(
            place=65,
            shelters="page",
            hint="qui tient le service : une association, une ville. Jamais une personne.",
            row=Row(20, N_("Porté par")),
            name="porté par",
        ),
    ] = Field(None, alias="porte_par")
    contacts: Annotated[
        tuple[ContactName, ...],
        Fact(
            place=90,
            hint="par qui on passe : des noms de lignes (`ecoute`) ou de structures (`71-cidff`).",
            column="joindre par",
            name="contacts",
            shelters="told",
        ),
    ] = ()
    desks: Annotated[
        tuple[Desk, ...],
        Fact(
            place=91,
            hint="où demander, quand on passe par l'accueil ou le standard de quelqu'un d'autre. Tous les postes "
            "d'intervenantes sociales d'un département tiennent ainsi dans un fichier, une ligne chacun.",
            name="accueils où demander",
        ),
    ] = Field((), alias="accueils")


class Network(Local):
    """A network of those who help: police, social services, justice, health, associations."""

    partners: Annotated[
        tuple[Text, ...],
        Fact(
            place=66,
            hint="les noms de ceux qui en font partie : des services, jamais des personnes.",
            row=Row(30, N_("Avec")),
        ),
    ] = Field((), alias="partenaires")


class Structure(Local):
    """One of those who help: a service, an association, a person's post. networks: files of the same folder."""

    type: Annotated[
        StructureType,
        Fact(place=30, hint="ce que c'est.", row=Row(10, N_("Qui"), ages=False), column="type", shelters="told"),
    ]
    within: Annotated[Within | None, Fact(place=31, shelters="page", hint="si c'est là qu'on est reçu.")] = Field(
        None, alias="dans"
    )
    street_address: Annotated[
        Text | None,
        Fact(
            place=46,
            hint="la rue et la ville. **Jamais** pour un hébergement ni pour un groupe de parole.",
            row=Row(90, N_("Adresse")),
            column="adresse",
        ),
    ] = Field(None, alias="adresse")
    networks: Annotated[
        tuple[NetworkName, ...],
        Fact(
            place=67,
            hint="les réseaux dont elle fait partie : les noms de leurs fichiers, dans le même dossier (`[clunisois]`).",
            name="réseaux",
        ),
    ] = Field((), alias="reseaux")
    offers: Annotated[
        tuple[Need, ...],
        Fact(
            place=70,
            hint="ce qu'on peut y chercher. À partir de six structures, la page permet de choisir.",
            row=Row(40, N_("Pour")),
            column="ce qui est proposé",
            terms="Besoins",
            inclusion="thematiques",
            shelters="told",
        ),
    ] = Field((), alias="propose")
    audience: Annotated[
        tuple[Audience, ...],
        Fact(
            place=71,
            hint="qui est reçu.",
            row=Row(50, N_("Pour qui")),
            column="pour qui",
            terms="Publics",
            inclusion="publics",
            shelters="told",
        ),
    ] = Field((), alias="pour")
    languages: Annotated[
        tuple[LanguageTag, ...],
        replace(LANGUAGES, shelters="told", hint="les langues parlées, en codes."),
    ] = Field((), alias="langues")
    access: Annotated[
        tuple[Access, ...],
        Fact(
            place=75,
            hint="comment on y vient avec un handicap.",
            row=Row(140, N_("Accès")),
            column="accès",
            terms="Accès",
            shelters="told",
        ),
    ] = Field((), alias="acces_handicap")
    no_appointment: Annotated[
        Yes | None,
        Fact(
            place=76,
            hint="si on peut venir sans rendez-vous.",
            row=Row(80, N_("Rendez-vous"), yes=N_("On peut venir sans rendez-vous"), no=N_("Il faut un rendez-vous")),
            column="sans rendez-vous",
            shelters="told",
        ),
    ] = Field(None, alias="sans_rendez_vous")
    cost: Annotated[
        LocalCost | None,
        Fact(
            place=77,
            hint="ce que l'on paie.",
            row=Row(100, N_("Coût")),
            column="coût",
            inclusion="frais",
            shelters="told",
        ),
    ] = Field(None, alias="cout")
    record: Annotated[
        RecordName | None,
        Fact(
            place=97,
            hint="si un annuaire public en a une fiche, l'identifiant de cette fiche : la commande `annuaire` dit alors ce "
            "qui y diffère.",
            column="fiche d'annuaire",
        ),
    ] = Field(None, alias="annuaire")


def is_shelter(kind: str | None, offers: Iterable[str]) -> bool:
    """Whether a structure is a shelter. kind: its type. offers: what one may look for there, by the keys of `propose`."""
    return kind == SHELTER or BED in offers


class News(Entry):
    """What happens on a day or over some days. It leaves the pages when its last day is over."""

    type: Annotated[NewsType, Fact(place=30, hint="ce que c'est.")]
    start: Annotated[Date, Fact(place=32, hint="le premier jour.")] = Field(alias="debut")
    end: Annotated[Date | None, Fact(place=33, hint="le dernier jour. Sans elle, un seul jour.")] = Field(
        None, alias="fin"
    )
    place: Annotated[Text | None, Fact(place=34, hint="où cela se passe. **Jamais** pour un groupe de parole.")] = (
        Field(None, alias="lieu")
    )
    number: Annotated[LocalPhone | None, Fact(place=40, hint="le numéro pour s'inscrire ou demander.")] = Field(
        None, alias="numero"
    )
    networks: Annotated[
        tuple[NetworkName, ...], Fact(place=67, hint="les réseaux qu'elle concerne : elle paraît aussi sur leur page.")
    ] = Field((), alias="reseaux")
    contacts: Annotated[
        tuple[ContactName, ...], Fact(place=90, hint="par qui passer pour s'inscrire ou demander.")
    ] = ()

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.last_day < self.start:
            raise PydanticCustomError("bad_end", "{value}", {"value": self.last_day.isoformat(), "key": "fin"})
        return self

    @property
    def last_day(self) -> Date:
        """The last day on which it is worth reading."""
        return self.end or self.start
