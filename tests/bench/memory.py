"""Peak memory of a command and of all processes that it starts.

The figure is the peak over time of the *sum of PSS* (proportional set size, /proc/PID/smaps_rollup) over the processes
of the command's session. PSS counts a page that N processes share as 1/N in each of them. The archive forks its
workers: the sum of their RSS would count the documents once per worker, and the RSS of the parent alone would miss the
workers. A session rather than a tree of parents, because a worker whose parent has died still belongs to the command.

Samples are taken about every 100 ms, so a shorter spike can be missed. Files written to a memory disk are not counted.
"""

import contextlib
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

SAMPLE_EVERY = 0.1
"""Seconds between two samples."""

REST_PER_SAMPLE = 9
"""Reading the PSS walks the page tables (10 ms and more per GB). The sampler rests this many times as long as a sample
took, so that it never takes more than a tenth of a core from what it measures."""

_PROC = Path("/proc")
_STATE, _SESSION = 0, 3  # fields of /proc/PID/stat, counted after the command's name
_ZOMBIE = "Z"


def session_members(session: int) -> list[int]:
    """The ids of the living processes of a session (the id of a session is that of its first process)."""
    members = []
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):  # it ended meanwhile
                fields = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
                if int(fields[_SESSION]) == session and fields[_STATE] != _ZOMBIE:
                    members.append(int(folder.name))
    return members


def proportional_bytes(process: int) -> int:
    """The PSS of one process in bytes; 0 when it has ended."""
    with contextlib.suppress(OSError):
        for line in (_PROC / str(process) / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


class PeakMemory:
    """Samples a session from a thread for as long as the `with` block runs; `peak` is in bytes."""

    def __init__(self, session: int) -> None:
        self.peak = 0
        self._session = session
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._sample, name="peak-memory", daemon=True)

    def _sample(self) -> None:
        pause = 0.0
        while not self._ended.wait(pause):
            start = time.perf_counter()
            self.peak = max(self.peak, sum(proportional_bytes(each) for each in session_members(self._session)))
            pause = max(SAMPLE_EVERY, REST_PER_SAMPLE * (time.perf_counter() - start))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()
