"""What a build tells of its stages when it is done."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from namndarkivet.searching.index import Shard


class Stages:
    """The times between the stages of a build, in seconds."""

    def __init__(self) -> None:
        self._clock = [time.perf_counter()]

    def done(self) -> None:
        """One more stage is done."""
        self._clock.append(time.perf_counter())

    def told(self, documents: int, by_hand: int, pages: int, shards: Sequence[Shard], goal: Path) -> Iterator[str]:
        """The stages in sentences: what was read, written and indexed, and how long each took."""
        self.done()
        read, hand, archive, search, moved = (after - before for before, after in pairwise(self._clock))
        made = sum(shard.made for shard in shards)
        yield f"{documents} dokument lästa och granskade: {read:.1f} s"
        yield f"{by_hand} sidor skrivna för hand, och ramarna: {hand:.1f} s"
        yield f"{pages} sidor ur arkivet: {archive:.1f} s"
        yield f"{sum(shard.pages for shard in shards)} sidor sökbara, {made} av {len(shards)} delar av indexet nya: {search:.1f} s"
        yield f"Det förra bytt mot det nya: {moved:.1f} s. Sajten ligger i {goal}"
