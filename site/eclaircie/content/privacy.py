"""What may leave the site as data: facts without what would lead to a shelter's door.

Every export reads facts through `shared_facts` and takes its contacts from `shared_contacts`. So a place stays
unknown in files that others copy, even where a check of the content has a hole.
"""

import re
from dataclasses import dataclass

from ..canonical_json import Inputs
from . import local
from .facts import declared
from .local import SUPPORT_GROUP, Structure

SHELTER_NAME = "Hébergement"
"""What exports call every shelter. A proper name can be looked up, and other directories would put it on a map."""

_TOLD_OF_SHELTERS = frozenset(key for key, each in declared(Structure).items() if each.fact.shelters == "told")
"""All that exports tell of a shelter: what its declaration does not say may be told, a fact added one day, is not."""


def is_shelter(facts: Inputs) -> bool:
    """Whether facts are those of a shelter. facts: by French key, as `facts_of` gives them."""
    return local.is_shelter(facts.get("type"), facts.get("propose") or ())


def shared_facts(facts: Inputs) -> Inputs:
    """The facts that exports may tell; those of most entries are all of them.

    facts: by French key, as `facts_of` gives them. A shelter keeps no name, number, address, area, source or hours;
    a support group keeps no address, for its place is told on registration.
    """
    if is_shelter(facts):
        told = {key: value for key, value in facts.items() if key in _TOLD_OF_SHELTERS}
        doubtful = [key for key in facts.get("a_confirmer") or [] if key in _TOLD_OF_SHELTERS]
        return {**told, "nom": SHELTER_NAME, "a_confirmer": doubtful}
    hidden = {"adresse", "position", "commune"} if facts.get("type") == SUPPORT_GROUP else set()
    return {key: value for key, value in facts.items() if key not in hidden}


def shared_contacts(facts: Inputs, contacts: list[Inputs]) -> list[Inputs]:
    """Of the lines and structures through which one is reached, those that exports may tell.

    facts: of the one that is reached. contacts: facts of the others, with their `genre`. A shelter is reached by
    national lines only: a local service would tell its town. Nobody is reached by a shelter's own number.
    """
    return [
        contact
        for contact in contacts
        if not is_shelter(contact) and (contact["genre"] == "ligne" or not is_shelter(facts))
    ]


@dataclass(frozen=True)
class Address:
    """A public address in its parts."""

    street: str
    postcode: str
    town: str


_ADDRESS = re.compile(r"(?P<street>.+?)[, ]+(?P<postcode>[0-9]{5}) +(?P<town>.+)")


def parts_of_address(line: str) -> Address | None:
    """An address in its parts, or None where it is not written as `12 rue du Port, 71000 Mâcon`."""
    found = _ADDRESS.fullmatch(line)
    return Address(found["street"], found["postcode"], found["town"]) if found else None
