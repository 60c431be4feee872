"""The command behind `git push`: looks for personal identity numbers in all that is about to leave the machine.

Git hands a line for each branch on standard input (githooks(5), pre-push). What counts is every commit that the other side has not
seen, and not only how the files look in the end: a number that one commit adds and the next takes away is published all the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

from namndarkivet import git
from namndarkivet.attached import in_data
from namndarkivet.personal_numbers import Grade, find, masked
from namndarkivet.swedish import count

_NOTHING = re.compile(r"0+")
"""The name that Git gives to what is not there: a branch that is taken away, or new on the other side."""
_HUNK = re.compile(r"@@ -\S+ \+(?P<line>\d+)")
_READ = (".pdf", ".docx")
_MOST = 50
"""Findings told at most: the first are enough to stop."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A number in a commit: where, masked, and how sure."""

    commit: str
    path: str
    line: int | None
    masked: str
    grade: Grade

    def __str__(self) -> str:
        place = f"rad {self.line}: " if self.line else ""
        what = "är ett personnummer" if self.grade is Grade.SURE else "ser ut som ett personnummer"
        return f"  {self.commit[:8]} {masked(self.path)}: {place}{self.masked} {what}"


@click.command("pre-push", hidden=True)
@click.argument("remote", default="origin")
@click.argument("_address", required=False)
def pre_push(remote: str, _address: str | None) -> None:
    """Leta efter personnummer i det som `git push` är på väg att skicka. Git anropar kommandot. Slutkod 1 stoppar."""
    leaks = list(_leaks(sys.stdin, remote))
    sure = [leak for leak in leaks if leak.grade is Grade.SURE]
    for leak in leaks[:_MOST]:
        click.echo(str(leak), err=True)
    if len(leaks) > _MOST:
        click.echo(f"  … och {len(leaks) - _MOST} till", err=True)
    if sure:
        click.echo(
            f"Stoppat: {count(len(sure), 'personnummer', 'personnummer')} i det som skulle skickas. Ingenting har lämnat datorn. Ta bort dem, "
            "också ur tidigare sparade ändringar (git rebase -i, eller börja om på en ny gren), och skicka sedan igen.",
            err=True,
        )
    elif leaks:
        click.echo("Titta på raderna ovan: är något av dem ett personnummer, avbryt och ta bort det.", err=True)
    sys.exit(1 if sure else 0)


def _leaks(refs: Iterable[str], remote: str) -> Iterator[Leak]:
    seen: set[str] = set()
    for ref in refs:
        words = ref.split()
        if len(words) != 4 or _NOTHING.fullmatch(words[1]):  # noqa: PLR2004 - names and sums of both sides
            continue
        there = [] if _NOTHING.fullmatch(words[3]) or not _known(words[3]) else [f"^{words[3]}"]
        for commit in _git("rev-list", words[1], *there, "--not", f"--remotes={remote}").split():
            if commit not in seen:
                seen.add(commit)
                yield from _in_commit(commit)


def _known(commit: str) -> bool:
    return git.said("cat-file", "-e", commit) is not None


def _in_commit(commit: str) -> Iterator[Leak]:
    """The numbers in a commit: its message, the lines that it adds, the names and contents of the files that it adds or changes."""
    for found in find(_git("show", "--no-patch", "--format=%B", commit)):
        yield Leak(commit, "meddelandet", None, found.masked, found.grade)
    for path in filter(
        None,
        _git(
            "diff-tree", "--root", "-m", "-r", "-z", "--name-only", "--no-commit-id", "--diff-filter=AMRC", commit
        ).split("\0"),
    ):
        for found in find(path):
            yield Leak(commit, path, None, found.masked, found.grade)
        if path.lower().endswith(_READ):
            yield from _in_attachment(commit, path)
    yield from _in_lines(
        commit,
        _git(
            "diff-tree",
            "--root",
            "-m",
            "-r",
            "-p",
            "--unified=0",
            "--no-commit-id",
            "--no-color",
            "--no-ext-diff",
            commit,
        ),
    )


def _in_lines(commit: str, patch: str) -> Iterator[Leak]:
    """The numbers in the lines that a patch adds. Added lines that follow one another are read together: a number may be broken."""
    path, line = "", 0
    added: list[str] = []
    for row in [*patch.split("\n"), "diff"]:
        if row.startswith("+") and not row.startswith("+++ "):
            added.append(row[1:])
            continue
        for found in find("\n".join(added)):
            at = line + "\n".join(added).count("\n", 0, found.start)
            yield Leak(commit, path, at, found.masked, found.grade)
        added = []
        if row.startswith("+++ "):
            path = row[4:].strip('"').removeprefix("b/")
        elif hunk := _HUNK.match(row):
            line = int(hunk["line"])


def _in_attachment(commit: str, path: str) -> Iterator[Leak]:
    content = git.said("cat-file", "blob", f"{commit}:{path}")
    if content is None:
        return
    for found in in_data(content).numbers:
        yield Leak(commit, path, None, found.masked, found.grade)


def _git(*arguments: str) -> str:
    found = git.said(*arguments)
    if found is None:
        raise click.ClickException(f"git {arguments[0]} gick inte, så det går inte att veta vad som skickas")
    return found.decode("utf-8", "replace")
