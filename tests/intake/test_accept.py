"""What the job that may write takes from the job that read strangers' text: plain drafts in their places, or nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from namndarkivet.intake import accept
from namndarkivet.source import MAX_BYTES

from .sent import tree

HOOKS = Path(accept.__file__).resolve().parents[2]
PATH = "beslut/habo/socialnamnden/2031/12-sak.md"


@pytest.fixture
def artifact(tmp_path: Path) -> Path:
    """An artifact with a letter and one draft."""
    draft = tmp_path / "inskickat" / "utkast" / PATH
    draft.parent.mkdir(parents=True)
    draft.write_text("---\nrubrik: å\n---\n", encoding="utf-8")
    (tmp_path / "inskickat" / "brev.md").write_text("Hej", encoding="utf-8")
    (tmp_path / "decisions").mkdir()
    return tmp_path / "inskickat"


def run(artifact: Path) -> tuple[int, str, str]:
    """The program as the workflow runs it: with Python alone, from the checkout."""
    done = subprocess.run(
        [sys.executable, "-S", "-P", "-m", "namndarkivet.intake.accept", str(artifact), "decisions"],
        env={"PYTHONPATH": str(HOOKS), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=artifact.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_draft_is_put_in_its_place(artifact: Path) -> None:
    assert run(artifact) == (0, "1 utkast togs emot.\n", "")
    assert tree(artifact.parent / "decisions") == {PATH: "---\nrubrik: å\n---\n"}


def test_an_artifact_without_drafts_is_none_the_worse(artifact: Path) -> None:
    (artifact / "utkast" / PATH).unlink()
    assert run(artifact) == (0, "0 utkast togs emot.\n", "")


def test_a_draft_that_lacks_its_year_is_taken_too(artifact: Path) -> None:
    (artifact / "utkast" / "ofullstandiga").mkdir()
    (artifact / "utkast" / "ofullstandiga" / "p-1234abcd-12-sak.md").write_text("x", encoding="utf-8")
    assert run(artifact)[:2] == (0, "2 utkast togs emot.\n")


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/x.yml",
        "kommuner/habo.yml",
        "rekommendationer/skr-2030-7.md",
        "beslut/habo/socialnamnden/2031/::error::x.md",
        "beslut/habo/socialnamnden/2031/$(touch x).md",
        "beslut/habo/socialnamnden/2031/a\nb.md",
        "beslut/habo/socialnamnden/2031/.md",
        "beslut/habo/socialnamnden/2031/a.html",
        "beslut/habo/socialnamnden/20310/a.md",
        "beslut/habo/socialnämnden/2031/a.md",
        "beslut/habo/socialnamnden/2031/x/a.md",
        "a.md",
    ],
)
def test_a_file_in_any_other_place_stops_it_all_and_is_not_repeated(path: str, artifact: Path) -> None:
    stray = artifact / "utkast" / path
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_text("x", encoding="utf-8")
    assert run(artifact) == (1, "", "Inget togs emot: ett utkast har ett namn som importen inte ger.\n")
    assert tree(artifact.parent / "decisions") == {}


def test_links_lead_nowhere(artifact: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x", encoding="utf-8")
    link = artifact / "utkast" / PATH.replace("12-", "13-")
    link.symlink_to(secret)
    assert run(artifact)[::2] == (1, "Inget togs emot: bland utkasten finns en länk.\n")
    link.unlink()
    (artifact / "utkast" / "beslut" / "ekero").symlink_to(tmp_path)
    assert run(artifact)[::2] == (1, "Inget togs emot: bland utkasten finns en länk.\n")


def test_a_folder_that_leads_out_of_the_documents_is_not_written_to(artifact: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "decisions" / "beslut").symlink_to(tmp_path / "outside")
    assert run(artifact)[0] == 1
    assert tree(tmp_path / "outside") == {}


def test_nothing_that_is_there_is_written_over(artifact: Path) -> None:
    there = artifact.parent / "decisions" / PATH
    there.parent.mkdir(parents=True)
    there.write_text("vårt", encoding="utf-8")
    (artifact / "utkast" / PATH.replace("12-", "11-")).write_text("x", encoding="utf-8")
    assert run(artifact)[::2] == (1, "Inget togs emot: ett utkast har samma namn som en fil som finns.\n")
    assert tree(artifact.parent / "decisions") == {PATH: "vårt"}


def test_sizes_and_numbers_are_bounded(artifact: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("LARGEST", 5), ("ALL", 5), ("LONGEST", 2), ("MOST", 0)):
        with monkeypatch.context() as bound:
            bound.setattr(accept, name, value)
            with pytest.raises(accept.AcceptError):
                accept.accept(artifact, artifact.parent / "decisions")
    assert tree(artifact.parent / "decisions") == {}
    assert accept.LARGEST == MAX_BYTES


def test_what_is_no_text_or_no_letter_is_refused(artifact: Path) -> None:
    (artifact / "utkast" / PATH).write_bytes(b"\xff\xfe\x00")
    assert run(artifact)[0] == 1
    (artifact / "utkast" / PATH).unlink()
    (artifact / "brev.md").unlink()
    assert run(artifact)[::2] == (1, "Inget togs emot: en fil saknas eller är ingen text.\n")
