"""Personal identity numbers, told apart from what only looks like them. All are invented."""

from __future__ import annotations

import pytest

from namndarkivet.personal_numbers import personal_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bidrag till 520304-1234.", ("520304-****",)),
        ("19520304-1234", ("520304-****",)),
        ("520364-1234 är ett samordningsnummer", ("520364-****",)),
        ("520304+1234", ("520304-****",)),
        ("8112189876", ("811218-****",)),
        ("8112189875", ()),
        ("organisationsnummer 212000-0449", ()),
        ("diarienummer 2017-000244 och SLK-2024-00274", ()),
        ("telefon 08-452 79 52, bankgiro 5555-5555", ()),
        ("den 2031-02-12, kl. 13.00-15.10", ()),
        ("529904-1234", ()),
    ],
)
def test_what_is_one_and_what_is_none(text: str, found: tuple[str, ...]) -> None:
    assert personal_numbers(text) == found
