"""Whole reports, as a person reads them in a terminal."""

from pathlib import Path

from namndarkivet import report

from .case import BOARD, BODY, DECISION, RECOMMENDATION, REGISTER, Files, check, decision, of_board, register

_VOTES = "\n  - ja: 2\n    nej: 0\n    röster: [{namn: Exempel Exempelsson, röst: ja}]"


def _report(root: Path, files: Files) -> str:
    return report.text(check(root, files))


def test_an_impossible_date_is_underlined_with_the_last_day_of_its_month(tmp_path: Path) -> None:
    assert _report(tmp_path, {DECISION: decision(datum="2016-02-30")}) == (
        """\
decisions/beslut/habo/socialnamnden/2031/12-budget.md:6:8: fel[datum]
  6 | datum: 2016-02-30
    |        ^^^^^^^^^^ är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2016-02-29

1 fel."""
    )


def test_a_misspelt_key_is_underlined_with_the_key_that_was_meant(tmp_path: Path) -> None:
    assert _report(tmp_path, {DECISION: decision(reservatoner="[]")}) == (
        """\
decisions/beslut/habo/socialnamnden/2031/12-budget.md:9:1: fel[okänd-uppgift]
  9 | reservatoner: []
    | ^^^^^^^^^^^^ «reservatoner» är ingen uppgift som arkivet känner till; menade du «reservationer»?

1 fel."""
    )


def test_all_problems_of_all_files_stand_by_file_and_line(tmp_path: Path) -> None:
    wrong = {
        DECISION: decision(BODY + "\nSenast [den 31 mars](#).\n", justerad="2031-02-27", omröstningar=_VOTES),
        BOARD: of_board(status="antaget", svar="[{rekommendation: skr-2030-8, ställning: antar}]"),
        RECOMMENDATION: "",
        REGISTER: register("{namn: Socialnämnden, slag: nämnd, under: Kommunstyrelsen}"),
    }
    assert _report(tmp_path, wrong) == (
        """\
decisions/beslut/habo/kommunstyrelsen/2031/31-budget.md:5:9: fel[okänt-värde]
  5 | status: antaget
    |         ^^^^^^^ «antaget» är inget av de värden som finns; välj bland beslutat, förslag, avslaget, \
besvarat, återremitterat, bordlagt, remitterat, antecknat, utgått eller utan beslut

decisions/beslut/habo/socialnamnden/2031/12-budget.md:9:11: varning[justeringstid]
  9 | justerad: 2031-02-27
    |           ^^^^^^^^^^ justerat 15 dagar efter sammanträdet; stämmer båda datumen med källan?

decisions/beslut/habo/socialnamnden/2031/12-budget.md:11:9: fel[rösterna-går-inte-ihop]
  11 |   - ja: 2
     |         ^ 2 ja är angivet men 1 är uppräknade; rätta siffran eller uppräkningen

decisions/beslut/habo/socialnamnden/2031/12-budget.md:19:8: fel[tom-länk]
  19 | Senast [den 31 mars](#).
     |        ^^^^^^^^^^^^^^^^ länken «den 31 mars» leder ingenstans; behåll orden och ta bort [](#)

decisions/kommuner/habo.yml:3:47: fel[registrets-organ]
  3 |   - {namn: Socialnämnden, slag: nämnd, under: Kommunstyrelsen}
    |                                               ^^^^^^^^^^^^^^^ «Kommunstyrelsen» finns inte bland organen; \
lägg till det i registret

decisions/rekommendationer/skr-2030-7.md:1:1: fel[tom-fil]
  filen är tom; skriv dokumentet, eller ta bort filen

5 fel och 1 varning."""
    )


def test_the_lines_of_a_document_of_many_lines_are_the_files_own(tmp_path: Path) -> None:
    """A value over several lines, letters beyond ASCII and CRLF: line and column are what an editor shows."""
    long = decision(rubrik=">-\n  Budget för\n  socialnämnden\n  2031", ämnen="[ekonomi, ålder, åldrig, b: c]")
    text = _report(tmp_path, {DECISION: long.replace("\n", "\r\n")})
    assert text.split("\n\n")[1] == (
        """\
decisions/beslut/habo/socialnamnden/2031/12-budget.md:12:33: fel[fel-typ]
  12 | ämnen: [ekonomi, ålder, åldrig, b: c]
     |                                 ^^^^ ska vara en text; har texten ett kolon eller börjar med ett streck, sätt citattecken om den"""
    )


def test_a_right_archive_has_no_errors(tmp_path: Path) -> None:
    assert _report(tmp_path, {DECISION: decision(), BOARD: of_board()}) == "Inga fel."
