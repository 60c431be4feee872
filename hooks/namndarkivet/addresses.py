"""Slugs, ids and addresses: the one place that knows how a document's path, id and page hang together (design §2, §6).

An address is relative to the root of the site and ends in a slash: `beslut/ekero/socialnamnden/2016/67/`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlencode

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SPELLED = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d"})


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """The text as a part of an address: ASCII, lower case, words joined by `-` (å, ä → a; ö → o).

    >>> slug("Vård- och omsorgsnämnden")
    'vard-och-omsorgsnamnden'
    """
    ascii_text = unicodedata.normalize("NFKD", text.lower().translate(_SPELLED)).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", ascii_text).strip("-")


_LONGEST = 60
"""Characters of a title in a file's name."""


def short_slug(text: str) -> str:
    """A text as part of a file's name, cut at a word.

    >>> short_slug("Rekommendation om finansiering av nationell stödfunktion till stöd")
    'rekommendation-om-finansiering-av-nationell-stodfunktion'
    """
    words = slug(text)
    return words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]


def paragraph_slug(paragraph: str, year: int) -> str:
    """A § number as a part of an address. The year that some bodies write with it stands in the folder already.

    >>> paragraph_slug("125/2019", 2019), paragraph_slug("67 A", 2016), paragraph_slug("12-14", 2020)
    ('125', '67-a', '12-14')
    """
    return slug(re.sub(rf"\s*[/-]\s*{year}$", "", paragraph.strip()))


def decision_id(municipality: str, body: str, year: int, paragraph: str) -> str:
    """The id of a decision; `paragraph` is the § as an address part, with `mm-dd-` first where the body numbers per
    meeting.
    """
    return f"beslut/{municipality}/{body}/{year}/{paragraph}"


def meeting_id(municipality: str, body: str, date: str) -> str:
    """The id of a meeting, which is its page's address as well."""
    return f"sammantraden/{municipality}/{body}/{date}"


def address(identity: str) -> str:
    """The address of the page with this id."""
    return f"{identity}/"


def rule_page(rule: str) -> str:
    """The address of the page about a rule, by its id."""
    return f"regler/{slug(rule)}/"


def filled_form(kind: str, answers: Mapping[str, str | Sequence[str]], after: str = "") -> str:
    """The address of the form for a new document with answers filled in, by front matter's keys, with a point before a part:
    `svar.rekommendation`. `after` is the path of the document that the new one comes after.

    >>> filled_form("beslut", {"kommun": "Habo"})
    'lagg-till/?sort=beslut&kommun=Habo'
    """
    return f"lagg-till/?{urlencode({'sort': kind} | dict(answers) | ({'efter': after} if after else {}), doseq=True)}"


def depth(page_address: str) -> int:
    """How many folders deep a page lies: 0 for the start page, 5 for a decision."""
    return page_address.count("/")


def to_root(page_address: str) -> str:
    """What leads from a page to the root of the site: `../../` for a page two folders deep, `./` for the start page."""
    return "../" * depth(page_address) or "./"
