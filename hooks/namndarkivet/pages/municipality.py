"""The 290 municipalities, and a page of each: what the archive holds, or that it holds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from namndarkivet.addresses import slug
from namndarkivet.pages.listing import bodies, newest, statuses, years
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.register import municipalities
from namndarkivet.swedish import count

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
    holds = f"{count(len(entries), 'dokument', 'dokument')} i arkivet" if entries else "inga dokument i arkivet"
    mistaken = municipalities().by_slug[_MISTAKEN[municipality.slug]] if municipality.slug in _MISTAKEN else None
    return Page(
        address=at,
        title=municipality.full_name,
        description=f"{municipality.full_name}: {holds}. Beslut i nämnder, styrelse och fullmäktige.",
        template="municipality.html",
        place="kommuner",
        crumbs=(Crumb("Kommuner", "kommuner/"), Crumb(municipality.name)),
        context={
            "municipality": municipality,
            "register": register,
            "bodies": listed,
            "total": len(entries),
            "years": years(entries),
            "statuses": statuses(entries),
            "latest": newest(entries, LATEST),
            "mistaken": mistaken,
        },
        source=f"kommuner/{municipality.slug}.yml" if register else None,
        listed=bool(entries) or register is not None,
    )


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "kommuner/"


def _overview(site: Site, at: str) -> Page:
    by_county = []
    ordered = sorted(municipalities().by_code.values(), key=lambda m: m.code)
    for county, members in groupby(ordered, key=lambda m: m.county):
        rows = [(m, len(site.archive.by_municipality.get(m.slug, ()))) for m in members]
        by_county.append((county, rows, sum(1 for _, held in rows if held)))
    held = sum(number for _, _, number in by_county)
    return Page(
        address=at,
        title="Kommuner",
        description=f"Sveriges 290 kommuner. Arkivet har dokument från {held} av dem.",
        template="municipalities.html",
        place="kommuner",
        crumbs=(Crumb("Kommuner"),),
        context={"counties": by_county, "held": held, "of": len(ordered)},
    )


KIND = Kind("kommun", _addresses, _page)
OVERVIEW = Kind("kommuner", _overview_addresses, _overview)
