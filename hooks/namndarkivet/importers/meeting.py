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
from namndarkivet.importers.lines import Line
from namndarkivet.importers.seat import municipality, named

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_WORDS = re.compile(rf"\b(\d{{1,2}})(?:\s+|:e\s+)({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})[ -]((?:19|20)\d\d)(?!\d)")
_NAME = (
    r"[A-ZÅÄÖ][\wåäöéÅÄÖ]*(?:-(?: ?(?:och|,) [\wåäö]+|[\wåäö]+)?)?(?:(?:,| och| samt|-,| för|/| &)? ?[\wåäöé-]+){0,5}?"
    r" ?(?:nämnden|nämnd|styrelsen|styrelse|fullmäktige|beredningen|beredning|direktionen|rådet|presidiet|delegationen)s?"
    r"(?: (?:arbetsutskott|[\wåäö-]*utskott(?:et)?|presidium|[\wåäö]+beredning))?"
)
_BODY = re.compile(rf"(?:{_NAME}|[A-ZÅÄÖ][\wåäö-]*(?: och [\wåäö-]+)?utskott(?:et)?)(?![\wåäö])")
_NOT_BODY = re.compile(
    r"\b(?:Plats|Beslutande|Paragraf|Ordförande|Sekreterare|Justerande|Protokoll|Sammanträde|Datum|Underskrift|Länsstyrelsen|Förvaltning)",
    re.IGNORECASE,
)
_LABELS: dict[str, str] = {
    "plats": r"plats(?: och (?:sammanträdes)?tid| ?/ ?tid)?(?: för sammanträdet)?|tid och plats|lokal|sammanträdesplats|plats,? (?:datum och )?tid|mötesplats",
    "tid": r"tid(?:punkt)?|klockan|mötestid|sammanträdestid",
    "paragrafer": r"paragraf(?:er)?|§§",
    "organ": r"organ|nämnd|styrelse|instans|myndighet|nämnd/styrelse|nämnd ?/ ?organ",
    "datum": r"sammanträdesdatum|datum för sammanträde(?:t)?|mötesdatum|sammanträdesdag|datum",
    "uppsatt": r"(?:datum )?(?:för |då |när )?(?:anslag\w*|protokoll\w*|bevis\w*)?(?: om justering)?(?: (?:har|är|den))? ?(?:publicera[ts]*|uppsätt\w*|uppsatt|upps\.?|sätts upp|satts? upp|sattes upp|anslås|anslagen|anslaget)"
    r"(?: den| från(?: och med)?| datum| på anslagstavlan)?|anslagsdatum|anslagsdag|anslaget|anslag(?:et|s)? den|anslagstid fr\.?o\.?m\.?|anslås(?: under tiden)?",
    "nedtaget": r"(?:datum )?(?:för |då |när )?(?:anslag\w*|protokoll\w*|bevis\w*)?(?: (?:får|kan|ska|den))? ?(?:nedta\w*|tas? ned|tas? ner|togs? ned|avpublicera\w*|nedt\.?|tas bort)(?: efter| tidigast| den| datum)*"
    r"|anslagstid t\.?o\.?m\.?",
    "beslutande": r"beslutande(?: ledamöter)?|beslutande ledamöter och ersättare",
    "justerare": r"utses att justera|justerare|utsedd(?:a)? att justera|vald(?:a)? att justera",
    "annat": r"(?:ej |icke )?tjänstgörande ersättare|ersättare|övriga(?: deltagande| deltagare| närvarande)?|närvarande(?: .{3,30})?|närvarorätt"
    r"|justering(?:ens)?(?: plats| tid| plats och tid| tid och plats| datum)?|sekreterare|ordförande|justerande|underskrift(?:er)?|förvaringsplats.*|sista dag(?:um)? för överklagan(?:de)?.*|ledamöter|frånvarande.*"
    r"|anslag/bevis|bevis(?: om)?(?: justering och)? anslag|utdragsbestyrkande|protokoll|anslag om justerat protokoll|ej tjänstgörande|deltagare",
}
_LABEL_PATTERNS = [(name, re.compile(rf"(?:{pattern})\s*:?", re.IGNORECASE)) for name, pattern in _LABELS.items()]
_RUN_IN = re.compile(
    r"(?P<label>Plats och tid|Tid och plats|Sammanträdesplats|Plats|Tid|Klockan|Paragrafer|Organ|Nämnd|Sammanträdesdatum|Datum|Anslaget den|Anslagsdatum|Nedtas den|Nedtas|Anslag(?:et)? (?:sätts upp|uppsatt|uppsättes|tas ned|nedtages|nedtas|uppsättande|nedtagande|publiceras|avpubliceras)|Publiceras|Avpubliceras|Uppsatt|Nedtaget"
    r"|Datum för anslag(?:et)?s? (?:uppsättande|nedtagande)|Anslagets (?:uppsättande|nedtagande)|Datum (?:då|när) anslaget (?:sätts upp|tas ned))(?: den)?\s*(?::\s*|\s+(?=[\d§]))(?P<rest>\S.*)",
    re.IGNORECASE,
)
_FAR = 1.3
"""Blank lines that end a label's value."""
_TAIL = re.compile(r"uppsättande|nedtagande|ersättare|tid|protokollet|anslag", re.IGNORECASE)
"""The second lines of labels."""
_MOST, _ALL = 4, 200
"""Lines that the value of a label may go on over; those present in a full council fill pages."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is printed of the meeting. Dates are ISO; None and () where the source does not say."""

    municipality: str | None = None
    body: str | None = None
    date: str | None = None
    place_and_time: str | None = None
    paragraphs: int | None = None
    posted: str | None = None
    removed: str | None = None
    present: tuple[str, ...] = ()
    approvers: tuple[str, ...] = ()
    municipality_from_head: bool = False
    body_from_head: bool = False


def facts(front: Sequence[Line], heads: Sequence[str], everything: Sequence[str], titles: Sequence[str]) -> Facts:
    """Read the facts from the front page's lines, the pages' heads, and (for the municipality) all text and the titles in it."""
    values = _values(front)
    body = _body(values.get("organ"), heads, front)
    date = (
        _first_date([*values.get("datum", ())])
        or _head_date(heads)
        or _head_date([line.text for line in front[:12]])
        or _first_date(values.get("plats", ()))
    )
    place = _place(values)
    printed = [line.text for line in front]
    return Facts(
        municipality=municipality(heads, printed, everything, " ".join(titles)),
        municipality_from_head=bool(named(heads) or named(printed)),
        body_from_head=body is not None,
        present=_people(values.get("beslutande", ())),
        approvers=_people(values.get("justerare", ())),
        body=body,
        date=date,
        place_and_time=place,
        paragraphs=_count(values.get("paragrafer", ())),
        posted=_first_date(values.get("uppsatt", ())),
        removed=_first_date(values.get("nedtaget", ())),
    )


def _values(front: Sequence[Line]) -> dict[str, list[str]]:
    """The values of the front page's labels. A label stands at the left, or beside another pair; its value to the right of it
    and on the lines below, until the next label.
    """
    found: dict[str, list[str]] = {}
    open_: list[tuple[float, str]] = []  # the columns of values that may go on below, and their labels
    left = 0
    for number, line in enumerate(front):
        cells = [(cell.x, cell.text) for cell in line.cells] or [(line.x, line.text)]
        opened: list[tuple[float, str]] = []
        place = 0
        while place < len(cells):
            x, text = cells[place]
            label = _label(text, front, number, x)
            run_in = _RUN_IN.fullmatch(text)
            if label:
                found.setdefault(label, [])
                after = cells[place + 1] if place + 1 < len(cells) else None
                if after and not _label(after[1], front, number, after[0]) and not _RUN_IN.fullmatch(after[1]):
                    found[label].append(after[1])
                    place += 1
                opened.append((after[0] if after else x, label))
            elif run_in and (key := _label(run_in["label"], front, number, x)):
                opened.append((x, key))
                found.setdefault(key, []).append(run_in["rest"])
            elif not opened and left > 0 and line.gap < _FAR and not _TAIL.fullmatch(text) and "§" not in text:
                column = min(open_, key=lambda pair: abs(pair[0] - x), default=None)
                if column and not (line.whole and found[column[1]]) and (abs(column[0] - x) < 8 or not line.size):  # noqa: PLR2004 - points
                    found[column[1]].append(text)
            place += 1
        if opened:
            open_, left = opened, _ALL if any(label == "beslutande" for _, label in opened) else _MOST
        elif line.gap >= _FAR:
            open_ = []
        left -= not opened
    return found


def _label(text: str, front: Sequence[Line], number: int, x: float) -> str | None:
    """The name of the label that a cell is, be it over two lines («Datum för anslags» / «uppsättande»)."""
    bare = text.strip()
    for name, pattern in _LABEL_PATTERNS:
        if pattern.fullmatch(bare):
            below = _below(front, number, x)
            if (
                below
                and not any(form.fullmatch(below) for _, form in _LABEL_PATTERNS)
                and name in {"uppsatt", "nedtaget"}
            ):
                longer = f"{bare.rstrip(':')} {below}"
                return next(
                    (
                        other
                        for other, form in _LABEL_PATTERNS
                        if other in {"uppsatt", "nedtaget"} and form.fullmatch(longer)
                    ),
                    name,
                )
            return name
    below = _below(front, number, x)
    if below:
        longer = f"{bare} {below}"
        return next((name for name, pattern in _LABEL_PATTERNS if pattern.fullmatch(longer)), None)
    return None


def _below(front: Sequence[Line], number: int, x: float) -> str:
    if number + 1 >= len(front):
        return ""
    line = front[number + 1]
    cells = [(cell.x, cell.text) for cell in line.cells] or [(line.x, line.text)]
    return next((text for at, text in cells if abs(at - x) < 8 and len(text) < 40), "")  # noqa: PLR2004 - points, a label


def _people(written: Sequence[str]) -> tuple[str, ...]:
    """The names of a list, each as printed; () where it only points to another page."""
    found = [name.strip(" ,") for name in written if name.strip(" ,")]
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
    text = " ".join(written[:2])
    if not re.search(r"\d", text):
        return None
    total = 0
    for first, last in re.findall(r"(\d{1,4})(?:/\d{4})?(?:\s*[-–—]\s*(?:§+\s*)?(\d{1,4}))?", text):
        if last and int(last) < int(first):
            return None
        total += int(last) - int(first) + 1 if last else 1
    return total or None


def _body(named: Sequence[str] | None, heads: Sequence[str], front: Sequence[Line]) -> str | None:
    for text in (
        *(named or ()),
        " ".join(heads),
        *heads,
        *(line.text for line in front[:8]),
        " ".join(line.text for line in front[:6]),
    ):
        for match in _BODY.finditer(re.sub(r"\s+", " ", text)):
            name = re.sub(r"^.*\b(?:[Ss]tad|[Kk]ommun)s? ", "", match[0].strip())
            if not _NOT_BODY.search(name):
                return re.sub(r"(nämnden|styrelsen|beredningen|utskottet)s$", r"\1", name)
    return None


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


def _head_date(texts: Sequence[str]) -> str | None:
    """The day that the heads name; where they name two, the one that stands alone or after its label."""
    labelled = [
        text
        for text in texts
        if re.search(r"sammanträdesdatum|sammanträdesdag|protokoll|mötesdatum", text, re.IGNORECASE)
    ]
    alone = [text for text in texts if (_ISO.search(text) or _WORDS.search(text)) and len(text) < 40]  # noqa: PLR2004 - a date and a word or two
    return _first_date([*labelled, *alone])
