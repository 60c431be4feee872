"""`namndarkivet schema`: on the screen or into files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from namndarkivet.asking.schema import schemas
from namndarkivet.asking.snippets import snippets
from namndarkivet.cli import main


def schema(*arguments: str) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(main, ["schema", *arguments])


def test_all_schemas_are_shown_as_one_json() -> None:
    done = schema()
    assert (done.exit_code, json.loads(done.stdout)) == (0, schemas())


def test_each_schema_is_written_into_a_file_and_again_gives_the_same_bytes(tmp_path: Path) -> None:
    out = tmp_path / "schema"
    done = schema("--out", str(out))
    assert done.stdout.splitlines() == [f"Skrev {out / name}" for name in schemas()]
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    assert {name: json.loads(data) for name, data in first.items()} == schemas()
    schema("--out", str(out))
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first


def test_what_the_editor_needs_is_written_beside_its_settings(tmp_path: Path) -> None:
    assert schema("--vscode", "--out", str(tmp_path)).exit_code == 0
    assert (tmp_path / "markdown.code-snippets").read_text(encoding="utf-8") == snippets()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["markdown.code-snippets", "register.schema.json"]


def test_a_folder_that_cannot_be_written_in_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    done = schema("--out", str(tmp_path / "fil" / "under"))
    assert (done.exit_code, "gick inte att skriva" in done.stderr) == (2, True)


@pytest.mark.parametrize("name", ["new", "schema"])
def test_the_command_is_among_those_of_the_program(name: str) -> None:
    assert f"\n  {name} " in CliRunner().invoke(main, ["--help"]).stdout
