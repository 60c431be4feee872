"""Roll calls: a list of members with a mark or a word for each one's vote, or the names after «Ja:» and «Nej:».

A list whose columns cannot be told for certain, or whose own sum says otherwise, gives nothing: a wrong vote is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.importers.ballots import Cast, counts
from namndarkivet.importers.lines import Cell, Line
from namndarkivet.importers.people import Person, people
from namndarkivet.values import Ballot

_MARK = re.compile(r"[Xx1✓✔☒]")
_WORD = {"ja": Ballot.YES, "nej": Ballot.NO, "avstår": Ballot.ABSTAINS, "avstod": Ballot.ABSTAINS}
_SUM = re.compile(r"(?:Summa|Totalt?|Antal(?: röster)?|Resultat|S:a)\b.*", re.IGNORECASE)
_PARTY = re.compile(r"[A-ZÅÄÖ]{1,5}|-")
_NAME = re.compile(r"[A-ZÅÄÖ][\wåäöé.'’-]+(?: [A-ZÅÄÖ][\wåäöé.'’-]+){1,4}")
_FEWEST = 2
"""Members of a list at least: one mark is no vote."""
_BY_NAME = re.compile(
    r"^(?P<how>ja|nej|avstår|avstod)(?:-?röst(?:er|ar)?)?\s*(?:\(\d+\)\s*)?:\s*(?P<names>[^:\n]*\([A-ZÅÄÖa-zåäö-]{1,5}\)[^:\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_BETWEEN = re.compile(r"\s*(?:,|;|\boch\b|\bsamt\b|\.$)\s*")


@dataclass(frozen=True, slots=True)
class Roll:
    """What a list of votes adds up to. `abstain` is None where it has no place for those who abstain. `cast` holds all members,
    or none where not all could be told.
    """

    yes: int
    no: int
    abstain: int | None
    cast: tuple[Cast, ...]


def roll(lines: Sequence[Line]) -> Roll | None:
    """The votes of a list: marks below Ja and Nej, or a word for each member. None where there is no such list, where a mark
    stands nearer no column than another, or where the list's own sum disagrees.
    """
    rows = [line.cells for line in lines if line.cells]
    header = next((n for n, row in enumerate(rows) if {"ja", "nej"} <= {_label(cell) for cell in row}), None)
    if header is None:
        return _by_word(rows)
    columns = {_label(cell): cell.x for cell in rows[header]}
    votes: list[tuple[Sequence[Cell], Ballot]] = []
    sums: dict[Ballot, int] = {}
    for row in rows[header + 1 :]:
        if _SUM.fullmatch(row[0].text.strip()):
            sums = {
                ballot: int(cell.text) for cell in row[1:] if cell.text.isdigit() and (ballot := _below(cell, columns))
            }
            continue
        marks = [cell for cell in row[1:] if _MARK.fullmatch(cell.text.strip())]
        words = [ballot for cell in row[1:] if (ballot := _WORD.get(cell.text.strip().casefold()))]
        if len(marks) + len(words) > 1:
            return None
        if not marks and not words:
            continue
        ballot = words[0] if words else _below(marks[0], columns)
        if ballot is None:
            return None
        votes.append((row, ballot))
    found = _added(votes, abstaining=any(label.startswith("av") for label in columns))
    numbers = {Ballot.YES: found.yes, Ballot.NO: found.no, Ballot.ABSTAINS: found.abstain or 0} if found else {}
    return found if all(numbers.get(ballot) == number for ballot, number in sums.items()) else None


def by_name(text: str) -> Roll | None:
    """The votes of the lines «Ja: Anna Ek (S), Bo Alm (M)» and «Nej: …», where each of them holds names and nothing else."""
    cast: list[Cast] = []
    for match in _BY_NAME.finditer(text):
        pieces = [piece for piece in _BETWEEN.split(match["names"]) if piece.strip()]
        named = people(match["names"])
        if len(named) != len(pieces):
            return None
        cast += [Cast(who, _WORD[match["how"].casefold()]) for who in named]
    yes, no, abstain = counts(cast)
    return Roll(yes, no, abstain or None, tuple(cast)) if yes and no and len(set(cast)) == len(cast) else None


def _by_word(rows: Sequence[Sequence[Cell]]) -> Roll | None:
    """A list without a row that names its columns: each row a member and a word."""
    votes = []
    for row in rows:
        words = [ballot for cell in row[1:] if (ballot := _WORD.get(cell.text.strip().casefold()))]
        if len(words) == 1 and _member(row):
            votes.append((row, words[0]))
    return _added(votes, abstaining=any(ballot is Ballot.ABSTAINS for _, ballot in votes))


def _added(votes: Sequence[tuple[Sequence[Cell], Ballot]], *, abstaining: bool) -> Roll | None:
    if len(votes) < _FEWEST:
        return None
    members = [(_member(row), ballot) for row, ballot in votes]
    ballots = [ballot for _, ballot in members]
    cast = tuple(Cast(who, ballot) for who, ballot in members if who)
    return Roll(
        ballots.count(Ballot.YES),
        ballots.count(Ballot.NO),
        ballots.count(Ballot.ABSTAINS) if abstaining else None,
        cast if len(cast) == len(members) else (),
    )


def _label(cell: Cell) -> str:
    return cell.text.strip(" :").casefold()


def _below(cell: Cell, columns: dict[str, float]) -> Ballot | None:
    """The vote that a cell shows by the column that it stands below: None where another is as near, or it is no vote's."""
    near = sorted((abs(x - cell.x), label) for label, x in columns.items())
    if len(near) > 1 and near[0][0] * 2 > near[1][0]:
        return None
    label = "avstår" if near[0][1].startswith("av") else near[0][1]
    return _WORD.get(label)


def _member(row: Sequence[Cell]) -> Person | None:
    """Who a row is about, by its first cell; None where that is no name."""
    words, *others = [cell.text.strip() for cell in row]
    named = people(words)
    if named:
        return named[0] if len(named) == 1 else None
    match = _NAME.match(words)
    parties = [text for text in others if _PARTY.fullmatch(text) and not _MARK.fullmatch(text)]
    if match is None or len(parties) > 1:
        return None
    party = parties[0] if parties and parties[0] != "-" else None
    return Person(match[0], party)
