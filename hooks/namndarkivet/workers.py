"""Work on many things at once, in forked worker processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

CHUNK = 256
"""Things handed to a worker at a time: enough to outweigh the handing over, few enough for an even progress bar."""

MANY = 600
"""From so many documents on, worker processes pay for themselves."""

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_workers(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    progress: Progress | None = None,
    chunk: int = CHUNK,
) -> Iterator[Result]:
    """What `work` makes of the items, in their order: chunk by chunk in forked processes when there are many. Where each
    takes long, `chunk` is 1, and two are many.

    Forked workers share the parent's memory, so that an archive in it costs nothing to hand over. Where the system
    cannot fork safely (Windows, macOS) the work is done here.
    """
    chunks = [items[at : at + chunk] for at in range(0, len(items), chunk)]
    many = MANY if chunk > 1 else 2
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    gc.freeze()  # collections would touch, and so copy, what the workers share
    was_on = gc.isenabled()
    gc.disable()
    try:
        if len(items) < many or workers == 1 or not _forks():
            results: Iterable[list[Result]] = map(work, chunks)
            yield from _told(results, chunks, progress)
        else:
            context = multiprocessing.get_context("fork")
            with ProcessPoolExecutor(workers, context, _remember, (work,)) as pool:
                yield from _told(pool.map(_do, chunks), chunks, progress)
    finally:
        if was_on:
            gc.enable()
        gc.freeze()  # tens of thousands of documents stay, and need not be looked through again and again


_work: list[Callable[[Any], list[Any]]] = []
"""In a worker: what it does. It comes with the fork and not with each chunk, for with it comes the whole archive."""


def _remember(work: Callable[[Any], list[Any]]) -> None:
    _work.append(work)


def _do(chunk: Any) -> list[Any]:  # noqa: ANN401 - whatever the work takes
    return _work[-1](chunk)  # a worker that forks workers of its own hands down its own work first


def _forks() -> bool:
    return hasattr(os, "fork") and os.uname().sysname == "Linux"


def _told(
    results: Iterable[list[Result]], chunks: Sequence[Sequence[Item]], progress: Progress | None
) -> Iterator[Result]:
    done, total = 0, sum(map(len, chunks))
    for chunk, result in zip(chunks, results, strict=True):
        yield from result
        done += len(chunk)
        if progress:
            progress(done, total)
