"""The whole site into files: Frozen-Flask makes what changed, the rest is taken from the previous build.

Frozen-Flask goes through every address of the site, as the application itself spells it, and makes each page that is
not in the folder yet. Two others put pages there before: the previous build those that are still the same, and where
many have to be made, workers theirs. A test makes sites with Frozen-Flask alone and compares every byte.
"""

import os
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask_frozen import Freezer, FrozenFlaskWarning

from .. import create_app
from ..assets import Assets
from ..listing import canonical
from ..pages import Site
from ..settings import STATIC, TRANSLATIONS
from .compression import compress
from .data_files import data_files
from .hosts import Place, root_files
from .manifest import Entry, Fingerprints, Manifest, sha256_of
from .portable import make_portable
from .provenance import Provenance
from .signposts import signposts
from .workers import Materials, Work, Workers, file_of
from .workplace import Workplace, reuse, workplace

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
    Raises WorkplaceError where the folder cannot be used, OSError where writing fails.
    """
    app = create_app(site, translations=translations, static=static)
    app.config["PROPAGATE_EXCEPTIONS"] = True
    assets: Assets = app.config["ASSETS"]
    fingerprints = Fingerprints(assets, translations)
    addresses = site.addresses()
    with workplace(destination) as place:
        previous = Manifest.read(place.destination) or Manifest()
        record = Manifest(provenance=provenance)
        wanted: dict[str, str] = {}
        taken = 0

        def note(address: str, sha256: str) -> None:
            record.files[file_of(address)] = Entry(sha256, wanted[address])
            progress(len(record.files), len(addresses), address)

        with Workers(app, Materials(translations, static, place.fresh)) as workers:
            for address in addresses:
                inputs = canonical(site.inputs(address))
                wanted[address] = fingerprints.of(address, inputs)
                if sha256 := _take_unchanged(previous, place, address, wanted[address]):
                    taken += 1
                    note(address, sha256)
                    continue
                for made in workers.give(Work(address, inputs)):
                    note(made.address, made.sha256)
            for made in workers.finish():
                note(made.address, made.sha256)
        for address in _freeze_pages(app, addresses, place.fresh):
            if file_of(address) not in record.files:
                note(address, sha256_of((place.fresh / file_of(address)).read_bytes()))
        host = Place(assets, site.prefix, site.origin, compressed)
        files = {name: text.encode() for name, text in root_files(host).items()}
        for name, content in (files | data_files(site, app) | signposts(site)).items():
            (place.fresh / name).parent.mkdir(exist_ok=True)
            (place.fresh / name).write_bytes(content)
            record.files[name] = Entry(sha256_of(content))
        if site.is_copy:
            make_portable(place, previous, record)
        if compressed:
            compress(place, previous, record)
        record.write(place.fresh)
        size = sum(Path(folder, name).stat().st_size for folder, _, names in os.walk(place.fresh) for name in names)
        place.exchange()
    languages = {address.split("/")[1] for address in addresses if address.count("/") > 1}
    return Result(len(addresses), len(addresses) - taken, len(languages), size)


def _take_unchanged(previous: Manifest, place: Workplace, address: str, fingerprint: str) -> str | None:
    """Take the file of an address from the previous build, if its fingerprint is the one wanted.

    Returns its SHA-256, or None where it has to be made.
    """
    entry = previous.files.get(file_of(address))
    if entry and entry.inputs == fingerprint and reuse(place.destination, place.fresh, file_of(address), entry.sha256):
        return entry.sha256
    return None


def _freeze_pages(app: Flask, addresses: list[str], folder: Path) -> Iterator[str]:
    """Have Frozen-Flask write every page that is not yet there; yields each address."""
    app.config.update(
        FREEZER_DESTINATION=str(folder),
        FREEZER_SKIP_EXISTING=True,
        FREEZER_REMOVE_EXTRA_FILES=False,
        FREEZER_REDIRECT_POLICY="error",
    )
    # Every address is given below, so there is no need to note what `url_for` was asked for.
    freezer = Freezer(app, with_static_files=False, with_no_argument_rules=False, log_url_for=False)

    @freezer.register_generator  # type: ignore[untyped-decorator]
    def pages() -> Iterator[tuple[str, dict[str, str]]]:
        for address in addresses:
            yield "views.page", {"address": address.removeprefix("/")}

    with warnings.catch_warnings():
        # A page that was forgotten is a fault, not a remark.
        warnings.simplefilter("error", FrozenFlaskWarning)
        for frozen in freezer.freeze_yield():
            yield frozen.url
