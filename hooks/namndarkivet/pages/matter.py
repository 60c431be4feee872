"""A matter's page: its steps across bodies; and the list of matters per municipality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from namndarkivet.addresses import address
from namndarkivet.pages.describe import backlinks
from namndarkivet.pages.listing import row
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.register import municipalities


def _addresses(site: Site) -> Iterator[str]:
    for identity in site.archive.matters:
        yield address(identity)


def _page(site: Site, at: str) -> Page:
    matter = site.archive.matters[at.rstrip("/")]
    number = ", ".join(matter.numbers)
    place = matter.municipality
    named = f"Ärende {number}" if number else "Ärende"
    settled = next((s for s in reversed(matter.steps) if s.record.status.settles), None)
    return Page(
        address=at,
        title=f"{named}: {matter.title} ({place.name})",
        description=f"{named} i {place.name}, steg för steg: {matter.title}"[:155],
        template="matter.html",
        place="beslut",
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
            "settled": settled is not None,
            "backlinks": backlinks(site, matter.id),
        },
    )


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "arenden/"


def _overview(site: Site, at: str) -> Page:
    counts = Counter(matter.municipality.slug for matter in site.archive.matters.values())
    chains = [m for m in site.archive.matters.values() if len({s.record.body for s in m.steps}) > 1]
    chains.sort(key=lambda m: (m.steps[-1].record.date is not None, str(m.steps[-1].record.date), m.id), reverse=True)
    return Page(
        address=at,
        title="Ärenden",
        description="Ärenden i arkivet: samma diarienummer, steg för steg genom kommunens organ.",
        template="matters.html",
        place="beslut",
        crumbs=(Crumb("Beslut", "beslut/"), Crumb("Ärenden")),
        context={
            "counts": [(f"kommuner/{s}/", municipalities().by_slug[s].name, n) for s, n in sorted(counts.items())],
            "total": len(site.archive.matters),
            "chains": chains[:50],
            "chain_count": len(chains),
        },
    )


KIND = Kind("ärende", _addresses, _page)
OVERVIEW = Kind("ärenden", _overview_addresses, _overview)
