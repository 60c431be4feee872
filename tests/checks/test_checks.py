"""Every rule says what is wrong, where, and what to write instead; and it leaves the right neighbour alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from namndarkivet.addresses import slug
from namndarkivet.checks import identity as identity_rules
from namndarkivet.checks import rules
from namndarkivet.problem import Severity

from . import (
    answers,
    attachments,
    chains,
    clauses,
    dates,
    encoding,
    fields,
    front_matter,
    hostile,
    identity,
    links,
    places,
    privacy,
    references,
    status,
    votes,
    withdrawals,
)
from .case import BOARD, DECISION, Case, Files, check, decision, files, of_board

ROOMS = (
    encoding,
    front_matter,
    fields,
    places,
    identity,
    status,
    clauses,
    dates,
    votes,
    references,
    chains,
    links,
    attachments,
    hostile,
    withdrawals,
    answers,
    privacy,
)
CASES = [case for room in ROOMS for case in room.CASES]
each_case = pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{slug(case.rule)}-{number}") for number, case in enumerate(CASES)]
)


@each_case
def test_wrong_document_has_exactly_the_problem_of_its_rule(case: Case, tmp_path: Path) -> None:
    problems = check(tmp_path, files(case.wrong))
    found = [(p.rule, (p.path, p.line, p.column), p.severity) for p in problems]
    assert found == [(case.rule, case.place, case.severity)]
    assert case.says in problems[0].message


@each_case
def test_right_neighbour_has_no_problem(case: Case, tmp_path: Path) -> None:
    assert check(tmp_path, files(case.right)) == []


@pytest.mark.parametrize(("rule", "wrong", "expected"), identity.PAIRS, ids=["id", "former-id"])
def test_two_documents_that_claim_one_id_are_both_told(
    rule: str, wrong: Files, expected: dict[str, tuple[int, int, str]], tmp_path: Path
) -> None:
    problems = check(tmp_path, wrong)
    found = {(p.rule, p.path, p.line, p.column) for p in problems}
    assert found == {(rule, f"decisions/{path}", line, column) for path, (line, column, _) in expected.items()}
    for problem in problems:
        assert expected[problem.path.removeprefix("decisions/")][2] in problem.message


def test_a_folder_with_too_many_files_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The attachments count: GitHub cuts the list of a folder whatever its files are."""
    monkeypatch.setattr(identity_rules, "MAX_FILES", 2)
    folder = "beslut/habo/socialnamnden/2031"
    named = decision(underlag="[{rubrik: Ett, fil: a.pdf}, {rubrik: Två, fil: b.pdf}]")
    problems = check(
        tmp_path, {DECISION: named, f"{folder}/a.pdf": "Text.", f"{folder}/b.pdf": "Text.", BOARD: of_board()}
    )
    assert [(p.rule, p.path, p.line, p.column, p.severity) for p in problems] == [
        ("full-mapp", f"decisions/{DECISION}", 1, 1, Severity.WARNING)
    ]
    assert "mappen har 3 filer och gränsen är 2; dela upp den per år" in problems[0].message


def test_a_folder_at_the_limit_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity_rules, "MAX_FILES", 1)
    assert check(tmp_path, {DECISION: decision(), BOARD: of_board()}) == []


def test_every_rule_has_a_wrong_document() -> None:
    covered = {case.rule for case in CASES} | {rule for rule, *_ in identity.PAIRS} | {"full-mapp"}
    assert covered == {rule.id for rule in rules()}


def test_every_rule_has_an_id_of_its_own_and_a_help_page() -> None:
    ids = [rule.id for rule in rules()]
    assert len(set(ids)) == len(ids)
    assert len({rule.anchor for rule in rules()}) == len(ids)
    assert [rule.id for rule in rules() if not rule.title.endswith(".")] == []
