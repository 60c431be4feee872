"""The invented archive as a whole: registers, recommendations, letters and decisions, and what was planted in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from demo import asked
from demo.minutes import Secretary
from demo.paper import Paper
from demo.plot import CONTRADICTS, Body, stories
from namndarkivet.register import Municipality, municipalities

SEED = 2031


@dataclass(frozen=True, slots=True)
class Archive:
    """All files, and the paths of the last steps in which something was planted, by what it is (of a contradiction both)."""

    papers: tuple[Paper, ...]
    planted: Mapping[str, tuple[str, ...]]

    def write(self, folder: Path) -> None:
        """Write every file below the folder."""
        for paper in self.papers:
            file = folder / paper.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(paper.text().encode())


def archive(seed: int = SEED) -> Archive:
    """The invented archive of this seed: always the same."""
    rng = Random(seed)  # noqa: S311 - it shall be the same every time
    papers = [*_registers(), *asked.papers()]
    secretaries: dict[str, Secretary] = {}
    planted: dict[str, list[str]] = defaultdict(list)
    for story in stories(rng):
        where = story.municipality
        secretary = secretaries.setdefault(where.slug, Secretary(rng, where))
        written = list(secretary.papers(story))
        papers += written
        if story.planted:
            steps = [paper.path for paper in written if not paper.path.endswith("-sammantrade.md")]
            planted[story.planted] += steps if story.planted == CONTRADICTS else steps[-1:]
    return Archive(tuple(papers), {what: tuple(paths) for what, paths in planted.items()})


def _registers() -> Iterator[Paper]:
    for municipality in municipalities().by_slug.values():
        yield _register(municipality)


def _register(municipality: Municipality) -> Paper:
    site = f"https://example.org/{municipality.slug}"
    bodies = [
        {"namn": Body.COUNCIL.value, "förkortning": "KF", "slag": "fullmäktige"},
        {"namn": Body.BOARD.value, "förkortning": "KS", "slag": "styrelse", "under": Body.COUNCIL.value},
        {"namn": Body.COMMITTEE.value, "förkortning": "SN", "slag": "nämnd"},
        {"namn": Body.PREPARING.value, "förkortning": "SNAU", "slag": "utskott", "under": Body.COMMITTEE.value},
    ]
    front = {"kommunkod": municipality.code, "webbplats": site, "anslagstavla": f"{site}/anslagstavla", "organ": bodies}
    return Paper(f"kommuner/{municipality.slug}.yml", front)
