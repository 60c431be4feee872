"""Shards by time: small, in order, and moved as little as can be by a new document."""

from archives import STEADY
from hypothesis import given
from hypothesis import strategies as st

from namndarkivet.searching import shards as module
from namndarkivet.searching.shards import shards

DAYS = st.integers(1800 << 9, 2199 << 9)


def test_nothing_makes_no_shard() -> None:
    assert shards([]) == {}


@STEADY
@given(st.lists(DAYS, max_size=60), st.integers(1, 9))
def test_every_document_is_in_one_shard_in_the_order_of_time(days: list[int], most: int) -> None:
    found = _of(days, most)

    placed = [day for held in found.values() for day in held]
    assert placed == sorted(days)


@STEADY
@given(st.lists(DAYS, max_size=60), st.integers(1, 9))
def test_a_shard_is_too_large_only_when_it_is_of_one_day(days: list[int], most: int) -> None:
    assert [held for held in _of(days, most).values() if len(held) > most and len(set(held)) > 1] == []


@STEADY
@given(st.lists(DAYS, min_size=1, max_size=60), DAYS, st.integers(2, 9))
def test_one_more_document_changes_only_its_own_shard(days: list[int], new: int, most: int) -> None:
    before, after = _of(days, most), _of([*days, new], most)

    gone = [name for name, held in before.items() if after.get(name) != held]
    assert len(gone) <= 1


def _of(days: list[int], most: int) -> dict[str, list[int]]:
    before, module.MOST = module.MOST, most
    try:
        return {name: list(held) for name, held in shards([(day, day) for day in days]).items()}
    finally:
        module.MOST = before
