"""The whole site into files: Frozen-Flask makes what changed, the rest is taken from the previous build."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask_frozen import Freezer, FrozenFlaskWarning

from .. import create_app
from ..assets import Assets
from ..pages import Site
from ..settings import STATIC, TRANSLATIONS
from .hosts import Place, root_files
from .manifest import Entry, Fingerprints, Manifest, sha256_of
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
) -> Result:
    """Freeze a site into `destination`; until the last moment, what was published there stays as it was.

    Raises WorkplaceError where the folder cannot be used, OSError where writing fails.
    """
    app = create_app(site, translations=translations, static=static)
    app.config["PROPAGATE_EXCEPTIONS"] = True
    assets: Assets = app.config["ASSETS"]
    fingerprints = Fingerprints(assets, translations)
    with workplace(destination) as place:
        wanted = {address: fingerprints.of(site.inputs(address)) for address in site.addresses()}
        taken = _take_unchanged(place, wanted)
        record = Manifest()
        for done, address in enumerate(_freeze_pages(app, wanted, place.fresh), 1):
            content = (place.fresh / _file_of(address)).read_bytes()
            record.files[_file_of(address)] = Entry(sha256_of(content), wanted[address])
            progress(done, len(wanted), address)
        for name, text in root_files(Place(assets, site.prefix, site.origin)).items():
            (place.fresh / name).write_text(text, "utf-8")
            record.files[name] = Entry(sha256_of(text.encode()))
        record.write(place.fresh)
        size = sum(file.stat().st_size for file in place.fresh.rglob("*") if file.is_file())
        place.exchange()
    languages = {address.split("/")[1] for address in wanted if address.count("/") > 1}
    return Result(len(wanted), len(wanted) - taken, len(languages), size)


def _take_unchanged(place: Workplace, wanted: dict[str, str]) -> int:
    """Fill the fresh folder with the files of the previous build whose fingerprint is the one wanted."""
    previous = Manifest.read(place.destination) or Manifest()
    taken = 0
    for address, fingerprint in wanted.items():
        entry = previous.files.get(_file_of(address))
        if entry and entry.inputs == fingerprint:
            taken += reuse(place.destination, place.fresh, _file_of(address), entry.sha256)
    return taken


def _freeze_pages(app: Flask, addresses: dict[str, str], folder: Path) -> Iterator[str]:
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


def _file_of(address: str) -> str:
    """The file of an address, below the folder of the site."""
    path = address.removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path
