"""All stages of the import, in order: from a scroll of lines to frozen records of a meeting and its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from namndarkivet.importers import lists, motions, operative, outcome, remarks, votes
from namndarkivet.importers.furniture import Clean, is_phrase, without_furniture
from namndarkivet.importers.lines import ImportFileError, Line, Scroll
from namndarkivet.importers.meeting import Facts, facts, other_days
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
    motions: tuple[motions.Moved, ...]
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
    first = clean.places[len(front)] if found else len(scroll.lines)
    printed = [line for line in scroll.lines[:first] if not line.edge and not is_phrase(line)]
    read = facts(printed, clean.heads, everything, [paragraph.head.title or "" for paragraph in found])
    read = replace(read, other_days=other_days(scroll.lines, read.body, read.date))
    items = _items(found, read.body, styled=scroll.styled)
    if read.body is None and (acting := _acting(items)):
        read = replace(read, body=acting)
        items = _items(found, acting, styled=scroll.styled)
    return Minutes(scroll, clean, front, read, items)


def some_minutes(scroll: Scroll) -> Minutes:
    """Read minutes that hold at least one §. Raises ImportFileError."""
    found = read_minutes(scroll)
    if not found.items:
        raise ImportFileError("innehåller ingen paragraf (§); är det ett protokoll?")
    return found


def _items(found: Sequence[Paragraph], body: str | None, *, styled: bool) -> tuple[Item, ...]:
    council = body is not None and body.endswith("fullmäktige")
    return tuple(_item(paragraph, body, styled=styled, council=council) for paragraph in found)


def _acting(items: Sequence[Item]) -> str | None:
    """The body that decides by the words of its own decisions, where no head names it: the same in all of them."""
    found = {body for item in items if (body := operative.acting_body(item.operative))}
    return found.pop() if len(found) == 1 else None


def _item(paragraph: Paragraph, body: str | None, *, styled: bool, council: bool) -> Item:
    own = parts(paragraph.lines, styled=styled)
    found = operative.operative(own, body)
    texts = [paragraph.head.title or "", *(part.text for part in own)]
    return Item(
        paragraph,
        own,
        found,
        outcome.status(found, council=council),
        lists.basis(own),
        lists.recipients(own),
        motions.motions(own),
        votes.votes(own),
        remarks.dissent(own),
        remarks.immediate(paragraph.head.text, own),
        remarks.references(texts),
    )
