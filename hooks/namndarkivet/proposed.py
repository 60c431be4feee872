"""What a pull request changes, read from git: the checkout is its merge, whose first parent is what it would be merged into."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from namndarkivet import git
from namndarkivet.review import Change

_NONE = "0" * 40
_READ = (".md", ".yml", ".yaml")
_LINK = "120000"
"""Git's mode of a symbolic link: its content is a path, not a document."""


@dataclass(frozen=True, slots=True)
class _File:
    """A changed file, as git names it: its path, its path before, and the objects before and after («» for none)."""

    path: str
    former: str
    before: str
    after: str


def changes() -> tuple[Change, ...]:
    """The files that the pull request under check changes, with paths from the top of the repository. Files that are no text
    come with empty bytes. Nothing where no pull request is under check, or where git cannot tell.
    """
    if not os.environ.get("GITHUB_BASE_REF"):
        return ()
    listed = git.said("diff", "--raw", "-z", "--no-abbrev", "--find-renames", "HEAD^1", "HEAD") or b""
    files = tuple(_files(os.fsdecode(listed)))
    wanted = {name for file in files if file.path.endswith(_READ) for name in (file.before, file.after) if name}
    texts = _texts(sorted(wanted))
    return tuple(
        Change(
            file.path,
            texts.get(file.before, b"") if file.before else None,
            texts.get(file.after, b"") if file.after else None,
            file.former,
        )
        for file in files
    )


def _files(listed: str) -> Iterator[_File]:
    """The files of `git diff --raw -z`: modes, objects and what happened, then one path, or two when the file was moved."""
    fields = iter(listed.split("\0"))
    for head in fields:
        if not head.startswith(":"):
            return
        mode_before, mode_after, before, after, what = head[1:].split(" ")
        first = next(fields)
        moved = what.startswith(("R", "C"))
        path = next(fields) if moved else first
        yield _File(
            path, first if what.startswith("R") else "", _object(before, mode_before), _object(after, mode_after)
        )


def _object(name: str, mode: str) -> str:
    if name.strip("0") == "":
        return ""
    return name if mode != _LINK else _NONE


def _texts(names: Iterable[str]) -> Mapping[str, bytes]:
    """The contents of git's objects by name. They are asked for by name and not by path: a path may hold line ends."""
    asked = "".join(f"{name}\n" for name in names if name != _NONE)
    given = (git.said("cat-file", "--batch", given=asked.encode()) if asked else None) or b""
    found: dict[str, bytes] = {}
    at = 0
    while at < len(given):
        end = given.index(b"\n", at)
        name, kind, *size = given[at:end].decode().split(" ")
        at = end + 1
        if kind != "missing":
            found[name] = given[at : at + int(size[0])]
            at += int(size[0]) + 1
    return found
