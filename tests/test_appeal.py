"""Legality review: three weeks from the notice, past weekends and holidays, and never from what the source does not say."""

from __future__ import annotations

import datetime as dt

import pytest
from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.appeal import Appeal, act_of, appeal, next_working_day
from namndarkivet.dates import PartialDate
from namndarkivet.model import Notice
from namndarkivet.values import Status

OLD, NEW = "kommunallagen (1991:900)", "kommunallagen (2017:725)"
SETTLED = [status for status in Status if status.settles]


def day(text: str) -> PartialDate:
    """A date."""
    return PartialDate.parse(text)


def of(posted: str | None, removed: str | None = None, *, status: Status = Status.DECIDED) -> Appeal | None:
    """What can be said of the appeal of a decision of 2018 with this notice."""
    front = {key: value for key, value in {"uppsatt": posted, "nedtaget": removed}.items() if value}
    return appeal(status, day("2018-02-12"), Notice.model_validate(front))


@pytest.mark.parametrize("status", [status for status in Status if status not in SETTLED])
@pytest.mark.parametrize("notice", [None, "2018-02-20"])
def test_a_proposal_or_another_preparatory_decision_has_no_appeal(status: Status, notice: str | None) -> None:
    assert of(notice, status=status) is None


def test_what_settles_a_matter_can_be_appealed_three_weeks_from_the_notice() -> None:
    for status in SETTLED:
        assert of("2018-02-20", status=status) == Appeal(dt.date(2018, 3, 13), "", NEW)


@pytest.mark.parametrize(
    ("posted", "last"),
    [
        ("2018-02-24", "2018-03-19"),  # a Saturday
        ("2018-02-25", "2018-03-19"),  # a Sunday
        ("2018-03-08", "2018-03-29"),  # Maundy Thursday is a working day
        ("2018-03-09", "2018-04-03"),  # Good Friday, to the Tuesday after Easter
        ("2018-03-12", "2018-04-03"),  # Easter Monday
        ("2018-04-09", "2018-04-30"),  # Walpurgis Night is a working day
        ("2018-04-10", "2018-05-02"),  # the first of May
        ("2018-04-19", "2018-05-11"),  # Ascension Day
        ("2018-04-30", "2018-05-21"),  # Whit Monday has been a working day since 2005
        ("2018-05-16", "2018-06-07"),  # the national day
        ("2018-06-01", "2018-06-25"),  # Midsummer's Eve
        ("2018-10-12", "2018-11-02"),  # All Saints' Eve is a working day
        ("2018-12-03", "2018-12-27"),  # Christmas Eve
        ("2018-12-05", "2018-12-27"),  # Boxing Day
        ("2018-12-10", "2019-01-02"),  # New Year's Eve
        ("2019-12-16", "2020-01-07"),  # Epiphany
        ("2020-02-08", "2020-03-02"),  # over a leap day, and from a Saturday
    ],
)
def test_a_last_day_on_a_weekend_or_holiday_moves_to_the_next_working_day(posted: str, last: str) -> None:
    assert of(posted) == Appeal(dt.date.fromisoformat(last), "", NEW)


@given(st.dates(dt.date(1992, 1, 1), dt.date(2040, 12, 31)))
@settings(STEADY, max_examples=400)
def test_the_last_day_is_a_weekday_within_a_week_after_the_three(posted: dt.date) -> None:
    found = of(posted.isoformat())
    assert found is not None
    assert found.last_day is not None
    assert 0 <= (found.last_day - posted).days - 21 <= 6
    assert found.last_day.weekday() < 5
    assert next_working_day(found.last_day) == found.last_day


@pytest.mark.parametrize("posted", [None, "2018", "2018-02"])
def test_without_the_day_of_the_notice_nothing_is_computed_and_the_page_says_why(posted: str | None) -> None:
    reason = "dagen då justeringen anslogs saknas i källan"
    assert of(posted) == Appeal(None, reason, NEW)
    assert appeal(Status.DECIDED, day("2018-02-12"), None) == Appeal(None, reason, NEW)


@pytest.mark.parametrize("removed", ["2018-02-20", "2018-03-01", "2018-03-12"])
def test_a_notice_that_was_taken_down_too_early_starts_no_time_that_can_be_computed(removed: str) -> None:
    assert of("2018-02-20", removed) == Appeal(None, "anslaget togs enligt källan ned innan tre veckor hade gått", NEW)


@pytest.mark.parametrize("removed", ["2018-03-13", "2018-03-14", "2019-01-01", "2018-03", "2018"])
def test_a_notice_that_stayed_up_or_whose_last_day_is_not_known_is_computed(removed: str) -> None:
    assert of("2018-02-20", removed) == Appeal(dt.date(2018, 3, 13), "", NEW)


@pytest.mark.parametrize(
    ("decided", "act"),
    [
        ("2016-09-30", OLD),
        ("2017-12-31", OLD),
        ("2017", OLD),
        ("2018-01-01", NEW),
        ("2018", NEW),
        (None, "kommunallagen"),
    ],
)
def test_the_act_is_the_one_in_force_on_the_day_of_the_decision(decided: str | None, act: str) -> None:
    assert act_of(day(decided) if decided else None) == act
    found = appeal(Status.REJECTED, day(decided) if decided else None, None)
    assert found is not None
    assert found.act == act


def test_the_last_day_is_told_in_words_only_where_there_is_one() -> None:
    assert Appeal(dt.date(2018, 3, 13), "", NEW).last_day_in_words == "13\u00a0mars 2018"
    assert Appeal(None, "okänd", NEW).last_day_in_words == ""
