"""A file as it was written: its front matter with the place of every key and value, and its body.

Nothing is interpreted here. Every scalar stays the text that was written (YAML 1.1 would make `0125` 85 and `no`
False), so the model alone decides what a value is. What is odd about the writing is collected for the rules.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from namndarkivet.front_matter import CONTROL, Value, compose, place, values
from namndarkivet.oddity import Odd, Oddity
from namndarkivet.problem import Key, Mark

MAX_BYTES = 2_000_000
"""A file above this is refused: the longest § of the corpora is 120 kB, so it is no minutes."""

# What libyaml says of a quote or bracket that is never closed, at the end of the file.
_UNENDED = re.compile(r"unexpected end of stream|did not find expected ',' or")


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read. `body_line` is the line of the file that the body begins on; `readable` tells whether the
    front matter could be made out at all.
    """

    path: Path | str
    text: str = ""
    data: dict[str, Value] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    odd: tuple[Odd, ...] = ()
    readable: bool = False
    root: yaml.Node | None = None
    first_line: int = 1

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), or the empty string past the end."""
        lines = _lines(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def mark(self, key: Key, *, on_key: bool = False) -> Mark:
        """Where the value of `key` stands (or the key itself); the nearest thing around it when it is not there."""
        return place(self.root, key, self.first_line, on_key=on_key)


@lru_cache(maxsize=2)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))


def read(path: Path | str, *, yaml_only: bool = False) -> Source:
    """Read one file from disk. `yaml_only` is for files that are all front matter (the registers).

    Never raises: what cannot be read becomes an oddity.
    """
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            return Source(path, odd=(Odd(Oddity.NOT_FILE, Mark(1), "länk" if stat.S_ISLNK(status.st_mode) else ""),))
        if status.st_size > MAX_BYTES:
            return Source(path, odd=(Odd(Oddity.TOO_LARGE, Mark(1), str(status.st_size)),))
        with open(path, "rb") as file:  # noqa: PTH123 - a path of text: this is done for every document
            data = file.read()
    except OSError as error:
        return Source(path, odd=(Odd(Oddity.NOT_FILE, Mark(1), error.strerror or ""),))
    return parse(path, data, yaml_only=yaml_only)


def parse(path: Path | str, data: bytes, *, yaml_only: bool = False) -> Source:
    """Make a `Source` of a file's bytes, as `read` does."""
    odd: list[Odd] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        at = Mark(before.count(b"\n") + 1, column, column + 1)
        return Source(path, text=data.decode("cp1252", "replace"), odd=(Odd(Oddity.NOT_UTF8, at),))
    text = _normalised(text, odd)
    if not text.strip():
        return Source(path, text=text, odd=(*odd, Odd(Oddity.EMPTY, Mark(1))))
    if yaml_only:
        return _with_front_matter(path, text, text, "", 1, 1, odd)
    return _split(path, text, odd)


def _normalised(text: str, odd: list[Odd]) -> str:
    """The text in NFC with line feeds, what was changed being noted."""
    if text.startswith("\ufeff"):
        text = text[1:]
        odd.append(Odd(Oddity.BOM, Mark(1)))
    if "\r" in text:
        first = text.index("\r")
        odd.append(Odd(Oddity.LINE_ENDS, Mark(text.count("\n", 0, first) + 1)))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not text.replace("\n", " ").isprintable():
        odd.extend(_control_characters(text))
    return text


def _control_characters(text: str) -> Iterator[Odd]:
    if not CONTROL.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for match in CONTROL.finditer(line):
            at = Mark(number, match.start() + 1, match.end() + 1)
            yield Odd(Oddity.CONTROL, at, f"U+{ord(match[0]):04X}")


def _split(path: Path | str, text: str, odd: list[Odd]) -> Source:
    """Part the front matter from the body at the lines `---`."""
    if not _FENCE.match(text):
        odd.append(Odd(Oddity.NO_FRONT_MATTER, Mark(1)))
        return Source(path, text=text, body=text, odd=tuple(odd))
    start = text.find("\n") + 1
    close = _FENCE.search(text, start) if start else None
    if close is None:
        odd.append(Odd(Oddity.NOT_CLOSED, Mark(_last_front_line(text.split("\n")))))
        return Source(path, text=text, odd=tuple(odd))
    front = text[start : close.start()]
    return _with_front_matter(path, text, front, text[close.end() + 1 :], front.count("\n") + 3, 2, odd)


_FENCE = re.compile(r"^---[^\S\n]*$", re.MULTILINE)


def _last_front_line(lines: list[str]) -> int:
    """The line after which the closing `---` most likely was meant: before the first heading or blank line."""
    for number, line in enumerate(lines[1:], start=1):
        if not line.strip() or line.startswith("## "):
            return number
    return len(lines)


def _with_front_matter(  # noqa: PLR0913, PLR0917 - the parts of a file, handed over once
    path: Path | str, text: str, front: str, body: str, body_line: int, first_line: int, odd: list[Odd]
) -> Source:
    try:
        root = compose(front)
        data = values(root, front, first_line, odd)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        if _UNENDED.search(error.problem or ""):
            at = error.context_mark or at  # where it begins
        lines = text.split("\n")
        mark = Mark(min(at.line + first_line, len(lines)), at.column + 1, at.column + 2) if at else Mark(first_line)
        line = lines[mark.line - 1]
        kind = Oddity.TAB if "\t" in line[: mark.column] else Oddity.SYNTAX
        culprit = _without_colon(lines, first_line, mark.line)
        if culprit and kind is Oddity.SYNTAX:
            kind, mark = Oddity.NO_COLON, culprit
        odd.append(Odd(kind, mark, f"{error.context or ''}; {error.problem or ''}; {lines[mark.line - 1]}"))
        return Source(path, text=text, body=body, body_line=body_line, odd=tuple(odd))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        odd.append(Odd(Oddity.SYNTAX, Mark(first_line), str(error)))
        return Source(path, text=text, body=body, body_line=body_line, odd=tuple(odd))
    if not isinstance(root, yaml.MappingNode):
        odd.append(Odd(Oddity.NO_FRONT_MATTER, Mark(first_line)))
        return Source(path, text=text, body=body, body_line=body_line, odd=tuple(odd))
    return Source(path, text, data, body, body_line, tuple(odd), readable=True, root=root, first_line=first_line)


def _without_colon(lines: list[str], first_line: int, last: int) -> Mark | None:
    """The first line of front matter up to the line `last` that is neither `name: value`, a list's item, a comment nor
    indented: there the trouble began, though YAML stumbles later. Not when a quote or bracket is open above it.
    """
    for number in range(first_line, last + 1):
        line = lines[number - 1] if number <= len(lines) else ""
        if re.match(r"[^\W\d_]", line) and not re.match(r"[^\s:]+:(?:\s|$)", line):
            return Mark(number, 1, len(line) + 1)
        if re.search(r":\s*(?:[\"'\[{]|[>|][-+]?\s*$)", line):
            return None
    return None
