"""The 290 municipalities, and a page of each: what the archive holds, or that it holds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from namndarkivet.addresses import filled_form, slug
from namndarkivet.pages.answers import municipal_rows
from namndarkivet.pages.listing import bodies, newest, statuses, years
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.register import municipalities
from namndarkivet.swedish import alphabetical, count

LATEST = 12
"""Decisions that a municipality's or a body's page shows of the newest."""

_MISTAKEN = {"habo": "haabo", "haabo": "habo"}
"""Municipalities that a reader may take for each other."""


def _addresses(_site: Site) -> Iterator[str]:
    for municipality in municipalities().by_slug:
        yield f"kommuner/{municipality}/"


def _page(site: Site, at: str) -> Page:
    municipality = municipalities().by_slug[at.split("/")[1]]
    entries = site.archive.by_municipality.get(municipality.slug, ())
    register = site.archive.registers.by_slug.get(municipality.slug)
    held = bodies(entries)
    listed = (
        [(f"{at}{slug(body.name)}/", body, held.get(slug(body.name), 0)) for body in register.bodies]
        if register
        else []
    )
    holds = (
        f"Arkivet har {count(len(entries), 'dokument', 'dokument')} från {municipality.full_name}: beslut och förslag."
        if entries
        else f"Arkivet har inga dokument från {municipality.full_name}. Det säger inget om vad kommunen har beslutat."
    )
    mistaken = municipalities().by_slug[_MISTAKEN[municipality.slug]] if municipality.slug in _MISTAKEN else None
    return Page(
        address=at,
        title=municipality.full_name,
        description=holds,
        template="municipality.html",
        crumbs=(Crumb("Kommuner", "kommuner/"), Crumb(municipality.name)),
        context={
            "municipality": municipality,
            "register": register,
            "adding": filled_form("beslut", {"kommun": municipality.name}),
            "bodies": listed,
            "total": len(entries),
            "years": years(entries),
            "statuses": statuses(entries),
            "latest": newest(entries, LATEST),
            "recommendations": municipal_rows(list(site.summaries.values())[::-1], site.conflicts, municipality.slug),
            "matters": sum(1 for m in site.archive.matters.values() if m.municipality is municipality)
            if entries
            else 0,
            "mistaken": mistaken,
        },
        source=f"kommuner/{municipality.slug}.yml" if register else None,
        listed=bool(entries) or register is not None,
    )


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "kommuner/"


def _overview(site: Site, at: str) -> Page:
    ordered = sorted(municipalities().by_code.values(), key=lambda m: alphabetical(m.name))
    letters = [
        (letter, [(m, len(site.archive.by_municipality.get(m.slug, ()))) for m in members])
        for letter, members in groupby(ordered, key=lambda m: m.name[0])
    ]
    held = [(m, number) for _, members in letters for m, number in members if number]
    return Page(
        address=at,
        title="Kommuner",
        description=f"Sveriges 290 kommuner. Arkivet har dokument från {len(held)} av dem.",
        template="municipalities.html",
        crumbs=(Crumb("Kommuner"),),
        context={"letters": letters, "held": held, "of": len(ordered)},
    )


KIND = Kind("kommun", _addresses, _page, "kommuner")
OVERVIEW = Kind("kommuner", _overview_addresses, _overview, "kommuner")
