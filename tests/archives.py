"""Small archives for the tests: records made in memory, or documents written into a folder and read.

Everything is invented but the municipalities' names. A document is built from the least that a right one holds; a test
says what is different, in the front matter's own keys. A value of None leaves the key out.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings

from namndarkivet import markup
from namndarkivet.archive import open_archive
from namndarkivet.entry import Entry, Loaded
from namndarkivet.filing import Registers, filed
from namndarkivet.frame import Frame, mark
from namndarkivet.index import Archive, index
from namndarkivet.load import load
from namndarkivet.model import Circular, Decision, Meeting, Recommendation, Register
from namndarkivet.problem import Problem, Severity
from namndarkivet.register import municipalities
from namndarkivet.sections import Kind, sections
from namndarkivet.values import Numbering

STEADY = settings(derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
"""For hypothesis: the same examples every time, and nothing that depends on the machine's speed."""

BODY = "## Beslut\n\n1. Nämnden godkänner budgeten.\n"

_BODIES: tuple[dict[str, Any], ...] = (
    {"namn": "Socialnämnden", "förkortning": "SN", "slag": "nämnd"},
    {"namn": "Socialnämndens arbetsutskott", "slag": "utskott", "under": "Socialnämnden"},
    {"namn": "Kommunstyrelsen", "förkortning": "KS", "slag": "styrelse"},
    {"namn": "Kommunfullmäktige", "förkortning": "KF", "slag": "fullmäktige"},
    {"namn": "Byggnämnden", "slag": "nämnd", "paragrafer": "per sammanträde"},
)
_DECISION = {
    "rubrik": "Budget",
    "kommun": "Habo",
    "organ": "Socialnämnden",
    "status": "beslutat",
    "datum": "2031-02-12",
    "paragraf": "12",
    "källa": {"titel": "Protokoll"},
}
_MEETING = {"organ": "Socialnämnden", "datum": "2031-02-12", "källa": {"titel": "Protokoll"}}
_CIRCULAR = {
    "rubrik": "Förlängd svarstid",
    "avsändare": "SKR",
    "slag": "brev",
    "datum": "2030-11-20",
    "källa": {"titel": "Brev"},
}
_RECOMMENDATION = {
    "rubrik": "Gemensam finansiering",
    "avsändare": "SKR",
    "datum": "2030-06-10",
    "riktas_till": "kommuner",
    "källa": {"titel": "Meddelande"},
}


@cache
def registers() -> Registers:
    """The registers of Habo, Håbo and Ekerö, each with the same five bodies."""
    codes = {"habo": "0643", "haabo": "0305", "ekero": "0125"}
    return Registers(
        {slug: Register.model_validate({"kommunkod": code, "organ": list(_BODIES)}) for slug, code in codes.items()}
    )


def decision(body: str = BODY, /, **front: Any) -> Entry[Decision]:
    """A decision; by default § 12 of socialnämnden in Habo, 2031-02-12."""
    record = Decision.model_validate(_with(_DECISION, front))
    municipality = municipalities().find(record.municipality)
    known = registers().body(municipality, record.body) if municipality else None
    place = filed(record, municipality, known.numbering if known else Numbering.PER_YEAR, "")
    assert place is not None
    path = f"{place.folder}/{place.stem}-sak.md"
    parts = sections(body)
    kinds = frozenset(part.kind for part in parts if part.text)
    operative = next((part.text for part in parts if part.kind is Kind.DECISION and part.text), "")
    return Entry(place.id, path, record, municipality, markup.render(body), kinds, operative=operative)


def meeting(**front: Any) -> Entry[Meeting]:
    """A meeting; by default socialnämnden in Habo, 2031-02-12."""
    record = Meeting.model_validate(_with(_MEETING, front))
    municipality = municipalities().by_slug["habo"]
    place = filed(record, municipality, Numbering.PER_YEAR, "")
    assert place is not None
    return Entry(place.id, f"{place.folder}/{place.stem}.md", record, municipality=municipality)


def circular(name: str = "2030-11-20-svarstid", body: str = "Svarstiden förlängs.\n", **front: Any) -> Entry[Circular]:
    """A circular, notice or letter; by default a letter of SKR, 2030-11-20."""
    record = Circular.model_validate(_with(_CIRCULAR, front))
    return _sent(record, f"cirkular/{record.sender.lower()}/{record.date.year}/{name}", body)


def recommendation(
    name: str = "skr-2030-7", body: str = "Kommunerna rekommenderas.\n", **front: Any
) -> Entry[Recommendation]:
    """A recommendation; by default `skr-2030-7` of 2030-06-10."""
    return _sent(Recommendation.model_validate(_with(_RECOMMENDATION, front)), f"rekommendationer/{name}", body)


def archive(*entries: Entry[Any]) -> Archive:
    """The archive of these documents, none of them on disk."""
    paths = tuple(entry.path for entry in entries)
    return index(Loaded(Path(), registers(), entries, paths=paths))


def written(keys: dict[str, Any], body: str = BODY) -> str:
    """A document as text: its front matter, then its body. Lists and what they hold are written on one line."""
    return "\n".join(["---", *(f"{key}: {_flow(value)}" for key, value in keys.items()), "---", body])


class Papers:
    """Documents in a folder, with the register of Habo."""

    def __init__(self, root: Path) -> None:
        self.root = root
        bodies = "\n".join(f"  - {_flow(body)}" for body in _BODIES)
        self.write("kommuner/habo.yml", f'kommunkod: "0643"\norgan:\n{bodies}\n')

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file below the folder."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def decision(
        self, path: str = "beslut/habo/socialnamnden/2031/12-budget.md", body: str = BODY, **front: Any
    ) -> Path:
        """Write a decision; by default § 12 of socialnämnden in Habo, 2031-02-12."""
        return self.write(path, written(_with(_DECISION, front), body))

    def recommendation(self, name: str = "skr-2030-7", body: str = "Kommunerna rekommenderas.\n", **front: Any) -> Path:
        """Write a recommendation."""
        return self.write(f"rekommendationer/{name}.md", written(_with(_RECOMMENDATION, front), body))

    def load(self) -> Loaded:
        """What lies in the folder."""
        return load(self.root, shown="decisions")

    def open(self) -> Archive:
        """The archive in the folder, which must have no errors."""
        found, problems = open_archive(self.root, shown="decisions")
        assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
        return found

    def problems(self) -> list[Problem]:
        """The problems of the folder."""
        return open_archive(self.root, shown="decisions")[1]


class PlainFrames:
    """Frames without a theme: the holes, a line each, and the place and depth that were asked for."""

    def frame(self, place: str, depth: int) -> Frame:
        """The frame for pages at this place and depth."""
        holes = "\n".join(mark(hole) for hole in ("title", "description", "canonical", "head", "content"))
        return Frame.cut(f"<!-- {place} {depth} -->\n{holes}\n")


def _with(least: dict[str, Any], front: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**least, **front}.items() if value is not None}


def _sent(record: Any, identity: str, body: str) -> Entry[Any]:
    return Entry(identity, f"{identity}.md", record, None, markup.render(body))


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else str(value)
