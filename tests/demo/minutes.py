"""A story's steps as documents: the minutes of each body."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from demo.asked import INVENTED, SUBJECTS, Asked
from demo.paper import Paper
from demo.people import EDITORS
from demo.plot import CONTRADICTS, Body, Step, Story
from demo.votes import Events, events
from demo.wording import Words, definite
from namndarkivet.addresses import slug
from namndarkivet.register import Municipality
from namndarkivet.values import Position, Status

_SHORT = {Body.PREPARING: "SNAU", Body.COMMITTEE: "SN", Body.BOARD: "KS", Body.COUNCIL: "KF"}
_A_MONTH = {Body.PREPARING: 6, Body.COMMITTEE: 9, Body.BOARD: 14, Body.COUNCIL: 8}
"""About how many paragraphs a body has in a month."""
_NUMBERS = (
    "{name} {year}/{number}",
    "{name} {year}/{number}",
    "{name}-{year}-{number:05}",
    "{year}/{number:04} {name}",
)
_RECIPIENTS = (["SKR"], ["SKR", "Socialförvaltningen"], ["SKR", "Ekonomiavdelningen"], ["Socialchefen"])
_HEADINGS = {
    "summary": ("Sammanfattning", "Sammanfattning av ärendet", "Ärendet", "Ärendebeskrivning", "Bakgrund"),
    "basis": ("Beslutsunderlag", "Underlag", "Handlingar i ärendet"),
    "sent": ("Beslutet skickas till", "Beslutet skickas till", "Expedieras till", "Beslut sänds till"),
}


class Secretary:
    """Writes the minutes of one municipality, and gives no § twice."""

    def __init__(self, rng: Random, municipality: Municipality) -> None:
        self.rng, self.municipality = rng, municipality
        self.given: set[tuple[Body, int, int]] = set()

    def papers(self, story: Story) -> Iterator[Paper]:
        """The documents of one story, step by step."""
        rng, asked = self.rng, story.asked
        words = Words.chosen(rng, self.municipality, asked)
        title = rng.choice((f"Svar på {asked.matter}", f"Rekommendation från SKR: {asked.title}", asked.title))
        apart = story.planted == CONTRADICTS  # each body answered in a matter of its own
        together = story.steps[:1] if apart else story.steps
        own = {"rubrik": title, "diarienummer": self._registry_number(together, asked)}
        previous: tuple[Step, Paper] | None = None
        for step in story.steps:
            happened = events(rng, step)
            paper = self._minutes(step, asked, words, happened, own, previous)
            yield paper
            if happened.present:
                yield self._meeting(step, happened)
            previous = step, paper
            if apart:
                own, previous = {**own, "diarienummer": self._registry_number(story.steps[1:], asked)}, None

    def _registry_number(self, steps: tuple[Step, ...], asked: Asked) -> str:
        higher = {step.body for step in steps} & {Body.BOARD, Body.COUNCIL}
        form = self.rng.choice(_NUMBERS)
        return form.format(name="KS" if higher else "SN", year=asked.sent.year, number=self.rng.randint(20, 480))

    def _paragraph(self, step: Step) -> int:
        room = _A_MONTH[step.body]
        number = step.day.month * room + self.rng.randrange(room)
        while (step.body, step.day.year, number) in self.given:
            number += 1
        self.given.add((step.body, step.day.year, number))
        return number

    def _minutes(  # noqa: PLR0913, PLR0917 - what a § is made of
        self,
        step: Step,
        asked: Asked,
        words: Words,
        happened: Events,
        own: dict[str, str],
        previous: tuple[Step, Paper] | None,
    ) -> Paper:
        rng, number, place = self.rng, self._paragraph(step), self.municipality
        basis = self._basis(step, asked, previous)
        sent = [step.to.value] if step.to else rng.choice(_RECIPIENTS)
        listed, written = rng.random() < 0.7, rng.random() < 0.75
        front: dict[str, Any] = {
            "rubrik": own["rubrik"],
            "kommun": place.name,
            "organ": step.body.value,
            "föreslås_till": step.to and step.to.value,
            "status": step.status.value,
            **({"datum": str(step.day)} if step.dated else {"år": str(step.day.year)}),
            "paragraf": f"{number}/{step.day.year}"
            if step.body is Body.BOARD and place.code[-1] in "369"
            else str(number),
            "diarienummer": own["diarienummer"],
            "svar": [_answer(step, asked, words)] if step.position else None,
            "underlag": basis if listed else None,
            "expedieras": sent if rng.random() < 0.6 else None,
            **happened.front,
            **(self._approval(step) if step.dated and not happened.present else {}),
            "ämnen": [*SUBJECTS, *(["ekonomi"] if step.cost and rng.random() < 0.3 else [])],
            "kort": self._short(step, words),
            "källa": self._source(step),
            "anmärkningar": None if step.dated else ["Källan säger inte vilken dag paragrafen behandlades, bara året."],
        }
        sections = [(self._heading(step), words.clauses(step))]
        if rng.random() < 0.85:
            sections.append((rng.choice(_HEADINGS["summary"]), words.summary()))
        if written:
            text = "\n".join(f"- {document['rubrik']}" for document in basis)
            sections.append((rng.choice(_HEADINGS["basis"]), text))
        sections += happened.sections
        if rng.random() < 0.7:
            sections.append((rng.choice(_HEADINGS["sent"]), ", ".join(sent)))
        body = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in sections)
        return Paper(f"{self._folder(step)}/{number}-{asked.short}.md", front, body)

    def _folder(self, step: Step) -> str:
        return f"beslut/{self.municipality.slug}/{slug(step.body)}/{step.day.year}"

    def _heading(self, step: Step) -> str:
        if step.to and self.rng.random() < 0.5:
            return f"{definite(step.body)}s förslag till {step.to.lower()}"
        return self.rng.choice(("Beslut", "Beslut", f"{definite(step.body)}s beslut"))

    def _basis(self, step: Step, asked: Asked, previous: tuple[Step, Paper] | None) -> list[dict[str, str]]:
        written = step.day - timedelta(days=self.rng.randint(12, 25))
        told = [{"rubrik": f"Tjänsteutlåtande {written}" if step.dated else "Tjänsteutlåtande"}]
        if step.day >= asked.sent:
            notice = f"Meddelande från styrelsen nr {asked.number}"
            told.append({"rubrik": notice, "dokument": f"rekommendationer/{asked.id}"})
        if previous:
            before, paper = previous
            told.append({"rubrik": f"{definite(before.body)}s protokoll {before.day}", "dokument": paper.id})
        return told

    def _approval(self, step: Step) -> dict[str, Any]:
        if self.rng.random() < 0.4:
            return {}
        approved = step.day + timedelta(days=self.rng.randint(1, 12))
        if self.rng.random() < 0.4:
            return {"justerad": str(approved)}
        return {"justerad": str(approved), "anslag": _notice(approved + timedelta(days=1))}

    def _short(self, step: Step, words: Words) -> dict[str, str] | None:
        if step.status is not Status.DECIDED or step.position is None or self.rng.random() > 0.15:
            return None
        seen = step.day + timedelta(days=30)
        return {"text": words.short(step.position), "granskad_av": EDITORS, "granskad": str(seen)}

    def _source(self, step: Step) -> dict[str, str]:
        when = str(step.day) if step.dated else str(step.day.year)
        name = step.body.value[0].lower() + step.body.value[1:]
        told = {"titel": f"{INVENTED}protokoll, {name} i {self.municipality.name} {when}"}
        if step.dated and self.rng.random() < 0.7:
            file = f"{_SHORT[step.body].lower()}-{step.day}"
            told["url"] = f"https://example.org/{self.municipality.slug}/protokoll/{file}"
            told["hämtad"] = str(step.day + timedelta(days=40))
        return told

    def _meeting(self, step: Step, happened: Events) -> Paper:
        approved = step.day + timedelta(days=7)
        front = {
            "organ": step.body.value,
            "datum": str(step.day),
            "plats_tid": "Kommunhuset, sammanträdesrum Exemplet, kl. 13.00–16.10",
            "närvarande": [person.shown for person in happened.present],
            "justerad": str(approved),
            "justerare": [happened.present[-1].shown],
            "anslag": _notice(approved + timedelta(days=1)),
            "källa": self._source(step),
        }
        return Paper(f"{self._folder(step)}/{step.day}-sammantrade.md", front, "")


def _answer(step: Step, asked: Asked, words: Words) -> dict[str, Any]:
    conditional = step.position is Position.ADOPTS_WITH_CONDITIONS
    told = {
        "rekommendation": asked.id,
        "ställning": step.position and step.position.value,
        "villkor": words.conditions if conditional else None,
        "kostnad": {"belopp": str(step.cost), "per": "år"} if step.cost else None,
    }
    return {key: value for key, value in told.items() if value is not None}


def _notice(posted: date) -> dict[str, str]:
    return {"uppsatt": str(posted), "nedtaget": str(posted + timedelta(days=22))}
