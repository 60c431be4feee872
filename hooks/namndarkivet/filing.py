"""Where a document belongs: the folders of design §2, and the id that follows from what the document says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from namndarkivet.addresses import decision_id, meeting_id, paragraph_slug, slug
from namndarkivet.dates import PartialDate
from namndarkivet.model import Body, Circular, Decision, Meeting, Recommendation, Record, Register
from namndarkivet.register import Municipality, municipalities
from namndarkivet.values import Numbering


class Shelf(StrEnum):
    """The kinds of files that the documents folder holds."""

    DECISION = "beslut"
    MEETING = "sammanträde"
    CIRCULAR = "cirkulär"
    RECOMMENDATION = "rekommendation"
    REGISTER = "register"
    ATTACHMENT = "bilaga"
    NOWHERE = "okänd"


RECORD_OF: dict[Shelf, type[Record]] = {
    Shelf.DECISION: Decision,
    Shelf.MEETING: Meeting,
    Shelf.CIRCULAR: Circular,
    Shelf.RECOMMENDATION: Recommendation,
    Shelf.REGISTER: Register,
}

_SHAPES = (
    (Shelf.MEETING, re.compile(r"beslut/[^/]+/[^/]+/[^/]+/\d{4}(?:-\d\d){0,2}-sammantrade\.md")),
    (Shelf.DECISION, re.compile(r"beslut/[^/]+/[^/]+/[^/]+/[^/]+\.md")),
    (Shelf.CIRCULAR, re.compile(r"cirkular/[^/]+/[^/]+/[^/]+\.md")),
    (Shelf.RECOMMENDATION, re.compile(r"rekommendationer/[^/]+\.md")),
    (Shelf.REGISTER, re.compile(r"kommuner/[^/]+\.yml")),
    (Shelf.ATTACHMENT, re.compile(r"(?:beslut/[^/]+/[^/]+|cirkular/[^/]+)/[^/]+/[^/]+\.(?!md$|yml$|yaml$)[^./]+")),
)


def shelf_of(path: str) -> Shelf:
    """What kind of file lies at this path of the documents folder."""
    for shelf, shape in _SHAPES:
        if shape.fullmatch(path):
            return shelf
    return Shelf.NOWHERE


def shelf_by_keys(keys: set[str]) -> Shelf:
    """What a document in the wrong folder most likely is, by the keys that only one kind has."""
    if keys & {"riktas_till", "ersätter", "ersätts_av", "finansiering", "rapporterat_utfall"}:
        return Shelf.RECOMMENDATION
    if keys & {"avsändare", "mottagare", "undertecknat_av", "ändrar"}:
        return Shelf.CIRCULAR
    if keys & {"plats_tid", "närvarande", "justerare", "organ"} and not keys & {"status", "paragraf", "rubrik"}:
        return Shelf.MEETING
    return Shelf.DECISION


@dataclass(frozen=True, slots=True)
class Registers:
    """The municipalities whose register is in the archive, by slug. `broken` are those whose register could not be read:
    nothing can be said of their bodies.
    """

    by_slug: dict[str, Register]
    broken: frozenset[str] = frozenset()
    _bodies: dict[str, dict[str, Body]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        named = {slug: {body.name: body for body in register.bodies} for slug, register in self.by_slug.items()}
        object.__setattr__(self, "_bodies", named)

    def bodies(self, municipality: Municipality) -> Mapping[str, Body]:
        """The bodies of one municipality by name; empty where the archive has no register of it."""
        return self._bodies.get(municipality.slug, {})

    def body(self, municipality: Municipality, name: str) -> Body | None:
        """The body that a document means by this name."""
        return self.bodies(municipality).get(name)


def municipality_of(path: str) -> Municipality | None:
    """The municipality whose folder a file lies in."""
    parts = path.split("/")
    return municipalities().by_slug.get(parts[1]) if len(parts) > 1 else None


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a record belongs: its id, the folder its file lies in, and what the file's name begins with (or is)."""

    id: str
    folder: str
    stem: str
    whole_stem: bool = False


def filed(record: Record, municipality: Municipality | None, numbering: Numbering, path: str) -> Filed | None:
    """Where a record belongs; None when the record does not say enough (that is another rule's problem)."""
    name = path.rsplit("/", 1)[-1].removesuffix(".md")
    if isinstance(record, Decision):
        return _decision(record, municipality, numbering)
    if isinstance(record, Meeting):
        return filed_meeting(municipality, record.body, record.date) if municipality else None
    if isinstance(record, Circular):
        folder = f"cirkular/{slug(record.sender)}/{record.date.year}"
        return Filed(f"{folder}/{name}", folder, str(record.date))
    if isinstance(record, Recommendation):
        return Filed(f"rekommendationer/{name}", "rekommendationer", slug(record.sender))
    return None


def _decision(record: Decision, municipality: Municipality | None, numbering: Numbering) -> Filed | None:
    year = record.year_of_record
    if municipality is None or year is None:
        return None
    return filed_decision(municipality, record.body, record.paragraph, record.date or PartialDate(year), numbering)


def filed_decision(
    municipality: Municipality, body: str, paragraph: str, date: PartialDate, numbering: Numbering
) -> Filed | None:
    """Where a § belongs; None when a body that numbers per meeting has it without a day."""
    number = paragraph_slug(paragraph, date.year)
    if numbering is Numbering.PER_MEETING:
        if date.exact is None:
            return None
        number = f"{date.month:02}-{date.day:02}-{number}"
    identity = decision_id(municipality.slug, slug(body), date.year, number)
    return Filed(identity, identity.rsplit("/", 1)[0], number)


def filed_meeting(municipality: Municipality, body: str, date: PartialDate) -> Filed:
    """Where the facts of a meeting belong."""
    folder = f"beslut/{municipality.slug}/{slug(body)}/{date.year}"
    identity = meeting_id(municipality.slug, slug(body), str(date))
    return Filed(identity, folder, f"{date}-sammantrade", whole_stem=True)
