"""The start page: a citizen's way in."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.pages.listing import newest
from namndarkivet.pages.page import Kind, Page, Site
from namndarkivet.pages.recommendation import rows
from namndarkivet.register import municipalities

_LATEST = 6


def _addresses(_site: Site) -> Iterator[str]:
    yield ""


def _page(site: Site, at: str) -> Page:
    archive = site.archive
    return Page(
        address=at,
        title="Vad beslutade nämnden?",
        description="Öppet arkiv över vad svenska kommuners nämnder har beslutat, vad som bara föreslogs, och vad vi inte vet.",
        template="start.html",
        context={
            "latest": newest(archive.decisions, _LATEST),
            "recommendations": rows(site),
            "decisions": len(archive.decisions),
            "held": len(archive.by_municipality),
            "of": len(municipalities().by_code),
            "municipalities": sorted(
                (municipalities().by_slug[slug].name, slug, len(entries))
                for slug, entries in archive.by_municipality.items()
            )[:12],
        },
    )


KIND = Kind("start", _addresses, _page, "")
