"""All decisions, newest first, and the ways in to them."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.dates import PartialDate
from namndarkivet.pages.completeness import Scope, told
from namndarkivet.pages.listing import newest, statuses, years
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.pages.years import month_address
from namndarkivet.swedish import count

_LATEST = 50
_MONTHS = 12


def _addresses(_site: Site) -> Iterator[str]:
    yield "beslut/"


def _page(site: Site, at: str) -> Page:
    entries = site.archive.decisions
    return Page(
        address=at,
        title="Beslut",
        description=f"Beslut och förslag i arkivet: {count(len(entries), 'dokument', 'dokument')}, det senaste först.",
        template="decisions.html",
        crumbs=(Crumb("Beslut"),),
        context={
            "latest": newest(entries, _LATEST),
            "total": len(entries),
            "held": told(site.archive, entries, Scope()),
            "years": years(entries),
            "months": _latest_months(site),
            "statuses": statuses(entries),
            "subjects": [
                (key, word, len(site.archive.by_subject[key]))
                for key, word in site.archive.subjects.items()
                if key in site.archive.by_subject
            ],
            "matters": len(site.archive.matters),
            "meetings": len(site.archive.by_meeting),
            "held_municipalities": len(site.archive.by_municipality),
        },
    )


def _latest_months(site: Site) -> list[tuple[str, str, int]]:
    """The latest months that the archive has something from: in words, address and count."""
    found = site.archive.by_month
    return [
        (PartialDate(*month).swedish, month_address(*month), len(found[month]))
        for month in sorted(found, reverse=True)[:_MONTHS]
    ]


DECISIONS = Kind("beslut, alla", _addresses, _page, "beslut")
