"""The parts of a document's body: its headings, recognised by kind, and its links, each with its line.

The text keeps the source's own headings; headings that mean the same are recognised as one kind of section. The
synonyms are those of Swedish minutes (with the name of a body before «beslut» or «förslag»).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """What a section of minutes is."""

    DECISION = "beslut"
    PROPOSAL = "förslag till beslut"
    SUMMARY = "sammanfattning"
    BACKGROUND = "ärendet"
    PREPARATION = "beredning"
    BASIS = "underlag"
    MOTIONS = "yrkanden"
    ORDER = "propositionsordning"
    DIVISION = "omröstning"
    DISSENT = "reservation"
    DISQUALIFICATION = "jäv"
    NOTE = "anteckning"
    RECIPIENTS = "expedieras"
    OTHER = "övrigt"


_HEADINGS: dict[Kind, str] = {
    Kind.DECISION: r"beslut(?: i .*| \(.*\)|, .*)?|(?:\S+ ){0,6}(?!tidigare)\S+s beslut|(?:\S+ ){0,6}\S+ beslutar|beslutsmening|att-satser",
    Kind.PROPOSAL: r"(?:\S+ ){0,6}förslag( till .*)?|beslutsförslag|förslag under sammanträdet",
    Kind.SUMMARY: r"(kort )?sammanfattning( av ärendet)?",
    Kind.BACKGROUND: r"ärendet|ärendebeskrivning|beskrivning av ärendet|bakgrund|information",
    Kind.PREPARATION: r"beredning|tidigare behandling|ärendets behandling|föredragning|dagens sammanträde"
    r"|behandling på sammanträdet|överläggning.*",
    Kind.BASIS: r"besluts?underlag|underlag|handling(ar)?|bilag(a|or)",
    Kind.MOTIONS: r"yrkanden?|förslag och yrkanden?",
    Kind.ORDER: r"proposition(sordning)?( och (omröstning|votering))?|beslutsgång|propositions?ordningar",
    Kind.DIVISION: r"omröstning(ar|sresultat)?|(huvud)?votering(ar)?|votering.*|omröstning.*",
    Kind.DISSENT: r"reservation(er)?( .*)?",
    Kind.DISQUALIFICATION: r"jäv|anmälan om jäv",
    Kind.NOTE: r"protokollsanteckning(ar)?|anteckning(ar)?|särskil(t|da) yttranden?( .*)?|anförande(n)?|upplysningar",
    Kind.RECIPIENTS: r"expedieras( till)?|expediering|beslut(et)? (ska )?(skickas|sänds)( till)?|protokollsutdrag( skickas)? till"
    r"|kopia till|delges",
}
_KINDS = [(kind, re.compile(rf"(?:{pattern})[.:]?", re.IGNORECASE)) for kind, pattern in _HEADINGS.items()]
_MAYBE_HEADING = re.compile(r"\n(?= {0,3}#)")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:(?<![ \t])[ \t]+#+)?(?:(?<![ \t])[ \t]+)?$")
_NONE = re.compile(r"(?:Inga|Ingen|Inget)\b[^\n.]{0,60}\.?\s*$|[–—-]\s*$", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the text below it. `line` is the heading's line in the file, `text_line` that of the text's
    first line that is not blank (the heading's where there is none).
    """

    kind: Kind
    heading: str
    level: int
    line: int
    text_line: int
    text: str

    @property
    def says_none(self) -> bool:
        """Whether the section says that there are none: «Inga.», «Ingen anmäler jäv.», «–»."""
        return bool(_NONE.match(self.text))


@dataclass(frozen=True, slots=True)
class Link:
    """A link in Markdown: its words, its target, and where in the file it stands (columns from 1). `by_id` is written
    `[[id]]`.
    """

    text: str
    target: str
    line: int
    column: int
    end: int
    image: bool = False
    by_id: bool = False


@lru_cache(maxsize=2048)
def kind_of(heading: str) -> Kind:
    """What kind of section a heading opens."""
    words = re.sub(r"[*_`]", "", heading).strip()
    for kind, pattern in _KINDS:
        if pattern.fullmatch(words):
            return kind
    return Kind.OTHER


def sections(body: str, first_line: int = 1) -> tuple[Section, ...]:
    """The sections of a body in order; text before the first heading is a section of kind OTHER without a heading.

    `first_line` is the line of the file that the body begins on.
    """
    found: list[Section] = []
    heading, level, line, start, text_line = "", 0, first_line, 0, first_line
    for at, end, number, written in (*_headings(body), (len(body), len(body), 0, None)):
        text = body[start:at]
        stripped = text.strip()
        if heading or stripped:
            first = text_line + text.count("\n", 0, len(text) - len(text.lstrip())) if stripped else line
            kind = kind_of(heading) if heading else Kind.OTHER
            found.append(Section(kind, heading, level, line, first, stripped))
        if written:
            heading, level, line = written[2].strip(), len(written[1]), number + first_line
            start, text_line = end, line
    return tuple(found)


def _headings(body: str) -> Iterator[tuple[int, int, int, re.Match[str]]]:
    """Where each heading's line begins and ends, the number of the line (from 0), and its parts."""
    fenced = "```" in body or "~~~" in body
    outside = {number for number, _ in _outside_code(body.split("\n"))} if fenced else None
    before, number = 0, 0
    starts = [0] if body[:4].lstrip(" ").startswith("#") else []
    for start in (*starts, *(match.end() for match in _MAYBE_HEADING.finditer(body))):
        number += body.count("\n", before, start)
        before = start
        end = body.find("\n", start)
        end = len(body) if end < 0 else end
        match = _HEADING.match(body, start, end)
        if match and (outside is None or number in outside):
            yield start, end, number, match


def _outside_code(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines that are not within a fenced block of code."""
    fence = ""
    for number, line in enumerate(lines):
        match = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if fence:
            if match and match[1].startswith(fence) and not line.strip(" \t`~"):
                fence = ""
        elif match:
            fence = match[1]
        else:
            yield number, line


_CODE_SPAN = re.compile(r"(`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:[ \t]*<?([^\s<>]*)>?", re.MULTILINE)
_ANCHOR = re.compile(r"<a\b[^<>]*?\bhref\s*=\s*[\"']?([^\s\"'<>]*)[^<>]*>", re.IGNORECASE)
_WIKI = re.compile(r"\[\[([^\[\]|]+?)(?:\\?\|[^\[\]]*)?\]\]")  # in a table the bar is written \|
_TAG = re.compile(
    r"(?<!\\)<(?:/?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>]|$)(?:[^<>]*>|[ \t]*$)|!--|!\[CDATA\[|\?)", re.MULTILINE
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


class _Prose:
    """A body with its code blanked out, so that places stay; and where in the file each place is."""

    def __init__(self, body: str, first_line: int) -> None:
        self.first_line = first_line
        lines = body.split("\n")
        if "```" in body or "~~~" in body:
            kept = dict(_outside_code(lines))
            lines = [kept.get(number, " " * len(line)) for number, line in enumerate(lines)]
        text = "\n".join(lines)
        self.text = _CODE_SPAN.sub(_blanked, text) if "`" in text else text
        self.starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, match: re.Match[str]) -> tuple[int, int, int]:
        """Line, column and end of a match; one over several lines ends with its first."""
        line = bisect_right(self.starts, match.start()) - 1
        column = match.start() - self.starts[line] + 1
        return line + self.first_line, column, column + len(match[0].split("\n", 1)[0])


def _blanked(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


@lru_cache(maxsize=8)
def links(body: str, first_line: int = 1) -> tuple[Link, ...]:
    """The links and images of a body outside code: `[ord](mål)` also over a line's end, `[ord]: mål`, `<a href>`.

    Several rules ask about the same body in turn, so the last few answers are kept.
    """
    if "](" not in body and "]:" not in body and ("<" not in body or "href" not in body.lower()):
        return ()
    return tuple(_links(body, first_line))


def _links(body: str, first_line: int) -> Iterator[Link]:
    prose = _Prose(body, first_line)
    for match in _LINK.finditer(prose.text):
        if not _BLANK_LINE.search(match[0]):
            yield Link(" ".join(match[2].split()), match[3], *prose.place(match), image=bool(match[1]))
    for pattern, words in ((_DEFINITION, 1), (_ANCHOR, 0)):
        for match in pattern.finditer(prose.text):
            yield Link(match[words], match[pattern.groups], *prose.place(match))


def wiki_links(body: str, first_line: int = 1) -> Iterator[Link]:
    """The links by id, `[[id]]` or `[[id|ord]]`, outside code."""
    if "[[" not in body:
        return
    prose = _Prose(body, first_line)
    for match in _WIKI.finditer(prose.text):
        yield Link(match[1].strip(), match[1].strip(), *prose.place(match), by_id=True)


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BARE = re.compile(r"www\.|[\w-]+\.(?:se|nu|com|org|eu)(?:/|$)")


def has_scheme(target: str) -> bool:
    """Whether a link's target begins as a whole address does: `https:`, `mailto:`."""
    return bool(_SCHEME.match(target))


def lacks_scheme(target: str) -> bool:
    """Whether a link's target is a web address that lacks its `https://`."""
    return bool(_BARE.match(target))


def within_archive(body: str, first_line: int = 1) -> Iterator[Link]:
    """The links of a body that mean to lead to something in the archive."""
    yield from wiki_links(body, first_line)
    for link in links(body, first_line):
        empty = link.target in {"", "#"}
        if not (empty or link.image or has_scheme(link.target) or lacks_scheme(link.target)):
            yield link


def html_tags(body: str, first_line: int = 1) -> Iterator[tuple[str, int, int, int]]:
    """The HTML tags that stand in a body outside code: name (`!--` for a comment), line, column and end."""
    if "<" not in body:
        return
    prose = _Prose(body, first_line)
    for match in _TAG.finditer(prose.text):
        yield (match[1] or "!--").lower(), *prose.place(match)
