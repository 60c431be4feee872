"""A shard of the site that stands: what it was made of, and whether it can be taken over into the new one.

Beside a shard's files lies what they were made of: a checksum of each page, how often it has each word, what those words were
found by then, and the size of each file. So after an edit the words of the other shards need not be counted again, and where
nothing has changed nothing is made.

A file that is gone, new or of another length makes a shard unfit. One of the same length with another content is not looked for:
to read tens of thousands of files costs more than to make them, and nothing but a build writes there.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from namndarkivet.searching.postings import compact

NAME = "summa.json"


@dataclass(frozen=True, slots=True)
class Standing:
    """A shard as it was made: its folder, a checksum of each page, the pages' words and how often each is seen, a checksum of what
    the words are found by, how many pages have each term, the folded forms that its files begin with, and the files' sizes.
    """

    folder: str
    pages: list[str]
    words: Mapping[str, int]
    language: str
    terms: Mapping[str, int]
    begins: list[str]
    sizes: Mapping[str, int]
    code: str

    def write(self, folder: Path) -> None:
        """Write it beside the shard's files."""
        (folder / NAME).write_bytes(compact({each.name: getattr(self, each.name) for each in fields(self)}))


def standing(index: Path | None) -> dict[str, Standing]:
    """The whole shards of an index that was made by this very code, by their names («0.00» of the folder «0.00-1f2e3d»)."""
    found = {}
    for folder in sorted(index.iterdir()) if index and index.is_dir() else ():
        try:
            told = json.loads((folder / NAME).read_bytes())
            one = Standing(**told)
            whole = one.code == code() and one.folder == folder.name and one.sizes == sizes(folder)
        except (OSError, ValueError, TypeError):
            continue
        if whole:
            found[folder.name.rpartition("-")[0]] = one
    return found


def sizes(folder: Path) -> dict[str, int]:
    """The size of each file below a folder, but for what tells of them."""
    return {name: entry.stat().st_size for name, entry in _files(folder) if name != NAME}


def take_over(old: Path, new: Path) -> None:
    """Put a shard's files into a new folder as well, without copying where the system can."""
    made = {new}
    new.mkdir(parents=True)
    for name, entry in _files(old):
        goal = new / name
        if goal.parent not in made:
            goal.parent.mkdir(parents=True)
            made.add(goal.parent)
        try:
            os.link(entry.path, goal)
        except OSError:
            goal.write_bytes(Path(entry.path).read_bytes())


def _files(folder: Path, before: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), f"{before}{entry.name}/")
            else:
                yield before + entry.name, entry


@cache
def code() -> str:
    """A checksum of the package: another version of it takes nothing over."""
    told = hashlib.sha256()
    for file in sorted(Path(__file__).parent.parent.rglob("*")):
        if file.suffix in {".py", ".txt", ".csv"}:
            told.update(file.read_bytes())
    return told.hexdigest()[:16]
