"""From a folder to an archive with all its problems: the one way in for the command line and for MkDocs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from namndarkivet.checks import archive_problems, check_archive
from namndarkivet.checks.age import Touched, eased, untouched
from namndarkivet.entry import Loaded
from namndarkivet.index import Archive, index
from namndarkivet.load import load
from namndarkivet.problem import Finding, Problem
from namndarkivet.settings import TOLERANCE
from namndarkivet.source import read
from namndarkivet.workers import Progress

if TYPE_CHECKING:
    from namndarkivet.checks.rule import ArchiveRule


def open_archive(  # noqa: PLR0913 - what is read, and how it is judged: each is one choice of the caller
    root: Path,
    *,
    shown: str | None = None,
    bodies: bool = True,
    progress: Progress | None = None,
    tolerance: Decimal = TOLERANCE,
    touched: Touched = untouched,
) -> tuple[Archive, list[Problem]]:
    """Read, check and index the documents folder `root`; `shown` is how messages name it.

    The problems are sorted by file and line. `tolerance`: per cent, see `Archive`. `touched`: see `checks.age`.
    """
    return check_and_index(load(root, shown=shown, bodies=bodies, progress=progress), shown, tolerance, touched)


def check_and_index(
    loaded: Loaded, shown: str | None = None, tolerance: Decimal = TOLERANCE, touched: Touched = untouched
) -> tuple[Archive, list[Problem]]:
    """Index what was read, and add the problems that only the whole archive shows."""
    archive = index(loaded, tolerance)
    name = str(loaded.root) if shown is None else shown
    return archive, sorted(eased([*loaded.problems, *_archive_problems(archive, name)], touched))


def _archive_problems(archive: Archive, shown: str) -> Iterable[Problem]:
    """The problems that only the whole archive shows. Their files are read again for the lines: they are few."""
    by_path: dict[str, list[tuple[Finding, ArchiveRule]]] = defaultdict(list)
    for finding, rule in check_archive(archive):
        by_path[finding.path].append((finding, rule))
    for path, found in by_path.items():
        source = read(archive.root / path, yaml_only=path.endswith((".yml", ".yaml")))
        yield from archive_problems(found, source, f"{shown}/{path}" if shown not in {"", "."} else path)
