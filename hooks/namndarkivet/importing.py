"""The command `namndarkivet import`: minutes in, drafts out."""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

import click

from namndarkivet.addresses import slug
from namndarkivet.archive import open_archive
from namndarkivet.filing import Registers
from namndarkivet.importers import telling
from namndarkivet.importers.bounded import bounded
from namndarkivet.importers.drafts import LONGEST_BODY, Batch, Origin, batch
from namndarkivet.importers.explain import explain
from namndarkivet.importers.files import fetch, reader_of
from namndarkivet.importers.labelled import labelled
from namndarkivet.importers.lines import ImportFileError
from namndarkivet.importers.minutes import Minutes, some_minutes
from namndarkivet.importers.shelving import Outcome, Shelf, Shelved, met
from namndarkivet.index import Archive
from namndarkivet.problem import did_you_mean
from namndarkivet.register import municipalities
from namndarkivet.settings import decisions_folder
from namndarkivet.terminal import progress, shown

Result = TypeVar("Result")


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FIL…")
@click.option("--kommun", "municipality", help="Kommunen, om filen inte säger den.")
@click.option("--organ", "body", help="Organet, om filen inte säger det.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["md", "json"]),
    default="md",
    help="Utkast som filer, eller uppgifterna som JSON.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen som utkasten skrivs i; annars arkivets egen.",
)
@click.option("--replace", is_flag=True, help="Ersätt dokument som redan finns och skiljer sig.")
@click.option("--explain", "explained", is_flag=True, help="Visa vad varje steg gjorde av filen, och skriv inget.")
def import_minutes(  # noqa: PLR0913, PLR0917 - the options of a command
    files: tuple[Path, ...],
    municipality: str | None,
    body: str | None,
    shape: str,
    out: Path | None,
    replace: bool,
    explained: bool,
) -> None:
    """Gör utkast av protokoll: PDF, Word (DOCX), webbsida eller text, ett beslut eller ett helt protokoll.

    Bara det som texten säger följer med. Det som kan vara fel läst står med «# kontrollera». Slutkod 1 när någon fil inte gick att läsa; de andra importeras ändå.
    """
    if municipality and municipalities().find(municipality) is None:
        names = [m.name for m in municipalities().by_code.values()]
        raise click.UsageError(f"det finns ingen kommun {municipality}{did_you_mean(municipality, names)}")
    if body and not 0 < len(slug(body)) <= LONGEST_BODY:
        raise click.UsageError(f"--organ är organets namn, till exempel Socialnämnden; «{body[:60]}» är det inte")
    told = _Told()
    if explained:
        for path, lines in told.each(files, lambda minutes, _: tuple(explain(minutes))):
            click.echo(f"{path.name}\n" + "\n".join(lines))
    elif shape == "json":
        made = told.each(files, lambda minutes, source: labelled(_given(minutes, municipality, body), source.path.name))
        click.echo(json.dumps([entry for _, entries in made for entry in entries], ensure_ascii=False, indent=1))
    else:
        _write(told, files, municipality, body, out or decisions_folder(), replace=replace)
    sys.exit(1 if told.failed else 0)


class _Source(NamedTuple):
    path: Path
    sha256: str


class _Told:
    """Works on files one by one, each in bounds of its own, and tells of those that cannot be read: the others go on."""

    def __init__(self) -> None:
        self.failed = 0

    def each(self, files: Sequence[Path], make: Callable[[Minutes, _Source], Result]) -> list[tuple[Path, Result]]:
        """What `make` makes of each file that is minutes."""
        found: list[tuple[Path, Result]] = []
        with progress("Läser protokollen") as told:
            for number, path in enumerate(files):
                try:
                    found.append((path, bounded(partial(_work, path, make))))
                except ImportFileError as error:
                    self.failed += 1
                    click.echo(f"{path}: {str(error).rstrip('.?')}{'?' if str(error).endswith('?') else '.'}", err=True)
                if told:
                    told(number + 1, len(files))
        return found


def _work(path: Path, make: Callable[[Minutes, _Source], Result]) -> Result:
    data = fetch(path)
    return make(some_minutes(reader_of(data)(data)), _Source(path, hashlib.sha256(data).hexdigest()))


def _write(  # noqa: PLR0913 - the options of a command
    told: _Told, files: Sequence[Path], municipality: str | None, body: str | None, out: Path, *, replace: bool
) -> None:
    home = decisions_folder()
    archive: Archive | None = None
    if home.is_dir():
        with progress("Läser arkivet") as reading:
            archive, _ = open_archive(home, shown=shown(home), bodies=False, progress=reading)
    registers = archive.registers if archive else Registers({})

    def make(minutes: Minutes, source: _Source) -> Batch:
        name = unicodedata.normalize("NFC", source.path.name.encode("utf-8", "replace").decode())
        return batch(minutes, Origin(name, source.sha256, municipality, body), registers, archive)

    found = told.each(files, make)
    if not found:
        return
    shelf = Shelf(out, replace=replace)
    put: list[Shelved] = []
    for _, one in found:
        click.echo(telling.heading(one, _there(one, out) if archive else 0))
        for shelved in shelf.put(one.drafts, _before(archive, one.sha256) if out.resolve() == home.resolve() else {}):
            put.append(shelved)
            click.echo(telling.outcome(shelved, out, telling.common(one)))
    click.echo(telling.summary(put))
    told.failed += sum(1 for shelved in put if shelved.outcome is Outcome.FAILED)
    if all(shelved.outcome is Outcome.FAILED for shelved in put):
        return
    _, problems = open_archive(out, shown=shown(out), bodies=False, touched=lambda _path: True)
    names = {f"{shown(out)}/{shelved.path.relative_to(out).as_posix()}" for shelved in put}
    click.echo(telling.to_mend([problem for problem in problems if problem.path in names]))


def _given(minutes: Minutes, municipality: str | None, body: str | None) -> Minutes:
    """The minutes with the municipality and body that their importer gives."""
    named = municipalities().find(municipality) if municipality else None
    facts = minutes.facts
    return replace(
        minutes, facts=replace(facts, municipality=named.name if named else facts.municipality, body=body or facts.body)
    )


def _before(archive: Archive | None, sha256: str) -> dict[str, str]:
    """The documents that were made from the same file, by number of §."""
    entries = archive.decisions if archive else ()
    return {entry.record.paragraph: entry.path for entry in entries if entry.record.source.sha256 == sha256}


def _there(one: Batch, out: Path) -> int:
    """How many of the drafts have a file already."""
    if not out.is_dir():
        return 0
    return sum(1 for draft in one.drafts if met(draft, out / draft.path))
