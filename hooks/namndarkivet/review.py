"""What the reviewer of a proposal must look at: a file before and after in, sentences out.

The check tells what is wrong. These are things that may be right, but that change what the archive says of somebody: an answer,
a status, a deadline, an address, a text that is taken down or that comes back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from namndarkivet.filing import RECORD_OF, Registers, Shelf, filed, municipality_of, shelf_of
from namndarkivet.front_matter import Value
from namndarkivet.model import Decision, Meeting
from namndarkivet.personal_numbers import masked
from namndarkivet.problem import shown_path
from namndarkivet.register import municipalities
from namndarkivet.source import Source, parse
from namndarkivet.swedish import cut
from namndarkivet.values import Numbering

_DERIVED = {
    "svarstid": "svarstid",
    "ändrar": "det som brevet ändrar i rekommendationen",
    "finansiering": "finansiering",
}
"""Keys that the pages of other documents are reckoned from, by what the reader calls them."""
_KEPT = 60
"""Characters of a value in a sentence at most."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file of a proposal: its path in the documents folder, its bytes before and after (None: there was no file, or there is
    none any more), and its path before, when it was moved.
    """

    path: str
    before: bytes | None
    after: bytes | None
    former: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to look at: a file, and a sentence without its full stop. Both hold what strangers wrote."""

    path: str
    text: str


def look_at(change: Change, registers: Registers) -> Iterator[Notice]:
    """What the reviewer must look at in one file, the gravest first. `registers` are those of the proposal. Never raises: a file
    that cannot be read is told of.
    """
    shelf = shelf_of(change.path)
    if change.after is None:
        yield Notice(
            change.path,
            "filen tas bort, och sidans adress slutar att gälla; ett dokument som måste bort märks i stället med tillbakadragen",
        )
    elif shelf is Shelf.REGISTER:
        yield Notice(change.path, "registret ändras; organens namn och numrering bestämmer sidornas adresser")
    elif shelf is Shelf.ATTACHMENT:
        yield Notice(change.path, "en bilaga; öppna den och läs den, den blir offentlig som den är")
    else:
        for text in _compared(change, shelf, registers):
            yield Notice(change.path, text)


def _compared(change: Change, shelf: Shelf, registers: Registers) -> Iterator[str]:
    old = parse(change.former or change.path, change.before) if change.before is not None else Source("", readable=True)
    new = parse(change.path, change.after or b"")
    if not new.readable or not old.readable:
        which = "nu" if not new.readable else "som det var"
        yield f"dokumentet kan inte läsas {which}, så det går inte att säga vad som ändras; läs hela filen"
        return
    yield from _withdrawal(old.data, new.data)
    if change.before is not None:
        yield from _moved(change, shelf, old, new, registers)
        if _said(old.data.get("status")) != _said(new.data.get("status")):
            yield f"status ändras från {_said(old.data.get('status'))} till {_said(new.data.get('status'))}"
    if new.data.get("tillbakadragen"):
        return  # what it said is not told here either
    yield from _answers(old.data, new.data)
    if change.before is not None:
        for key, name in _DERIVED.items():
            if old.data.get(key) != new.data.get(key):
                yield f"{name} ändras från {_said(old.data.get(key))} till {_said(new.data.get(key))}; det ändrar även andra sidor"
        if old.body != new.body and not _corrected(old.data, new.data):
            yield "texten ändras utan någon ny rad i rättelser"


def _withdrawal(old: Mapping[str, Value], new: Mapping[str, Value]) -> Iterator[str]:
    before, after = old.get("tillbakadragen"), new.get("tillbakadragen")
    if after and not before:
        yield f"texten dras tillbaka ({_said(after)}); är uppgiften borttagen ur filen också?"
    elif before and not after:
        yield f"en text som var tillbakadragen ({_said(before)}) kommer tillbaka"
    elif before != after:
        yield f"tillbakadragandet ändras från {_said(before)} till {_said(after)}"


def _moved(change: Change, shelf: Shelf, old: Source, new: Source, registers: Registers) -> Iterator[str]:
    """A page that gets a new address, and a file that is moved without one."""
    was, now = (
        identity(path, shelf, source, registers)
        for path, source in ((change.former or change.path, old), (change.path, new))
    )
    if was and now and was != now:
        listed = new.data.get("tidigare_id")
        kept = isinstance(listed, list) and was in [str(one) for one in listed]
        rest = (
            "den gamla står i tidigare_id och leder vidare"
            if kept
            else "den gamla saknas i tidigare_id och slutar att gälla"
        )
        yield f"adressen ändras från {was} till {now}; {rest}"
    elif change.former and change.former != change.path:
        yield f"filen är flyttad från {shown_path(masked(change.former))}"


def identity(path: str, shelf: Shelf, source: Source, registers: Registers) -> str | None:
    """The id that a document has by what it says; None when it does not say enough."""
    kind = RECORD_OF.get(shelf)
    if kind is None:
        return None
    try:
        record = kind.model_validate(source.data)
    except ValidationError:
        return None
    municipality = municipalities().find(record.municipality) if isinstance(record, Decision) else municipality_of(path)
    body = (
        registers.body(municipality, record.body) if municipality and isinstance(record, Decision | Meeting) else None
    )
    place = filed(record, municipality, body.numbering if body else Numbering.PER_YEAR, path)
    return place.id if place else None


def _answers(old: Mapping[str, Value], new: Mapping[str, Value]) -> Iterator[str]:
    """Answers that are new, changed or gone, by the recommendation that they answer."""
    before, after = _by_recommendation(old), _by_recommendation(new)
    for name, answer in after.items():
        if name not in before:
            yield f"nytt svar på {cut(name, _KEPT)}: {answer}"
        elif before[name] != answer:
            yield f"svaret på {cut(name, _KEPT)} ändras från «{before[name]}» till «{answer}»"
    for name, answer in before.items():
        if name not in after:
            yield f"svaret på {cut(name, _KEPT)} tas bort; det var «{answer}»"


def _by_recommendation(data: Mapping[str, Value]) -> dict[str, str]:
    listed = data.get("svar")
    found: dict[str, str] = {}
    for answer in listed if isinstance(listed, list) else ():
        if isinstance(answer, Mapping):
            name = masked(str(answer.get("rekommendation") or "okänd rekommendation"))
            words = [_said(answer.get("ställning"))]
            words += [f"{key} {_said(answer[key])}" for key in ("villkor", "kostnad") if key in answer]
            found[name] = ", ".join(words) if name not in found else f"{found[name]}; {', '.join(words)}"
    return found


def _corrected(old: Mapping[str, Value], new: Mapping[str, Value]) -> bool:
    """Whether a correction has been added."""
    before, after = old.get("rättelser"), new.get("rättelser")
    return isinstance(after, list) and len(after) > (len(before) if isinstance(before, list) else 0)


def _said(value: object) -> str:
    """A value of the front matter in a sentence, without personal identity numbers."""
    if value is None:
        return "ingen uppgift"
    if isinstance(value, Mapping):
        return ", ".join(_said(one) for one in value.values()) or "inga"
    if isinstance(value, list):
        return ", ".join(_said(one) for one in value) or "inga"
    return cut(masked(str(value)), _KEPT)
