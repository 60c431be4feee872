"""A rule that is younger than a document does not stop it; the documents that a change touches it does."""

from __future__ import annotations

from datetime import date

import pytest

from namndarkivet.checks import age, rules
from namndarkivet.checks.age import eased, late_rules
from namndarkivet.checks.rule import FIRST, document_rule
from namndarkivet.model import Decision
from namndarkivet.problem import Problem, Severity

OLD, NEW = "decisions/gammal.md", "decisions/ny.md"


def problem(rule: str, path: str = OLD, severity: Severity = Severity.ERROR) -> Problem:
    """A problem of a rule in a file."""
    return Problem(path, 1, 1, 2, severity, rule, "…")


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule `datum` as if it had been added when there were documents."""
    monkeypatch.setattr(age, "late_rules", lambda: frozenset({"datum"}))


@pytest.mark.usefixtures("late")
def test_an_error_of_a_late_rule_is_a_warning_where_the_change_does_not_touch_the_file() -> None:
    told = eased([problem("datum", OLD), problem("datum", NEW)], lambda path: path == NEW)
    assert [(p.path, p.severity) for p in told] == [(OLD, Severity.WARNING), (NEW, Severity.ERROR)]


@pytest.mark.usefixtures("late")
def test_a_build_takes_every_file_as_there_before() -> None:
    assert eased([problem("datum", NEW)]) == [problem("datum", NEW, Severity.WARNING)]


@pytest.mark.usefixtures("late")
def test_what_a_change_touches_is_asked_only_about_errors_of_late_rules() -> None:
    def asked(path: str) -> bool:
        raise AssertionError(path)

    others = [problem("tal"), problem("datum", severity=Severity.WARNING)]
    assert eased(others, asked) == others


def test_a_rule_of_the_first_version_is_an_error_in_every_document() -> None:
    assert eased([problem("datum"), problem("utf-8")]) == [problem("datum"), problem("utf-8")]


def test_a_personal_number_is_an_error_in_old_documents_too() -> None:
    found = {rule.id: rule for rule in rules()}["personnummer"]
    assert (found.late, found.everywhere, found.id in late_rules()) == (True, True, False)
    assert eased([problem("personnummer")]) == [problem("personnummer")]


def test_no_rule_is_older_than_the_archive_and_each_late_error_spares_what_was_there() -> None:
    assert [rule.id for rule in rules() if rule.since < FIRST] == []
    assert late_rules() == {rule.id for rule in rules() if rule.since > FIRST and not rule.everywhere}


def test_the_day_is_given_where_a_rule_is_made() -> None:
    rule = document_rule("påhittad", Decision, since=date(2031, 1, 1))(lambda _reading: iter(()))
    assert (rule.since, rule.late, rule.everywhere, rule.severity) == (date(2031, 1, 1), True, False, Severity.ERROR)
    assert not document_rule("påhittad", Decision, given=("svar",))(lambda _reading: iter(())).late
