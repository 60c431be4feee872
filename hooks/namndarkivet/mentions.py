"""References as people write them in running text: «§ 67», «SN16/103», «cirkulär 16:34», «[[id]]».

A mention says only what was written and what it could mean. Whether it becomes a link is for the archive to say: only
when the target is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from namndarkivet.addresses import slug
from namndarkivet.registry_numbers import registry_key


class Means(StrEnum):
    """What a mention may point at."""

    DOCUMENT = "id"
    PARAGRAPH = "§"
    REGISTRY = "dnr"
    NOTICE = "meddelande"
    CIRCULAR = "cirkulär"
    FILE = "fil"


class Mention(NamedTuple):
    """One written reference: what it may mean, the key to look it up by, and the words as they stand."""

    means: Means
    key: str
    text: str


_PATTERN = re.compile(
    r"""
      \[\[(?P<id>[^\[\]|<>]+)(?:\|(?P<words>[^\[\]<>]+))?\]\]
    | (?P<notice>[Mm]eddelande(?:t)?\s+från\s+(?:SKLs?\s+|SKRs?\s+)?styrelsen\s+(?:nr\.?\s+)?(?P<notice_number>\d{1,2}/\d{4}))
    | (?P<circular>[Cc]irkulär(?:et)?\s+(?:nr\.?\s+)?(?P<circular_number>\d{2}(?:\d{2})?:\d{1,3}))\b
    | (?<!§)§\s?(?P<paragraph>\d{1,4}(?:/\d{4})?(?:\s?[a-hA-H]\b)?)(?!\d)
    | (?P<registry>
        \b[A-ZÅÄÖ]{2,8}\s?-?(?:19|20)\d\d(?:\s?/\s?|[-:.])\d{1,6}\b(?!-\d\d\b)
      | \b[A-Za-zÅÄÖåäö]{2,8}/(?:19|20)\d\d:\d{1,6}\b(?:\s-\s\d{3})?
      | \b[A-ZÅÄÖ]{2,8}\s?\d\d/\d{1,5}\b
      | \b[A-ZÅÄÖ]{2,4}\d{6}\b
      | \b(?:19|20)\d\d[/.]\d{1,6}\s[A-ZÅÄÖ]{2,8}(?:-\d{1,3})?\b
      | \b(?:19|20)\d\d/[A-ZÅÄÖ]{2,8}\s\d{1,6}(?:\s\d{3})?\b
      | \b\d{5}/(?:19|20)\d\d\b
      | \b0\d{3}/\d\d\b
      | (?<=[Dd]nr\s)[\d.-]+/\d{2,4}\b
      | (?<=[Dd]iarienummer\s)[\d.-]+/\d{2,4}\b
      )
    """,
    re.VERBOSE,
)

# Most running text holds no mention: this finds out cheaply before the pattern above looks closely. It begins with a set of
# characters, which the regular expression engine skips to.
_HINT = re.compile(
    r"[\[§CcMm0-9A-ZÅÄÖ](?:(?<=[0-9])(?:/[0-9]"
    r"|(?<=[12])[09][0-9][0-9](?:(?:\s?/\s?|[:.])[0-9A-ZÅÄÖ]|-(?![0-9]{2}-[0-9]{2}\b)[0-9]))"
    r"|(?<=[A-ZÅÄÖ])[A-ZÅÄÖ][0-9]{6}|(?<=§)|(?<=[Cc])irkul|(?<=[Mm])eddeland|(?<=\[)\[)"
)
_WORD = re.compile(r"\b(?=\w)")

# A § that the words around it give to a statute, another body or another day is not one of the same meeting.
_STATUTE_AFTER = re.compile(
    r"\s*(?:,|st\.|\d+\s*st|första|andra|tredje|stycket|punkten|p\.?\s?\d|i\s|och\s|\s)*"
    r"(?:\w*(?:lag|lagen|förordning|förordningen|balk|balken|stadga|stadgan|ordning|ordningen|reglemente|reglementet|stadgarna)\b"
    r"|KL\b|SoL\b|LSS\b|PBL\b|MB\b|RF\b|TF\b|OSL\b|FL\b|LVU\b|LVM\b)"
)
_OTHER_AFTER = re.compile(
    r"\s*,?\s*(?:(?:i|vid|hos|av|från)\s+)?"
    r"(?:\(?(?:19|20)\d\d\b|den\s+\d|[A-ZÅÄÖ]{2,}\b|[Aa]u\b|\w*(?:styrelse|fullmäktige|nämnd|utskott|beredning)\w*)"
)
_OTHER_BEFORE = re.compile(
    r"(?:\b(?!(?:Se|Jfr|Enligt|I|Av|Från|Under|Med|Om|Och|Vid|Till|Genom|Även|Samt|Punkt)\b)[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}(?:/?[Aa][Uu])?|\b[Aa]u|styrelsens?|fullmäktiges?|nämndens?|utskotts?|utskottets?|beredningen"
    r"|\d{4}-\d\d-\d\d|\b(?:19|20)\d\d|kap\.?)(?:\s+(?:protokoll|beslut|sammanträde))?\s*,?\s*$"
)
_CONTEXT = 48
_BEFORE, _AFTER = 24, 400
"""How far before a hint a mention may begin, and how far after it may end (`[[id|ord]]` is the longest)."""


def find(text: str) -> Iterator[tuple[int, int, Mention]]:
    """The mentions in a piece of running text, each with where it starts and ends."""
    at = 0
    for hint in _HINT.finditer(text):
        if hint.start() < at:
            continue
        end = hint.end() + _AFTER
        if match := next(filter(None, (_PATTERN.match(text, n, end) for n in _starts(text, hint.start(), at))), None):
            at = match.end()
            if mention := _mention(match, text):
                yield match.start(), at, mention


def _starts(text: str, hint: int, at: int) -> Iterator[int]:
    """Where the mention around a hint may begin, after `at`: with a word before it or with the hint itself."""
    if text[hint] not in "[§":
        yield from (word.start() for word in _WORD.finditer(text, max(at, hint - _BEFORE), hint))
    yield hint


def _mention(match: re.Match[str], text: str) -> Mention | None:
    written = match[0]
    if match["id"]:
        identity = match["id"].strip().strip("/").removesuffix(".md")
        return Mention(Means.DOCUMENT, identity, (match["words"] or "").strip())
    if match["notice"]:
        return Mention(Means.NOTICE, match["notice_number"], written)
    if match["circular"]:
        return Mention(Means.CIRCULAR, match["circular_number"], written)
    if match["paragraph"]:
        before, after = (
            text[max(0, match.start() - _CONTEXT) : match.start()],
            text[match.end() : match.end() + _CONTEXT],
        )
        if _STATUTE_AFTER.match(after) or _OTHER_AFTER.match(after) or _OTHER_BEFORE.search(before):
            return None
        return Mention(Means.PARAGRAPH, slug(match["paragraph"]), written)
    return Mention(Means.REGISTRY, registry_key(match["registry"]), written)
