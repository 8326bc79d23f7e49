"""The counters of a département as its pages show them: one row each, by what one comes for."""

from collections import Counter as Tally

from ..canonical_json import Inputs
from ..content.counter_groups import OWN_NAMES, Member, need_of
from ..content.counters import Counter
from ..content.departments import FurtherContacts
from ..content.document import Document
from ..content.privacy import parts_of_address
from ..content.service_areas import find_commune
from ..languages import Language
from ..places import Commune, towns_of
from .cards import Listing
from .nearness import file_of_communes

MOST_PRINTED = 10
"""How many counters of a page its printed sheet has, where nobody said where they are."""

POLICE = frozenset({"commissariat", "gendarmerie"})
"""Where one asks for the social worker."""

_AS_THEY_ARE = ("numero", "horaires", "horaires_note")
"""The facts that a row shows as a header has them."""
_IN_WORDS = ("acces_handicap", "cout", "langues", "pour", "sans_rendez_vous")
"""Those that it tells in words, where they are known."""


def counter_inputs(slug: str, number: int, language: Language, listing: Listing) -> Inputs:
    """What the template sees of the counters of a page of a département. number: which of its pages it is, from 1.

    counters: of each need its kinds, of each kind its rows. further: the other pages, each with its needs.
    communes: the address of what the box knows. read: what is said once for all: when they were checked, and which
    directories told of them, each with the last of its days.
    """
    pages = listing.library.counter_pages(slug)
    members = pages[number - 1]
    return {
        "counters": _groups(members, language, listing),
        "further": [
            {"href": href, "needs": list(dict.fromkeys(need_of(entry) for _, entry in pages[other - 1]))}
            for other, href in _further(slug, language, listing)
            if other != number
        ],
        "communes": f"{listing.prefix}/{file_of_communes(slug)}" if members else None,
        "read": {**_checked(members, listing), "directories": _directories(members)},
    }


def _further(slug: str, language: Language, listing: Listing) -> list[tuple[int, str]]:
    """The number and the address of each further page of a département."""
    found = listing.library.local(slug, FurtherContacts)
    return [(entry.number, listing.href(language, document.path)) for document, entry in found]


def _groups(members: list[Member], language: Language, listing: Listing) -> list[Inputs]:
    alike = Tally((entry.type, _commune(document, entry)) for document, entry in members)
    printed = set(_printed(members))
    groups: dict[str, dict[str, list[Inputs]]] = {}
    for document, entry in members:
        is_alone = alike[entry.type, _commune(document, entry)] == 1
        row = _row(document, entry, is_alone, language, listing)
        if document.path in printed:
            row["printed"] = True
        groups.setdefault(need_of(entry), {}).setdefault(entry.type, []).append(row)
    return [_group(need, kinds) for need, kinds in groups.items()]


def _group(need: str, kinds: dict[str, list[Inputs]]) -> Inputs:
    """A doubt about all rows of a group is said once, above them."""
    rows = [row for rows in kinds.values() for row in rows]
    doubt = all(row["doubt"] for row in rows)
    for row in rows:
        row["doubt"] = row["doubt"] and not doubt
    return {
        "need": need,
        "count": len(rows),
        "kinds": [{"type": name, "rows": found} for name, found in kinds.items()],
        "doubt": doubt,
    }


def _row(document: Document, entry: Counter, is_alone: bool, language: Language, listing: Listing) -> Inputs:
    """A counter. name: where its kind and its commune are not enough. email: where a letter is what one may want.
    site: where there is no other way.

    A message stays in a mailbox that others may read, so it is offered for those who help with what happened, and
    where there is no number.
    """
    facts, commune = document.facts, _commune(document, entry)
    has_own_name = need_of(entry) == OWN_NAMES
    row = {key: facts[key] for key in _AS_THEY_ARE if facts.get(key)}
    return row | {
        "place": _place(entry, commune),
        "name": None if is_alone and not has_own_name else entry.name,
        "address": _address(entry.street_address, commune),
        "email": entry.email if has_own_name or not entry.number else None,
        "site": None if entry.number or entry.email else entry.website,
        "facts": {"genre": entry.kind, **{key: facts[key] for key in _IN_WORDS if facts[key] not in (None, [])}},
        "contacts": listing.contacts(entry.contacts, language),
        "doubt": bool(listing.age(document)["old"] or entry.to_confirm),
    }


def _commune(document: Document, entry: Counter) -> Commune | None:
    return find_commune(document.territory or "", entry.commune)


def _place(entry: Counter, commune: Commune | None) -> str:
    """The commune, and in one of several postcodes that of the address."""
    if commune is None:
        return entry.commune
    parts = parts_of_address(entry.street_address) if len(commune.postcodes) > 1 and entry.street_address else None
    return f"{commune.name} · {parts.postcode}" if parts else commune.name


def _address(line: str | None, commune: Commune | None) -> str | None:
    """An address as the row of its commune shows it: without the town, where that says nothing new."""
    parts = parts_of_address(line) if line else None
    if parts and commune and parts.town == commune.name:
        return parts.street
    return line


def _printed(members: list[Member]) -> list[str]:
    """The paths of those that a printed sheet has: one of each kind, in a larger town where it can be; then second ones."""
    towns = towns_of(members[0][0].territory or "") if members else []
    ranks: Tally[str] = Tally()
    found = []
    for place, (document, entry) in sorted(enumerate(members), key=lambda each: _is_elsewhere(each[1], towns)):
        ranks[entry.type] += 1
        found.append((ranks[entry.type], place, document.path))
    return [path for _, _, path in sorted(found)[:MOST_PRINTED]]


def _is_elsewhere(member: Member, towns: list[str]) -> bool:
    commune = _commune(*member)
    return commune is None or commune.name not in towns


def _checked(members: list[Member], listing: Listing) -> Inputs:
    """The first and the last day on which some counters were checked, and when the first of them is old."""
    days = sorted({document.facts["verifie_le"] for document, _ in members} - {None})
    ages = [listing.age(document) for document, _ in members]
    reviews = [age["review_day"] for age in ages if age["review_day"] and not age["old"]]
    return {"checked": days[:1] + days[1:][-1:], "first_review": min(reviews, default=None)}


def _directories(members: list[Member]) -> list[Inputs]:
    """Who told of the counters: each directory once, with the last day on which it was read or changed."""
    days: dict[str, str] = {}
    for document, _ in members:
        for source in document.facts["sources"] or ():
            days[source["nom"]] = max(days.get(source["nom"], ""), source["date"] or "")
    return [{"name": name, "day": day or None} for name, day in days.items()]
