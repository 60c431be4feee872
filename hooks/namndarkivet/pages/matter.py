"""A matter's page: its steps across bodies; and the list of matters per municipality."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.addresses import address
from namndarkivet.entry import order
from namndarkivet.matters import outcome
from namndarkivet.pages.completeness import Scope, told
from namndarkivet.pages.decision import lead
from namndarkivet.pages.describe import backlinks
from namndarkivet.pages.listing import PAGE, Part, part_addresses, row, split_address
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.register import municipalities
from namndarkivet.swedish import alphabetical, count, cut


def _addresses(site: Site) -> Iterator[str]:
    for identity in site.archive.matters:
        yield address(identity)


def _page(site: Site, at: str) -> Page:
    matter = site.archive.matters[at.rstrip("/")]
    number = ", ".join(matter.numbers)
    place = matter.municipality
    named = f"Ärende {number}" if number else "Ärende"
    settled = outcome(matter.steps, site.archive.registers)
    return Page(
        address=at,
        title=f"{named}: {matter.title} ({place.name})",
        description=cut(f"{named} i {place.name}, steg för steg: {matter.title}"),
        template="matter.html",
        crumbs=(
            Crumb("Beslut", "beslut/"),
            Crumb(place.name, f"kommuner/{place.slug}/"),
            Crumb("Ärenden", "arenden/"),
            Crumb(number or matter.title),
        ),
        context={
            "matter": matter,
            "number": number,
            "steps": [(row(step), step.record) for step in matter.steps],
            "settled": lead(settled) if settled and not settled.record.withdrawn else None,
            "backlinks": backlinks(site, matter.id, {step.id for step in matter.steps}),
        },
    )


def _list_addresses(site: Site) -> Iterator[str]:
    for municipality, matters in site.archive.matters_by_municipality.items():
        yield from part_addresses(f"arenden/{municipality}/", len(matters))


def _list(site: Site, at: str) -> Page:
    base, number = split_address(at)
    municipality = municipalities().by_slug[base.split("/")[1]]
    matters = site.archive.matters_by_municipality[municipality.slug]
    suffix = f", sida {number}" if number > 1 else ""
    pages = max(1, -(-len(matters) // PAGE))
    return Page(
        address=at,
        title=f"Ärenden i {municipality.name}{suffix}",
        description=f"{count(len(matters), 'ärende', 'ärenden')} i {municipality.name} som arkivet har dokument i{suffix}.",
        template="matters_of_municipality.html",
        crumbs=(
            Crumb("Beslut", "beslut/"),
            Crumb("Ärenden", "arenden/"),
            Crumb(municipality.name, base if suffix else None),
        ),
        context={
            "municipality": municipality,
            "held": told(site.archive, site.archive.by_municipality[municipality.slug], Scope(place=municipality.name)),
            "matters": matters[(number - 1) * PAGE : number * PAGE],
            "total": len(matters),
            "part": Part((), number, pages, base),
        },
    )


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "arenden/"


def _overview(site: Site, at: str) -> Page:
    rows = [
        (f"arenden/{slug}/", municipalities().by_slug[slug].name, len(matters))
        for slug, matters in site.archive.matters_by_municipality.items()
    ]
    chains = [m for m in site.archive.matters.values() if len({s.record.body for s in m.steps}) > 1]
    chains.sort(key=lambda m: (order(m.steps[-1])[0], m.id), reverse=True)
    return Page(
        address=at,
        title="Ärenden",
        description="Ärenden i arkivet: samma diarienummer, steg för steg genom kommunens organ.",
        template="matters.html",
        crumbs=(Crumb("Beslut", "beslut/"), Crumb("Ärenden")),
        context={
            "counts": sorted(rows, key=lambda row: alphabetical(row[1])),
            "total": len(site.archive.matters),
            "held": told(site.archive, site.archive.decisions, Scope()),
            "chains": chains[:50],
            "chain_count": len(chains),
        },
    )


LIST = Kind("kommunens ärenden", _list_addresses, _list, "beslut")
KIND = Kind("ärende", _addresses, _page, "beslut")
OVERVIEW = Kind("ärenden", _overview_addresses, _overview, "beslut")
