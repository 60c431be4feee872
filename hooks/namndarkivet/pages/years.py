"""The years and their months, and the decisions of each, in all bodies."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.dates import MONTHS
from namndarkivet.pages.completeness import Scope, told
from namndarkivet.pages.listing import Month, month_of, months, part, part_addresses, split_address, years
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
            "intro": told(site.archive, entries, Scope(year=int(year))),
            "months": [_to_its_page(month) for month in months(entries, base)] if number == 1 else [],
            "part": part(entries, at),
            "show_body": True,
        },
    )


def _to_its_page(month: Month) -> Month:
    """The month with its page's address. Those whose source does not say the month have no page: they stand last in the year."""
    return month._replace(address=month_address(month.month.year, month.month.month)) if month.month.month else month


def month_address(year: int, month: int) -> str:
    """The address of a month's page: `ar/2031/02/`."""
    return f"ar/{year}/{month:02}/"


def _month_addresses(site: Site) -> Iterator[str]:
    for (year, month), entries in site.archive.by_month.items():
        yield from part_addresses(month_address(year, month), len(entries))


def _month(site: Site, at: str) -> Page:
    base, number = split_address(at)
    year, month = (int(each) for each in base.split("/")[1:3])
    entries = site.archive.by_month[year, month]
    unplaced = sum(1 for entry in site.archive.by_year[year] if not month_of(entry).month)
    name, suffix = MONTHS[month - 1], f", sida {number}" if number > 1 else ""
    return Page(
        address=at,
        title=f"Beslut och förslag i {name} {year}{suffix}",
        description=f"Beslut och förslag från {name} {year} i arkivet: {count(len(entries), 'dokument', 'dokument')}{suffix}.",
        template="list.html",
        crumbs=(
            Crumb("Beslut", "beslut/"),
            Crumb("År", "ar/"),
            Crumb(str(year), f"ar/{year}/"),
            Crumb(name, base if suffix else None),
        ),
        context={
            "heading": f"Beslut och förslag i {name} {year}",
            "intro": told(site.archive, entries, Scope(year=year, month=month, unplaced=unplaced)),
            "above": _beside(site, year, month),
            "part": part(entries, at),
            "show_body": True,
        },
    )


def _beside(site: Site, year: int, month: int) -> list[tuple[str, str]]:
    """The months before and after that the archive has something from: in words, and their addresses."""
    known = sorted(site.archive.by_month)
    place = known.index((year, month))
    return [
        (f"{words}: {MONTHS[known[n][1] - 1]} {known[n][0]}", month_address(*known[n]))
        for words, n in (("Tidigare", place - 1), ("Senare", place + 1))
        if 0 <= n < len(known)
    ]


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "ar/"


def _overview(site: Site, at: str) -> Page:
    return Page(
        address=at,
        title="Beslut och förslag, år för år",
        description="Beslut och förslag i arkivet, år för år.",
        template="years.html",
        crumbs=(Crumb("Beslut", "beslut/"), Crumb("År")),
        context={
            "held": told(site.archive, site.archive.decisions, Scope()),
            "years": [(year, number, _of_year(site, year)) for year, number in years(site.archive.decisions)],
        },
    )


def _of_year(site: Site, year: int) -> list[Month]:
    return [_to_its_page(month) for month in months(site.archive.by_year[year], f"ar/{year}/")]


KIND = Kind("år", _addresses, _page, "beslut")
MONTH = Kind("månad", _month_addresses, _month, "beslut")
OVERVIEW = Kind("alla år", _overview_addresses, _overview, "beslut")
