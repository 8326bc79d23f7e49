"""The whole site into files: pages, what hosts and other programs read, the manifest; published in one step at the end."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from ..exports.data_files import data_files
from ..pages.fetched import fetched_files
from ..pages.site import Site
from ..project import STATIC, TRANSLATIONS
from ..rendering.application import create_app
from . import manifest
from .compression import compress
from .hosts import root_files
from .hosts.place import Place
from .manifest import Entry, Manifest, file_of
from .pages import Job, freeze_pages
from .portable import make_portable
from .provenance import Provenance
from .staging import Staging, staging
from .well_known import well_known_files

Progress = Callable[[int, int, str], None]
"""Told after each page: how many are done, of how many, and its address."""


@dataclass(frozen=True)
class Result:
    """What a build made. made: pages that had to be rendered; the others were taken from the previous build."""

    pages: int
    made: int
    languages: int
    size: int


def freeze(
    site: Site,
    destination: Path,
    progress: Progress = lambda done, total, address: None,
    *,
    translations: Path = TRANSLATIONS,
    static: Path = STATIC,
    provenance: Provenance | None = None,
    compressed: bool = False,
) -> Result:
    """Freeze a site into `destination`; until the last moment, what was published there stays as it was.

    provenance: from which commit the site is made, for the manifest.
    compressed: whether compressed files stand beside the others; RuntimeError is raised where `compression.BROTLI` is None.
    Raises StagingError where the folder cannot be used, OSError where writing fails.
    """
    addresses = site.addresses()
    with staging(destination) as place:
        record = Manifest(provenance=provenance)
        made = 0
        # Closed before what is unfinished is removed
        with closing(freeze_pages(Job(site, translations, static, place))) as pages:
            for page in pages:
                record.files[file_of(page.address)] = page.entry
                made += not page.is_taken
                progress(len(record.files), len(addresses), page.address)
        app = create_app(site, translations=translations, static=static)
        _write_others(site, app, compressed, place, record)
        if site.is_copy:
            make_portable(place, record)
        if compressed:
            compress(place, record)
        place.prune(record)
        record.write(place.fresh)
        size = sum(os.stat(f"{place.fresh}/{path}").st_size for path in (*record.files, manifest.NAME))  # noqa: PTH116
        place.exchange()
    languages = {address.split("/")[1] for address in addresses if address.count("/") > 1}
    return Result(len(addresses), made, len(languages), size)


def _write_others(site: Site, app: Flask, compressed: bool, place: Staging, record: Manifest) -> None:
    """Write what is no page: the settings of hosts, the files for professionals, what programs look for."""
    host = Place(app.config["ASSETS"], site.prefix, site.origin, compressed)
    files = {name: text.encode() for name, text in root_files(host).items()}
    indexes = {} if site.is_copy else fetched_files(site.listing)
    for name, content in (files | data_files(site, app) | indexes | well_known_files(site)).items():
        record.files[name] = Entry(place.write(name, content))
