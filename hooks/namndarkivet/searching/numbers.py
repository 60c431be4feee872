"""The numbers that people look a document up by: registry number, § and circular number, as keys.

A key is what all ways of writing a number have in common. What was typed is read in the browser (`docs/assets/sok/numbers.js`)
in every way that it can be, and those keys are tried that the archive has.
"""

from __future__ import annotations

import re

from namndarkivet.addresses import paragraph_slug
from namndarkivet.registry_numbers import registry_key

_NAMED = re.compile(r"([a-z]{2,10})-(\d{4}-\d{1,6})")
_CIRCULAR = re.compile(r"(\d{1,4})\s*[:/]\s*(\d{1,4})")


def registry_keys(written: str) -> tuple[str, ...]:
    """The keys of a registry number: with its letters, and without.

    >>> registry_keys("SN16/103"), registry_keys("SLK-2024-00274"), registry_keys("45/99 A")
    (('sn-2016-103', '2016-103'), ('slk-2024-274', '2024-274'), ('45-99-a',))
    """
    key = registry_key(written)
    named = _NAMED.fullmatch(key)
    return (key, named[2]) if named else (key,)


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


def circular_keys(written: str) -> tuple[str, ...]:
    """The keys of a circular's or a board notice's number.

    >>> circular_keys("16:34"), circular_keys("nr 10/2016"), circular_keys("A 7")
    (('16-34',), ('10-2016',), ())
    """
    match = _CIRCULAR.search(written)
    return (f"{int(match[1])}-{int(match[2])}",) if match else ()
