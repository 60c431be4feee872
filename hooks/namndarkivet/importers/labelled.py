"""The records as the JSON that `import --format json` prints: a list with an object for each § and one for the meeting."""

from __future__ import annotations

from typing import Any

from namndarkivet.importers.minutes import Item, Minutes


def labelled(minutes: Minutes, file: str) -> list[dict[str, Any]]:
    """The objects of one file. What the source does not say is None, and an empty list where lists are."""
    found = minutes.facts
    items = [_paragraph(minutes, item, file) for item in minutes.items]
    meeting = {
        "file": file,
        "typ": "sammanträde",
        "organ": found.body,
        "datum": found.date,
        "plats_tid": found.place_and_time,
        "antal_paragrafer": found.paragraphs or (len(items) or None),
        "anslag_uppsatt": found.posted,
        "anslag_nedtaget": found.removed,
    }
    return [*items, meeting] if items else []


def _paragraph(minutes: Minutes, item: Item, file: str) -> dict[str, Any]:
    found, paragraph = minutes.facts, item.paragraph
    return {
        "file": file,
        "paragraf": paragraph.number,
        "datum": found.date,
        "kommun": found.municipality,
        "organ": found.body,
        "diarienummer": paragraph.head.registry_number,
        "rubrik": paragraph.head.title,
        "beslut": list(item.operative.clauses),
        "status": item.status.value,
        "underlag": list(item.basis) or None,
        "expedieras": list(item.recipients) or None,
        "omröstningar": [{"ja": vote.yes, "nej": vote.no, "avstår": vote.abstain} for vote in item.votes],
        "reservation": item.dissent,
        "omedelbar_justering": item.immediate,
        "rubriker": list(item.headings),
        "hänvisningar": list(item.references),
    }
