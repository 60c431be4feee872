"""The identity guard's rules for a browser: its patterns as JavaScript's, its words and numbers as data.

Python's patterns are about Unicode and JavaScript's, even with the flag `u`, partly about ASCII. So everything that means
different things in the two is spelt out: what a word, a digit and a space is, where a word begins, capitals, and the end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from namndarkivet import personal_numbers as numbers
from namndarkivet import private_facts as facts

_WORD = r"\p{L}\p{N}_"
_SPACE = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DIGIT = r"\p{Nd}"
_START, _END = r"(?<![\s\S])", r"(?![\s\S])"
_OUTSIDE = {
    "d": _DIGIT, "D": r"\P{Nd}", "w": f"[{_WORD}]", "W": f"[^{_WORD}]", "s": f"[{_SPACE}]", "S": f"[^{_SPACE}]",
    "b": f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))", "A": _START, "Z": _END,
}  # fmt: skip
"""What a backslash and a letter mean outside of brackets."""
_INSIDE = {"d": _DIGIT, "D": r"\P{Nd}", "w": _WORD, "s": _SPACE}
"""And within, where JavaScript cannot say «no word» or «no space»."""
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_SYNTAX = frozenset(r"\^$.*+?()[]{}|/-")
_PLAIN = {"^": _START, "$": rf"(?=\n?{_END})", ".": r"[^\n]"}
"""`$` is the end, or before the line end that is the last character; `.` is all but a line feed."""
_REPEAT = re.compile(r"(?:[*+?]|\{(\d*)(,?)(\d*)\})\??", re.ASCII)
_GROUP = re.compile(r"\((?:\?P<(?P<name>\w+)>|(?P<plain>\?(?:[:=!]|<[=!]))|(?P<folding>\?i:)|(?!\?))")
_ESCAPE = re.compile(r"\\(?:(?P<code>u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})|(?P<letter>[a-zA-Z])|(?P<sign>[^a-zA-Z0-9]))")


def guard_rules() -> dict[str, Any]:
    """What `guard.js` needs to find what `personal_numbers.find` and `private_facts.hints` find, as plain data."""
    return {
        "nummer": {
            "svit": javascript(numbers.RUN),
            "nummer": javascript(numbers.CANDIDATE),
            "iban": javascript(numbers.IBAN),
            "mobil": javascript(numbers.MOBILE),
            "märkt": javascript(numbers.LABELLED),
            "annat": javascript(numbers.OTHER),
            "del": javascript(numbers.PART_BEFORE),
            "sista": javascript(numbers.LAST_FOUR),
            "luft": numbers.AIR,
            "siffror": numbers.DIGITS,
            "samordning": numbers.COORDINATION,
            "dagar": list(numbers.DAYS),
            "före": numbers.BEFORE,
            "delFöre": numbers.PART,
            "säkert": numbers.Grade.SURE.value,
            "misstänkt": numbers.Grade.SUSPECTED.value,
        },
        "uppgifter": [
            {"fakta": fact.value, "ord": list(words), "mönster": javascript(facts.PATTERNS[fact])}
            for fact, words in facts.WORDS.items()
        ],
        "omkring": facts.AROUND,
    }


def javascript(pattern: re.Pattern[str]) -> str:
    """The source of a JavaScript pattern with the flag `u` that finds what this one finds.

    Raises ValueError for what has no translation here, and for flags other than IGNORECASE: better no site than a guard that
    looks for something else.
    """
    if pattern.flags & ~(re.UNICODE | re.IGNORECASE):
        raise ValueError(f"flags of {pattern.pattern!r}")
    return _Translation(pattern.pattern, folding=bool(pattern.flags & re.IGNORECASE)).whole()


class _Translation:
    """One walk through a pattern. `folding` holds, for each group that is open, whether capitals do not count there."""

    def __init__(self, pattern: str, *, folding: bool) -> None:
        self.pattern, self.at = pattern, 0
        self.folding = [folding]

    def whole(self) -> str:
        parts = []
        while self.at < len(self.pattern):
            parts.append(self._next())
        return "".join(parts)

    def _next(self) -> str:
        char = self.pattern[self.at]
        if char == "[":
            return self._class()
        if char == "(":
            return self._group()
        if char == "\\":
            kind, value = self._escape()
            return self._outside(value) if kind == "letter" else self._literal(value)
        if repeat := _REPEAT.match(self.pattern, self.at):
            return self._repeat(repeat)
        self.at += 1
        if char == ")":
            self.folding.pop()
            return char
        if char in "{}]":
            raise self._strange(char)
        return char if char == "|" else _PLAIN.get(char) or self._literal(char)

    def _group(self) -> str:
        found = _GROUP.match(self.pattern, self.at)
        if not found:
            raise self._strange(self.pattern[self.at :][:4])
        self.at = found.end()
        self.folding.append(self.folding[-1] or bool(found["folding"]))
        if found["folding"]:
            return "(?:"
        return f"(?<{found['name']}>" if found["name"] else f"({found['plain'] or ''}"

    def _repeat(self, found: re.Match[str]) -> str:
        self.at = found.end()
        if self.pattern[self.at : self.at + 1] == "+":
            raise self._strange("+")  # a repetition that gives nothing back
        if found[2] and not found[1]:
            return found[0].replace("{", "{0", 1)
        if found[0].startswith("{") and not found[1]:
            raise self._strange("{")
        return found[0]

    def _escape(self) -> tuple[str, str]:
        """The letter of a kind of characters, or the character that stands behind a backslash."""
        found = _ESCAPE.match(self.pattern, self.at)
        if not found:
            raise self._strange(self.pattern[self.at :][:2])
        self.at = found.end()
        if found["code"]:
            return "sign", chr(int(found["code"][1:], 16))
        if found["letter"] in _SIGNS:
            return "sign", _SIGNS[found["letter"]]
        return ("letter", found["letter"]) if found["letter"] else ("sign", found["sign"])

    def _outside(self, letter: str) -> str:
        if letter not in _OUTSIDE:
            raise self._strange(f"\\{letter}")
        return _OUTSIDE[letter]

    def _literal(self, char: str) -> str:
        cases = _cases(char) if self.folding[-1] else (char,)
        written = "".join(_sign(case) for case in cases)
        return written if len(cases) == 1 else f"[{written}]"

    def _class(self) -> str:
        """Characters between brackets."""
        self.at += 1
        negated = self.pattern.startswith("^", self.at)
        self.at += negated
        parts = []
        first = self.at
        while self.pattern[self.at : self.at + 1] != "]" or self.at == first:
            kind, value = self._member()
            if kind == "letter":
                if value not in _INSIDE:
                    raise self._strange(f"[\\{value}]")
                parts.append(_INSIDE[value])
            else:
                parts.append(self._range(value, self._last(value)))
        self.at += 1
        return f"[{'^' if negated else ''}{''.join(parts)}]"

    def _member(self) -> tuple[str, str]:
        if self.at >= len(self.pattern):
            raise self._strange("[")
        if self.pattern[self.at] == "\\":
            return self._escape()
        self.at += 1
        return "sign", self.pattern[self.at - 1]

    def _last(self, first: str) -> str:
        """The last character of a range, or the first again where there is no range."""
        if self.pattern[self.at : self.at + 1] != "-" or self.pattern[self.at + 1 : self.at + 2] in {"]", ""}:
            return first
        self.at += 1
        kind, value = self._member()
        if kind == "letter":
            raise self._strange(f"-\\{value}")
        return value

    def _range(self, first: str, last: str) -> str:
        written = _sign(first) if first == last else f"{_sign(first)}-{_sign(last)}"
        if not self.folding[-1]:
            return written
        inside = [chr(code) for code in range(ord(first), ord(last) + 1)]
        others = dict.fromkeys(case for char in inside for case in _cases(char) if case not in inside)
        return written + "".join(map(_sign, others))

    def _strange(self, what: str) -> ValueError:
        return ValueError(f"{what!r} has no translation in {self.pattern!r}")


def _sign(char: str) -> str:
    """A character as it stands for itself, within brackets and outside of them."""
    if char in _SYNTAX:
        return f"\\{char}" if char != "-" else r"\x2d"
    return char if char.isascii() and char.isprintable() else f"\\u{{{ord(char):x}}}"


@cache
def _cases(char: str) -> tuple[str, ...]:
    """The characters that Python takes for this one when capitals do not count, itself first: «ſ» for s among them."""
    if not char.isalpha():
        return (char,)
    same = re.compile(re.escape(char), re.IGNORECASE)
    return (char, *(other for other in _cased() if other != char and same.fullmatch(other)))


@cache
def _cased() -> tuple[str, ...]:
    """All characters that have capitals or are some."""
    every = map(chr, range(0x110000))
    return tuple(char for char in every if char.lower() != char or char.upper() != char)
