"""What `git push` is about to send: every commit is read, not only how the files look in the end. The numbers are made up."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).parents[1]
NUMBER = "850709-9805"


class Clone:
    """A repository of its own beside an empty one that it pushes to, with this project's hook."""

    def __init__(self, folder: Path) -> None:
        self.here = folder / "här"
        subprocess.run(["git", "init", "-q", "--bare", folder / "där"], check=True)
        subprocess.run(["git", "init", "-q", "-b", "main", self.here], check=True)
        hooks = self.here / ".githooks"
        hooks.mkdir()
        (hooks / "pre-push").write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -c "from namndarkivet.cli import main; main()" pre-push "$@"\n',
            encoding="utf-8",
        )
        (hooks / "pre-push").chmod(0o755)
        for key, value in (("user.name", "Prov"), ("user.email", "prov@example.org"), ("core.hooksPath", ".githooks")):
            self.git("config", key, value)
        self.git("remote", "add", "origin", str(folder / "där"))
        self.commit("README.md", "Hej\n")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Git with these arguments."""
        env = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        return subprocess.run(["git", *arguments], cwd=self.here, capture_output=True, text=True, check=False, env=env)

    def commit(self, path: str, text: str | bytes, message: str = "Ändra") -> None:
        """Save a file."""
        file = self.here / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def push(self) -> tuple[bool, str]:
        """Whether it went, and what was said."""
        done = self.git("push", "-q", "origin", "HEAD:main")
        return done.returncode == 0, done.stderr


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """Two repositories."""
    return Clone(tmp_path)


def word(text: str) -> bytes:
    """A Word document."""
    document = docx.Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_what_has_no_number_goes(clone: Clone) -> None:
    clone.commit("a.md", "Organisationsnummer 212000-1355, tel 08-123 45 67.\n")
    assert clone.push() == (True, "")


@pytest.mark.parametrize(
    ("path", "text", "message", "where"),
    [
        ("a.md", f"Rad\nAnsökan från {NUMBER}.\n", "Ändra", "a.md: rad 2: 850709-****"),
        ("a.md", f"Bild ![{NUMBER}](x.png)\n", "Ändra", "a.md: rad 1: 850709-****"),
        ("a.md", f"Ansökan från {NUMBER[:7]}\n{NUMBER[7:]}.\n", "Ändra", "a.md: rad 1: 850709-****"),
        (f"bilaga-{NUMBER}.txt", "x\n", "Ändra", "bilaga-850709-****.txt: 850709-****"),
        ("å.docx", word(NUMBER), "Ändra", "å.docx: 850709-****"),
        ("a.md", "x\n", f"Ta bort {NUMBER}", "meddelandet: 850709-****"),
    ],
)
def test_a_number_stops_it_wherever_it_stands_and_is_shown_masked(
    clone: Clone, path: str, text: str | bytes, message: str, where: str
) -> None:
    clone.commit(path, text, message)
    went, said = clone.push()
    assert (went, where in said, NUMBER in said, NUMBER[-4:] in said) == (False, True, False, False), said


def test_a_number_that_the_next_commit_takes_away_stops_it_too(clone: Clone) -> None:
    clone.commit("a.md", f"{NUMBER}\n")
    clone.commit("a.md", "Borttaget\n")
    assert not clone.push()[0]


def test_what_the_other_side_has_seen_is_not_asked_about_again(clone: Clone) -> None:
    clone.commit("a.md", f"{NUMBER}\n")
    clone.git("push", "-q", "--no-verify", "origin", "HEAD:main")
    clone.git("fetch", "-q")
    clone.commit("b.md", "Rent\n")
    assert clone.push()[0]


def test_a_suspected_number_is_told_and_goes(clone: Clone) -> None:
    clone.commit("a.md", "850709-9804\n")
    went, said = clone.push()
    assert (went, "850709-**** ser ut som ett personnummer" in said) == (True, True)
