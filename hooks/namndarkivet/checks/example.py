"""A rule's example: a small archive that breaks the rule and one that keeps it, read from `examples/<the rule's slug>.txt`.

Such a file is made of sections. Each begins with a line that says which of the two archives a file belongs to and where it
lies there; the lines below are the file. The blank line before the next section belongs to neither:

    == fel: beslut/habo/socialnamnden/2031/12-riktlinjer.md
    ---
    rubrik: Riktlinjer
    …

    == rätt: beslut/habo/socialnamnden/2031/12-riktlinjer.md
    …

What cannot be seen is written so that it can: `⟨U+202E⟩` is that character, and in a line of its own or in a name
`⟨1–1000⟩` stands for the same line or file a thousand times, with that number. `⟨⟩` is nothing: it
cuts a personal identity number, for no file of this repository may hold one whole. How a file is saved stands after its name,
in the words of `Saved`: `… .md (sparad med BOM)`. `examples/_grund.txt` has the files that every example has besides, unless
it brings its own. Lines `också: <rule>` at the top name other rules that the wrong archive cannot but break too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from namndarkivet.checks.rule import Rule


class Saved(StrEnum):
    """How a file is saved, when it is not as it should be."""

    PLAIN = ""
    LATIN_1 = "sparad som ISO 8859-1"
    BOM = "sparad med BOM"
    WINDOWS = "sparad med radslut från Windows"
    LINK = "en länk"


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of an example as the example shows it: its path in the documents folder, its text, and how it is saved."""

    path: str
    text: str
    saved: Saved = Saved.PLAIN

    @property
    def shown(self) -> str:
        """The text for a reader: what cannot be seen stays written out."""
        return self.text.replace(_CUT, "")

    @property
    def shown_path(self) -> str:
        """The path for a reader."""
        return self.path.replace(_CUT, "")

    def written(self) -> Iterator[tuple[str, bytes]]:
        """The files that it stands for, each with its path and content; the content of a link is where it leads."""
        lines = "".join(_numbered(line) for line in self.shown.splitlines(keepends=True))
        text = _CHARACTER.sub(lambda match: chr(int(match[1], 16)), lines)
        if self.saved is Saved.WINDOWS:
            text = text.replace("\n", "\r\n")
        content = text.encode(_ENCODINGS.get(self.saved, "utf-8"))
        for path in _numbered(f"{self.shown_path}\n").splitlines():
            yield path, content


@dataclass(frozen=True, slots=True)
class Example:
    """A wrong archive and a right one, the files that both have besides, and the ids of the rules that the wrong one
    breaks too.
    """

    wrong: tuple[Paper, ...]
    right: tuple[Paper, ...]
    besides: tuple[Paper, ...] = ()
    also: tuple[str, ...] = ()

    def whole(self, papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
        """One of the two archives with the files that are always there, unless it brings its own."""
        own = {paper.path for paper in papers}
        return (*(paper for paper in self.besides if paper.path not in own), *papers)


_ENCODINGS = {Saved.LATIN_1: "iso-8859-1", Saved.BOM: "utf-8-sig"}
_CUT = "⟨⟩"
_CHARACTER = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")
_NUMBERS = re.compile(r"⟨1–([0-9]{1,5})⟩")
_SECTION = re.compile(r"^== (fel|rätt|alltid): (\S.*?)(?: \(([^()]+)\))?\n", re.MULTILINE)
_ALSO = re.compile(r"^också: (\S+)$", re.MULTILINE)
_BASE = "_grund"


def _numbered(line: str) -> str:
    """A line with `⟨1–1000⟩` as a thousand lines, each with its number; another line as it is."""
    found = _NUMBERS.search(line)
    if found is None:
        return line
    return "".join(_NUMBERS.sub(str(number), line) for number in range(1, int(found[1]) + 1))


def example(rule: Rule[Any]) -> Example | None:
    """The example of a rule; None when it has no file. Raises ValueError, with the file's name, when that is malformed."""
    return _read(rule.anchor)


@cache
def _read(name: str) -> Example | None:
    text = _text(name)
    if text is None:
        return None
    sections = list(_sections(name, text))
    base = [paper for _, paper in _sections(_BASE, _text(_BASE) or "")]
    wrong, right = (tuple(paper for side, paper in sections if side == wanted) for wanted in ("fel", "rätt"))
    if not wrong or not right:
        raise ValueError(f"{name}.txt needs a section «fel» and a section «rätt»")
    return Example(wrong, right, tuple(base), tuple(_ALSO.findall(text[: text.index("== ")])))


def _text(name: str) -> str | None:
    file = files("namndarkivet").joinpath("checks", "examples", f"{name}.txt")
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _sections(name: str, text: str) -> Iterator[tuple[str, Paper]]:
    """Each file of an example with the archive that it belongs to."""
    found = list(_SECTION.finditer(text))
    for number, head in enumerate(found):
        last = number + 1 == len(found)
        body = text[head.end() :] if last else text[head.end() : found[number + 1].start()].removesuffix("\n")
        try:
            yield head[1], Paper(head[2], body, Saved(head[3] or ""))
        except ValueError as error:
            raise ValueError(f"{name}.txt: «{head[3]}» is no way to save a file; see Saved") from error
