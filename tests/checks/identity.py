"""Paths that say something else than the document, and ids that two documents want."""

from namndarkivet.problem import Severity

from .case import BOARD, DECISION, MEETING, REGISTER, Case, circular, decision, meeting, of_board, register

_AGAIN = "beslut/habo/socialnamnden/2031/12-om-budget.md"
_PER_MEETING = register("{namn: Socialnämnden, slag: nämnd, paragrafer: per sammanträde}")
_ON_THE_DAY = "beslut/habo/socialnamnden/2031/02-12-12-budget.md"
_WRONG_NAME = "beslut/habo/socialnamnden/2031/12-Årsbudget.md"
_NOWHERE = "beslut/habo/12-budget.md"
_OTHER_YEAR = "beslut/habo/socialnamnden/2030/12-budget.md"
_OTHER_NUMBER = "beslut/habo/socialnamnden/2031/21-budget.md"
_LONG_MEETING = "beslut/habo/socialnamnden/2031/2031-02-12-extra-sammantrade.md"
_LETTER = "cirkular/skl/2030/2030-11-20-svarstid.md"


def _former(*ids: str) -> str:
    return decision(tidigare_id=f"[{', '.join(ids)}]")


_SIGN = "beslut/habo/socialnamnden/2031/12-budget.md"
_DASH = "beslut/habo/socialnamnden/2031/utan.md"
_CAPITALS = "beslut/habo/socialnamnden/2031/12-budget.MD"
_YAML = "kommuner/habo.yaml"
_LOOSE = "beslut/habo/lista.xlsx"

CASES = (
    Case("för-långt", decision(ärende="x" * 81), (9, 9), "gränsen är 80", right=decision(ärende="x" * 80)),
    Case("diarienummer", decision(diarienummer="saknas"), (9, 15), "ta bort raden om källan inte har något"),
    Case(
        "diarienummer",
        decision(diarienummer="Dnr SN 2031/45"),
        (9, 15),
        "skriv utan Dnr: SN 2031/45",
        right=decision(diarienummer="SN 2031/45"),
    ),
    Case("diarienummer", decision(diarienummer="SN 2031/45 och KS 2031/7"), (9, 15), "nämn det andra i texten"),
    Case("paragraf", {_SIGN: decision(paragraf="§ 12")}, (_SIGN, 7, 11), "skriv bara numret: 12"),
    Case("paragraf", {_DASH: decision(paragraf="utan")}, (_DASH, 7, 11), "skriv till exempel 12"),
    Case(
        "ämne",
        decision(ämnen="[Skola]"),
        (9, 9),
        "skriv ämnet med små bokstäver: skola",
        right=decision(ämnen="[skola]"),
    ),
    Case("ämne", decision(ämnen="['–']"), (9, 9), "ett ämne ska ha bokstäver"),
    Case("fel-ändelse", {_CAPITALS: decision()}, (_CAPITALS, 1, 1), "döp om den till 12-budget.md"),
    Case(
        "fel-ändelse",
        {DECISION + ".txt": decision()},
        (DECISION + ".txt", 1, 1),
        "döp om den till 12-budget.md",
    ),
    Case("fel-ändelse", {_YAML: register()}, (_YAML, 1, 1), "döp om den till habo.yml"),
    Case(
        "okänd-fil",
        {_LOOSE: "1"},
        (_LOOSE, 1, 1),
        "flytta eller ta bort den",
        severity=Severity.WARNING,
        right={DECISION: decision()},
    ),
    Case("filnamn", {_WRONG_NAME: decision()}, (_WRONG_NAME, 1, 1), "döp om till 12-arsbudget.md"),
    Case(
        "fel-mapp",
        {_NOWHERE: decision()},
        (_NOWHERE, 1, 1),
        "flytta den till decisions/beslut/habo/socialnamnden/2031/",
    ),
    Case(
        "sökväg",
        {_OTHER_YEAR: decision()},
        (_OTHER_YEAR, 1, 1),
        "hör filen hemma i decisions/beslut/habo/socialnamnden/2031/; flytta den, eller rätta kommun, organ eller år",
    ),
    Case("sökväg", {_OTHER_NUMBER: decision()}, (_OTHER_NUMBER, 1, 1), "ska filnamnet börja med 12: 12-….md"),
    Case(
        "sökväg",
        {_LONG_MEETING: meeting()},
        (_LONG_MEETING, 1, 1),
        "2031-02-12-sammantrade.md",
        right={MEETING: meeting()},
    ),
    Case(
        "sökväg",
        {_LETTER: circular()},
        (_LETTER, 1, 1),
        "hör filen hemma i decisions/cirkular/skr/2030/",
        right={_LETTER: circular(avsändare="SKL")},
    ),
    Case(
        "sökväg",
        {DECISION: decision(), REGISTER: _PER_MEETING},
        (1, 1),
        "ska filnamnet börja med 02-12-12: 02-12-12-….md",
        right={_ON_THE_DAY: decision(), REGISTER: _PER_MEETING},
    ),
    Case(
        "datum-eller-år",
        decision(datum=""),
        (1, 1),
        "år: ÅÅÅÅ om källan inte säger dagen",
        decision(datum="", år="2031"),
    ),
    Case("datum-eller-år", decision(år="2030"), (9, 5), "ta bort raden år", right=decision(år="2031")),
    Case(
        "dag-i-adressen",
        {_ON_THE_DAY: decision(datum="2031-02"), REGISTER: _PER_MEETING},
        (_ON_THE_DAY, 1, 1),
        "hela datumet behövs; skriv datum: ÅÅÅÅ-MM-DD",
        right={_ON_THE_DAY: decision(), REGISTER: _PER_MEETING},
    ),
    Case(
        "tidigare-id",
        {DECISION: _former("beslut/habo/kommunstyrelsen/2031/31"), BOARD: of_board()},
        (9, 15),
        f"hör till decisions/{BOARD}; ta bort raden",
        right={DECISION: _former("beslut/habo/kommunstyrelsen/2031/13"), BOARD: of_board()},
    ),
    Case("tidigare-id", _former("../../index"), (9, 15), "skriv det som beslut/<kommun>/<organ>/<år>/<§>"),
    Case("tidigare-id", _former("beslut/habo/socialnamnden/2031/21.md"), (9, 15), "är inget id"),
)

PAIRS = (
    (
        "dubbelt-id",
        {DECISION: decision(), _AGAIN: decision(rubrik="Om budget 2031")},
        {
            DECISION: (1, 1, f"finns också i decisions/{_AGAIN}; rätta paragraf, datum eller organ"),
            _AGAIN: (1, 1, f"finns också i decisions/{DECISION}; rätta paragraf, datum eller organ"),
        },
    ),
    (
        "tidigare-id",
        {
            DECISION: _former("beslut/habo/socialnamnden/2031/1"),
            BOARD: of_board(tidigare_id="[/beslut/habo/socialnamnden/2031/1/]"),
        },
        {
            BOARD: (9, 15, "id beslut/habo/socialnamnden/2031/1 står som tidigare id i flera dokument; behåll ett"),
            DECISION: (9, 15, "id beslut/habo/socialnamnden/2031/1 står som tidigare id i flera dokument; behåll ett"),
        },
    ),
)
