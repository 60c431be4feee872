"""What can be found: each page that search leads to, as the texts to look in, the facets to choose by and what a hit shows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from namndarkivet.addresses import address, slug
from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry, place_of, year_of
from namndarkivet.model import Circular, Decision, Recommendation
from namndarkivet.pages.listing import STAND_CLASS, STATUS_CLASS, STATUS_WORDS
from namndarkivet.pages.page import Site
from namndarkivet.register import municipalities
from namndarkivet.searching.numbers import circular_keys, owner_keys, paragraph_keys, registry_keys
from namndarkivet.searching.terms import Kind
from namndarkivet.summaries import stand_of, whose
from namndarkivet.swedish import sentence
from namndarkivet.values import Status

TITLE, NAMES, TEXT = 8.0, 3.0, 1.0
"""What a word weighs by where it stands: in the title, among the names and dates around the document, in the text."""

_WORTH = {Status.DECIDED: 1.2, Status.REJECTED: 1.2, Status.ANSWERED: 1.2, Status.TABLED: 0.6}
"""The steps of a matter often have one title. Who looks for it by that wants the step that settled it, not one at which it
was put off.
"""

MOST = 60_000
"""Characters of a text that a passage is taken from. The words after them are found all the same."""

_INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|del|em|i|ins|q|s|strong|sub|sup|u)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Findable:
    """One page as search sees it. `fields` are weighted texts, `keys` the numbers
    that lead straight to it, `facets` what it can be chosen by, `shown` what a hit shows of it, `text` what a passage is
    taken from.
    """

    address: str
    fields: tuple[tuple[float, str], ...]
    keys: tuple[tuple[Kind, str], ...] = ()
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    shown: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page of docs/: its address, its title and its text."""

    address: str
    title: str
    text: str


def day_number(date: PartialDate | None, year: int = 0) -> int:
    """A date as a number that grows with time; what is not known counts as before the first. Below 2^21."""
    if date is None:
        return year << 9
    return (date.year << 9) | (date.month << 5) | date.day


def plain(markup: Sequence[str]) -> str:
    """The text of safe HTML that comes in pieces: a line for each block."""
    text = _TAG.sub("\n", _INLINE.sub("", "".join(markup).replace("\n", " ")))
    return _LINES.sub("\n", _SPACE.sub(" ", html.unescape(text))).strip()


def identities(site: Site) -> Iterator[tuple[str, int]]:
    """The ids of all documents that can be found, with their place in time: those taken down cannot."""
    archive = site.archive
    for entry in archive.decisions:
        if not entry.record.withdrawn:
            yield entry.id, day_number(entry.record.date, year_of(entry))
    for circular in archive.circulars:
        if not circular.record.withdrawn:
            yield circular.id, day_number(circular.record.date)
    for asked in archive.recommendations:
        if not asked.record.withdrawn:
            yield asked.id, day_number(asked.record.date)


def document(site: Site, identity: str) -> Findable:
    """A document of the archive as search sees it."""
    entry = site.archive.entries[identity]
    if isinstance(entry.record, Decision):
        return _decision(site, entry)
    if isinstance(entry.record, Circular):
        return _circular(site, entry)
    return _recommendation(entry)


def _text(entry: Entry[Any], *more: str | None) -> str:
    """All that a document says: its summary, its body, and what its front matter alone tells."""
    markup = entry.markup
    pieces: list[str] = []
    if markup:
        pieces.append(markup.pieces[0])
        for mention, piece in zip(markup.mentions, markup.pieces[1:], strict=True):
            pieces += [mention.text, piece]
    summary = entry.record.summary.text if entry.record.summary else None
    told = [text for text in (summary, plain(pieces), *more, *(entry.record.remarks or ())) if text]
    return "\n".join(told)


def _decision(site: Site, entry: Entry[Decision]) -> Findable:
    record, year = entry.record, year_of(entry)
    place, name = place_of(entry)
    municipality = entry.municipality.name if entry.municipality else ""
    register = site.archive.registers.by_slug.get(place)
    short = next((body.abbreviation for body in register.bodies if slug(body.name) == name), None) if register else None
    stands = [stand_of(record, answer) for answer in record.answers or ()]
    asked = [r for answer in record.answers or () if (r := site.archive.recommendation(answer.recommendation))]
    day = record.date.swedish if record.date else None
    text = _text(entry, *_told(record))
    around = (
        municipality, record.body, short, day or str(year), record.registry_number, record.matter,
        STATUS_WORDS[record.status], *(stand.value for stand in stands), *(record.subjects or ()), *map(_called, asked),
    )  # fmt: skip
    numbers = (*paragraph_keys(record.paragraph, year), *owner_keys(record.body, short, year))
    keys = [(Kind.PARAGRAPH, key) for key in numbers]
    if record.registry_number:
        keys += [(Kind.REGISTRY, key) for key in registry_keys(record.registry_number)]
    return Findable(
        address=address(entry.id),
        fields=(
            (TITLE * _WORTH.get(record.status, 1.0), record.title),
            (NAMES, _joined(around)),
            (TEXT, _joined((text, record.proposed_to))),
        ),
        keys=tuple(keys),
        facets={
            "kommun": (municipality,),
            "organ": (record.body,),
            "till": (record.proposed_to,) if record.proposed_to else (),
            "ar": (str(year),),
            "typ": ("Beslut",),
            "status": (STATUS_WORDS[record.status],),
            "stallning": tuple(sentence(stand.value) for stand in stands),
            "rekommendation": tuple(map(_called, asked)),
            "amne": record.subjects or (),
        },
        shown={
            "title": record.title,
            "type": "Beslut",
            "municipality": municipality,
            "body": whose(record),
            "day": day if record.date and record.date.day else f"{day or year} (dagen saknas i källan)",
            "paragraph": record.paragraph,
            "number": record.registry_number,
            "status": {"word": STATUS_WORDS[record.status], "look": STATUS_CLASS[record.status]},
            "positions": [{"word": sentence(stand.value), "look": STAND_CLASS[stand]} for stand in stands],
            "proposedTo": record.proposed_to,
        },
        text=text,
    )


def _told(record: Decision) -> Iterator[str | None]:
    """What a decision's front matter says in words and its body may not."""
    for answer in record.answers or ():
        yield answer.conditions
    for basis in record.basis or ():
        yield basis.title
    for motion in record.motions or ():
        yield f"{motion.by} ({motion.party}): {motion.motion}" if motion.party else f"{motion.by}: {motion.motion}"
    for division in record.divisions or ():
        yield _joined((division.concerns, division.yes_means, division.no_means), ". ")
        yield _joined(
            (f"{vote.name} ({vote.party})" if vote.party else vote.name for vote in division.votes or ()), ", "
        )
    for dissent in record.dissents or ():
        yield f"{dissent.by} ({dissent.party}) reserverar sig" if dissent.party else f"{dissent.by} reserverar sig"
    for person in record.disqualified or ():
        yield f"{person.who} ({person.party}) deltar inte på grund av jäv" if person.party else person.who
    yield _joined(record.recipients or (), ", ")


def _circular(site: Site, entry: Entry[Circular]) -> Findable:
    record = entry.record
    about = site.archive.recommendation(record.recommendation) if record.recommendation else None
    text = _text(entry, _joined(record.addressees or (), ", "), _joined(record.signed_by or (), ", "), record.contact)
    moved = record.changes.deadline.swedish if record.changes and record.changes.deadline else None
    around = (
        record.sender, record.kind.value, record.number, record.date.swedish, record.registry_number, record.department,
        f"svarstid {moved}" if moved else None, *(record.subjects or ()), _called(about) if about else None,
    )  # fmt: skip
    keys = [(Kind.CIRCULAR, key) for key in circular_keys(record.number or "")]
    if record.registry_number:
        keys += [(Kind.REGISTRY, key) for key in registry_keys(record.registry_number)]
    return _sent(entry, around, text, tuple(keys), (_called(about),) if about else ())


def _recommendation(entry: Entry[Recommendation]) -> Findable:
    record = entry.record
    around = (
        record.sender, "rekommendation", record.number, record.date.swedish, record.addressed_to.value,
        f"svarstid {record.deadline.swedish}" if record.deadline else None, *(record.subjects or ()),
    )  # fmt: skip
    keys = tuple((Kind.CIRCULAR, key) for key in circular_keys(record.number or ""))
    return _sent(entry, around, _text(entry), keys, (_called(entry),))


def _sent(
    entry: Entry[Any],
    around: Sequence[str | None],
    text: str,
    keys: tuple[tuple[Kind, str], ...],
    about: tuple[str, ...],
) -> Findable:
    """A document of SKL's or SKR's."""
    record: Any = entry.record
    kind = "Rekommendation" if isinstance(record, Recommendation) else "Cirkulär eller brev"
    return Findable(
        address=address(entry.id),
        fields=((TITLE, record.title), (NAMES, _joined(around)), (TEXT, text)),
        keys=keys,
        facets={
            "ar": (str(record.date.year),),
            "typ": (kind,),
            "rekommendation": about,
            "amne": record.subjects or (),
        },
        shown={
            "title": record.title,
            "type": kind,
            "body": record.sender,
            "day": record.date.swedish,
            "number": record.number or getattr(record, "registry_number", None),
        },
        text=text,
    )


def _called(recommendation: Entry[Recommendation]) -> str:
    """A recommendation apart from others with the same title: «… (SKL 2016)»."""
    record = recommendation.record
    return f"{record.title} ({record.sender} {record.date.year})"


def _joined(words: Any, between: str = " \n") -> str:  # noqa: ANN401 - any iterable of texts and gaps
    return between.join(word for word in words if word)


def places(site: Site) -> Iterator[Findable]:
    """The pages of the municipalities, and of the bodies in the archive's registers. They are no documents of theirs: who chooses a
    municipality that the archive has nothing from is to be told so.
    """
    for municipality in municipalities().by_slug.values():
        at = f"kommuner/{municipality.slug}/"
        held = len(site.archive.by_municipality.get(municipality.slug, ()))
        holds = (
            f"{held} dokument i arkivet."
            if held
            else "Inga dokument i arkivet. Det säger inget om vad kommunen har beslutat."
        )
        yield Findable(
            address=at,
            fields=((TITLE, municipality.full_name), (NAMES, f"{municipality.name} {municipality.county}")),
            facets={"typ": ("Kommun",)},
            shown={"title": municipality.full_name, "type": "Kommun", "municipality": municipality.name},
            text=holds,
        )
        register = site.archive.registers.by_slug.get(municipality.slug)
        for body in register.bodies if register else ():
            held = len(site.archive.by_body.get((municipality.slug, slug(body.name)), ()))
            yield Findable(
                address=f"{at}{slug(body.name)}/",
                fields=((TITLE, body.name), (NAMES, f"{municipality.full_name} {body.abbreviation or ''}")),
                facets={"typ": ("Organ",)},
                shown={"title": body.name, "type": "Organ", "municipality": municipality.name},
                text=f"{held} dokument i arkivet." if held else "Inga dokument i arkivet.",
            )


def by_hand(page: HandWritten) -> Findable:
    """A page of docs/ as search sees it. It weighs less than a document that says the same."""
    return Findable(
        address=page.address,
        fields=((TITLE / 4, page.title), (TEXT / 4, page.text)),
        facets={"typ": ("Om arkivet",)},
        shown={"title": page.title, "type": "Om arkivet"},
        text=page.text,
    )
