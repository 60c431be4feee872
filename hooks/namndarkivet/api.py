"""The archive's data for machines: for each recommendation its answers as JSON and as CSV.

All files come from the same summaries as the pages. Missing is `null` in JSON and empty in CSV. The CSV is for a Swedish Excel: UTF-8 with a BOM, semicolons, decimal commas, CRLF.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from namndarkivet.addresses import address
from namndarkivet.pages import Site
from namndarkivet.summaries import Line, Summary, deadline_in_words

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_MET = {True: "ja", False: "nej", None: "kan inte avgöras"}
_AS_TEXT = {"kommunkod", "paragraf", "diarienummer"}
"""Columns that a spreadsheet would take for numbers or dates: 0125, 12/2031."""


def names(site: Site) -> Iterator[str]:
    """The addresses of all files."""
    for identity in site.summaries:
        yield f"api/v1/{identity}.json"
        yield f"api/v1/{identity}.csv"


def file(site: Site, name: str) -> bytes | None:
    """The file at an address; None when there is none."""
    identity, _, ending = name.removeprefix("api/v1/").rpartition(".")
    summary = site.summaries.get(identity) if name.startswith("api/v1/") else None
    if summary is None or ending not in {"json", "csv"}:
        return None
    return _json(site, summary) if ending == "json" else _csv(site, summary)


def _json(site: Site, summary: Summary) -> bytes:
    record = summary.entry.record
    data = {
        "id": summary.entry.id,
        "adress": site.url + address(summary.entry.id),
        "rubrik": record.title,
        "avsändare": record.sender,
        "nummer": record.number,
        "datum": str(record.date),
        "sista_svarsdag": deadline_in_words(summary.moves) if summary.moves else None,
        "svarstider": [
            {"till": str(move.to), "brev": move.letter.id if move.letter else None} for move in summary.moves
        ],
        "folkmängdsår": summary.year,
        "invånare": summary.inhabitants,
        "summa_enligt_nyckeln": summary.shares.total if summary.shares else None,
        "antal": [
            {
                "ställning": t.stand.value,
                "kommuner": t.municipalities,
                "av": len(summary.lines),
                "invånare": t.inhabitants,
            }
            for t in summary.totals
        ],
        "rapporterat": None
        if record.reported is None
        else [outcome.model_dump(by_alias=True, mode="json") for outcome in record.reported],
        "svarstid_av_beslut": {timing.value: number for timing, number in summary.timings.items()},
        "svarstid_då_av_beslut": {_MET[met]: number for met, number in summary.met_then.items()},
        "kommuner": [_line(site, summary, line) for line in summary.lines],
        "källor": {
            "folkmängd": "SCB",
            "andelar": "arkivets egen beräkning; året för folkmängden är arkivets val där källan inte säger det",
        },
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _line(site: Site, summary: Summary, line: Line) -> dict[str, Any]:
    answer = line.answer
    record = answer.entry.record if answer else None
    return {
        "kommunkod": line.municipality.code,
        "kommun": line.municipality.name,
        "län": line.municipality.county,
        "ställning": line.stand.value,
        "slutligt": line.stand.final,
        "beslut": site.url + address(answer.entry.id) if answer else None,
        "organ": record.body if record and not record.proposer_unknown else None,
        "paragraf": record.paragraph if record else None,
        "diarienummer": record.registry_number if record else None,
        "datum": str(record.date) if record and record.date else None,
        "år": record.year_of_record if record else None,
        "svarstid": answer.timeliness.timing.value if answer else None,
        "svarstid_skäl": (answer.timeliness.reason or None) if answer else None,
        "sista_svarsdag_då": str(answer.timeliness.then.to) if answer and answer.timeliness.then else None,
        "i_tid_då": _MET[answer.timeliness.met_then] if answer and line.stand.final else None,
        "villkor": answer.answer.conditions if answer else None,
        "kostnad": _number(answer.cost.amount) if answer and answer.cost else None,
        "kostnad_per": answer.cost.per.value if answer and answer.cost and answer.cost.per else None,
        "andel_enligt_nyckeln": line.share,
        "skillnad": _number(line.difference.kronor) if line.difference else None,
        "skillnad_procent": _rounded(line.difference.percent, 1) if line.difference else None,
        "kr_per_invånare": _rounded(line.each, 2),
        "invånare": line.inhabitants,
        "att_granska": ", ".join(site.conflicts[summary.entry.id].get(line.municipality.code, ())) or None,
        "kedja": [
            {"beslut": step.entry.id, "ställning": step.stand.value if step.stand else None} for step in answer.chain
        ]
        if answer
        else [],
    }


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == int(amount) else float(amount)


def _rounded(value: Decimal | None, digits: int) -> float | None:
    return None if value is None else float(f"{value:.{digits}f}")


def _csv(site: Site, summary: Summary) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows = [
        {key: value for key, value in _line(site, summary, line).items() if key != "kedja"} for line in summary.lines
    ]
    writer.writerow(rows[0])
    for row in rows:
        writer.writerow([_text(value) if key in _AS_TEXT else _cell(value) for key, value in row.items()])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _text(value: object) -> str:
    """A value that a spreadsheet shall keep as the text that it is: the formula for it, quotes doubled."""
    return "" if value is None else '="{}"'.format(str(value).replace('"', '""'))


def _cell(value: object) -> str:
    """A value as a Swedish Excel reads it; text that would be taken for a formula is quoted."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, (int, float)):
        return str(value).replace(".", ",")
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
