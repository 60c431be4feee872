"""A recommendation's page: what it asks, until when, and what the archive knows of the answers; and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from namndarkivet.addresses import address
from namndarkivet.entry import Entry
from namndarkivet.model import Recommendation
from namndarkivet.pages.decision import cost_in_words
from namndarkivet.pages.describe import backlinks, reference, woven
from namndarkivet.pages.listing import position_class, row
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.redaction import GONE
from namndarkivet.register import municipalities
from namndarkivet.summaries import Standing, deadline_history, deadline_in_words, position, standings
from namndarkivet.swedish import count, cut, enumerate_, genitive, sentence
from namndarkivet.values import Position, Status


def _addresses(site: Site) -> Iterator[str]:
    for entry in site.archive.recommendations:
        yield address(entry.id)


NAMED = 5
"""Municipalities that a sentence names; of more it gives the number."""

_PROPOSED = {
    Position.ADOPTS: "att anta",
    Position.ADOPTS_WITH_CONDITIONS: "att anta med villkor",
    Position.DECLINES: "att avstå",
    Position.TAKES_NO_POSITION: "att inte ta ställning",
}


def in_short(found: Sequence[Standing]) -> str:
    """What the archive knows of the answers, in a sentence or two that are true of it."""
    total = len(municipalities().by_code)
    settled = [s for s in found if s.furthest.record.status.settles]
    proposed = [s for s in found if s.furthest.record.status is Status.PROPOSED]
    if not found:
        return f"Arkivet har inget svar från någon av de {total} kommunerna."
    said = [f"Arkivet har beslut från {_who(settled)} av {total}." if settled else "Inget beslut finns i arkivet."]
    if proposed:
        what = {_PROPOSED[s.answer.position] for s in proposed}
        proposal = f"ett förslag {what.pop()}" if len(what) == 1 else "förslag"
        said.append(f"{sentence(_who(proposed))} har {proposal}.")
    if rest := [s for s in found if s not in settled and s not in proposed]:
        said.append(f"{sentence(_who(rest))} har behandlat frågan utan att avgöra den.")
    return " ".join(said)


def _who(found: Sequence[Standing]) -> str:
    """«en kommun, Ekerö,», «tre kommuner (…)», or the number alone when there are many."""
    names = [s.furthest.municipality.name for s in found if s.furthest.municipality]
    if len(names) == 1:
        return f"en kommun, {names[0]},"
    return f"{count(len(names), 'kommun', 'kommuner')}" + (f" ({enumerate_(names)})" if len(names) <= NAMED else "")


def _page(site: Site, at: str) -> Page:
    entry: Entry[Recommendation] = site.archive.entries[at.rstrip("/")]
    record = entry.record
    title = GONE if record.withdrawn else record.title
    number = f" {record.number}" if record.number else ""
    found = standings(site.archive, entry.id)
    return Page(
        address=at,
        title=f"{title} ({genitive(record.sender)} rekommendation{number or ' ' + str(record.date.year)})",
        description="Texten är borttagen ur arkivet."
        if record.withdrawn
        else cut(f"{record.title}: vad arkivet vet om kommunernas svar. {in_short(found)}"),
        template="recommendation.html",
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
    found = standings(archive, entry.id)
    letters = archive.letters.get(entry.id, ())
    around = (archive.recommendation(written) for written in (record.replaces, record.replaced_by) if written)
    shown = {e.id for e in (*archive.answers.get(entry.id, ()), *letters, *(other for other in around if other))}
    return {
        "entry": entry,
        "record": record,
        "heading": title,
        "in_short": in_short(found),
        "deadline": deadline_in_words(moves),
        "moves": [
            (m.to, address(m.letter.id) if m.letter else None, m.letter.record if m.letter else None) for m in moves
        ],
        "answers": [_standing(standing) for standing in found],
        "municipality_count": len(found),
        "of": len(municipalities().by_code),
        "replaces": _named(site, record.replaces),
        "replaced_by": _named(site, record.replaced_by),
        "letters": [(address(letter.id), letter.record) for letter in letters],
        "markup": woven(site, entry),
        "reference": reference(record.source),
        "backlinks": backlinks(site, entry.id, shown),
        "citation": f"{record.sender}, rekommendation{' ' + record.number if record.number else ''}, {record.date.swedish}. "
        f"Nämndarkivet, {site.url}{address(entry.id)}",
    }


def _standing(standing: Standing) -> dict[str, Any]:
    record, answer = standing.furthest.record, standing.answer
    return {
        "row": row(standing.furthest),
        "position": position(record, answer),
        "class": position_class(record, answer),
        "cost": cost_in_words(answer),
        "conditions": answer.conditions,
        "others": [row(other) for other in standing.others],
    }


def _named(site: Site, written: str | None) -> tuple[str, Recommendation] | None:
    found = site.archive.recommendation(written) if written else None
    return (address(found.id), found.record) if found else None


def _overview_addresses(_site: Site) -> Iterator[str]:
    yield "rekommendationer/"


def rows(site: Site) -> list[dict[str, Any]]:
    """Every recommendation that is not taken down, newest first, with what the archive knows of the answers to it."""
    found = []
    for entry in reversed(site.archive.recommendations):
        if not entry.record.withdrawn:
            answers = standings(site.archive, entry.id)
            found.append(
                {
                    "address": address(entry.id),
                    "record": entry.record,
                    "title": entry.record.title,
                    "in_short": in_short(answers),
                    "municipalities": len(answers),
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
