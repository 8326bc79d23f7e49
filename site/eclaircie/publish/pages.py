"""The pages of a build: those that are still right are taken from the last one, Frozen-Flask makes the others.

The addresses are shared out, and each process runs Frozen-Flask over its shares, into the same folder.
"""

import mimetypes
import warnings
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from flask import abort
from flask_frozen import Freezer, FrozenFlaskWarning

from ..canonical_json import canonical_json
from ..pages.site import Site
from ..rendering.application import application
from ..rendering.views import render_canonical
from .manifest import Entry, Fingerprints, file_of, sha256_of
from .processes import in_processes
from .staging import Staging

SHARE = 128
"""How many pages a process is given at a time: so few that all of them have something to do until the end."""


@dataclass(frozen=True)
class Job:
    """What pages are made of, and where."""

    site: Site
    translations: Path
    static: Path
    place: Staging


@dataclass(frozen=True)
class Page:
    """A page that is in its place. entry: for the manifest. is_taken: whether its file was there already."""

    address: str
    entry: Entry
    is_taken: bool


def freeze_pages(job: Job) -> Generator[Page, None, None]:
    """Put every page of the site into the folder of the fresh build; gives each, in no order.

    To be closed: nothing writes into the folder any more then.

    Raises OSError where one cannot be written; what cannot be rendered raises what the template raises.
    """
    addresses = job.site.addresses()
    shares = [addresses[start : start + SHARE] for start in range(0, len(addresses), SHARE)]
    with closing(in_processes(_freeze_share, shares, _begin, job)) as frozen:
        for pages in frozen:
            yield from pages


class _Maker:
    """Makes the pages of a job, in one process."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._inputs: dict[str, str] = {}
        # Frozen-Flask compares what the system takes such a file for, which on Windows any program can change.
        mimetypes.add_type("text/html", ".html")
        app = application(self._answer, translations=job.translations, static=job.static)
        self._fingerprints = Fingerprints(app.config["ASSETS"], job.translations)
        app.config.update(
            PROPAGATE_EXCEPTIONS=True,
            FREEZER_DESTINATION=str(job.place.fresh),
            FREEZER_REMOVE_EXTRA_FILES=False,
            FREEZER_REDIRECT_POLICY="error",
        )
        # Every address is given below, so there is no need to note what `url_for` was asked for.
        self._freezer = Freezer(app, with_static_files=False, with_no_argument_rules=False, log_url_for=False)
        self._freezer.register_generator(self._asked)

    def pages(self, addresses: list[str]) -> Iterator[Page]:
        """Take or make pages."""
        job, entries = self._job, {}
        self._inputs.clear()
        for address in addresses:
            inputs = canonical_json(job.site.inputs(address))
            fingerprint = self._fingerprints.of(address, inputs)
            file = file_of(address)
            known = job.place.previous.files.get(file)
            if known and known.inputs == fingerprint and job.place.keeps(file, known.sha256):
                yield Page(address, known, is_taken=True)
            else:
                job.place.discard(file)
                self._inputs[address], entries[address] = inputs, fingerprint
        for address in self._frozen():
            sha256 = sha256_of((job.place.fresh / file_of(address)).read_bytes())
            yield Page(address, Entry(sha256, entries[address]), is_taken=False)

    def _frozen(self) -> Iterator[str]:
        """Have Frozen-Flask make the pages whose inputs are known; yields each address."""
        if not self._inputs:
            return  # with nothing to do it would warn
        with warnings.catch_warnings():
            # A page that was forgotten is a fault, not a remark.
            warnings.simplefilter("error", FrozenFlaskWarning)
            for page in self._freezer.freeze_yield():
                yield page.url

    def _asked(self) -> Iterator[tuple[str, dict[str, str]]]:
        """The pages to make, as Frozen-Flask wants to be told of them."""
        for address in self._inputs:
            yield "views.page", {"address": address.removeprefix("/")}

    def _answer(self, address: str) -> str:
        """A page, made of its inputs and of nothing else."""
        inputs = self._inputs.get(address)
        return abort(404) if inputs is None else render_canonical(inputs)


_makers: list[_Maker] = []
"""That of this process."""


def _begin(job: Job) -> None:
    _makers[:] = [_Maker(job)]


def _freeze_share(addresses: list[str]) -> list[Page]:
    return list(_makers[-1].pages(addresses))
