"""`content/site.yaml`, validated: what an association decides about its own site."""

import datetime
import os
import re
from pathlib import Path
from typing import Annotated

from pydantic import Field

from . import exits
from .content import frontmatter
from .content.dialling import hand_written
from .content.discretion import mixed_word, revealing_in_address, revealing_in_any, revealing_inside
from .content.entry import Header
from .content.examples import names_nobody
from .content.faults import Faults
from .content.library import Library
from .content.links import leads_out
from .content.readable import in_header
from .content.reading import read_model
from .content.values import Count, Email, HttpsAddress, NotEmpty, Phone, Text, Yes
from .languages import BY_TAG, SOURCE

PROJECT_ROOT = Path(__file__).resolve().parents[2]
CONTENT = PROJECT_ROOT / "content"
TRANSLATIONS = PROJECT_ROOT / "translations"
STATIC = PROJECT_ROOT / "static"

SITE_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/(?!\.{1,2}(?:/|\Z))[A-Za-z0-9._~-]+)*/?"
)
"""The address of a site. A second slash in a row would make links lead to another host; other signs would mean
something in the files of one host or another: `*` and `:` in `_headers`, `%{` in `.htaccess`, `$` for nginx."""

EXAMPLE_NAMES = frozenset({"Vie pratique", "Everyday life", "الحياة اليومية"})
"""The names shipped with the project. The same on every site, they would be a signature."""


EXAMPLE_ENTRANCE = "/i"
"""The address to print that is shipped with the project; a well-known one would be a signature too."""


TAKEN = frozenset(
    # What a build writes at its root, without the ending that some hosts leave out
    {"404", "index", "donnees", "robots", "sitemap", "manifest"}
    # What browsers, search engines and hosts look for or answer themselves
    | {"favicon", "security", "ads", "humans", "admin", "login", "webmail", "mail", "cpanel", "phpmyadmin", "stats"}
    | {"awstats", "icons", "error", "errors", "manual", "static", "assets", "api", "home", "readme", "license"}
)
"""What cannot be the address to print: it must be answered by 404.html."""


_WORDS = ("nom", "siege", "directeur_de_publication")
"""The keys of what is shown as words: a number has a key of its own."""


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


def read_settings(content: Path, faults: Faults, library: Library | None = None) -> Settings | None:
    """The settings in `content/site.yaml`, or None with the faults added; what is still to be filled in is a remark.

    library: the content, whose lines and sources name the sites to which *Quitter* may not lead; None knows of none.
    """
    file = content / "site.yaml"
    if leads_out(file, content):
        faults.add("outside", file, 1)
        return None
    text = frontmatter.read_text(file, faults)
    parts = frontmatter.read_yaml(text, file, faults) if text is not None else None
    if parts is None:
        return None
    parts.data = frontmatter.without_empty(parts.data)
    settings = read_model(Settings, parts, file, faults)
    if settings is None:
        return None
    for key, table in (
        ("nom", settings.names),
        ("sortie", settings.exits),
        ("sortie_de_secours", settings.second_exits),
    ):
        if SOURCE.tag not in table and (table or key != "sortie_de_secours"):
            faults.add("missing_key", file, parts.line(key), key=f"{key}: {SOURCE.tag}")
        for tag in table:
            if tag not in BY_TAG:
                known = ", ".join(BY_TAG)
                faults.add("wrong_choice", file, parts.line(key, tag), key=key, value=tag, known=known)
    _check_entrance(settings.entrance, file, parts.line("entree"), faults)
    for tag, name in settings.names.items():
        if word := revealing_in_any(name):
            faults.add("revealing_tab", file, parts.line("nom", tag), word=word, key=f"nom: {tag}")
        elif word := mixed_word(name):
            faults.add("mixed_alphabets", file, parts.line("nom", tag), word=word, key=f"nom: {tag}")
        if name in EXAMPLE_NAMES:
            faults.add("default", file, parts.line("nom", tag), key=f"nom: {tag}")
    for group, model in (("editeur", settings.publisher), ("hebergeur", settings.host)):
        for name, field in type(model).model_fields.items():
            if getattr(model, name) is None:
                faults.add("default", file, parts.line(group, field.alias or name), key=f"{group}: {field.alias}")
    exits.check(settings, parts, file, library, faults)
    for readable in in_header(file, parts):
        if readable.keys[-1] in _WORDS or readable.key in _WORDS:
            for number in hand_written(readable.text, ()):
                faults.add("number_in_settings", file, readable.line, value=number.value)
    if telling := revealing_in_address(settings.address or ""):
        faults.add("telling_address", file, parts.line("adresse"), word=telling)
    if settings.address and not SITE_ADDRESS.fullmatch(settings.address):
        faults.add("bad_site_address", file, parts.line("adresse"), value=settings.address)
    if settings.address is None or names_nobody(settings.address):
        faults.add("default", file, parts.line("adresse"), key="adresse")
    return settings


def _check_entrance(entrance: str, file: Path, line: int, faults: Faults) -> None:
    """The address to print is short, neutral, and the address of no page or file."""
    name = entrance.removeprefix("/")
    if not re.fullmatch(r"/[a-z0-9]{1,12}", entrance) or name in BY_TAG or name in TAKEN:
        faults.add("bad_entrance", file, line, value=entrance)
    elif word := revealing_in_any(name) or revealing_inside(name):
        faults.add("revealing_tab", file, line, word=word, key="entree")
    elif entrance == EXAMPLE_ENTRANCE:
        faults.add("default", file, line, key="entree")


def build_date() -> datetime.date:
    """The day of the build: that of SOURCE_DATE_EPOCH (seconds, UTC) where it is set, else today (UTC).

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    Raises ValueError where SOURCE_DATE_EPOCH is no number, or too far from today.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.datetime.now(datetime.UTC)
    if epoch is not None:
        try:
            moment = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
        except (OverflowError, OSError):
            raise ValueError(epoch) from None
    return moment.date()
