"""A recommendation's page: what it asks, until when, and what the archive knows of the answers; and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from namndarkivet.addresses import address, filled_form
from namndarkivet.charts import bar, timeline
from namndarkivet.cost_chart import cost_chart
from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry
from namndarkivet.model import Recommendation, ReportedOutcome
from namndarkivet.pages.answers import drawn, legend, line_row, totals
from namndarkivet.pages.describe import backlinks, reference, woven
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.redaction import GONE
from namndarkivet.register import municipalities
from namndarkivet.register.borders import sweden_map
from namndarkivet.summaries import Summary, changes, clause_groups, deadline_in_words
from namndarkivet.summaries.words import in_short
from namndarkivet.swedish import cut, genitive
from namndarkivet.values import Addressees


def _addresses(site: Site) -> Iterator[str]:
    for entry in site.archive.recommendations:
        yield address(entry.id)


def _page(site: Site, at: str) -> Page:
    entry: Entry[Recommendation] = site.archive.entries[at.rstrip("/")]
    record = entry.record
    title = GONE if record.withdrawn else record.title
    number = f" {record.number}" if record.number else ""
    summary = site.summaries.get(entry.id)
    return Page(
        address=at,
        title=f"{title} ({genitive(record.sender)} rekommendation{number or ' ' + str(record.date.year)})",
        description=cut(f"{record.title}: vad arkivet vet om kommunernas svar. {in_short(summary)}")
        if summary
        else "Texten är borttagen ur arkivet.",
        template="recommendation.html",
        crumbs=(
            Crumb("Rekommendationer", "rekommendationer/"),
            Crumb(f"{record.sender}{number or ' ' + record.date.swedish}"),
        ),
        context=_context(site, entry, title) | (_answers(site, summary) if summary else {"summary": None}),
        source=entry.path,
        listed=record.withdrawn is None,
        changed=str(record.date) if record.date.day else None,
    )


def _context(site: Site, entry: Entry[Recommendation], title: str) -> dict[str, Any]:
    archive, record = site.archive, entry.record
    letters = archive.letters.get(entry.id, ())
    around = (archive.recommendation(written) for written in (record.replaces, record.replaced_by) if written)
    shown = {e.id for e in (*archive.answers.get(entry.id, ()), *letters, *(other for other in around if other))}
    return {
        "entry": entry,
        "record": record,
        "heading": title,
        "replaces": _named(site, record.replaces),
        "replaced_by": _named(site, record.replaced_by),
        "letters": [(address(letter.id), letter.record) for letter in letters],
        "markup": woven(site, entry),
        "reference": reference(record.source),
        "backlinks": backlinks(site, entry.id, shown),
        "citation": f"{record.sender}, rekommendation{' ' + record.number if record.number else ''}, {record.date.swedish}. "
        f"Nämndarkivet, {site.url}{address(entry.id)}{_as_of(archive.newest)}",
    }


def _as_of(newest: PartialDate | None) -> str:
    """Of when the figures are: they change with every document that is added."""
    return f" (svaren räknade när arkivets nyaste dokument var från {newest.swedish})" if newest else ""


def _answers(site: Site, summary: Summary) -> dict[str, Any]:
    """What the archive knows of the answers, for the page."""
    predecessor = site.archive.recommendation(summary.entry.record.replaces or "")
    before = site.summaries.get(predecessor.id) if predecessor else None
    counted = totals(summary)
    marks = site.conflicts[summary.entry.id]
    return {
        "summary": summary,
        "in_short": in_short(summary),
        "adding": filled_form("beslut", {"svar.rekommendation": summary.entry.id.removeprefix("rekommendationer/")}),
        "deadline": deadline_in_words(summary.moves),
        "of": len(summary.lines),
        "totals": counted,
        "legend": legend(counted),
        "asks_municipalities": summary.entry.record.addressed_to is not Addressees.REGIONS or bool(summary.answers),
        "timings": [(timing.value, number) for timing, number in summary.timings.items()],
        "bar": bar([(look.look, look.municipalities) for look in legend(counted)], len(summary.lines)),
        "lines": [line_row(line, marks) for line in sorted(summary.lines, key=lambda line: line.answer is None)],
        "map": sweden_map(),
        "areas": drawn(summary),
        "timeline": timeline(summary),
        "costs": cost_chart(summary),
        "groups": clause_groups(summary.final),
        "proposed_groups": clause_groups([a for a in summary.answers if a.stand.proposal]),
        "changes": changes(before, summary) if before else (),
        "before": before,
        "api": f"api/v1/{summary.entry.id}",
        "outcome_words": _outcome,
    }


def _outcome(outcome: ReportedOutcome) -> list[str]:
    """What was reported, in words, as far as it is."""
    said = ((outcome.yes, "ja"), (outcome.no, "nej"), (outcome.unanswered, "utan svar"))
    return [f"{amount} {word}" for amount, word in said if amount is not None]


def _named(site: Site, written: str | None) -> tuple[str, Recommendation] | None:
    found = site.archive.recommendation(written) if written else None
    return (address(found.id), found.record) if found else None


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "rekommendationer/"


def rows(site: Site) -> list[dict[str, Any]]:
    """Every recommendation that is not taken down, newest first, with what the archive knows of the answers to it."""
    found = []
    for entry in reversed(site.archive.recommendations):
        if summary := site.summaries.get(entry.id):
            counted = totals(summary)
            found.append(
                {
                    "address": address(entry.id),
                    "record": entry.record,
                    "title": entry.record.title,
                    "in_short": in_short(summary),
                    "final": len(summary.final),
                    "proposed": sum(1 for answer in summary.answers if answer.stand.proposal),
                    "undecided": sum(1 for a in summary.answers if not a.stand.final and not a.stand.proposal),
                    "unknown": len(summary.lines) - len(summary.answers),
                    "deadline": deadline_in_words(summary.moves),
                    "bar": bar([(look.look, look.municipalities) for look in legend(counted)], len(summary.lines)),
                }
            )
    return found


def _overview(site: Site, at: str) -> Page:
    return Page(
        address=at,
        title="Rekommendationer",
        description="Rekommendationer från SKL och SKR till kommunerna, och vad arkivet vet om svaren på dem.",
        template="recommendations.html",
        crumbs=(Crumb("Rekommendationer"),),
        context={"rows": rows(site), "of": len(municipalities().by_code)},
    )


KIND = Kind("rekommendation", _addresses, _page, "rekommendationer")
OVERVIEW = Kind("rekommendationer", _overview_addresses, _overview, "rekommendationer")
