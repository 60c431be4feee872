"""The command: what it writes, what it leaves alone, and what it says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from archives import Papers
from click.testing import CliRunner, Result

from namndarkivet.cli import main

from .paper import COMMON, EXPECTED, FORMATS, MEETING, as_pdf, as_text


def run(*arguments: str | Path) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(main, ["import", *map(str, arguments)])


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented minutes as a file beside an archive that knows Habo."""
    Papers(tmp_path / "decisions")
    monkeypatch.setenv("NAMNDARKIVET_DECISIONS", str(tmp_path / "decisions"))
    path = tmp_path / "protokoll.txt"
    path.write_bytes(as_text())
    return path


def test_json_has_an_object_for_each_paragraph_and_one_for_the_meeting(file: Path) -> None:
    done = run(file, "--format", "json")
    *paragraphs, meeting = json.loads(done.stdout)
    assert paragraphs == [{"file": file.name} | COMMON | expected for expected in EXPECTED]
    assert meeting == {"file": file.name} | MEETING
    assert (done.exit_code, done.stderr) == (0, "")


def test_drafts_are_written_once_and_again_changes_nothing(file: Path, tmp_path: Path) -> None:
    first = run(file)
    assert first.exit_code == 0, first.output
    assert "5 skrivna." in first.stdout
    written = {path: path.read_bytes() for path in (tmp_path / "decisions").rglob("*.md")}
    assert len(written) == 5
    again = run(file)
    assert "5 fanns redan, oförändrade." in again.stdout
    assert "sammanträdet finns redan i arkivet (5\N{NO-BREAK SPACE}filer)" in again.stdout
    assert {path: path.read_bytes() for path in (tmp_path / "decisions").rglob("*.md")} == written


def test_what_differs_is_shown_and_left_alone_unless_it_is_to_be_replaced(file: Path, tmp_path: Path) -> None:
    run(file)
    (draft,) = (tmp_path / "decisions").rglob("14-*.md")
    ours = draft.read_text(encoding="utf-8")
    edited = ours.replace("återremitterat", "bordlagt")
    draft.write_text(edited, encoding="utf-8")
    done = run(file)
    assert "skiljer sig beslut/habo/socialnamnden/2031/14-ansokan-om-exempelmedel.md" in done.stdout
    assert "-status: bordlagt" in done.stdout
    assert "+status: återremitterat" in done.stdout
    assert draft.read_text(encoding="utf-8") == edited
    assert "1 ersatta" in run(file, "--replace").stdout
    assert draft.read_text(encoding="utf-8") == ours


def test_a_draft_whose_title_was_mended_is_met_by_its_number(file: Path, tmp_path: Path) -> None:
    run(file)
    (draft,) = (tmp_path / "decisions").rglob("14-*.md")
    draft.rename(draft.with_name("14-annan-rubrik.md"))
    run(file)
    assert [path.name for path in (tmp_path / "decisions").rglob("14-*.md")] == ["14-annan-rubrik.md"]


def test_marks_that_the_author_took_away_are_no_difference(file: Path, tmp_path: Path) -> None:
    run(file)
    (draft,) = (tmp_path / "decisions").rglob("13-*.md")
    bare = "\n".join(line.split("  # kontrollera")[0] for line in draft.read_text(encoding="utf-8").split("\n"))
    draft.write_text(bare, encoding="utf-8")
    assert "5 fanns redan, oförändrade." in run(file).stdout


def test_a_bad_file_is_named_with_one_sentence_and_the_good_ones_are_imported(file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "trasig.pdf"
    broken.write_bytes(as_pdf()[:300])
    letter = tmp_path / "brev.txt"
    letter.write_text("Hej!\n\nVänliga hälsningar", encoding="utf-8")
    done = run(broken, file, tmp_path, tmp_path / "ingen.pdf", letter)
    assert done.exit_code == 1
    assert "5 skrivna." in done.stdout
    assert done.stderr.splitlines() == [
        f"{broken}: PDF-filen är skadad och går inte att läsa; hämta den på nytt.",
        f"{tmp_path}: är en mapp; ange filerna i den, till exempel mappen/*.pdf.",
        f"{tmp_path / 'ingen.pdf'}: finns inte.",
        f"{letter}: innehåller ingen paragraf (§); är det ett protokoll?",
    ]


def test_explain_shows_each_stage_and_writes_nothing(file: Path, tmp_path: Path) -> None:
    done = run(file, "--explain")
    for stage in (
        "1. Rader: ",
        "2. Sidhuvud och sidfot",
        "3. Framsida: ",
        "4. Paragrafer: 4",
        "status: återremitterat",
    ):
        assert stage in done.stdout
    assert list((tmp_path / "decisions").rglob("1*.md")) == []


def test_an_unknown_municipality_is_asked_about(file: Path) -> None:
    done = run(file, "--kommun", "Haboo")
    assert done.exit_code == 2
    assert "det finns ingen kommun Haboo; menade du «Habo»?" in done.stderr


@pytest.mark.parametrize("ending", FORMATS)
def test_each_format_becomes_the_same_drafts(ending: str, file: Path, tmp_path: Path) -> None:
    other = tmp_path / f"protokoll.{ending}"
    other.write_bytes(FORMATS[ending]())
    run(other, "--out", tmp_path / "ut")
    assert sorted(path.name for path in (tmp_path / "ut").rglob("*.md")) == [
        "12-riktlinjer-for-exempelbidrag.md",
        "13-svar-pa-rekommendation-om-pahittad-samverkan.md",
        "14-ansokan-om-exempelmedel.md",
        "15-meddelanden.md",
        "2031-02-12-sammantrade.md",
    ]
    assert file.exists()


def test_a_file_that_a_document_was_made_from_is_met_wherever_that_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "utdrag.txt"
    file.write_text("§ 12\nVal\n\nBeslut\nVal hålls.", encoding="utf-8")
    papers = Papers(tmp_path / "decisions")
    monkeypatch.setenv("NAMNDARKIVET_DECISIONS", str(papers.root))
    sha = hashlib.sha256(file.read_bytes()).hexdigest()
    papers.decision(källa={"titel": "Utdrag", "sha256": sha})
    done = run(file)
    assert "skiljer sig beslut/habo/socialnamnden/2031/12-budget.md" in done.stdout
    assert not (papers.root / "ofullstandiga").exists()


def test_a_folder_that_cannot_be_written_is_told_and_the_code_says_so(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    out.mkdir()
    (out / "beslut").write_text("en fil i vägen", encoding="utf-8")
    done = run(file, "--out", out)
    assert (done.exit_code, "gick inte att skriva" in done.stdout, "klarar" in done.stdout) == (1, True, False)


def test_json_has_the_municipality_and_body_that_are_given(file: Path) -> None:
    first, *_ = json.loads(run(file, "--format", "json", "--kommun", "Håbo", "--organ", "Barnnämnden").stdout)
    assert (first["kommun"], first["organ"]) == ("Håbo", "Barnnämnden")
