"""What becomes of the matter (status), by what the operative sentence does and not by a word found somewhere."""

from __future__ import annotations

import re

from namndarkivet.importers.operative import OTHER_BODY, Operative, is_proposal
from namndarkivet.values import Status

_PROPOSES = re.compile(
    rf"\bföreslå(?:r|s|)\b[^.]{{0,80}}?\b(?:{OTHER_BODY})\b|\bföreslår (?:att )?(?:{OTHER_BODY})|förslag till (?:beslut (?:i|till) )?(?:{OTHER_BODY})"
    rf"|\bhos (?:{OTHER_BODY}) (?:anhålla|begära|hemställa)\b|\b(?:anhåller|begär|äskar)(?: hos (?:{OTHER_BODY}))? om [\w ]{{0,30}}tilläggsanslag"
    rf"|\b(?:anhåller|anhålla|begär|begära|hemställa)\b[^.]{{0,60}}\bhos (?:{OTHER_BODY})\b|\btillstyrk(?:er|s|a)\b|\bhemställer\b|\b(?:överlämna|översänd|överför)\w*\b[^.]{{0,120}}\btill (?:{OTHER_BODY}) för (?:antagande|beslut|fastställande|godkännande|vidare beslut|ställningstagande)"
    rf"|\bföreslår (?:[\wåäö-]+ ){{0,3}}(?:{OTHER_BODY}) (?:att )?besluta|rekommenderar (?:{OTHER_BODY})|\bbegär(?:a)? att (?:{OTHER_BODY})\b|\bförordar\b|\b(?:{OTHER_BODY}) föreslås",
    re.IGNORECASE,
)
_PROPOSES_LEAD = re.compile(r"förslag till|föreslår|tillstyrker|hemställer|förordar", re.IGNORECASE)
_RULES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (Status.REFERRED_BACK, re.compile(r"\b(?:återremi(?!ss(?:yrkand|en\b))\w+|återförvisa\w*)", re.IGNORECASE)),
    (
        Status.TABLED,
        re.compile(
            r"\bbord(?:lägg(?!ningsyrkand)|lagt|lades)\w*|\b(?:ärendet|frågan|beslutet) (?:skjuts upp|uppskjuts)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Status.DROPPED,
        re.compile(
            r"\bärendet (?:utgår|utgick|dras? (?:tillbaka|ur)|stryks)|\butgår (?:från|ur) (?:dagordningen|föredragningslistan)|^utgår\.?$",
            re.IGNORECASE,
        ),
    ),
    (
        Status.ANSWERED,
        re.compile(
            r"\b(?:anses|är|förklaras|ska anses|därmed anses)\b(?: \w+){0,3} (?:besvarad\w*|besvarat)|\bbesvaras?\b(?! av\b)|\bbesvarad(?:e)?\b|\banser\b.{3,80}\bbesvarad",
            re.IGNORECASE,
        ),
    ),
    (
        Status.REFERRED,
        re.compile(
            r"\bremitteras\b|\bremittera\b|\bhänskjut\w+|\böverlämnas?\b.{0,80}\b(?:för|till) (?:\w+ )?(?:beredning|handläggning|yttrande)\b|\bför beredning\b",
            re.IGNORECASE,
        ),
    ),
)
_REJECTED = re.compile(r"\b(?:avslå(?:s|r)?|avslagits|avslog)\b", re.IGNORECASE)
_NOTED = re.compile(
    r"\b(?:noterar?s?|antecknar?s?|tar del av|tagit del av|tar (?:emot )?(?:informationen|rapporten|redovisningen)|lägg(?:er|s|a|as)\b.{0,90}\btill handlingarna"
    r"|läggs? (?:därmed )?till handlingarna|till handlingarna|tackar för|godkänner informationen|informeras|till protokollet|tar informationen)",
    re.IGNORECASE,
)
_SUBSTANCE = re.compile(
    r"\b(?:antar|antas|anta|godkänn\w*|fastställ\w*|utse\w*|välj\w*|bevilja\w*|uppdra\w*|uppdrag|avge\w*|yttrand\w+|ansluter|bifall\w*|bifölls|avsätt\w*|anvisa\w*|förlänga?s?|ställer sig bakom"
    r"|beslutar|inrätta\w*|upphäv\w*|upphör\w*|delegera\w*|överlåt\w*|betal\w*|sälj\w*|köp\w*|teckna\w*|ändra\w*|inför\w*|startar?|beställ\w*|medge\w*|tilldela\w*|överklaga\w*|accepterar|revidera\w*)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:Inga|Inget|Ingen) [\w ]{2,60}(?:förekom\w*|fanns|finns|anmäl\w+|att redovisa|lämnades)\.?$", re.IGNORECASE
)
_GRANTS = re.compile(r"\b(?:antas|fastställs|godkänns|beviljas|antar|fastställer|godkänner|beviljar)\b", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:i övrigt|resterande|delvis|till viss del)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:avslå|bifalla|återremittera|bordlägga)\b[^.]{0,60}\beller\b", re.IGNORECASE)


def status(found: Operative, *, council: bool = False) -> Status:
    """What the operative part does. A proposal to another body wins over all else; but above the full council (`council`) is no
    body: what it «tillstyrker» it decides.
    """
    if not found.clauses:
        return Status.NO_DECISION
    if not council and _proposes(found):
        return Status.PROPOSED
    clauses = [_done(clause) for clause in found.clauses]
    grants = any(_GRANTS.search(clause) for clause in clauses)
    for outcome, pattern in _RULES:
        does = [_does(clause, pattern) for clause in clauses]
        others = any(_GRANTS.search(clause) for clause, own in zip(clauses, does, strict=True) if not own)
        if any(does) and not (outcome is Status.REFERRED and grants) and not (outcome is Status.TABLED and others):
            return outcome
    text = "\n".join(clauses)
    if (
        any(_does(clause, _REJECTED) for clause in clauses)
        and not _PARTLY.search(text)
        and not _accepts("\n".join(found.clauses))
    ):
        return Status.REJECTED
    if all(_NOTHING.match(clause) for clause in found.clauses):
        return Status.NO_DECISION
    return Status.NOTED if all(map(_only_notes, found.clauses)) else Status.DECIDED


_OTHERS_DO = re.compile(
    r"\b(?P<verb>uppdra(?:r|s|ga)?|utse[rs]?|väljer|delegerar?|uppmanar|(?:ger|får|ges|ge)\b[^.\n]{0,120}?\bi uppdrag)\b[^.\n]{0,200}?\batt\b[^.\n]*?(?=,? (?:samt|och) att\b|[.\n]|$)",
    re.IGNORECASE,
)
"""What somebody else is to do."""
_NAMED_ONLY = re.compile(
    r"\b(?:yrkande\w*|förslag(?:et)?|beslutet)(?: om)? att (?:\w+ ){0,1}?(?:återremittera|bordlägga|avslå|remittera)\w*(?: ärendet| frågan| ansökan)?",
    re.IGNORECASE,
)
"""What somebody has moved or decided before, and this body takes a stand on."""
_BEFORE = re.compile(
    r"[^.\n]*\w(?:ades|lades|ats)\b[^.\n]*\b(?:förra|föregående|tidigare)\b[^.\n]*\.?|[^.\n]*\b(?:förra|föregående|tidigare)\b[^.\n]*\w(?:ades|lades|ats)\b[^.\n]*\.?",
    re.IGNORECASE,
)
"""What happened at an earlier meeting."""


def _done(clause: str) -> str:
    """A clause without what it only names: others' tasks, others' motions, what was done before. The whole clause where nothing else
    is left.
    """
    left = clause
    for pattern, kept in ((_BEFORE, ""), (_NAMED_ONLY, ""), (_OTHERS_DO, r"\g<verb>")):
        shorter = pattern.sub(kept, left)
        left = shorter if re.search(r"\w{3}", shorter) else left
    return left


def _proposes(found: Operative) -> bool:
    text = "\n".join(found.clauses)
    above = "\n".join((*found.leads, *found.headings))
    if _PROPOSES.search(text) or _PROPOSES.search(above) or any(is_proposal(words) for words in found.headings):
        return True
    return any(_PROPOSES_LEAD.search(lead) and not re.match(r"Enligt", lead) for lead in found.leads)


_ENDS_NOTED = re.compile(
    r"\b(?:antecknas|noteras|(?:läggs|lägges) (?:därmed )?till handlingarna|antecknas till protokollet|till handlingarna)\W*$",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"\b(?:och|samt) (?:\w+ ){0,2}(?:godkänn\w*|fastställ\w*|uppdra\w*|beslutar|ger|avger|anta[rs]|utse\w*|bifall\w*|förklara\w*|överlämna\w*|översänd\w*)\b|\b(?:godkänner|fastställer|uppdrar|antar|godkänns|fastställs|antas|beviljas|utses)\b",
    re.IGNORECASE,
)


def _only_notes(clause: str) -> bool:
    if not _NOTED.search(clause):
        return False
    if _ENDS_NOTED.search(clause) and not _ALSO.search(clause):
        return True
    return not _SUBSTANCE.search(_NOTED.sub("", clause))


def _does(clause: str, pattern: re.Pattern[str]) -> bool:
    """Whether a clause does what a word of outcome says, and does not only name it: «efter återremiss», «svar på remiss»."""
    named = re.compile(r"(?:efter|över|på|om|avseende|enligt|rörande|inte|ej|utan)\s+$", re.IGNORECASE)
    return any(
        not named.search(clause[: match.start()]) and not re.match(r"\s+(?:inte|ej|icke)\b", clause[match.end() :])
        for match in pattern.finditer(clause)
    )


def _accepts(text: str) -> bool:
    """Whether another clause of a rejecting decision grants something of substance."""
    return bool(
        re.search(
            r"\b(?:beviljas?|fördelas?|bevilja|fördela|anta|godkänna|fastställa|medge|medges|godkänner|antar|fastställer|beviljar|medger)\b|\bbifalls?\b(?! [\w ]{0,40}avsl)|\b(?:antas|godkänns|fastställs)\b|\bfår i uppdrag\b",
            text,
            re.IGNORECASE,
        )
    )
