"""A recommendation's page: what it asks, until when, and what the archive knows of the answers; and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from namndarkivet.addresses import address
from namndarkivet.entry import Entry
from namndarkivet.index import place_of
from namndarkivet.model import Decision, Recommendation
from namndarkivet.pages.decision import cost_in_words
from namndarkivet.pages.describe import backlinks, reference, woven
from namndarkivet.pages.listing import Row, row
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.register import municipalities
from namndarkivet.summaries import deadline_history, deadline_in_words, position
from namndarkivet.swedish import count, enumerate_, genitive
from namndarkivet.values import Status


def _addresses(site: Site) -> Iterator[str]:
    for entry in site.archive.recommendations:
        yield address(entry.id)


def in_short(entries: Sequence[Entry[Decision]]) -> str:
    """What the archive knows of the answers, in a sentence or two that are true of it."""
    settled = [e for e in entries if e.record.status is Status.DECIDED]
    proposed = [e for e in entries if e.record.status is Status.PROPOSED]
    total = len(municipalities().by_code)
    if not entries:
        return f"Arkivet har inget svar från någon av de {total} kommunerna."
    said = []
    if settled:
        names = _names(settled)
        said.append(
            f"Arkivet har beslut från {count(len(names), 'kommun', 'kommuner')} av {total}: {enumerate_(names)}."
        )
    else:
        said.append("Inget beslut finns i arkivet.")
    if proposed:
        names = [name for name in _names(proposed) if name not in _names(settled)]
        if names:
            verb = "har bara ett förslag, inte ett beslut" if len(names) == 1 else "har bara förslag, inte beslut"
            said.append(f"{enumerate_(names)} {verb}.")
    return " ".join(said)


def _names(entries: Sequence[Entry[Decision]]) -> list[str]:
    return sorted({entry.municipality.name for entry in entries if entry.municipality})


def _page(site: Site, at: str) -> Page:
    entry: Entry[Recommendation] = site.archive.entries[at.rstrip("/")]
    record = entry.record
    title = "Tillbakadraget dokument" if record.withdrawn else record.title
    number = f" {record.number}" if record.number else ""
    answers = site.archive.answers.get(entry.id, ())
    return Page(
        address=at,
        title=f"{title} ({genitive(record.sender)} rekommendation{number or ' ' + str(record.date.year)})",
        description=""
        if record.withdrawn
        else f"Så svarade kommunerna, enligt arkivets dokument. {in_short(answers)}"[:155],
        template="recommendation.html",
        place="rekommendationer",
        crumbs=(
            Crumb("Rekommendationer", "rekommendationer/"),
            Crumb(f"{record.sender}{number or ' ' + record.date.swedish}"),
        ),
        context=_context(site, entry, title),
        source=entry.path,
        listed=record.withdrawn is None,
        changed=str(record.date) if record.date.day else None,
    )


def _context(site: Site, entry: Entry[Recommendation], title: str) -> dict[str, Any]:
    archive, record = site.archive, entry.record
    moves = deadline_history(archive, entry)
    found = archive.answers.get(entry.id, ())
    return {
        "entry": entry,
        "record": record,
        "heading": title,
        "in_short": in_short(found),
        "deadline": deadline_in_words(moves),
        "moves": [
            (m.to, address(m.letter.id) if m.letter else None, m.letter.record if m.letter else None) for m in moves
        ],
        "answers": [_answer(site, decision, entry.id) for decision in found],
        "municipality_count": len({place_of(decision)[0] for decision in found}),
        "of": len(municipalities().by_code),
        "replaces": _named(site, record.replaces),
        "replaced_by": _named(site, record.replaced_by),
        "letters": [(address(letter.id), letter.record) for letter in archive.letters.get(entry.id, ())],
        "markup": woven(site, entry),
        "reference": reference(record.source),
        "backlinks": backlinks(site, entry.id),
        "citation": f"{record.sender}, rekommendation{' ' + record.number if record.number else ''}, {record.date.swedish}. "
        f"Nämndarkivet, {site.url}{address(entry.id)}",
    }


def _answer(site: Site, entry: Entry[Decision], recommendation: str) -> tuple[Row, str, str | None, str | None]:
    for answer in entry.record.answers or ():
        named = site.archive.recommendation(answer.recommendation)
        if named and named.id == recommendation:
            return row(entry), position(entry.record, answer), cost_in_words(answer), answer.conditions
    raise LookupError(entry.id)


def _named(site: Site, written: str | None) -> tuple[str, Recommendation] | None:
    found = site.archive.recommendation(written) if written else None
    return (address(found.id), found.record) if found else None


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "rekommendationer/"


def rows(site: Site) -> list[dict[str, Any]]:
    """Every recommendation, newest first, with what the archive knows of the answers to it."""
    return [
        {
            "address": address(entry.id),
            "record": entry.record,
            "title": "Tillbakadraget dokument" if entry.record.withdrawn else entry.record.title,
            "deadline": deadline_in_words(deadline_history(site.archive, entry)),
            "in_short": in_short(site.archive.answers.get(entry.id, ())),
            "municipalities": len({place_of(decision)[0] for decision in site.archive.answers.get(entry.id, ())}),
        }
        for entry in reversed(site.archive.recommendations)
    ]


def _overview(site: Site, at: str) -> Page:
    return Page(
        address=at,
        title="Rekommendationer",
        description="Rekommendationer från SKL och SKR till kommunerna, och vad arkivet vet om svaren på dem.",
        template="recommendations.html",
        place="rekommendationer",
        crumbs=(Crumb("Rekommendationer"),),
        context={"rows": rows(site), "of": len(municipalities().by_code)},
    )


KIND = Kind("rekommendation", _addresses, _page)
OVERVIEW = Kind("rekommendationer", _overview_addresses, _overview)
