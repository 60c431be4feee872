"""The start page: a citizen's way in."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.index import Archive
from namndarkivet.pages.listing import newest
from namndarkivet.pages.page import Kind, Page, Site
from namndarkivet.pages.recommendation import rows
from namndarkivet.register import municipalities
from namndarkivet.swedish import count

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
            "ways": _ways(archive),
            "held": len(archive.by_municipality),
            "of": len(municipalities().by_code),
            "municipalities": sorted(
                (municipalities().by_slug[slug].name, slug, len(entries))
                for slug, entries in archive.by_municipality.items()
            )[:12],
        },
    )


def _ways(archive: Archive) -> list[tuple[str, str, str]]:
    """The ways in without searching, those that lead somewhere: in words, address, and what they lead to."""
    ways = [
        (
            "Kommun för kommun",
            "kommuner/",
            len(archive.by_municipality),
            ("kommun", "kommuner"),
            "på karta och i lista",
        ),
        ("År och månad", "ar/", len(archive.by_year), ("år", "år"), "vad alla organ behandlade"),
        ("Ämnen", "amnen/", len(archive.subjects), ("ämne", "ämnen"), "efter vad det handlar om"),
        ("Ärenden", "arenden/", len(archive.matters), ("ärende", "ärenden"), "steg för steg"),
        ("Sammanträden", "sammantraden/", len(archive.by_meeting), ("sammanträde", "sammanträden"), "dag för dag"),
        ("Alla beslut och förslag", "beslut/", len(archive.decisions), ("dokument", "dokument"), "det senaste först"),
    ]
    return [(words, at, f"{count(number, *forms)}, {what}") for words, at, number, forms, what in ways if number]


KIND = Kind("start", _addresses, _page, "")
