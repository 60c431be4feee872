"""Problems as text for a terminal, as GitHub annotations, and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from namndarkivet.addresses import rule_page
from namndarkivet.checks import rules
from namndarkivet.problem import Problem, Severity

_WIDEST = 160
"""Columns of a quoted line: a longer one is cut around the place, so that the caret stays in view."""


def text(problems: Sequence[Problem]) -> str:
    """Each problem in the shape `file:line:column: fel[regel]`, the line, a caret and the advice; a sum at the end."""
    return "\n".join([*(_block(problem) for problem in problems), summary(problems)])


def _block(problem: Problem) -> str:
    head = f"{_shown(problem.path)}:{problem.line}:{problem.column}: {problem.severity.value}[{problem.rule}]"
    message = _shown(problem.message)
    if not problem.quote.strip():
        return f"{head}\n  {message}\n"
    quote, start, end = _cut(problem)
    width = len(str(problem.line))
    caret = " " * (start - 1) + "^" * max(1, end - start)
    return f"{head}\n  {problem.line} | {quote}\n  {' ' * width} | {caret} {message}\n"


def _shown(text: str) -> str:
    """Text without what a terminal would act on."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c in "\t\n\u00a0" else "\ufffd" for c in text)


def _cut(problem: Problem) -> tuple[str, int, int]:
    """The quoted line, cut around the place; and the place in it."""
    quote = _shown(problem.quote)
    start, end = problem.column, min(problem.end, len(quote) + 2)
    if len(quote) <= _WIDEST:
        return quote, start, max(end, start + 1)
    first = max(0, start - 1 - _WIDEST // 3)
    shown = ("…" if first else "") + quote[first : first + _WIDEST] + ("…" if len(quote) > first + _WIDEST else "")
    shift = first - (1 if first else 0)
    return shown, start - shift, max(min(end - shift, len(shown) + 1), start - shift + 1)


def summary(problems: Iterable[Problem]) -> str:
    """How many problems there are, in words."""
    count = Counter(problem.severity for problem in problems)
    errors, warnings = count[Severity.ERROR], count[Severity.WARNING]
    if not errors and not warnings:
        return "Inga fel."
    parts = [
        f"{errors} fel" if errors else "",
        f"{warnings} {'varning' if warnings == 1 else 'varningar'}" if warnings else "",
    ]
    return " och ".join(filter(None, parts)) + "."


def as_json(problems: Sequence[Problem]) -> str:
    """The problems as a JSON list, a line each."""
    rows = [
        json.dumps(
            {
                "fil": p.path,
                "rad": p.line,
                "kolumn": p.column,
                "slut": p.end,
                "allvar": p.severity.value,
                "regel": p.rule,
                "meddelande": whole_message(p),
            },
            ensure_ascii=False,
        )
        for p in problems
    ]
    return "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"


def github(problems: Sequence[Problem], changed: Collection[str] = ()) -> str:
    """Workflow commands that GitHub shows as annotations on the lines.

    GitHub shows ten errors and ten warnings of a step, so errors come first, and those of changed files before others.
    """
    ranked = sorted(problems, key=lambda p: (p.severity is not Severity.ERROR, p.path not in changed))
    return "\n".join(_annotation(problem) for problem in ranked)


def whole_message(problem: Problem) -> str:
    """The message with its subject, for where the line and its caret are not seen: «sju» ska vara ett heltal …"""
    subject = problem.quote[problem.column - 1 : problem.end - 1].strip()
    if subject and problem.message.startswith(_WITHOUT_SUBJECT):
        return f"«{subject if len(subject) < _SUBJECT else subject[:_SUBJECT] + '…'}» {problem.message}"
    return problem.message


_WITHOUT_SUBJECT = ("är ", "ska ", "kan inte ", "har en form ", "läses som ", "värdet är ")
_SUBJECT = 60


def _annotation(problem: Problem) -> str:
    command = "error" if problem.severity is Severity.ERROR else "warning"
    place = (
        f"file={_property(problem.path)},line={problem.line},col={problem.column},"
        f"endColumn={problem.end},title={_property(problem.rule)}"
    )
    return f"::{command} {place}::{_data(whole_message(problem))}"


def _data(text: str) -> str:
    """Escaped as the text of a workflow command (github.com/actions/toolkit, core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escaped as a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def step_summary(problems: Sequence[Problem], changed: Collection[str] = (), site: str = "") -> str:
    """All problems as a Markdown table for the summary that GitHub shows with a run. `site`: the site's address, whose pages of
    rules the table then links to.
    """
    if not problems:
        return "## Granskning av dokumenten\n\nInga fel.\n"
    ranked = sorted(problems, key=lambda p: (p.severity is not Severity.ERROR, p.path not in changed))
    rows = [
        f"| {p.severity.value} | `{as_text(p.path)}` | {p.line} | {_rule(p.rule, site)} | {as_text(whole_message(p))} |"
        for p in ranked
    ]
    head = "| | Fil | Rad | Regel | Vad är fel, och vad ska stå i stället |\n|---|---|---|---|---|"
    return f"## Granskning av dokumenten\n\n{summary(problems)}\n\n{head}\n" + within(rows) + "\n"


def _rule(identity: str, site: str) -> str:
    """A rule's id, linked to its page where it has one and the site's address is known."""
    linked = site and any(rule.id == identity for rule in rules())
    return f"[{as_text(identity)}]({site}{rule_page(identity)})" if linked else as_text(identity)


SUMMARY_BYTES = 700_000
"""GitHub refuses a step's summary above 1 MiB whole: this many for the table of problems, the rest for what changes."""


def within(rows: Sequence[str], most: int = SUMMARY_BYTES) -> str:
    """The rows that there is room for in `most` bytes, and how many there is none for."""
    size, shown = 0, []
    for row in rows:
        size += len(row.encode()) + 1
        if size > most:
            break
        shown.append(row)
    rest = len(rows) - len(shown)
    return "\n".join(shown) + (f"\n\n… och {rest} till, som står i loggen." if rest else "")


def as_text(text: str) -> str:
    """Text that stays text in Markdown, also in a cell of a table: no markup, no mention of a person."""
    flat = " ".join(text.split())
    for character in "\\`*_~[]|":
        flat = flat.replace(character, f"\\{character}")
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace("@", "@\u200b")


def published(problems: Iterable[Problem], shown: str) -> tuple[Problem, ...]:
    """The warnings about documents as the site tells of them: with paths from `decisions/`, not from where this machine has the documents
    (`shown` is how messages name that folder).
    """
    return tuple(
        replace(problem, path="decisions/" + problem.path.removeprefix(f"{shown}/"))
        for problem in problems
        if problem.severity is Severity.WARNING and problem.path.startswith(f"{shown}/")
    )
