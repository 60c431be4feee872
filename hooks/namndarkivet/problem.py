"""What is wrong, where, and what to write instead.

A rule yields a `Finding` in the terms of the file it looks at; the runner that knows file and rule makes it a
`Problem`. Messages are Swedish, for people who do not program.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Key = tuple[str | int, ...]
"""The way to a value in the front matter: `("svar", 0, "rekommendation")`."""


class Severity(StrEnum):
    """How much a problem weighs: an error stops the site, a warning asks for a look."""

    ERROR = "fel"
    WARNING = "varning"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one line. `line` and `column` count from 1; `end` is the column after the last character."""

    line: int
    column: int = 1
    end: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found in one file.

    The place is given as a key of the front matter (`on_key` for the key itself and not its value), or as a mark in
    the file, or not at all: then it is the file as a whole. A rule that looks at the whole archive names the file too,
    as its path in the documents folder.
    """

    message: str
    key: Key | None = None
    on_key: bool = False
    mark: Mark | None = None
    path: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A finding with its file, line and rule. `quote` is the line as it stands in the file, for the caret."""

    path: str
    line: int
    column: int
    end: int
    severity: Severity
    rule: str
    message: str
    quote: str = ""


def shown_path(path: str) -> str:
    """A path that can be printed: a file's name may hold line ends, or bytes that are no UTF-8."""
    return path if path.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in path)


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """A clause that suggests the nearest of `options` to `word`, or the empty string when nothing is near.

    >>> did_you_mean("diarienumer", ["diarienummer", "datum"])
    '; menade du «diarienummer»?'
    """
    near = nearest(word, options)
    return f"; menade du «{near}»?" if near else ""


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The one of `options` that a person most likely meant by `word`, whatever its capitals, or None."""
    by_fold = {option.casefold(): option for option in options}
    folded = word.casefold()
    if folded in by_fold:
        return by_fold[folded]
    match = difflib.get_close_matches(folded, by_fold, n=1, cutoff=0.6)
    return by_fold[match[0]] if match else None
