"""Values that the model refuses."""

from .case import BOARD, RECOMMENDATION, REGISTER, Case, decision, of_board, recommendation, register

_ANSWER = "\n  - rekommendation: skr-2030-7\n    ställning: antar\n    kostnad: "
_BESIDE = {RECOMMENDATION: recommendation()}

CASES = (
    Case(
        "källans-fil",
        decision(källa="{titel: Påhittat exempel, fil: 'C:\\Users\\nn\\protokoll.pdf'}"),
        (8, 39),
        "skriv bara filens namn, utan mappar: protokoll.pdf",
        right=decision(källa="{titel: Påhittat exempel, fil: protokoll.pdf}"),
    ),
    Case(
        "saknad-uppgift",
        decision(status=""),
        (2, 1),
        "uppgiften «status» saknas (vad det blev av ärendet i det här organet); lägg till raden status: …",
    ),
    Case("saknad-uppgift", decision(källa="{url: https://example.org/}"), (8, 1), "lägg till raden titel: …"),
    Case("saknad-uppgift", decision(jäv="[{parti: S}]"), (9, 7), "uppgiften «vem» saknas"),
    Case(
        "okänd-uppgift",
        decision(diarienumer="SN 2031/45"),
        (9, 1),
        "menade du «diarienummer»?",
        right=decision(diarienummer="SN 2031/45"),
    ),
    Case(
        "okänd-uppgift",
        decision(yrkanden="[{av: Exempel Exempelsson, xyz: bifall, yrkande: avslag}]"),
        (9, 38),
        "här kan stå av, parti, yrkande",
        right=decision(yrkanden="[{av: Exempel Exempelsson, yrkande: avslag}]"),
    ),
    Case(
        "okänd-uppgift",
        {REGISTER: register("{namn: Socialnämnden, typ: nämnd, slag: nämnd}")},
        (REGISTER, 3, 27),
        "här kan stå namn, förkortning, slag, under, paragrafer, från, till",
    ),
    Case("okänt-värde", decision(status="Beslutat"), (5, 9), "menade du «beslutat»?"),
    Case("okänt-värde", decision(status="bordlagd"), (5, 9), "menade du «bordlagt»?"),
    Case("okänt-värde", decision(status="antaget"), (5, 9), "är inget av de värden som finns; välj bland beslutat,"),
    Case(
        "okänt-värde",
        {BOARD: of_board(svar=_ANSWER.replace("antar", "antar inte") + "{belopp: 9500}"), **_BESIDE},
        (BOARD, 11, 16),
        "är inget av de värden som finns; välj bland antar, antar med villkor, avstår eller tar inte ställning",
    ),
    Case("datum", decision(datum="2031-02-30"), (6, 8), "skriv ÅÅÅÅ-MM-DD, till exempel 2031-02-28"),
    Case("datum", decision(datum="12 februari 2031"), (6, 8), "ska skrivas ÅÅÅÅ-MM-DD: 2031-02-12"),
    Case("datum", decision(datum="31/2 2031"), (6, 8), "är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2016-09-30"),
    Case("datum", decision(anslag="{uppsatt: i mars}"), (9, 19), "2016-09 eller 2016 om källan inte säger mer"),
    Case("datum", decision(datum="", år="31"), (8, 5), "skriv fyra siffror, till exempel 2016"),
    Case(
        "tal",
        {BOARD: of_board(svar=f"{_ANSWER}{{belopp: 9.500}}"), **_BESIDE},
        (BOARD, 12, 23),
        "skrivet med bara siffror: 9500",
        right={BOARD: of_board(svar=f"{_ANSWER}{{belopp: 9500}}"), **_BESIDE},
    ),
    Case(
        "tal",
        {BOARD: of_board(svar=f"{_ANSWER}{{belopp: 1_000}}"), **_BESIDE},
        (BOARD, 12, 23),
        "skrivet med bara siffror, till exempel 9500",
        right={BOARD: of_board(svar=f"{_ANSWER}\n      belopp: 1,95"), **_BESIDE},
    ),
    Case("tal", decision(omröstningar="[{ja: sju}]"), (9, 21), "heltal, skrivet med bara siffror"),
    Case(
        "tal", {REGISTER: register(code="643")}, (REGISTER, 1, 12), "kommunens kod med fyra siffror, till exempel 0125"
    ),
    Case("fel-typ", decision(expedieras="SKR"), (9, 13), "ska vara en lista; skriv [SKR]"),
    Case("fel-typ", decision(rubrik="[Budget, 2031]"), (2, 9), "ska vara en text"),
    Case("fel-typ", decision(datum="[2031]"), (6, 8), "ska vara ett datum, inte en lista"),
    Case("fel-typ", decision(källa="Protokoll"), (8, 8), "på egna rader: titel, fil, url, hämtad, sha256"),
    Case("fel-typ", decision(jäv="[Exempel Exempelsson]"), (9, 7), "på egna rader: vem, parti"),
    Case(
        "sha256",
        decision(källa="{titel: Påhittat exempel, sha256: 1a2b}"),
        (8, 42),
        "SHA-256 är 64 tecken, 0–9 och a–f",
        right=decision(källa=f"{{titel: Påhittat exempel, sha256: {'1A' * 32}}}"),
    ),
    Case(
        "webbadress",
        decision(källa="{titel: Påhittat exempel, url: www.example.org}"),
        (8, 39),
        "ska börja med https:// eller http://",
        right=decision(källa="{titel: Påhittat exempel, url: https://example.org}"),
    ),
    Case(
        "bilagans-namn",
        decision(underlag="[{rubrik: Bilaga, fil: ../Bilaga 1.pdf}]"),
        (9, 34),
        "skriv a–z, 0–9, punkt, - och _ utan mapp",
    ),
)
