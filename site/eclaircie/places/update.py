"""Makes the files of `data/` from their sources. Run it once a year, when the new official list is out:

    npm pack @etalab/decoupage-administratif@6.0.0   # then unpack it: tar xf etalab-*.tgz
    python -m eclaircie.places.update PACKAGE_FOLDER [OUTLINES_FILE]

PACKAGE_FOLDER is the unpacked `package/`, with its `data/`. OUTLINES_FILE is the one that `outlines` names; without it,
the outline, the places of the numbers on it and the neighbours stay: they hardly ever change.
The same sources make the same files, byte for byte. Nothing is written unless everything could be read.
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from . import DATA, by_rule, outlines
from .outlines import SourceError

OVERSEAS = {
    "971": "guadeloupe",
    "972": "martinique",
    "973": "guyane",
    "974": "reunion",
    "975": "saint_pierre_et_miquelon",
    "976": "mayotte",
    "977": "saint_barthelemy",
    "978": "saint_martin",
    "986": "wallis_et_futuna",
    "987": "polynesie",
    "988": "nouvelle_caledonie",
}
"""Group of each territory overseas. The source also lists 984 and 989, where nobody lives all year."""

IN_FULL = {"CC": "Communauté de communes", "CA": "Communauté d'agglomération", "CU": "Communauté urbaine"}
"""What the source writes as two letters before the name of an intercommunality."""

STRADDLED = {
    "12210": "12 15",
    "15230": "12 15",
    "27370": "27 76",
    "30750": "12 30",
    "34260": "12 34",
    "37120": "37 86",
    "43300": "15 43",
    "48500": "12 48",
    "55120": "51 55",
    "57410": "57 67",
    "57412": "57 67",
    "62760": "62 80",
    "75015": "75 92",
    "75016": "75 92",
    "82160": "12 82",
    "82330": "12 82",
}
"""Postcodes that the list of La Poste of 2023 gives to communes of two départements, and the source to one only.
A letter still arrives there under it, so people who live on either side may type it: both are offered."""

TOWN = 5000
"""From how many inhabitants a commune is a town, which people elsewhere know by its name."""

Record = dict[str, Any]
Row = tuple[str, ...]


def update(package: Path, boundaries: Path | None = None, data: Path = DATA) -> None:
    """Read the unpacked package, and the boundaries where given; write every file of `data`.

    Raises SourceError where a source cannot be used.
    """
    departements, regions, places, groups = (
        _read(package, name) for name in ("departements", "regions", "communes", "epci")
    )
    try:
        tables = {
            "territories.csv": _territories(departements, regions),
            "intercommunalities.csv": _intercommunalities(groups),
        }
        codes = [row[0] for row in tables["territories.csv"][1:]]
        communes = _communes(places, groups, codes)
    except KeyError as missing:
        raise SourceError(f"{package} is another version of the package: nothing is called {missing} in it.") from None
    if boundaries:
        drawing = outlines.draw(boundaries)
        tables["outline.csv"] = [("line",), *((line,) for line in drawing.outline)]
        drawn = _drawn(drawing, boundaries, codes)
    else:
        drawn = _drawn_before(data)
    tables["territories.csv"] = [row + drawn[row[0]] for row in tables["territories.csv"]]
    tables["straddling.csv"] = _straddling(communes)
    tables["towns.csv"] = _towns(places, codes)
    tables |= {f"communes/{code}.csv": rows for code, rows in communes.items()}

    for file in data.glob("communes/*.csv"):
        file.unlink()  # a département may have gone
    for name, rows in tables.items():
        _write(data / name, rows)


def _territories(departements: Iterable[Record], regions: Iterable[Record]) -> list[Row]:
    names = {region["code"]: region["nom"] for region in regions}
    wanted = [record for record in departements if record["zone"] == "metro" or record["code"] in OVERSEAS]
    # Corsica was 20, and stands there in every list that people know.
    wanted.sort(key=lambda record: (record["zone"] != "metro", record["code"].replace("2A", "20").replace("2B", "20b")))
    return [
        ("code", "name", "region", "group"),
        *(
            (record["code"], record["nom"], names[record["region"]], OVERSEAS.get(record["code"], "metropole"))
            for record in wanted
        ),
    ]


def _intercommunalities(groups: Iterable[Record]) -> list[Row]:
    return [("siren", "name"), *sorted((group["code"], _in_full(group["nom"])) for group in groups)]


def _in_full(name: str) -> str:
    kind, _, rest = name.partition(" ")
    return f"{IN_FULL[kind]} {rest}" if kind in IN_FULL else name


def _communes(places: Iterable[Record], groups: Iterable[Record], codes: Iterable[str]) -> dict[str, list[Row]]:
    """The communes of today, by territory. Paris, Lyon and Marseille get the postcodes of their districts too."""
    member_of = {member["code"]: group["code"] for group in groups for member in group["membres"]}
    postcodes: dict[str, set[str]] = defaultdict(set)
    found: dict[str, list[Row]] = {code: [("code", "name", "postcodes", "intercommunality")] for code in codes}
    for place in places:
        if place["type"] == "arrondissement-municipal":
            postcodes[place["commune"]].update(place["codesPostaux"])
        elif place["type"] == "commune-actuelle":
            postcodes[place["code"]].update(place.get("codesPostaux", ()))
    for place in sorted(places, key=lambda place: place["code"]):
        if place["type"] == "commune-actuelle" and place["departement"] in found:
            code = place["code"]
            found[place["departement"]].append(
                (code, place["nom"], " ".join(sorted(postcodes[code])), member_of.get(code, ""))
            )
    return found


def _towns(places: Iterable[Record], codes: Iterable[str]) -> list[Row]:
    wanted = set(codes)
    found = (place for place in places if place["type"] == "commune-actuelle" and place["departement"] in wanted)
    return [("code", "name"), *sorted((p["code"], p["nom"]) for p in found if p.get("population", 0) >= TOWN)]


def _straddling(communes: dict[str, list[Row]]) -> list[Row]:
    lead_to: dict[str, set[str]] = defaultdict(set)
    for territory, rows in communes.items():
        for _, _, postcodes, _ in rows[1:]:
            for postcode in postcodes.split():
                lead_to[postcode].add(territory)
    for postcode, codes in STRADDLED.items():
        lead_to[postcode].update(codes.split())
    wrong = (postcode for postcode, found in lead_to.items() if {code.lower() for code in found} != {by_rule(postcode)})
    return [("postcode", "codes"), *((postcode, " ".join(sorted(lead_to[postcode]))) for postcode in sorted(wrong))]


DRAWN = ("beside", "label")


def _drawn(drawing: outlines.Map, file: Path, codes: Iterable[str]) -> dict[str, Row]:
    """Neighbours and place of the number of every territory, as they stand in its row."""
    if missing := [code for code in codes if code not in drawing.labels]:
        raise SourceError(f"{file} has no boundaries of {', '.join(missing)}.")
    rows = {code: (" ".join(drawing.beside[code]), "{},{}".format(*label)) for code, label in drawing.labels.items()}
    return {"code": DRAWN, **rows}


def _drawn_before(data: Path) -> dict[str, Row]:
    """The same as the file written before says it; nothing where there is none."""
    rows: dict[str, Row] = defaultdict(lambda: ("", ""), code=DRAWN)
    file = data / "territories.csv"
    if file.exists():
        with file.open(encoding="utf-8", newline="") as lines:
            rows.update(
                {row["code"]: tuple(row[name] for name in DRAWN) for row in csv.DictReader(lines, delimiter=";")}
            )
    return rows


def _read(package: Path, name: str) -> list[Record]:
    file = package / "data" / f"{name}.json"
    try:
        records = json.loads(file.read_text("utf-8"))
    except OSError:
        raise SourceError(f"{package} is not the unpacked package: there is no data/{name}.json in it.") from None
    except ValueError:
        raise SourceError(f"{file} is not JSON.") from None
    if not (isinstance(records, list) and records and all(isinstance(record, dict) for record in records)):
        raise SourceError(f"{file} is not a list of places.")
    return records


def _write(file: Path, rows: Iterable[Sequence[str]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, delimiter=";", lineterminator="\n").writerows(rows)


def main(arguments: Sequence[str]) -> int:
    """Run from the command line; returns the exit code."""
    if len(arguments) not in (1, 2):
        print("Usage: python -m eclaircie.places.update PACKAGE_FOLDER [OUTLINES_FILE]", file=sys.stderr)
        return 2
    try:
        update(*map(Path, arguments))
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
