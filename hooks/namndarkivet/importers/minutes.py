"""All stages of the import, in order: from a scroll of lines to frozen records of a meeting and its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from namndarkivet.importers import lists, operative, remarks, votes
from namndarkivet.importers.furniture import Clean, without_furniture
from namndarkivet.importers.lines import Line, Scroll
from namndarkivet.importers.meeting import Facts, facts
from namndarkivet.importers.paragraphs import Paragraph, split
from namndarkivet.importers.parts import Part, parts
from namndarkivet.values import Status


@dataclass(frozen=True, slots=True)
class Item:
    """One § with everything that was read of it."""

    paragraph: Paragraph
    parts: tuple[Part, ...]
    operative: operative.Operative
    status: Status
    basis: tuple[str, ...]
    recipients: tuple[str, ...]
    votes: tuple[votes.Count, ...]
    dissent: bool
    immediate: bool
    references: tuple[str, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings as written, in order."""
        return tuple(part.heading.words for part in self.parts if part.heading)


@dataclass(frozen=True, slots=True)
class Minutes:
    """What was read of one file. `front` are the lines before the first §."""

    scroll: Scroll
    clean: Clean
    front: tuple[Line, ...]
    facts: Facts
    items: tuple[Item, ...]


def read_minutes(scroll: Scroll) -> Minutes:
    """Read the minutes in a file's lines. A file without any § has no items."""
    clean = without_furniture(scroll)
    front, found = split(clean.scroll)
    everything = [line.text for line in clean.scroll.lines]
    read = facts(front, clean.heads, everything, [paragraph.head.title or "" for paragraph in found])
    council = bool(read.body and re.search(r"fullmäktige$", read.body))
    items = tuple(_item(paragraph, styled=scroll.styled, council=council) for paragraph in found)
    if read.body is None:
        read = replace(read, body=_acting(items))
    return Minutes(scroll, clean, front, read, items)


def _acting(items: Sequence[Item]) -> str | None:
    """The body that decides by the words of its own decisions, where no head names it: the same in all of them."""
    found = {body for item in items if (body := operative.acting_body(item.operative))}
    return found.pop() if len(found) == 1 else None


def _item(paragraph: Paragraph, *, styled: bool, council: bool) -> Item:
    own = parts(paragraph.lines, styled=styled)
    found = operative.operative(own)
    texts = [paragraph.head.title or "", *(part.text for part in own)]
    return Item(
        paragraph,
        own,
        found,
        operative.status(found, council=council),
        lists.basis(own),
        lists.recipients(own),
        votes.votes(own),
        remarks.dissent(own),
        remarks.immediate(paragraph.head.text, own),
        remarks.references(texts),
    )
