"""Dates as the sources give them: to the day, the month or the year.

A date known only to the month or year is shown and sorted as such, and nothing is computed from the part that is
missing: a comparison that needs it answers None.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1800, 2199
"""The years that a document can be from or speak of; outside them a digit is wrong."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_LOOSE = re.compile(r"(\d{4})(?:[-./ ](\d{1,2})[-./ ](\d{1,2})|(\d{2})(\d{2}))")
_WORDS = re.compile(rf"(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(\d{{4}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date to the day, month or year; what is not known is 0, so that it sorts before what is."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2016`, `2016-12` or `2016-12-05`.

        Raises ValueError for anything else, impossible days among it.
        """
        match = _ISO.fullmatch(text)
        if not match:
            raise ValueError(text)
        year, month, day = (int(part) if part else 0 for part in match.groups())
        dt.date(year, month if match[2] else 1, day if match[3] else 1)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(text)
        return cls(year, month, day)

    def __str__(self) -> str:
        if self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"

    @property
    def exact(self) -> dt.date | None:
        """The day, or None where the source does not say it."""
        return dt.date(self.year, self.month, self.day) if self.day else None

    @property
    def swedish(self) -> str:
        """As Swedish text has it, with no-break space between day and month: «12 februari 2031»."""
        if self.day:
            return f"{self.day}\u00a0{MONTHS[self.month - 1]} {self.year}"
        return f"{MONTHS[self.month - 1]} {self.year}" if self.month else str(self.year)

    @property
    def on(self) -> str:
        """As an adverb of time: «den 12 februari 2031», «i november 2030», «under 2030»."""
        return f"{'den' if self.day else 'i' if self.month else 'under'} {self.swedish}"

    def before(self, other: PartialDate) -> bool | None:
        """Whether this date comes before the other; None where what the sources say does not tell."""
        for mine, theirs in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if not mine or not theirs:
                return None
            if mine != theirs:
                return mine < theirs
        return False

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        return core_schema.no_info_plain_validator_function(
            _validated, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "examples": ["2016-09-30", "2018-12"]}


def _validated(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("fel-typ", "ska vara ett datum, inte en lista eller flera nycklar")
    try:
        return PartialDate.parse(value)
    except ValueError:
        raise PydanticCustomError("datum", "{m}", {"m": _advice(value)}) from None


def _advice(text: str) -> str:
    """What to write instead of `text`, which is no date."""
    parts: tuple[int, int, int] | None = None
    if match := _WORDS.search(text):
        parts = int(match[3]), MONTHS.index(match[2].casefold()) + 1, int(match[1])
    elif match := _LOOSE.fullmatch(text):
        parts = int(match[1]), int(match[2] or match[4]), int(match[3] or match[5])
    if parts and parts[0] and 1 <= parts[1] <= len(MONTHS):
        last = calendar.monthrange(parts[0], parts[1])[1]
        if parts[2] > last:
            example = f"{parts[0]:04}-{parts[1]:02}-{last:02}"
            return f"är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel {example}"
        return f"ska skrivas ÅÅÅÅ-MM-DD: {parts[0]:04}-{parts[1]:02}-{max(parts[2], 1):02}"
    return (
        "är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2016-09-30 (eller 2016-09 eller 2016 om källan inte säger mer)"
    )
