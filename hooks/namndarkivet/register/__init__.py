"""Sweden's 290 municipalities: code, name, county and population by year.

Source: SCB (Statistiska centralbyrån), municipal codes and population of the named years. The table is `kommuner.csv`
beside this file.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality. `code` is SCB's four digits as text; `slug` its part of addresses, unique among the 290
    (Håbo is `haabo`, since Habo is `habo`); `population` inhabitants by year.
    """

    code: str
    name: str
    slug: str
    full_name: str
    county_code: str
    county: str
    population: MappingProxyType[int, int]

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """Travel between processes as the code alone: every process has the table."""
        return municipality, (self.code,)


@dataclass(frozen=True, slots=True)
class Municipalities:
    """The 290, by code, name and slug."""

    by_code: MappingProxyType[str, Municipality]
    by_name: MappingProxyType[str, Municipality]
    by_slug: MappingProxyType[str, Municipality]

    def find(self, name_or_code: str) -> Municipality | None:
        """The municipality that a document means by this name or code, or None."""
        return self.by_code.get(name_or_code) or self.by_name.get(name_or_code)


@cache
def municipalities() -> Municipalities:
    """The table that ships with the package."""
    text = files(__name__).joinpath("kommuner.csv").read_text(encoding="utf-8")
    rows = [_municipality(row) for row in csv.DictReader(text.splitlines())]
    return Municipalities(
        by_code=MappingProxyType({m.code: m for m in rows}),
        by_name=MappingProxyType({m.name: m for m in rows}),
        by_slug=MappingProxyType({m.slug: m for m in rows}),
    )


def municipality(code: str) -> Municipality:
    """The municipality with this code; raises KeyError when there is none."""
    return municipalities().by_code[code]


def _municipality(row: dict[str, str]) -> Municipality:
    years = {int(k.removeprefix("folkmängd_")): int(v) for k, v in row.items() if k.startswith("folkmängd_")}
    return Municipality(
        code=row["kod"],
        name=row["namn"],
        slug=row["slug"],
        full_name=row["fullständigt_namn"],
        county_code=row["länskod"],
        county=row["län"],
        population=MappingProxyType(years),
    )
