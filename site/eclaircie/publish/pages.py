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
    known = table_of(job.kept, "fingerprints")
    addresses = job.site.addresses()
    left: dict[str, str] = {}
    if known is None:
        left = dict.fromkeys(addresses, "")
    else:
        sources, fingerprints = Sources(job.site), Fingerprints(Assets(job.static), job.translations)
        for address in addresses:
            made_from = fingerprints.of(address, sources.of(address))
            if page := job.taken(address, known.get(made_from)):
                yield page
            else:
                left[address] = made_from
    if left:
        for page in _made(job, list(left)):
            if known is not None:
                known.put(left[page.address], page.entry.inputs)
            yield page
    if known is not None:
        known.save()


def _made(job: Job, addresses: list[str]) -> Generator[Page, None, None]:
    shares = [addresses[start : start + SHARE] for start in range(0, len(addresses), SHARE)]
    with closing(in_processes(freeze_share, shares, begin, job)) as frozen:
        for pages in frozen:
            yield from pages
