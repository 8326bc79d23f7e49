"""The whole project into a site that can be built, or every fault in it: content, settings, words of the interface, style."""

import datetime
from pathlib import Path
from urllib.parse import urlsplit

from .checks import assets, catalogues, discretion, renames, settings, suite
from .checks.findings import Findings
from .checks.site_facts import known_numbers
from .content import library
from .content.headers import Headers
from .content.library import Library
from .content.settings import Settings, read_settings
from .git import files_at
from .kept.store import Store
from .languages import LANGUAGES, SOURCE
from .messages.faults import Faults
from .pages.site import FIXED_LINKS, Draft, Site
from .project import CONTENT, STATIC, TRANSLATIONS
from .rendering.assets import files


class ContentError(Exception):
    """The content has faults that keep the site from being built. faults: all of them.

    draft: what can be shown of the site all the same to those who write it, or None.
    """

    def __init__(self, faults: Faults, draft: "Site | None" = None) -> None:
        super().__init__(f"{len(faults.errors)} faults")
        self.faults = faults
        self.draft = draft


def read_site(
    today: datetime.date,
    *,
    content: Path = CONTENT,
    translations: Path = TRANSLATIONS,
    static: Path = STATIC,
    base_url: str | None = None,
    kept: Store | None = None,
) -> Site:
    """Read and check everything.

    today: the day of the build. base_url: the address at which the site is published, path included; None takes that of
    the settings, and the empty text none at all. kept: what earlier builds and checks have learnt; None learns
    everything anew.
    Raises ContentError with all faults where there is one that is more than a remark.
    """
    faults = Faults()
    headers = Headers(kept)
    books = library.load(content, faults, headers)
    read = read_settings(content, faults, headers)
    headers.save()
    if read:
        settings.check(read, books, faults)
    published = read.settings.languages if read else LANGUAGES
    catalogues.check(translations, faults, known_numbers(books), kept, published)
    assets.check(files(static), static, faults)
    discretion.check(faults)
    if books.documents or books.unsound:
        # What is wrong with the settings is no reason to hide what is wrong with the pages.
        months = read.settings.review_months if read else int(Settings.model_fields["review_months"].default)
        suite.check(books, content, today, months, faults, Findings(content, kept))
        _check_fixed_links(books, content, faults)
        renames.gather(books, content, lambda: _former_texts(content), faults)
    if faults.errors or read is None:
        raise ContentError(faults, _draft(books, read.settings if read else None, faults, today))
    url = urlsplit(read.settings.address or "" if base_url is None else base_url)
    origin = f"{url.scheme}://{url.netloc}" if url.netloc else ""
    return Site(books, read.settings, faults, url.path.rstrip("/"), origin, today)


def _draft(books: Library, settings: Settings | None, faults: Faults, today: datetime.date) -> Site | None:
    """What can be shown of a site with faults, or None where it has no home page."""
    documents = books.unsound | books.documents
    if "" not in documents:
        return None
    settings = settings or Settings.model_validate({"nom": {SOURCE.tag: "…"}, "sortie": {SOURCE.tag: _NOWHERE}})
    return Draft(Library(documents, books.fiches), settings, faults, "", "", today)


_NOWHERE = "https://example.org"
"""Where a draft whose settings have faults is left to: reserved for examples."""


def _former_texts(content: Path) -> dict[str, str]:
    """The French files as they were in the last commit, by path; none where git does not know."""
    folder = f"{content.name}/{SOURCE.tag}/"
    files = files_at(content.parent, "HEAD", folder) or {}
    paths = {name.removeprefix(folder).removesuffix(".md"): raw for name, raw in files.items() if name.endswith(".md")}
    return {path.removesuffix("/index"): raw.decode("utf-8", "replace") for path, raw in paths.items()}


def _check_fixed_links(books: Library, content: Path, faults: Faults) -> None:
    """The pages that the templates themselves lead to must be there."""
    home = content / SOURCE.tag / "index.md"
    for path in FIXED_LINKS.values():
        if not books.has_page(path):
            faults.add("no_page", home, 1, value=path, hint="")
