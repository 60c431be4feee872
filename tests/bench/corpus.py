"""The documents: the real minutes of ../shared/corpus where they are, plainly invented ones where they are not.

One folder holds them all; each smaller size is a folder of hard links to the first of them. They are taken in order of
year, then path, so that a size holds whole meetings of every body, and sizes differ in number and not in kind.
"""

import math
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .invented import write_invented

ALL = 30_000
"""A size from here on means every document that the corpus gives (32,140)."""

_DOCUMENTS_PER_COPY = 3_214  # of the corpus
_YEAR = 3  # its place in beslut/<kommun>/<organ>/<år>/<file>


@dataclass(frozen=True)
class Documents:
    """A decisions folder, and the paths in it of its decisions, by year and path."""

    folder: Path
    decisions: tuple[Path, ...]


@dataclass(frozen=True)
class Corpus:
    """All documents, and in one sentence where they come from."""

    documents: Documents
    origin: str


def make_corpus(root: Path, folder: Path, size: int) -> Corpus:
    """Write at least `size` documents into `folder`; `root` is the repository.

    Raises CalledProcessError when the corpus' own script fails.
    """
    script = root.parent / "shared/corpus/to_decisions.py"
    if script.is_file():
        copies = math.ceil(min(size, ALL) / _DOCUMENTS_PER_COPY)
        subprocess.run(
            [sys.executable, str(script), str(folder), "--copies", str(copies)], check=True, capture_output=True
        )
        origin = f"real minutes from ../shared/corpus, {copies} {'copy' if copies == 1 else 'copies'}"
    else:
        write_invented(folder, size)
        origin = "INVENTED documents, because ../shared/corpus is missing"
    return Corpus(_read(folder), origin)


def subset(documents: Documents, size: int, folder: Path) -> Documents:
    """The first `size` documents, and the registers of bodies, as hard links in `folder`; all of them from ALL on."""
    if size >= min(ALL, len(documents.decisions)):
        return documents
    chosen = documents.decisions[:size]
    registers = [each.relative_to(documents.folder) for each in documents.folder.glob("kommuner/*.yml")]
    for path in (*registers, *chosen):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        os.link(documents.folder / path, folder / path)
    return Documents(folder, chosen)


def _read(folder: Path) -> Documents:
    paths = (each.relative_to(folder) for each in folder.glob("beslut/*/*/*/*.md"))
    return Documents(folder, tuple(sorted(paths, key=lambda path: (path.parts[_YEAR], path.as_posix()))))
