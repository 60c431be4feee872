"""Drafts into files: new ones are written, those already there are compared and left alone unless they are to be replaced."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from namndarkivet.importers.drafts import Draft


class Outcome(StrEnum):
    """What became of a draft."""

    WRITTEN = "skrev"
    REPLACED = "ersatte"
    SAME = "oförändrad"
    DIFFERS = "skiljer sig"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A draft, the file that it became or met, and where the two differ, line by line."""

    draft: Draft
    path: Path
    outcome: Outcome
    difference: str = ""


def shelve(drafts: Iterable[Draft], out: Path, known: Mapping[str, str], *, replace: bool) -> Iterator[Shelved]:
    """Write drafts below `out`. Of a § that has a file already nothing is written, unless `replace`. `known`: the paths of the
    documents made from the same source before, by number of §.
    """
    for draft in drafts:
        target = out / draft.path
        met = out / known[draft.number] if draft.number in known else _met(draft, target)
        if met is None:
            _write(target, draft.text)
            yield Shelved(draft, target, Outcome.WRITTEN)
            continue
        old = met.read_text(encoding="utf-8", errors="replace")
        if _unmarked(old) == _unmarked(draft.text):
            yield Shelved(draft, met, Outcome.SAME)
        elif replace:
            _write(met, draft.text)
            yield Shelved(draft, met, Outcome.REPLACED, _difference(old, draft.text))
        else:
            yield Shelved(draft, met, Outcome.DIFFERS, _difference(old, draft.text))


_MARK = re.compile(r"[ \t]+# kontrollera\b[^\n]*|^#(?!#)[^\n]*\n", re.MULTILINE)


def _unmarked(text: str) -> str:
    """A document without the marks that its author takes away: they are no difference."""
    front, dashes, rest = text.partition("\n---\n")
    if not rest.strip():  # a meeting's facts: another extract of the same minutes has another file
        front = front.partition("\nkälla:")[0]
    return _MARK.sub("", front + "\n") + dashes + rest


def _met(draft: Draft, target: Path) -> Path | None:
    """The file that the § has already, whatever its title was then."""
    if target.exists():
        return target
    if draft.stem + ".md" == target.name or not target.parent.is_dir():
        return None
    return min(
        (
            path
            for path in target.parent.glob("*.md")
            if path.name.startswith(f"{draft.stem}-")
            and not path.name.endswith("-sammantrade.md")
            and _is_of(path.name, draft.stem)
        ),
        default=None,
    )


def _is_of(name: str, stem: str) -> bool:
    """Whether a file is of this § and not of one whose number begins alike: 12-… and 12-2031-…"""
    rest = name.removeprefix(f"{stem}-")
    return not rest[:4].isdigit() or rest[4:5] != "-"


def _write(path: Path, text: str) -> None:
    """Write whole or not at all: a kill in between leaves the file that was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.ny")
    beside.write_text(text, encoding="utf-8", newline="\n")
    os.replace(beside, path)  # noqa: PTH105 - one step


def _difference(old: str, new: str) -> str:
    return "\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), "finns", "utkast", lineterm="", n=1))
