"""What the front page and the pages' heads say of the meeting: body, day, place and time, who was there, how many §, the notice.
Only what is printed; it holds for all §.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.dates import MONTHS
from namndarkivet.importers.blocks import joined
from namndarkivet.importers.front import labelled_values
from namndarkivet.importers.lines import Line
from namndarkivet.importers.seat import municipality

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_WORDS = re.compile(rf"\b(\d{{1,2}})(?:\s+|:e\s+)({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})[ -]((?:19|20)\d\d)(?!\d)")
_NAME = (
    r"(?=[A-ZÅÄÖ])(?:(?:[^\W\d_]|-){1,40},?(?: & |/| )){0,8}?(?:[^\W\d_]|-){0,40}?"
    r"(?:nämnden|nämnd|styrelsen|styrelse|fullmäktige|beredningen|beredning|direktionen|rådet|presidiet|delegationen)s?"
    r"(?: (?:arbetsutskott|[\wåäö-]*utskott(?:et)?|presidium|[\wåäö]+beredning))?"
)
_BODY = re.compile(
    rf"(?:{_NAME}|(?:Förbunds)?[Dd]irektionen|[A-ZÅÄÖ][\wåäö-]{{0,40}}(?: och [\wåäö-]{{1,40}})?utskott(?:et)?|[A-ZÅÄÖ][a-zåäö]{{1,40}} utskott(?:et)?)(?![\wåäö])"
)
_NOT_BODY = re.compile(
    r"\b(?:Plats|Beslutande|Paragraf|Ordförande|Sekreterare|Justerande|Protokoll|Sammanträde|Datum|Underskrift|Länsstyrelsen|Förvaltning)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is printed of the meeting. Dates are ISO; None and () where the source does not say."""

    municipality: str | None = None
    body: str | None = None
    date: str | None = None
    place_and_time: str | None = None
    paragraphs: int | None = None
    approved: str | None = None
    posted: str | None = None
    removed: str | None = None
    present: tuple[str, ...] = ()
    approvers: tuple[str, ...] = ()
    municipality_from_head: bool = False
    body_from_head: bool = False
    other_days: tuple[str, ...] = ()


def facts(front: Sequence[Line], heads: Sequence[str], everything: Sequence[str], titles: Sequence[str]) -> Facts:
    """Read the facts from the front page's lines, the pages' heads, and (for the municipality) all text and the titles in it."""
    values = labelled_values(front)
    body = _body(values.get("organ"), heads, front)
    date = (
        _first_date([*values.get("datum", ())])
        or _head_date(heads)
        or _first_date([*values.get("plats", ()), *values.get("tid", ())])
        or _head_date([line.text for line in front[:12]])
    )
    place = _place(values)
    where, from_head = municipality(heads, [line.text for line in front], everything, " ".join(titles))
    return Facts(
        municipality=where,
        municipality_from_head=from_head,
        body_from_head=body is not None,
        present=_people(values.get("beslutande", ())),
        approvers=_people([name for text in values.get("justerare", ()) for name in _AND.split(text)]),
        body=body,
        date=date,
        place_and_time=place,
        paragraphs=_count(values.get("paragrafer", ())),
        approved=_first_date(values.get("justerat", ())) or _said(_APPROVED, front),
        posted=_first_date(values.get("uppsatt", ())) or _said(_POSTED, front),
        removed=_first_date(values.get("nedtaget", ()))
        or _said(_REMOVED, front)
        or _until(values.get("uppsatt", ()), front),
    )


_DAY = r"(?:den )?((?:19|20)\d\d-\d\d-\d\d|\d{1,2} [a-zå]+ (?:19|20)\d\d)"
_POSTED = re.compile(
    rf"\b(?:anslaget|anslås|anslagits|uppsatt|publicerats?|publicerades)(?: på [\w ]{{3,40}}?)? {_DAY}", re.IGNORECASE
)
_APPROVED = re.compile(rf"\bprotokollet (?:är |har )?juster(?:at|ats|ades|as) {_DAY}", re.IGNORECASE)
_REMOVED = re.compile(
    rf"\b(?:nedtas|nedtages|nedtaget|togs ned|togs ner|tas ned|tas ner|avpubliceras):? {_DAY}", re.IGNORECASE
)


def _said(pattern: re.Pattern[str], front: Sequence[Line]) -> str | None:
    """The day in a sentence of the front page: «Anslaget den 2020-12-18. Nedtas den 2021-01-11.»"""
    found = next((match for line in front if (match := pattern.search(line.text))), None)
    return day(found[1]) if found else None


_BETWEEN = re.compile(rf"{_DAY}\s*(?:-|–|—|till(?: och med)?|t\.?\s?o\.?\s?m\.?|och)\s*{_DAY}", re.IGNORECASE)


def _until(posted: Sequence[str], front: Sequence[Line]) -> str | None:
    """The second day where the notice is said to be up between two («Anslås 2031-02-20 – 2031-03-14»)."""
    said = [*posted, *(line.text for line in front if re.search(r"\bansl[aå]", line.text, re.IGNORECASE))]
    found = next((match for text in said if (match := _BETWEEN.search(text))), None)
    return day(found[2]) if found else None


_LONGEST_HEAD = 120
"""Characters of a page's head at most: longer lines are running text."""
_NEVER = re.compile(r"(?!)")
_MEETS = re.compile(
    rf"(?:^|[\wåäö]n )(?:sammanträdesdatum|sammanträdesdag|mötesdatum|sammanträde)\W{{0,5}}{_DAY}", re.IGNORECASE
)


def other_days(lines: Sequence[Line], body: str | None, own: str | None) -> tuple[str, ...]:
    """The days of other meetings that a file names as its pages' heads do («Sammanträdesdatum 2031-03-14», «Socialnämnden
    2031-03-14»), as ISO. `body` and `own`: those of the meeting that the file was read as.
    """
    head = re.compile(rf"{re.escape(body)},? {_DAY}", re.IGNORECASE) if body else _NEVER
    short = [line.text for line in lines if len(line.text) < _LONGEST_HEAD]
    said = (_MEETS.search(text) or head.fullmatch(text) for text in short)
    found = dict.fromkeys(one for match in said if match and (one := day(match[1])))
    return tuple(one for one in found if own and one != own)


_AND = re.compile(r"\s+(?:och|samt)\s+(?=[A-ZÅÄÖ])|,\s+(?=[A-ZÅÄÖ][\wåäö-]+ [A-ZÅÄÖ])")
"""Between the names on one line."""


def _people(written: Sequence[str]) -> tuple[str, ...]:
    """The names of a list, each as printed; () where it only points to another page."""
    found = [re.sub(r"^(?:Utses att justera|Justerare)\s*", "", name).strip(" ,") for name in written]
    found = [name for name in found if name]
    return (
        ()
        if any(re.match(r"se\b|enligt\b|närvarolista|bilaga", name, re.IGNORECASE) for name in found)
        else tuple(found)
    )


def _place(values: dict[str, list[str]]) -> str | None:
    found = [*values.get("plats", ()), *values.get("tid", ())]
    text = joined(found).strip() if found else ""
    return text or None


def _count(written: Sequence[str]) -> int | None:
    """How many §: «§§ 41-49», «§ 116», «1–9, 12»."""
    text = re.sub(r"\([^)]*\)|\b(?:sida|sid\.?|s\.) ?\d+", " ", " ".join(written[:2]))
    if not re.search(r"\d", text):
        return None
    total = 0
    for first, last in re.findall(
        r"(\d{1,4})(?:/\d{4})?(?:\s*[-–—]\s*(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,6} )?(?:§+\s*)?(\d{1,4})(?:/\d{4})?)?", text
    ):
        if last and int(last) < int(first):
            return None
        total += int(last) - int(first) + 1 if last else 1
    return total or None


_LONGEST = 1000
"""Characters of a page's head at most."""


def _body(named: Sequence[str] | None, heads: Sequence[str], front: Sequence[Line]) -> str | None:
    for text in (
        *(named or ()),
        " ".join(heads),
        *heads,
        *(line.text for line in front[:8]),
        " ".join(line.text for line in front[:6]),
    ):
        for match in _BODY.finditer(_capital(re.sub(r"\s+", " ", text[:_LONGEST]))):
            name = re.sub(
                r"(?i)^(?:.*\b(?:stad|kommun)s? |(?:utskrift|protokoll|sammanträdesprotokoll) [-–] )",
                "",
                match[0].strip(),
            )
            led = re.search(r"\b(?:från|till|hos|av|med|remiss\w*|inkom\w*)\s+$", text[: match.start()], re.IGNORECASE)
            if not (led or _NOT_BODY.search(name) or re.search(r"\b(?:från|till|hos|av|på|om|den)\b", name)):
                return re.sub(r"(nämnden|styrelsen|beredningen|utskottet)s$", r"\1", name)
    return None


def _capital(text: str) -> str:
    """A head in which the body is an ordinary word («Protokoll kommunfullmäktige 2031-06-18») with its capital."""
    match = re.match(r"(?:Sammanträdes)?[Pp]rotokoll (?:för |fört vid |i )?(?=[a-zåäö])", text)
    return text[match.end()].upper() + text[match.end() + 1 :] if match else text


def day(text: str) -> str | None:
    """The first date in a text, as ISO; None where it has none to the day."""
    found = [(m.start(), (int(m[1]), int(m[2]), int(m[3]))) for m in _ISO.finditer(text)]
    found += [(m.start(), (int(m[3]), MONTHS.index(m[2].lower()) + 1, int(m[1]))) for m in _WORDS.finditer(text)]
    found += [(m.start(), (int(m[3]), int(m[2]), int(m[1]))) for m in _SLASHED.finditer(text)]
    for _, (year, month, number) in sorted(found):
        try:
            return dt.date(year, month, number).isoformat()
        except ValueError:
            continue
    return None


def _first_date(texts: Sequence[str]) -> str | None:
    return next((found for text in texts if (found := day(text))), None)


_ANOTHER = re.compile(
    r"juster|anslag|utskriv|kallelse|utsänd|utskick|inkom|publicer|uppdater|expedier|upprätta|remiss|granska|skickad|ankom|diarie",
    re.IGNORECASE,
)
"""Days that are not the meeting's."""
_AROUND = re.compile(
    r"\W|\d|[\wåäö-]*(?:nämnden|styrelsen|fullmäktige|utskottet|beredningen|direktionen)s?\b|\b(?:den|från|fört|vid|kl|klockan|mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\b|\b(?:sammanträdes?)?(?:protokoll|datum|dag|sida|sid|blad|nr|av|för|kommun|stad)\b|sammanträde\w*|mötesdatum|protokoll\w*",
    re.IGNORECASE,
)
"""What may stand beside the meeting's day on its line, besides the body's and the municipality's name."""


_PRINTED = re.compile(r"^(?:20\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}),? \d\d?[:.]\d\d(?: [AP]M)? ")
"""When a browser printed the page, at the left of the page's head."""


def _head_date(texts: Sequence[str]) -> str | None:
    """The day that the heads name: on a line that says that it is the meeting's, or that says nothing else."""
    own = [_PRINTED.sub("", text) for text in texts if not _ANOTHER.search(text)]
    labelled = [text for text in own if re.search(r"sammanträdes?(?:datum|dag)|mötesdatum", text, re.IGNORECASE)]
    return _first_date([*labelled, *(text for text in own if _bare(text))])


def _bare(text: str) -> bool:
    """Whether a line says no more than a day, be it with the body and the municipality."""
    rest = _WORDS.sub("", _BODY.sub("", text))
    rest = re.sub(r"\b[A-ZÅÄÖ][\wåäöÅÄÖ]* (?:kommun|stad|KOMMUN|STAD)\b", "", rest)
    return not _AROUND.sub("", rest)
