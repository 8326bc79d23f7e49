"""What programs look for at addresses that they all know: robots.txt, sitemap.xml and security.txt.

Nothing here says what the site is about: they hold addresses, which reveal nothing, and no words.
"""

import datetime
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from ..content.document import Document
from ..languages import SOURCE, Language
from ..pages import downloads
from ..pages.site import Site

ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
SECURITY = ".well-known/security.txt"

FILE_NAMES = frozenset(path.rpartition("/")[2] for path in (ROBOTS, SITEMAP, SECURITY))
"""Every name that such a file can have, without its folder."""

SITEMAP_ADDRESSES = 50_000
SITEMAP_BYTES = 50 * 1024 * 1024
"""A sitemap holds no more. Source: https://www.sitemaps.org/protocol.html"""

SECURITY_MONTHS = 11
"""How long security.txt holds: less than a year is recommended, and the site is made anew each month.
Source: https://www.rfc-editor.org/rfc/rfc9116.html#name-expires"""


def well_known_files(site: Site) -> dict[str, bytes]:
    """The content of each file, by its path below the site.

    A host has one robots.txt and one security.txt, in its root: a site under a path leaves them to whoever has the
    root. A sitemap needs whole addresses, so there is none where the site does not know its own. Without anybody
    to write to, there is no security.txt. A copy that is opened from a folder is visited by no program.
    """
    files: dict[str, bytes] = {}
    if site.is_copy:
        return files
    has_the_root = not site.prefix
    if has_the_root:
        files[ROBOTS] = _robots(site).encode()
    if site.origin:
        files[SITEMAP] = _sitemap(site)
    if has_the_root and (email := site.settings.security_email or site.settings.publisher.email):
        files[SECURITY] = _security(email, site.today).encode()
    return files


def _robots(site: Site) -> str:
    """Everyone may show the pages: people search for help. Source: https://www.rfc-editor.org/rfc/rfc9309.html

    Not the files for professionals: found by a search, they would leave a line among the downloads of a telephone, and
    they have no exit. Pages that stand apart are not named: this is a list that anybody can read.
    """
    lines = ["User-agent: *", f"Disallow: /{downloads.FOLDER}/"]
    if site.origin:
        lines += ["", f"Sitemap: {site.origin}/{SITEMAP}"]
    return "\n".join(lines) + "\n"


def _sitemap(site: Site) -> bytes:
    """The addresses of all pages, each with those of its translations. Source: https://www.sitemaps.org/protocol.html

    A page that is not translated shows the French one, so it is not a page of its own. What stands apart is in no list.
    Beyond what a sitemap can hold, pages are found by their links.
    """
    start = (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    )
    end = b"</urlset>\n"
    made = bytearray(start)
    for count, entry in enumerate(_entries(site)):
        if count == SITEMAP_ADDRESSES or len(made) + len(entry) + len(end) > SITEMAP_BYTES:
            break
        made += entry
    return bytes(made + end)


def _entries(site: Site) -> Iterator[bytes]:
    """One page a line, in a fixed order. Source of the links: https://developers.google.com/search/docs/specialty/international/localized-versions"""
    for _, document in sorted(site.library.pages.items()):
        if document.entry.stands_apart:
            continue
        addresses = {language.tag: _address(site, language, document) for language in _languages(site, document)}
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{address}"/>' for tag, address in addresses.items()
        )
        links += f'<xhtml:link rel="alternate" hreflang="x-default" href="{addresses[SOURCE.tag]}"/>'
        for address in addresses.values():
            yield f"<url><loc>{address}</loc>{links if len(addresses) > 1 else ''}</url>\n".encode()


def _languages(site: Site, document: Document) -> list[Language]:
    """Those in which a page has words of its own."""
    return [language for language in site.languages if document.words(language)[1] is language]


def _address(site: Site, language: Language, document: Document) -> str:
    return escape(site.origin + site.listing.href(language, document.path))


def _security(email: str, today: datetime.date) -> str:
    """Whom to tell of a hole, and until when this can be relied on. Source: https://www.rfc-editor.org/rfc/rfc9116.html

    The first day of a month, so that all builds of a month write the same.
    """
    months = today.year * 12 + today.month - 1 + SECURITY_MONTHS
    expires = datetime.date(months // 12, months % 12 + 1, 1)
    return f"Contact: mailto:{quote(email, safe='@+')}\nExpires: {expires.isoformat()}T00:00:00Z\n"
