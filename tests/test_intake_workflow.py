"""intake.yml as GitHub would run it: its scripts in a real shell, with hostile issues; and all workflows before their linters."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml
from archives import Papers
from intake.sent import HOSTILE, MINUTES, issue

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = ROOT / ".github" / "workflows"
INTAKE: dict[str, Any] = yaml.load((WORKFLOWS / "intake.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes only text
NEEDED = "saknas på den här datorn; installera det för att köra provet"


def step(job: str, name: str) -> dict[str, Any]:
    """The step of a job with this name."""
    return next(one for one in INTAKE["jobs"][job]["steps"] if one.get("name") == name)


def bash(script: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A script run as GitHub runs it."""
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=at,
        env={"PATH": os.environ["PATH"], "HOME": str(at), "LC_ALL": "C.UTF-8", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


# Its shape.


def test_only_a_label_that_a_maintainer_sets_starts_it() -> None:
    jobs = INTAKE["jobs"]
    assert jobs["utkast"]["if"] == "github.event.label.name == 'gör utkast'"
    assert jobs["forslag"]["needs"] == "utkast"
    assert "if" not in jobs["forslag"]  # a job whose need was skipped or failed is skipped


def test_of_the_event_only_numbers_and_the_branchs_name_are_used() -> None:
    """Everything else of an issue is written by strangers. Its text is taken from the event's file, never by an expression."""
    text = (WORKFLOWS / "intake.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\{\{\s*(.*?)\s*\}\}", text)) == {
        "github.event.issue.number",
        "github.event.label.name == 'gör utkast'",
        "github.event.repository.default_branch",
        "github.token",
        "runner.temp",
    }


@pytest.mark.parametrize("path", sorted(WORKFLOWS.iterdir()), ids=lambda path: path.name)
def test_no_script_holds_anything_of_the_event(path: Path) -> None:
    jobs = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["jobs"]  # noqa: S506 - it makes only text
    scripts = [one["run"] for job in jobs.values() for one in job["steps"] if "run" in one]
    assert scripts
    assert [script for script in scripts if "${{" in script or "github.event." in script] == []


def test_the_job_that_may_write_installs_nothing_and_reads_no_issue() -> None:
    scripts = "\n".join(one["run"] for one in INTAKE["jobs"]["forslag"]["steps"] if "run" in one)
    for word in ("make", "pip", "GITHUB_EVENT_PATH", ".venv", "eval", "GITHUB_ENV", "GITHUB_OUTPUT"):
        assert word not in scripts
    for one in INTAKE["jobs"]["forslag"]["steps"]:
        if one.get("name") != "Gör ändringsförslag och svara":
            assert "env" not in one  # the token is in no other step


# The job that reads.


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout: an archive that knows Habo, and this environment's commands where `make setup` puts them."""
    monkeypatch.delenv("NAMNDARKIVET_DECISIONS", raising=False)
    Papers(tmp_path / "work" / "decisions")
    commands = tmp_path / "work" / ".venv" / "bin"
    commands.mkdir(parents=True)
    (commands / "namndarkivet").symlink_to(Path(sys.executable).parent / "namndarkivet")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / "temp").mkdir()
    return tmp_path


def read_issue(stage: Path, body: str | None) -> subprocess.CompletedProcess[str]:
    """The step that makes drafts, with an event whose issue has this text, and hostile text in every other place."""
    event = stage / "event.json"
    event.write_text(
        json.dumps({"issue": {"number": 12, "title": HOSTILE, "body": body, "user": {"login": HOSTILE}}}),
        encoding="utf-8",
    )
    for name in ("output", "env", "summary", "path"):
        (stage / name).touch()
    return bash(
        step("utkast", "Gör utkast")["run"],
        stage / "work",
        PATH=f"{stage / 'bin'}:{os.environ['PATH']}",
        ISSUE="12",
        GITHUB_EVENT_PATH=str(event),
        GITHUB_REPOSITORY="a/b",
        RUNNER_TEMP=str(stage / "temp"),
        GITHUB_OUTPUT=str(stage / "output"),
        GITHUB_ENV=str(stage / "env"),
        GITHUB_PATH=str(stage / "path"),
        GITHUB_STEP_SUMMARY=str(stage / "summary"),
    )


JQ = pytest.mark.skipif(shutil.which("jq") is None, reason=f"jq {NEEDED}")


@JQ
@pytest.mark.parametrize(
    "body",
    [
        issue().decode(),
        issue(text=MINUTES.replace("1. Riktlinjerna antas.", HOSTILE)).decode(),
        issue(text=HOSTILE, attached=HOSTILE, source=HOSTILE).decode(),
        issue(municipality=HOSTILE, body=HOSTILE, kind=HOSTILE).decode(),
        HOSTILE,
        HOSTILE * (1_000_000 // len(HOSTILE)),
        "",
        None,
        "\ufffd\x00\x07",
    ],
    ids=["plain", "in-decision", "in-text", "in-names", "alone", "megabyte", "empty", "none", "no-text"],
)
def test_hostile_issues_do_nothing_but_become_text(body: str | None, stage: Path) -> None:
    """Nothing is run, no output or variable is set, and of what is printed GitHub obeys only the step's own two lines."""
    done = read_issue(stage, body)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"::stop-commands::([0-9a-f]{32})\n\d+\N{NO-BREAK SPACE}utkast\.\n::\1::\n", done.stdout)
    assert done.stderr == ""
    assert [path.name for path in stage.rglob("bränd*")] == []
    for name in ("output", "env", "summary", "path"):
        assert (stage / name).read_text(encoding="utf-8") == ""
    made = {
        path.relative_to(stage / "work" / "inskickat").as_posix()
        for path in (stage / "work" / "inskickat").rglob("*.md")
    }
    assert "brev.md" in made
    assert [
        path
        for path in made - {"brev.md"}
        if not re.fullmatch(r"utkast/beslut/habo/socialnamnden/2031/[a-z0-9-]+\.md", path)
    ] == []


@JQ
def test_what_the_first_job_makes_the_second_takes(stage: Path) -> None:
    body = issue(text=MINUTES.replace("1. Riktlinjerna antas.", HOSTILE)).decode()
    assert read_issue(stage, body).returncode == 0
    shutil.move(stage / "work" / "inskickat", stage / "temp" / "inskickat")
    (stage / "work" / "hooks").symlink_to(ROOT / "hooks")
    done = bash(step("forslag", "Ta emot utkasten")["run"], stage / "work", RUNNER_TEMP=str(stage / "temp"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "3 utkast togs emot.\n", "")
    assert len(list((stage / "work" / "decisions" / "beslut").rglob("*.md"))) == 3


# The job that writes.

GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
if [ "$1 $2" = "pr create" ]; then
  [ -e "$CALLS.refused" ] && exit 1
  echo https://github.com/a/b/pull/7
fi
"""


@pytest.fixture
def clone(stage: Path) -> Path:
    """A clone of a repository, with a letter beside it and a `gh` that only notes what it is asked."""
    work = stage / "work"
    shutil.rmtree(work / ".venv")
    for command in (
        "git init -q --bare ../origin",
        "git init -q -b main",
        "git add .",
        "git -c user.name=x -c user.email=x@example.invalid commit -q -m x",
        "git remote add origin ../origin",
        "git push -q origin main",
    ):
        assert bash(command, work).returncode == 0
    (stage / "temp" / "inskickat").mkdir()
    (stage / "temp" / "inskickat" / "brev.md").write_text(HOSTILE, encoding="utf-8")
    gh = stage / "bin" / "gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    return stage


def propose(stage: Path) -> tuple[int, list[str]]:
    """The step that proposes: its exit code, and what `gh` was asked."""
    done = bash(
        step("forslag", "Gör ändringsförslag och svara")["run"],
        stage / "work",
        PATH=f"{stage / 'bin'}:{os.environ['PATH']}",
        CALLS=str(stage / "calls"),
        ISSUE="12",
        BASE="main",
        RUNNER_TEMP=str(stage / "temp"),
        GITHUB_REPOSITORY="a/b",
        GITHUB_SERVER_URL="https://github.com",
    )
    assert "bränd" not in done.stdout + done.stderr
    assert [path.name for path in stage.rglob("bränd*")] == []
    return done.returncode, (stage / "calls").read_text(encoding="utf-8").splitlines()


def draft(stage: Path) -> None:
    """A draft in the documents folder."""
    Papers(stage / "work" / "decisions").decision(body=f"## Beslut\n\n{HOSTILE}\n")


def on_branch(stage: Path) -> str:
    """The files that the pushed branch adds."""
    listed = bash("git -C origin diff --name-only main inskickat/12", stage)
    return listed.stdout


def test_drafts_are_pushed_to_a_branch_of_their_own_proposed_and_told_of(clone: Path) -> None:
    draft(clone)
    (clone / "work" / "stray.txt").write_text("x", encoding="utf-8")
    letter = clone / "temp" / "inskickat" / "brev.md"
    assert propose(clone) == (
        0,
        [
            f"pr create --repo a/b --base main --head inskickat/12 --title Utkast ur ärende 12 --body-file {letter}",
            "issue comment 12 --repo a/b --body Tack! Utkastet finns nu som ett ändringsförslag: https://github.com/a/b/pull/7. Det granskas mot källan innan det tas in.",
        ],
    )
    assert on_branch(clone) == "decisions/beslut/habo/socialnamnden/2031/12-budget.md\n"


def test_without_drafts_the_letter_is_the_answer_and_nothing_is_pushed(clone: Path) -> None:
    letter = clone / "temp" / "inskickat" / "brev.md"
    assert propose(clone) == (0, [f"issue comment 12 --repo a/b --body-file {letter}"])
    assert on_branch(clone) == ""


def test_a_branch_that_is_there_is_left_as_it_is(clone: Path) -> None:
    assert bash("git push -q origin main:inskickat/12", clone / "work").returncode == 0
    draft(clone)
    code, calls = propose(clone)
    assert (code, len(calls)) == (0, 1)
    assert "Grenen `inskickat/12` finns redan" in calls[0]
    assert on_branch(clone) == ""


def test_where_no_proposal_may_be_opened_the_issue_says_where_the_branch_is(clone: Path) -> None:
    draft(clone)
    (clone / "calls.refused").touch()
    code, calls = propose(clone)
    assert code == 1
    assert "https://github.com/a/b/compare/main...inskickat/12" in calls[-1]


# The linters.


def tool(name: str) -> str:
    """A linter on this machine. Skips the test where there is none."""
    found = shutil.which(name, path=f"{sysconfig.get_path('scripts')}:{os.environ['PATH']}")
    if found is None:
        pytest.skip(f"{name} {NEEDED}")
    return found


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("zizmor", ["--offline", "--no-progress", "--persona=pedantic", ".github"]), ("actionlint", ["-no-color"])],
)
def test_the_workflows_pass_the_linter(name: str, arguments: list[str]) -> None:
    done = subprocess.run([tool(name), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
