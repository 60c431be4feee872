"""A meeting's page: its facts, and the decisions made at it; and the list of meetings."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.addresses import address
from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry
from namndarkivet.model import Meeting
from namndarkivet.pages.completeness import Scope, body_scope, told
from namndarkivet.pages.describe import backlinks, reference
from namndarkivet.pages.listing import row
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.register import municipalities
from namndarkivet.swedish import alphabetical, count, running


def _addresses(site: Site) -> Iterator[str]:
    for identity in site.archive.by_meeting:
        yield address(identity)


def _page(site: Site, at: str) -> Page:
    identity = at.rstrip("/")
    _, municipality, body, day = identity.split("/")
    entries = site.archive.by_meeting[identity]
    facts: Entry[Meeting] | None = site.archive.meetings.get(identity)
    name = facts.record.body if facts else entries[0].record.body
    place = municipalities().by_slug[municipality].name
    date = PartialDate.parse(day).swedish
    return Page(
        address=at,
        title=f"{name} {date}, {place}",
        description=f"Sammanträde med {name} i {place} {date}: {count(len(entries), 'paragraf', 'paragrafer')} i arkivet.",
        template="meeting.html",
        crumbs=(
            Crumb("Beslut", "beslut/"),
            Crumb(place, f"kommuner/{municipality}/"),
            Crumb(name, f"kommuner/{municipality}/{body}/"),
            Crumb(date),
        ),
        context={
            "name": name,
            "date": date,
            "place_name": place,
            "facts": facts.record if facts else None,
            "reference": reference(facts.record.source) if facts else None,
            "rows": [row(entry) for entry in entries],
            "backlinks": backlinks(site, identity, {entry.id for entry in entries}),
            "body_address": f"kommuner/{municipality}/{body}/",
        },
        source=facts.path if facts else None,
        changed=day,
    )


def _body_addresses(site: Site) -> Iterator[str]:
    for municipality, body in site.archive.meetings_by_body:
        yield f"sammantraden/{municipality}/{body}/"


def _body(site: Site, at: str) -> Page:
    _, municipality, body, _ = at.split("/")
    whose, name = municipalities().by_slug[municipality], _body_name(site, municipality, body)
    place, entries = whose.name, site.archive.by_body.get((municipality, body), ())
    meetings = [
        (
            address(identity),
            PartialDate.parse(identity.rsplit("/", 1)[-1]).swedish,
            len(site.archive.by_meeting[identity]),
        )
        for identity in site.archive.meetings_by_body[municipality, body]
    ]
    return Page(
        address=at,
        title=f"Sammanträden med {running(name)}, {place}",
        description=f"Sammanträden med {running(name)} i {place} som arkivet har dokument från.",
        template="meetings_of_body.html",
        crumbs=(
            Crumb("Beslut", "beslut/"),
            Crumb("Sammanträden", "sammantraden/"),
            Crumb(f"{name}, {place}"),
        ),
        context={
            "name": name,
            "place_name": place,
            "meetings": meetings,
            "held": told(site.archive, entries, body_scope(site.archive, whose, name)),
            "body_address": f"kommuner/{municipality}/{body}/",
        },
    )


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "sammantraden/"


def _overview(site: Site, at: str) -> Page:
    rows = [
        (f"sammantraden/{m}/{b}/", municipalities().by_slug[m].name, _body_name(site, m, b), len(identities))
        for (m, b), identities in site.archive.meetings_by_body.items()
    ]
    rows.sort(key=lambda row: (alphabetical(row[1]), alphabetical(row[2])))
    return Page(
        address=at,
        title="Sammanträden",
        description="Sammanträden som arkivet har dokument från, per kommun och organ.",
        template="meetings.html",
        crumbs=(Crumb("Beslut", "beslut/"), Crumb("Sammanträden")),
        context={
            "rows": rows,
            "total": len(site.archive.by_meeting),
            "held": told(site.archive, site.archive.decisions, Scope()),
        },
    )


def _body_name(site: Site, municipality: str, body: str) -> str:
    entries = site.archive.by_body.get((municipality, body))
    if entries:
        return entries[-1].record.body
    facts = next(m for i, m in site.archive.meetings.items() if i.startswith(f"sammantraden/{municipality}/{body}/"))
    return facts.record.body


KIND = Kind("sammanträde", _addresses, _page, "beslut")
OF_BODY = Kind("organets sammanträden", _body_addresses, _body, "beslut")
OVERVIEW = Kind("sammanträden", _overview_addresses, _overview, "beslut")
