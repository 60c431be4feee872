"""Registry numbers (diarienummer) in the many forms that municipalities write them, and the key that joins them.

The form is shown as written; the key only tells which numbers are the same. Two-digit years are read as 1960–2059.
A number whose parts could be read in two ways (`31/16`: year first or last?) is not read: its key is what it says.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LEAD = re.compile(r"^\(?\s*(?:dnr|diarienummer|diarienr)?\s*[.:]?\s*", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:\)|(?:dpl|diariekod|dplkod)\s*:?\s*[\d.-]+|\s-\s\d{1,4})\s*\)?$", re.IGNORECASE)
_NAME = r"(?P<name>[^\W\d_]{2,8})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YY = r"(?P<yy>\d\d)"
_NUMBER = r"(?P<number>\d{1,6})"
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_NAME}\s?[-/]?\s?{_YEAR}\s?[-/:.]\s?{_NUMBER}",  # SN 2019/11, SLK-2024-00274, von/2017:3, LS 2016-1303
        rf"{_NAME}\s?{_YY}[/:]{_NUMBER}",  # SN16/103, SN 18/0098
        rf"{_NAME}{_YY}(?P<number>\d{{4}})",  # RS160570
        rf"{_YEAR}[/.:-]{_NUMBER}\s{_NAME}(?:-\d{{1,3}})?",  # 2018/0715 KS-7, 2017.199 SN
        rf"{_YEAR}/{_NAME}\s{_NUMBER}(?:\s\d{{1,4}})?",  # 2011/KS 0206 001
        rf"(?P<number>\d{{5,6}})/{_YEAR}",  # 00322/2026
        rf"{_YEAR}-(?P<number>\d{{5,6}})",  # 2017-000244
    )
]
_CENTURY_TURNS = 60
_SPELLED = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "é": "e"})


@lru_cache(maxsize=1 << 16)
def registry_key(written: str) -> str:
    """The key of a registry number: `name-year-number` where it can be read, else the text itself, folded.

    >>> [registry_key(n) for n in ("SN16/103", "SN 2016/103", "(von/2017:3)", "2018/0715 KS-7", "31/16")]
    ['sn-2016-103', 'sn-2016-103', 'von-2017-3', 'ks-2018-715', '31-16']
    """
    text = _TAIL.sub("", _LEAD.sub("", written.strip())).strip(" ()")
    for form in _FORMS:
        if match := form.fullmatch(text):
            parts = match.groupdict()
            return "-".join(filter(None, (_folded(parts.get("name") or ""), _year(parts), str(int(parts["number"])))))
    return _folded(text)


def _year(parts: dict[str, str]) -> str:
    if parts.get("year"):
        return parts["year"]
    short = int(parts["yy"])
    return str(short + (1900 if short >= _CENTURY_TURNS else 2000))


def _folded(text: str) -> str:
    """The text as one part of an address, å ä ö kept apart so that no two numbers melt into one."""
    spelled = text.casefold().translate(_SPELLED)
    return re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")
