"""Personal identity numbers in text: what may not leave the machine.

Ten or twelve digits that begin with a day of a calendar (for a coordination number the day plus 60) and end with a check digit
(folkbokföringslagen 1991:481, 18 and 18 a §§; Luhn's algorithm over the last ten). An organisation number has at least 20 in its
third and fourth digit, and so no month. Telephone, registry, bankgiro, plusgiro and IBAN numbers are told by their form and by
the word before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_DASH = "[-+\u2010-\u2015\u2212]"
_HIDDEN = "[\u00ad\u200b-\u200d\u2060]*"
CANDIDATE = re.compile(
    r"(?P<century>18|19|20)?(?P<year>\d\d)(?P<first>[-./ ]?)(?P<month>\d\d)(?P<second>[-./ ]?)(?P<day>\d\d)"
    rf"(?P<mark>{_HIDDEN}[ \u00a0]?{_DASH}{_HIDDEN}\s?|[ \u00a0\u202f]?)(?P<last>\d\d ?\d\d)(?!\d|[-./:]\d)"
)
RUN = re.compile(r"\d[\d \u00a0\u202f\u00ad\u200b-\u200d\u2060\n./+\u2010-\u2015\u2212-]{8,}\d")
"""Digits and what may stand between them: most texts have few so long, and only those are looked at closely."""
DIGITS = 10
COORDINATION = 60
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
AIR = " \u00a0\u202f\n"
"""What may stand before the last four digits without being a mark of its own."""
BEFORE = 24
"""Characters before a number in which a word may say what it is."""
LABELLED = re.compile(
    r"(?:person(?:-? ?id)?-?(?:nummer|nr)|\bpnr|\bp-?nr|samordningsnummer|födelsenummer)\W*$", re.IGNORECASE
)
OTHER = re.compile(
    r"(?:\b(?:tel|telefon|telefonnummer|mobil|mobilnummer|fax|växel|sms|nås på|ring)|\b(?:bg|pg|bankgiro|plusgiro|postgiro|ocr|fakturanummer)"
    r"|\b(?:dnr|diarienummer|diarienr|ärendenummer|beteckning|referens|ref\.?|avtalsnummer))\W*$",
    re.IGNORECASE,
)
MOBILE = re.compile(r"07[02369]\d{7}")
LAST_FOUR = re.compile(r"\d(?=(?:\D*\d){0,3}\D*$)")
IBAN = re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b")


class Grade(StrEnum):
    """How sure it is that a number is a personal identity number."""

    SURE = "säkert"
    SUSPECTED = "misstänkt"


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text, from `start` to `end`; `masked` can be shown: «520304-****»."""

    start: int
    end: int
    masked: str
    grade: Grade


def find(text: str) -> Iterator[Found]:
    """The personal identity numbers of a text in order, and what may be one.

    Sure is a number with a right check digit, unless its form or the word before it says that it is something else. Suspected is
    one of those, and a number written with its hyphen whose check digit is wrong: a slip of the pen hides nobody.
    """
    ibans: list[tuple[int, int]] | None = None
    for match in _candidates(text):
        if match["first"] != match["second"] or _goes_on(text, match.start()) or not _is_day(match):
            continue
        marked = bool(match["mark"].strip(AIR))
        if match["first"] and not marked:
            continue  # a day and a time, or groups of another number
        if ibans is None:
            ibans = [iban.span() for iban in IBAN.finditer(text)]
        if any(start <= match.start() < end for start, end in ibans):
            continue
        digits = _digits(match)
        grade = _grade(
            text[max(0, match.start() - BEFORE) : match.start()], match[0], right=_luhn(digits), marked=marked
        )
        if grade:
            yield Found(match.start(), match.end(), f"{digits[:6]}-****", grade)


def _candidates(text: str) -> Iterator[re.Match[str]]:
    for run in RUN.finditer(text):
        if sum(map(str.isdigit, run[0])) >= DIGITS:
            yield from CANDIDATE.finditer(text, run.start(), run.end())


def personal_numbers(text: str) -> tuple[str, ...]:
    """The numbers that a text has or may have, each masked and once."""
    return tuple(dict.fromkeys(found.masked for found in find(text)))


def masked(text: str) -> str:
    """A text of the same length with the last four digits of each number hidden: what may be printed of it."""
    for found in reversed(list(find(text))):
        hidden = LAST_FOUR.sub("*", text[found.start : found.end])
        text = text[: found.start] + hidden + text[found.end :]
    return text


def _grade(before: str, written: str, *, right: bool, marked: bool) -> Grade | None:
    if LABELLED.search(before):
        return Grade.SURE if right else Grade.SUSPECTED
    if OTHER.search(before) or MOBILE.fullmatch(written):
        return Grade.SUSPECTED if right else None
    if right:
        return Grade.SURE
    return Grade.SUSPECTED if marked else None


PART_BEFORE = re.compile(r"\d$|\d{3}[-./:]$")
"""A digit, or three and what stands between the parts of registry and account numbers. «12-850709-…» is a § and a person."""
PART = 4
"""Characters before a number in which another number's part may end."""


def _goes_on(text: str, start: int) -> bool:
    """Whether a number begins before."""
    return bool(PART_BEFORE.search(text, max(0, start - PART), start))


def _is_day(match: re.Match[str]) -> bool:
    day, month = int(match["day"]), int(match["month"])
    day -= COORDINATION if day > COORDINATION else 0
    return 1 <= month <= len(DAYS) and 1 <= day <= DAYS[month - 1]


def _digits(match: re.Match[str]) -> str:
    return "".join(
        str(int(digit)) for part in ("year", "month", "day", "last") for digit in match[part] if digit.isdigit()
    )


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
