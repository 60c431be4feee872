"""What the form in the browser knows: the questions from the model, the register's names, and the archive's documents that an
answer may name. There is no second definition of a field, a closed list, a help text or a message.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from namndarkivet.asking.draft import Draft, headings, value_problems
from namndarkivet.asking.questions import KINDS, Form, Question, questions
from namndarkivet.entry import Entry
from namndarkivet.filing import Shelf
from namndarkivet.pages.page import Site
from namndarkivet.register import municipalities
from namndarkivet.values import Status


def form_data(site: Site) -> bytes:
    """The data as JSON in UTF-8.

    `sorter`: for each kind of document its questions (`Question.as_json`) and the headings that its text begins with, by
    status. `prov`: what the model says of a wrong value, by form. `kommuner`: name, slug, code. `organ`: by the municipality's slug the
    bodies of its register: name, kind, numbering. `rekommendationer`, `dokument`: id and title. `ämnen`, `avsändare`: words.
    """
    data = {
        "projekt": site.repository,
        "sorter": {kind.value: _kind(kind) for kind in KINDS},
        "prov": {form.value: message for form, message in _wrong()},
        "kommuner": [[one.name, one.slug, one.code] for one in municipalities().by_code.values()],
        "organ": {
            place: [[body.name, body.kind.value, body.numbering.value] for body in register.bodies]
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
        "ämnen": sorted(site.archive.subjects.values()),
        "avsändare": _senders(site),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _kind(kind: Shelf) -> dict[str, Any]:
    told: dict[str, Any] = {"frågor": [one.as_json() for one in questions(kind)]}
    if kind is Shelf.DECISION:
        told["rubriker"] = {status.value: headings(Draft(kind, {"status": status.value})) for status in Status}
    return told


def _wrong() -> list[tuple[Form, str]]:
    """What the model says of a value that is nothing of the kind, for each form that has something to say."""
    found: dict[Form, str] = {}
    for kind in KINDS:
        for one in _singles(questions(kind)):
            if one.form not in found and (said := _said(one)):
                found[one.form] = said
    return list(found.items())


def _singles(asked: tuple[Question, ...]) -> Iterator[Question]:
    for one in asked:
        if one.parts:
            yield from _singles(one.parts)
        elif not one.choices:
            yield one


def _said(one: Question) -> str:
    messages = value_problems(one, ["/"] if one.many else "/")
    return messages[0] if messages else ""


def _shown(entries: tuple[Entry[Any], ...]) -> list[Entry[Any]]:
    """Documents whose title may be shown: not those taken down."""
    return [entry for entry in entries if not entry.record.withdrawn]


def _senders(site: Site) -> list[str]:
    sent = [entry.record.sender for entry in (*site.archive.circulars, *site.archive.recommendations)]
    return list(dict.fromkeys(sent))
