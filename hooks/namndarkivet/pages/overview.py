"""All decisions, newest first, and the ways in to them."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.pages.listing import newest, statuses, years
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.swedish import count

_LATEST = 50


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
            "years": years(entries),
            "statuses": statuses(entries),
            "subjects": [
                (key, word, len(site.archive.by_subject[key]))
                for key, word in site.archive.subjects.items()
                if key in site.archive.by_subject
            ],
            "matters": len(site.archive.matters),
            "meetings": len(site.archive.by_meeting),
        },
    )


DECISIONS = Kind("beslut, alla", _addresses, _page, "beslut")
