"""From an issue's text to drafts and a text about them: what comes of minutes, and what hostile text cannot do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from archives import Papers
from click.testing import CliRunner
from importers.paper import as_pdf, as_text

from namndarkivet.cli import main
from namndarkivet.intake import command
from namndarkivet.intake.command import receive
from namndarkivet.markup import render
from namndarkivet.source import read

from .sent import HOSTILE, MINUTES, issue, tree
from .test_attachments import ATTACHED, Net

TWO = {
    "beslut/habo/socialnamnden/2031/12-riktlinjer-for-exempelbidrag.md",
    "beslut/habo/socialnamnden/2031/13-budget-for-pahittade-andamal.md",
}


@pytest.fixture(autouse=True)
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Papers:
    """An archive that knows Habo; and a folder to stand in, where anything that is run would leave its marks."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("NAMNDARKIVET_DECISIONS", str(tmp_path / "decisions"))
    return Papers(tmp_path / "decisions")


def run(data: bytes, tmp_path: Path) -> tuple[str, str, dict[str, str]]:
    """The command on an issue's text: what it prints, the text about the drafts, and the drafts."""
    file = tmp_path / "arende.md"
    file.write_bytes(data)
    out, told = tmp_path / "in" / "utkast", tmp_path / "in" / "brev.md"
    done = CliRunner().invoke(
        main, ["intake", str(file), "--issue", "12", "--out", str(out), "--letter", str(told)], catch_exceptions=False
    )
    assert done.exit_code == 0, done.output
    assert {path.name for path in (tmp_path / "here").iterdir()} == set()
    return done.output, told.read_text(encoding="utf-8"), tree(out)


def test_pasted_minutes_become_drafts_and_a_text_that_says_what_to_check(tmp_path: Path) -> None:
    told, letter, drafts = run(issue(source="https://habo.example/p.pdf"), tmp_path)
    assert told == "3\N{NO-BREAK SPACE}utkast.\n"  # with the meeting's
    assert set(drafts) >= TWO
    text = drafts["beslut/habo/socialnamnden/2031/12-riktlinjer-for-exempelbidrag.md"]
    assert 'url: "https://habo.example/p.pdf"' in text
    assert "fil: arende-12.txt" in text.replace('"', "")
    assert "1. Riktlinjerna antas." in text
    assert "Closes #12" in letter
    for path in TWO:
        assert f"`decisions/{path}`" in letter
    assert "Approve workflows to run" in letter


def test_a_text_that_does_not_say_its_year_is_a_draft_that_says_where_it_belongs(tmp_path: Path) -> None:
    _, letter, drafts = run(issue(text=MINUTES.replace("Protokoll 2031-02-12", "Protokoll")), tmp_path)
    assert len(drafts) == 2
    assert all(path.startswith("ofullstandiga/arende-12-") for path in drafts)
    assert letter.count("  - saknas: datum\n  - texten säger inte vilket år det är") == 2


def test_an_attached_file_becomes_drafts(tmp_path: Path) -> None:
    net = Net({ATTACHED: (200, "", as_pdf())})
    count, letter = receive(issue(attached=f"[p]({ATTACHED})", text=""), 3, "a/b", tmp_path / "out", net.connect)
    assert count == len(tree(tmp_path / "out")) > 3
    assert "ur `protokoll.pdf`" in letter


def test_a_file_that_cannot_be_had_stops_none_of_the_others(tmp_path: Path) -> None:
    other = ATTACHED.replace("123", "124")
    net = Net({ATTACHED: (404, "", b""), other: (200, "", as_text())})
    count, letter = receive(issue(attached=f"{ATTACHED} {other}", text=""), 3, "a/b", tmp_path / "out", net.connect)
    assert count > 3
    assert "`protokoll.pdf` gick inte att hämta (GitHub svarade 404)" in letter


def test_what_the_archive_has_already_is_told_and_not_made_again(tmp_path: Path, papers: Papers) -> None:
    there = papers.decision()
    before = there.read_bytes()
    _, letter, drafts = run(issue(), tmp_path)
    assert {path for path in drafts if "/12-" in path} == set()
    assert "`beslut/habo/socialnamnden/2031/12-budget.md` finns redan i arkivet" in letter
    assert there.read_bytes() == before


def test_a_paragraph_whose_number_begins_alike_does_not_stand_in_the_way(tmp_path: Path, papers: Papers) -> None:
    papers.decision("beslut/habo/socialnamnden/2031/12-a-annat.md", paragraf="12 a")
    _, letter, drafts = run(issue(), tmp_path)
    assert [path for path in drafts if "/12-" in path]
    assert "12-a-annat" not in letter


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (issue(kind="Något annat"), "läggs in för hand"),
        (issue(text=""), "varken text eller en bifogad fil"),
        (issue(text="Hej!"), "innehåller ingen paragraf"),
        (issue(text="", attached="https://evil.invalid/a.pdf"), "varken text eller en bifogad fil"),
        (issue(municipality="Ingenstans"), "finns inte"),
        (b"", "inte gjort med formuläret"),
        (issue(text=MINUTES + "x" * 1_000_000), "för lång"),
    ],
)
def test_where_no_draft_can_be_made_the_text_says_why(data: bytes, why: str, tmp_path: Path) -> None:
    told, letter, drafts = run(data, tmp_path)
    assert (told, drafts) == ("0\N{NO-BREAK SPACE}utkast.\n", {})
    assert why in letter
    assert "Closes" not in letter


def test_too_many_paragraphs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "MOST", 1)
    _, letter, drafts = run(issue(), tmp_path)
    assert drafts == {}
    assert "för många paragrafer; högst 1 " in letter


def test_the_bound_is_for_all_files_of_an_issue_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "MOST", 5)
    other = MINUTES.replace("2031-02-12", "2031-03-12").replace("§ 12", "§ 22").replace("§ 13", "§ 23")
    net = Net({ATTACHED: (200, "", other.encode())})
    count, letter = receive(issue(attached=ATTACHED), 3, "a/b", tmp_path / "out", net.connect)
    assert count == 3
    assert "`protokoll.pdf` har för många paragrafer; högst 5 tas emot i ett ärende" in letter


def test_a_personal_number_is_in_no_draft_and_masked_in_the_text(tmp_path: Path) -> None:
    number = "19121212-1212"  # the tax agency's own example
    told, letter, drafts = run(
        issue(text=MINUTES.replace("1. Riktlinjerna antas.", f"Bidrag till {number}.")), tmp_path
    )
    assert "1212-1212" not in told + letter + "".join(drafts.values())
    assert "121212-****" in letter
    assert "ta bort det som skickades in" in letter
    assert {path for path in drafts if "/12-" in path} == set()


# Hostile text.


def hostile(**given: Any) -> bytes:
    """Minutes with hostile text as a § title, in a decision and around them."""
    title = HOSTILE.split("\n", 1)[0]
    text = MINUTES.replace("Riktlinjer för exempelbidrag", f"Riktlinjer {title}").replace(
        "1. Riktlinjerna antas.", HOSTILE
    )
    return issue(text=f"{text}\n{HOSTILE}", **given)


def test_hostile_text_is_text_in_the_draft_and_never_printed(tmp_path: Path) -> None:
    told, _, drafts = run(hostile(attached=HOSTILE), tmp_path)
    assert re.fullmatch(r"\d+\N{NO-BREAK SPACE}utkast\.\n", told)
    assert len(drafts) >= 2
    body = "".join(drafts.values())
    assert "$(touch bränd)" in body
    assert "${{ github.token }}" in body
    for path in drafts:
        assert re.fullmatch(r"beslut/habo/socialnamnden/2031/[a-z0-9-]+\.md", path)
        source = read(tmp_path / "in" / "utkast" / path)
        assert source.readable, source.odd
        assert source.data["kommun" if "paragraf" in source.data else "organ"] in {"Habo", "Socialnämnden"}


def test_hostile_text_is_text_in_the_pull_request(tmp_path: Path) -> None:
    _, letter, _ = run(hostile(), tmp_path)
    shown = "".join(render(letter).pieces)
    outside = re.sub(r"<code>.*?</code>", "", shown, flags=re.DOTALL)
    for mark in ("@namndarkivet", "evil.invalid", "GH-2", "<script", "touch", "::", "${{", "javascript"):
        assert mark not in outside
    assert re.findall(r"#\d+", outside) == ["#12", "#12"]
    assert "\x1b" not in letter
    assert "\u202e" not in letter


def test_a_megabyte_of_hostile_text_becomes_one_sentence(tmp_path: Path) -> None:
    told, letter, drafts = run(issue(text=HOSTILE * (1_000_000 // len(HOSTILE.encode()))), tmp_path)
    assert (told, drafts) == ("0\N{NO-BREAK SPACE}utkast.\n", {})
    assert "touch" not in letter


def test_many_paragraphs_in_little_text_stay_within_bounds(tmp_path: Path) -> None:
    text = "Habo kommun\nSocialnämnden\nProtokoll 2031-02-12\n\n" + "".join(
        f"§ {number}   Dnr SN 2031/{number}\nSak {number}\n\nBeslut\nNämnden godkänner.\n\n" for number in range(1, 400)
    )
    _, letter, drafts = run(issue(text=text), tmp_path)
    assert drafts == {}
    assert "för många paragrafer" in letter


def test_the_command_is_no_part_of_the_ordinary_help() -> None:
    assert "intake" not in CliRunner().invoke(main, ["--help"]).output
