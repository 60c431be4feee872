"""Dates to the day, month or year: read as written, compared only as far as they are known."""

from __future__ import annotations

import datetime as dt

import pytest
from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from namndarkivet.dates import PartialDate

DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2100, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A date near others, known to the day, the month or the year."""
    day = draw(st.dates(dt.date(2015, 1, 1), dt.date(2017, 12, 31)))
    known = draw(st.sampled_from([1, 2, 3]))
    return PartialDate(*(day.year, day.month, day.day)[:known])


def span(date: PartialDate) -> tuple[dt.date, dt.date]:
    """The first and last day that a date may mean."""
    last_month = date.month or 12
    after = dt.date(date.year + last_month // 12, last_month % 12 + 1, 1)
    last = date.exact or after - dt.timedelta(days=1)
    return dt.date(date.year, date.month or 1, date.day or 1), last


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2016", PartialDate(2016)),
        ("2016-12", PartialDate(2016, 12)),
        ("2016-02-29", PartialDate(2016, 2, 29)),
        ("1800-01-01", PartialDate(1800, 1, 1)),
    ],
)
def test_a_date_is_read_and_written_to_the_part_that_is_known(written: str, date: PartialDate) -> None:
    assert (PartialDate.parse(written), str(date)) == (date, written)


@pytest.mark.parametrize(
    "written",
    [
        *("2016-02-30", "2015-02-29", "2016-13", "2016-13-01", "2016-00-01", "2016-01-00", "2016-1-1", "20160101"),
        *(
            "16-01-01",
            "2016-01-01 ",
            " 2016",
            "2016-",
            "0000",
            "12016",
            "",
            "maj 2016",
            "2016-01-01T00:00",
            "２０１６",
            "٢٠١٦",
        ),
    ],
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the calendar's; the advice has its own tests below
        PartialDate.parse(written)


@given(partial_dates())
@settings(STEADY)
def test_a_date_reads_back_as_itself(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(st.text(max_size=12) | st.from_regex(r"\d{1,5}-\d{1,3}-\d{1,3}", fullmatch=True))
@settings(STEADY, max_examples=500)
def test_any_text_is_a_date_that_reads_back_or_is_refused(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert str(date) == text


def test_dates_sort_by_what_is_known_the_less_exact_first() -> None:
    written = ["2017", "2016-12-05", "2016-12", "2016", "2016-02-28", "2015-12-31"]
    assert [str(date) for date in sorted(map(PartialDate.parse, written))] == [
        *("2015-12-31", "2016", "2016-02-28", "2016-12", "2016-12-05", "2017")
    ]


@given(partial_dates(), partial_dates())
@settings(STEADY, max_examples=600)
def test_before_tells_exactly_what_every_day_that_may_be_meant_agrees_on(one: PartialDate, other: PartialDate) -> None:
    (first, last), (other_first, other_last) = span(one), span(other)
    expected: bool | None = None
    if one.exact and other.exact:
        expected = one.exact < other.exact
    elif last < other_first or first > other_last:
        expected = last < other_first
    assert one.before(other) is expected


@given(partial_dates(), partial_dates())
@settings(STEADY, max_examples=600)
def test_of_two_dates_not_both_come_before_the_other_and_both_or_none_tell(
    one: PartialDate, other: PartialDate
) -> None:
    forth, back = one.before(other), other.before(one)
    assert not (forth and back)
    assert (forth is None) == (back is None)
    if forth is False and back is False:
        assert one == other


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2016", "2016", None),
        ("2016", "2016-05-03", None),
        ("2016-05", "2016-05-03", None),
        ("2016-05", "2016-05", None),
        ("2016-04", "2016-05-03", True),
        ("2016", "2017-01-01", True),
        ("2016-12-31", "2016-12-31", False),
    ],
)
def test_nothing_is_compared_from_a_part_that_is_missing(one: str, other: str, expected: bool | None) -> None:
    assert PartialDate.parse(one).before(PartialDate.parse(other)) is expected


def test_only_a_whole_date_is_a_day() -> None:
    assert [PartialDate.parse(text).exact for text in ("2016", "2016-02", "2016-02-29")] == [
        None,
        None,
        dt.date(2016, 2, 29),
    ]


def test_in_swedish_the_day_does_not_leave_its_month() -> None:
    assert [PartialDate.parse(text).swedish for text in ("2016", "2018-12", "2031-02-01")] == [
        "2016",
        "december 2018",
        "1\u00a0februari 2031",
    ]


def test_as_an_adverb_a_date_has_the_word_that_goes_with_what_is_known() -> None:
    assert [PartialDate.parse(text).on for text in ("2016", "2018-12", "2031-02-01")] == [
        "under 2016",
        "i december 2018",
        "den 1\u00a0februari 2031",
    ]


class Dated(BaseModel):
    """A record with a date."""

    date: PartialDate


def advice(value: object) -> str:
    """What the model says of a value that is no date."""
    with pytest.raises(ValidationError) as error:
        Dated.model_validate({"date": value})
    return error.value.errors()[0]["msg"]


GENERAL = (
    "är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2016-09-30 (eller 2016-09 eller 2016 om källan inte säger mer)"
)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2016-02-30", "är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2016-02-29"),
        ("2015-02-29", "är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2015-02-28"),
        ("31 april 2016", "är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2016-04-30"),
        ("2016-9-3", "ska skrivas ÅÅÅÅ-MM-DD: 2016-09-03"),
        ("20160930", "ska skrivas ÅÅÅÅ-MM-DD: 2016-09-30"),
        ("2016/09/30", "ska skrivas ÅÅÅÅ-MM-DD: 2016-09-30"),
        ("2016.09.30", "ska skrivas ÅÅÅÅ-MM-DD: 2016-09-30"),
        ("torsdagen den 9 Juni 2016", "ska skrivas ÅÅÅÅ-MM-DD: 2016-06-09"),
        ("2016-13-01", GENERAL),
        ("0000-01-01", GENERAL),
        ("9/6 2016", GENERAL),
        ("i våras", GENERAL),
        ("", GENERAL),
    ],
)
def test_the_advice_for_what_is_no_date_says_what_to_write(written: str, said: str) -> None:
    assert advice(written) == said


@pytest.mark.parametrize("value", [["2016"], {"dag": "2016"}, 2016])
def test_a_list_or_keys_in_place_of_a_date_have_their_own_advice(value: object) -> None:
    assert advice(value) == "ska vara ett datum, inte en lista eller flera nycklar"


@given(DAYS, st.sampled_from([".", "/", " ", ""]))
@settings(STEADY)
def test_the_advice_for_a_date_written_otherwise_is_that_date(day: dt.date, sign: str) -> None:
    assert advice(day.strftime(f"%Y{sign}%m{sign}%d")) == f"ska skrivas ÅÅÅÅ-MM-DD: {day.isoformat()}"


@given(st.text(max_size=20))
@settings(STEADY)
def test_any_text_is_taken_or_advised_upon(text: str) -> None:
    try:
        date = Dated.model_validate({"date": text}).date
    except ValidationError as error:
        told = [item["type"] for item in error.errors()]
    else:
        told = ["datum"] if str(date) == text else []
    assert told == ["datum"]


def test_a_date_in_a_record_is_written_as_it_was_read() -> None:
    assert Dated.model_validate({"date": "2018-12"}).model_dump_json() == '{"date":"2018-12"}'
