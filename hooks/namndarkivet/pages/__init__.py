"""The kinds of pages. A new one is a new file here and a name in `KINDS`."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.pages import (
    adding,
    bodies,
    circular,
    decision,
    matter,
    meeting,
    municipality,
    overview,
    quality,
    recommendation,
    rules,
    search,
    start,
    subjects,
    years,
)
from namndarkivet.pages.page import Kind, Page, Site

KINDS: tuple[Kind, ...] = (
    start.KIND,
    recommendation.OVERVIEW,
    recommendation.KIND,
    municipality.OVERVIEW,
    municipality.KIND,
    bodies.BODY,
    bodies.YEAR,
    overview.DECISIONS,
    decision.KIND,
    meeting.OVERVIEW,
    meeting.OF_BODY,
    meeting.KIND,
    matter.OVERVIEW,
    matter.LIST,
    matter.KIND,
    circular.OVERVIEW,
    circular.KIND,
    subjects.OVERVIEW,
    subjects.KIND,
    years.OVERVIEW,
    years.KIND,
    years.MONTH,
    quality.KIND,
    rules.OVERVIEW,
    rules.KIND,
    adding.KIND,
    search.KIND,
)


def addresses(site: Site) -> Iterator[tuple[int, str]]:
    """Every page of the archive: the number of its kind in `KINDS`, and its address."""
    for number, kind in enumerate(KINDS):
        for address in kind.addresses(site):
            yield number, address


__all__ = ["KINDS", "Kind", "Page", "Site", "addresses"]
