"""A decision's page: what was decided or only proposed, by whom, when, in which matter; then the record; then the gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from markupsafe import Markup as Safe

from namndarkivet.addresses import address, filled_form, slug
from namndarkivet.appeal import appeal
from namndarkivet.asking.links import LinkError, next_of
from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry, meeting_of, place_of, year_of
from namndarkivet.expected import Element, State, expected, notice_of
from namndarkivet.matters import outcome
from namndarkivet.model import Answer, Decision
from namndarkivet.pages.answers import cost_in_words
from namndarkivet.pages.describe import alike, backlinks, label, reference, woven
from namndarkivet.pages.listing import STATUS_CLASS, STATUS_WORDS, row
from namndarkivet.pages.page import Crumb, Page, Site
from namndarkivet.pages.page import Kind as PageKind
from namndarkivet.redaction import GONE
from namndarkivet.sections import Kind
from namndarkivet.summaries import stand_of, whose
from namndarkivet.swedish import NBSP, cut, paragraph, running
from namndarkivet.values import Position, Status

_DID = {
    Status.DECIDED: "beslutade",
    Status.REJECTED: "sade nej (avslag)",
    Status.ANSWERED: "förklarade ärendet besvarat",
    Status.REFERRED_BACK: "återremitterade ärendet",
    Status.TABLED: "bordlade ärendet",
    Status.REFERRED: "remitterade ärendet",
    Status.NOTED: "antecknade ärendet",
    Status.DROPPED: "tog bort ärendet från dagordningen",
    Status.NO_DECISION: "behandlade ärendet utan att besluta",
}
_ANSWERED = {
    Position.ADOPTS: ("antog rekommendationen", "antar rekommendationen"),
    Position.ADOPTS_WITH_CONDITIONS: ("antog rekommendationen med villkor", "antar rekommendationen med villkor"),
    Position.DECLINES: ("avstod från rekommendationen", "avstår från rekommendationen"),
    Position.TAKES_NO_POSITION: (
        "tog inte ställning till rekommendationen",
        "inte tar ställning till rekommendationen",
    ),
}


def _addresses(site: Site) -> Iterator[str]:
    for entry in site.archive.decisions:
        yield address(entry.id)


def lead(entry: Entry[Decision]) -> str:
    """What happened, in a sentence or two that are true."""
    record = entry.record
    body, place = record.body, f"i {entry.municipality.name}" if entry.municipality else ""
    when = record.date.on if record.date else f"under {year_of(entry)} (dagen saknas i källan)"
    answer = record.answers[0] if record.answers and len(record.answers) == 1 and not record.withdrawn else None
    if record.status is not Status.PROPOSED:
        settled = answer is not None and record.status.settles
        return f"{body} {place} {_ANSWERED[answer.position][0] if settled and answer else _DID[record.status]} {when}."
    if record.proposer_unknown:
        when = record.date.on if record.date else f"insorterat under {year_of(entry)}"
        unsaid = "vilket organ som föreslår" if record.date else "vilket organ som föreslår eller vilken dag"
        return f"Ett förslag till {running(body)} {place}, {when}. Källan säger inte {unsaid}."
    to = record.proposed_to
    what = (
        f"föreslog {when} att kommunen {_ANSWERED[answer.position][1]}" if answer else f"lade {when} fram ett förslag"
    )
    return f"{body} {place} {what}. {f'{to} ska besluta' if to else 'Källan säger inte vem som ska besluta'}."


def _page(site: Site, at: str) -> Page:
    entry: Entry[Decision] = site.archive.entries[at.rstrip("/")]
    record, year = entry.record, year_of(entry)
    municipality, body = place_of(entry)
    name = entry.municipality.name if entry.municipality else municipality
    proposal = "Förslag: " if record.status is Status.PROPOSED else ""
    title = GONE if record.withdrawn else record.title
    when = record.date.swedish if record.date else str(year)
    where = f"{paragraph(record.paragraph)} {whose(record)}, {name} {when}"
    gone = f"Texten är borttagen ur arkivet. {where}."
    return Page(
        address=at,
        title=f"{proposal}{title} ({where})",
        description=gone if record.withdrawn else cut(f"{lead(entry)} {paragraph(record.paragraph)}: {record.title}"),
        template="decision.html",
        crumbs=(
            Crumb("Beslut", "beslut/"),
            Crumb(name, f"kommuner/{municipality}/"),
            Crumb(record.body, f"kommuner/{municipality}/{body}/"),
            Crumb(str(year), f"kommuner/{municipality}/{body}/{year}/"),
            Crumb(paragraph(record.paragraph)),
        ),
        context=_context(site, entry, title),
        source=entry.path,
        listed=record.withdrawn is None,
        changed=_changed(entry),
    )


def _context(site: Site, entry: Entry[Decision], title: str) -> dict[str, Any]:
    archive, record = site.archive, entry.record
    meeting = archive.meetings.get(meeting_of(entry) or "")
    facts = meeting.record if meeting else None
    notice = notice_of(record, facts)
    municipality, body = place_of(entry)
    register = archive.registers.by_slug.get(municipality)
    matter = archive.matter_of.get(entry.id)
    before, after = _neighbours(site, entry)
    known_meeting = meeting_of(entry)
    return {
        "entry": entry,
        "record": record,
        "heading": title,
        "municipality": entry.municipality,
        "body_address": f"kommuner/{municipality}/{body}/",
        "meeting_address": address(known_meeting) if known_meeting else None,
        "status": STATUS_WORDS[record.status],
        "status_class": STATUS_CLASS[record.status],
        "proposal": record.status is Status.PROPOSED,
        "lead": lead(entry),
        "year": year_of(entry),
        "matter": matter,
        "steps": [(step.id == entry.id, row(step), step.record) for step in matter.steps]
        if matter and len(matter.steps) > 1
        else [],
        "decided_later": _decided_later(site, entry, matter.steps if matter else ()),
        "whose": whose(record),
        "clause": first_clause(entry),
        "website": register.website if register else None,
        "compiled": _compiled(entry),
        "in_text": {"basis": Kind.BASIS in entry.kinds, "recipients": Kind.RECIPIENTS in entry.kinds},
        "markup": woven(site, entry) if entry.markup else "",
        "answers": [] if record.withdrawn else [_answer(site, record, answer) for answer in record.answers or ()],
        "basis": _basis(site, entry),
        "approved": record.approved or (facts.approved if facts else None),
        "notice": notice,
        "appeal": appeal(record.status, record.date or PartialDate(year_of(entry)), notice),
        "notice_board": register.notice_board if register else None,
        "expected": _gaps(tuple(expected(entry, meeting))),
        "subjects": [(slug(subject), subject) for subject in record.subjects or ()],
        "backlinks": backlinks(site, entry.id),
        "similar": alike(site, entry),
        "reference": reference(record.source),
        "before": before,
        "after": after,
        "citation": _citation(site, entry),
        "next_step": _next_step(site, entry),
        "label": label,
    }


@lru_cache(maxsize=4096)
def _gaps(found: tuple[tuple[Element, State], ...]) -> Safe:
    """The rows of the table of gaps. Few different tables make up an archive, so each is made once."""
    return Safe("").join(_gap(element, state) for element, state in found)


def _gap(element: Element, state: State) -> Safe:
    statute = (
        Safe(' <span class="na-quiet">{}</span>').format(element.statute.replace(" ", NBSP)) if element.statute else ""
    )
    return Safe('<tr class="na-gap na-gap--{}"><th scope="row">{}{}</th><td>{}</td></tr>\n').format(
        state.name.lower(), element.name, statute, state.value
    )


def _answer(site: Site, record: Decision, answer: Answer) -> dict[str, Any]:
    recommendation = site.archive.recommendation(answer.recommendation)
    return {
        "title": recommendation.record.title if recommendation else answer.recommendation,
        "address": address(recommendation.id) if recommendation else None,
        "position": stand_of(record, answer).value,
        "conditions": answer.conditions,
        "cost": cost_in_words(answer),
    }


def _basis(site: Site, entry: Entry[Decision]) -> list[tuple[str, str | None, str | None]] | None:
    """The basis documents: title, the address of its page in the archive, and the file beside the page. A taken-down
    document has none.
    """
    if entry.record.basis is None or entry.record.withdrawn:
        return None
    rows = []
    in_text = Kind.BASIS in entry.kinds
    for basis in entry.record.basis:
        found = site.archive.get(basis.document) if basis.document else None
        if found or basis.file or not in_text:  # what the record lists itself need not stand twice
            rows.append((basis.title, address(found.id) if found else None, basis.file))
    return rows


def _decided_later(site: Site, entry: Entry[Decision], steps: tuple[Entry[Decision], ...]) -> Entry[Decision] | None:
    """For a proposal: the later step that settled what it proposes, if the archive has one."""
    if entry.record.status is not Status.PROPOSED:
        return None
    ids = [step.id for step in steps]
    return outcome(steps[ids.index(entry.id) :], site.archive.registers) if entry.id in ids else None


def first_clause(entry: Entry[Decision]) -> str | None:
    """The first clause of a decision, as a line to show above the record; None for what is no decision of the body's own
    or has a summary.
    """
    record = entry.record
    if record.withdrawn or record.summary or not record.status.settles:
        return None
    first = re.split(r"\n[ \t]*\n|\n(?=\d+[.)]\s)", entry.operative, maxsplit=1)[0]
    words = " ".join(re.sub(r"^\d+[.)]\s+|[*_`]|^[-•]\s+", "", first).split())
    return None if not words or words.endswith(":") or re.search(r"[<\[|]", words) else words


def _compiled(entry: Entry[Decision]) -> dict[str, Any]:
    """What the front matter tells of motions, votes, dissents and disqualification and the record does not show under a
    heading of its own. Votes always: what yes and no stood for is the archive's to say.
    """
    record, kinds = entry.record, entry.kinds
    return {
        "motions": () if Kind.MOTIONS in kinds else record.motions or (),
        "divisions": record.divisions or (),
        "dissents": () if Kind.DISSENT in kinds else record.dissents or (),
        "disqualified": () if Kind.DISQUALIFICATION in kinds else record.disqualified or (),
    }


def _neighbours(site: Site, entry: Entry[Decision]) -> tuple[Entry[Decision] | None, Entry[Decision] | None]:
    """The decisions before and after this one at the same meeting."""
    identity = meeting_of(entry)
    if identity is None:
        return None, None
    at_meeting = site.archive.by_meeting[identity]
    place = next(n for n, other in enumerate(at_meeting) if other.id == entry.id)
    return (at_meeting[place - 1] if place else None), (at_meeting[place + 1] if place + 1 < len(at_meeting) else None)


def _citation(site: Site, entry: Entry[Decision]) -> str:
    record = entry.record
    name = entry.municipality.full_name if entry.municipality else ""
    number = f", dnr {record.registry_number}" if record.registry_number else ""
    when = record.date.swedish if record.date else f"{year_of(entry)} (dagen saknas i källan)"
    kind = " (förslag)" if record.status is Status.PROPOSED and not record.proposer_unknown else ""
    title = "" if record.withdrawn else f" «{record.title}»{kind}{number}."
    where = site.url + address(entry.id) if site.url else address(entry.id)
    return f"{name}, {whose(record)}, {when}, {paragraph(record.paragraph)}.{title} Nämndarkivet, {where}"


def _next_step(site: Site, entry: Entry[Decision]) -> str:
    """The address of the form for the next step of the matter; "" when there is one already or the text is taken down."""
    if entry.record.withdrawn:
        return ""
    try:
        _, taken = next_of(site.archive, entry.id)
    except LinkError:
        return ""
    answers = {key: value if isinstance(value, str) else list(map(str, value)) for key, value in taken.items()}
    return filled_form("beslut", answers, entry.path)


def _changed(entry: Entry[Decision]) -> str | None:
    """The latest date that the document itself tells of: a correction, else the decision."""
    record = entry.record
    latest = (
        record.withdrawn.date
        if record.withdrawn
        else record.corrections[-1].date
        if record.corrections
        else record.date
    )
    return str(latest) if latest and latest.day else None


KIND = PageKind("beslut", _addresses, _page, "beslut")
