"""The command `namndarkivet intake`: an issue's text in, drafts and a text about them out. It is what intake.yml runs.

What it prints is counted and never quoted: GitHub reads what a step prints, and acts on lines that begin with `::`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from namndarkivet.archive import open_archive
from namndarkivet.filing import Registers
from namndarkivet.importers.bounded import bounded
from namndarkivet.importers.drafts import Batch, Draft, Origin, batch
from namndarkivet.importers.lines import ImportFileError
from namndarkivet.importers.minutes import some_minutes
from namndarkivet.importers.shelving import Shelf, met
from namndarkivet.index import Archive
from namndarkivet.intake import letter
from namndarkivet.intake.attachments import Connect, Links, fetch, links, reader, secure
from namndarkivet.intake.form import LARGEST, Submission, SubmissionError, read_form
from namndarkivet.settings import decisions_folder
from namndarkivet.swedish import count
from namndarkivet.writing import write_whole

MOST = 300
"""Drafts of one issue at most: more than anyone reads against the source in one proposal, and few enough for GitHub to show."""


@click.command("intake", hidden=True)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FIL")
@click.option("--issue", type=click.IntRange(1), required=True, help="Ärendets nummer.")
@click.option("--repo", "repository", default="", help="Arkivets plats på GitHub, ägare/namn.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Mappen som utkasten skrivs i."
)
@click.option(
    "--letter",
    "told",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Filen som texten till förslaget skrivs i.",
)
def intake(file: Path, issue: int, repository: str, out: Path, told: Path) -> None:
    """Gör utkast av ett inskickat ärende. FIL är ärendets text, som formuläret «Skicka in ett beslut» gör den.

    Slutkod 0 också när inget utkast blev av: texten säger varför.
    """
    with file.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    drafts, text = receive(data, issue, repository, out)
    write_whole(told, text)
    click.echo(f"{count(drafts, 'utkast', 'utkast')}.")


@dataclass(frozen=True, slots=True)
class _Given:
    """A file or text that was sent in: its name and bytes, and whether it was pasted."""

    name: str
    data: bytes
    pasted: bool = False


def receive(data: bytes, issue: int, repository: str, out: Path, connect: Connect = secure) -> tuple[int, str]:
    """What an issue's text gives: how many drafts were put into the folder `out`, and the text about them. Never raises for what
    was sent in.
    """
    made: list[letter.Made] = []
    refused: list[letter.Refused] = []
    passed = 0
    try:
        sent = read_form(data)
        found = links(sent.attached, repository)
        passed = found.passed
        _usable(sent, found)
        given = [_Given(f"arende-{issue}.txt", sent.text.encode(), pasted=True)] if sent.text.strip() else []
        for link in found.files:
            try:
                given.append(_Given(link.name, fetch(link, connect)))
            except SubmissionError as error:
                refused.append(letter.Refused(link.name, str(error)))
        _import(sent, given, out, made, refused)
    except SubmissionError as error:
        return 0, letter.answer(issue, made, refused, passed, str(error))
    written = sum(len(one.drafts) for one in made)
    tell = letter.proposal if written else letter.answer
    return written, tell(issue, made, refused, passed)


def _usable(sent: Submission, found: Links) -> None:
    """Raises SubmissionError when the import has nothing to read."""
    if not sent.minutes:
        raise SubmissionError("utkast görs bara av beslut och protokoll; det här läggs in för hand")
    if not sent.text.strip() and not found.files:
        raise SubmissionError("det finns varken text eller en bifogad fil i ärendet")


def _import(
    sent: Submission, given: Sequence[_Given], out: Path, made: list[letter.Made], refused: list[letter.Refused]
) -> None:
    """Add to `made` and `refused` what the import makes of each file."""
    home = decisions_folder()
    archive = open_archive(home, bodies=False)[0] if home.is_dir() else None
    shelf = Shelf(out, replace=False)
    room = MOST
    for one in given:
        try:
            batched = bounded(partial(_read, one, sent, archive))
        except ImportFileError as error:
            refused.append(letter.Refused(one.name, str(error).rstrip(".?")))
            continue
        if len(batched.drafts) > room:
            refused.append(letter.Refused(one.name, f"har för många paragrafer; högst {MOST} tas emot i ett ärende"))
            continue
        room -= len(batched.drafts)
        there = tuple(path for draft in batched.drafts if (path := _there(home, draft)))
        new = [draft for draft in batched.drafts if not _there(home, draft)]
        made.append(letter.Made(batched, tuple(shelf.put(new, {})), there))


def _read(one: _Given, sent: Submission, archive: Archive | None) -> Batch:
    """The drafts of one file. Raises ImportFileError."""
    from namndarkivet.importers.readers import text  # noqa: PLC0415 - the readers' libraries are needed in the bounded process alone

    scroll = text.read(one.data) if one.pasted else reader(one.data)(one.data)
    minutes = some_minutes(scroll)
    origin = Origin(
        one.name, hashlib.sha256(one.data).hexdigest(), sent.municipality.name, sent.body, sent.source or None
    )
    return batch(minutes, origin, archive.registers if archive else Registers({}), archive)


def _there(home: Path, draft: Draft) -> str:
    """The file that the archive has of a draft's § already, as its path in the documents folder; else nothing."""
    known = met(draft, home / draft.path)
    return known[0].relative_to(home).as_posix() if known else ""
