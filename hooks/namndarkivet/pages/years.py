"""The years, and the decisions of each."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.pages.listing import part, part_addresses, split_address, years
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.swedish import count


def _addresses(site: Site) -> Iterator[str]:
    for year, entries in site.archive.by_year.items():
        yield from part_addresses(f"ar/{year}/", len(entries))


def _page(site: Site, at: str) -> Page:
    base, number = split_address(at)
    year = base.split("/")[1]
    entries = site.archive.by_year[int(year)]
    suffix = f", sida {number}" if number > 1 else ""
    return Page(
        address=at,
        title=f"Beslut och förslag {year}{suffix}",
        description=f"Beslut och förslag från {year} i arkivet: {count(len(entries), 'dokument', 'dokument')}{suffix}.",
        template="list.html",
        crumbs=(Crumb("Beslut", "beslut/"), Crumb("År", "ar/"), Crumb(year, base if suffix else None)),
        context={
            "heading": f"Beslut och förslag {year}",
            "intro": f"{count(len(entries), 'dokument', 'dokument')} i arkivet från {year}.",
            "part": part(entries, at),
            "show_body": True,
        },
    )


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "ar/"


def _overview(site: Site, at: str) -> Page:
    return Page(
        address=at,
        title="Beslut och förslag, år för år",
        description="Beslut och förslag i arkivet, år för år.",
        template="years.html",
        crumbs=(Crumb("Beslut", "beslut/"), Crumb("År")),
        context={"years": years(site.archive.decisions)},
    )


KIND = Kind("år", _addresses, _page, "beslut")
OVERVIEW = Kind("alla år", _overview_addresses, _overview, "beslut")
