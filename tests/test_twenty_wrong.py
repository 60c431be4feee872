"""A folder of wrong documents, each wrong in another way: one run of the command tells what is wrong in every one."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from checks.case import BODY, decision, register

REPOSITORY = Path(__file__).parent.parent
FOLDER = "beslut/habo/socialnamnden/2031"


class Wrong(NamedTuple):
    """One wrong document: the rule that says so, on which line, and what the file holds (a path: a link to it)."""

    rule: str
    line: int
    content: str | bytes | Path


def _nested(opening: str, closing: str, depth: int) -> str:
    return decision(rubrik=opening * depth + "x" + closing * depth)


def _body(text: str) -> str:
    """A decision with one more paragraph, on line 14."""
    return decision(f"{BODY}\n{text}\n")


_LAUGHS = "\n" + "\n".join(f"  - &a{n} [{', '.join([f'*a{n - 1}'] * 9 if n else ['ha'] * 9)}]" for n in range(9))
_VOTES = "\n  - ja: 7\n    röster: [{namn: Exempel Exempelsson, röst: ja}]"
_ANSWER = "[{rekommendation: skr-2030-7, ställning: antar, kostnad: {belopp: %s}}]"

# By the names of the files; `%` stands for the number of the §, which is that of the name.
WRONG = {
    "inte-utf-8": Wrong("utf-8", 4, decision().encode("latin-1")),
    "utf-16": Wrong("utf-8", 1, decision().encode("utf-16")),
    "bom": Wrong("bom", 1, decision(paragraf="%").encode("utf-8-sig")),
    "crlf": Wrong("radslut", 1, decision(paragraf="%").replace("\n", "\r\n")),
    "tabb": Wrong("tabb", 6, decision().replace("datum:", "\tdatum:")),
    "inget-slut": Wrong("saknat-avslut", 8, decision().replace("\n---\n#", "\n#")),
    "inget-huvud": Wrong("saknar-huvud", 1, BODY),
    "bara-streck": Wrong("saknat-avslut", 1, "---\n"),
    "dubbel-nyckel": Wrong("dubbel-nyckel", 9, decision(paragraf="%").replace("}\n---", "}\nkommun: Håbo\n---")),
    "okand-nyckel": Wrong("okänd-uppgift", 9, decision(diarenummer="SN 2031/45")),
    "omojligt-datum": Wrong("datum", 6, decision(datum="2016-02-30")),
    "okand-kommun": Wrong("okänd-kommun", 3, decision(kommun="Haboo")),
    "okant-organ": Wrong("okänt-organ", 4, decision(organ="Socialnämden")),
    "okand-status": Wrong("okänt-värde", 5, decision(status="beslutad")),
    "fel-ar": Wrong("sökväg", 1, decision(paragraf="%", datum="2030-02-12")),
    "fel-nummer": Wrong("sökväg", 1, decision(paragraf="99")),
    "roster": Wrong("rösterna-går-inte-ihop", 10, decision(paragraf="%", omröstningar=_VOTES)),
    "tom-lank": Wrong("tom-länk", 14, _body("Senast [den 31 mars](#).")),
    "script-lank": Wrong("olämplig-länk", 14, _body("Se [kartan](JavaScript:alert(1)).")),
    "bruten-lank": Wrong("bruten-länk", 14, _body("Se [[beslut/habo/socialnamnden/2031/999]].")),
    "bild": Wrong("bild-i-text", 14, _body("![Karta](https://example.org/karta.png)")),
    "script": Wrong("html-i-text", 14, _body("<script>alert(1)</script>")),
    "bidi": Wrong("styrtecken", 2, decision(paragraf="%", rubrik="Budget \u202e1302")),
    "nul": Wrong("styrtecken", 2, decision(paragraf="%", rubrik="Budget\x00 2031")),
    "nul-i-text": Wrong("styrtecken", 14, _body("Noll\x00")),
    "kommentar": Wrong("kommentar-i-värde", 2, decision(paragraf="%", rubrik="Ärende #12")),
    "kolon": Wrong("yaml", 2, decision(rubrik="Motion: bättre vägar")),
    "citattecken": Wrong("yaml", 2, decision(rubrik='"Budget" 2031')),
    "null": Wrong("tomt-värde", 5, decision(status="null")),
    "ja-nej": Wrong("okänt-värde", 5, decision(status="no")),
    "understreck": Wrong("tal", 9, decision(svar=_ANSWER % "1_000")),
    "punkt": Wrong("tal", 9, decision(svar=_ANSWER % "9.500")),
    "rekommendation": Wrong("okänd-rekommendation", 9, decision(paragraf="%", svar=_ANSWER % "9500")),
    "sig-sjalv": Wrong("cirkel", 9, decision(paragraf="%", nästa=f"{FOLDER}/%")),
    "bakat": Wrong("datumordning", 9, decision(paragraf="%", justerad="2031-02-11")),
    "forslag": Wrong("förslag-som-beslut", 12, decision("## Beslut\n\nFörslag till socialnämnden\n", paragraf="%")),
    "utan-beslut": Wrong("utan-att-sats", 10, decision("Nämnden diskuterade.\n", paragraf="%")),
    "bilaga": Wrong("bilaga-saknas", 9, decision(paragraf="%", underlag="[{rubrik: Bilaga, fil: bilaga.pdf}]")),
    "tom": Wrong("tom-fil", 1, ""),
    "for-stor": Wrong("för-stor-fil", 1, decision(BODY + "x" * 2_000_000)),
    "pdf": Wrong("saknar-huvud", 1, "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n"),
    "lank": Wrong("oläsbar-fil", 1, Path("/etc/hostname")),
    "lank-till-sig": Wrong("oläsbar-fil", 1, Path("lank-till-sig.md")),
    "skratt": Wrong("yaml-finesser", 10, decision(paragraf="%", ämnen=_LAUGHS)),
    "djup-lista": Wrong("yaml", 2, _nested("[", "]", 10_000)),
    "djup-klammer": Wrong("yaml", 2, _nested("{a: ", "}", 10_000)),
    "djup-utan-slut": Wrong("yaml", 2, _nested("[", "", 100_000)),
    "djup-rad": Wrong("yaml", 2, decision(rubrik="\n  " + "- " * 900 + "x")),
    "Årsbudget": Wrong("filnamn", 1, decision(paragraf="%")),
    "mapp.md/7": Wrong("fel-mapp", 1, decision(paragraf="7")),
}
RIGHT = {
    "nfd": unicodedata.normalize("NFD", decision(paragraf="%", rubrik="Årsredovisning för överförmyndaren")),
    "lik-beslut": decision(paragraf="%"),
}


def _name(number: int, name: str) -> str:
    return f"{FOLDER}/{number}-{name}.md"


NAMES = {name: _name(number, name) for number, name in enumerate([*WRONG, *RIGHT], start=100)}
TWINS = (f"{FOLDER}/1-budget.md", f"{FOLDER}/1-om-budget.md")
CIRCLE = (f"{FOLDER}/2-fram.md", f"{FOLDER}/3-och-tillbaka.md")


@pytest.fixture(scope="module")
def decisions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all wrong documents in it, and two right ones."""
    root = tmp_path_factory.mktemp("wrong") / "decisions"
    _put(root / "kommuner/habo.yml", register())
    for twin in TWINS:
        _put(root / twin, decision(paragraf="1"))
    for number, path in zip((2, 3), CIRCLE, strict=True):
        _put(root / path, decision(paragraf=str(number), nästa=f"{FOLDER}/{5 - number}"))
    contents: dict[str, str | bytes | Path] = {name: wrong.content for name, wrong in WRONG.items()} | RIGHT
    for name, path in NAMES.items():
        _put(root / path, _numbered(contents[name], path))
    return root


def _numbered(content: str | bytes | Path, path: str) -> str | bytes | Path:
    number = path.removeprefix(f"{FOLDER}/").split("-")[0]
    if isinstance(content, str) and not content.startswith("%PDF"):
        return content.replace("12\nkälla", f"{number}\nkälla").replace("%", number)
    return content.replace(b"%", number.encode()) if isinstance(content, bytes) else content


def _put(path: Path, content: str | bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        path.symlink_to(content if content.is_absolute() else path.name)
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def _check(decisions: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would, in a process of its own: a crash of the YAML parser would be its end."""
    environment = {**os.environ, "NAMNDARKIVET_DECISIONS": str(decisions), "PYTHONPATH": str(REPOSITORY / "hooks")}
    environment.pop("GITHUB_STEP_SUMMARY", None)
    command = [sys.executable, "-c", "from namndarkivet.cli import main; main()", "check", *arguments]
    return subprocess.run(
        command, cwd=decisions.parent, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def run(decisions: Path) -> subprocess.CompletedProcess[str]:
    """One run over the whole folder, for a terminal."""
    return _check(decisions)


@pytest.fixture(scope="module")
def problems(decisions: Path) -> list[dict[str, Any]]:
    """The same as JSON."""
    done = _check(decisions, "--format", "json")
    assert done.returncode == 1, done.stderr
    listed: list[dict[str, Any]] = json.loads(done.stdout)
    return listed


@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_document_is_told_by_its_rule_on_its_line(name: str, problems: list[dict[str, Any]]) -> None:
    told = {(p["regel"], p["rad"]) for p in problems if p["fil"] == f"decisions/{NAMES[name]}"}
    assert (WRONG[name].rule, WRONG[name].line) in told


def test_a_wrong_document_is_told_once_and_for_the_right_reason(problems: list[dict[str, Any]]) -> None:
    """No second problem follows from the first, but where two things are wrong: two aliases, two ways to nest."""
    others = {
        name: more
        for name, path in NAMES.items()
        if name in WRONG
        and (more := {p["regel"] for p in problems if p["fil"] == f"decisions/{path}"} - {WRONG[name].rule})
    }
    assert others == {"skratt": {"fel-typ"}}


def test_two_documents_with_one_id_are_both_told(problems: list[dict[str, Any]]) -> None:
    assert {p["fil"] for p in problems if p["regel"] == "dubbelt-id"} == {f"decisions/{path}" for path in TWINS}


def test_a_circle_of_two_is_told_on_the_line_of_the_last_step(problems: list[dict[str, Any]]) -> None:
    circles = [(p["fil"], p["rad"]) for p in problems if p["regel"] == "cirkel" and "/3" in p["meddelande"]]
    assert circles == [(f"decisions/{CIRCLE[1]}", 9)]


def test_the_right_documents_among_them_are_left_alone(problems: list[dict[str, Any]]) -> None:
    """Letters with combining marks (NFD), as a Mac writes them, are the register's names all the same."""
    right = {f"decisions/{NAMES[name]}" for name in RIGHT}
    assert [p for p in problems if p["fil"] in right] == []


def test_the_run_ends_with_code_1_and_no_traceback(run: subprocess.CompletedProcess[str]) -> None:
    assert run.returncode == 1
    assert run.stderr == ""
    assert "Traceback" not in run.stdout
    assert re.search(r"^\d+ fel och \d+ varningar\.$", run.stdout, re.MULTILINE)


def test_text_and_json_tell_the_same(run: subprocess.CompletedProcess[str], problems: list[dict[str, Any]]) -> None:
    heads = re.findall(r"^(decisions/\S+):(\d+):(\d+): (fel|varning)\[(\S+)\]$", run.stdout, re.MULTILINE)
    assert heads == [(p["fil"], str(p["rad"]), str(p["kolumn"]), p["allvar"], p["regel"]) for p in problems]


def test_every_message_is_swedish(problems: list[dict[str, Any]]) -> None:
    """No words of the parser, of pydantic or of Python reach the reader."""
    foreign = re.compile(
        r"\b(?:the|is|not|while|found|expected|input|should|valid|invalid|value|field|type|error|character|recursion"
        r"|context|scanning|parsing|mapping|sequence|None|True|False|Oddity|Exception)\b",
        re.IGNORECASE,
    )
    messages = {p["meddelande"] for p in problems}
    assert [message for message in messages if foreign.search(message)] == []
    assert [message for message in messages if not re.search(r"[a-zåäö]{3,} [a-zåäö]{2,}", message)] == []


def test_no_control_character_reaches_the_terminal(run: subprocess.CompletedProcess[str]) -> None:
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", run.stdout) == []


def test_one_file_can_be_checked_alone(decisions: Path) -> None:
    done = _check(decisions, f"decisions/{NAMES['kolon']}")
    assert done.returncode == 1
    assert done.stdout == (
        f"decisions/{NAMES['kolon']}:2:15: fel[yaml]\n"
        "  2 | rubrik: Motion: bättre vägar\n"
        "    |               ^ kolon inne i en text; sätt citattecken om texten: "
        'rubrik: "Motion: bättre vägar"\n\n1 fel.\n'
    )


def test_a_right_file_among_wrong_ones_gives_code_0(decisions: Path) -> None:
    done = _check(decisions, f"decisions/{NAMES['nfd']}")
    assert (done.returncode, done.stdout) == (0, "Inga fel.\n")


@pytest.mark.parametrize("arguments", [["--form", "json"], ["--format", "xml"], ["finns-inte.md"]])
def test_a_wrong_option_or_path_ends_with_code_2(decisions: Path, arguments: list[str]) -> None:
    done = _check(decisions, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_not_there_ends_with_code_2(tmp_path: Path) -> None:
    done = _check(tmp_path / "saknas")
    assert done.returncode == 2
    assert "finns inte" in done.stderr
