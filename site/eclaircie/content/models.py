"""What a header may say, one model a kind of page. The keys are French, for those who write them."""

import datetime
import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from .faults import Faults
from .frontmatter import Parts
from .values import (
    Cents,
    Count,
    Date,
    Days,
    Email,
    HttpsAddress,
    LanguageTag,
    NotEmpty,
    Phone,
    Text,
    Time,
    Yes,
)


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

    kind: Literal["page", "ligne", "aide", "accueil", "navigateur"] = Field("page", alias="genre")
    title: Text = Field(alias="titre")
    tab: Text | None = Field(None, alias="onglet")
    summary: Text = Field(alias="resume")
    order: Count = Field(1000, alias="ordre")
    sources: Annotated[tuple[Source, ...], NotEmpty] | None = None
    checked_on: Date | None = Field(None, alias="verifie_le")
    valid_until: Date | None = Field(None, alias="valable_jusqu_au")
    to_verify: tuple[Text, ...] = Field((), alias="a_verifier")
    needs_review: Yes = Field(False, alias="a_relire_par_une_association")
    listening_line: Text = Field("ecoute", alias="ligne")
    is_procedure: Yes = Field(False, alias="demarche")
    stands_apart: Yes = Field(False, alias="a_part")


class Page(Entry):
    """A page of words."""


class Home(Entry):
    """The home page: which pages, sections and lines it shows, in order."""

    shortcuts: Annotated[tuple[Text, ...], NotEmpty] = Field(alias="raccourcis")
    themes: Annotated[tuple[Text, ...], NotEmpty] = Field(alias="themes")
    lines: Annotated[tuple[Text, ...], NotEmpty] = Field(alias="lignes")


class Guide(Entry):
    """How to do two things in one browser: remove a single line of its history, open a private window.

    tried_on: the day on which the steps were tried on the real thing; without it they are shown as untried.
    """

    browser: Literal["chrome", "samsung", "firefox", "edge", "brave", "safari"] = Field(alias="navigateur")
    systems: Annotated[tuple[Literal["android", "iphone", "ipad", "windows", "macos", "linux"], ...], NotEmpty] = Field(
        alias="systemes"
    )
    tried_on: Date | None = Field(None, alias="essaye_le")


class Hours(Header):
    """On these days, from one time to another."""

    days: Days = Field(alias="jours")
    start: Time = Field(alias="de")
    end: Time = Field(alias="a")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.end <= self.start:
            raise PydanticCustomError("bad_hours", "{value}", {"value": self.end})
        return self


Territory = Literal["metropole", "guadeloupe", "guyane", "martinique", "reunion", "mayotte", "outre_mer"]
DeafAccess = Literal["sms", "application", "visio_lsf", "transcription", "tchat", "formulaire"]


class Fiche(Entry):
    """A file of facts: a line or an aid."""

    to_confirm: tuple[Text, ...] = Field((), alias="a_confirmer")


class Helpline(Fiche):
    """A line to call or to write to."""

    name: Text = Field(alias="nom")
    number: Phone | None = Field(None, alias="numero")
    overseas_number: Phone | None = Field(None, alias="numero_outre_mer")
    sms: Phone | None = None
    chat: HttpsAddress | None = Field(None, alias="messagerie")
    website: HttpsAddress | None = Field(None, alias="site")
    email: Email | None = Field(None, alias="courriel")
    hours: Annotated[tuple[Hours, ...], NotEmpty] | None = Field(None, alias="horaires")
    chat_hours: Annotated[tuple[Hours, ...], NotEmpty] | None = Field(None, alias="horaires_messagerie")
    cost: Literal["gratuit", "appel_ordinaire"] | None = Field(None, alias="cout")
    bill: Literal["n_apparait_pas", "peut_apparaitre"] | None = Field(None, alias="facture")
    anonymous: Yes | None = Field(None, alias="anonyme")
    languages: tuple[LanguageTag, ...] = Field((), alias="langues")
    languages_at_some_hours: Yes = Field(False, alias="langues_a_certaines_heures")
    territories: tuple[Territory, ...] = Field((), alias="territoires")
    deaf_access: tuple[DeafAccess, ...] = Field((), alias="acces_sourds")
    is_emergency: Yes = Field(False, alias="secours")


class ScaleRow(Header):
    """One row of a scale: the amount in each band of income, and up to which income it is a gift."""

    children: Count = Field(alias="enfants")
    amounts: Annotated[tuple[Cents, ...], NotEmpty] = Field(alias="montants")
    gift_up_to: Cents = Field(alias="don_jusqu_a")


class Scale(Header):
    """Amounts by number of children and by band of income. limits: the upper end of each band but the last."""

    limits: Annotated[tuple[Cents, ...], NotEmpty] = Field(alias="plafonds")
    rows: Annotated[tuple[ScaleRow, ...], NotEmpty] = Field(alias="lignes")
    each_further_child: Cents | None = Field(None, alias="par_enfant_en_plus")


class Aid(Fiche):
    """A right or an aid."""

    bodies: tuple[Text, ...] = Field((), alias="organismes")
    working_days: Count | None = Field(None, alias="delai_jours_ouvres")
    most_working_days: Count | None = Field(None, alias="delai_maximal_jours_ouvres")
    again_after_months: Count | None = Field(None, alias="renouvelable_apres_mois")
    scale: Scale | None = Field(None, alias="bareme")


class Translation(Header):
    """The words of a page in another language. It has no facts: it inherits those of the French file."""

    title: Text | None = Field(None, alias="titre")
    tab: Text | None = Field(None, alias="onglet")
    summary: Text | None = Field(None, alias="resume")
    translated_from: Text | None = Field(None, alias="traduit_de")
    reviewed_by: Text | None = Field(None, alias="relu_par")
    reviewed_on: Date | None = Field(None, alias="relu_le")


MODELS: dict[str, type[Entry]] = {"page": Page, "ligne": Helpline, "aide": Aid, "accueil": Home, "navigateur": Guide}
FACTS = frozenset(f.alias or name for model in MODELS.values() for name, f in model.model_fields.items())
"""Every key that a French file may have."""

_Model = TypeVar("_Model", bound=BaseModel)

# pydantic's own error types, and ours for the same thing
_CODES = {
    "missing": "missing_key",
    "string_type": "wrong_text",
    "tuple_type": "wrong_list",
    "list_type": "wrong_list",
    "dict_type": "wrong_mapping",
    "model_type": "wrong_mapping",
    "model_attributes_type": "wrong_mapping",
    "literal_error": "wrong_choice",
}


def read_model(model: type[_Model], parts: Parts, file: Path, faults: Faults) -> _Model | None:
    """The header as a model, or None with every fault in it added, each at its line.

    model: a model with French aliases. parts: what `frontmatter.read` gave.
    """
    try:
        return model.model_validate(parts.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _add(detail, model, parts, file, faults)
        return None


def _add(detail: Mapping[str, Any], model: type[BaseModel], parts: Parts, file: Path, faults: Faults) -> None:
    keys = tuple(key for key in detail["loc"] if key in _spelled(parts, detail["loc"]) or isinstance(key, str))
    line = parts.line(*keys)
    key = str(next((key for key in reversed(keys) if isinstance(key, str)), ""))
    value = detail.get("input")
    code = detail["type"]
    if code == "extra_forbidden":
        owner = _owner(model, keys[:-1])
        known = [field.alias or name for name, field in owner.model_fields.items()]
        if model is Translation and key in FACTS:
            faults.add("fact_in_translation", file, line, key=key)
        else:
            faults.add("unknown_key", file, line, key=key, known=", ".join(known), hint=nearest(key, known))
        return
    known_values = str(detail.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    value = detail.get("ctx", {}).get("value", value)
    faults.add(_CODES.get(code, code), file, line, key=key, value=_short(value), known=known_values)


def _spelled(parts: Parts, loc: tuple[str | int, ...]) -> set[str | int]:
    """The items of `loc` that lead to a line of the file (pydantic also names steps that no writer sees)."""
    kept: list[str | int] = []
    for key in loc:
        if (*kept, key) in parts.lines:
            kept.append(key)
    return set(kept)


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else ""
    return text if len(text) <= 60 else text[:57] + "…"


def _owner(model: type[BaseModel], keys: tuple[str | int, ...]) -> type[BaseModel]:
    """The model in which a key stands, following the keys that lead to it."""
    for key in keys:
        for name, field in model.model_fields.items():
            inner = _model_in(field.annotation) if (field.alias or name) == key else None
            if inner:
                model = inner
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Source, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _model_in(part):
            return found
    return None


def nearest(word: str, known: list[str]) -> str:
    """The known word nearest to `word`, as a hint to put behind a sentence, or nothing."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.7)
    return f" → « {close[0]} » ?" if close else ""


def facts_of(entry: Entry) -> dict[str, Any]:
    """The facts of an entry as plain data, by French key, days as text: what a page may be given."""
    facts: dict[str, Any] = _plain(entry.model_dump(by_alias=True, exclude={"title", "tab", "summary", "to_verify"}))
    return facts


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value
