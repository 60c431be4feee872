"""Municipalities and bodies that are not there, or not then."""

from namndarkivet.problem import Severity

from .case import DECISION, MEETING, REGISTER, Case, decision, meeting, register

_HAABO = "beslut/haabo/socialnamnden/2031/12-budget.md"
_OF_HAABO = {"kommuner/haabo.yml": register(code='"0305"')}
_OLD = register("{namn: Socialnämnden, slag: nämnd, från: 2015, till: 2030-12-31}")
_YOUNG = register("{namn: Socialnämnden, slag: nämnd, från: 2031-03}")

CASES = (
    Case("okänd-kommun", decision(kommun="Haboo"), (3, 9), "menade du «Habo»?", right=decision(kommun='"0643"')),
    Case(
        "okänd-kommun",
        {_HAABO: decision(kommun="haabo"), **_OF_HAABO},
        (_HAABO, 3, 9),
        "menade du «Håbo»?",
        right={_HAABO: decision(kommun="Håbo"), **_OF_HAABO},
    ),
    Case("okänd-kommun", decision(kommun="Habo kommun"), (3, 9), "menade du «Habo»?"),
    Case("okänd-kommun", decision(kommun="Xyz"), (3, 9), "skriv kommunens namn utan ordet kommun, eller dess kod"),
    Case(
        "okänd-kommun",
        {"beslut/haboo/socialnamnden/2031/2031-02-12-sammantrade.md": meeting()},
        ("beslut/haboo/socialnamnden/2031/2031-02-12-sammantrade.md", 1, 1),
        "mappen «haboo» är ingen kommuns; menade du «habo»?",
        right={MEETING: meeting()},
    ),
    Case("okänt-organ", decision(organ="Socialnämden"), (4, 8), "menade du «Socialnämnden»?"),
    Case(
        "okänt-organ",
        {DECISION: decision(status="förslag", föreslås_till="KS")},
        (9, 16),
        "skriv «Kommunstyrelsen»",
        right=decision(status="förslag", föreslås_till="Kommunstyrelsen"),
    ),
    Case(
        "okänt-organ",
        {MEETING: meeting(organ="Xyz")},
        (MEETING, 2, 8),
        "«Xyz» finns inte bland organen i decisions/kommuner/habo.yml; lägg till det där",
        right={MEETING: meeting()},
    ),
    Case(
        "okänt-organ",
        {_HAABO: decision(kommun="Håbo")},
        (_HAABO, 4, 8),
        "Håbo har inget register i arkivet; skapa decisions/kommuner/haabo.yml med organet «Socialnämnden»",
        right={_HAABO: decision(kommun="Håbo"), **_OF_HAABO},
    ),
    Case(
        "organets-tid",
        {DECISION: decision(), REGISTER: _OLD},
        (6, 8),
        "Socialnämnden upphörde 2030-12-31 enligt registret, före sammanträdet",
        right={DECISION: decision(), REGISTER: _OLD.replace("2030-12-31", "2031")},
        severity=Severity.WARNING,
    ),
    Case(
        "organets-tid",
        {MEETING: meeting(), REGISTER: _YOUNG},
        (MEETING, 3, 8),
        "Socialnämnden bildades 2031-03 enligt registret, efter sammanträdet",
        right={MEETING: meeting(), REGISTER: _YOUNG.replace("2031-03", "2031-02")},
        severity=Severity.WARNING,
    ),
    Case("registrets-kommun", {REGISTER: register(code='"0001"')}, (REGISTER, 1, 12), "0001 är ingen kommunkod"),
    Case(
        "registrets-kommun",
        {REGISTER: register(code='"0305"')},
        (REGISTER, 1, 12),
        "koden 0305 är Håbo; filen ska då heta haabo.yml",
    ),
    Case(
        "registrets-organ",
        {REGISTER: register("{namn: Socialnämnden, slag: nämnd}", "{namn: Socialnamnden, slag: nämnd}")},
        (REGISTER, 4, 12),
        "«Socialnamnden» har samma webbadress som «Socialnämnden»; behåll en",
    ),
    Case(
        "registrets-organ",
        {REGISTER: register("{namn: Arbetsutskottet, slag: utskott, under: KS}")},
        (REGISTER, 3, 51),
        "«KS» finns inte bland organen; lägg till det i registret",
    ),
    Case(
        "registrets-organ",
        {REGISTER: register("{namn: Kulturnämnden, slag: nämnd, från: 2031, till: 2030}")},
        (REGISTER, 3, 58),
        "byt plats på från och till",
    ),
)
