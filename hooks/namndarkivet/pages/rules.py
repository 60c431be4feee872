"""The pages of rules, made of the rules themselves: an overview, and for each rule its help and its example.

What the check says of an example is what it says when the page is made: the example is tried, never described.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from markupsafe import Markup as Safe
from markupsafe import escape

from namndarkivet import report
from namndarkivet.addresses import rule_page, to_root
from namndarkivet.checks import rules
from namndarkivet.checks.example import Paper, Saved, example
from namndarkivet.checks.rule import Rule
from namndarkivet.dates import PartialDate
from namndarkivet.markup import render
from namndarkivet.mentions import Means
from namndarkivet.pages.page import Crumb, Kind, Page, Site
from namndarkivet.personal_numbers import masked
from namndarkivet.problem import Severity
from namndarkivet.swedish import cut

_FEW = 3
"""Messages that are shown as running text: the same in other words is of no help."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of an example as a page shows it: its name, how it is saved, and its lines, each with whether the file of the
    same name in the other archive has another in its place.
    """

    name: str
    saved: str
    lines: tuple[tuple[str, bool], ...]


@cache
def _by_address() -> dict[str, Rule[Any]]:
    return {rule_page(rule.id): rule for rule in rules()}


def _overview(_site: Site) -> Iterator[str]:
    yield "regler/"


def _addresses(_site: Site) -> Iterator[str]:
    yield from _by_address()


def _table(_site: Site, at: str) -> Page:
    rows = [(rule, _html(rule.title, at), _day(rule.since)) for rule in rules()]
    return Page(
        address=at,
        title="Regler för dokumenten",
        description=f"De {len(rows)} regler som varje dokument granskas mot innan det publiceras, med förklaring, råd och exempel.",
        template="rules.html",
        crumbs=(Crumb("Om arkivet", "om/"), Crumb("Regler")),
        context={"rows": rows, "rule_page": rule_page},
    )


def _page(site: Site, at: str) -> Page:
    rule = _by_address()[at]
    shown = example(rule)
    wrong, right = (shown.wrong, shown.right) if shown else ((), ())
    problems = site.tried(shown.whole(wrong)) if shown and site.tried else []
    return Page(
        address=at,
        title=f"Regeln {rule.id}",
        description=cut(_plain(rule.title)),
        template="rule.html",
        crumbs=(Crumb("Om arkivet", "om/"), Crumb("Regler", "regler/"), Crumb(rule.id)),
        context={
            "rule": rule,
            "wants": _html(rule.title, at),
            "help": _html(rule.help, at),
            "since": _day(rule.since),
            "wrong": _sheets(wrong, right),
            "right": _sheets(right, wrong),
            "said": report.text(problems) if problems else "",
            "advice": list(dict.fromkeys(report.whole_message(problem) for problem in problems))[:_FEW],
            "besides": _sheets(shown.whole(())) if shown else [],
            "error": rule.severity is Severity.ERROR,
            "written_out": any("⟨" in text for paper in (*wrong, *right) for text in (paper.shown, paper.shown_path)),
        },
    )


def _day(day: date) -> str:
    return PartialDate(day.year, day.month, day.day).swedish


def _plain(markdown: str) -> str:
    return markdown.replace("`", "")


def _sheets(papers: Sequence[Paper], others: Sequence[Paper] = ()) -> list[Sheet]:
    beside = {paper.path: paper for paper in others}
    return [_sheet(paper, beside.get(paper.path)) for paper in papers]


def _sheet(paper: Paper, other: Paper | None) -> Sheet:
    """Personal identity numbers are masked, as everywhere else in the archive."""
    lines = masked(paper.shown).split("\n")[: -1 if paper.text.endswith("\n") else None]
    theirs = masked(other.shown).split("\n") if other else lines
    same: set[int] = set()
    for block in SequenceMatcher(None, lines, theirs, autojunk=False).get_matching_blocks():
        same.update(range(block.a, block.a + block.size))
    marked = tuple((line, number not in same and bool(line.strip())) for number, line in enumerate(lines))
    saved = "" if paper.saved is Saved.PLAIN else paper.saved.value
    return Sheet(masked(f"decisions/{paper.shown_path}"), saved, marked)


def _html(markdown: str, at: str) -> Safe:
    """Help comes from the code, not from a document, so it needs no links of mentions: its pieces are joined. Its links are
    written as from the overview.
    """
    made = render(markdown)
    words = [
        f'<a href="{escape(to_root(at) + m.key.removeprefix("../"))}">' if m.means is Means.FILE else m.text
        for m in made.mentions
    ]
    rest = (word + piece for word, piece in zip(words, made.pieces[1:], strict=True))
    return Safe(made.pieces[0] + "".join(rest))  # noqa: S704 - render has sanitised it


OVERVIEW = Kind("regler", _overview, _table, "regler")
KIND = Kind("regel", _addresses, _page, "regler")
