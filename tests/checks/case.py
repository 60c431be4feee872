"""A tiny archive with one thing wrong in it, and its right neighbour.

The documents are built from the least that a right one holds; a test says what is different. The lines of a decision:
1 `---`, 2 rubrik, 3 kommun, 4 organ, 5 status, 6 datum, 7 paragraf, 8 källa, from 9 what the test adds; then `---` and
the body.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from namndarkivet.archive import open_archive
from namndarkivet.problem import Problem, Severity

DECISION = "beslut/habo/socialnamnden/2031/12-budget.md"
BOARD = "beslut/habo/kommunstyrelsen/2031/31-budget.md"
MEETING = "beslut/habo/socialnamnden/2031/2031-02-12-sammantrade.md"
CIRCULAR = "cirkular/skr/2030/2030-11-20-svarstid.md"
RECOMMENDATION = "rekommendationer/skr-2030-7.md"
LATER = "rekommendationer/skr-2033-2.md"
REGISTER = "kommuner/habo.yml"

BODY = "## Beslut\n\nNämnden godkänner budgeten.\n"

Files = Mapping[str, "str | bytes | Path"]


def _document(keys: Mapping[str, str], body: str) -> str:
    """A document; a value that begins with a line end stands below its key, an empty one leaves the key out."""
    lines = [f"{key}:{value}" if value[0] == "\n" else f"{key}: {value}" for key, value in keys.items() if value]
    return "\n".join(["---", *lines, "---", body])


def decision(body: str = BODY, **keys: str) -> str:
    """A decision of socialnämnden in Habo, 2031-02-12 § 12."""
    least = {
        "rubrik": "Budget 2031",
        "kommun": "Habo",
        "organ": "Socialnämnden",
        "status": "beslutat",
        "datum": "2031-02-12",
        "paragraf": "12",
        "källa": "{titel: Påhittat exempel}",
    }
    return _document(least | keys, body)


def of_board(**keys: str) -> str:
    """A decision of kommunstyrelsen in Habo, 2031-03-04 § 31."""
    return decision(**{"organ": "Kommunstyrelsen", "datum": "2031-03-04", "paragraf": "31"} | keys)


def meeting(**keys: str) -> str:
    """The meeting of socialnämnden in Habo 2031-02-12: organ on line 2, datum on 3, källa on 4."""
    return _document({"organ": "Socialnämnden", "datum": "2031-02-12", "källa": "{titel: Påhittat exempel}"} | keys, "")


def circular(body: str = "Svarstiden förlängs.\n", **keys: str) -> str:
    """A letter from SKR, 2030-11-20: keys that a test adds begin on line 7."""
    least = {
        "rubrik": "Förlängd svarstid",
        "avsändare": "SKR",
        "slag": "brev",
        "datum": "2030-11-20",
        "källa": "{titel: Påhittat exempel}",
    }
    return _document(least | keys, body)


def recommendation(**keys: str) -> str:
    """A recommendation from SKR, 2030-06-14: keys that a test adds begin on line 7."""
    least = {
        "rubrik": "Gemensam finansiering",
        "avsändare": "SKR",
        "datum": "2030-06-14",
        "riktas_till": "kommuner",
        "källa": "{titel: Påhittat exempel}",
    }
    return _document(least | keys, "")


def register(*bodies: str, code: str = '"0643"') -> str:
    """The register of Habo: kommunkod on line 1, organ on 2, the bodies from 3."""
    least = ("{namn: Kommunstyrelsen, förkortning: KS, slag: styrelse}", "{namn: Socialnämnden, slag: nämnd}")
    return "\n".join([f"kommunkod: {code}", "organ:", *(f"  - {body}" for body in bodies or least), ""])


def check(root: Path, files: Files) -> list[Problem]:
    """All problems of an archive of these files, with the register of Habo unless they bring another."""
    for path, content in ({REGISTER: register()} | dict(files)).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            file.symlink_to(content)
        else:
            file.write_bytes(content.encode() if isinstance(content, str) else content)
    return open_archive(root, shown="decisions", bodies=False)[1]


@dataclass(frozen=True)
class Case:
    """One way to be wrong. `at` is file, line and column of the one problem that `wrong` has; `says` is in its message
    and tells what to write instead; `right` has no problem at all.
    """

    rule: str
    wrong: str | bytes | Files
    at: tuple[int, int] | tuple[str, int, int]
    says: str
    right: str | bytes | Files = field(default_factory=decision)
    severity: Severity = Severity.ERROR

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column of the problem."""
        path, line, column = self.at if len(self.at) == 3 else (DECISION, *self.at)
        return f"decisions/{path}", line, column


def files(of: str | bytes | Files) -> Files:
    """What a case holds as files: a text alone is the decision's."""
    return {DECISION: of} if isinstance(of, (str, bytes)) else of
