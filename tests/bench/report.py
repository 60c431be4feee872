"""The report: Markdown tables of seconds, ratios, memory and output, then the targets."""

from collections.abc import Callable, Iterator, Sequence

from .legs import LEGS
from .results import Cell, Results
from .targets import Target, targets

_RATIOS = (("archive/Hugo", "hugo"), ("archive/MkDocs", "mkdocs"))
_ABSENT = "–"
_VERDICTS = {True: "reached", False: "NOT REACHED", None: "not measured"}
_KILOBYTE, _MEGABYTE = 10**3, 10**6


def report(results: Results) -> str:
    """The whole report; its first line says what the documents are."""
    return "\n".join(_lines(results))


def _lines(results: Results) -> Iterator[str]:
    yield f"Benchmark of Nämndarkivet: {results.about['documents']}"
    yield ""
    yield from (f"- {name}: {value}" for name, value in results.about.items() if name != "documents")
    if results.cells:
        yield from _section("Wall seconds, fastest round", _seconds(results))
        yield from _section(
            "Seconds per 1,000 documents", _per_leg(results, lambda cell: f"{cell.seconds_per_thousand:.2f}")
        )
        yield from _section(
            "Peak memory in MB, sum of PSS", _per_leg(results, lambda cell: _megabytes(cell.peak_bytes))
        )
        yield from _growth(results)
        if any(cell.html_files for cell in results.cells):
            yield from _section("HTML files / MB of HTML", _per_leg(results, _output))
    if results.edits:
        yield from _section("An edit under a server, seconds", _edits(results))
    if results.indexings:
        yield from _section("The search index", _indexings(results))
    if results.first_hits:
        yield from _section("From opening /sok/?q=… to the first hit, nothing cached", _first_hits(results))
    yield from _section("Targets", _targets(targets(results)))
    yield from _paragraphs("Notes", results.notes)
    yield from _paragraphs("FAILED", results.failures)


def _seconds(results: Results) -> list[list[str]]:
    head, *rows = _per_leg(results, lambda cell: f"{cell.seconds:.2f}")
    for row, size in zip(rows, _sizes(results), strict=True):
        row += [_ratio(results.cell("site", size), results.cell(other, size)) for _, other in _RATIOS]
    return [head + [title for title, _ in _RATIOS], *rows]


def _per_leg(results: Results, show: Callable[[Cell], str]) -> list[list[str]]:
    """One row per size, one column per leg."""
    rows = [["documents", *(leg.title for leg in LEGS)]]
    for size in _sizes(results):
        cells = [results.cell(leg.name, size) for leg in LEGS]
        documents = next(cell.documents for cell in cells if cell)
        rows.append([f"{documents:,}", *(show(cell) if cell else _ABSENT for cell in cells)])
    return rows


def _growth(results: Results) -> Iterator[str]:
    """How seconds and memory grow between the two largest sizes: with linear cost, no faster than the documents."""
    if len(_sizes(results)) > 1:
        small, large = _sizes(results)[-2:]
        rows = [["leg", "documents", "seconds", "memory"]]
        for leg in LEGS:
            before, after = results.cell(leg.name, small), results.cell(leg.name, large)
            if before and after and before.peak_bytes:
                growth = (
                    after.documents / before.documents,
                    after.seconds / before.seconds,
                    after.peak_bytes / before.peak_bytes,
                )
                rows.append([leg.title, *(f"{times:.2f} ×" for times in growth)])
        yield from _section(f"Growth from {small:,} to {large:,}", rows)


def _edits(results: Results) -> list[list[str]]:
    rows = [["server", "documents", "start to first page", "edit, median", "each edit", "peak MB"]]
    for edit in results.edits:
        each = " ".join(f"{seconds:.2f}" for seconds in edit.rounds)
        title = next(leg.title for leg in LEGS if leg.name == edit.tool)
        figures = [f"{edit.documents:,}", f"{edit.ready:.1f}", f"{edit.seconds:.2f}", each, _megabytes(edit.peak_bytes)]
        rows.append([title, *figures])
    return rows


def _indexings(results: Results) -> list[list[str]]:
    rows = [["documents", "seconds", "peak MB", "files", "MB on disk", "shards", "after one edit, s", "shards anew"]]
    rows += [
        [
            *(f"{one.documents:,}", f"{one.seconds:.1f}", _megabytes(one.peak_bytes), f"{one.files:,}"),
            *(_megabytes(one.stored_bytes), str(one.shards), f"{one.edit_seconds:.1f}", str(one.edit_shards)),
        ]
        for one in results.indexings
    ]
    return rows


def _first_hits(results: Results) -> list[list[str]]:
    rows = [["documents", "question", "seconds", "of these searching", "kB", "of these for search"]]
    rows += [
        [
            *(f"{hit.documents:,}", f"{hit.name}: {hit.question}", f"{hit.seconds:.2f}", f"{hit.search_seconds:.2f}"),
            *(f"{hit.sent_bytes / _KILOBYTE:,.0f}", f"{hit.search_bytes / _KILOBYTE:,.0f}"),
        ]
        for hit in results.first_hits
    ]
    return rows


def _targets(reached: Sequence[Target]) -> list[list[str]]:
    return [["target", "figure", ""], *([each.wording, each.figure, _VERDICTS[each.reached]] for each in reached)]


def _sizes(results: Results) -> list[int]:
    return sorted({cell.size for cell in results.cells})


def _ratio(cell: Cell | None, other: Cell | None) -> str:
    return f"{cell.seconds / other.seconds:.2f}" if cell and other else _ABSENT


def _output(cell: Cell) -> str:
    return f"{cell.html_files:,} / {_megabytes(cell.html_bytes)}" if cell.html_files else _ABSENT


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:,.0f}"


def _section(title: str, rows: list[list[str]]) -> Iterator[str]:
    """A heading and a Markdown table that also lines up as plain text: figures to the right."""
    yield from ("", f"## {title}", "")
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    right = [
        all(row[column][:1].isdigit() or row[column] == _ABSENT for row in rows[1:]) for column in range(len(widths))
    ]
    for number, row in enumerate(rows):
        cells = (
            f"{text:>{width}}" if aside else f"{text:<{width}}"
            for text, width, aside in zip(row, widths, right, strict=True)
        )
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            rules = ("-" * (width + 1) + (":" if aside else "-") for width, aside in zip(widths, right, strict=True))
            yield f"|{'|'.join(rules)}|"


def _paragraphs(title: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield from ("", f"## {title}", "")
        yield from (f"- {text}" for text in texts)
