"""The whole site into files: what is still the same is taken from the previous build, Frozen-Flask makes the rest.

Where there are many pages, workers do both before it comes by. A test makes sites with Frozen-Flask alone and compares
every byte.
"""

import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask_frozen import Freezer, FrozenFlaskWarning

from ..canonical_json import canonical_json
from ..exports.data_files import data_files
from ..pages.site import Site
from ..project import STATIC, TRANSLATIONS
from ..rendering.application import create_app
from ..rendering.assets import Assets
from .compression import compress
from .hosts import Place, root_files
from .manifest import Entry, Fingerprints, Manifest, sha256_of
from .portable import make_portable
from .provenance import Provenance
from .staging import Workplace, workplace
from .well_known import well_known_files
from .workers import Done, Taking, Task, Work, Workers, file_of, take_pages

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
    workers: Workers | None = None,
    approve: Callable[[], None] = lambda: None,
) -> Result:
    """Freeze a site into `destination`; until the last moment, what was published there stays as it was.

    provenance: from which commit the site is made, for the manifest.
    compressed: whether compressed files stand beside the others; RuntimeError is raised where `compression.BROTLI` is None.
    workers: those that make the pages, and end then. Without them Frozen-Flask makes all.
    approve: called before anything is published, while workers are busy; whatever it raises ends the build.
    Raises WorkplaceError where the folder cannot be used, OSError where writing fails.
    """
    if workers is None:
        approve()
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

        def tasks() -> Iterator[Task]:
            for address in addresses:
                inputs = canonical_json(site.inputs(address))
                wanted[address] = fingerprints.of(address, inputs)
                entry = previous.files.get(file_of(address))
                is_same = entry is not None and entry.inputs == wanted[address]
                yield Taking(address, entry.sha256) if entry and is_same else Work(address, inputs)
            if workers:
                approve()

        # Workers end before this process needs most memory, and before what is unfinished is removed.
        with workers or nullcontext():
            for page in _fill(site, tasks(), place, workers):
                taken += page.is_taken
                note(page.address, page.sha256)
        missing = [address for address in addresses if file_of(address) not in record.files]
        for address in _freeze_pages(app, missing, place.fresh):
            note(address, sha256_of((place.fresh / file_of(address)).read_bytes()))
        host = Place(assets, site.prefix, site.origin, compressed)
        files = {name: text.encode() for name, text in root_files(host).items()}
        for name, content in (files | data_files(site, app) | well_known_files(site)).items():
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


def _fill(site: Site, tasks: Iterator[Task], place: Workplace, workers: Workers | None) -> Iterator[Done]:
    """Put pages into the fresh folder that Frozen-Flask need not make. Gives each that is there."""
    if workers is None:
        # It makes all others, those that could not be taken, too.
        takings = (task for task in tasks if isinstance(task, Taking))
        yield from (answer for answer in take_pages(takings, place) if isinstance(answer, Done))
        return
    refused = []
    for answer in workers.do(tasks, place):
        if isinstance(answer, Done):
            yield answer
        else:
            refused.append(answer.address)
    works = (Work(address, canonical_json(site.inputs(address))) for address in refused)
    yield from (answer for answer in workers.do(works, place) if isinstance(answer, Done))


def _freeze_pages(app: Flask, addresses: list[str], folder: Path) -> Iterator[str]:
    """Have Frozen-Flask make pages; yields each address."""
    if not addresses:
        return  # with nothing to do it would warn
    app.config.update(
        FREEZER_DESTINATION=str(folder),
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
