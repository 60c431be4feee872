"""The map of the municipalities: complete, true enough to recognise, and small."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

import pytest

from namndarkivet.register import municipalities
from namndarkivet.register.borders import Area, sweden_map

CODES = sorted(municipalities().by_code)
Point = tuple[int, int]

STOCKHOLM, SOLNA, SUNDBYBERG, MALMO, GOTEBORG, GOTLAND, OSTERSUND, UMEA, KIRUNA = (
    *("0180", "0184", "0183", "1280", "1480", "0980", "2380", "2480", "2584"),
)


@cache
def rings(code: str) -> list[list[Point]]:
    """The corners of each ring of a municipality's path, without the first again at the end."""
    path = sweden_map().areas[code].path
    assert re.fullmatch(r"(M\d+ \d+l-?\d+(?:[ -]\d+)+z)+", path), f"{code}: {path[:80]}"
    return [_walked([int(n) for n in re.findall(r"-?\d+", ring)]) for ring in path.split("z")[:-1]]


def _walked(numbers: list[int]) -> list[Point]:
    x, y, *steps = numbers
    assert len(steps) % 2 == 0, "a step has two numbers"
    corners = [(x, y)]
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        corners.append((x, y))
    return corners


@cache
def sides(code: str) -> set[frozenset[Point]]:
    """The straight pieces of a municipality's border."""
    return {frozenset(side) for ring in rings(code) for side in pairwise([*ring, ring[0]])}


def square_kilometres(code: str) -> float:
    """The area that is drawn; a unit is half a kilometre."""
    total = sum(
        x * y2 - x2 * y for ring in rings(code) for (x, y), (x2, y2) in pairwise([*ring, ring[0]])
    )  # rings that go the other way are holes
    return abs(total) / 2 / 4


def holds(code: str, x: float, y: float) -> bool:
    """Whether a point lies inside: a line from it eastwards crosses the border an odd number of times."""
    crossed = 0
    for ring in rings(code):
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
            crossed += (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return crossed % 2 == 1


def area(code: str) -> Area:
    return sweden_map().areas[code]


def test_the_map_has_the_municipalities_of_the_register_and_no_others() -> None:
    assert sorted(sweden_map().areas) == CODES
    assert len(CODES) == 290
    assert all(one.code == code for code, one in sweden_map().areas.items())


def test_the_map_says_whose_borders_it_shows() -> None:
    assert "SCB" in sweden_map().source
    assert "CC0" in sweden_map().source


def test_the_map_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        sweden_map().areas["9999"] = area(KIRUNA)  # type: ignore[index]


def test_the_file_stays_small() -> None:
    text = files("namndarkivet.register").joinpath("karta.json").read_text(encoding="utf-8")
    assert len(text.encode()) < 75_000


# The outlines.


@pytest.mark.parametrize("code", CODES)
def test_an_outline_closes_encloses_land_and_stays_on_the_paper(code: str) -> None:
    paper = sweden_map()
    for ring in rings(code):
        assert len(set(ring)) == len(ring) >= 3
        assert all(0 <= x <= paper.width and 0 <= y <= paper.height for x, y in ring)
    assert square_kilometres(code) > 5


@pytest.mark.parametrize("code", CODES)
def test_a_label_stands_in_its_own_municipality(code: str) -> None:
    assert [other for other in CODES if holds(other, area(code).x, area(code).y)] == [code]


def test_the_land_fills_the_paper() -> None:
    corners = [corner for code in CODES for ring in rings(code) for corner in ring]
    xs, ys = {x for x, _ in corners}, {y for _, y in corners}
    assert (min(xs), min(ys)) == (2, 2)
    assert (max(xs), max(ys)) == (sweden_map().width - 2, sweden_map().height - 2)


@pytest.mark.parametrize(
    ("one", "other"), [(STOCKHOLM, SOLNA), (SOLNA, SUNDBYBERG), ("2584", "2523"), ("0305", "0330"), ("1814", "1880")]
)
def test_neighbours_share_their_border_piece_by_piece(one: str, other: str) -> None:
    assert sides(one) & sides(other)


def test_a_piece_of_border_is_one_municipalitys_coast_or_two_municipalities_border() -> None:
    shared: dict[frozenset[Point], list[str]] = {}
    for code in CODES:
        for side in sides(code):
            shared.setdefault(side, []).append(code)
    assert {side: codes for side, codes in shared.items() if len(codes) > 2} == {}
    borders = sum(len(codes) == 2 for codes in shared.values())
    assert borders > len(shared) / 2, "simplified one by one, neighbours would share next to nothing"


def test_gotland_is_all_coast() -> None:
    everyone_else = {corner for code in CODES if code != GOTLAND for ring in rings(code) for corner in ring}
    assert {corner for ring in rings(GOTLAND) for corner in ring}.isdisjoint(everyone_else)


def test_the_areas_are_those_of_the_country() -> None:
    by_size = sorted(CODES, key=square_kilometres)
    assert by_size[-2:] == ["2510", KIRUNA]
    assert by_size[0] == SUNDBYBERG
    assert square_kilometres(KIRUNA) == pytest.approx(20_500, rel=0.02)
    assert square_kilometres(GOTLAND) == pytest.approx(3_135, rel=0.05)
    assert sum(map(square_kilometres, CODES)) == pytest.approx(436_000, rel=0.02)


def test_north_is_up_and_west_is_left() -> None:
    assert area(KIRUNA).y < area(UMEA).y < area(STOCKHOLM).y < area(MALMO).y
    assert area(GOTEBORG).x < area(STOCKHOLM).x < area(GOTLAND).x


# The tiles.


def test_no_two_tiles_lie_on_one_square() -> None:
    squares = [(one.row, one.column) for one in sweden_map().areas.values()]
    assert len(set(squares)) == len(squares)


def test_the_tiles_begin_at_the_first_row_and_column_and_fit_a_telephone() -> None:
    rows, columns = ({getattr(one, way) for one in sweden_map().areas.values()} for way in ("row", "column"))
    assert rows == set(range(len(rows)))
    assert columns == set(range(len(columns)))
    assert len(columns) <= 20
    assert len(rows) <= 40


def test_no_square_inside_the_country_is_empty_as_if_a_municipality_were_missing() -> None:
    taken = {(one.row, one.column) for one in sweden_map().areas.values()}
    rows, columns = max(row for row, _ in taken), max(column for _, column in taken)
    sea: set[Point] = set()
    reached = [(-1, -1)]
    while reached:
        row, column = square = reached.pop()
        if square not in sea | taken and -1 <= row <= rows + 1 and -1 <= column <= columns + 1:
            sea.add(square)
            reached += [(row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)]
    assert {(row, column) for row in range(rows) for column in range(columns)} <= sea | taken


def test_most_neighbours_are_neighbours_among_the_tiles_too() -> None:
    near = [
        max(abs(area(one).row - area(other).row), abs(area(one).column - area(other).column)) == 1
        for place, one in enumerate(CODES)
        for other in CODES[place + 1 :]
        if sides(one) & sides(other)
    ]
    assert len(near) > 600
    assert sum(near) / len(near) > 0.75


def test_the_tiles_keep_the_four_winds() -> None:
    assert area(KIRUNA).row < area(UMEA).row < area(STOCKHOLM).row < area(MALMO).row
    assert area(GOTEBORG).column < area(OSTERSUND).column < area(STOCKHOLM).column
