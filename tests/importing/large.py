"""A made file of the size of the State's directory: 70,000 records, some of every kind, in every département."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eclaircie.importing.kinds import KEPT, LEFT_OUT
from eclaircie.places import communes, territories
from tests.importing.made import counter

RECORDS = 70_000
_KINDS = ("mairie", "mairie", "gendarmerie", "msap", *KEPT, *LEFT_OUT)
_FILLING = "Informations sur les démarches et les services rendus aux usagers. " * 20
"""So that a record is as long as the directory's are."""


def records(count: int) -> Iterator[dict[str, Any]]:
    """Records in the order of the départements, as in the file."""
    every = [(commune, territory) for territory in territories() for commune in communes(territory)]
    for number in range(count):
        commune, _ = every[number * len(every) // count]
        kind = _KINDS[number % len(_KINDS)]
        where = {"nom_commune": commune.name, "code_postal": next(iter(commune.postcodes), "")}
        yield counter(
            kind=kind,
            id=f"{number:08x}",
            nom=f"{kind} - {commune.name}",
            code_insee_commune=commune.code,
            adresse=where,
            mission=_FILLING,
            plage_ouverture=[
                {
                    "nom_jour_debut": day,
                    "nom_jour_fin": day,
                    "valeur_heure_debut_1": "09:00:00",
                    "valeur_heure_fin_1": "12:00:00",
                    "valeur_heure_debut_2": "14:00:00",
                    "valeur_heure_fin_2": "17:00:00",
                    "commentaire": "",
                }
                for day in ("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi")
            ],
        )


def write(file: Path, count: int = RECORDS) -> None:
    """Write a file in the form of the whole one, record by record."""
    with file.open("w", encoding="utf-8") as out:
        out.write('{\n  "service" : [')
        for number, record in enumerate(records(count)):
            out.write((",\n" if number else "\n") + json.dumps(record, ensure_ascii=False, indent=1))
        out.write("\n]}\n")
