"""What the change under check touches, in real repositories: new rules stop what it touches and only warn of the rest."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from archives import Papers
from click.testing import CliRunner

from namndarkivet.checks import age
from namndarkivet.cli import main
from namndarkivet.touched import touched

FOLDER = "beslut/habo/socialnamnden/2031"
OLD, NEW = f"{FOLDER}/12-budget.md", f"{FOLDER}/13-budget.md"


def git(where: Path, *arguments: str) -> None:
    """Run git in a folder, as nobody in particular."""
    who = ("-c", "user.name=Exempel", "-c", "user.email=exempel@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=where, check=True, capture_output=True)


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Papers:
    """An archive in a repository of its own, which the commands are run in, with one old document that breaks a late rule."""
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.delenv("NAMNDARKIVET_DECISIONS", raising=False)
    monkeypatch.setattr(age, "late_rules", lambda: frozenset({"datumordning"}))
    monkeypatch.chdir(tmp_path)
    made = Papers(tmp_path / "decisions")
    made.decision(OLD, justerad="2031-02-11")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Arkivet")
    return made


def check(*arguments: str) -> tuple[int, list[tuple[str, str]]]:
    """What the check ends with, and what it says: file name and weight."""
    done = CliRunner().invoke(main, ["check", "--format", "json", *arguments])
    return done.exit_code, [(row["fil"].rsplit("/", 1)[-1], row["allvar"]) for row in json.loads(done.stdout)]


def test_an_old_document_is_only_warned_of(papers: Papers) -> None:
    assert papers.root.is_dir()
    assert check() == (0, [("12-budget.md", "varning")])


def test_a_new_document_that_is_not_committed_is_an_error(papers: Papers) -> None:
    papers.decision(NEW, paragraf="13", justerad="2031-02-11")
    assert check() == (1, [("12-budget.md", "varning"), ("13-budget.md", "fel")])


def test_a_document_that_is_edited_is_an_error_whether_it_is_staged_or_not(papers: Papers) -> None:
    papers.decision(OLD, justerad="2031-02-10")
    assert check() == (1, [("12-budget.md", "fel")])
    git(papers.root, "add", ".")
    assert check() == (1, [("12-budget.md", "fel")])


def test_a_document_that_is_moved_is_an_error_under_its_new_name(papers: Papers) -> None:
    git(papers.root, "mv", OLD, f"{FOLDER}/12-arsbudget.md")
    assert check() == (1, [("12-arsbudget.md", "fel")])


def test_a_document_that_is_named_is_an_error_and_a_folder_that_is_named_is_not(papers: Papers) -> None:
    assert check(f"decisions/{OLD}") == (1, [("12-budget.md", "fel")])
    assert check(f"decisions/{FOLDER}") == (0, [("12-budget.md", "varning")])
    assert papers.root.is_dir()


def test_a_pull_request_is_stopped_by_what_it_touches_and_not_by_the_rest(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers.decision(NEW, paragraf="13", justerad="2031-02-11")
    git(papers.root, "add", ".")
    git(papers.root, "commit", "-qm", "Ett beslut till")
    assert check() == (0, [("12-budget.md", "varning"), ("13-budget.md", "varning")])
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    assert check() == (1, [("12-budget.md", "varning"), ("13-budget.md", "fel")])


def test_where_git_cannot_tell_what_a_pull_request_changes_nothing_is_spared(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clone of one commit only: the first parent is not there."""
    assert papers.root.is_dir()
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    assert check() == (1, [("12-budget.md", "fel")])


def test_without_a_repository_only_what_is_named_is_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    file = tmp_path / "a.md"
    file.write_text("", encoding="utf-8")
    ask = touched([file], tmp_path)
    assert (ask(str(file)), ask(str(tmp_path / "b.md"))) == (True, False)
