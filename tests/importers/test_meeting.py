"""The facts of a meeting, and whose it is: only what is printed."""

from __future__ import annotations

import pytest

from namndarkivet.importers.meeting import day

from .lines import minutes


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2031-02-12", "2031-02-12"),
        ("onsdagen den 12 februari 2031", "2031-02-12"),
        ("12/2 2031", "2031-02-12"),
        ("2031-02-30", None),
        ("februari 2031", None),
        ("kl. 13.00", None),
    ],
)
def test_a_day_is_read_and_never_guessed(written: str, iso: str | None) -> None:
    assert day(written) == iso


FRONT = """Habo kommun
Socialnämnden

Plats och tid        Kommunhuset, sal 1
                     kl. 13.00-15.00
Beslutande           Exempla Exempelsson (S)
                     Testa Testsson (M)
Utses att justera    Testa Testsson
Paragrafer           §§ 1-1
Sammanträdesdatum    2031-02-12
Datum för anslags uppsättande    2031-02-20
Datum för anslags nedtagande     2031-03-14

§ 1 Val

Beslut
Val hålls.
"""


def test_the_front_page_is_read_by_its_labels() -> None:
    facts = minutes(FRONT).facts
    assert (facts.municipality, facts.body, facts.date) == ("Habo", "Socialnämnden", "2031-02-12")
    assert (facts.place_and_time, facts.paragraphs) == ("Kommunhuset, sal 1 kl. 13.00-15.00", 1)
    assert (facts.posted, facts.removed) == ("2031-02-20", "2031-03-14")
    assert (facts.present, facts.approvers) == (("Exempla Exempelsson (S)", "Testa Testsson (M)"), ("Testa Testsson",))


def municipality(text: str) -> str | None:
    """The municipality of a § with this text."""
    return minutes(f"§ 1\nEtt ärende\n\nSammanfattning\n{text}\n\nBeslut\nPlanen antas.").facts.municipality


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("För Ekerö kommuns del uppgår kostnaden till 9.500 kr.", "Ekerö"),
        ("Kommunstyrelsen i Alingsås har beslutat.", "Alingsås"),
        ("Göteborgs Stads riktlinjer gäller.", "Göteborg"),
        ("Remissen kommer från Härryda kommun.", None),
        ("Avtalet sluts med Habo kommun och Mullsjö kommun.", None),
        ("Nämnden sammanträder i Habo.", None),
        ("Ingenting sägs.", None),
    ],
)
def test_a_municipality_that_is_somebody_else_is_not_the_own(text: str, name: str | None) -> None:
    assert municipality(text) == name


def test_land_in_another_municipality_is_no_seat() -> None:
    found = minutes(
        "§ 1\nFörsäljning av marken Hindås 1:156 i Härryda kommun\n\nBeslut\nMarken i Härryda kommun säljs."
    )
    assert found.facts.municipality is None


def test_what_is_not_printed_stays_unknown() -> None:
    facts = minutes("§ 1 Val\n\nBeslut\nVal hålls den 3 mars 2031.").facts
    assert (facts.municipality, facts.body, facts.date, facts.place_and_time, facts.posted) == (
        None,
        None,
        None,
        None,
        None,
    )


def test_the_place_of_the_approval_is_not_the_meetings() -> None:
    facts = minutes(
        "Plats och tid\nFolkets hus, kl. 18.30\n\nJusteringens\nplats och tid\nKommunhuset, 2031-02-19\n\nParagrafer\n45/2031–49/2031\n\n"
        "Anslagetuppsatt den 2031-02-20\n\n§ 45/2031 Val\n\nBeslut\nVal hålls."
    ).facts
    assert (facts.place_and_time, facts.paragraphs, facts.posted) == ("Folkets hus, kl. 18.30", 5, "2031-02-20")


@pytest.mark.parametrize(
    "line",
    [
        "Kallelse utsänd 2031-02-01",
        "Protokoll utskrivet 2031-03-01",
        "Datum för justering 2031-03-01",
        "Inkom 2031-03-01",
        "Anslag 2031-03-01",
        "Remiss 2031-03-01",
    ],
)
def test_a_day_that_is_not_the_meetings_is_none(line: str) -> None:
    assert minutes(f"Socialnämnden\n{line}\n\n§ 1 Val\n\nBeslut\nVal hålls.").facts.date is None


@pytest.mark.parametrize(
    "line",
    [
        "2031-02-12",
        "Socialnämnden 2031-02-12",
        "Protokoll 2031-02-12",
        "onsdagen den 12 februari 2031",
        "Habo kommun 2031-02-12",
    ],
)
def test_a_day_that_stands_with_the_body_or_alone_is_the_meetings(line: str) -> None:
    assert minutes(f"{line}\n\n§ 1 Val\n\nBeslut\nVal hålls.").facts.date == "2031-02-12"


def test_a_body_or_municipality_that_something_comes_from_is_not_the_own() -> None:
    facts = minutes(
        "Remiss från Kommunstyrelsen\nStudiebesök från Mullsjö kommun\n\n§ 1 Val\n\nBeslut\nVal hålls."
    ).facts
    assert (facts.body, facts.municipality) == (None, None)


@pytest.mark.parametrize(
    ("front", "date"),
    [
        ("Sammanträde 5 mars 2031\n\nJustering\nDatum: 2031-03-12", "2031-03-05"),
        ("Tid 2031-03-05 kl 9\n\nUnderskrifter\nDatum 2031-03-12", "2031-03-05"),
        ("Protokoll enligt reglemente antaget 2014-12-01", None),
        ("Föregående protokoll 2031-02-01 godkänns", None),
        ("2031-11-02 09:14 Protokoll Socialnämnden 2031-03-05", "2031-03-05"),
        ("Protokoll socialnämnden 5 mars 2031", "2031-03-05"),
    ],
)
def test_the_day_of_the_approval_a_rule_or_the_printing_is_not_the_meetings(front: str, date: str | None) -> None:
    assert minutes(f"Habo kommun\nSocialnämnden\n{front}\n\n§ 1 Val\n\nBeslut\nVal hålls.").facts.date == date


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Anslaget under tiden: 2031-02-20 - 2031-03-14", ("2031-02-20", "2031-03-14")),
        ("Protokollet anslås 2031-02-20 – 2031-03-14", ("2031-02-20", "2031-03-14")),
        ("Protokollet publicerades på anslagstavlan 2031-02-20 och togs ned 2031-03-14.", ("2031-02-20", "2031-03-14")),
        ("Anslaget sätts upp: 2031-02-20 Anslaget tas ned: 2031-03-14", ("2031-02-20", "2031-03-14")),
        ("Anslaget tas ned tre veckor efter 2031-02-20", (None, None)),
    ],
)
def test_the_notice_in_the_forms_that_front_pages_have(said: str, days: tuple[str | None, str | None]) -> None:
    facts = minutes(f"Socialnämnden\n{said}\n\n§ 1 Val\n\nBeslut\nVal hålls.").facts
    assert (facts.posted, facts.removed) == days


@pytest.mark.parametrize(
    "front",
    [
        "Habo kommun Mullsjö kommun\nGemensamma nämnden\nRummet, Jönköping",
        "Socialnämnden i Håbo och Habo kommun samt Mullsjö kommun",
    ],
)
def test_of_several_municipalities_none_is_chosen(front: str) -> None:
    facts = minutes(f"{front}\n\n§ 1 Val\n\nBeslut\nVal hålls.").facts
    assert (facts.municipality, facts.municipality_from_head) == (None, False)


def test_pasted_lines_go_on_with_a_value_only_where_their_words_do() -> None:
    facts = minutes(
        "Plats och tid: Kommunhuset\nkl. 9\nMötet spelas in\nBeslutande: Ada Ett (S), ordförande\nBo Två (M) §§ 1–3\nLunch serveras\n"
        "Justerare: Ada Ett\nProtokollet justeras digitalt\n\n§ 1 Val\n\nBeslut\nVal hålls."
    ).facts
    assert facts.place_and_time == "Kommunhuset kl. 9"
    assert (facts.present, facts.approvers) == (("Ada Ett (S), ordförande", "Bo Två (M) §§ 1–3"), ("Ada Ett",))


def test_a_page_that_the_front_page_names_is_no_paragraph() -> None:
    assert minutes("Paragrafer §§ 1-2 (se sida 4)\n\n§ 1 Val\n\nBeslut\nVal hålls.").facts.paragraphs == 2


@pytest.mark.parametrize(
    "line",
    [
        "Underskrift " + "-" * 90,
        "Habo" + "-" * 90,
        "A" + "b" * 90,
        "justerande " * 60 + "x",
        "sign " + "ordf." * 60 + "x",
    ],
)
def test_no_line_is_weighed_without_end(line: str) -> None:
    """Each of these took minutes, then hours, while patterns could divide it in ever more ways."""
    (item,) = minutes(f"{line}\nHabo kommun\n\n§ 1 Val\n\nBeslut\nVal hålls.").items
    assert item.paragraph.number == "1"
