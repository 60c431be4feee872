"""YAML without libyaml, which is not there where Python runs in a browser: PyYAML's own reading, made to say what libyaml says.

The nodes and their places are the same (a test compares the two on mended and broken front matters); PyYAML only words its
complaints otherwise, and the rules' advice is by libyaml's words. Slower by far, and used for one document at a time.
"""

from __future__ import annotations

import re

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

_ENDS = "\0\r\n\x85\u2028\u2029"
_WORDS = (
    (re.compile(r"while parsing a block mapping; expected <block end>"), "did not find expected key"),
    (re.compile(r"while parsing a block collection; expected <block end>"), "did not find expected '-' indicator"),
    (re.compile(r"; expected ',' or '\]'"), "did not find expected ',' or ']'"),
    (re.compile(r"; expected ',' or '\}'"), "did not find expected ',' or '}'"),
    (re.compile(r"; expected '<document start>'"), "did not find expected <document start>"),
)
"""What PyYAML says, and what libyaml says of the same thing."""
_FOUND = re.compile(r", but (?:found|got) .*", re.DOTALL)
"""What stands there instead, which libyaml does not tell."""


class PlainParser(Reader, Scanner, Parser, Composer):
    """What `yaml.cyaml.CParser` is: nodes of a text. Raises yaml.YAMLError."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)

    def get_single_node(self) -> yaml.Node | None:
        """The only document's root."""
        try:
            return super().get_single_node()
        except yaml.MarkedYAMLError as error:
            said = f"{error.context or ''}; {error.problem or ''}"
            ours = (words for pattern, words in _WORDS if pattern.search(said))
            error.problem = next(ours, _FOUND.sub("", error.problem or ""))
            if "escape character" in error.problem and error.problem_mark:
                error.problem_mark.column -= 1  # libyaml points at the backslash
            raise

    def scan_to_next_token(self) -> None:
        """Pass over blanks and comments: tabs too where no key can begin, as libyaml does."""
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in _ENDS:
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain_spaces(self, indent: int, start_mark: yaml.Mark) -> list[str]:
        """The blanks between two words of a plain text: tabs too, as libyaml has it."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        blanks: str = self.prefix(length)
        if "\t" in blanks:
            self.forward(length)
            if self.peek() not in _ENDS:
                return [blanks]
        return super().scan_plain_spaces(indent, start_mark) or []
