"""Which files the change under check touches, as git tells it without its history.

In a pull request it is what the merge that GitHub checks out changes against its first parent. On one's own machine it is what is
not committed yet. A file that is named to the command is touched whatever git says.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from namndarkivet import git
from namndarkivet.checks.age import Touched
from namndarkivet.proposed import changes


def touched(named: Iterable[Path] = (), under: Path = Path()) -> Touched:
    """What tells whether a file, by its path from the working folder, is touched; git is asked once, and only when someone asks.
    `named` are the files that the command was given, `under` a folder of the repository.

    Where git cannot tell what a pull request changes every file counts as touched, so that no error slips through; on one's own
    machine only the named ones do.
    """
    given = frozenset(_placed(path) for path in named if not path.is_dir())

    @cache
    def changed() -> frozenset[Path] | None:
        return _proposed(under) if os.environ.get("GITHUB_BASE_REF") else _uncommitted(under)

    def is_touched(path: str) -> bool:
        place = _placed(Path(path))
        return place in given or (found := changed()) is None or place in found

    return is_touched


def _placed(path: Path) -> Path:
    """Where a file lies, not where it leads to if it is a link."""
    return path.parent.resolve() / path.name


def _proposed(under: Path) -> frozenset[Path] | None:
    """The files that the pull request changes; None when git cannot tell (a proposal that changes nothing is none)."""
    top = _top(under)
    found = changes()
    return frozenset(top / change.path for change in found) if top and found else None


def _uncommitted(under: Path) -> frozenset[Path]:
    """The files that are new or changed and not committed; none where there is no repository."""
    top = _top(under)
    said = git.said("status", "--porcelain=v1", "-z", "--untracked-files=all", under=under) if top else None
    return frozenset(top / path for path in _paths(os.fsdecode(said))) if top and said else frozenset()


def _paths(said: str) -> Iterator[str]:
    """The paths of `git status --porcelain=v1 -z`: two letters, a space and a path; after a file that has moved, its path before."""
    fields = iter(said.split("\0"))
    for field in fields:
        if field:
            yield field[3:]
            if field[0] in "RC":
                next(fields, None)


def _top(under: Path) -> Path | None:
    said = git.said("rev-parse", "--show-toplevel", under=under)
    return Path(os.fsdecode(said).removesuffix("\n")).resolve() if said else None
