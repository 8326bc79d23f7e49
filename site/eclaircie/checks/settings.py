"""The rules of `content/site.yaml`: names that tell nothing, exits that lead to ordinary sites, what is still to be filled in."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from ..content.library import Library
from ..content.readable import in_header
from ..content.settings import EXAMPLE_ENTRANCE, SITE_ADDRESS, SettingsFile
from ..languages import BY_TAG, SOURCE
from ..messages.faults import Faults
from ..places import territories
from . import exits
from .dialling import hand_written
from .discretion import mixed_word, revealing_in_address, revealing_in_any, revealing_inside
from .examples import names_nobody

EXAMPLE_NAMES = frozenset({"Vie pratique", "Everyday life", "الحياة اليومية"})
"""The names shipped with the project. The same on every site, they would be a signature."""

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


def check(read: SettingsFile, library: Library | None, faults: Faults) -> None:
    """Add the faults of the settings; what is still to be filled in is a remark.

    library: the content, whose lines and sources name the sites to which *Quitter* may not lead; None knows of none.
    """
    settings, file, parts = read.settings, read.file, read.parts
    _check_languages(read, faults)
    _check_tables(read, faults)
    _check_entrance(settings.entrance, file, parts.line("entree"), faults)
    _check_names(read, faults)
    for group, model in (("editeur", settings.publisher), ("hebergeur", settings.host)):
        for name, field in type(model).model_fields.items():
            if getattr(model, name) is None:
                faults.add("default", file, parts.line(group, field.alias or name), key=f"{group}: {field.alias}")
    exits.check(settings, parts, file, library, faults)
    for readable in in_header(file, parts):
        if readable.keys[-1] in _WORDS or readable.key in _WORDS:
            for number in hand_written(readable.text, ()):
                faults.add("number_in_settings", file, readable.line, value=number.value)
    _check_address(settings.address, file, parts.line("adresse"), faults)
    _check_directory(read, faults)
    _check_frames(read, faults)


def _check_languages(read: SettingsFile, faults: Faults) -> None:
    """Each language that is published is known, and the one that stands in for it is published too."""
    settings, file, parts = read.settings, read.file, read.parts
    if "tags" not in settings.model_fields_set:
        return
    published = {language.tag for language in settings.languages}
    for number, tag in enumerate(settings.tags):
        line = parts.line("langues", number)
        if tag not in BY_TAG:
            faults.add("wrong_choice", file, line, key="langues", value=tag, known=", ".join(BY_TAG))
        elif BY_TAG[tag].stands_in not in published:
            faults.add("no_stand_in", file, line, value=tag, other=BY_TAG[tag].stands_in)


def _check_tables(read: SettingsFile, faults: Faults) -> None:
    """Each table by language has French, and no language that the site has not."""
    settings, file, parts = read.settings, read.file, read.parts
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


def _check_names(read: SettingsFile, faults: Faults) -> None:
    """The names of the site stand in tabs and bookmarks: they tell nothing, and are its own."""
    file, parts = read.file, read.parts
    for tag, name in read.settings.names.items():
        if word := revealing_in_any(name):
            faults.add("revealing_tab", file, parts.line("nom", tag), word=word, key=f"nom: {tag}")
        elif word := mixed_word(name):
            faults.add("mixed_alphabets", file, parts.line("nom", tag), word=word, key=f"nom: {tag}")
        if name in EXAMPLE_NAMES:
            faults.add("default", file, parts.line("nom", tag), key=f"nom: {tag}")


def _check_directory(read: SettingsFile, faults: Faults) -> None:
    """What may be fetched is named, and what is read of it; the départements are those that there are."""
    directory, file, parts = read.settings.directory, read.file, read.parts
    for number, name in enumerate(directory.territories):
        if name.lower() not in territories():
            line = parts.line("annuaire", "departements", number)
            faults.add("no_such_territory", file, line, value=name)
    for key, values in (("departements", directory.territories), ("fichiers", directory.files)):
        if directory.may_fetch and not values:
            faults.add("nothing_to_fetch", file, parts.line("annuaire", "telecharger"), key=key)


def _check_frames(read: SettingsFile, faults: Faults) -> None:
    """Who may show the site in a frame is another one."""
    own = urlsplit(read.settings.address or "").netloc.lower()
    for number, value in enumerate(read.settings.frames):
        if urlsplit(value).netloc == own:
            faults.add("own_frame", read.file, read.parts.line("cadres", number), value=value)


def _check_address(address: str | None, file: Path, line: int, faults: Faults) -> None:
    if telling := revealing_in_address(address or ""):
        faults.add("telling_address", file, line, word=telling)
    if address and not SITE_ADDRESS.fullmatch(address):
        faults.add("bad_site_address", file, line, value=address)
    if address is None or names_nobody(address):
        faults.add("default", file, line, key="adresse")


def _check_entrance(entrance: str, file: Path, line: int, faults: Faults) -> None:
    """The address to print is short, neutral, and the address of no page or file."""
    name = entrance.removeprefix("/")
    if not re.fullmatch(r"/[a-z0-9]{1,12}", entrance) or name in BY_TAG or name in TAKEN:
        faults.add("bad_entrance", file, line, value=entrance)
    elif word := revealing_in_any(name) or revealing_inside(name):
        faults.add("revealing_tab", file, line, word=word, key="entree")
    elif entrance == EXAMPLE_ENTRANCE:
        faults.add("default", file, line, key="entree")
