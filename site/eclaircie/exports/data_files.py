"""Every file for professionals of a build: the same records as pages show, in formats that other programs read."""

import hashlib
from dataclasses import dataclass

import orjson
from flask import Flask

from ..content.folding import plain
from ..languages import SOURCE
from ..pages import downloads
from ..pages.site import Site
from ..places import territories
from .csv_tables import Tables
from .hsds import services_file
from .inclusion import inclusion_files
from .records import Record, known_in, local_records, national_records


@dataclass(frozen=True)
class Records:
    """Those who help: everywhere, and by territory. tables: the territories that have a file of their own.

    publisher: whose site it is, as data·inclusion names a source: small letters and hyphens.
    """

    lines: list[Record]
    local: dict[str, list[Record]]
    tables: list[str]
    publisher: str

    def fingerprint(self) -> str:
        """A fingerprint of all of them."""
        return hashlib.sha256(orjson.dumps(self)).hexdigest()


def records_of(site: Site) -> Records:
    """All that the files are made of, the words of the interface aside."""
    local = {slug: local_records(site, slug) for slug in territories()}
    publisher = "-".join(plain(site.settings.publisher.name or site.settings.name(SOURCE.tag)).split())
    return Records(national_records(site), local, downloads.tables(site.listing), publisher)


def files_of(records: Records, app: Flask) -> dict[str, bytes]:
    """The content of each file, by its path below the site.

    app: the application of the site, for the words of the interface. Of the day of the build, the files hold no more
    than whether facts are past their review.
    """
    with app.test_request_context(f"/{SOURCE.tag}/"):
        everywhere, local, tables = records.lines, records.local, Tables()
        everybody = [record for some in local.values() for record in some]
        files = {downloads.SERVICES: services_file([*everybody, *everywhere])}
        files |= zip(downloads.INCLUSION, inclusion_files(everybody, records.publisher), strict=True)
        for slug in records.tables:
            territory = territories()[slug]
            files[downloads.table(slug)] = tables.file([*local[slug], *known_in(everywhere, territory)], territory)
    return files
