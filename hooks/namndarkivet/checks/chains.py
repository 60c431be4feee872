"""Rules about what leads to what: no chain may bite its own tail."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from namndarkivet.checks.rule import archive_rule, document_rule
from namndarkivet.entry import Reading
from namndarkivet.index import Archive
from namndarkivet.model import Register
from namndarkivet.problem import Finding


def _circles(starts: list[str], following: Callable[[str], str | None]) -> Iterator[list[str]]:
    """The closed circles among things that each lead to at most one other, each once, from its least member."""
    done: set[str] = set()
    for start in starts:
        trail: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in done and at not in trail:
            trail[at] = len(trail)
            at = following(at)
        if at is not None and at in trail:
            circle = list(trail)[trail[at] :]
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]
        done.update(trail)


@archive_rule("cirkel")
def circle_of_steps(archive: Archive) -> Iterator[Finding]:
    """Stegen i ett ärende ska leda framåt.

    `nästa` pekar på steget efter, så att man kan följa ärendet till slutet. Här kommer man tillbaka till början.
    """

    def following(identity: str) -> str | None:
        entry = archive.decision(identity)
        found = archive.get(entry.record.next_step) if entry and entry.record.next_step else None
        return found.id if found else None

    starts = [entry.id for entry in archive.decisions if entry.record.next_step]
    for circle in _circles(starts, following):
        way = " → ".join([*circle, circle[0]])
        yield Finding(
            f"kedjan går i cirkel: {way}; ta bort nästa i det sista steget",
            key=("nästa",),
            path=archive.entries[circle[-1]].path,
        )


@archive_rule("cirkel-av-rekommendationer")
def circle_of_recommendations(archive: Archive) -> Iterator[Finding]:
    """Rekommendationer ska följa på varandra framåt i tiden."""

    def following(identity: str) -> str | None:
        entry = archive.recommendation(identity)
        found = archive.recommendation(entry.record.replaced_by) if entry and entry.record.replaced_by else None
        return found.id if found else None

    starts = [entry.id for entry in archive.recommendations if entry.record.replaced_by]
    for circle in _circles(starts, following):
        way = " → ".join([*circle, circle[0]])
        path = archive.entries[circle[-1]].path
        yield Finding(
            f"rekommendationerna följer på varandra i cirkel: {way}; ta bort en ersätts_av",
            key=("ersätts_av",),
            path=path,
        )


@document_rule("cirkel-av-organ", Register)
def circle_of_bodies(reading: Reading[Register]) -> Iterator[Finding]:
    """Ett organ kan inte bereda ärenden åt sig självt, inte heller genom andra."""
    above = {body.name: body.prepares_for for body in reading.record.bodies}
    names = [body.name for body in reading.record.bodies]
    for circle in _circles(names, above.get):
        place = names.index(circle[-1])
        way = " → ".join([*circle, circle[0]])
        yield Finding(f"organen bereder åt varandra i cirkel: {way}; rätta under", key=("organ", place, "under"))


@archive_rule("nästa-bakåt")
def next_step_before(archive: Archive) -> Iterator[Finding]:
    """Nästa steg i ett ärende kommer inte före steget självt."""
    for entry in archive.decisions:
        found = archive.decision(entry.record.next_step) if entry.record.next_step else None
        if found and entry.record.date and found.record.date and found.record.date.before(entry.record.date):
            yield Finding(
                f"nästa steg är daterat {found.record.date}, före det här ({entry.record.date}); rätta datumet eller id",
                key=("nästa",),
                path=entry.path,
            )
