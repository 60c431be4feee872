"""The body of a draft: the source's own words under its own headings, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from namndarkivet.importers.blocks import Block, Form
from namndarkivet.importers.parts import Part
from namndarkivet.sections import Kind

_MARKUP = re.compile(r"([\\`*\[\]<])|(?<![^\W_])(_)|(_)(?![^\W_])")
_START = re.compile(r"^(#{1,6}(?=\s|$)|>|[+=-](?=\s|$)|[-=]{3,}$|\d{1,9}[.)](?=\s|$)|~{3,}|\|)")


def body(parts: Sequence[Part]) -> str:
    """The Markdown of a §'s sections."""
    written: list[str] = []
    before: Part | None = None
    for part in parts:
        if part.heading:
            below = before is not None and before.kind is Kind.DECISION and not before.blocks
            written.append(f"{'###' if below else '##'} {_escaped(part.heading.words)}")
        elif written:
            written.append("* * *")  # a list of votes, or what happened besides: it belongs to no heading
        text = _blocks(part.blocks)
        if text:
            written.append(text)
        before = part
    return "\n\n".join(written) + "\n" if written else ""


def _blocks(blocks: Sequence[Block]) -> str:
    out: list[str] = []
    before: Block | None = None
    rows: list[Block] = []
    for block in blocks:
        if block.form is Form.ROW:
            rows.append(block)
            continue
        if rows:
            out.append(_table(rows))
            rows, before = [], None
        text = _item(block)
        tight = (
            before is not None
            and before.form is block.form
            and block.form in {Form.NUMBERED, Form.BULLET, Form.LETTERED}
        )
        if tight and out:
            out[-1] += f"\n{text}"
        else:
            out.append(text)
        before = block
    if rows:
        out.append(_table(rows))
    return "\n\n".join(out)


def _item(block: Block) -> str:
    text = _escaped(block.text)
    if block.form is Form.NUMBERED:
        return f"{block.mark} {text}"
    if block.form is Form.BULLET:
        return f"{'  ' if block.mark == 'o' else ''}- {text}"
    if block.form is Form.LETTERED:
        return f"   {block.mark} {text}"
    return _START.sub(
        lambda match: f"\\{match[0]}" if not match[0][0].isdigit() else f"{match[0][:-1]}\\{match[0][-1]}", text
    )


def _table(rows: Sequence[Block]) -> str:
    """Rows as a table. A row with fewer cells than the widest one has each under the column that it stands nearest to: a mark
    under «Nej» must not slip under «Ja».
    """
    widest = max(rows, key=lambda row: len(row.cells))
    lines = []
    for row in rows:
        cells = [""] * len(widest.cells)
        for at, text in zip(row.columns, row.cells, strict=True):
            place = min(range(len(cells)), key=lambda n: abs(widest.columns[n] - at))
            cells[place] = f"{cells[place]} {text}".strip()
        lines.append("| " + " | ".join(_escaped(cell).replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([lines[0], "|" + " --- |" * len(widest.cells), *lines[1:]])


def _escaped(text: str) -> str:
    """Text that Markdown takes for text."""
    return _MARKUP.sub(lambda match: f"\\{match[0]}", text)
