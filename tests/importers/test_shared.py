"""The labelled minutes and the 3,214 paragraphs that lie beside the repository: skipped where they are not."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from namndarkivet.cli import main
from namndarkivet.importers.files import reader_of
from namndarkivet.importers.minutes import read_minutes

SHARED = Path(__file__).parents[3] / "shared"
PROTOCOLS, CORPUS = SHARED / "protocols", SHARED / "corpus" / "goteborg.jsonl.gz"


@pytest.mark.skipif(not PROTOCOLS.is_dir(), reason="den märkta samlingen ../shared/protocols finns inte här")
def test_the_labelled_minutes_are_read_and_nothing_is_invented(tmp_path: Path) -> None:
    for file in sorted((PROTOCOLS / "files").iterdir()):
        done = CliRunner().invoke(main, ["import", str(file), "--format", "json"])
        if done.exit_code == 0:
            (tmp_path / f"{file.name}.json").write_text(done.stdout, encoding="utf-8")
    command: list[str | Path] = [sys.executable, PROTOCOLS / "score.py", PROTOCOLS / "gold.jsonl", tmp_path, "--json"]
    score: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert (score["påhittade_paragrafer"], score["påhittade_värden"]) == (0, 0)
    assert score["täckning"] >= 0.97
    assert score["fält"]["status"]["rätt"] >= 0.95
    assert score["totalt"] >= 95
    assert {file: points for file, points in score["per_fil"].items() if points < 95} == {}


@pytest.mark.skipif(not CORPUS.is_file(), reason="samlingen ../shared/corpus finns inte här")
def test_every_paragraph_of_the_corpus_goes_through_as_one(tmp_path: Path) -> None:  # noqa: ARG001 - strict about skips
    wrong = []
    lines = gzip.decompress(CORPUS.read_bytes()).decode().splitlines()
    for number, line in enumerate(lines):
        row = json.loads(line)
        data = row["text"].encode()
        found = [item.paragraph.number for item in read_minutes(reader_of(data)(data)).items]
        if found != [row["paragraf"]]:
            wrong.append((number, row["paragraf"], found))
    assert wrong == []
