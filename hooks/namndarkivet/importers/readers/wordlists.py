"""Numbers and marks of Word's lists, which are not stored as text: counted out again, as Word shows them (ECMA-376 17.9)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from namndarkivet.importers.readers.wordpackage import qn
from namndarkivet.importers.readers.wordxml import number_in

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: Word's name of the numbers, the first of them, and the text around («§ %1»)."""

    kind: str = "decimal"
    first: int = 1
    text: str = "%1."


class Lists:
    """Counts the lists of a document as its paragraphs come. `root`: its numbering definitions, None where it has none."""

    def __init__(self, root: Element | None) -> None:
        self.levels = _levels(root) if root is not None else {}
        self.shared = _shared(root) if root is not None else {}
        self.counts: Counter[tuple[str, int]] = Counter()

    def mark(self, number: str, level: int, *, heading: bool) -> str:
        """What Word sets before the next paragraph of a list, with a space after it. Of a heading's number only the sign of a § is
        part of the text: «2.1 Bakgrund» is the heading Bakgrund.
        """
        how = self.levels.get((number, level), Level())
        counted = self.shared.get(number, number)
        for deeper in range(level + 1, _LEVELS):
            self.counts[counted, deeper] = 0
        self.counts[counted, level] += 1
        shown = _shown(self.counts[counted, level] + how.first - 1, how.kind)
        words = re.sub(r"%\d", "" if how.kind in {"bullet", "none"} else shown, how.text).strip()
        if "§" in words:
            return f"{words} "
        if heading:
            return ""
        if re.search(r"[^\W\d_]{2,}", re.sub(r"%\d", "", how.text)):
            return f"{words} "
        if how.kind == "bullet":
            return "- "
        if how.kind == "none":
            return ""
        return f"{shown}) " if how.text.rstrip().endswith(")") else f"{shown}. "


def _levels(root: Element) -> Mapping[tuple[str, int], Level]:
    """How each list counts on each level."""
    abstract: dict[str, dict[int, Level]] = {}
    for definition in root.iter(qn("w:abstractNum")):
        own = {int(level.get(qn("w:ilvl"), "0")): _level(level) for level in definition.findall(qn("w:lvl"))}
        abstract[definition.get(qn("w:abstractNumId"), "")] = own
    found: dict[tuple[str, int], Level] = {}
    for number in root.iter(qn("w:num")):
        name = number.get(qn("w:numId"), "")
        found.update({(name, at): how for at, how in abstract.get(_abstract(number), {}).items()})
        for change in number.findall(qn("w:lvlOverride")):
            at = int(change.get(qn("w:ilvl"), "0"))
            whole = change.find(qn("w:lvl"))
            how = found.get((name, at), Level()) if whole is None else _level(whole)
            found[name, at] = Level(how.kind, number_in(change, "w:startOverride", how.first), how.text)
    return found


def _shared(root: Element) -> Mapping[str, str]:
    """The lists that go on with one another's numbers: those of one definition, but for those that say where they begin."""
    found = {}
    for number in root.iter(qn("w:num")):
        name = number.get(qn("w:numId"), "")
        restarts = number.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}") is not None
        found[name] = name if restarts else f"definition {_abstract(number)}"
    return found


def _abstract(number: Element) -> str:
    link = number.find(qn("w:abstractNumId"))
    return "" if link is None else link.get(qn("w:val"), "")


def _level(level: Element) -> Level:
    kind, text = level.find(qn("w:numFmt")), level.find(qn("w:lvlText"))
    return Level(
        "decimal" if kind is None else kind.get(qn("w:val"), "decimal"),
        number_in(level, "w:start", 1),
        "%1." if text is None else text.get(qn("w:val"), ""),
    )


def _shown(count: int, kind: str) -> str:
    """A number as its kind shows it; kinds that minutes do not have are shown as figures."""
    if "etter" in kind:
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if kind.startswith("upper") else letter
    if "oman" in kind and 0 < count < 40:  # noqa: PLR2004 - longer lists are not counted so
        written = "x" * (count // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[count % 10]
        return written.upper() if kind.startswith("upper") else written
    return str(count)
