"""What the form asks of Python, tried here: the same drafts and the same complaints as the commands give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from archives import BODY, Papers, written
from click.testing import CliRunner
from importers.paper import FORMATS, as_text

from namndarkivet.adding import browser
from namndarkivet.archive import open_archive
from namndarkivet.checks import rules
from namndarkivet.checks.example import Saved, example
from namndarkivet.checks.rule import ArchiveRule, Rule
from namndarkivet.cli import main
from namndarkivet.report import whole_message

OF_ARCHIVE = {rule.id for rule in rules() if isinstance(rule, ArchiveRule)}
DOCUMENT = "beslut/habo/socialnamnden/2031/12-budget.md"
FRONT = {
    "rubrik": "Budget",
    "kommun": "Habo",
    "organ": "Socialnämnden",
    "status": "beslutat",
    "datum": "2031-02-12",
    "paragraf": "12",
    "källa": {"titel": "Protokoll"},
}


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Papers:
    """A documents folder that knows Habo and one recommendation."""
    found = Papers(tmp_path / "decisions")
    found.recommendation(nummer="31:7")
    monkeypatch.setenv("NAMNDARKIVET_DECISIONS", str(found.root))
    return found


def read(papers: Papers, data: bytes, name: str = "protokoll.txt", **said: str) -> Any:
    """What the form is told of a file."""
    municipality, body, url = (said.get(key) for key in ("municipality", "body", "url"))
    return json.loads(browser.drafts_of(data, name, municipality, body, url, str(papers.root)))


def examined(papers: Papers, text: str, path: str = DOCUMENT) -> list[dict[str, Any]]:
    """What the form is told of a document."""
    found: list[dict[str, Any]] = json.loads(browser.examined(path, text, str(papers.root)))
    return found


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_gives_the_drafts_that_the_command_writes(kind: str, papers: Papers, tmp_path: Path) -> None:
    file = tmp_path / f"protokoll.{kind}"
    file.write_bytes(FORMATS[kind]())
    done = CliRunner().invoke(main, ["import", str(file), "--out", str(tmp_path / "ut")])
    assert done.exit_code == 0, done.output
    by_command = {
        path.relative_to(tmp_path / "ut").as_posix(): path.read_text(encoding="utf-8")
        for path in (tmp_path / "ut").rglob("*.md")
    }
    told = read(papers, file.read_bytes(), file.name)
    assert {draft["path"]: draft["text"] for draft in told["drafts"]} == by_command
    assert (told["file"], told["paragraphs"], told["said"], len(by_command)) == (file.name, 4, 4, 5)


def test_what_the_form_says_of_a_file_is_what_the_options_say(papers: Papers, tmp_path: Path) -> None:
    file = tmp_path / "protokoll.txt"
    file.write_bytes(as_text())
    options = ["--kommun", "Håbo", "--organ", "Byggnämnden"]
    CliRunner().invoke(main, ["import", str(file), "--out", str(tmp_path / "ut"), *options])
    told = read(papers, file.read_bytes(), municipality="Håbo", body="Byggnämnden")
    drafts = {draft["path"]: draft["text"] for draft in told["drafts"]}
    assert drafts == {
        path.relative_to(tmp_path / "ut").as_posix(): path.read_text(encoding="utf-8")
        for path in (tmp_path / "ut").rglob("*.md")
    }
    assert told["drafts"][0]["doubts"]["kommun"] == "filen säger Habo"


def test_a_body_that_numbers_by_meeting_has_it_in_its_paths(papers: Papers) -> None:
    told = read(papers, as_text(), body="Byggnämnden")
    assert [draft["stem"] for draft in told["drafts"]][:2] == ["02-12-12", "02-12-13"]


def test_a_draft_comes_apart_into_values_text_and_doubts(papers: Papers) -> None:
    told = read(papers, as_text(), url="https://exempel.invalid/protokoll.pdf")
    first, second, *_, meeting = told["drafts"]
    assert first["values"]["expedieras"] == ["Ekonomienheten", "Föreningarna"]
    assert first["values"]["paragraf"] == "12"
    assert first["values"]["källa"]["url"] == "https://exempel.invalid/protokoll.pdf"
    assert first["body"].startswith("## Beslut")
    assert (first["kind"], meeting["kind"], meeting["number"]) == ("beslut", "sammanträde", "")
    assert second["doubts"]["yrkanden"] == "är alla yrkanden med, och rätt återgivna?"
    assert set(second["doubts"]) >= {"yrkanden", "omröstningar", "svar"}
    assert "svar" not in second["values"]  # it is suggested in a comment alone
    assert "rekommendationer/skr-2030-7" in second["doubts"]["svar"]


def test_a_paragraph_with_a_personal_number_is_told_of_and_masked(papers: Papers) -> None:
    number = "19121212-1212"  # the tax agency's own example of a number
    text = as_text().decode().replace("Underlag saknas.", f"Ansökan från {number}.").encode()
    told = read(papers, text)
    ((paragraph, masked),) = told["withheld"]
    assert paragraph == "14"
    assert masked
    assert "14" not in {draft["number"] for draft in told["drafts"]}
    assert number not in json.dumps(told)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b" \n", "är tom"),
        (b"PK\x03\x04 trasig", "skadad"),
        (b"%PDF-1.4 trasig", "."),
        ("Hej på dig".encode(), "innehåller ingen paragraf (§); är det ett protokoll?"),
        (b"\x89PNG\r\n", "filen är en bild"),
    ],
)
def test_a_file_that_cannot_be_read_gives_the_sentence_of_the_command(
    data: bytes, words: str, papers: Papers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.bin").write_bytes(data)
    done = CliRunner().invoke(main, ["import", "x.bin"])
    told = read(papers, data, "x.bin")
    assert told == {"fel": done.stderr.strip()}
    assert words in told["fel"]


def test_a_municipality_that_does_not_exist_is_told_of(papers: Papers) -> None:
    assert read(papers, as_text(), municipality="Ankeborg")["fel"].startswith("protokoll.txt: det finns ingen kommun")


def test_a_name_with_folders_or_signs_that_are_no_text_is_only_a_name(papers: Papers) -> None:
    told = read(papers, as_text(), "mapp/<b>\ud800.txt")
    assert told["file"] == "<b>?.txt"


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.anchor) for rule in rules()])
def test_a_document_is_told_what_the_check_tells_of_it(rule: Rule[Any], tmp_path: Path) -> None:
    found = example(rule)
    assert found
    papers = [paper for paper in found.whole(found.wrong) if paper.saved is not Saved.LINK]
    files = {path: content for paper in papers for path, content in paper.written()}
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    _, problems = open_archive(tmp_path, shown="decisions", bodies=False, touched=lambda _path: True)
    documents = {
        path: content for path, content in files.items() if path.endswith((".md", ".yml")) and _is_text(content)
    }
    for path, content in list(documents.items())[-3:]:
        by_check = [
            (one.line, one.column, one.severity.value, one.rule, whole_message(one))
            for one in problems
            if one.path == f"decisions/{path}" and one.rule not in OF_ARCHIVE
        ]
        told = json.loads(browser.examined(path, content.decode("utf-8"), str(tmp_path)))
        assert [
            tuple(one[key] for key in ("line", "column", "severity", "rule", "message")) for one in told
        ] == by_check


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_a_right_document_has_nothing_to_be_told(papers: Papers) -> None:
    assert examined(papers, written(FRONT)) == []


@pytest.mark.parametrize(
    ("front", "body", "key", "rule"),
    [
        (FRONT | {"datum": "2031-02-30"}, BODY, "datum", "datum"),
        ({key: value for key, value in FRONT.items() if key != "kommun"}, BODY, "kommun", "saknad-uppgift"),
        (FRONT | {"källa": {"fil": "protokoll.pdf"}}, BODY, "källa", "saknad-uppgift"),
        (FRONT | {"diarienumer": "SN 1"}, BODY, "diarienumer", "okänd-uppgift"),
        (FRONT | {"status": "antaget"}, BODY, "status", "okänt-värde"),
        (FRONT, BODY + "\n<script>\n", None, "html-i-text"),
    ],
)
def test_a_problem_names_the_key_that_it_is_about(
    front: dict[str, Any], body: str, key: str | None, rule: str | None, papers: Papers
) -> None:
    told = examined(papers, written(front, body))
    assert [one["key"] for one in told if rule in {None, one["rule"]}] == [key]
    assert all(one["page"].startswith("regler/") for one in told)


def test_a_text_that_is_too_large_or_no_document_is_told_of(papers: Papers) -> None:
    assert [one["rule"] for one in examined(papers, "a" * 2_000_001)] == ["för-stor-fil"]
    assert [one["rule"] for one in examined(papers, "")] == ["tom-fil"]
    assert [one["rule"] for one in examined(papers, "Bara text.\n")] == ["saknar-huvud"]


def test_a_document_that_was_taken_down_needs_no_html(papers: Papers) -> None:
    gone = {"datum": "2031-03-01", "skäl": "publicerad av misstag"}
    assert [one["severity"] for one in examined(papers, written(FRONT | {"tillbakadragen": gone}, ""))] == []
