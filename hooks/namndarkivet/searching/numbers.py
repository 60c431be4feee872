"""The numbers that people look a document up by: registry number, § and circular number, as keys.

A key is what all ways of writing a number have in common. What was typed is read in the browser (`docs/assets/sok/numbers.js`)
in every way that it can be, and those keys are tried that the archive has.
"""

from __future__ import annotations

import re

from namndarkivet.addresses import paragraph_slug, slug
from namndarkivet.dates import MONTHS
from namndarkivet.registry_numbers import registry_key

_YEAR_LAST = re.compile(r"(\d{3,6})/(\d{2})")
_NAMED = re.compile(r"([a-z]{2,10})-(\d{4}-\d{1,6})")
_PART = re.compile(r"([^\W\d_]{2,10}[ -]?\d{4}[-/]\d{1,6}):\d{1,3}")
_DAY = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b", re.ASCII)
_LAST = 31
_CIRCULAR = re.compile(r"(\d{1,4})\s*[:/]\s*(\d{1,4})")


def registry_keys(written: str) -> tuple[str, ...]:
    """The keys of a registry number: with its letters, and without.

    >>> registry_keys("SN16/103"), registry_keys("SLK-2024-00274"), registry_keys("45/99 A")
    (('sn-2016-103', '2016-103'), ('slk-2024-274', '2024-274'), ('45-99-a',))

    Three digits or more before a year of two are no year: somebody may write the whole year.

    >>> registry_keys("0381/22")
    ('0381-22', '2022-381')

    A part of a matter («SLK-2024-00009:25») is found by the matter's number too.

    >>> registry_keys("SLK-2024-00009:25")
    ('slk-2024-00009-25', '2024-00009-25', 'slk-2024-9', '2024-9')
    """
    key = registry_key(written)
    if last := _YEAR_LAST.fullmatch(written.strip()):
        return key, registry_key(f"xx {last[2]}/{int(last[1])}").removeprefix("xx-")
    if named := _NAMED.fullmatch(key):
        return key, named[2]
    part = _PART.fullmatch(written.strip())
    return (key, key.partition("-")[2], *registry_keys(part[1])) if part else (key,)


def paragraph_keys(written: str, year: int) -> tuple[str, ...]:
    """The keys of a §: «67», «67-a»; of several paragraphs in one document each that is named.

    >>> paragraph_keys("125/2019", 2019), paragraph_keys("12-14", 2020), paragraph_keys("67 A", 2016)
    (('125',), ('12-14', '12', '13', '14'), ('67-a', '67'))
    """
    key = paragraph_slug(written, year)
    if span := re.fullmatch(r"(\d{1,4})-(\d{1,4})", key):
        first, last = int(span[1]), int(span[2])
        return (key, *map(str, range(first, min(last, first + 50) + 1)))
    number = re.match(r"\d+", key)
    return tuple(dict.fromkeys((key, number[0] if number else key)))


def owner_keys(body: str, abbreviation: str | None, year: int) -> tuple[str, ...]:
    """The keys of whose § it is, which a search for a § with its body or its year asks for besides.

    >>> owner_keys("Bygg- och miljönämnden", "BMN", 2031)
    ('bygg-och-miljonamnden', 'bmn', 'ar-2031')
    """
    names = [slug(name) for name in (body, abbreviation) if name]
    return (*names, f"ar-{year}")


def dated(text: str) -> str:
    """A text with its ISO dates in words, as a search has them, so that a day is found however it is written.

    >>> dated("Protokoll 2026-05-21"), dated("2026-05-99")
    ('Protokoll 21 maj 2026', '2026-05-99')
    """
    return _DAY.sub(_in_words, text)


def _in_words(day: re.Match[str]) -> str:
    month, number = int(day[2]), int(day[3])
    return f"{number} {MONTHS[month - 1]} {day[1]}" if 0 < month <= len(MONTHS) and 0 < number <= _LAST else day[0]


def circular_keys(written: str) -> tuple[str, ...]:
    """The keys of a circular's or a board notice's number.

    >>> circular_keys("16:34"), circular_keys("nr 10/2016"), circular_keys("A 7")
    (('16-34',), ('10-2016',), ())
    """
    match = _CIRCULAR.search(written)
    return (f"{int(match[1])}-{int(match[2])}",) if match else ()
