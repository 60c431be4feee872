"""Runs one command in a session of its own and measures it: wall seconds, CPU seconds and peak memory."""

import contextlib
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from .memory import PeakMemory, session_members

LIMIT = 600.0
"""Seconds that a command may take before it is stopped."""

_KILL_EVERY = 0.02  # seconds
_TAIL = 2_000  # characters of output kept for the report of a failure


@dataclass(frozen=True)
class Command:
    """What to run and where; `environment` is added to that of the benchmark."""

    arguments: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """One measured run. `code` is the exit code, and None when the command was stopped at its limit."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    code: int | None
    output: str


def installed(name: str) -> str:
    """The command of that name beside the Python that runs the benchmark: the same environment for every tool."""
    return str(Path(sys.executable).parent / name)


def run(command: Command, log: Path, limit: float = LIMIT) -> Run:
    """Run the command to its end with its output in `log`; stop it after `limit` seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    stopped = threading.Event()

    with log.open("wb") as output:
        process = _start(command, output)

        def stop() -> None:
            stopped.set()
            _kill(process)

        timer = threading.Timer(limit, stop)
        timer.start()
        try:
            with PeakMemory(process.pid) as memory:
                code = process.wait()  # without a timeout: with one, Python polls and the time is off by up to 50 ms
                seconds = time.perf_counter() - start
        finally:  # also when the user stops the benchmark: a session of its own does not hear Ctrl-C
            timer.cancel()
            _kill(process)
            process.wait()
            timer.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(
        seconds=seconds,
        cpu_seconds=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        peak_bytes=memory.peak,
        code=None if stopped.is_set() else code,
        output=tail(log),
    )


@contextlib.contextmanager
def running(command: Command, log: Path) -> Iterator[tuple[subprocess.Popen[bytes], PeakMemory]]:
    """A server for as long as the block runs, with the memory that it takes; all its processes end with the block."""
    with log.open("wb") as output:
        process = _start(command, output)
        try:
            with PeakMemory(process.pid) as memory:
                yield process, memory
        finally:
            _kill(process)
            process.wait()


def tail(log: Path) -> str:
    """The last lines that a command printed."""
    return log.read_text(encoding="utf-8", errors="replace")[-_TAIL:]


def _start(command: Command, output: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env={**os.environ, **command.environment},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End every process of the command's session, also a worker that outlived it, and wait until they are gone."""
    while members := session_members(process.pid):
        for member in members:
            with contextlib.suppress(ProcessLookupError):
                os.kill(member, signal.SIGKILL)
        time.sleep(_KILL_EVERY)
