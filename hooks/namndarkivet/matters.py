"""Matters: the steps of what is decided about, across the bodies of one municipality.

Two decisions belong to one matter when they have the same registry number (after normalisation), the same `ärende`, or
when one says that the other is its next step.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from namndarkivet.addresses import slug
from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry
from namndarkivet.filing import Registers
from namndarkivet.model import Decision
from namndarkivet.redaction import GONE
from namndarkivet.register import Municipality
from namndarkivet.registry_numbers import registry_key
from namndarkivet.values import BodyKind

_LEVEL = {BodyKind.SUBCOMMITTEE: 0, BodyKind.COMMITTEE: 1, BodyKind.BOARD: 2, BodyKind.COUNCIL: 3}
"""How far a body's decision reaches: a subcommittee prepares, the full council has the last word."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: its id, its registry numbers (as first written, and as keys), and its steps in order."""

    id: str
    municipality: Municipality
    numbers: tuple[str, ...]
    keys: tuple[str, ...]
    name: str | None
    steps: tuple[Entry[Decision], ...]

    @property
    def title(self) -> str:
        """The matter in words: its name where it has one, else the title of the last step that is not taken down."""
        titles = (step.record.title for step in reversed(self.steps) if not step.record.withdrawn)
        return self.name or next(titles, GONE)


def outcome(steps: Sequence[Entry[Decision]], registers: Registers) -> Entry[Decision] | None:
    """The step that settled a matter, or None. Where a step proposes to another body, only that body or one above it can
    have settled it: a reply on the way is a decision of its own, not the matter's.
    """
    asked = max(
        (_level_of(step, step.record.proposed_to, registers) for step in steps if step.record.proposed_to), default=0
    )
    settling = [step for step in steps if step.record.status.settles and level(step, registers) >= asked]
    return settling[-1] if settling else None


def _level_of(entry: Entry[Decision], name: str | None, registers: Registers) -> int:
    body = registers.body(entry.municipality, name) if entry.municipality and name else None
    return _LEVEL[body.kind] if body else 1


def level(entry: Entry[Decision], registers: Registers) -> int:
    """How far the body's decision reaches, 0 (subcommittee) to 3 (full council); 1 where the register does not say."""
    return _level_of(entry, entry.record.body, registers)


def matters_of(decisions: Iterable[Entry[Decision]], registers: Registers) -> Mapping[str, Matter]:
    """The matters by id, of decisions in the order of their dates."""
    groups = _Groups()
    by_id: dict[str, Entry[Decision]] = {}
    for entry in decisions:
        by_id[entry.id] = entry
        for name in _names(entry):
            groups.join(entry.id, name)
    following = _next_steps(by_id)
    for identity, then in following.items():
        if identity.split("/", 2)[1] == then.split("/", 2)[1]:
            groups.join(identity, then)
    members: dict[str, list[Entry[Decision]]] = defaultdict(list)
    for identity, entry in by_id.items():
        if identity in groups.parent:
            members[groups.root(identity)].append(entry)
    found: dict[str, Matter] = {}
    for steps in members.values():
        matter = _matter(steps, registers, following)
        if matter.id in found:  # an `ärende` that reads like another matter's number
            matter = _matter(steps, registers, following, suffix=f"-{steps[0].id.rsplit('/', 1)[-1]}")
        found[matter.id] = matter
    return found


def _names(entry: Entry[Decision]) -> Iterator[str]:
    """What joins a decision to others: its municipality with its registry number and with its `ärende`. A registry number
    in the place of a name joins as one.
    """
    record, municipality = entry.record, entry.id.split("/", 2)[1]
    if record.registry_number and (key := registry_key(record.registry_number)):
        yield f"{municipality} dnr {key}"
    if record.matter and (named := slug(record.matter)):
        yield f"{municipality} ärende {named}"
        if re.search(r"\d", record.matter):
            yield f"{municipality} dnr {registry_key(record.matter)}"


class _Groups:
    """Sets that grow together (union-find)."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def root(self, name: str) -> str:
        parent = self.parent.setdefault(name, name)
        while parent != self.parent[parent]:
            self.parent[name] = parent = self.parent[self.parent[parent]]
        return parent

    def join(self, one: str, other: str) -> None:
        a, b = sorted((self.root(one), self.root(other)))
        self.parent[b] = a


def _next_steps(by_id: Mapping[str, Entry[Decision]]) -> dict[str, str]:
    """The id of the step that each decision names as its next, under whatever id the decision knows it."""
    former = {old.strip("/"): entry.id for entry in by_id.values() for old in entry.record.former_ids or ()}
    found = {}
    for entry in by_id.values():
        written = (entry.record.next_step or "").strip("/").removesuffix(".md")
        then = written if written in by_id else former.get(written)
        if then:
            found[entry.id] = then
    return found


def _matter(
    steps: list[Entry[Decision]], registers: Registers, following: Mapping[str, str], suffix: str = ""
) -> Matter:
    steps = _in_order(steps, registers, following)
    first = steps[0]
    municipality = first.municipality
    if municipality is None:  # a decision without a municipality is an error and has no entry
        raise ValueError(first.id)
    written: dict[str, str] = {}
    for step in steps:
        if step.record.registry_number:
            written.setdefault(registry_key(step.record.registry_number), step.record.registry_number)
    keys = tuple(key for key in written if key)
    numbers = tuple(written[key] for key in keys)
    name = next((s.record.matter for s in steps if s.record.matter), None)
    part = keys[0] if keys else slug(name or "") or "-".join(first.id.split("/")[2:])
    return Matter(f"arenden/{municipality.slug}/{part}{suffix}", municipality, numbers, keys, name, tuple(steps))


def _in_order(
    steps: list[Entry[Decision]], registers: Registers, following: Mapping[str, str]
) -> list[Entry[Decision]]:
    """The steps by date and, on one day or where the day is not known, from the preparing body to the deciding one; a
    step that names its next comes before it.
    """
    if len(steps) == 1:
        return steps
    ordered = sorted(steps, key=lambda s: (s.record.date or PartialDate(s.record.year or 0), level(s, registers), s.id))
    if not any(step.id in following for step in ordered):
        return ordered
    here = {step.id for step in ordered}
    before: dict[str, set[str]] = defaultdict(set)
    for step in ordered:
        if following.get(step.id) in here:
            before[following[step.id]].add(step.id)
    placed: list[Entry[Decision]] = []
    while ordered:  # the first whose forerunners are all placed; in a circle (an error of its own) simply the first
        done = {step.id for step in placed}
        ready = next((step for step in ordered if before[step.id] <= done), ordered[0]) if before else ordered[0]
        ordered.remove(ready)
        placed.append(ready)
    return placed
