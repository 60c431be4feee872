"""Every rule has an example: its wrong archive breaks that rule and no other, its right one breaks none."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from namndarkivet import workers
from namndarkivet.checks import rules
from namndarkivet.checks.example import Example, Paper, Saved, example
from namndarkivet.checks.rule import Rule
from namndarkivet.trial import tried

FOLDER = files("namndarkivet").joinpath("checks", "examples")
each_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.anchor) for rule in rules()])


def of(rule: Rule[Any]) -> Example:
    """The example of a rule, which it must have."""
    found = example(rule)
    assert found is not None, f"write hooks/namndarkivet/checks/examples/{rule.anchor}.txt"
    return found


@each_rule
def test_the_wrong_example_breaks_its_rule_and_no_other(rule: Rule[Any]) -> None:
    shown = of(rule)
    problems = tried(shown.whole(shown.wrong))
    assert {problem.rule for problem in problems} == {rule.id, *shown.also}
    assert {problem.severity for problem in problems if problem.rule == rule.id} == {rule.severity}


@each_rule
def test_the_right_example_breaks_no_rule(rule: Rule[Any]) -> None:
    shown = of(rule)
    assert tried(shown.whole(shown.right)) == []


def test_no_example_outlives_its_rule() -> None:
    found = {file.name for file in FOLDER.iterdir()}
    assert found == {f"{rule.anchor}.txt" for rule in rules()} | {"_grund.txt"}


def test_what_an_example_has_besides_is_right_by_itself() -> None:
    assert tried(of(rules()[0]).besides) == []


def test_no_example_holds_a_whole_personal_number_and_the_check_masks_those_that_it_writes() -> None:
    rule = next(rule for rule in rules() if rule.id == "personnummer")
    assert "⟨⟩" in FOLDER.joinpath("personnummer.txt").read_text(encoding="utf-8")
    assert ["121212-1212" in problem.quote for problem in tried(of(rule).whole(of(rule).wrong))] == [False]


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (Paper("a.md", "å\n"), [("a.md", "å\n".encode())]),
        (Paper("a.md", "å\n", Saved.LATIN_1), [("a.md", b"\xe5\n")]),
        (Paper("a.md", "å\n", Saved.BOM), [("a.md", b"\xef\xbb\xbf\xc3\xa5\n")]),
        (Paper("a.md", "a\nb\n", Saved.WINDOWS), [("a.md", b"a\r\nb\r\n")]),
        (Paper("a.md", "a⟨U+202E⟩b⟨U+0009⟩"), [("a.md", "a\u202eb\t".encode())]),
        (Paper("a.md", "x\n⟨1–3⟩: ⟨1–3⟩\ny\n"), [("a.md", b"x\n1: 1\n2: 2\n3: 3\ny\n")]),
        (Paper("a-⟨1–2⟩.md", "x\n"), [("a-1.md", b"x\n"), ("a-2.md", b"x\n")]),
        (Paper("a-1⟨⟩2.md", "3⟨⟩4\n"), [("a-12.md", b"34\n")]),
        (Paper("a.md", ""), [("a.md", b"")]),
    ],
)
def test_what_cannot_be_seen_is_written_out_and_becomes_itself_in_the_file(
    paper: Paper, expected: list[tuple[str, bytes]]
) -> None:
    assert list(paper.written()) == expected


def test_an_example_may_bring_its_own_file_instead_of_one_that_is_always_there() -> None:
    own, shared = Paper("kommuner/habo.yml", "egen\n"), Paper("kommuner/habo.yml", "delad\n")
    other = Paper("rekommendationer/skr-2030-7.md", "delad\n")
    assert Example((own,), (own,), (shared, other)).whole((own,)) == (other, own)


def _thousand(_number: int) -> int:
    """How many problems the check tells of a folder with too many files, where the check forks workers of its own."""
    rule = next(rule for rule in rules() if rule.id == "full-mapp")
    return len(tried(of(rule).whole(of(rule).wrong)))


def _in_turn(numbers: Any) -> list[int]:
    return [_thousand(number) for number in numbers]


def test_an_example_of_many_files_can_be_tried_in_a_worker_that_makes_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "CHUNK", 500)
    monkeypatch.setattr(workers, "MANY", 2)
    assert list(workers.in_workers(_in_turn, [1, 2])) == [1, 1]
