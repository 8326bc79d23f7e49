"""The départements and communes of France."""

import json
import math
import re
from collections import defaultdict
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]  # it carries no types
import pytest

from eclaircie import places
from eclaircie.places import outlines, update
from eclaircie.project import PROJECT_ROOT

SLUGS = list(places.territories())
MAP = PROJECT_ROOT / "site" / "eclaircie" / "rendering" / "templates" / "components" / "map.html"


def leads_to(postcode: str) -> set[str]:
    """Where a postcode leads, as the site finds it."""
    found = places.straddling().get(postcode)
    return set(found) if found else {places.by_rule(postcode) or ""}


# Territories


def test_every_departement_and_every_inhabited_collectivity_is_there() -> None:
    """101 départements, and the six collectivities where people live."""
    overseas = [slug for slug in SLUGS if len(slug) == 3]

    assert len(SLUGS) == 101 + 6
    assert overseas == ["971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988"]


def test_they_come_in_the_order_that_people_know() -> None:
    """Corsica stands where 20 was, and overseas comes last."""
    assert SLUGS[:2] == ["01", "02"]
    assert SLUGS[18:22] == ["19", "2a", "2b", "21"]
    assert SLUGS[95:97] == ["95", "971"]


@pytest.mark.parametrize(
    ("slug", "code", "name", "region", "group"),
    [
        ("71", "71", "Saône-et-Loire", "Bourgogne-Franche-Comté", "metropole"),
        ("2a", "2A", "Corse-du-Sud", "Corse", "metropole"),
        ("75", "75", "Paris", "Île-de-France", "metropole"),
        ("974", "974", "La Réunion", "La Réunion", "reunion"),
        ("975", "975", "Saint-Pierre-et-Miquelon", "Saint-Pierre-et-Miquelon", "saint_pierre_et_miquelon"),
        ("988", "988", "Nouvelle-Calédonie", "Nouvelle-Calédonie", "nouvelle_caledonie"),
    ],
)
def test_a_territory_has_its_official_names(slug: str, code: str, name: str, region: str, group: str) -> None:
    """The slug is the code as it stands in an address."""
    territory = places.territories()[slug]

    assert (territory.slug, territory.code, territory.name) == (slug, code, name)
    assert (territory.region, territory.group) == (region, group)


@pytest.mark.parametrize(
    ("slug", "beside"),
    [
        ("71", "01 03 21 39 42 58 69"),
        ("34", "11 12 30 81"),
        ("01", "38 39 69 71 73 74"),
        ("75", "92 93 94"),
        ("2a", "2b"),
        ("54", "55 57 67 88"),
        ("84", "04 07 13 26 30"),
        ("977", ""),
        ("974", ""),
    ],
)
def test_who_is_beside_whom(slug: str, beside: str) -> None:
    """Those who share a border by land; nobody across the sea."""
    assert places.territories()[slug].beside == tuple(beside.split())


def test_beside_is_mutual() -> None:
    """Whoever is my neighbour has me for a neighbour, and nobody is beside itself."""
    territories = places.territories()
    for territory in territories.values():
        assert territory.slug not in territory.beside
        assert all(territory.slug in territories[slug].beside for slug in territory.beside)


def test_everyone_in_metropolitan_france_has_a_neighbour() -> None:
    """There is always a next place to look."""
    assert all(
        bool(territory.beside) == (territory.group == "metropole") for territory in places.territories().values()
    )


# Communes


def test_every_commune_of_today_is_there_once() -> None:
    """As many as the official list of 2026 has in these territories."""
    codes = [commune.code for slug in SLUGS for commune in places.communes(slug)]

    assert len(codes) == len(set(codes)) == 34_963


def test_every_commune_has_a_name_and_a_postcode() -> None:
    """Nobody's commune leads nowhere."""
    for slug in SLUGS:
        for commune in places.communes(slug):
            assert commune.name
            assert commune.postcodes
            assert all(re.fullmatch(r"[0-9]{5}", postcode) for postcode in commune.postcodes)


def test_a_commune_stands_under_its_own_territory() -> None:
    """The code of a commune begins with the code of its territory."""
    for slug in SLUGS:
        assert all(commune.code.startswith(slug.upper()) for commune in places.communes(slug))


def test_a_large_city_has_the_postcodes_of_its_districts() -> None:
    """Paris has one postcode more than it has districts."""
    [paris] = places.communes("75")

    assert len(paris.postcodes) == 21
    assert "75116" in paris.postcodes


def test_a_commune_names_its_intercommunality() -> None:
    """Four islands of the mainland and the collectivities overseas are in none."""
    names = places.intercommunalities()
    alone = {commune.name for slug in SLUGS[:96] for commune in places.communes(slug) if not commune.intercommunality}
    macon = next(commune for commune in places.communes("71") if commune.name == "Mâcon")

    assert alone == {"Île-de-Bréhat", "Île-de-Sein", "Ouessant", "L'Île-d'Yeu"}
    assert names[macon.intercommunality].startswith("Communauté d'agglomération")
    for slug in SLUGS:
        assert all(
            not commune.intercommunality or commune.intercommunality in names for commune in places.communes(slug)
        )


def test_an_unknown_territory_is_refused() -> None:
    """Terres australes and Clipperton have no inhabitants and are not there."""
    for slug in ("984", "989", "20", "2A"):
        with pytest.raises(KeyError):
            places.communes(slug)


# Postcodes


def test_every_postcode_leads_to_all_its_territories() -> None:
    """The exceptions first, then the rule: never wrong, never incomplete, for all official postcodes."""
    truth: dict[str, set[str]] = defaultdict(set)
    for slug in SLUGS:
        for commune in places.communes(slug):
            for postcode in commune.postcodes:
                truth[postcode].add(slug)

    assert len(truth) == 6_309
    older = {postcode: set(codes.split()) for postcode, codes in update.STRADDLED.items()}
    assert {postcode: leads_to(postcode) for postcode in truth} == {**truth, **older}


def test_few_postcodes_need_an_exception() -> None:
    """Thirty-two are shared by the list of today or that of 2023, three belong wholly to another than their digits say."""
    straddling = places.straddling()
    shared = [postcode for postcode, slugs in straddling.items() if len(slugs) > 1]

    assert (len(straddling), len(shared)) == (35, 32)
    assert straddling["21340"] == ("21", "71")
    assert straddling["94390"] == ("91",)
    assert all(slugs != (places.by_rule(postcode),) for postcode, slugs in straddling.items())


@pytest.mark.parametrize(
    ("postcode", "slug"),
    [
        ("71000", "71"),
        ("20000", "2a"),
        ("20100", "2a"),
        ("20200", "2b"),
        ("20600", "2b"),
        ("97400", "974"),
        ("97133", "977"),
        ("97150", "978"),
        ("97500", "975"),
        ("98800", "988"),
    ],
)
def test_where_a_postcode_leads(postcode: str, slug: str) -> None:
    """Corsica is told by three digits, and so is overseas; Furiani and Biguglia, under 206, are in the north."""
    assert leads_to(postcode) == {slug}


@pytest.mark.parametrize(
    "postcode", ["98000", "99123", "00100", "20300", "7100", "710000", "abcde", "", "7१000", "98400"]
)
def test_what_is_no_postcode_of_ours_leads_nowhere(postcode: str) -> None:
    """Monaco, soldiers, nonsense."""
    assert places.by_rule(postcode) is None


# Map


def corners(outline: str) -> list[list[tuple[int, int]]]:
    """The corners of each part of an outline."""
    parts = []
    for part in re.findall("M[^M]+", outline):
        x = y = 0
        found = []
        for letter, numbers in re.findall("([MLlhv])([^MLlhvz]*)", part):
            values = [int(number) for number in re.findall(r"-?\d+", numbers)]
            if letter in "hv":
                steps = [(step, 0) if letter == "h" else (0, step) for step in values]
            else:
                steps = list(zip(values[::2], values[1::2], strict=True))
            for across, down in steps:
                x, y = (across, down) if letter in "ML" else (x + across, y + down)
                found.append((x, y))
        parts.append(found)
    return parts


def inside(point: tuple[int, int], lines: list[list[tuple[int, int]]]) -> bool:
    """Whether a point lies within one of some closed lines."""
    x, y = point
    crossings = 0
    for line in lines:
        for (ax, ay), (bx, by) in pairwise([*line, line[0]]):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                crossings += 1
    return crossings % 2 == 1


def test_every_territory_is_on_the_map_with_its_code() -> None:
    """The outline and the circle around each number lie within the frame that the template draws."""
    [frame] = re.findall(r'viewBox="0 0 (\d+) (\d+)"', MAP.read_text("utf-8"))
    [radius] = [int(text) for text in re.findall(r'<circle r="(\d+)"', MAP.read_text("utf-8"))]

    assert frame == (str(outlines.WIDTH), str(outlines.HEIGHT))
    assert 2 * radius == outlines.SPACING
    for line in corners(places.outline()):
        assert all(0 <= x <= outlines.WIDTH and 0 <= y <= outlines.HEIGHT for x, y in line)
    for territory in places.territories().values():
        x, y = territory.label
        assert radius <= x <= outlines.WIDTH - radius
        assert radius <= y <= outlines.HEIGHT - radius


def test_no_number_stands_in_the_way_of_another() -> None:
    """Circles do not overlap, so that nobody opens the page of another département than the one pressed."""
    numbers = {territory.slug: territory.label for territory in places.territories().values()}
    close = [
        pair for pair in combinations(numbers, 2) if math.dist(*(numbers[slug] for slug in pair)) < outlines.SPACING
    ]

    assert close == []


def test_a_number_stands_where_its_departement_is() -> None:
    """On the land, or no further off it than a circle reaches, and among its neighbours: moved, but not elsewhere."""
    lines = corners(places.outline())
    territories = places.territories()
    around = [(x, y) for x in range(-5, 6) for y in range(-5, 6)]
    for slug in SLUGS[:96]:
        x, y = territories[slug].label
        assert any(inside((x + right, y + down), lines) for right, down in around), slug
    for slug in set(SLUGS[:96]) - {"75", "92", "93", "94"}:
        beside = [other for other in territories[slug].beside if other not in {"75", "92", "93", "94"}]
        nearest = sorted(
            (other for other in SLUGS[:96] if other != slug),
            key=lambda other: math.dist(territories[other].label, territories[slug].label),
        )
        assert set(nearest[:3]) & set(beside), slug


@pytest.mark.parametrize(("west", "east"), [("29", "67"), ("33", "74"), ("64", "06")])
def test_west_is_left_of_east(west: str, east: str) -> None:
    """As on any map."""
    territories = places.territories()

    assert territories[west].label[0] < territories[east].label[0]


def test_the_outline_is_light_and_one_sees_what_it_is() -> None:
    """The mainland, Corsica, and Paris with its neighbours large: few corners, but enough for the coast."""
    lines = corners(places.outline())

    assert len(lines) == 3
    assert len(lines[0]) >= 50
    assert len(brotli.compress(places.outline().encode(), quality=11)) <= 300


# Making the files


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A made-up package: two départements and one overseas, and one place that nobody lives in."""
    folder = tmp_path / "package"
    records: dict[str, list[dict[str, Any]]] = {
        "regions": [{"code": "27", "nom": "Plaine"}, {"code": "04", "nom": "Île"}, {"code": "984", "nom": "Glace"}],
        "departements": [
            {"code": "974", "nom": "Île", "region": "04", "zone": "drom"},
            {"code": "71", "nom": "Bas", "region": "27", "zone": "metro"},
            {"code": "21", "nom": "Haut", "region": "27", "zone": "metro"},
            {"code": "984", "nom": "Glace", "region": "984", "zone": "com"},
        ],
        "communes": [
            {
                "type": "commune-actuelle",
                "code": "71002",
                "nom": "B",
                "departement": "71",
                "codesPostaux": ["71020", "71010"],
            },
            {
                "type": "commune-actuelle",
                "code": "71001",
                "nom": "A",
                "departement": "71",
                "codesPostaux": ["21340"],
                "population": 5000,
            },
            {
                "type": "commune-actuelle",
                "code": "21001",
                "nom": "C",
                "departement": "21",
                "codesPostaux": ["21340"],
                "population": 4999,
            },
            {"type": "commune-deleguee", "code": "21002", "nom": "D", "departement": "21"},
            {
                "type": "arrondissement-municipal",
                "code": "71502",
                "nom": "B 1er",
                "commune": "71002",
                "codesPostaux": ["71030"],
            },
            {"type": "commune-actuelle", "code": "97401", "nom": "E", "departement": "974", "codesPostaux": ["97400"]},
            {"type": "commune-actuelle", "code": "98401", "nom": "F", "departement": "984"},
        ],
        "epci": [
            {"code": "200000002", "nom": "CC du Haut", "membres": [{"code": "21001"}]},
            {"code": "200000001", "nom": "Bas Métropole", "membres": [{"code": "71001"}]},
        ],
    }
    (folder / "data").mkdir(parents=True)
    for name, rows in records.items():
        (folder / "data" / f"{name}.json").write_text(json.dumps(rows), "utf-8")
    return folder


@pytest.fixture
def boundaries(tmp_path: Path) -> Path:
    """Two square départements, one above the other."""
    file = tmp_path / "boundaries.json"
    squares = {"21": [[2, 47], [4, 47], [4, 48], [2, 48], [2, 47]], "71": [[2, 46], [4, 46], [4, 47], [2, 47], [2, 46]]}
    features = [
        {"properties": {"gn_a1_code": f"FR.{code}"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for code, ring in squares.items()
    ]
    file.write_text(json.dumps({"features": features}), "utf-8")
    return file


def written(data: Path) -> dict[str, str]:
    """All files of a folder, by their names."""
    return {file.relative_to(data).as_posix(): file.read_text("utf-8") for file in data.rglob("*.csv")}


def test_the_script_writes_the_files(package: Path, tmp_path: Path) -> None:
    """In order, districts and abbreviations resolved, without the places that nobody lives in."""
    data = tmp_path / "data"
    update.update(package, data=data)

    assert written(data) == {
        "territories.csv": "code;name;region;group;beside;label\n"
        "21;Haut;Plaine;metropole;;\n71;Bas;Plaine;metropole;;\n974;Île;Île;reunion;;\n",
        "communes/21.csv": "code;name;postcodes;intercommunality\n21001;C;21340;200000002\n",
        "communes/71.csv": "code;name;postcodes;intercommunality\n"
        "71001;A;21340;200000001\n71002;B;71010 71020 71030;\n",
        "communes/974.csv": "code;name;postcodes;intercommunality\n97401;E;97400;\n",
        "intercommunalities.csv": "siren;name\n200000001;Bas Métropole\n200000002;Communauté de communes du Haut\n",
        "towns.csv": "code;name\n71001;A\n",
        "straddling.csv": "postcode;codes\n"
        + "".join(
            f"{postcode};{codes}\n" for postcode, codes in sorted({**update.STRADDLED, "21340": "21 71"}.items())
        ),
    }


def test_the_script_draws_the_map_and_keeps_it(package: Path, boundaries: Path, tmp_path: Path) -> None:
    """One outline around both squares, a number on each; without boundaries the next run changes nothing."""
    data = tmp_path / "data"
    update.update(package, boundaries, data)
    once = written(data)
    update.update(package, data=data)

    _, upper, lower, island = (line.split(";") for line in once["territories.csv"].splitlines())
    _, outline = once["outline.csv"].splitlines()
    [line] = corners(outline)
    numbers = [tuple(map(int, row[5].split(","))) for row in (upper, lower)]
    assert (upper[4], lower[4], island[4]) == ("71", "21", "")
    assert all(inside((x, y), [line]) for x, y in numbers)
    assert numbers[0][1] < numbers[1][1]
    assert written(data) == once


def test_a_departement_that_is_gone_leaves_no_file(package: Path, tmp_path: Path) -> None:
    """What the last year left behind does not stay."""
    data = tmp_path / "data"
    (data / "communes").mkdir(parents=True)
    (data / "communes" / "99.csv").write_text("old", "utf-8")
    update.update(package, data=data)

    assert "communes/99.csv" not in written(data)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("epci", None, "is not the unpacked package: there is no data/epci.json in it"),
        ("epci", "{", "is not JSON"),
        ("epci", "[]", "is not a list of places"),
        ("epci", '[{"siren": "1"}]', "another version of the package"),
    ],
)
def test_a_wrong_folder_is_refused_with_a_sentence(
    package: Path, tmp_path: Path, name: str, text: str | None, said: str
) -> None:
    """It says what is missing, and no file is written."""
    file = package / "data" / f"{name}.json"
    file.unlink() if text is None else file.write_text(text, "utf-8")

    with pytest.raises(outlines.SourceError, match=said):
        update.update(package, data=tmp_path / "data")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("text", [None, "{", "[]", '{"features": [{}]}', '{"features": []}'])
def test_wrong_boundaries_are_refused_with_a_sentence(
    package: Path, boundaries: Path, tmp_path: Path, text: str | None
) -> None:
    """The file is named, and no file is written."""
    boundaries.unlink() if text is None else boundaries.write_text(text, "utf-8")

    with pytest.raises(outlines.SourceError, match=str(boundaries)):
        update.update(package, boundaries, tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_nobody_sees_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the command line a wrong folder is a sentence and a failure."""
    assert update.main([str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path} is not the unpacked package")


def test_the_script_says_how_to_call_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a folder it explains itself."""
    assert update.main([]) == 2
    assert "PACKAGE_FOLDER" in capsys.readouterr().err
