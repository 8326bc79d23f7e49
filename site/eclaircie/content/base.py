"""What the header of every page may say: the keys that all kinds have. They are French, for those who write them."""

from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from . import opening_hours
from .choices import Pictogram
from .facts import Fact, Kind
from .national_lines import LISTENING_LINE
from .values import Count, Date, Days, EndTime, HttpsAddress, KeyName, LineName, Name, NotEmpty, Rows, Text, Time, Yes


class Header(BaseModel):
    """A part of a header: every key known, nothing changed after it was read."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, validate_by_name=False, validate_by_alias=True, defer_build=True
    )

    ON_ONE_LINE: ClassVar[bool] = False
    """Whether files have it on one line, between braces."""


class Source(Header):
    """Where a fact was read."""

    name: Annotated[Text, Fact(hint="qui le dit")] = Field(alias="nom")
    address: HttpsAddress = Field(alias="adresse")
    date: Annotated[Date | None, Fact(hint="quand on la connaît")] = None


class Entry(Header):
    """What every page has."""

    kind: Annotated[
        Name,
        Fact(
            place=1,
            hint="`page` (par défaut), `ligne` (un numéro, une messagerie), `aide` (un droit, une aide), `navigateur` "
            "(un guide) ou `accueil`. Pour un département : voir [plus bas](#les-fichiers-dun-département).",
            shelters="told",
        ),
    ] = Field("page", alias="genre")
    title: Annotated[
        Text, Fact(place=2, shelters="page", hint="le titre visible de la page. Il dit les choses clairement.")
    ] = Field(alias="titre")
    tab: Annotated[
        Text | None,
        Fact(
            place=3,
            shelters="page",
            hint="le titre court, celui de l'onglet et de l'historique. Il ne révèle rien. S'il manque, c'est celui de "
            "la rubrique ; pour un réseau ou une structure, ce que c'est et où, en mots neutres.",
        ),
    ] = Field(None, alias="onglet")
    summary: Annotated[Text, Fact(place=5, shelters="page", hint="une phrase, montrée dans les listes.")] = Field(
        alias="resume"
    )
    pictogram: Annotated[
        Pictogram | None,
        Fact(
            place=6, shelters="page", hint="le dessin montré à côté du titre, là où d'autres pages mènent à celle-ci."
        ),
    ] = Field(None, alias="pictogramme")
    order: Annotated[Count, Fact(place=6, shelters="page", hint="l'ordre dans la rubrique (10, 20, 30…).")] = Field(
        1000, alias="ordre"
    )
    search_words: Annotated[
        tuple[Text, ...],
        Fact(
            place=7,
            shelters="page",
            hint="les mots que disent les gens quand ils cherchent cette page : `[compte en banque, il prend mon "
            "argent]`. Les visiteurs ne les voient pas.",
        ),
    ] = Field((), alias="mots")
    listening_line: Annotated[
        LineName,
        Fact(
            place=8,
            shelters="page",
            hint="le nom de la ligne d'écoute à montrer en bas de l'écran (`ecoute` par défaut).",
        ),
    ] = Field(LISTENING_LINE, alias="ligne")
    is_procedure: Annotated[
        Yes,
        Fact(
            place=9,
            shelters="page",
            hint="`oui` pour une démarche : le texte doit alors avoir la partie « Ce que l'autre personne peut "
            "apprendre, et quand ».",
        ),
    ] = Field(False, alias="demarche")
    stands_apart: Annotated[
        Yes,
        Fact(
            place=10,
            shelters="page",
            hint="`oui` pour une page qui n'apparaît dans aucune liste. La recherche n'y mène que par les expressions de `mots` (au moins deux mots qui disent quelque chose).",
        ),
    ] = Field(False, alias="a_part")
    keeps_french: Annotated[
        Yes,
        Fact(
            place=11,
            shelters="page",
            hint="`oui` pour une page où une erreur peut faire du mal (danger, plainte, ordonnance) : une traduction "
            "en retard montre alors aussi tout le texte français, à côté ou plus bas.",
        ),
    ] = Field(False, alias="francais_a_cote")
    needs_review: Annotated[
        Yes,
        Fact(
            place=95,
            shelters="page",
            hint="`oui` pour un conseil de sécurité, tant qu'une association spécialisée ne l'a pas relu.",
        ),
    ] = Field(False, alias="a_relire_par_une_association")
    checked_on: Annotated[
        Date | None,
        Fact(place=96, hint="le jour où le texte a été comparé à ses sources.", column="vérifié le", shelters="told"),
    ] = Field(None, alias="verifie_le")
    valid_until: Annotated[
        Date | None,
        Fact(
            place=97,
            hint="si les faits ont une fin connue. Sinon, c'est la durée de `content/site.yaml`.",
            shelters="told",
        ),
    ] = Field(None, alias="valable_jusqu_au")
    sources: Annotated[
        Annotated[tuple[Source, ...], NotEmpty] | None,
        Fact(place=99, shelters="page", hint="d'où viennent les faits.", column="sources", name="sources"),
    ] = None
    cared_for_by: Annotated[
        Text | None,
        Fact(
            place=95,
            shelters="page",
            hint="qui s'occupe de ce fichier : des initiales (`M. D.`) ou le nom d'un service (`CIDFF 71`). Jamais un nom "
            "de personne ni un courriel. Sans elle, c'est qui s'occupe de la rubrique. Les visiteurs ne le voient pas.",
        ),
    ] = Field(None, alias="suivi_par")
    to_verify: Annotated[
        tuple[Text, ...],
        Fact(
            place=100,
            shelters="page",
            hint="des phrases pour l'équipe : ce qu'il faut confirmer avant de publier. Les visiteurs ne les voient pas.",
            sentences=True,
        ),
    ] = Field((), alias="a_verifier")


class Hours(Header):
    """On these days, from one time to another."""

    ON_ONE_LINE: ClassVar[bool] = True

    days: Annotated[Days, Fact(hint="`tous`, `lundi-vendredi`, ou `lundi, jeudi`")] = Field(alias="jours")
    start: Annotated[Time, Fact(hint="`09:00` ; jour et nuit : de `00:00` à `24:00`")] = Field(alias="de")
    end: Annotated[EndTime, Fact(hint="`17:30`, ou `24:00` ; la suite, après minuit, est une autre plage")] = Field(
        alias="a"
    )

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


OpeningHours = Annotated[
    tuple[Hours, ...], Rows, NotEmpty, Kind("hours", "des lignes `{jours: lundi-vendredi, de: 10:00, a: 19:00}`")
]
"""When something is open: rows of days and times."""


class Fiche(Entry):
    """A file of facts: a line, an aid, a local network or structure."""

    to_confirm: Annotated[
        tuple[KeyName, ...],
        Fact(
            place=98,
            hint="les clés dont la seule source est ancienne ou isolée : `[horaires]`. La page le dit à côté.",
            column="à confirmer",
            shelters="told",
        ),
    ] = Field((), alias="a_confirmer")


def facts_of(entry: Entry) -> dict[str, Any]:
    """The facts of an entry as plain data, by French key, days as text: what a page may be given."""
    return entry.model_dump(
        mode="json",
        by_alias=True,
        exclude={"title", "tab", "summary", "cared_for_by", "to_verify", "search_words"},
    )


@cache
def keys_of(model: type[BaseModel]) -> frozenset[str]:
    """The keys that the header of a model may have, as writers spell them."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


@cache
def required_keys(model: type[BaseModel]) -> frozenset[str]:
    """Those that it must have."""
    return frozenset(field.alias or name for name, field in model.model_fields.items() if field.is_required())
