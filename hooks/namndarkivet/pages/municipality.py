"""The 290 municipalities, and a page of each: what the archive holds, or that it holds nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from namndarkivet.addresses import filled_form, slug
from namndarkivet.pages.answers import municipal_rows
from namndarkivet.pages.completeness import Scope, told
from namndarkivet.pages.listing import bodies, newest, statuses, years
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.register import Municipality, municipalities
from namndarkivet.register.borders import sweden_map
from namndarkivet.swedish import alphabetical, count, cut

LATEST = 12
"""Decisions that a municipality's or a body's page shows of the newest."""

_LOOKS = (
    (1000, "held-4", "1\N{NO-BREAK SPACE}000 dokument eller fler"),
    (100, "held-3", "100–999 dokument"),
    (10, "held-2", "10–99 dokument"),
    (1, "held-1", "1–9 dokument"),
    (0, "unknown", "inga dokument i arkivet"),
)
"""From how many documents an area of the map has which look. The last is not known, which is not none."""

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
    holds = told(site.archive, entries, Scope(place=municipality.name))
    mistaken = municipalities().by_slug[_MISTAKEN[municipality.slug]] if municipality.slug in _MISTAKEN else None
    return Page(
        address=at,
        title=municipality.full_name,
        description=cut(holds),
        template="municipality.html",
        crumbs=(Crumb("Kommuner", "kommuner/"), Crumb(municipality.name)),
        context={
            "municipality": municipality,
            "register": register,
            "adding": filled_form("beslut", {"kommun": municipality.name}),
            "bodies": listed,
            "total": len(entries),
            "held": holds,
            "years": years(entries),
            "statuses": statuses(entries),
            "latest": newest(entries, LATEST),
            "search": {"kommun": municipality.name},
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
        context={
            "letters": letters,
            "held": held,
            "told": told(site.archive, site.archive.decisions, Scope()),
            "map": sweden_map(),
            "areas": [_drawn(m, number) for _, members in letters for m, number in members],
            "legend": _legend([number for _, members in letters for _, number in members]),
        },
    )


def _drawn(municipality: Municipality, documents: int) -> dict[str, Any]:
    """A municipality as an area of the map."""
    return {
        "area": sweden_map().areas[municipality.code],
        "slug": municipality.slug,
        "name": municipality.name,
        "words": _documents(documents),
        "look": _look(documents)[0],
        "aside": not documents,  # out of the way of the keyboard: the list has it
    }


def _documents(number: int) -> str:
    return count(number, "dokument", "dokument") if number else "inga dokument i arkivet"


def _look(documents: int) -> tuple[str, str]:
    """The look of an area with so many documents, and what it stands for."""
    return next((look, words) for least, look, words in _LOOKS if documents >= least)


def _legend(numbers: Sequence[int]) -> list[tuple[str, str, int]]:
    """The looks that the map has: look, what it stands for, and how many municipalities have it."""
    found = Counter(map(_look, numbers))
    return [(look, words, found[look, words]) for _, look, words in _LOOKS if found[look, words]]


KIND = Kind("kommun", _addresses, _page, "kommuner")
OVERVIEW = Kind("kommuner", _overview_addresses, _overview, "kommuner")
