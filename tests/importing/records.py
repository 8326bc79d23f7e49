"""Records of counters, made for tests: nobody's, at numbers that are kept free for fiction or for tests."""

import datetime
from dataclasses import replace
from typing import Any
from uuid import UUID

from eclaircie.importing.record import Record

_POLICE = Record(
    identifier=str(UUID(int=1)),
    source="service-public",
    producer="Service-Public.fr (DILA)",
    kind="commissariat_police",
    type="commissariat",
    name="Commissariat de police - Mâcon",
    territory="71",
    commune="71270",
    town="Mâcon",
    address=f"https://lannuaire.service-public.fr/bourgogne-franche-comte/saone-et-loire/{UUID(int=1)}",
    date=datetime.date(2026, 10, 5),
    offers=("plainte",),
    audience=("tout_le_monde",),
    number="03 85 00 10 01",
    email="contact@macon.essai.test",
    street_address="36 rue Lyonnaise, 71000 Mâcon",
    hours=({"jours": "tous", "de": "00:00", "a": "24:00"},),
    position=(46.312, 4.83),
    access=("fauteuil",),
    cost="gratuit",
)


def record(which: int = 1, **changes: Any) -> Record:
    """A police station in Mâcon, or what is changed of it. which: tells one record from another."""
    identifier = str(UUID(int=which))
    address = f"https://lannuaire.service-public.fr/bourgogne-franche-comte/saone-et-loire/{identifier}"
    return replace(_POLICE, **{"identifier": identifier, "address": address, **changes})


def cidff(which: int = 20, **changes: Any) -> Record:
    """An office for rights of women and families, in Chalon-sur-Saône."""
    given: dict[str, Any] = {
        "kind": "cidff",
        "type": "cidff",
        "name": "Centre d'information sur les droits des femmes et des familles - Saône-et-Loire",
        "commune": "71076",
        "town": "Chalon-sur-Saône",
        "number": "03 85 00 10 20",
        "email": None,
        "street_address": "5 place de l'Obélisque, 71100 Chalon-sur-Saône",
        "hours": ({"jours": "lundi-vendredi", "de": "09:00", "a": "17:00"},),
        "position": (46.781, 4.853),
        "offers": ("parler", "plainte"),
    }
    return record(which, **{**given, **changes})
