"""The same invented minutes as text, web page, Word and PDF are read alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from namndarkivet.importers.files import reader_of
from namndarkivet.importers.labelled import labelled
from namndarkivet.importers.minutes import Minutes, read_minutes

from .paper import COMMON, EXPECTED, FORMATS, MEETING


def minutes(make: Callable[[], bytes]) -> Minutes:
    """What is read of a file that is made so."""
    data = make()
    return read_minutes(reader_of(data)(data))


@pytest.mark.parametrize("ending", FORMATS)
def test_each_format_says_the_same(ending: str) -> None:
    name = f"protokoll.{ending}"
    *paragraphs, meeting = labelled(minutes(FORMATS[ending]), name)
    assert paragraphs == [{"file": name} | COMMON | expected for expected in EXPECTED]
    assert meeting == {"file": name} | MEETING


def test_a_wrong_ending_does_not_mislead() -> None:
    for make in FORMATS.values():
        assert [item.paragraph.number for item in minutes(make).items] == ["12", "13", "14", "15"]
