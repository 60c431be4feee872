"""What a reviewer is told to look at: two texts of a document, and what each difference becomes."""

from __future__ import annotations

from typing import Any

import pytest
from archives import BODY, STEADY, registers, written
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.review import Change, look_at

PATH = "beslut/habo/socialnamnden/2031/12-budget.md"
FRONT = {
    "rubrik": "Budget",
    "kommun": "Habo",
    "organ": "Socialnämnden",
    "status": "beslutat",
    "datum": "2031-02-12",
    "paragraf": "12",
    "källa": "{titel: Protokoll}",
}


def text(body: str = BODY, /, **front: Any) -> bytes:
    """A decision as it is written."""
    return written({key: value for key, value in {**FRONT, **front}.items() if value is not None}, body).encode()


def told(before: bytes | None, after: bytes | None, path: str = PATH, former: str = "") -> list[str]:
    """What the reviewer is told of one file."""
    notices = list(look_at(Change(path, before, after, former), registers()))
    assert {notice.path for notice in notices} <= {path}
    return [notice.text for notice in notices]


ADOPTS = "[{rekommendation: skr-2030-7, ställning: antar}]"
TERMS = "[{rekommendation: skr-2030-7, ställning: antar med villkor, villkor: om staten betalar, kostnad: {belopp: 9500, per: år}}]"
GONE = "{datum: 2031-03-01, skäl: personuppgifter}"


def test_a_new_document_without_an_answer_needs_no_particular_look() -> None:
    assert told(None, text()) == []


def test_a_document_that_stays_the_same_needs_none() -> None:
    assert told(text(svar=ADOPTS), text(svar=ADOPTS)) == []


@pytest.mark.parametrize(
    ("before", "after", "sentences"),
    [
        (None, text(svar=ADOPTS), ["nytt svar på skr-2030-7: antar"]),
        (text(), text(svar=ADOPTS), ["nytt svar på skr-2030-7: antar"]),
        (
            text(svar=ADOPTS),
            text(svar=TERMS),
            [
                "svaret på skr-2030-7 ändras från «antar» till «antar med villkor, villkor om staten betalar, kostnad 9500, år»"
            ],
        ),
        (text(svar=ADOPTS), text(), ["svaret på skr-2030-7 tas bort; det var «antar»"]),
        (text(), text(status="förslag"), ["status ändras från beslutat till förslag"]),
        (
            text(),
            text(tillbakadragen=GONE),
            ["texten dras tillbaka (2031-03-01, personuppgifter); är uppgiften borttagen ur filen också?"],
        ),
        (
            text(tillbakadragen=GONE),
            text(),
            ["en text som var tillbakadragen (2031-03-01, personuppgifter) kommer tillbaka"],
        ),
        (
            text(tillbakadragen=GONE),
            text(tillbakadragen=GONE.replace("personuppgifter", "sekretess")),
            ["tillbakadragandet ändras från 2031-03-01, personuppgifter till 2031-03-01, sekretess"],
        ),
        (
            text(),
            text(paragraf="13"),
            [
                "adressen ändras från beslut/habo/socialnamnden/2031/12 till beslut/habo/socialnamnden/2031/13; den gamla saknas i tidigare_id och slutar att gälla"
            ],
        ),
        (
            text(),
            text(paragraf="13", tidigare_id="[beslut/habo/socialnamnden/2031/12]"),
            [
                "adressen ändras från beslut/habo/socialnamnden/2031/12 till beslut/habo/socialnamnden/2031/13; den gamla står i tidigare_id och leder vidare"
            ],
        ),
        (text(), text("## Beslut\n\nEn annan text.\n"), ["texten ändras utan någon ny rad i rättelser"]),
        (
            text(),
            text("## Beslut\n\nEn annan text.\n", rättelser="[{datum: 2031-03-01, text: Ett ord rättat.}]"),
            [],
        ),
        (text("", tillbakadragen=GONE), text("Kvar", tillbakadragen=GONE), []),
        (
            text(svar=TERMS),
            text("", tillbakadragen=GONE),
            ["texten dras tillbaka (2031-03-01, personuppgifter); är uppgiften borttagen ur filen också?"],
        ),
        (
            text(),
            None,
            [
                "filen tas bort, och sidans adress slutar att gälla; ett dokument som måste bort märks i stället med tillbakadragen"
            ],
        ),
        (
            text(),
            b"---\nrubrik: [\n",
            ["dokumentet kan inte läsas nu, så det går inte att säga vad som ändras; läs hela filen"],
        ),
        (
            b"\xff",
            text(),
            ["dokumentet kan inte läsas som det var, så det går inte att säga vad som ändras; läs hela filen"],
        ),
    ],
)
def test_each_difference_is_one_sentence(before: bytes | None, after: bytes | None, sentences: list[str]) -> None:
    assert told(before, after) == sentences


def test_a_moved_file_keeps_its_address_unless_the_document_says_otherwise() -> None:
    former = PATH.replace("budget", "sak")
    assert told(text(), text(), former=former) == [f"filen är flyttad från {former}"]
    assert "adressen ändras" in told(text(), text(paragraf="13"), PATH.replace("12-", "13-"), former)[0]


def test_a_body_that_numbers_per_meeting_has_the_day_in_its_address() -> None:
    path = "beslut/habo/byggnamnden/2031/02-12-12-budget.md"
    (sentence,) = told(text(organ="Byggnämnden"), text(organ="Byggnämnden", datum="2031-02-13"), path)
    assert "från beslut/habo/byggnamnden/2031/02-12-12 till beslut/habo/byggnamnden/2031/02-13-12" in sentence


def test_a_moved_deadline_changes_other_pages_too() -> None:
    front = {"rubrik": "R", "avsändare": "SKR", "datum": "2030-06-10", "riktas_till": "kommuner", "källa": "{titel: M}"}
    before, after = (written({**front, "svarstid": day}).encode() for day in ("2030-10-01", "2030-12-01"))
    assert told(before, after, "rekommendationer/skr-2030-7.md") == [
        "svarstid ändras från 2030-10-01 till 2030-12-01; det ändrar även andra sidor"
    ]


def test_registers_and_attachments_are_to_be_read() -> None:
    assert told(b"a", b"b", "kommuner/habo.yml") == [
        "registret ändras; organens namn och numrering bestämmer sidornas adresser"
    ]
    assert told(None, b"", "beslut/habo/socialnamnden/2031/bilaga.pdf") == [
        "en bilaga; öppna den och läs den, den blir offentlig som den är"
    ]


def test_personal_numbers_are_masked() -> None:
    answer = "[{rekommendation: skr-2030-7, ställning: antar, villkor: '19121212-1212 betalar'}]"
    (sentence,) = told(None, text(svar=answer))
    assert "1212-1212" not in sentence
    assert "****" in sentence


@given(
    st.binary(max_size=200),
    st.binary(max_size=200),
    st.sampled_from([PATH, "x.md", "kommuner/a.yml", "rekommendationer/x.md"]),
)
@settings(STEADY, max_examples=200)
def test_no_bytes_are_too_odd_to_compare(before: bytes, after: bytes, path: str) -> None:
    for one, other in ((before, after), (text() + before, text(svar=ADOPTS) + after), (None, after)):
        assert all(told(one, other, path))
