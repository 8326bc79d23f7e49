"""The whole site into files: pages, what hosts and other programs read, the manifest; published in one step at the end."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..exports.data_files import files_of, records_of
from ..kept import code
from ..kept.store import Store
from ..kept.table import table_of
from ..pages.fetched import fetched_files
from ..pages.site import Site
from ..project import STATIC, TRANSLATIONS
from ..rendering.application import create_app
from ..rendering.assets import Assets
from . import manifest
from .compression import compress
from .hosts import root_files
from .hosts.place import Place
from .job import Job
from .manifest import Entry, Manifest, file_of
from .pages import freeze_pages
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
    kept: Store | None = None,
) -> Result:
    """Freeze a site into `destination`; until the last moment, what was published there stays as it was.

    provenance: from which commit the site is made, for the manifest.
    kept: what earlier builds have learnt; None learns everything anew.
    compressed: whether compressed files stand beside the others; RuntimeError is raised where `compression.BROTLI` is None.
    Raises StagingError where the folder cannot be used, OSError where writing fails.
    """
    addresses = site.addresses()
    with staging(destination, kept) as place:
        record = Manifest(provenance=provenance)
        made = 0
        # Closed before what is unfinished is removed
        with closing(freeze_pages(Job(site, translations, static, place, kept or Store()))) as pages:
            for page in pages:
                record.files[file_of(page.address)] = page.entry
                if page.is_taken:  # by another process, perhaps
                    place.previous.files[file_of(page.address)] = page.entry
                made += not page.is_taken
                progress(len(record.files), len(addresses), page.address)
        host = Place(Assets(static), site.prefix, site.origin, compressed, site.settings.frames)
        files = {name: text.encode() for name, text in root_files(host).items()} | well_known_files(site)
        files |= {} if site.is_copy else fetched_files(site.listing, kept)
        for name, content in files.items():
            record.files[name] = Entry(place.write(name, content))
        record.files |= _data_files(site, place, translations, static, kept)
        if site.is_copy:
            make_portable(place, record)
        if compressed:
            compress(place, record)
        place.prune(record)
        record.write(place.fresh)
        size = sum(os.stat(f"{place.fresh}/{path}").st_size for path in (*record.files, manifest.NAME))  # noqa: PTH116
        place.exchange()
        place.stamps.save()
    languages = {address.split("/")[1] for address in addresses if address.count("/") > 1}
    return Result(len(addresses), made, len(languages), size)


def _data_files(site: Site, place: Staging, translations: Path, static: Path, kept: Store | None) -> dict[str, Entry]:
    """Write the files for professionals, unless those that are there were made of the same records. Returns their entries."""
    known = table_of(kept, "data")
    records = records_of(site)
    # Their words are French: of the interface, they hold what the code says
    made_from = f"{code.code_fingerprint()} {records.fingerprint()}"
    files: dict[str, str] | None = known.get(made_from) if known else None
    if not (files and all(place.keeps(name, sha256) for name, sha256 in files.items())):
        app = create_app(site, translations=translations, static=static)
        files = {name: place.write(name, content) for name, content in files_of(records, app).items()}
    if known:
        known.put(made_from, files)
        known.save()
    return {name: Entry(sha256) for name, sha256 in files.items()}
