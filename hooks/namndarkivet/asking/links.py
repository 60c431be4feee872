"""Both ends of a link: what a new document takes over from the one before it, and the one line that that one gets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from namndarkivet.asking.draft import Draft
from namndarkivet.composing import composed
from namndarkivet.entry import Entry
from namndarkivet.filing import Shelf
from namndarkivet.front_matter import Value
from namndarkivet.index import Archive
from namndarkivet.model import Decision
from namndarkivet.problem import did_you_mean
from namndarkivet.source import parse

_BACK = {"ersätter": "ersätts_av", "ersätts_av": "ersätter"}
"""The key of the other document that answers a key."""


class LinkError(ValueError):
    """A link that cannot be made; its text is for the reader."""


@dataclass(frozen=True, slots=True)
class Other:
    """The document at the other end of a link: its path, and the key and value that it shall have."""

    path: str
    key: str
    value: str


def next_of(archive: Archive, identity: str) -> tuple[Entry[Decision], dict[str, Value]]:
    """The decision that a new one comes after, and what the new one takes over from it: the municipality and what tells the
    matter, and, where it was a proposal, the body that it went to. Raises LinkError.
    """
    entry = _known(archive, identity)
    record = entry.record
    if not isinstance(record, Decision):
        raise LinkError(f"«{identity}» är inget beslut; bara beslut har ett nästa steg")
    if record.next_step:
        raise LinkError(f"{entry.id} har redan ett nästa steg: {record.next_step}; ändra det där om det är fel")
    taken: dict[str, Value | None] = {
        "rubrik": None if record.withdrawn else record.title,
        "kommun": record.municipality,
        "organ": record.proposed_to,
        "diarienummer": record.registry_number,
        "ärende": record.matter,
        "ämnen": None if record.subjects is None else list(record.subjects),
    }
    return entry, {key: value for key, value in taken.items() if value is not None}


def replaced_by_new(archive: Archive, identity: str) -> dict[str, Value]:
    """What a new recommendation takes over from the one that it replaces: its subjects, and its id. Raises LinkError."""
    entry = archive.recommendation(identity)
    if entry is None:
        _known(archive, identity)
        raise LinkError(f"«{identity}» är ingen rekommendation; bara en rekommendation ersätter en annan")
    if entry.record.replaced_by:
        raise LinkError(f"{_short(entry.id)} ersätts redan av {entry.record.replaced_by}; ändra det där om det är fel")
    taken: dict[str, Value] = {"ersätter": _short(entry.id)}
    if entry.record.subjects is not None:
        taken["ämnen"] = list(entry.record.subjects)
    return taken


def others(draft: Draft, identity: str, before: Entry[Decision] | None, archive: Archive) -> list[Other]:
    """The documents that shall name a new one with this id: the step before it, and the recommendations that it names as
    replaced or replacing. What is not in the archive is left to the rules.
    """
    found = [Other(before.path, "nästa", identity)] if before else []
    if draft.kind is Shelf.RECOMMENDATION:
        for key, back in _BACK.items():
            named = archive.recommendation(str(draft.values.get(key, "")))
            if named:
                found.append(Other(named.path, back, _short(identity)))
    return found


def with_line(text: str, other: Other) -> str:
    """A document's text with one line more in its front matter, and otherwise as it was, to the byte: the line stands before
    the source, or last. The same text when it says so already. Raises LinkError when the document says something else, or
    is written in a way that takes no line.
    """
    line = composed(other.key, other.value)
    old = parse(other.path, text.encode())
    if not old.readable:
        raise LinkError(f"{other.path} går inte att läsa; rätta den först: namndarkivet check")
    if other.key in old.data:
        if old.data[other.key] == other.value:
            return text
        raise LinkError(f"{other.path} har redan {other.key}: {old.data[other.key]}; ändra raden där till {line}")
    end = "\r\n" if "\r\n" in text.partition("\n---")[0] else "\n"
    for place in (r"^(?:[ \t]*#[^\n]*\n)*källa:", r"^---[^\S\n]*\r?$"):
        match = re.compile(place, re.MULTILINE).search(text, text.find("\n") + 1)
        new = f"{text[: match.start()]}{line}{end}{text[match.start() :]}" if match else text
        made = parse(other.path, new.encode())
        if made.data == {**old.data, other.key: other.value} and made.body == old.body:
            return new
    raise LinkError(f"{other.path} är skriven så att raden inte går att lägga till; skriv den själv: {line}")


def _known(archive: Archive, identity: str) -> Entry[Any]:
    entry = archive.get(identity) or archive.recommendation(identity)
    if entry is None:
        near = did_you_mean(identity, archive.beside(identity)) or did_you_mean(
            identity, [*archive.entries, *(_short(entry.id) for entry in archive.recommendations)]
        )
        hint = near or "; id är sidans adress utan första och sista snedstrecket"
        raise LinkError(f"det finns inget dokument «{identity}»{hint}")
    return entry


def _short(identity: str) -> str:
    return identity.removeprefix("rekommendationer/")
