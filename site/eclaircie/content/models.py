"""What a header may say, one model a kind of page. The keys are French, for those who write them."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Entry, Fiche, Header, OpeningHours, keys_of
from .local import Department, Landmark, Local, Network, News, Places, Structure
from .parts import Keys
from .values import Cents, Count, Date, Email, HttpsAddress, LanguageTag, NotEmpty, Phone, Territory, Text, Yes


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


DeafAccess = Literal["sms", "application", "visio_lsf", "transcription", "tchat", "formulaire"]


class Helpline(Fiche):
    """A line to call or to write to."""

    name: Text = Field(alias="nom")
    number: Phone | None = Field(None, alias="numero")
    overseas_number: Phone | None = Field(None, alias="numero_outre_mer")
    sms: Phone | None = None
    chat: HttpsAddress | None = Field(None, alias="messagerie")
    website: HttpsAddress | None = Field(None, alias="site")
    email: Email | None = Field(None, alias="courriel")
    hours: OpeningHours | None = Field(None, alias="horaires")
    chat_hours: OpeningHours | None = Field(None, alias="horaires_messagerie")
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
    """The words of a page in another language. It has no facts: it inherits those of the French file.

    translated_from: the fingerprint of the French words. review_of: that of the words which the reviewer read.
    """

    title: Text | None = Field(None, alias="titre")
    tab: Text | None = Field(None, alias="onglet")
    summary: Text | None = Field(None, alias="resume")
    translated_from: Text | None = Field(None, alias="traduit_de")
    reviewed_by: Text | None = Field(None, alias="relu_par")
    reviewed_on: Date | None = Field(None, alias="relu_le")
    review_of: Text | None = Field(None, alias="relu_de")


MODELS: dict[str, type[Entry]] = {
    "page": Page,
    "ligne": Helpline,
    "aide": Aid,
    "accueil": Home,
    "navigateur": Guide,
    "lieux": Places,
    "departement": Department,
    "reseau": Network,
    "structure": Structure,
    "actualite": News,
    "repere": Landmark,
}
FACTS = frozenset[str]().union(*map(keys_of, MODELS.values()))
"""Every key that a French file may have."""


def numbers_by_keys(entry: Entry) -> dict[Keys, str]:
    """The telephone numbers that an entry carries as facts, by the keys of the header that lead to them."""
    found: dict[Keys, str | None] = {}
    if isinstance(entry, Helpline):
        found = {("numero",): entry.number, ("numero_outre_mer",): entry.overseas_number, ("sms",): entry.sms}
    elif isinstance(entry, Local | News):
        found = {("numero",): entry.number}
    if isinstance(entry, Local):
        found |= {("accueils", at, "numero"): desk.number for at, desk in enumerate(entry.desks)}
    return {keys: number for keys, number in found.items() if number}


def numbers_of(entry: Entry) -> list[str]:
    """The telephone numbers that an entry carries as facts."""
    return list(numbers_by_keys(entry).values())
