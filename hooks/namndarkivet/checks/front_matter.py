"""Rules about how the front matter is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndarkivet.checks.rule import file_rule
from namndarkivet.oddity import Odd, Oddity
from namndarkivet.problem import Finding


@file_rule("saknar-huvud", Oddity.NO_FRONT_MATTER)
def no_front_matter(odd: Odd) -> Iterator[Finding]:
    """Ett dokument ska börja med ett huvud mellan två rader `---`.

    Huvudet (på engelska *front matter*) är raderna med rubrik, kommun, organ och så vidare, en uppgift på varje rad med
    kolon efter namnet.
    """
    yield Finding(
        "dokumentet har inget huvud; börja filen med raden ---, skriv uppgifterna (rubrik: …) och avsluta med raden ---",
        mark=odd.mark,
    )


@file_rule("saknat-avslut", Oddity.NOT_CLOSED)
def not_closed(odd: Odd) -> Iterator[Finding]:
    """Huvudet ska avslutas med raden `---`."""
    yield Finding("huvudet tar inte slut; skriv raden --- efter den sista uppgiften, före texten", mark=odd.mark)


@file_rule("tabb", Oddity.TAB)
def tab(odd: Odd) -> Iterator[Finding]:
    """Huvudet ska ha mellanslag, inte tabbar."""
    yield Finding("här står en tabb; skriv mellanslag i stället", mark=odd.mark)


# What libyaml says, and what most likely happened.
_ADVICE = (
    (r"[”“„]", 'använd raka citattecken (") i stället för ” ”'),
    (
        r"mapping values are not allowed",
        'kolon inne i en text; sätt citattecken om texten: rubrik: "Motion: bättre vägar"',
    ),
    (
        r"could not find expected ':'",
        "raden saknar kolon; skriv namnet, kolon, mellanslag och värdet: rubrik: Budget 2031",
    ),
    (r"found unexpected end of stream", "ett citattecken saknar sitt slut; skriv det även efter texten"),
    (r"did not find expected ',' or '\]'", "listan tar inte slut; skriv ] efter det sista, och komma mellan"),
    (r"did not find expected ',' or '\}'", "klammern tar inte slut; skriv } efter det sista, och komma mellan"),
    (r"did not find expected key", "raden hör inte ihop med den ovanför; se efter indrag och citattecken"),
    (
        r"did not find expected '-' indicator",
        "listan är ojämnt indragen; börja varje rad i listan med - under varandra",
    ),
    (r"cannot start any token", "texten börjar med ett tecken som betyder något annat här; sätt citattecken om den"),
    (r"undefined alias|anchor|alias", "texten börjar med * eller &; sätt citattecken om den"),
    (r"tag", "texten börjar med !; sätt citattecken om den"),
    (r"document start", "här står --- eller flera dokument; en fil är ett dokument"),
    (r"escape", "efter \\ i citattecken följer något okänt; använd 'enkla citattecken' om texten"),
    (r"nesting|depth|recursion", "listor i listor i för många led"),
)


@file_rule("yaml", Oddity.SYNTAX)
def syntax(odd: Odd) -> Iterator[Finding]:
    """Huvudet ska gå att läsa.

    Varje uppgift står på en rad: namnet, kolon, mellanslag, värdet. En text som har ett kolon i sig, eller som börjar med
    något av tecknen ``[ ] { } * & ! % @ ` # - ?``, ska ha citattecken omkring sig.
    """
    advice = next((text for pattern, text in _ADVICE if re.search(pattern, odd.detail, re.IGNORECASE)), None)
    yield Finding(advice or "raden går inte att läsa; sätt citattecken om texten och se efter indraget", mark=odd.mark)


@file_rule("utan-kolon", Oddity.NO_COLON)
def without_colon(odd: Odd) -> Iterator[Finding]:
    """Varje rad i huvudet ska ha namnet, kolon, mellanslag och värdet.

    Fortsätter en lång rubrik på nästa rad, skriv den på en rad i stället.
    """
    yield Finding(
        "raden saknar kolon och mellanslag; skriv namn: värde, eller allt på raden ovanför om den hör dit",
        mark=odd.mark,
    )


@file_rule("dubbel-nyckel", Oddity.DUPLICATE_KEY)
def duplicate_key(odd: Odd) -> Iterator[Finding]:
    """En uppgift ska stå en gång."""
    yield Finding(f"«{odd.detail}» står redan längre upp; behåll en av dem", mark=odd.mark)


@file_rule("yaml-finesser", Oddity.REFINEMENT, Oddity.KEY_NOT_TEXT)
def refinement(odd: Odd) -> Iterator[Finding]:
    """Huvudet ska vara enkelt: texter, listor och uppgifter under uppgifter.

    YAML har finesser (ankare `&`, alias `*`, taggar `!`) som arkivet inte läser. Börjar en text med ett sådant tecken ska
    den ha citattecken omkring sig.
    """
    yield Finding("här används ett tecken (& * ! ?) med särskild betydelse; sätt citattecken om texten", mark=odd.mark)


@file_rule("tomt-värde", Oddity.NOTHING)
def nothing(odd: Odd) -> Iterator[Finding]:
    """En uppgift ska ha ett värde, eller saknas helt.

    Att källan inte säger något visar man genom att utelämna raden. Att källan säger att det inte finns några (inga
    reservationer) skriver man som en tom lista: `reservationer: []`.
    """
    what = f"«{odd.detail}» är inget värde" if odd.detail else "värdet är tomt"
    yield Finding(
        f"{what}; skriv det, eller ta bort raden om källan inte säger något (en lista som källan säger är tom skrivs [])",
        mark=odd.mark,
    )


@file_rule("kommentar-i-värde", Oddity.COMMENT)
def comment(odd: Odd) -> Iterator[Finding]:
    """Text efter ` #` på en rad läses inte.

    Hör texten till värdet (`rubrik: Ärende #12`), sätt citattecken om hela värdet. Är det en anteckning till dig
    själv, ta bort den när du är klar.
    """
    if not odd.detail.lower().startswith("kontrollera"):
        yield Finding("texten efter # läses inte; hör den till värdet, sätt citattecken om hela värdet", mark=odd.mark)


@file_rule("kontrollera", Oddity.COMMENT)
def to_be_checked(odd: Odd) -> Iterator[Finding]:
    """Ett utkast ska vara granskat.

    Anteckningen `# kontrollera: …` står efter ett värde som någon måste jämföra med källan. Gör det, och ta bort
    anteckningen.
    """
    if odd.detail.lower().startswith("kontrollera"):
        yield Finding("värdet är inte granskat; jämför med källan och ta bort anteckningen efter #", mark=odd.mark)
