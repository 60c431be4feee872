"""The targets of the issue, and whether this run reached them."""

from collections.abc import Iterator
from dataclasses import dataclass

from .corpus import ALL
from .results import Cell, Results

CHECK_SECONDS = 10.0
GIGABYTE = 10**9
HUGO_RATIO = 1.5
EDIT_SECONDS = 2.0
INDEX_GIGABYTES, INDEX_EDIT_SECONDS = 3.0, 6.0
RARE_SECONDS, RARE_KILOBYTES, COMMON_SECONDS = 0.5, 350.0, 1.5

LINEAR = 1.25
"""Cost counts as linear when a document costs at most this many times more at 30,000 than at 10,000. The issue names no
figure; smaller sizes are no yardstick, because what every run costs once weighs more in them."""

_BEFORE = 10_000


@dataclass(frozen=True)
class Target:
    """`reached` is None when this run did not measure what it needs."""

    wording: str
    figure: str
    reached: bool | None


def targets(results: Results) -> list[Target]:
    """Every target with its figure."""
    return [*_check(results), *_site(results), *_linear(results), _edit(results), *_search(results)]


def _check(results: Results) -> Iterator[Target]:
    cell = results.cell("check", ALL)
    seconds, unit = (cell.seconds, f"s for {cell.documents:,}") if cell else (None, "s")
    yield _below("check of 30,000 documents < 10 s", seconds, CHECK_SECONDS, unit)
    yield _memory("check of 30,000 documents < 1 GB", cell)


def _site(results: Results) -> Iterator[Target]:
    cell, hugo = results.cell("site", ALL), results.cell("hugo", ALL)
    ratio = cell.seconds / hugo.seconds if cell and hugo else None
    yield _below("site of 30,000 documents ≤ 1.5 × Hugo", ratio, HUGO_RATIO, "× Hugo", reaches=True)
    yield _memory("site of 30,000 documents < 1 GB", cell)


def _linear(results: Results) -> Iterator[Target]:
    for leg in ("check", "site"):
        small, large = results.cell(leg, _BEFORE), results.cell(leg, ALL)
        growth = large.seconds_per_thousand / small.seconds_per_thousand if small and large else None
        wording = f"cost of {leg} linear: a document at 30,000 ≤ {LINEAR} × one at 10,000"
        yield _below(wording, growth, LINEAR, "×", reaches=True)


def _edit(results: Results) -> Target:
    edit = results.edit("site")
    slowest = max(edit.rounds) if edit and edit.size >= ALL else None
    return _below("an edit under serve at 30,000 shows within 2 s", slowest, EDIT_SECONDS, "s (slowest)")


def _search(results: Results) -> Iterator[Target]:
    indexing = next((one for one in results.indexings if one.size >= ALL), None)
    hits = {hit.name.partition(" (")[0]: hit for hit in results.first_hits if hit.size >= ALL}
    rare, common = hits.get("rare word"), hits.get("commonest word")
    memory, edit = (indexing.peak_bytes / GIGABYTE, indexing.edit_seconds) if indexing else (None, None)
    yield _below("search index of 30,000 documents < 3 GB", memory, INDEX_GIGABYTES, "GB")
    yield _below("search index after one edit within 6 s", edit, INDEX_EDIT_SECONDS, "s", reaches=True)
    yield _below(
        "first hit for a rare word within 0.5 s", rare.seconds if rare else None, RARE_SECONDS, "s", reaches=True
    )
    sent = rare.search_bytes / 1000 if rare else None
    yield _below("first hit for a rare word with 350 kB for search", sent, RARE_KILOBYTES, "kB", reaches=True)
    seconds = common.seconds if common else None
    yield _below("first hit for the commonest word within 1.5 s", seconds, COMMON_SECONDS, "s", reaches=True)


def _memory(wording: str, cell: Cell | None) -> Target:
    return _below(wording, cell.peak_bytes / GIGABYTE if cell else None, 1.0, "GB")


def _below(wording: str, figure: float | None, limit: float, unit: str, *, reaches: bool = False) -> Target:
    """A target met below its limit, or also at it when `reaches`."""
    if figure is None:
        return Target(wording, "not measured", None)
    return Target(wording, f"{figure:.2f} {unit}", figure < limit or (reaches and figure == limit))
