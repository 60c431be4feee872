"""The front page: its labels («Plats och tid», «Paragrafer», «Anslaget uppsatt») and the values beside and below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from namndarkivet.importers.lines import Line
from namndarkivet.importers.people import people

_LABELS: dict[str, str] = {
    "plats": r"plats(?: och (?:sammanträdes)?tid| ?/ ?tid)?(?: för sammanträdet)?|tid och plats|lokal|sammanträdesplats|plats,? (?:datum och )?tid|mötesplats",
    "tid": r"tid(?:punkt)?|klockan|mötestid|sammanträdestid",
    "paragrafer": r"(?:justerade )?paragraf(?:er)?|protokollet omfattar|§§",
    "organ": r"organ|nämnd|styrelse|instans|myndighet|nämnd/styrelse|nämnd ?/ ?organ",
    "datum": r"sammanträdesdatum|datum för sammanträde(?:t)?|mötesdatum|sammanträdesdag|datum",
    "uppsatt": r"(?:datum )?(?:för |då |när )?(?:anslag\w*|protokoll\w*|bevis\w*|tillkännagivande\w*)?(?: om justering)?(?: (?:har|är|den))? ?(?:publicera[ts]*|uppsätt\w*|uppsatt|upps\.?|sätts upp|satts? upp|sattes upp|anslås|anslagen|anslaget)"
    r"(?: den| från(?: och med)?| datum| på anslagstavlan)?|anslagsdatum|anslagsdag|anslaget|anslag(?:et|s)? den|anslagstid fr\.?o\.?m\.?|anslås(?: under tiden)?|(?:anslaget|protokollet anslås|anslagstid|anslaget publicerat) ?(?:under tiden|mellan)?",
    "nedtaget": r"(?:datum )?(?:för |då |när )?(?:anslag\w*|protokoll\w*|bevis\w*|tillkännagivande\w*)?(?: (?:får|kan|ska|den))? ?(?:nedta\w*|tas? ned|tas? ner|togs? ned|avpublicera\w*|nedt\.?|tas bort)(?: efter| tidigast| den| datum)*"
    r"|anslagstid t\.?o\.?m\.?",
    "justerat": r"justering(?:ens|en)?(?: (?:plats,? (?:datum )?och tid|tid och plats|datum|dag|tid))?|justeringsdatum|justeringsdag|(?:tid och plats|plats och tid|plats|datum|tid) för justering(?:en)?",
    "beslutande": r"beslutande(?: ledamöter)?|närvarande ledamöter|ledamöter|beslutande ledamöter och ersättare",
    "justerare": r"utses att justera|justerare|utsedd(?:a)? att justera|vald(?:a)? att justera",
    "annat": r"(?:ej |icke )?tjänstgörande ersättare|ersättare|övriga(?: deltagande| deltagare| närvarande)?|närvarande(?: .{3,30})?|närvarorätt"
    r"|justering(?:ens)? plats|sekreterare|ordförande|justerande|underskrift(?:er)?|förvaringsplats.*|sista dag(?:um)? för överklagan(?:de)?.*|frånvarande.*"
    r"|anslag/bevis|bevis(?: om)?(?: justering och)? anslag|utdragsbestyrkande|protokoll|anslag om justerat protokoll|ej tjänstgörande|deltagare",
}
_LABEL_PATTERNS = [(name, re.compile(rf"(?:{pattern})\s*:?", re.IGNORECASE)) for name, pattern in _LABELS.items()]
_RUN_IN = re.compile(
    r"(?P<label>Plats och tid|Tid och plats|Sammanträdesplats|Plats|Tid|Klockan|Paragrafer|Organ|Nämnd|Sammanträdesdatum|Datum|Anslaget den|Anslagsdatum|Nedtas den|Nedtas|Anslag(?:et)? (?:sätts upp|uppsatt|uppsättes|tas ned|nedtages|nedtas|uppsättande|nedtagande|publiceras|avpubliceras)|Publiceras|Avpubliceras|Uppsatt|Nedtaget"
    r"|Datum för anslag(?:et)?s? (?:uppsättande|nedtagande)|Anslagets (?:uppsättande|nedtagande)|Datum (?:då|när) anslaget (?:sätts upp|tas ned))(?: den)?\s*(?::\s*|\s+(?=[\d§]))(?P<rest>\S.*)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?P<label>[^:]{3,40}?)\s*:\s+(?P<rest>\S.*)")
_DATED = re.compile(
    r"(?P<label>[^\d:]{4,60}?)\s*:?\s*(?P<rest>(?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zå]+ \d{4}).{0,20})",
    re.IGNORECASE,
)
_DATES = {"uppsatt", "nedtaget", "datum"}
"""Labels that a date may follow on the same line without a colon."""
_FAR = 1.3
"""Blank lines that end a label's value."""
_TAIL = re.compile(r"uppsättande|nedtagande|ersättare|tid|protokollet|anslag", re.IGNORECASE)
"""The second lines of labels."""
_APPROVAL = re.compile(r"(?:tid och plats för |plats för )?justering(?:ens?|en)?:?", re.IGNORECASE)
_SAME_COLUMN = 8
"""Points between the edges of one column."""
_LABEL = 40
"""Characters of a label at most."""
_NEAR = 4
"""Lines below the heading of a part of the front page."""
_ANY = re.compile("")
_GOES_ON = {
    "plats": re.compile(r"(?:kl\b|klockan|[a-zåäö\d(])"),
    "tid": re.compile(r"(?:kl\b|klockan|[a-zåäö\d(])"),
    "justerare": re.compile(
        r"(?:[-–] )?[A-ZÅÄÖ][\wåäö.-]+(?: [A-ZÅÄÖ][\wåäö-]+){1,3}(?: \([\w-]{1,5}\))?(?:,.{0,40})?$"
    ),
    "beslutande": re.compile(
        r"(?:[-–] )?[A-ZÅÄÖ][\wåäö.-]+(?: [A-ZÅÄÖ][\wåäö-]+){1,3}(?:,.{0,40})?$|enligt|se\b|[Ss]e "
    ),
}
"""What goes on with a value on the line below, where neither place nor column tells."""
_MOST, _ALL = 4, 200
"""Lines that the value of a label may go on over; those present in a full council fill pages."""


def labelled_values(front: Sequence[Line]) -> dict[str, list[str]]:
    """The values of the front page's labels, by the names above. A label stands at the left, or beside another pair; its value to
    the right of it and on the lines below, until the next label.
    """
    reader = _Reader(front)
    for number in range(len(front)):
        reader.read(number)
    return reader.found


class _Reader:
    def __init__(self, front: Sequence[Line]) -> None:
        self.front = front
        self.found: dict[str, list[str]] = {}
        self.open: list[tuple[float, str]] = []  # the columns of values that may go on below, and their labels
        self.left = 0
        self.margin = min((line.x for line in front), default=0.0)

    def read(self, number: int) -> None:
        """Read one line: labels with their values, or what goes on with a value above."""
        line = self.front[number]
        cells = _cells(line)
        opened: list[tuple[float, str]] = []
        place = 0
        while place < len(cells):
            taken = self._pair(cells, place, number, opened)
            if not taken and not opened:
                self._more(line, *cells[place])
            place += taken or 1
        if opened:
            self.open, self.left = opened, _ALL if any(label == "beslutande" for _, label in opened) else _MOST
        elif line.gap >= _FAR:
            self.open = []
        self.left -= not opened

    def _pair(
        self, cells: Sequence[tuple[float, str]], place: int, number: int, opened: list[tuple[float, str]]
    ) -> int:
        """Take a label and the value beside it or after it on its line; how many cells that was."""
        x, text = cells[place]
        label = _label(text, self.front, number, x)
        if label:
            if number and _APPROVAL.fullmatch(self.front[number - 1].text):
                label = "justerat"  # «Justeringens ⏎ plats och tid» is not the meeting's
            elif self.found.get(label) or (label == "datum" and self._of_approval(text, number)):
                label = "annat"
            after = cells[place + 1] if place + 1 < len(cells) else None
            beside = after and not _label(after[1], self.front, number, after[0]) and not _RUN_IN.fullmatch(after[1])
            self.found.setdefault(label, []).extend(self._rows(number, after) if after and beside else [])
            opened.append((after[0] if after and beside else x, label))
            return 2 if beside else 1
        for run_in, allowed in (
            (_NAMED.fullmatch(text), set(_LABELS)),
            (_DATED.fullmatch(text), _DATES),
            (_RUN_IN.fullmatch(text), set(_LABELS)),
        ):
            name = _label(run_in["label"], self.front, number, x) if run_in and not text[:1].islower() else None
            if run_in and name == "datum" and self._of_approval(run_in["label"], number):
                return 1
            if run_in and name in allowed:
                opened.append((x, str(name)))
                self.found.setdefault(str(name), []).append(run_in["rest"])
                return 1
        return 0

    def _rows(self, number: int, value: tuple[float, str]) -> list[str]:
        """A value's lines: those of its cell, where it has several."""
        own = next((cell.rows for cell in self.front[number].cells if (cell.x, cell.text) == value), ())
        return list(own) or [value[1]]

    def _of_approval(self, label: str, number: int) -> bool:
        """Whether a bare «Datum» stands below the heading of the approval or the notice, and is not the meeting's."""
        above = [line.text for line in self.front[max(0, number - _NEAR) : number]]
        return label.strip(" :").casefold() == "datum" and any(
            re.match(r"(?:justering|underskrift|anslag|bevis|tillkännagivande)", text, re.IGNORECASE) for text in above
        )

    def _more(self, line: Line, x: float, text: str) -> None:
        """Take a cell that goes on with the value above it."""
        if self.left <= 0 or line.gap >= _FAR or _TAIL.fullmatch(text) or not self.open:
            return
        at, label = min(self.open, key=lambda pair: abs(pair[0] - x))
        member = label == "beslutande" and bool(people(text))
        if "§" in text and not member:
            return
        if line.whole and self.found[label]:
            if member:
                self.found[label].append(text.removeprefix("- "))
        elif line.size or line.cells or line.x > self.margin:
            if abs(at - x) < _SAME_COLUMN or not line.size:
                self.found[label].append(text)
        elif (
            not self.found[label] or member or _GOES_ON.get(label, _ANY).match(text)
        ):  # pasted text: only its words tell what goes on
            self.found[label].append(text.removeprefix("- "))


def _cells(line: Line) -> list[tuple[float, str]]:
    return [(cell.x, cell.text) for cell in line.cells] or [(line.x, line.text)]


def _label(text: str, front: Sequence[Line], number: int, x: float) -> str | None:
    """The name of the label that a cell is, be it over two lines («Datum för anslags» / «uppsättande»)."""
    bare = text.strip()
    above = _at(front, number - 1, x) if number else ""
    if above.endswith("-"):  # «Anslagets upp-» ⏎ «sättande»
        bare = above[:-1] + bare
    for name, pattern in _LABEL_PATTERNS:
        if pattern.fullmatch(bare):
            below = _below(front, number, x)
            tail = below[:1].islower() or not any(form.fullmatch(below) for _, form in _LABEL_PATTERNS)
            if below and tail and name in {"uppsatt", "nedtaget"}:
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
    return _at(front, number + 1, x) if number + 1 < len(front) else ""


def _at(front: Sequence[Line], number: int, x: float) -> str:
    """The short text that stands in a column of a line."""
    return next((text for at, text in _cells(front[number]) if abs(at - x) < _SAME_COLUMN and len(text) < _LABEL), "")
