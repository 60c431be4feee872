"""The operative part of a §: its clauses, the lead-ins before them, who acts and to whom a proposal goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.importers.blocks import Block, Form
from namndarkivet.importers.head import IMMEDIATE
from namndarkivet.importers.parts import Part
from namndarkivet.sections import Kind

_BODY = (
    r"[\wåäöé-]*(?:nämnden|nämnd|styrelsen|styrelse|fullmäktige|utskottet|utskott|beredningen|presidiet|direktionen)"
)
OTHER_BODY = r"(?:kommun|region|landstings|förbunds)?fullmäktige|kommunstyrelsen?|[\wåäö-]*nämnden|[\wåäö-]*styrelsen|KF|KS|kommunfullmäktige|direktionen"
_LEAD_VERBS = r"(?:besluta[rt]?|beslutade|beslöt|föreslår|föreslog|tillstyrker|hemställer|rekommenderar|förordar|uppdrar|yttrar|lämnar|avger)"
_LEAD = re.compile(
    rf"(?:Enligt [^.]{{0,120}}(?:förslag|yrkande|beslut|proposition)[^.]{{0,80}}:"
    rf"|(?:[\w ,()-]{{0,80}}?(?:{_BODY})|Utskottet|Nämnden|Styrelsen|Fullmäktige|Arbetsutskottet|Presidiet|De[nt] [\w ]{{1,30}})[^.:]{{0,300}}?"
    rf"\b(?:{_LEAD_VERBS}|att)(?: (?:följande|enligt följande|för egen del|för sin del|även|också|således|därför|med))*:?"
    rf"|Förslag till (?:beslut )?(?:i |till )?(?:{_BODY}):?|Förslag till beslut:?|(?:Därutöver|Vidare|Samt) beslutar [^.:]{{2,80}}(?:att|:)"
    r"|(?:På förslag av|I enlighet med|Med stöd av|Efter|Mot bakgrund av|Under förutsättning)[^.:]{2,160}:|(?:[^:]{2,60}s )?eg(?:et|na) beslut[^:]{0,120}:|för egen del:?|Beslut:|att)",
    re.IGNORECASE,
)
_LEAD_ENDS = re.compile(
    rf"(?:\b(?:{_LEAD_VERBS})(?: (?:följande|enligt följande|för egen del|att|för sin del))*:?|\batt:?|förslag:|yrkande[^.]{{0,80}}:|^(?:På förslag av|Enligt|[^:]{{2,60}}s eg(?:et|na) beslut)[^:]{{2,160}}:|följande[.:]|beslutar:|(?:föreslår|föreslog) (?:[\w-]+ ){{0,2}}(?:{OTHER_BODY}))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Operative:
    """The clauses as written, one text each; the lead-ins before them; and the headings above them."""

    clauses: tuple[str, ...]
    leads: tuple[str, ...]
    headings: tuple[str, ...]


def operative(parts: Sequence[Part], body: str | None = None) -> Operative:
    """The operative part: the sections of kind decision, the proposals that directly follow one, and what the body itself (`body`)
    proposes to another. Where a § has no such section, a section that proposes to another body; where it has no headings, the
    sentence that decides.
    """
    chosen: list[Part] = []
    within = False
    for part in parts:
        if part.kind is Kind.DECISION:
            within = True
            chosen.append(part)
        elif part.kind is Kind.PROPOSAL and (within or _own_proposal(part, body)):
            chosen.append(part)
        else:
            within = False
    if not any(part.blocks for part in chosen):
        chosen = _proposals(parts) or chosen
    if not chosen and parts and parts[0].heading is None:
        return _bare(parts[0])
    clauses: list[str] = []
    leads: list[str] = []
    for part in chosen:
        found, before = _clauses(part.blocks)
        clauses += found
        leads += before
    return Operative(tuple(clauses), tuple(leads), tuple(part.heading.words for part in chosen if part.heading))


def _own_proposal(part: Part, body: str | None) -> bool:
    """Whether a section is what the body itself proposes to another: «Kommunstyrelsens förslag till kommunfullmäktige»."""
    if not body or not part.heading:
        return False
    words, name = part.heading.words.casefold(), body.casefold()
    return bool(
        words.startswith((f"{name}s förslag till ", f"{name} föreslår "))
        and re.search(OTHER_BODY, words.removeprefix(name))
    )


def _proposals(parts: Sequence[Part]) -> list[Part]:
    """The sections that propose to another body; those that say so («… föreslår …») before those that only name a proposal."""
    found = [part for part in parts if part.kind is Kind.PROPOSAL and part.heading and _to_another(part.heading.words)]
    said = [part for part in found if part.heading and re.search("föreslår", part.heading.words, re.IGNORECASE)]
    return said or found


def _to_another(words: str) -> bool:
    return bool(
        re.search(
            rf"förslag till (?:beslut (?:i|till) )?(?:{OTHER_BODY})|{_BODY}s förslag|föreslår", words, re.IGNORECASE
        )
    )


_SENTENCE, _REPORT, _FEW = 160, 300, 3
"""Characters of a sentence that decides, and of a text that reports; blocks of a short §."""
_DECIDES = re.compile(
    r"\b(?:noteras|godkänns|antas|fastställs|beviljas|avslås|bifalls|utses|återremitteras|bordläggs|remitteras|utgår|antecknas|läggs till handlingarna"
    r"|lägger [\wåäö ]{0,60}till (?:handlingarna|protokollet)|tar del av|tar (?:emot )?informationen|beslutar|godkänner|noterar|antar|fastställer|utser|anses besvarad|föreslår|besvaras(?! av)|väljs|utgick|bordlades|har inget att erinra|ställer sig bakom)\b"
)


def _bare(part: Part) -> Operative:
    """A § without headings: the sentence right below the title, when it decides; else, when the § is short, those that do."""
    texts = [block for block in part.blocks if block.form is not Form.ROW]
    first = texts[:1] if texts and len(texts[0].text) < _SENTENCE and _DECIDES.search(texts[0].text) else []
    short = texts if len(texts) <= _FEW and all(len(block.text) < _REPORT for block in texts) else []
    chosen = first or [block for block in short if _DECIDES.search(block.text)]
    clauses, leads = _clauses(chosen)
    return Operative(tuple(clauses), tuple(leads), ())


def _clauses(blocks: Sequence[Block]) -> tuple[list[str], list[str]]:
    """The clauses of a section, and its lead-ins. Unmarked items under a sentence that ends with a colon belong to it."""
    clauses: list[str] = []
    leads: list[str] = []
    numbered = any(block.form is Form.NUMBERED for block in blocks)
    attached = False
    for place, block in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        text = block.text.strip()
        if block.form is Form.TEXT and IMMEDIATE.fullmatch(text.rstrip(".")):
            continue
        if block.form is Form.TEXT:
            if after and _is_lead(text, after):
                leads.append(text)
                attached = False
            elif not after and _LEAD.fullmatch(text) and _LEAD_ENDS.search(text):
                leads.append(text)
            elif clauses and (
                (attached and blocks[place - 1].form is not Form.BULLET)
                or _sub(blocks, place)
                or (numbered and block.indent > 0 and _indented(blocks, block))
            ):
                clauses[-1] += f" {text}"
            else:
                clauses.append(text)
                attached = text.endswith(":")
        elif (block.form is Form.BULLET and clauses and attached) or (block.form is Form.LETTERED and clauses):
            clauses[-1] += f" {block.mark} {text}" if block.form is Form.LETTERED else f" {text}"
        elif block.form is Form.ROW:
            if clauses:
                clauses[-1] += f" {text}"
            else:
                clauses.append(text)
        else:
            clauses.append(text)
            attached = text.endswith(":")
    return clauses, leads


def _is_lead(text: str, after: Block) -> bool:
    if not _LEAD_ENDS.search(text):
        return False
    if _LEAD.fullmatch(text):
        return True
    return after.form in {Form.NUMBERED, Form.ATT} and len(text) < 250  # noqa: PLR2004 - a lead-in, no report


def _sub(blocks: Sequence[Block], place: int) -> bool:
    """Whether an unmarked block goes on with the item before it: it begins in lower case without a blank line."""
    return blocks[place].text[:1].islower() and not blocks[place].gap


def _indented(blocks: Sequence[Block], block: Block) -> bool:
    first = next((other for other in blocks if other.form is Form.NUMBERED), None)
    return first is not None and block.indent > first.indent + 6  # points


def is_proposal(words: str) -> bool:
    """Whether a heading above the clauses says that they are proposed."""
    return bool(re.search(r"\bförslag\b", words, re.IGNORECASE)) and not re.search(
        r"på sammanträdet|under sammanträdet", words, re.IGNORECASE
    )


_ACTS = re.compile(
    rf"((?:[A-ZÅÄÖ][\wåäö-]*(?: och [\wåäö-]+)? ?)?(?:{_BODY}))s? (?:beslutar|tillstyrker|föreslår|godkänner|antar|fastställer|noterar|avslår|bifaller|uppdrar|ställer sig bakom)\b"
)


def acting_body(found: Operative) -> str | None:
    """The body that the operative part has as its subject («Kommunstyrelsen tillstyrker …»); None under «Förslag till …», where the
    words are another body's.
    """
    if any(is_proposal(words) for words in found.headings):
        return None
    for text in (*found.leads, *found.clauses):
        match = _ACTS.match(text)
        if match and match[1][:1].isupper():
            return match[1].strip()
    return None


_TO = re.compile(
    rf"(?:föreslå(?:r|s)?|hemställer(?: hos| till)?|förslag till(?: beslut)?(?: i| till)?|till|rekommenderar)\s+(?:att\s+)?({OTHER_BODY}|[\wåäö]+utskottet)\b",
    re.IGNORECASE,
)


def addressee(found: Operative) -> str | None:
    """The body that a proposal goes to, as the text names it: «Kommunfullmäktige»; None where it names none."""
    for text in (*found.leads, *found.headings, *found.clauses):
        match = _TO.search(text)
        if match:
            name = {"kf": "Kommunfullmäktige", "ks": "Kommunstyrelsen"}.get(match[1].lower(), match[1])
            return name[:1].upper() + name[1:]
    return None
