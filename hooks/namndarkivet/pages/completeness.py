"""What the archive holds of a place, a time or a subject, in sentences: so that a list without a row is not read as a body
without a decision.

Only what the documents themselves show is said. Where a body numbers its paragraphs through the year, the highest § that the
archive has tells how many there were at least; how many decisions there were, nobody but the body knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from namndarkivet.addresses import paragraph_slug
from namndarkivet.dates import MONTHS, PartialDate
from namndarkivet.entry import Entry, meeting_of, place_of, year_of
from namndarkivet.index import Archive
from namndarkivet.model import Decision
from namndarkivet.register import Municipality, municipalities
from namndarkivet.swedish import count, enumerate_, number, paragraph, running
from namndarkivet.values import Numbering

_MOST_SPANS = 4
"""Runs of years that are named one by one; with more of them the first and the last year stand."""

_LONGEST_RANGE = 50
"""Paragraphs that one document can stand for («§ 12-14»); a wider range is no range but something else with a hyphen."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a list is a list of; what is left out is all. `place` and `body` are names as the documents write them.

    `numbered`: whether the body numbers its paragraphs through the year. `unplaced`: documents that may belong here as well, and
    whose source does not say the month, or that have no subject.
    """

    place: str = ""
    body: str = ""
    year: int | None = None
    month: int | None = None
    subject: str = ""
    numbered: bool = False
    unplaced: int = 0

    @property
    def one_body(self) -> bool:
        """Whether it is one body of one municipality, and not all that have its name."""
        return bool(self.place and self.body)


def body_scope(archive: Archive, municipality: Municipality, body: str, year: int | None = None) -> Scope:
    """The scope of one body, or of one of its years, with what its register says of the numbering."""
    known = archive.registers.body(municipality, body)
    numbered = known is not None and known.numbering is Numbering.PER_YEAR
    return Scope(place=municipality.name, body=body, year=year, numbered=numbered)


def told(archive: Archive, entries: Sequence[Entry[Decision]], scope: Scope) -> str:
    """The sentences about a list of this archive, made once for all its parts; `entries` are all that the scope takes in."""
    known = archive.once(_known)
    if scope not in known:
        known[scope] = held(entries, scope)
    return known[scope]


def _known(_archive: Archive) -> dict[Scope, str]:
    return {}


def held(entries: Sequence[Entry[Decision]], scope: Scope) -> str:
    """What the archive holds of a scope: how many documents, from how many places and meetings and when, how many paragraphs
    there were at least, and that the rest is not known. `entries` are the scope's, oldest first.

    A proposal whose source does not name the proposing body is counted by itself: its § is not of the body that it goes to.
    """
    own = [entry for entry in entries if not (scope.one_body and entry.record.proposer_unknown)]
    others = len(entries) - len(own)
    sentences = []
    if own or not others:
        sentences += [_counted(own, scope), *_taken_down(own), *_numbers(own, scope)]
    if others:
        proposals = f"{count(others, 'förslag', 'förslag')} till {_whose(scope)}"
        who = "vilket organ som lade fram det" if others == 1 else "vilka organ som lade fram dem"
        sentences.append(f"{'Därtill har arkivet' if own else 'Arkivet har'} {proposals}; källan säger inte {who}.")
    return " ".join([*sentences, *_rest(entries, scope)])


def _whose(scope: Scope) -> str:
    """«socialnämnden i Habo 2031», «Habo i februari 2031», «2031»; "" where the scope is everything."""
    one = f"{running(scope.body)} i {scope.place}"
    who = one if scope.one_body else f"organ med namnet {scope.body}" if scope.body else scope.place
    when = f"{MONTHS[scope.month - 1]} {scope.year}" if scope.month else str(scope.year or "")
    return " ".join(part for part in (who, "i" if who and scope.month else "", when) if part)


def _counted(entries: Sequence[Entry[Decision]], scope: Scope) -> str:
    of = f" från {whose}" if (whose := _whose(scope)) else ""
    of += f" med ämnet {scope.subject}" if scope.subject else ""
    if not entries:
        return f"Arkivet har inga beslut eller förslag{of}."
    documents = count(len(entries), "beslut eller förslag", "beslut och förslag")
    return f"Arkivet har {documents}{of}{_spread(entries, scope)}."


def _spread(entries: Sequence[Entry[Decision]], scope: Scope) -> str:
    """Over how many municipalities, bodies and meetings, and when."""
    if scope.one_body:
        return _meetings(entries, scope)
    years = "" if scope.year else f" ({_years(sorted({year_of(entry) for entry in entries}))})"
    known = len({place_of(entry) for entry in entries if not entry.record.proposer_unknown})
    bodies = count(known, "organ", "organ") if known and not scope.body else ""
    if scope.place:
        return f", från {bodies}{years}" if bodies else years
    places = (
        f"{number(len({place_of(entry)[0] for entry in entries}))} av Sveriges {len(municipalities().by_code)} kommuner"
    )
    return f", från {' och '.join(filter(None, (places, bodies)))}{years}"


def _meetings(entries: Sequence[Entry[Decision]], scope: Scope) -> str:
    """From how many of the body's meetings, the first and last of them, and for how many documents no day is known."""
    days = sorted(entry.record.date for entry in entries if entry.record.date and entry.record.date.day)
    years = _years(sorted({year_of(entry) for entry in entries}))
    undated = len(entries) - len(days)
    if not days:
        return f"{'' if scope.year else f' ({years})'}; dagen saknas i källan{' för alla' if undated > 1 else ''}"
    meetings = len({meeting_of(entry) for entry in entries} - {None})
    when = _days(days[0], days[-1]) if scope.year else years
    gap = f"; för {number(undated)} av dem saknas dagen i källan" if undated else ""
    return f", från {count(meetings, 'sammanträde', 'sammanträden')} ({when}){gap}"


def _days(first: PartialDate, last: PartialDate) -> str:
    """«12 februari–9 december»: the year stands in the sentence already."""
    ends = [day.swedish.removesuffix(f" {day.year}") for day in (first, last)]
    return "–".join(dict.fromkeys(ends))


def _years(years: Sequence[int]) -> str:
    """«2016–2018 och 2031»; with many gaps «2016–2031, med luckor»."""
    runs = [[year for _, year in run] for _, run in groupby(enumerate(years), key=lambda pair: pair[1] - pair[0])]
    if len(runs) > _MOST_SPANS:
        return f"{years[0]}–{years[-1]}, med luckor"
    return enumerate_(["–".join(map(str, dict.fromkeys((run[0], run[-1])))) for run in runs])


def _taken_down(entries: Sequence[Entry[Decision]]) -> Iterator[str]:
    """For how many the archive has the place alone, and not the text."""
    gone = sum(entry.record.withdrawn is not None for entry in entries)
    if gone and len(entries) == 1:
        yield "Dess text är borttagen."
    elif gone:
        yield f"Texten är borttagen för {'ett' if gone == 1 else number(gone)} av dem."


def _numbers(entries: Sequence[Entry[Decision]], scope: Scope) -> Iterator[str]:
    """How many paragraphs there were at least, where the body numbers them through the year."""
    if not (scope.one_body and scope.numbered and entries) or scope.month or scope.subject:
        return
    found, least, span = 0, 0, ""
    for year, group in groupby(entries, key=year_of):
        numbers: set[tuple[int, str]] = set()
        for entry in group:
            covered = _covered(entry.record.paragraph, year)
            if not covered:  # a § that is no number: nothing is said of the others either
                return
            numbers |= covered
        ends = min(numbers)[0], max(numbers)[0]
        span = "–".join(dict.fromkeys(paragraph(str(end)) for end in ends))
        found += len(numbers)
        least += ends[1] + sum(1 for _, letter in numbers if letter)
    one_year = year_of(entries[0]) == year_of(entries[-1])
    if found < least:
        where = f" ({span})" if one_year else " under de åren"
        yield f"Det är {number(found)} av minst {number(least)} paragrafer{where}."
    else:
        where = f" ({span})" if one_year else ""
        yield f"Paragrafernas nummer har ingen lucka upp till det högsta som arkivet har{where}; om det finns fler vet arkivet inte."


def _covered(written: str, year: int) -> set[tuple[int, str]]:
    """The numbers that a § as written stands for, each with its letter: «67 A» is (67, "a"), «12-14» three. None where it is
    no number.
    """
    parts = re.fullmatch(r"(\d{1,5})(?:-?([a-z])|-(\d{1,5}))?", paragraph_slug(written, year))
    if not parts:
        return set()
    first, last = int(parts[1]), int(parts[3] or parts[1])
    if not 0 < first <= last < first + _LONGEST_RANGE:
        return set()
    return {(each, parts[2] or "") for each in range(first, last + 1)}


def _rest(entries: Sequence[Entry[Decision]], scope: Scope) -> Iterator[str]:
    """That the archive does not know the rest, and what may belong here and does not stand here."""
    if scope.subject:
        if scope.unplaced:
            yield f"{count(scope.unplaced, 'dokument', 'dokument')} i arkivet har inget ämne angivet och står inte här."
    elif scope.unplaced:
        yield (
            f"Därtill har arkivet {count(scope.unplaced, 'dokument', 'dokument')} från {scope.year} vars månad saknas i källan."
        )
    if not entries:
        yield "Det säger inget om vad som har beslutats."
    elif scope.one_body:
        yield "Hur många beslut som har fattats vet arkivet inte."
    elif scope.place:
        yield f"Vad {scope.place} i övrigt har beslutat vet arkivet inte."
    else:
        yield "Vad kommunerna i övrigt har beslutat vet arkivet inte."
