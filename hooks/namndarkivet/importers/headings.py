"""Headings of minutes: which lines are one, and what kind of section they open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from namndarkivet.importers.lines import Line
from namndarkivet.sections import Kind, kind_of

_BODY = r"(?:(?:[\w-]+s|[A-ZÅÄÖ][a-zåäö]+a) )?[\wåäöé,-]*(?: (?:och|samt|för|i) [\wåäöé-]+)*?(?:nämnden|styrelsen|fullmäktige|utskottet|utskott|beredningen|nämnd|styrelse|presidiet|direktionen)s?"
_NAMES: dict[Kind, str] = {
    Kind.DECISION: rf"beslut(?:\s+i\s+(?:[\w ]+))?|beslutsmening|(?:{_BODY}) (?:eget |egna )?beslut(?:ar|ade)?(?: att)?|nämndens beslut|styrelsens beslut"
    r"|nämnden beslutar|vi beslutar|utskottets beslut",
    Kind.PROPOSAL: rf"förslag till beslut(?: på sammanträdet| i .{{3,60}}| till .{{3,60}}| från .{{3,60}})?|beslutsförslag|förslag till (?:{_BODY})"
    rf"|(?:{_BODY}|förvaltningens|kontorets|\w+kontorets|\w+förvaltningens|kommunstyrelsens|utskottets|presidiets|ordförandens) förslag"
    r"(?: till beslut)?(?: i .{3,60}| till .{3,60})?|förslag under sammanträdet|(?:[\w-]+ ){0,3}föreslår [\w ]{3,80}(?:besluta|att besluta|beslutar)",
    Kind.SUMMARY: r"(?:kort )?sammanfattning(?: av ärendet)?|ärendet i korthet",
    Kind.BACKGROUND: r"ärendet|ärendebeskrivning|beskrivning(?: av ärendet)?|bakgrund|ärende|redogörelse(?: för ärendet)?|information"
    r"|beskrivning av ärendet|inledning|sakuppgifter",
    Kind.PREPARATION: r"beredning|tidigare behandling|(?:ärendets )?behandling|föredragning(?:ar)?|dagens sammanträde|behandling på sammanträdet"
    r"|överläggning(?:ar)?(?: i .{3,40})?|ärendets beredning|tidigare beslut|beredande organ|förvaltningens (?:yttrande|bedömning|synpunkter)"
    r"|(?:\w+kontorets|\w+förvaltningens|kontorets) (?:yttrande|bedömning)",
    Kind.BASIS: r"besluts?underlag(?: i ärendet)?|underlag(?: för beslut)?|handling(?:ar)?(?: i ärendet)?|ärendets handlingar",
    Kind.MOTIONS: r"(?:tilläggs|ändrings|avslags|återremiss|bordläggnings)?yrkanden?|förslag och yrkanden?|(?:framställda )?yrkanden(?: på sammanträdet| under sammanträdet)?",
    Kind.ORDER: r"proposition(?:er|sordning(?:ar)?)?|besluts?gång(?:en)?|propositionsordning och beslutsgång",
    Kind.DIVISION: r"omröstning(?:ar|en)?|omröstningsresultat(?:et)?|(?:huvud|mot(?:förslags)?|kontra)?votering(?:ar|en|sresultat)?|röstning(?:sresultat)?"
    r"|omröstningslista|voteringslista",
    Kind.DISSENT: r"reservation(?:er)?(?: mot beslutet)?|blank reservation",
    Kind.DISQUALIFICATION: r"jäv(?:sanmälan)?|anmälan om jäv",
    Kind.NOTE: r"protokolls?anteckning(?:ar)?|anteckning(?:ar)?(?: till protokollet)?|särskil(?:t|da) yttranden?(?: .{3,40})?|anföranden?"
    r"|upplysning(?:ar)?|röstförklaring(?:ar)?|yttranden? till protokollet",
    Kind.RECIPIENTS: r"expedieras(?: till)?|expediering|expedierat|beslut(?:et)? (?:ska )?(?:skickas|sänds|expedieras|delges|översänds)(?: till)?"
    r"|protokolls?utdrag(?: skickas| ska skickas| sänds| delges)?(?: till)?|kopia(?: till| på beslutet till)?|delges|sändlista|skickas till"
    r"|protokollet (?:ska )?(?:skickas|sänds|expedieras) till|beslutsexpediering|expeditionslista|utdrag(?: (?:ur protokoll )?(?:till|skickas till))?|protokollsutdrag",
}
_OTHERS = (
    r"justering|omedelbar justering|ajournering(?:ar)?|bilag(?:a|or)|barn(?:rätts)?perspektiv(?:et)?|bedömning(?: ur .{3,40}perspektiv)?"
    r"|(?:prövning|bedömning) av barn(?:ets|s) bästa|barnkonsekvensanalys|jämställdhetsperspektiv|(?:ekonomiska )?konsekvenser(?: .{3,40})?|ekonomi"
    r"|ekonomisk(?:a)? (?:bedömning|påverkan|konsekvenser)|jämställdhetsanalys|motivering(?: till beslut(?:et)?)?|skäl(?:en)? för beslut(?:et)?"
    r"|lagrum|lagstöd|hur man överklagar|överklagande|frågor|beslutsnivå(?::.{2,40})?|synpunkter|interpellation|svar|juridisk bedömning"
    r"|uppföljning|tidplan|remissinstanser|samråd|facklig samverkan|hållbarhet|miljökonsekvenser|anmälningar|meddelanden|delgivningar|diskussion"
    r"|verkställighet|yttrande(?:n)?|deltar (?:inte|ej)(?: i beslutet)?|delegationslista|närvarande(?: på paragrafen)?|tjänstgörande(?: på paragrafen)?|avgift|villkor"
)
_KINDS = [(kind, re.compile(rf"(?:{names})\s*[.:]?", re.IGNORECASE)) for kind, names in _NAMES.items()]
_OTHER = re.compile(rf"(?:{_OTHERS})\s*[.:]?", re.IGNORECASE)
_RUN_IN = re.compile(
    r"(?P<heading>(?:beslut(?:et)?(?: ska)? (?:skickas|sänds|expedieras|delges) till|protokolls?utdrag(?: skickas| ska skickas)?(?: till)?|expedieras(?: till)?"
    r"|kopia till|besluts?underlag|underlag|handling(?:ar)?|delges|sändlista|reservation(?:er)?|beslut|omedelbar justering|utdrag till|exp(?:\.|edieras)?))\s*:\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_LONGEST = 90
_SENTENCE = 25
_OUTCOME = re.compile(
    r"\b(?:avslås|bifalls|godkänns|antas|tillstyrks|avstyrks|återremitteras|bordläggs|fastställs|noteras|antecknas)\b",
    re.IGNORECASE,
)
"""What makes a sentence of words that a heading has too."""
LEAD_IN = re.compile(r"\bföreslår\b|\bbesluta[rt]?(?: att)?:?$", re.IGNORECASE)
"""Words of a heading that may as well lead in to the clauses below «Beslut»."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its words without the colon, its kind, and the text that stands on its line after a colon."""

    words: str
    kind: Kind
    rest: str = ""


def heading_kind(words: str) -> Kind | None:
    """The kind of a heading that minutes are known to have; None for any other line."""
    bare = words.strip().rstrip(":").strip()
    if len(bare) > _LONGEST or (len(bare) > _SENTENCE and (bare.endswith(".") or _OUTCOME.search(bare))):
        return None
    for kind, pattern in _KINDS:
        if pattern.fullmatch(bare):
            return kind
    return Kind.OTHER if _OTHER.fullmatch(bare) else None


_WEAK = re.compile(
    rf"(?:{_OTHERS}|föredragning(?:ar)?|information|beskrivning|inledning|ärende|underlag|anteckning(?:ar)?|behandling"
    rf"|(?:{_BODY}|[\w-]+s) förslag(?: till beslut)?(?: .*)?)\s*[.:]?",
    re.IGNORECASE,
)
"""Names that a line of running text or a list may have too: where the format tells what is bold, only bold ones are headings."""


def heading(line: Line, *, styled: bool) -> Heading | None:
    """The heading that a line is, or None. In a format that tells what is bold, a whole bold line is one too."""
    text = line.text.strip()
    plain = styled and not (line.bold or line.heading or text.isupper())
    numbered = re.match(r"(?:\d{1,2}|[a-z])[.)] |[-–•▪\uf000-\uf0ff]", text)
    if not numbered and text[:1].isupper() and not line.cells:
        kind = heading_kind(text)
        if kind is not None and not (plain and _WEAK.fullmatch(text)):
            return Heading(text.rstrip(":. ").strip(), kind)
        run_in = _RUN_IN.fullmatch(text)
        if run_in and kind is None:
            return Heading(
                run_in["heading"].strip(), heading_kind(run_in["heading"]) or Kind.OTHER, run_in["rest"].strip()
            )
    if (
        (line.heading or (styled and line.bold))
        and not numbered
        and len(text) <= _LONGEST
        and not text.endswith((".", ",", ";"))
        and not line.cells
        and ": " not in text
    ):
        return Heading(text.rstrip(": ").strip(), kind_of(text))
    return None
