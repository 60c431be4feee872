"""What the archive and its registers offer as the answer to a question."""

from __future__ import annotations

from namndarkivet.asking.draft import Draft
from namndarkivet.asking.questions import Offer, Question
from namndarkivet.index import Archive
from namndarkivet.register import municipalities

MOST = 20
"""Offers that a list shows: a longer one is no help."""


def offered(one: Question, draft: Draft, archive: Archive) -> tuple[tuple[str, str], ...]:
    """Values that a document may answer a question with, each with what it is called ("" where it says that itself); empty
    where there are none or too many. The newest recommendations come first.
    """
    if one.choices:
        return tuple((choice, "") for choice in one.choices)
    match one.offer:
        case Offer.BODY:
            found = [(name, "") for name in _bodies(draft, archive)]
        case Offer.RECOMMENDATION:
            entries = reversed(archive.recommendations)
            found = [(entry.id.removeprefix("rekommendationer/"), entry.record.title) for entry in entries]
            return tuple(found[:MOST])
        case Offer.SUBJECT:
            found = [(word, "") for word in archive.subjects.values()]
        case Offer.SENDER:
            sent = [entry.record.sender for entry in archive.circulars]
            sent += [entry.record.sender for entry in archive.recommendations]
            found = [(name, "") for name in dict.fromkeys(sent)]
        case _:
            return ()
    return tuple(found) if len(found) <= MOST else ()


def _bodies(draft: Draft, archive: Archive) -> list[str]:
    where = municipalities().find(str(draft.values.get("kommun", "")))
    return list(archive.registers.bodies(where)) if where else []
