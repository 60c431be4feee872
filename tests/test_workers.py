"""Work on many things: the same results in the same order, in this process or in forked ones."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence

import pytest

from namndarkivet.workers import CHUNK, MANY, in_workers


def squares(numbers: Sequence[int]) -> list[int]:
    """The square of each number."""
    return [number * number for number in numbers]


def processes(numbers: Sequence[int]) -> list[int]:
    """The process that each number is worked on in."""
    return [os.getpid() for _ in numbers]


def fails(numbers: Sequence[int]) -> list[int]:
    """Fail on the number after the first chunk."""
    if CHUNK in numbers:
        raise ValueError(CHUNK)
    return list(numbers)


@pytest.mark.parametrize("amount", [0, 1, CHUNK, CHUNK + 1, MANY - 1, MANY, MANY * 3 + 7])
def test_the_results_come_in_the_order_of_the_items(amount: int) -> None:
    assert list(in_workers(squares, range(amount))) == [number * number for number in range(amount)]


@pytest.mark.parametrize("amount", [0, 1, CHUNK * 2 + 1, MANY + 1])
def test_progress_is_told_after_each_chunk_and_ends_with_all(amount: int) -> None:
    told: list[tuple[int, int]] = []
    list(in_workers(squares, range(amount), lambda done, total: told.append((done, total))))
    wanted = [*range(CHUNK, amount, CHUNK), amount] if amount else []
    assert told == [(done, amount) for done in wanted]


def test_few_things_are_worked_on_here_and_many_elsewhere() -> None:
    assert set(in_workers(processes, range(MANY - 1))) == {os.getpid()}
    if (os.cpu_count() or 1) > 1 and os.uname().sysname == "Linux":
        assert os.getpid() not in set(in_workers(processes, range(MANY)))


@pytest.mark.parametrize("amount", [MANY - 1, MANY])
def test_an_error_in_the_work_is_raised_here_and_the_collector_is_as_before(amount: int) -> None:
    was_on = gc.isenabled()
    with pytest.raises(ValueError, match=str(CHUNK)):
        list(in_workers(fails, range(amount)))
    assert gc.isenabled() is was_on
