"""The counters of a département by what one comes for, and on how many of its pages they stand.

A page comes in one go, so it holds no more than it can carry: what presses most stands on the page of the département, and
what presses less on further ones, all that is for one need together. What decides is counted in letters and never
measured in bytes: the same files give the same pages in every language.
"""

from collections.abc import Iterable
from itertools import groupby

from .choices import COUNTER_NEEDS, STRUCTURE_TYPES
from .counters import Counter
from .departments import Department
from .document import Document
from .folding import plain
from .local import Network, Structure
from .service_areas import find_commune

FIRST_PAGE = 3_500
"""How much the page of a département carries, in letters of text."""
FURTHER_PAGE = 4_500
"""How much a page of nothing but counters carries."""
CONTACT = 100
"""What a counter, a structure, a desk or a network weighs there, as many letters of text do."""

_NEEDS = {
    **dict.fromkeys(("commissariat", "gendarmerie"), "police"),
    **dict.fromkeys(("tribunal", "point_justice", "avocats"), "justice"),
    **dict.fromkeys(("caf", "service_social", "pmi", "france_services", "adil", "bailleur"), "quotidien"),
    "umj": "sante",
}
OWN_NAMES = "aide"
"""What one goes to all others for. They are known by their proper names, and can be written to."""

Member = tuple[Document, Counter]


def need_of(counter: Counter) -> str:
    """What one goes to a counter for, among `COUNTER_NEEDS`."""
    return _NEEDS.get(counter.type, OWN_NAMES)


def counter_pages(documents: Iterable[Document]) -> list[list[Member]]:
    """The counters of a territory, page by page: first those of its own page, which may be none, then of further ones.

    documents: all those of the territory. On each page counters stand by need, by type, and by the name of their commune.
    """
    documents = list(documents)
    counters = sorted(((d, d.entry) for d in documents if isinstance(d.entry, Counter)), key=_place)
    room, pages = FIRST_PAGE - sum(map(_weight, documents)), [list[Member]()]
    for _, members in groupby(counters, key=lambda member: need_of(member[1])):
        need = list(members)
        # Whoever looks for the nearest must find all of them in one place, where one page can carry them
        if sum(map(_weight_of_row, need)) > room:
            room = 0
        for member in need:
            weight = _weight_of_row(member)
            if weight > room:
                pages.append([])
                room = FURTHER_PAGE
            pages[-1].append(member)
            room -= weight
    return pages


def _weight_of_row(member: Member) -> int:
    return CONTACT + len(member[1].hours_note or "")


def _weight(document: Document) -> int:
    """What a document weighs on the page of its département, beside the counters."""
    entry = document.entry
    if isinstance(entry, Department):
        return len(document.parts.body)
    if isinstance(entry, Structure | Network) and not isinstance(entry, Counter):
        return CONTACT * (1 + len(entry.desks))
    return 0


def _place(member: Member) -> tuple[int, int, str, str]:
    document, entry = member
    commune = find_commune(document.territory or "", entry.commune)
    needs, types = list(COUNTER_NEEDS.labels), list(STRUCTURE_TYPES.labels)
    place = plain(commune.name) if commune else ""
    return needs.index(need_of(entry)), types.index(entry.type), place, document.path
