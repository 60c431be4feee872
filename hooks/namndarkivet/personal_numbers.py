"""Personal identity numbers in running text: what may not leave the machine.

Ten or twelve digits that begin with a day of a calendar (for a coordination number the day plus 60), with a hyphen or plus before
the last four, or a right check digit (folkbokföringslagen 1991:481, 18 §; Luhn's algorithm). An organisation number has at least
20 in its third and fourth digit, and so no month.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?<![\d/.:-])(?P<century>18|19|20)?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)(?P<mark>[-+–]| ?)(?P<last>\d{4})(?![\d/])"
)
_COORDINATION = 60
_MONTHS, _DAYS = 12, 31


def personal_numbers(text: str) -> tuple[str, ...]:
    """The numbers that a text has, each masked: «520304-****»."""
    found: dict[str, None] = {}
    for match in _NUMBER.finditer(text):
        day = int(match["day"])
        day -= _COORDINATION if day > _COORDINATION else 0
        calendar = 1 <= int(match["month"]) <= _MONTHS and 1 <= day <= _DAYS
        digits = match["year"] + match["month"] + match["day"] + match["last"]
        if calendar and (match["mark"] in {"-", "+", "–"} or _luhn(digits)):
            found[f"{digits[:6]}-****"] = None
    return tuple(found)


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
