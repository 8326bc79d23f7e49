"""`content/site.yaml`, validated: what an association decides about its own site."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..languages import ARABIC, ENGLISH, FRENCH, LANGUAGES, SOURCE, Language
from ..messages.faults import Faults
from .base import Header
from .facts import Fact
from .headers import Headers
from .parts import Parts
from .raw_text import read_text
from .symlinks import leads_out
from .validation import read_model
from .values import Count, Email, HttpsAddress, LanguageTag, NotEmpty, Origin, Phone, Text, Yes

SITE_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/(?!\.{1,2}(?:/|\Z))[A-Za-z0-9._~-]+)*/?"
)
"""The address of a site. A second slash in a row would make links lead to another host; other signs would mean
something in the files of one host or another: `*` and `:` in `_headers`, `%{` in `.htaccess`, `$` for nginx."""

EXAMPLE_ENTRANCE = "/i"
"""The address to print that is shipped with the project; a well-known one would be a signature too."""

FIRST_LANGUAGES = (FRENCH.tag, ENGLISH.tag, ARABIC.tag)
"""Those that are published where the settings name none. A new language is never among them: it is accepted by name."""


class Publisher(Header):
    """Who publishes the site, as the law wants it said (loi pour la confiance dans l'économie numérique)."""

    name: Text | None = Field(None, alias="nom")
    seat: Text | None = Field(None, alias="siege")
    phone: Phone | None = Field(None, alias="telephone")
    email: Email | None = Field(None, alias="courriel")
    director: Text | None = Field(None, alias="directeur_de_publication")


class Host(Header):
    """Who hosts the site. log_days: how long its connection logs are kept."""

    name: Text | None = Field(None, alias="nom")
    seat: Text | None = Field(None, alias="siege")
    phone: Phone | None = Field(None, alias="telephone")
    log_days: Count | None = Field(None, alias="journaux_jours")


class Directory(Header):
    """Which public directories the monthly run may fetch. Nothing else ever fetches them.

    may_fetch: whether it may. territories: the numbers of the départements whose counters are read. files: where the
    files are, by the long addresses that their licence asks to name.
    """

    may_fetch: Annotated[
        Yes, Fact(hint="`oui` : le passage du mois télécharge ces fichiers et propose ce qui a changé")
    ] = Field(False, alias="telecharger")
    territories: Annotated[tuple[Text, ...], Fact(hint="les numéros des départements à lire : `[71, 2A]`")] = Field(
        (), alias="departements"
    )
    files: Annotated[
        tuple[HttpsAddress, ...],
        Fact(hint="les adresses de téléchargement, longues, telles que data.gouv.fr les donne, une par ligne"),
    ] = Field((), alias="fichiers")

    @property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of the départements, each once."""
        return tuple(dict.fromkeys(name.lower() for name in self.territories))


class Settings(Header):
    """The site's own settings.

    tags: the languages that are published, by tag; French always is (see `languages`).
    names, exits, second_exits: by language tag; a language without one has the French one.
        The second exit is tried where the first does not answer.
    entrance: the short address to print. It is no page: a host answers it with 404.html.
    origin_is_ours: whether the site's host name serves nothing else, so that leaving may clear what it stored.
    frames: the origins of the sites that may show this one in a frame.
    veil_minutes: after how many minutes without a touch the page is covered; 0 is never.
    review_months: after how many months a fact that was not checked again is "à confirmer".
    security_email: whom to tell of a hole in the site; None is the publisher's address.
    directory: which public directories the monthly run may fetch.
    """

    names: Annotated[dict[str, Text], Fact(hint="le nom neutre du site, par langue.")] = Field(alias="nom")
    tags: Annotated[
        tuple[LanguageTag, ...],
        Fact(
            hint="les langues publiées, en codes : `[fr, en, ar]`. Une autre que le programme connaît est lue et "
            "vérifiée, mais ni construite, ni montrée. Le français est toujours publié."
        ),
    ] = Field(FIRST_LANGUAGES, alias="langues")
    address: Annotated[HttpsAddress | None, Fact(hint="son adresse.")] = Field(None, alias="adresse")
    exits: Annotated[
        Annotated[dict[str, HttpsAddress], NotEmpty],
        Fact(
            hint="où mène « Quitter », par langue : un site public neutre, sans son ni connexion, qu'aucune "
            "application du téléphone n'ouvre à sa place, et dont personne ne tape le titre par hasard "
            "(Chromium donne ce titre à l'adresse que l'on quitte). Ni ce site, ni celui d'une aide que vos "
            "pages nomment."
        ),
    ] = Field(alias="sortie")
    second_exits: Annotated[
        dict[str, HttpsAddress],
        Fact(hint="où mène « Quitter » quand le premier site ne répond pas : un autre site, dans chaque langue."),
    ] = Field({}, alias="sortie_de_secours")
    entrance: Annotated[
        Text,
        Fact(
            hint="l'adresse courte à imprimer : ni une langue, ni un nom que les hébergeurs connaissent (`/404`, "
            "`/index`, `/webmail`…)."
        ),
    ] = Field(EXAMPLE_ENTRANCE, alias="entree")
    origin_is_ours: Annotated[
        Yes,
        Fact(
            hint="`oui` si ce nom de domaine ne sert qu'à ce site : quitter efface alors ce qu'il aurait "
            "enregistré autrefois. Jamais sur un domaine partagé."
        ),
    ] = Field(False, alias="origine_reservee")
    veil_minutes: Annotated[
        Count, Fact(hint="après combien de minutes sans y toucher la page se couvre. `0` : jamais.")
    ] = Field(0, alias="voile_apres_minutes")
    frames: Annotated[
        tuple[Origin, ...],
        Fact(
            hint="les sites qui peuvent afficher celui-ci dans un cadre, une mairie par exemple : `https://` et leur nom, "
            "sans chemin. Vide : personne (docs/cadre.md)."
        ),
    ] = Field((), alias="cadres")
    review_months: Annotated[
        Count, Fact(hint="après combien de mois sans vérification un fait est « à confirmer ».")
    ] = Field(12, alias="revision_mois")
    security_email: Annotated[
        Email | None,
        Fact(
            hint="à qui signaler une faille du site : écrit dans `/.well-known/security.txt`, que lisent les "
            "informaticiens. Sans lui, c'est le `courriel` de l'éditeur."
        ),
    ] = Field(None, alias="courriel_securite")
    directory: Annotated[Directory, Fact(hint="les annuaires publics d'où viennent des contacts locaux.")] = Field(
        default_factory=Directory, alias="annuaire"
    )
    publisher: Annotated[Publisher, Fact(hint="pour les mentions légales.")] = Field(
        default_factory=Publisher, alias="editeur"
    )
    host: Annotated[Host, Fact(hint="pour les mentions légales et la page sur la vie privée.")] = Field(
        default_factory=Host, alias="hebergeur"
    )

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that are published, French first, in the order of all that the code knows."""
        return tuple(language for language in LANGUAGES if language is SOURCE or language.tag in self.tags)

    def name(self, tag: str) -> str:
        """The neutral name of the site in a language."""
        return self.names.get(tag, self.names[SOURCE.tag])

    def exit(self, tag: str) -> str:
        """The neutral address to which *Quitter* leads in a language."""
        return self.exits.get(tag, self.exits[SOURCE.tag])

    def second_exit(self, tag: str) -> str:
        """The neutral address to which *Quitter* leads where the first one does not answer."""
        return self.second_exits.get(tag) or self.second_exits.get(SOURCE.tag) or self.exit(tag)


@dataclass(frozen=True)
class SettingsFile:
    """The settings, and the file they stand in. parts: its data and their lines."""

    settings: Settings
    file: Path
    parts: Parts


def read_settings(content: Path, faults: Faults, headers: Headers | None = None) -> SettingsFile | None:
    """The settings in `content/site.yaml`, or None with the faults added. headers: as for `library.load`.

    What they must also keep, such as where the exit may lead, is judged by `checks.settings`.
    """
    file = content / "site.yaml"
    if leads_out(file, content):
        faults.add("outside", file, 1)
        return None
    text = read_text(file, faults)
    parts = (headers or Headers()).read_yaml(text, file, faults) if text is not None else None
    if parts is None:
        return None
    settings = read_model(Settings, parts, file, faults)
    return SettingsFile(settings, file, parts) if settings else None
