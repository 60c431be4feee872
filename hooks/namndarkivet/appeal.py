"""Legality review: until when, at the earliest, a decision can be appealed.

Three weeks from the day that the approval of the minutes was made known on the notice board (kommunallagen 2017:725,
13:5; likewise three weeks under kommunallagen 1991:900, in force until 2017-12-31). A last day on a Saturday, Sunday,
public holiday, Midsummer's, Christmas or New Year's Eve moves to the next working day (lag 1930:173, 2 §). Never for a
proposal or another preparatory decision (13:2), and never from a date that the source does not give.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from namndarkivet.dates import PartialDate
from namndarkivet.model import Notice
from namndarkivet.values import Status

WEEKS = 3
NEW_ACT = dt.date(2018, 1, 1)


@dataclass(frozen=True, slots=True)
class Appeal:
    """What can be said of the appeal: the last day at the earliest, or why none can be computed. Swedish."""

    last_day: dt.date | None
    reason: str
    act: str

    @property
    def last_day_in_words(self) -> str:
        """The last day as text has it; empty where there is none."""
        day = self.last_day
        return PartialDate(day.year, day.month, day.day).swedish if day else ""


def appeal(status: Status, decided: PartialDate | None, notice: Notice | None) -> Appeal | None:
    """What can be said of the appeal of a decision; None where no appeal is possible, so that there is nothing to say."""
    act = act_of(decided)
    if status is Status.PROPOSED:
        return None
    if not status.settles:
        return None
    posted = notice.posted.exact if notice and notice.posted else None
    if posted is None:
        return Appeal(None, "dagen då justeringen anslogs saknas i källan", act)
    last = next_working_day(posted + dt.timedelta(weeks=WEEKS))
    removed = notice.removed.exact if notice and notice.removed else None
    if removed and removed < last:
        return Appeal(None, "anslaget togs enligt källan ned innan tre veckor hade gått", act)
    return Appeal(last, "", act)


def act_of(decided: PartialDate | None) -> str:
    """The act in force on the day of the decision, or both where the year does not tell."""
    if decided is None:
        return "kommunallagen"
    return "kommunallagen (2017:725)" if decided.year >= NEW_ACT.year else "kommunallagen (1991:900)"


def next_working_day(day: dt.date) -> dt.date:
    """The day itself, or the next that is neither weekend nor holiday."""
    while day.weekday() >= 5 or day in _holidays(day.year):  # noqa: PLR2004 - Saturday and Sunday
        day += dt.timedelta(days=1)
    return day


@cache
def _holidays(year: int) -> frozenset[dt.date]:
    """Public holidays and the three eves (the library's category «de facto»)."""
    import holidays  # noqa: PLC0415 - slow to import, and few archives have a notice date

    return frozenset(
        holidays.country_holidays("SE", years=year, categories=("public", "de_facto"), include_sundays=False)
    )
