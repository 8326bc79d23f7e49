"""Pages made by Frozen-Flask, in one process."""

import mimetypes
import warnings
from collections.abc import Iterator

from flask import abort
from flask_frozen import Freezer, FrozenFlaskWarning

from ..canonical_json import canonical_json
from ..rendering.application import application
from ..rendering.views import render_canonical
from .job import Job, Page
from .manifest import Entry, Fingerprints, file_of, sha256_of


class Maker:
    """Makes the pages of a job, in one process."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._inputs: dict[str, str] = {}
        # Frozen-Flask compares what the system takes such a file for, which on Windows any program can change.
        mimetypes.add_type("text/html", ".html")
        app = application(self._answer, translations=job.translations, static=job.static, kept=job.kept)
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
        job, made = self._job, {}
        self._inputs.clear()
        for address in addresses:
            job.site.listing.shown.clear()
            inputs = canonical_json(job.site.inputs(address))
            shown = tuple(sorted(job.site.listing.shown))
            fingerprint = self._fingerprints.of(address, inputs)
            if page := job.taken(address, fingerprint, shown):
                yield page
            else:
                job.place.discard(file_of(address))
                self._inputs[address], made[address] = inputs, (fingerprint, shown)
        for address in self._frozen():
            sha256 = sha256_of((job.place.fresh / file_of(address)).read_bytes())
            fingerprint, shown = made[address]
            yield Page(address, Entry(sha256, fingerprint), False, shown)

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


_makers: list[Maker] = []
"""That of this process."""


def begin(job: Job) -> None:
    """Get this process ready for a job."""
    _makers[:] = [Maker(job)]


def freeze_share(addresses: list[str]) -> list[Page]:
    """Take or make some pages of the job."""
    return list(_makers[-1].pages(addresses))
