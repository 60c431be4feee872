"""Lists below a heading: basis documents, and who gets the decision."""

from __future__ import annotations

import re
from collections.abc import Sequence

from namndarkivet.importers.blocks import Form, joined
from namndarkivet.importers.parts import Part
from namndarkivet.sections import Kind

_FAR = 6.0
"""Blank lines after which nothing belongs to the list any more: signatures stand there."""
_NONE = re.compile(r"(?:Inga|Ingen|Inget|[-–—])\.?", re.IGNORECASE)


def basis(parts: Sequence[Part]) -> tuple[str, ...]:
    """The documents that the decision rests on, as written."""
    found: list[str] = []
    for part in parts:
        if part.kind is Kind.BASIS:
            found += _entries(part)
    return tuple(entry for entry in found if not _NONE.fullmatch(entry))


def _entries(part: Part) -> list[str]:
    """One entry for each item or, without marks, for each line that begins anew."""
    found: list[str] = []
    for block in part.blocks:
        unmarked_after_item = found and block.form is Form.TEXT and block.text[:1].islower()
        if unmarked_after_item:
            found[-1] = joined([found[-1], block.text])
        else:
            found.append(block.text.strip())
    return found


def recipients(parts: Sequence[Part]) -> tuple[str, ...]:
    """Who gets the decision: one on each line; a single line is divided at its commas."""
    found: list[str] = []
    for part in parts:
        if part.kind is not Kind.RECIPIENTS:
            continue
        own = list(part.lines)
        end = next(
            (n for n, line in enumerate(own) if line.text.startswith("---") or (n and line.gap > _FAR and line.size)),
            len(own),
        )
        own = own[:end]
        lines = [re.sub(r"^(?:[-–•·▪●*]|[\uf000-\uf0ff]|\d{1,2}[.)])\s*", "", line.text).strip() for line in own]
        lines = _wrapped(
            [line for line in lines if re.search(r"\w", line) and not re.search(r"\böverklag", line, re.IGNORECASE)]
        )
        if len(lines) == 1:
            lines = [piece.strip(" .") for piece in re.split(r"[,;]\s+", lines[0])]
        found += [line for line in lines if line]
    return tuple(entry for entry in found if not _NONE.fullmatch(entry))


def _wrapped(lines: list[str]) -> list[str]:
    """Lines that go on with the one before: it ends with a comma, a hyphen or «och», or they begin in brackets."""
    found: list[str] = []
    for line in lines:
        if found and (re.search(r"(?:[,-]|\boch|\bsamt|\bför|\bav|\bi|\btill)$", found[-1]) or line.startswith("(")):
            found[-1] = joined([found[-1], line])
        else:
            found.append(line)
    return found
