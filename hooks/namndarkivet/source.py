"""A file as it was written: its front matter with the place of every key and value, and its body.

Nothing is interpreted here. Every scalar stays the text that was written (YAML 1.1 would make `0125` 85 and `no`
False), so the model alone decides what a value is. What is odd about the writing is collected for the rules.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import yaml

from namndarkivet.problem import Key, Mark

MAX_BYTES = 2_000_000
"""A file above this is refused: the longest § of the corpora is 120 kB, so it is no minutes."""

MAX_OPENED = 10_000
"""Signs in a front matter that could open a level, list in list: no record has a tenth of it."""

Value = str | list["Value"] | dict[str, "Value"]

_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map", "!", None}
# What YAML refuses, or takes for the end of a line and so miscounts the lines; it is noted as a control character.
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_NULLS = {"~", "null", "Null", "NULL"}
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")
# What libyaml says of a quote or bracket that is never closed, at the end of the file.
_UNENDED = re.compile(r"unexpected end of stream|did not find expected ',' or")


class Oddity(StrEnum):
    """What a file can be odd in before anyone knows what it means."""

    NOT_FILE = "not a readable file"
    WRONG_ENDING = "an ending that is not read"
    STRAY = "a file that belongs nowhere"
    TOO_LARGE = "too large"
    EMPTY = "empty"
    NOT_UTF8 = "not UTF-8"
    BOM = "byte order mark"
    LINE_ENDS = "line ends"
    CONTROL = "control character"
    NO_FRONT_MATTER = "no front matter"
    NOT_CLOSED = "front matter not closed"
    TAB = "tab in front matter"
    SYNTAX = "YAML syntax"
    NO_COLON = "a line without colon and space"
    DUPLICATE_KEY = "duplicate key"
    REFINEMENT = "anchor, alias or tag"
    KEY_NOT_TEXT = "key is no text"
    NOTHING = "empty value"
    COMMENT = "comment after a value"


@dataclass(frozen=True, slots=True)
class Odd:
    """One oddity, where it is, and the text that it is about."""

    kind: Oddity
    mark: Mark
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read. `body_line` is the line of the file that the body begins on; `readable` tells whether the
    front matter could be made out at all.
    """

    path: Path
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
        node, found = self.root, None
        for step in key:
            pair = _child(node, step)
            if pair is None:
                return found or Mark(self.first_line)
            name, node = pair
            found = _mark(name if on_key and name is not None else node, self.first_line)
        return found or Mark(self.first_line)


@lru_cache(maxsize=2)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == step:
                return name, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _mark(node: yaml.Node, first_line: int) -> Mark:
    start, end = node.start_mark, node.end_mark
    one_line = start.line == end.line
    return Mark(start.line + first_line, start.column + 1, (end.column if one_line else start.column + 1) + 1)


def read(path: Path, *, yaml_only: bool = False) -> Source:
    """Read one file from disk. `yaml_only` is for files that are all front matter (the registers).

    Never raises: what cannot be read becomes an oddity.
    """
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return Source(path, odd=(Odd(Oddity.NOT_FILE, Mark(1), "länk" if stat.S_ISLNK(status.st_mode) else ""),))
        if status.st_size > MAX_BYTES:
            return Source(path, odd=(Odd(Oddity.TOO_LARGE, Mark(1), str(status.st_size)),))
        data = path.read_bytes()
    except OSError as error:
        return Source(path, odd=(Odd(Oddity.NOT_FILE, Mark(1), error.strerror or ""),))
    return parse(path, data, yaml_only=yaml_only)


def parse(path: Path, data: bytes, *, yaml_only: bool = False) -> Source:
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
    if not text.isprintable():
        odd.extend(_control_characters(text))
    return text


# Invisible characters that turn the reading order around (Trojan Source, CVE-2021-42574) or that no record holds.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def _control_characters(text: str) -> Iterator[Odd]:
    if not _CONTROL.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _CONTROL.finditer(line):
            at = Mark(number, match.start() + 1, match.end() + 1)
            yield Odd(Oddity.CONTROL, at, f"U+{ord(match[0]):04X}")


def _split(path: Path, text: str, odd: list[Odd]) -> Source:
    """Part the front matter from the body at the lines `---`."""
    if text.split("\n", 1)[0].rstrip() != "---":
        odd.append(Odd(Oddity.NO_FRONT_MATTER, Mark(1)))
        return Source(path, text=text, body=text, odd=tuple(odd))
    lines = text.split("\n")
    close = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None)
    if close is None:
        odd.append(Odd(Oddity.NOT_CLOSED, Mark(_last_front_line(lines))))
        return Source(path, text=text, odd=tuple(odd))
    front = "\n".join(lines[1:close]) + "\n"
    return _with_front_matter(path, text, front, "\n".join(lines[close + 1 :]), close + 2, 2, odd)


def _last_front_line(lines: list[str]) -> int:
    """The line after which the closing `---` most likely was meant: before the first heading or blank line."""
    for number, line in enumerate(lines[1:], start=1):
        if not line.strip() or line.startswith("## "):
            return number
    return len(lines)


def _with_front_matter(  # noqa: PLR0913, PLR0917 - the parts of a file, handed over once
    path: Path, text: str, front: str, body: str, body_line: int, first_line: int, odd: list[Odd]
) -> Source:
    try:
        root = _compose(front)
        walk = _Walk(front.split("\n") if "#" in front or "&" in front else None, first_line, odd)
        data = walk.mapping(root) if isinstance(root, yaml.MappingNode) else {}
        walk.comments()
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


def _compose(front: str) -> yaml.Node | None:
    """The nodes of the front matter. Raises RecursionError for what could open so many levels that libyaml's stack
    overflows (at about 25,000), which would end the process.
    """
    if sum(map(front.count, ("[", "{", "- ", "? "))) > MAX_OPENED:
        raise RecursionError("nesting")
    return yaml.compose(_REFUSED.sub(" ", front), yaml.CBaseLoader)


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


class _Walk:
    """One walk over the nodes that turns them into plain values and notes what is odd about them."""

    def __init__(self, lines: list[str] | None, first_line: int, odd: list[Odd]) -> None:
        self.lines, self.first_line, self.odd = lines, first_line, odd
        self.seen: set[int] = set()
        self.filled: dict[int, list[tuple[int, int]]] = {}

    def note(self, kind: Oddity, node: yaml.Node, detail: str = "") -> None:
        self.odd.append(Odd(kind, _mark(node, self.first_line), detail))

    def value(self, node: yaml.Node) -> Value:
        if id(node) in self.seen:  # an alias: the same node again, perhaps within itself or a million times over
            self.note(Oddity.REFINEMENT, node, "*")
            return ""
        self.seen.add(id(node))
        start = node.start_mark
        anchored = self.lines is not None and self.lines[start.line][start.column : start.column + 1] == "&"
        if node.tag not in _PLAIN_TAGS or anchored:
            self.note(Oddity.REFINEMENT, node, str(node.tag))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        return [self.value(item) for item in node.value]

    def scalar(self, node: yaml.ScalarNode) -> str:
        text: str = node.value
        if not text.strip() or (not node.style and text in _NULLS):
            self.note(Oddity.NOTHING, node, text.strip())
        if node.style == '"' and (hidden := _CONTROL.search(text)):
            self.note(Oddity.CONTROL, node, f"U+{ord(hidden[0]):04X}")
        self.fill(node)
        return text if node.style in ("|", ">") else text.strip()

    def fill(self, node: yaml.Node) -> None:
        """Note which columns of its lines a key or value fills: a `#` in there is no comment."""
        if self.lines is None:
            return
        start, end = node.start_mark, node.end_mark
        for line in range(start.line, min(end.line + 1, len(self.lines))):
            first = start.column if line == start.line else 0
            last = end.column if line == end.line else len(self.lines[line])
            self.filled.setdefault(line, []).append((first, last))

    def comments(self) -> None:
        """Note what stands after a `#`: behind a key or value it may be a part of it that is lost, and anywhere it may be
        the note of a draft (`# kontrollera`) that nobody has looked at.
        """
        for number, line in enumerate(self.lines or ()):
            filled = self.filled.get(number, [])
            outside = (m for m in _COMMENT.finditer(line) if not any(a <= m.start() < b for a, b in filled))
            if match := next(outside, None):
                text = line[match.end() :].strip()
                if filled or text.lower().startswith("kontrollera"):
                    at = Mark(number + self.first_line, match.start() + 1, len(line) + 1)
                    self.odd.append(Odd(Oddity.COMMENT, at, text))

    def mapping(self, root: yaml.MappingNode) -> dict[str, Value]:
        self.seen.add(id(root))
        out: dict[str, Value] = {}
        for name, node in root.value:
            if not isinstance(name, yaml.ScalarNode):
                self.note(Oddity.KEY_NOT_TEXT, name)
                continue
            self.fill(name)
            key = name.value.strip()
            if key in out:
                self.note(Oddity.DUPLICATE_KEY, name, key)
                continue
            out[key] = self.value(node)
        return out
