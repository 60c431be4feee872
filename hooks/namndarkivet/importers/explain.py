"""What each stage made of a file, for whoever wonders why a draft looks as it does."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.importers.minutes import Item, Minutes

_CUT = 110


def explain(minutes: Minutes) -> Iterator[str]:
    """The stages as lines of text."""
    scroll, clean, facts = minutes.scroll, minutes.clean, minutes.facts
    yield f"1. Rader: {len(scroll.lines)}" + (f" på {scroll.lines[-1].page + 1} sidor" if scroll.paged else "")
    yield f"   formatet säger {'vad som är fetstil eller rubrik' if scroll.styled else 'inget om fetstil'}"
    yield f"2. Sidhuvud och sidfot, borttaget: {len(scroll.lines) - len(clean.scroll.lines)} rader"
    yield from (f"   – {_cut(text)}" for text in clean.taken[:20])
    yield f"3. Framsida: {len(minutes.front)} rader före första paragrafen"
    for name, value in (
        ("kommun", facts.municipality), ("organ", facts.body), ("datum", facts.date), ("plats och tid", facts.place_and_time),
        ("antal paragrafer", facts.paragraphs), ("justerat", facts.approved), ("anslag uppsatt", facts.posted), ("anslag nedtaget", facts.removed),
    ):  # fmt: skip
        yield f"   {name}: {value if value is not None else 'sägs inte'}"
    yield f"4. Paragrafer: {len(minutes.items)}"
    for item in minutes.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    paragraph = item.paragraph
    yield f"   § {paragraph.number} (sida {paragraph.page + 1}) {paragraph.head.title or '– utan rubrik –'}"
    yield f"      diarienummer: {paragraph.head.registry_number or 'sägs inte'}"
    for part in item.parts:
        name = part.heading.words if part.heading else ("röstlista" if part.listed else "före första rubriken")
        forms = ", ".join(dict.fromkeys(block.form.value for block in part.blocks)) or "tomt"
        yield f"      avsnitt «{name}» ({part.kind.value}): {len(part.blocks)} stycken ({forms})"
    yield from (f"      inledning: {_cut(lead)}" for lead in item.operative.leads)
    yield from (f"      att-sats: {_cut(clause)}" for clause in item.operative.clauses)
    yield f"      status: {item.status.value}"


def _cut(text: str) -> str:
    return text if len(text) <= _CUT else f"{text[: _CUT - 1]}…"
