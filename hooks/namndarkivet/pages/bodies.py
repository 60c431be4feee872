"""A body's page, and the page of one of its years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from namndarkivet.addresses import filled_form, slug
from namndarkivet.entry import Entry, meeting_of
from namndarkivet.index import Archive
from namndarkivet.model import Body, Decision
from namndarkivet.pages.completeness import body_scope, told
from namndarkivet.pages.listing import months, newest, part, part_addresses, split_address, statuses, years
from namndarkivet.pages.municipality import LATEST
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.register import municipalities
from namndarkivet.swedish import count
from namndarkivet.values import Status


def _addresses(site: Site) -> Iterator[str]:
    for municipality, register in site.archive.registers.by_slug.items():
        if municipality in municipalities().by_slug:
            for body in register.bodies:
                yield f"kommuner/{municipality}/{slug(body.name)}/"


def _proposed(archive: Archive) -> Mapping[tuple[str, str], Sequence[Entry[Decision]]]:
    """The proposals that other bodies have made to each body, oldest first."""
    found: dict[tuple[str, str], list[Entry[Decision]]] = {}
    for entry in archive.decisions:
        record, to = entry.record, entry.record.proposed_to
        if (
            to
            and entry.municipality
            and to != record.body
            and record.status is Status.PROPOSED
            and not record.withdrawn
        ):
            found.setdefault((entry.municipality.slug, slug(to)), []).append(entry)
    return found


def _body(site: Site, municipality: str, body: str) -> Body:
    register = site.archive.registers.by_slug[municipality]
    return next(b for b in register.bodies if slug(b.name) == body)


def _page(site: Site, at: str) -> Page:
    _, place, name, _ = at.split("/")
    municipality, body = municipalities().by_slug[place], _body(site, place, name)
    entries = site.archive.by_body.get((place, name), ())
    holds = count(len(entries), "dokument", "dokument") if entries else "inga dokument"
    proposals = site.archive.once(_proposed).get((place, name), ())
    return Page(
        address=at,
        title=f"{body.name}, {municipality.full_name}",
        description=f"{body.name} i {municipality.name}: {holds} i arkivet.",
        template="body.html",
        crumbs=(Crumb("Kommuner", "kommuner/"), Crumb(municipality.name, f"kommuner/{place}/"), Crumb(body.name)),
        context={
            "body": body,
            "municipality": municipality,
            "above": f"kommuner/{place}/{slug(body.prepares_for)}/" if body.prepares_for else None,
            "total": len(entries),
            "held": told(site.archive, entries, body_scope(site.archive, municipality, body.name)),
            "years": years(entries),
            "statuses": statuses(entries),
            "latest": newest(entries, LATEST),
            "proposals": newest(proposals, LATEST),
            "more_proposals": max(0, len(proposals) - LATEST),
            "search": {"kommun": municipality.name, "organ": body.name},
            "adding": filled_form("beslut", {"kommun": municipality.name, "organ": body.name}),
            "meetings": f"sammantraden/{place}/{name}/" if any(meeting_of(e) for e in entries) else None,
        },
        source=f"kommuner/{place}.yml",
    )


def _year_addresses(site: Site) -> Iterator[str]:
    for (municipality, body, year), entries in site.archive.by_body_and_year.items():
        yield from part_addresses(f"kommuner/{municipality}/{body}/{year}/", len(entries))


def _year(site: Site, at: str) -> Page:
    base, number = split_address(at)
    _, place, name, year, _ = base.split("/")
    municipality = municipalities().by_slug[place]
    entries = site.archive.by_body_and_year[place, name, int(year)]
    body = entries[0].record.body
    suffix = f", sida {number}" if number > 1 else ""
    return Page(
        address=at,
        title=f"{body} {year}, {municipality.name}{suffix}",
        description=f"{body} i {municipality.name} {year}: {count(len(entries), 'dokument', 'dokument')} i arkivet{suffix}.",
        template="list.html",
        crumbs=(
            Crumb("Kommuner", "kommuner/"),
            Crumb(municipality.name, f"kommuner/{place}/"),
            Crumb(body, f"kommuner/{place}/{name}/"),
            Crumb(year, base if suffix else None),
        ),
        context={
            "heading": f"{body} {year}",
            "intro": told(site.archive, entries, body_scope(site.archive, municipality, body, int(year))),
            "months": months(entries, base) if number == 1 else [],
            "part": part(entries, at),
            "show_body": False,
        },
    )


BODY = Kind("organ", _addresses, _page, "kommuner")
YEAR = Kind("organ och år", _year_addresses, _year, "kommuner")
