"""The quality page: what is missing, summed; the sums equal the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from namndarkivet.checks import rules
from namndarkivet.entry import meeting_of
from namndarkivet.expected import ELEMENTS, State, expected
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.register import municipalities
from namndarkivet.values import Status

_SHOWN = 25
"""Warnings that are listed; the command `namndarkivet check` lists them all."""


def _addresses(_site: Site) -> Iterator[str]:
    yield "kvalitet/"


def gaps(site: Site) -> list[tuple[str, str, dict[State, int]]]:
    """For each expected element its name, its paragraph, and how many decisions have it in each state."""
    counts: dict[str, Counter[State]] = {element.name: Counter() for element in ELEMENTS}
    for entry in site.archive.decisions:
        meeting = site.archive.meetings.get(meeting_of(entry) or "")
        for element, state in expected(entry, meeting):
            counts[element.name][state] += 1
    return [(e.name, e.statute, {state: counts[e.name][state] for state in State}) for e in ELEMENTS]


def _page(site: Site, at: str) -> Page:
    archive = site.archive
    by_rule = Counter(problem.rule for problem in site.warnings)
    known = {rule.id: rule for rule in rules()}
    return Page(
        address=at,
        title="Vad arkivet har, och vad som saknas",
        description="Hur mycket arkivet innehåller, vilka uppgifter som saknas i källorna, och vad redaktionen behöver se över.",
        template="quality.html",
        crumbs=(Crumb("Om arkivet", "om/"), Crumb("Innehåll och luckor")),
        context={
            "counts": {
                "paragrafer": sum(1 for e in archive.decisions if e.record.status is not Status.PROPOSED),
                "förslag": sum(1 for e in archive.decisions if e.record.status is Status.PROPOSED),
                "cirkular": len(archive.circulars),
                "rekommendationer": len(archive.recommendations),
                "kommuner": len(archive.by_municipality),
                "organ": len(archive.by_body),
            },
            "of": len(municipalities().by_code),
            "gaps": gaps(site),
            "State": State,
            "warnings": [(known[rule], number) for rule, number in by_rule.most_common()],
            "shown": site.warnings[:_SHOWN],
            "total_warnings": len(site.warnings),
        },
    )


KIND = Kind("kvalitet", _addresses, _page, "kvalitet")
