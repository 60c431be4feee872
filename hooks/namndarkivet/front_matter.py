"""The nodes of a front matter, and the plain values that they hold. Every scalar is the text that was written."""

from __future__ import annotations

import re

import yaml

from namndarkivet.oddity import Odd, Oddity
from namndarkivet.problem import Key, Mark

try:
    from yaml.cyaml import CBaseLoader as Nodes
    from yaml.cyaml import CParser as YamlParser  # type: ignore[attr-defined]
except ImportError:  # in a browser
    from namndarkivet.plain_yaml import PlainParser as Nodes  # type: ignore[assignment]
    from namndarkivet.plain_yaml import PlainParser as YamlParser  # type: ignore[assignment]

MAX_OPENED = 10_000
"""Signs in a front matter that could open a level, list in list: no record has a tenth of it."""

Value = str | list["Value"] | dict[str, "Value"]

_TAGS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_PLAIN_TAGS = {*_TAGS.values(), "!", None}
# What YAML refuses, or takes for the end of a line and so miscounts the lines; it is noted as a control character.
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_NULLS = {"~", "null", "Null", "NULL"}
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")
# Invisible characters that turn the reading order around (Trojan Source, CVE-2021-42574) or that no record holds.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def compose(front: str) -> yaml.Node | None:
    """The nodes of the front matter. Raises RecursionError for what could open so many levels that libyaml's stack
    overflows (at about 25,000), which would end the process.
    """
    if sum(map(front.count, ("[", "{", "- ", "? "))) > MAX_OPENED:
        raise RecursionError("nesting")
    return yaml.compose(_REFUSED.sub(" ", front), _Loader)


class _Loader(Nodes):
    """The base loader without its search for resolvers, of which it has none (every plain scalar is text), and without its
    constructor: only nodes are wanted.
    """

    def __init__(self, stream: str) -> None:
        YamlParser.__init__(self, stream)

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:  # noqa: ARG002
        return _TAGS[kind]

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def values(root: yaml.Node | None, front: str, first_line: int, odd: list[Odd]) -> dict[str, Value]:
    """The values of a front matter's nodes (empty where it is no mapping); what is odd about them is added to `odd`."""
    walk = _Walk(front.split("\n") if "#" in front or "&" in front else None, first_line, odd)
    data = walk.mapping(root) if isinstance(root, yaml.MappingNode) else {}
    walk.comments()
    return data


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
        if node.style == '"' and (hidden := CONTROL.search(text)):
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


def place(root: yaml.Node | None, key: Key, first_line: int, *, on_key: bool = False) -> Mark:
    """Where the value of `key` stands (or the key itself); the nearest thing around it when it is not there."""
    node, found = root, None
    for step in key:
        pair = _child(node, step)
        if pair is None:
            return found or Mark(first_line)
        name, node = pair
        found = _mark(name if on_key and name is not None else node, first_line)
    return found or Mark(first_line)


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
