"""Runs the legs interleaved on the same documents: size by size, round by round, every second round backwards.

Interleaved, because the speed of a shared machine drifts over minutes: legs measured one after another within a round
meet the same machine, and so their ratio holds where their seconds do not.
"""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from .command import LIMIT, Run, run
from .corpus import Documents
from .legs import Job, Leg
from .results import Cell, Results

SLOW = 120.0
"""A leg that took more seconds than this is not run again at that size."""

_FOUND_PROBLEMS = 1  # exit code of `namndarkivet check`: it did its work, and found something


@dataclass(frozen=True)
class _Output:
    html_files: int = 0
    html_bytes: int = 0


@dataclass
class Rounds:
    """The state of a run: where it works and what it has found. `say` prints progress."""

    work: Path
    results: Results
    say: Callable[[str], None]

    def measure(self, legs: Sequence[Leg], size: int, documents: Documents, rounds: int) -> None:
        """Measure these legs at one size and add a cell for each that came through."""
        runs: dict[str, list[tuple[Run, _Output]]] = {leg.name: [] for leg in legs}
        left = [leg for leg in legs if not self._too_slow(leg, size, len(documents.decisions))]
        for number in range(rounds):
            for leg in left if number % 2 == 0 else list(reversed(left)):
                done = runs[leg.name]
                if done and done[0][0].seconds > SLOW:
                    continue
                self.say(f"{leg.title}, {len(documents.decisions):,} documents, round {number + 1} of {rounds}")
                measured = self._once(leg, size, documents)
                if measured is None:
                    left = [other for other in left if other is not leg]
                    runs[leg.name] = []
                else:
                    done.append(measured)
        self.results.cells += [_cell(leg, size, documents, runs[leg.name]) for leg in legs if runs[leg.name]]

    def _once(self, leg: Leg, size: int, documents: Documents) -> tuple[Run, _Output] | None:
        scratch = self.work / "scratch"
        scratch.mkdir()
        try:
            job = Job(documents, scratch, scratch / "out")
            command = leg.command(job)
            os.sync()  # what the leg before wrote does not reach the disk on this one's time
            measured = run(command, scratch / "log")
            if self._failed(leg, size, documents, job, measured):
                return None
            return measured, _output(job.out)
        except OSError as error:
            self.results.failures.append(f"{leg.title}, {size:,}: {error}")
            return None
        finally:
            shutil.rmtree(scratch)

    def _failed(self, leg: Leg, size: int, documents: Documents, job: Job, measured: Run) -> bool:
        """Record what makes a run worthless, and note what a reader should know of one that is not."""
        where = f"{leg.title}, {size:,}"
        if measured.code is None:
            self.results.notes.append(f"{where}: left out, not done after {LIMIT:.0f} s")
            return True
        if leg.page is None:
            if measured.code not in {0, _FOUND_PROBLEMS}:
                self.results.failures.append(f"{where}: exit code {measured.code}\n{measured.output}")
                return True
            if measured.code == _FOUND_PROBLEMS:
                note = f"{where}: finds problems: {measured.output.rstrip().rpartition(chr(10))[2]}"
                if note not in self.results.notes:
                    self.results.notes.append(note)
            return False
        if measured.code != 0:
            self.results.failures.append(f"{where}: exit code {measured.code}\n{measured.output}")
            return True
        missing = [path for path in documents.decisions if not _has_page(job.out, leg.page(path))]
        if missing:
            self.results.failures.append(f"{where}: {len(missing)} decisions have no page, first {missing[0]}")
        return bool(missing)

    def _too_slow(self, leg: Leg, size: int, documents: int) -> bool:
        """Whether the size before says that this one would pass the limit; at least as slow per document is assumed."""
        before = [cell for cell in self.results.cells if cell.leg == leg.name and cell.size < size]
        if not before:
            return False
        expected = before[-1].seconds_per_thousand * documents / 1000
        if expected > LIMIT:
            self.results.notes.append(
                f"{leg.title}, {size:,}: left out, would take {expected:.0f} s or more (limit {LIMIT:.0f} s)"
            )
        return expected > LIMIT


def _has_page(out: Path, page: PurePath) -> bool:
    return (out / page / "index.html").is_file()


def _output(out: Path) -> _Output:
    sizes = [each.stat().st_size for each in out.rglob("*.html")]
    return _Output(len(sizes), sum(sizes))


def _cell(leg: Leg, size: int, documents: Documents, runs: list[tuple[Run, _Output]]) -> Cell:
    fastest, output = min(runs, key=lambda each: each[0].seconds)
    return Cell(
        leg=leg.name,
        size=size,
        documents=len(documents.decisions),
        rounds=tuple(each.seconds for each, _ in runs),
        cpu_seconds=fastest.cpu_seconds,
        peak_bytes=max(each.peak_bytes for each, _ in runs),
        html_files=output.html_files,
        html_bytes=output.html_bytes,
    )
