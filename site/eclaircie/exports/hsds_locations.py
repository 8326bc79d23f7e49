"""Where one is received, as HSDS tells it."""

from ..canonical_json import Inputs
from ..content.privacy import parts_of_address
from .hsds_identifiers import identifier
from .records import Record


def locations(record: Record) -> list[Inputs]:
    """The place where one is received, if it is public. A point on the map only of a counter, as its directory gives it."""
    line, territory = record.facts.get("adresse"), record.territory
    if not line or not territory or record.is_shelter:
        return []
    location: Inputs = {
        "id": identifier(record.path, "location", "place"),
        "location_type": "physical",
        "name": record.name,
    }
    if position := record.facts.get("position"):
        location["latitude"], location["longitude"] = map(float, position.split(", "))
    if parts := parts_of_address(line):
        location["addresses"] = [
            {
                "id": identifier(record.path, "address"),
                "address_1": parts.street,
                "city": parts.town,
                "region": territory.region,
                "state_province": territory.name,
                "postal_code": parts.postcode,
                "country": "FR",
                "address_type": "physical",
            }
        ]
    else:
        location["description"] = line
    if told := record.in_words("acces_handicap"):
        location["accessibility"] = [{"id": identifier(record.path, "accessibility"), "description": told}]
    return [{"id": identifier(record.path, "location"), "location": location}]
