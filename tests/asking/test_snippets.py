"""Snippets and settings of VS Code: the committed files are what the model gives."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import click
import pytest
from archives import Papers
from click.testing import CliRunner

from namndarkivet.asking.questions import KINDS, Question, questions
from namndarkivet.asking.snippets import snippets
from namndarkivet.cli import main
from namndarkivet.describing import for_editor
from namndarkivet.filing import RECORD_OF, Shelf
from namndarkivet.source import parse

VSCODE = Path(__file__).parents[2] / ".vscode"


def typed(body: list[str]) -> str:
    """What a snippet leaves when each place is passed by, the first of a list being chosen."""
    text = "\n".join(body)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text).replace("$0", "")


@pytest.mark.parametrize("name", sorted(for_editor()))
def test_the_committed_files_are_what_the_model_gives(name: str) -> None:
    assert (VSCODE / name).read_text(encoding="utf-8") == for_editor()[name], (
        "namndarkivet schema --vscode --out .vscode"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_document_has_what_it_must_and_reads_as_front_matter(kind: Shelf) -> None:
    one = json.loads(snippets())[f"Nytt dokument: {kind}"]
    source = parse("", typed(one["body"]).replace("ÅÅÅÅ-MM-DD", "2031-02-12").encode())
    assert source.readable
    assert source.odd == ()
    RECORD_OF[kind].model_validate(source.data)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_that_may_be_added_has_a_snippet_that_reads_as_front_matter(kind: Shelf) -> None:
    bodies = [parse("", f"---\n{typed(s['body'])}\n---\n".encode()).data for s in json.loads(snippets()).values()]
    for one in questions(kind):
        if not one.required:
            assert any(_like(one, data) for data in bodies), one.key


def _like(one: Question, data: Mapping[str, object]) -> bool:
    held = data.get(one.key)
    if held is None or len(data) > 1 or isinstance(held, list) != one.many:
        return False
    entry = held[0] if isinstance(held, list) else held
    return isinstance(entry, dict) == bool(one.parts)


def test_the_settings_point_at_files_that_are_there_and_keep_a_source_as_it_is() -> None:
    settings = json.loads((VSCODE / "settings.json").read_text(encoding="utf-8"))
    for file in settings["yaml.schemas"]:
        assert (VSCODE.parent / file).is_file()
    assert settings["files.encoding"] == "utf8"
    assert settings["files.eol"] == "\n"
    assert settings["[markdown]"]["files.trimTrailingWhitespace"] is False
    assert settings["[markdown]"]["editor.formatOnSave"] is False


def test_the_editors_task_finds_each_problem_at_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    task, new = json.loads((VSCODE / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    papers = Papers(tmp_path)
    papers.decision(datum="2031-02-30")
    papers.decision("beslut/habo/socialnamnden/2031/13-val.md", paragraf="13", status="förslag")
    monkeypatch.setenv("NAMNDARKIVET_DECISIONS", str(tmp_path))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    done = CliRunner().invoke(main, task["args"])
    pattern = task["problemMatcher"]["pattern"]
    found = [match for line in done.stdout.splitlines() if (match := re.fullmatch(pattern["regexp"], line))]
    told = [tuple(m[pattern[part]] for part in ("severity", "code", "line", "column")) for m in found]
    assert told == [("error", "datum", "6", "8"), ("warning", "förslag-utan-mottagare", "5", "9")]
    assert found[0][pattern["file"]].endswith("/12-budget.md")
    assert found[0][pattern["message"]].startswith("«2031-02-30» är inget datum")
    assert new["args"][0] in main.list_commands(click.Context(main))


def test_nothing_is_both_recommended_and_unwanted() -> None:
    told = json.loads((VSCODE / "extensions.json").read_text(encoding="utf-8"))
    assert told["recommendations"]
    assert set(told["recommendations"]).isdisjoint(told["unwantedRecommendations"])
