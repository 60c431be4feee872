"""What the form in the browser knows: the questions from the model, the register's names, and the archive's documents that an
answer may name. There is no second definition of a field, a closed list, a help text or what is said of a wrong value; what the form
says itself is what only a form has to say (that an answer is missing, that a document is there already).
"""

from __future__ import annotations

import json
from typing import Any

from namndarkivet.adding.messages import wrong_messages
from namndarkivet.adding.patterns import guard_rules
from namndarkivet.addresses import slug
from namndarkivet.asking.draft import Draft, headings
from namndarkivet.asking.questions import KINDS, questions
from namndarkivet.entry import Entry, meeting_of
from namndarkivet.filing import Shelf
from namndarkivet.model import Decision
from namndarkivet.pages.page import Site
from namndarkivet.register import municipalities
from namndarkivet.values import Status

PROPOSER_UNKNOWN = "Källan säger inte vilket organ som lade förslaget. Dokumentet är därför insorterat under {organ}, som förslaget går till."
"""The remark that a proposal has whose proposing body the source does not name (design §3)."""


def form_data(site: Site) -> bytes:
    """The data as JSON in UTF-8.

    `sorter`: for each kind of document its questions (`Question.as_json`) and the headings that its text begins with, by
    status. `besked`: what the model says of wrong values (`wrong_messages`). `vakt`: what may not leave the machine (`guard_rules`). `kommuner`: name, slug, code. `organ`: by the municipality's slug the
    bodies of its register: name, kind, numbering, and, where the archive has documents of it, its slug. `register`: the questions about a register. `rekommendationer`, `dokument`: id and title. `ämnen`, `avsändare`: words.
    """
    data = {
        "projekt": site.repository,
        "sorter": {kind.value: _kind(kind) for kind in KINDS},
        "besked": wrong_messages(),
        "vakt": guard_rules(),
        "kommuner": [[one.name, one.slug, one.code] for one in municipalities().by_code.values()],
        "organ": {
            place: [
                [body.name, body.kind.value, body.numbering.value, *_held(site, place, slug(body.name))]
                for body in register.bodies
            ]
            for place, register in sorted(site.archive.registers.by_slug.items())
        },
        "rekommendationer": [
            [entry.id.removeprefix("rekommendationer/"), entry.record.title]
            for entry in _shown(site.archive.recommendations)
        ],
        "dokument": [
            [entry.id, entry.record.title]
            for entry in (*_shown(site.archive.recommendations), *_shown(site.archive.circulars))
        ],
        "register": [one.as_json() for one in questions(Shelf.REGISTER)],
        "förslagsställare": PROPOSER_UNKNOWN,
        "ämnen": sorted(site.archive.subjects.values()),
        "avsändare": _senders(site),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _held(site: Site, municipality: str, body: str) -> tuple[str, ...]:
    """The slug of a body that the archive has documents of: they have a list of their own (`held`)."""
    return (body,) if (municipality, body) in site.archive.by_body else ()


def held(site: Site, municipality: str, body: str) -> bytes | None:
    """The documents of one body as JSON: id → path and title, so that none is made twice. None where there are none."""
    entries = site.archive.by_body.get((municipality, body), ())
    if not entries:
        return None
    told = {entry.id: [entry.path, _title(entry)] for entry in entries}
    for identity in dict.fromkeys(filter(None, map(meeting_of, entries))):
        if meeting := site.archive.meetings.get(identity):
            told[identity] = [meeting.path, f"Sammanträdet {meeting.record.date}"]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _title(entry: Entry[Decision]) -> str:
    """What a document is called; not what one was called that is taken down."""
    where = f"{entry.record.body} § {entry.record.paragraph}"
    return where if entry.record.withdrawn else f"{where}: {entry.record.title}"


def _kind(kind: Shelf) -> dict[str, Any]:
    told: dict[str, Any] = {"frågor": [one.as_json() for one in questions(kind)]}
    if kind is Shelf.DECISION:
        told["rubriker"] = {status.value: headings(Draft(kind, {"status": status.value})) for status in Status}
    return told


def _shown(entries: tuple[Entry[Any], ...]) -> list[Entry[Any]]:
    """Documents whose title may be shown: not those taken down."""
    return [entry for entry in entries if not entry.record.withdrawn]


def _senders(site: Site) -> list[str]:
    sent = [entry.record.sender for entry in site.archive.circulars]
    sent += [entry.record.sender for entry in site.archive.recommendations]
    return list(dict.fromkeys(sent))
