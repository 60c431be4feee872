"""The index in shards by time: each is indexed by itself, and after an edit only the one that the document lies in.

An edit costs as much as its shard has documents, and a search fetches a file of each shard that has what is sought. With some
4,000 documents a shard, both are small.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

MOST = 4000
"""Documents in a shard; more only when they are all of one day."""

_BITS = 21
"""Bits of a day's number (`findable.day_number`)."""

T = TypeVar("T")


def shards(placed: Sequence[tuple[T, int]]) -> Mapping[str, Sequence[T]]:
    """Things by shard, oldest first, of things with their place in time.

    All of time is halved until no half holds more than `MOST`. So a shard's bounds depend on nothing but how many
    documents lie within them: one more document changes its own shard, and at most halves it.

    >>> list(shards([("a", 2016 << 9), ("b", 2017 << 9)]))
    ['0.00']
    """
    found: dict[str, Sequence[T]] = {}
    _halve(sorted(placed, key=lambda one: one[1]), 0, 0, found)
    return found


def _halve(placed: Sequence[tuple[T, int]], prefix: int, depth: int, found: dict[str, Sequence[T]]) -> None:
    if not placed:
        return
    if len(placed) <= MOST or depth == _BITS:
        found[f"{prefix:x}.{depth:02}"] = [thing for thing, _ in placed]
        return
    middle = ((prefix << 1) | 1) << (_BITS - depth - 1)
    earlier = [one for one in placed if one[1] < middle]
    later = placed[len(earlier) :]
    _halve(earlier, prefix << 1, depth + 1, found)
    _halve(later, (prefix << 1) | 1, depth + 1, found)
