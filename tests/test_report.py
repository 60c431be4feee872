"""Problems as text, as GitHub annotations, as a summary table and as JSON: nothing in a document can break any of them."""

from __future__ import annotations

import html
import json
import re

import pytest
from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet import report
from namndarkivet.markup import render
from namndarkivet.problem import Problem, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def problem(message: str = "fel ord", **given: object) -> Problem:
    """A problem; by default an error at 7:8–11 of `decisions/a.md`."""
    values = {"path": "decisions/a.md", "line": 7, "column": 8, "end": 11, "severity": ERROR, "rule": "datum"}
    return Problem(message=message, **{**values, "quote": "datum: igår", **given})  # type: ignore[arg-type]


def test_a_problem_shows_its_line_with_a_caret_and_the_advice() -> None:
    assert report.text([problem("är inget datum", quote="datum: 2016-02-30", end=18), problem(quote="")]) == (
        "decisions/a.md:7:8: fel[datum]\n"
        "  7 | datum: 2016-02-30\n"
        "    |        ^^^^^^^^^^ är inget datum\n"
        "\n"
        "decisions/a.md:7:8: fel[datum]\n"
        "  fel ord\n"
        "\n"
        "2 fel."
    )


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "Inga fel."),
        ([ERROR], "1 fel."),
        ([ERROR, ERROR], "2 fel."),
        ([WARNING], "1 varning."),
        ([WARNING, WARNING], "2 varningar."),
        ([ERROR, WARNING, ERROR], "2 fel och 1 varning."),
    ],
)
def test_the_sum_stands_last_in_words(severities: list[Severity], words: str) -> None:
    problems = [problem(severity=severity) for severity in severities]
    assert report.summary(problems) == words
    assert report.text(problems).split("\n")[-1] == words


def caret(text: str) -> str:
    """The part of the quoted line that the caret of a report stands under."""
    _, quoted, under, *_ = text.split("\n")
    start, end = under.index("^"), under.rindex("^") + 1
    return quoted[start:end]


@pytest.mark.parametrize("before", [0, 50, 159, 500, 5_000])
@pytest.mark.parametrize("after", [0, 100, 5_000])
def test_a_long_line_is_cut_around_the_place_so_that_the_caret_stays_under_it(before: int, after: int) -> None:
    quote = "å" * before + "IGÅR" + "ö" * after
    text = report.text([problem(quote=quote, column=before + 1, end=before + 5)])
    assert caret(text) == "IGÅR"
    assert max(map(len, text.split("\n"))) < 250


def test_a_place_longer_than_what_is_shown_is_underlined_as_far_as_it_is_shown() -> None:
    text = report.text([problem(quote="x" * 9_000, column=3, end=9_001)])
    assert set(caret(text)) <= {"x", "…"}
    assert max(map(len, text.split("\n"))) < 400


@pytest.mark.parametrize(("column", "end"), [(1, 1), (5, 5), (12, 12), (13, 40), (1, 900)])
def test_a_place_at_or_after_the_end_of_the_line_has_one_caret_at_least(column: int, end: int) -> None:
    under = report.text([problem(quote="datum: igår", column=column, end=end)]).split("\n")[2]
    assert under.startswith("    | " + " " * (column - 1) + "^")
    assert len(under) < 60


def test_what_a_terminal_would_act_on_is_not_sent_to_it() -> None:
    bad = "a\x1b[2Jb\x07c\rd\ne\u202ef\x9bg\u2028h"
    text = report.text([problem(bad, path=f"decisions/{bad}.md", quote=f"\t{bad}")])
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", text) is None
    assert len(text.split("\n")) == 5


def test_a_no_break_space_in_the_line_is_shown_as_a_space() -> None:
    assert "  7 | 9 500 kr\n" in report.text([problem(quote="9\u00a0500 kr")])


# GitHub.

COMMAND = re.compile(r"::(error|warning) file=([^:,]*),line=(\d+),col=(\d+),endColumn=(\d+),title=([^:,]*)::(.*)")


def test_an_annotation_has_its_file_its_place_its_rule_and_the_advice() -> None:
    assert report.github([problem("skriv ÅÅÅÅ-MM-DD")]) == (
        "::error file=decisions/a.md,line=7,col=8,endColumn=11,title=datum::skriv ÅÅÅÅ-MM-DD"
    )


def test_signs_that_mean_something_in_a_command_are_escaped() -> None:
    line = report.github([problem("50 %, a:b\r\n::error::x", path="a,b:c%25\n.md", rule="x:y,z", severity=WARNING)])
    assert line == (
        "::warning file=a%2Cb%3Ac%2525%0A.md,line=7,col=8,endColumn=11,title=x%3Ay%2Cz::50 %25, a:b%0D%0A::error::x"
    )


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
@settings(STEADY, max_examples=300)
def test_any_text_in_an_annotation_can_be_read_back_and_makes_no_second_command(
    path: str, message: str, rule: str
) -> None:
    match = COMMAND.fullmatch(
        report.github([problem(message, path=path, rule=rule)]).replace("\x85", "x").replace("\u2028", "x")
    )
    assert match
    for written, meant in ((match[2], path), (match[6], rule), (match[7], message)):
        back = (
            written.replace("%2C", ",")
            .replace("%3A", ":")
            .replace("%0A", "\n")
            .replace("%0D", "\r")
            .replace("%25", "%")
        )
        assert back == meant.replace("\x85", "x").replace("\u2028", "x")


RANKED = [
    problem("1", path="b.md"),
    problem("2", path="c.md", severity=WARNING),
    problem("3", path="a.md", severity=WARNING),
    problem("4", path="a.md"),
    problem("5", path="b.md"),
]


def test_errors_come_before_warnings_and_changed_files_before_others() -> None:
    order = [line.rsplit("::", 1)[1] for line in report.github(RANKED, {"a.md"}).split("\n")]
    assert order == ["4", "1", "5", "3", "2"]
    assert re.findall(r"\| (\d) \|$", report.step_summary(RANKED, {"a.md"}), re.MULTILINE) == order


def test_without_changed_files_problems_keep_their_order_within_their_weight() -> None:
    assert [line[-1] for line in report.github(RANKED).split("\n")] == ["1", "4", "5", "2", "3"]


# The summary of a run.


def test_the_summary_is_a_table_of_all_problems() -> None:
    assert report.step_summary([problem("skriv ÅÅÅÅ-MM-DD"), problem("se över", severity=WARNING, rule="radslut")]) == (
        "## Granskning av dokumenten\n\n1 fel och 1 varning.\n\n"
        "| | Fil | Rad | Regel | Vad är fel, och vad ska stå i stället |\n|---|---|---|---|---|\n"
        "| fel | `decisions/a.md` | 7 | datum | skriv ÅÅÅÅ-MM-DD |\n"
        "| varning | `decisions/a.md` | 7 | radslut | se över |\n"
    )


def test_the_summary_links_to_the_rules_pages_where_the_sites_address_is_known() -> None:
    summary = report.step_summary([problem(rule="förslag-som-beslut")], (), "https://arkiv.example/")
    assert "| [förslag-som-beslut](https://arkiv.example/regler/forslag-som-beslut/) |" in summary


def test_the_summary_of_no_problems_says_so() -> None:
    assert report.step_summary([]) == "## Granskning av dokumenten\n\nInga fel.\n"


BREAKING = [
    *(
        "a | b",
        "a\\| b",
        "`a",
        "``",
        "<b>a</b>",
        "<script>x</script>",
        "<!-- a",
        "@ledare",
        "[a](https://evil.se)",
        "![a](b)",
    ),
    *("a\nb", "a\r\n\r\n# b", "**a**", "_a_", "~~a~~", "&lt;b&gt;", "\\", "$x$", "</table>", "https://evil.se"),
]


def cells(table: str) -> list[list[str]]:
    """The rows of the summary's table as GitHub's own Markdown renders them, as text."""
    assert render(table).mentions == ()
    rows = "".join(render(table).pieces)
    return [
        [
            html.unescape(re.sub(r"<[^>]*>", "", cell)).replace("\u200b", "")
            for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
        ]
        for row in rows.split("<tr>")[2:]
    ]


@pytest.mark.parametrize("text", BREAKING)
def test_no_text_can_break_the_table_or_become_anything_but_text(text: str) -> None:
    summary = report.step_summary([problem(text, path=f"decisions/{text}.md"), problem("nästa")])
    rows = cells(summary)
    assert [len(row) for row in rows] == [5, 5]
    assert (rows[0][4], rows[1][4]) == (" ".join(text.split()), "nästa")
    rendered = "".join(render(summary).pieces)
    assert not re.search(r"<(?:b|strong|em|script|img|del|h[4-6])\b", rendered)
    assert "@ledare" not in summary
    assert ">a</a>" not in rendered


@given(st.lists(st.sampled_from([*BREAKING, "|", "`", "\\", " "]), min_size=1, max_size=5).map("".join))
@settings(STEADY, max_examples=300)
def test_texts_together_cannot_break_the_table(text: str) -> None:
    rows = cells(report.step_summary([problem(text), problem("nästa")]))
    assert [len(row) for row in rows] == [5, 5]
    assert rows[1][4] == "nästa"
    if "://" not in text:  # GitHub makes a bare address a link, and shows the escapes within it
        assert rows[0][4] == " ".join(text.split())


# JSON.


def test_json_holds_every_problem_with_its_place() -> None:
    problems = [problem('a "b"\n\u2028'), problem("å", severity=WARNING, quote="")]
    assert json.loads(report.as_json(problems))[0] == {
        "fil": "decisions/a.md",
        "rad": 7,
        "kolumn": 8,
        "slut": 11,
        "allvar": "fel",
        "regel": "datum",
        "meddelande": 'a "b"\n\u2028',
    }
    assert len(report.as_json(problems).split("\n")) == 4
    assert report.as_json([]) == "[]"
