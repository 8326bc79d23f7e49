"""What a header may say, one model a kind of page. The keys are French, for those who write them."""

from dataclasses import replace
from typing import Annotated

from pydantic import BaseModel, Field

from ..canonical_json import Inputs
from .base import Entry, Fiche, Header, OpeningHours, keys_of
from .choices import AidAudience, Bill, Browser, CallCost, DeafAccess, LineNeed, System, Territory
from .contact_facts import EMAIL, HOURS, LANGUAGES, NAME, NUMBER, WEBSITE
from .counters import Counter
from .departments import Department, Landmark, Places
from .facts import N_, Declared, Fact, Row, declared
from .local import Network, News, Structure
from .scales import Formula, Scale
from .values import Count, Date, Email, HttpsAddress, LanguageTag, LineName, Name, NotEmpty, PageName, Phone, Text, Yes


class Page(Entry):
    """A page of words."""


class Home(Entry):
    """The home page: which pages, sections and lines it shows, in order."""

    shortcuts: Annotated[
        Annotated[tuple[PageName, ...], NotEmpty], Fact(place=20, hint="les pages montrées d'abord, par leur chemin.")
    ] = Field(alias="raccourcis")
    doors: Annotated[
        tuple[PageName, ...],
        Fact(
            place=20,
            hint="les pages montrées juste après : celles dont le titre est la question de qui arrive (« Vous doutez ? »).",
        ),
    ] = Field((), alias="portes")
    themes: Annotated[
        Annotated[tuple[PageName, ...], NotEmpty],
        Fact(place=21, hint="les rubriques montrées ensuite, par leur chemin."),
    ] = Field(alias="themes")
    lines: Annotated[
        Annotated[tuple[LineName, ...], NotEmpty],
        Fact(place=22, hint="les lignes montrées, par le nom de leur fichier."),
    ] = Field(alias="lignes")


class Guide(Entry):
    """How to do two things in one browser: remove a single line of its history, open a private window.

    tried_on: the day on which the steps were tried on the real thing; without it they are shown as untried.
    """

    browser: Annotated[Browser, Fact(place=20, hint="celui que le guide explique.")] = Field(alias="navigateur")
    systems: Annotated[
        Annotated[tuple[System, ...], NotEmpty], Fact(place=21, hint="ceux où les étapes sont les mêmes.")
    ] = Field(alias="systemes")
    tried_on: Annotated[
        Date | None,
        Fact(
            place=22,
            hint="le jour où les étapes ont été essayées sur un vrai appareil. Sans elle, la page dit qu'elles ne l'ont "
            "pas été. Comment essayer : [phones.md](phones.md).",
        ),
    ] = Field(None, alias="essaye_le")


class Helpline(Fiche):
    """A line to call or to write to."""

    name: Annotated[Text, replace(NAME, hint="le nom propre du service (« Violences Femmes Info »).")] = Field(
        alias="nom"
    )
    is_emergency: Annotated[
        Yes, Fact(place=29, hint="`oui` pour un numéro de secours : on ne met jamais de doute à côté.")
    ] = Field(False, alias="secours")
    need: Annotated[
        LineNeed | None, Fact(place=30, hint="pour quoi on l'appelle : la page des numéros range les lignes ainsi.")
    ] = Field(None, alias="besoin")
    number: Annotated[
        Phone | None,
        replace(NUMBER, hint="le numéro, écrit comme on le lit : `39 19`."),
    ] = Field(None, alias="numero")
    overseas_number: Annotated[
        Phone | None,
        Fact(
            place=41,
            hint="le numéro à composer depuis l'outre-mer ou l'étranger, s'il diffère : `+33 1 80 52 33 76`.",
            row=Row(160, N_("Depuis l’outre-mer ou l’étranger")),
            column="numéro",
            name="numéro depuis l’outre-mer",
            cited="inline",
        ),
    ] = Field(None, alias="numero_outre_mer")
    sms: Annotated[Phone | None, Fact(place=42, hint="le numéro auquel on écrit.", cited="inline block")] = None
    chat: Annotated[HttpsAddress | None, Fact(place=43, hint="l'adresse de la messagerie (tchat).", cited="inline")] = (
        Field(None, alias="messagerie")
    )
    email: Annotated[
        Email | None,
        replace(EMAIL, hint="le courriel du service."),
    ] = Field(None, alias="courriel")
    website: Annotated[
        HttpsAddress | None,
        WEBSITE,
    ] = Field(None, alias="site")
    hours: Annotated[
        OpeningHours | None,
        replace(
            HOURS,
            hint="`jours` : `tous`, `lundi-vendredi`, ou `lundi, jeudi`. Jour et nuit : `{jours: tous, de: 00:00, a: "
            "24:00}`. Se lit aussi : `lundi au vendredi 9h-12h et 14h-17h30`, `7j/7 24h/24`. Après minuit, deux lignes "
            ": `{jours: samedi, de: 22:00, a: 24:00}` et `{jours: dimanche, de: 00:00, a: 02:00}`.",
        ),
    ] = Field(None, alias="horaires")
    chat_hours: Annotated[
        OpeningHours | None,
        Fact(
            place=51,
            hint="de même, pour la messagerie.",
            row=Row(70, N_("Messagerie")),
            column="horaires",
            name="horaires de la messagerie",
            cited="inline",
        ),
    ] = Field(None, alias="horaires_messagerie")
    territories: Annotated[
        tuple[Territory, ...], Fact(place=62, hint="où elle répond.", row=Row(150, N_("Où")), column="secteur")
    ] = Field((), alias="territoires")
    languages: Annotated[
        tuple[LanguageTag, ...],
        replace(LANGUAGES, hint="les langues parlées, en codes : `[fr, en, ar]`."),
    ] = Field((), alias="langues")
    languages_at_some_hours: Annotated[
        Yes, Fact(place=73, hint="`oui` si les autres langues ne sont pas parlées à toute heure.")
    ] = Field(False, alias="langues_a_certaines_heures")
    deaf_access: Annotated[
        tuple[DeafAccess, ...],
        Fact(
            place=74,
            hint="comment la joindre sans entendre ou sans parler.",
            row=Row(140, N_("Sans entendre ou sans parler")),
            column="accès",
            terms="Accès",
        ),
    ] = Field((), alias="acces_sourds")
    cost: Annotated[
        CallCost | None,
        Fact(
            place=77,
            hint="ce que coûte l'appel. Si on ne sait pas, on n'écrit rien.",
            row=Row(100, N_("Coût")),
            column="coût",
        ),
    ] = Field(None, alias="cout")
    bill: Annotated[
        Bill | None,
        Fact(
            place=78,
            hint="si la facture montre l'appel. Si on ne sait pas, on n'écrit rien.",
            row=Row(110, N_("Facture")),
        ),
    ] = Field(None, alias="facture")
    anonymous: Annotated[
        Yes | None,
        Fact(
            place=79,
            hint="si on ne demande pas le nom.",
            row=Row(120, N_("Nom"), yes=N_("On ne vous le demande pas"), no=N_("On peut vous le demander")),
        ),
    ] = Field(None, alias="anonyme")


class Aid(Fiche):
    """A right or an aid."""

    audience: Annotated[
        tuple[AidAudience, ...], Fact(place=71, hint="pour qui elle est.", row=Row(5, N_("Pour qui"), ages=False))
    ] = Field((), alias="pour")
    bodies: Annotated[
        tuple[Text, ...],
        Fact(place=80, hint="les noms propres de qui la donne : `[CAF, MSA]`.", row=Row(10, N_("Auprès de"))),
    ] = Field((), alias="organismes")
    working_days: Annotated[
        Count | None,
        Fact(place=81, hint="le délai habituel, en jours ouvrés.", row=Row(20, N_("Délai")), cited="inline"),
    ] = Field(None, alias="delai_jours_ouvres")
    most_working_days: Annotated[
        Count | None, Fact(place=82, hint="le plus long délai, en jours ouvrés.", cited="inline")
    ] = Field(None, alias="delai_maximal_jours_ouvres")
    again_after_months: Annotated[
        Count | None,
        Fact(
            place=83,
            hint="après combien de mois on peut la demander de nouveau.",
            row=Row(30, N_("À nouveau possible")),
            cited="inline",
        ),
    ] = Field(None, alias="renouvelable_apres_mois")
    formula: Annotated[
        Formula | None,
        Fact(
            place=84,
            hint="ce dont le barème est calculé. Alors `python -m eclaircie bareme` écrit `bareme`, et "
            "`valable_jusqu_au` est obligatoire : voir [plus bas](#un-barème-qui-se-calcule).",
            cited="block",
        ),
    ] = Field(None, alias="calcul")
    scale: Annotated[Scale | None, Fact(place=84, hint="les montants, en euros avec une virgule.", cited="block")] = (
        Field(None, alias="bareme")
    )


class Translation(Header):
    """The words of a page in another language. It has no facts: it inherits those of the French file.

    translated_from: the fingerprint of the French words. review_of: that of the words which the reviewer read.
    """

    title: Text | None = Field(None, alias="titre")
    tab: Text | None = Field(None, alias="onglet")
    summary: Text | None = Field(None, alias="resume")
    search_words: Annotated[
        tuple[Text, ...],
        Fact(hint="les mots que disent les gens quand ils cherchent cette page, dans cette langue : `[mot, mot]`."),
    ] = Field((), alias="mots")
    translated_from: Annotated[
        Name | None, Fact(hint="l'empreinte du texte français traduit. Une commande l'écrit.")
    ] = Field(None, alias="traduit_de")
    reviewed_by: Annotated[
        Text | None,
        Fact(hint="qui a relu. Une commande l'écrit ; sans cette clé, la page dit qu'elle n'a pas été relue."),
    ] = Field(None, alias="relu_par")
    reviewed_on: Annotated[Date | None, Fact(hint="quel jour. Une commande l'écrit.")] = Field(None, alias="relu_le")
    review_of: Annotated[Name | None, Fact(hint="l'empreinte de ce qui a été relu. Une commande l'écrit.")] = Field(
        None, alias="relu_de"
    )


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
    "guichet": Counter,
    "actualite": News,
    "repere": Landmark,
}
FACTS = frozenset[str]().union(*map(keys_of, MODELS.values()))
"""Every key that a French file may have."""


CITED = {
    way: frozenset(key for model in MODELS.values() for key, each in declared(model).items() if way in each.fact.cited)
    for way in ("inline", "block")
}
"""The facts that a text may cite: in the middle of a sentence, or as a block of their own, alone in a paragraph."""


def _keys_of_words(*models: type[BaseModel]) -> frozenset[str]:
    """The keys of models, and of the parts of these, whose values are words that somebody is shown."""
    facts = [each for model in models for each in declared(model).values()]
    within = (_keys_of_words(each.inner) for each in facts if each.inner)
    return frozenset(each.key for each in facts if each.form == "text" and not each.fact.sentences).union(*within)


WORDS = _keys_of_words(*MODELS.values())
"""The keys whose values are words that somebody is shown: titles, sentences, proper names, addresses."""


def facts_in(facts: Inputs) -> dict[str, Declared]:
    """The declarations of the facts of an entry. facts: by French key, as `facts_of` gives them."""
    return declared(MODELS[facts["genre"]])
