"""The pages of a build: those that are still right are taken from the last one, Frozen-Flask makes the others.

Their addresses are shared out, and each process runs Frozen-Flask over its shares, into the same folder. A share or less
is made here.
"""

from collections.abc import Generator
from contextlib import closing

from ..kept.table import table_of
from ..pages.sources import Sources
from ..rendering.assets import Assets
from .job import Job, Page
from .making import begin, freeze_share
from .manifest import Fingerprints
from .processes import in_processes

SHARE = 128
"""How many pages a process is given at a time: so few that all of them have something to do until the end."""


def freeze_pages(job: Job) -> Generator[Page, None, None]:
    """Put every page of the site into the folder of the fresh build; gives each, in no order.

    To be closed: nothing writes into the folder any more then.

    Raises OSError where one cannot be written; what cannot be rendered raises what the template raises.
    """
    known = _Known(job)
    left = []
    for address in job.site.addresses():
        if page := job.taken(address, known.fingerprint(address)):
            yield page
        else:
            left.append(address)
    for page in _made(job, left):
        known.note(page)
        yield page
    known.save()


class _Known:
    """The fingerprints of pages that earlier builds have made, by what they were made from."""

    def __init__(self, job: Job) -> None:
        self._table = table_of(job.kept, "fingerprints")
        self._sources = Sources(job.site)
        self._fingerprints = Fingerprints(Assets(job.static), job.translations)

    def fingerprint(self, address: str) -> str | None:
        """The fingerprint that the page of an address has, or None where that has to be found out."""
        known = self._table.get(self._made_from(address)) if self._table else None
        if known is None:
            return None
        fingerprint, shown, behind = known
        return str(fingerprint) if self._sources.behind(shown) == behind else None

    def note(self, page: Page) -> None:
        """Keep what was found out of a page."""
        if self._table:
            answer = [page.entry.inputs, list(page.shown), self._sources.behind(page.shown)]
            self._table.put(self._made_from(page.address), answer)

    def save(self) -> None:
        """Keep all that is known."""
        if self._table:
            self._table.save()

    def _made_from(self, address: str) -> str:
        return self._fingerprints.of(address, self._sources.of(address))


def _made(job: Job, addresses: list[str]) -> Generator[Page, None, None]:
    shares = [addresses[start : start + SHARE] for start in range(0, len(addresses), SHARE)]
    with closing(in_processes(freeze_share, shares, begin, job)) as frozen:
        for pages in frozen:
            yield from pages
