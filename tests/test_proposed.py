"""What git says that a pull request changes: in a real repository, whose head is a merge as GitHub makes it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from namndarkivet.proposed import changes
from namndarkivet.review import Change

LONG = b"rad\n" * 40


class Repository:
    """A repository in which one stands."""

    def __init__(self, at: Path) -> None:
        self.at = at
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> None:
        """Run git."""
        names = {
            f"GIT_{who}_{what}": "x@example.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        home = {"HOME": str(self.at), "PATH": os.environ["PATH"]}
        subprocess.run(["git", *arguments], cwd=self.at, check=True, capture_output=True, env=names | home)

    def commit(self, files: dict[str, bytes | None]) -> None:
        """Write files (None: remove) and commit them."""
        for name, data in files.items():
            path = self.at / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if data is None:
                path.unlink()
            else:
                path.write_bytes(data)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with some documents; a pull request is under check."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    made = Repository(tmp_path)
    made.commit(
        {"decisions/a.md": b"a\n", "decisions/b.md": LONG, "decisions/c.md": b"c\n", "decisions/d.pdf": b"%PDF"}
    )
    return made


def test_each_file_comes_with_its_text_before_and_after(repository: Repository) -> None:
    odd = 'decisions/å "x"\n:y.md'
    repository.git("switch", "-q", "-c", "forslag")
    repository.commit(
        {
            "decisions/a.md": b"b\n",
            "decisions/b.md": None,
            "decisions/moved.md": LONG + b"en till\n",
            "decisions/c.md": None,
            "decisions/d.pdf": b"%PDF-2",
            odd: b"",
            "x.py": b"print()\n",
        }
    )
    repository.git("switch", "-q", "main")
    repository.commit({"later.md": b"not the proposal's\n"})
    repository.git("merge", "-q", "--no-ff", "-m", "x", "forslag")
    assert sorted(changes(), key=lambda change: change.path) == [
        Change("decisions/a.md", b"a\n", b"b\n"),
        Change("decisions/c.md", b"c\n", None),
        Change("decisions/d.pdf", b"", b""),
        Change("decisions/moved.md", LONG, LONG + b"en till\n", "decisions/b.md"),
        Change(odd, None, b""),
        Change("x.py", None, b""),
    ]


def test_a_link_is_no_text(repository: Repository) -> None:
    (repository.at / "decisions" / "a.md").unlink()
    (repository.at / "decisions" / "a.md").symlink_to("/etc/passwd")
    repository.commit({})
    assert changes() == (Change("decisions/a.md", b"a\n", b""),)


def test_without_a_pull_request_nothing_is_changed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit({"decisions/a.md": b"b\n"})
    assert len(changes()) == 1
    monkeypatch.delenv("GITHUB_BASE_REF")
    assert changes() == ()


@pytest.mark.usefixtures("repository")
def test_where_git_cannot_tell_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert changes() == ()  # the first commit has no parent
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "none"))
    assert changes() == ()
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    assert changes() == ()
