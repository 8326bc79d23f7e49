"""`content/site.yaml`, validated: what an association decides about its own site."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..languages import SOURCE
from ..messages.faults import Faults
from . import frontmatter
from .base import Header
from .parts import Parts, without_empty
from .raw_text import read_text
from .symlinks import leads_out
from .validation import read_model
from .values import Count, Email, HttpsAddress, NotEmpty, Phone, Text, Yes

SITE_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/(?!\.{1,2}(?:/|\Z))[A-Za-z0-9._~-]+)*/?"
)
"""The address of a site. A second slash in a row would make links lead to another host; other signs would mean
something in the files of one host or another: `*` and `:` in `_headers`, `%{` in `.htaccess`, `$` for nginx."""

EXAMPLE_ENTRANCE = "/i"
"""The address to print that is shipped with the project; a well-known one would be a signature too."""


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


class Settings(Header):
    """The site's own settings.

    names, exits, second_exits: by language tag; a language without one has the French one.
        The second exit is tried where the first does not answer.
    entrance: the short address to print. It is no page: a host answers it with 404.html.
    origin_is_ours: whether the site's host name serves nothing else, so that leaving may clear what it stored.
    veil_minutes: after how many minutes without a touch the page is covered; 0 is never.
    review_months: after how many months a fact that was not checked again is "à confirmer".
    security_email: whom to tell of a hole in the site; None is the publisher's address.
    """

    names: dict[str, Text] = Field(alias="nom")
    address: HttpsAddress | None = Field(None, alias="adresse")
    exits: Annotated[dict[str, HttpsAddress], NotEmpty] = Field(alias="sortie")
    second_exits: dict[str, HttpsAddress] = Field({}, alias="sortie_de_secours")
    entrance: Text = Field(EXAMPLE_ENTRANCE, alias="entree")
    origin_is_ours: Yes = Field(False, alias="origine_reservee")
    veil_minutes: Count = Field(0, alias="voile_apres_minutes")
    review_months: Count = Field(12, alias="revision_mois")
    security_email: Email | None = Field(None, alias="courriel_securite")
    publisher: Publisher = Field(Publisher(), alias="editeur")
    host: Host = Field(Host(), alias="hebergeur")

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


def read_settings(content: Path, faults: Faults) -> SettingsFile | None:
    """The settings in `content/site.yaml`, or None with the faults added.

    What they must also keep, such as where the exit may lead, is judged by `checks.settings`.
    """
    file = content / "site.yaml"
    if leads_out(file, content):
        faults.add("outside", file, 1)
        return None
    text = read_text(file, faults)
    parts = frontmatter.read_yaml(text, file, faults) if text is not None else None
    if parts is None:
        return None
    parts.data = without_empty(parts.data)
    settings = read_model(Settings, parts, file, faults)
    return SettingsFile(settings, file, parts) if settings else None
