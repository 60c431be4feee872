"""Records become drafts: front matter with what the text says and nothing else, `# kontrollera` where it may be read wrongly, and
the body in the source's own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from namndarkivet.addresses import short_slug, slug
from namndarkivet.composing import composed
from namndarkivet.dates import PartialDate
from namndarkivet.filing import Registers, filed_decision, filed_meeting
from namndarkivet.importers import doubts, motions, votes
from namndarkivet.importers.body import body
from namndarkivet.importers.dissents import disqualified, dissents
from namndarkivet.importers.meeting import Facts
from namndarkivet.importers.minutes import Item, Minutes
from namndarkivet.importers.operative import addressee
from namndarkivet.importers.people import Person
from namndarkivet.importers.remarks import says_none
from namndarkivet.importers.votes import Count
from namndarkivet.personal_numbers import personal_numbers
from namndarkivet.register import Municipality, municipalities
from namndarkivet.sections import Kind
from namndarkivet.values import Numbering, Status

if TYPE_CHECKING:
    from namndarkivet.index import Archive

LONGEST_BODY = 100
"""Characters of a body's name that is given at most: it becomes a folder's."""
UNKNOWN = "ofullstandiga"
"""The folder of drafts that cannot be filed: municipality, body or year is missing."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the minutes come from: the file's name and its SHA-256; and what the caller says of municipality, body and web
    address.
    """

    file: str
    sha256: str
    municipality: str | None = None
    body: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to write: its path below the documents folder, what its name begins with, the number of its § («» for a meeting), its text, what the author must check,
    what is missing, and the ids of the recommendations that it may answer.
    """

    path: str
    stem: str
    number: str
    text: str
    check: tuple[str, ...]
    missing: tuple[str, ...]
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """The drafts of one file; how many § it holds, and how many its front page says; and those withheld, by number, with the masked numbers that are the reason."""

    file: str
    sha256: str
    paragraphs: int
    drafts: tuple[Draft, ...]
    said: int | None
    withheld: tuple[tuple[str, tuple[str, ...]], ...]


def batch(minutes: Minutes, origin: Origin, registers: Registers, archive: Archive | None = None) -> Batch:
    """All that one file gives."""
    withheld = tuple((item.paragraph.number, numbers) for item in minutes.items if (numbers := private(item)))
    made = drafts(minutes, origin, registers, archive)
    return Batch(origin.file, origin.sha256, len(minutes.items), made, minutes.facts.paragraphs, withheld)


def drafts(minutes: Minutes, origin: Origin, registers: Registers, archive: Archive | None = None) -> tuple[Draft, ...]:
    """One draft for each § without a personal identity number (see `private`), and one for the meeting when its municipality,
    body and day are known.
    """
    maker = _Maker(minutes, origin, registers, archive)
    return tuple(maker.all())


def private(item: Item) -> tuple[str, ...]:
    """The personal identity numbers in a §, masked: it may not be published, not even as a draft."""
    return personal_numbers(
        "\n".join((item.paragraph.head.text, item.paragraph.head.title or "", *(part.text for part in item.parts)))
    )


class _Maker:
    def __init__(self, minutes: Minutes, origin: Origin, registers: Registers, archive: Archive | None) -> None:
        self.minutes, self.origin, self.registers, self.archive = minutes, origin, registers, archive
        self.facts: Facts = minutes.facts
        named = origin.municipality or self.facts.municipality
        self.municipality: Municipality | None = municipalities().find(named) if named else None
        self.body = origin.body or self.facts.body
        self.body_sure = bool(origin.body) or self.facts.body_from_head

    def all(self) -> Iterator[Draft]:
        for item in self.minutes.items:
            if not private(item):
                yield self._decision(item)
        meeting = self._meeting()
        if meeting:
            yield meeting

    def _decision(self, item: Item) -> Draft:
        check: list[str] = []
        paragraph = item.paragraph
        lines: list[str] = []

        def put(key: str, value: object, doubt: str = "") -> None:
            if value is None or value == "":
                return
            written = composed(key, value)
            if doubt:
                check.append(f"{key}: {doubt}")
                first, *rest = written.split("\n")
                written = "\n".join([f"{first}  # kontrollera: {doubt}", *rest])
            lines.append(written)

        council = bool(self.body and self.body.endswith("fullmäktige"))
        put("rubrik", paragraph.head.title, doubts.individual(item))
        sure = self.origin.municipality or self.facts.municipality_from_head
        put("kommun", self.municipality.name if self.municipality else None, self._whose(sure=bool(sure)))
        put("organ", self.body, self._which())
        if item.status is Status.PROPOSED and addressee(item.operative) is None:
            lines.append("# föreslås_till: …")
            check.append("föreslås_till: texten säger det inte; vilket organ ska besluta?")
        if item.status is Status.PROPOSED:
            put("föreslås_till", addressee(item.operative), "vilket organ ska besluta?")
        put("status", item.status.value, doubts.outcome(item, council=council))
        put("datum", self.facts.date, self._when())
        put("paragraf", paragraph.number, doubts.swallowed(paragraph))
        put("diarienummer", paragraph.head.registry_number)
        named = self._named(item)
        lines += _suggested(named, check)
        put("underlag", [{"rubrik": title} for title in item.basis] or None)
        put("expedieras", list(item.recipients) or None)
        self._not_read(item, lines, check)
        put("yrkanden", _moved(item) or None, "är alla yrkanden med, och rätt återgivna?" if item.motions else "")
        put("omröstningar", [_counted(vote) for vote in item.votes] or None, doubts.counted(item))
        dissenters = dissents(item.parts) if item.dissent else ()
        put(
            "reservationer",
            [{"av": one.name} | _party(one) for one in dissenters] or None,
            "är alla med?" if dissenters else "",
        )
        if not item.dissent and any(part.kind is Kind.DISSENT and says_none(part.text) for part in item.parts):
            lines.append("reservationer: []")
        if item.dissent and not dissenters:
            check.append("reservationer: någon reserverar sig; vem?")
        if any(part.kind is Kind.DISQUALIFICATION and says_none(part.text) for part in item.parts):
            lines.append("jäv: []")
        absent = [{"vem": one.name} | _party(one) for one in disqualified(item.parts)]
        put("jäv", absent or None, "är alla med, och bara de?" if absent else "")
        lines.append(self._source())
        missing = [
            word
            for word, known in (
                ("rubrik", paragraph.head.title),
                ("kommun", self.municipality),
                ("organ", self.body),
                ("datum", self.facts.date),
            )
            if not known
        ]
        folder, stem = self._place(item)
        name = f"{stem}-{short_slug(paragraph.head.title or 'utan-rubrik')}.md"
        text = "\n".join(["---", *lines, "---", body(item.parts)])
        answers = tuple(dict.fromkeys(identity for _, identity in named))
        return Draft(f"{folder}/{name}", stem, paragraph.number, text, tuple(check), tuple(missing), answers)

    def _not_read(self, item: Item, lines: list[str], check: list[str]) -> None:
        """Tell of what the § has and no field shows: motions and votes in words that cannot be read."""
        for key, found, unread in (
            ("yrkanden", item.motions, motions.unread(item.parts)),
            ("omröstningar", item.votes, votes.unread(item.parts)),
        ):
            if unread and not found:
                lines.append(f"# {key}: …")
                check.append(f"{key}: texten har {key} som inte kunde läsas; skriv in dem")

    def _whose(self, *, sure: bool) -> str:
        """Why the municipality may be wrong, or nothing."""
        said, given = self.facts.municipality, self.origin.municipality
        if said and given and self.municipality and said != self.municipality.name:
            return f"filen säger {said}"
        return "" if sure else "läst ur löptexten"

    def _which(self) -> str:
        """Why the body may be wrong, or nothing."""
        said, given = self.facts.body, self.origin.body
        if said and given and slug(said) != slug(given):
            return f"filen säger {said}"
        return "" if self.body_sure else "läst ur beslutets ord"

    def _when(self) -> str:
        """Why the day may be wrong, or nothing."""
        others = ", ".join(self.facts.other_days)
        return f"filen nämner också sammanträdet {others}; håller den två sammanträden, dela den" if others else ""

    def _place(self, item: Item) -> tuple[str, str]:
        """The folder that a § belongs in, and what its file's name begins with."""
        number = slug(item.paragraph.number)
        if self.municipality is None or not self.body or not self.facts.date:
            return UNKNOWN, f"{slug(self.origin.file.rsplit('.', 1)[0])[:40]}-{self.origin.sha256[:8]}-{number}"
        known = self.registers.body(self.municipality, self.body)
        numbering = known.numbering if known else Numbering.PER_YEAR
        day = PartialDate.parse(self.facts.date)
        place = filed_decision(self.municipality, self.body, item.paragraph.number, day, numbering)
        return (place.folder, place.stem) if place else (UNKNOWN, number)

    def _named(self, item: Item) -> list[tuple[str, str]]:
        """The recommendations of the archive that the text names: as it names them, and their ids."""
        return [
            (reference, entry.id.removeprefix("rekommendationer/"))
            for reference in item.references
            for entry in (self.archive.recommendations if self.archive else ())
            if entry.record.number == reference.rsplit(" ", 1)[-1]
        ]

    def _meeting(self) -> Draft | None:
        if self.municipality is None or not self.body or not self.facts.date or not self.minutes.front:
            return None
        place = filed_meeting(self.municipality, self.body, PartialDate.parse(self.facts.date))
        lines = [composed("organ", self.body), composed("datum", self.facts.date)]
        check = []
        if self.facts.place_and_time:
            lines.append(composed("plats_tid", self.facts.place_and_time))
        if self.facts.present:
            first, *names = composed("närvarande", list(self.facts.present)).split("\n")
            lines += [f"{first}  # kontrollera: är alla med, och bara de?", *names]
            check.append("närvarande: är alla med, och bara de?")
        if self.facts.approvers:
            first, *names = composed("justerare", list(self.facts.approvers)).split("\n")
            lines += [f"{first}  # kontrollera: är det de som justerade?", *names]
            check.append("justerare: är det de som justerade?")
        if self.facts.approved:
            doubt = "är det dagen då protokollet justerades, och inte bara den som var tänkt?"
            lines.append(f"{composed('justerad', self.facts.approved)}  # kontrollera: {doubt}")
            check.append(f"justerad: {doubt}")
        notice = {
            key: value for key, value in (("uppsatt", self.facts.posted), ("nedtaget", self.facts.removed)) if value
        }
        if notice:
            lines.append(composed("anslag", notice))
        lines.append(self._source())
        text = "\n".join(["---", *lines, "---", ""])
        return Draft(f"{place.folder}/{place.stem}.md", place.stem, "", text, tuple(check), ())

    def _source(self) -> str:
        title = " ".join(filter(None, ("Protokoll", self.body, self.facts.date)))
        url = {"url": self.origin.url} if self.origin.url else {}
        return composed("källa", {"titel": title, "fil": self.origin.file, **url, "sha256": self.origin.sha256})


def _suggested(named: list[tuple[str, str]], check: list[str]) -> list[str]:
    """Comments that suggest an answer to each recommendation that the text names: the position is an editor's judgement."""
    lines = []
    for reference, identity in named:
        lines += [
            "# Texten nämner en rekommendation som finns i arkivet. Svarar beslutet på den? Ställningen är en redaktörs bedömning.",
            "# svar:",
            f"#   - rekommendation: {identity}",
            "#     ställning: …",
        ]
        check.append(f"svar: nämner {reference}; svarar beslutet på rekommendationer/{identity}?")
    return lines


def _party(one: Person | motions.Moved) -> dict[str, str]:
    return {"parti": one.party} if one.party else {}


def _moved(item: Item) -> list[dict[str, str]]:
    return [{"av": one.by} | _party(one) | {"yrkande": one.motion} for one in item.motions]


def _counted(vote: Count) -> dict[str, object]:
    """A vote as the front matter has it: what is not said is left out."""
    found: dict[str, object] = {}
    if vote.meaning:
        found |= {"ja_betyder": vote.meaning.yes, "nej_betyder": vote.meaning.no}
    found |= {"ja": vote.yes, "nej": vote.no} | ({"avstår": vote.abstain} if vote.abstain is not None else {})
    if vote.cast:
        found["röster"] = [{"namn": one.who.name} | _party(one.who) | {"röst": one.ballot.value} for one in vote.cast]
    return found
