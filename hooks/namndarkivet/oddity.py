"""What can be odd about the way a file is written; each kind has a rule that says what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from namndarkivet.problem import Mark


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
